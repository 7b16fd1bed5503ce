"""A sham start halfway real diaries in which no action began: every verdict on it is false.

Flückiger 2014 (CC0) and Jang 2024 (CC BY 4.0), both openESM; read where they lie, skipped elsewhere.
"""

import csv
import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.effect import Effect, estimate_effect
from samenhang.analysis.indices.gls import gls_ar1

Series = tuple[NDArray[np.float64], NDArray[np.float64]]
ROOT = Path(__file__).parents[2]
STRETCH, FEWEST = 40, 20
SETS = {
    "0015_flueckiger_ts.tsv": ("day", ("sq", "pa", "na", "lga")),
    "0017_jang_ts.tsv": ("date", ("positive_feeling", "negative_feeling", "anxiety", "annoying")),
}


def real(_count: int, _seed: int, _only_own: bool) -> object:  # noqa: FBT001
    """Verdicts at the sham start, and what the diaries say of autocorrelation and drift."""
    shared = Path(os.environ.get("SAMENHANG_SHARED", ROOT.parent / "shared"))
    found = {}
    for name, (day, items) in SETS.items():
        path = shared / "data" / "diaries" / name
        if not path.exists():
            print(f"- {name} is hier niet aanwezig: overgeslagen.")
            continue
        series = [one for one in _stretches(path, day, items) if len(one[0]) >= FEWEST and np.ptp(one[1]) > 0]
        verdicts = Counter(_sham(days, values) for days, values in series)
        fits = np.array([one for one in (_line(*one) for one in series) if one is not None])
        shares = {key: count / len(series) for key, count in sorted(verdicts.items())}
        found[name] = shares
        print(f"- {name}: {len(series)} stukken; {shares}")
        for what, column in (("autocorrelatie", 0), ("drift in SD", 1)):
            print(f"  {what}: {np.quantile(fits[:, column], [0.05, 0.25, 0.5, 0.75, 0.95]).round(2)}")
    return found


def _sham(days: NDArray[np.float64], values: NDArray[np.float64]) -> str:
    """Standardised to a slider, with an action that never was from the middle on."""
    slider = 5 + 1.6 * (values - values.mean()) / values.std()
    phases = ["A" if i < len(days) // 2 else "B" for i in range(len(days))]
    told = estimate_effect(days.tolist(), slider.tolist(), phases, kind="slider", better="higher")
    return str(told.verdict) if isinstance(told, Effect) else told.why


def _line(days: NDArray[np.float64], values: NDArray[np.float64]) -> tuple[float, float] | None:
    """(autocorrelation, drift over the stretch in SDs) by REML."""
    time = (days - days.mean()) / np.ptp(days)
    fit = gls_ar1(days, values, time).level
    return None if fit is None else (fit.phi, fit.coef.level / fit.sigma)


def _stretches(path: Path, day: str, items: tuple[str, ...]) -> Iterator[Series]:
    """Up to 40 rows of one person and one item, a day's answers averaged."""
    answers: dict[tuple[str, str], dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            number = date.fromisoformat(row[day]).toordinal() if "-" in row[day] else int(row[day])
            for item in items:
                if row[item] not in {"", "NA"}:
                    answers[row["id"], item][number].append(float(row[item]))
    for by_day in answers.values():
        days = np.array(sorted(by_day), dtype=float)
        values = np.array([np.mean(by_day[int(one)]) for one in days])
        for start in range(0, len(days), STRETCH):
            yield days[start : start + STRETCH], values[start : start + STRETCH]
