# Level change with a trend and AR(1) errors, as scan's plm: prints the share with p < .05 upwards.
suppressMessages(library(scan))
rows <- read.csv(commandArgs(TRUE)[1])
improved <- sapply(split(rows, rows$person), function(one) {
  case <- scdf(values = one$value, mt = one$day, phase.design = table(one$phase))
  fit <- plm(case, AR = 1, slope = FALSE)$full.model
  row <- summary(fit)$tTable["phaseB", ]
  row["p-value"] < 0.05 && row["Value"] > 0
})
cat(mean(improved))
