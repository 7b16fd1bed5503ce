"""`fast`: the network in closed form, for a map that is being drawn while one looks at it."""

import numpy as np

from samenhang.analysis.levers.estimate import Draws, Question, gain_of, look_ahead
from samenhang.analysis.levers.network import draw_arrows, share_out, sum_pairs, weigh
from samenhang.analysis.levers.prior import map_odds
from samenhang.analysis.levers.rows import Soundness
from samenhang.analysis.levers.sites import refine


def estimate_closed(question: Question) -> Draws:
    """Pairs of days that are both there, every hypothesis in closed form, independent draws."""
    layout, series = question.layout(), question.series
    priors = question.priors(layout)
    sums = sum_pairs(series, layout)
    trust = weigh(sums, layout, priors, map_odds(int(series.pairs.sum())))
    parts = [refine(sums, layout, prior) for prior in priors]
    rng = np.random.default_rng(question.seed)
    counts = share_out(trust.weights, question.draws)
    arrows = np.concatenate(
        [draw_arrows(one.posterior, layout, int(n), rng) for one, n in zip(parts, counts, strict=True)]
    )
    gain, unstable = gain_of(question, series.nodes, arrows, series.sd)
    mean = np.einsum("h,hjq->jq", trust.weights, [one.posterior.mean for one in parts])
    inclusion = np.einsum("h,hjq->jq", trust.weights, [one.inclusion for one in parts])
    return Draws(
        nodes=series.nodes,
        arrows=arrows,
        sd=series.sd,
        inclusion=np.where(layout.allowed, inclusion, 0.0)[:, layout.fixed :],
        gain=gain,
        trust=trust.map,
        log_bf=trust.log_bf,
        soundness=Soundness(1.0, float(question.draws), unstable),
        ahead=look_ahead(series, layout, mean[None], np.nan_to_num(series.values[-1])[None]),
    )
