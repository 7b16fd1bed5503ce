"""`fast`: the network in closed form, for a map that is being drawn while one looks at it."""

import numpy as np

from samenhang.analysis.levers.estimate import Draws, Question, gain_of, look_ahead
from samenhang.analysis.levers.network import draw_arrows, share_out, sum_pairs, weigh
from samenhang.analysis.levers.prior import map_odds
from samenhang.analysis.levers.rows import Soundness
from samenhang.analysis.levers.sites import refine

WIDER = 1.3  # variance: the factors know nothing of the order within a slot, nor of what arrows are like


def estimate_closed(question: Question) -> Draws:
    """Pairs of days that are both there, every hypothesis in closed form, independent draws."""
    layout, series = question.layout(), question.series
    priors = question.priors(layout)
    sums = sum_pairs(series, layout)
    trust = weigh(sums, layout, priors, map_odds(int(series.pairs.sum())))
    rng = np.random.default_rng(question.seed)
    counts = share_out(trust.weights, question.draws)
    used = np.flatnonzero(counts)  # what nobody believes is not worked out
    parts = [refine(sums, layout, priors[h]) for h in used]
    arrows = np.concatenate(
        [
            draw_arrows(one.posterior, layout, int(counts[h]), rng, WIDER)
            for one, h in zip(parts, used, strict=True)
        ]
    )
    gain, radius = gain_of(question, series.nodes, arrows, series.sd)
    shares = counts[used] / question.draws
    mean = np.einsum("h,hjq->jq", shares, [one.posterior.mean for one in parts])
    inclusion = np.einsum("h,hjq->jq", shares, [one.inclusion for one in parts])
    return Draws(
        nodes=series.nodes,
        arrows=arrows,
        sd=series.sd,
        inclusion=np.where(layout.allowed, inclusion, 0.0)[:, layout.fixed :],
        gain=gain,
        trust=trust.map,
        log_bf=trust.log_bf,
        soundness=Soundness(1.0, float(question.draws), float(np.mean(radius >= 1))),
        ahead=look_ahead(series, layout, mean[None], np.nan_to_num(series.values[-1])[None]),
    )
