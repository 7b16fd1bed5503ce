"""`full`: the network sampled, with the missing days inside; the map and 'no map' each get their chains."""

import numpy as np

from samenhang.analysis.distributions import Floats
from samenhang.analysis.levers.estimate import Draws, Question, gain_of, look_ahead
from samenhang.analysis.levers.gibbs import CHAINS, Start, sample
from samenhang.analysis.levers.network import Counts, Sums, order_days, share_out, weigh
from samenhang.analysis.levers.prior import Layout, Prior, lay_out, map_odds
from samenhang.analysis.levers.rows import Soundness
from samenhang.analysis.levers.series import with_driver
from samenhang.analysis.levers.sites import refine


def estimate_sampled(question: Question) -> Draws:
    """Chains in proportion to the trust in the map, `draws` of their states, chain after chain."""
    series = with_driver(question.series)
    layout = lay_out(series.nodes, series.fixed.shape[1], driver=True)
    priors = question.priors(layout)
    orders = order_days(series, layout)
    trust = weigh(orders, priors, map_odds(int(series.pairs.sum())))
    counts = share_out(trust.weights, CHAINS)
    sweeps = -(-question.draws // CHAINS)
    rng = np.random.default_rng(question.seed)
    starts = [
        start
        for prior, count in zip(priors, counts, strict=True)
        for start in _starts(orders[0].sums, layout, prior, int(count), rng)
    ]
    found = sample(series, layout, starts, sweeps, rng)
    arrows = found.arrows.reshape(-1, *found.arrows.shape[2:])
    gain, radius = gain_of(question, series.nodes, arrows, series.sd)
    rhat, ess = _mixing(gain.reshape(sweeps, CHAINS, -1), counts)
    return Draws(
        nodes=series.nodes,
        arrows=arrows[: question.draws],
        sd=series.sd,
        inclusion=(arrows != 0).mean(0),
        gain=gain[: question.draws],
        trust=trust.map,
        log_bf=trust.log_bf,
        soundness=Soundness(rhat, min(ess, float(question.draws)), float(np.mean(radius >= 1))),
        ahead=look_ahead(series, layout, found.mean, found.last),
    )


def _starts(sums: Sums, layout: Layout, prior: Prior, count: int, rng: np.random.Generator) -> list[Start]:
    """Where chains set out: the closed form, each arrow there or not by its own chance."""
    if not count:
        return []
    found = refine(sums, layout, prior)
    size = found.posterior.mean / np.maximum(found.inclusion, 0.05)
    there = rng.random((count, *size.shape)) < found.inclusion
    return [Start(prior, np.where(one, size, 0.0)) for one in there]


def _mixing(gain: Floats, counts: Counts) -> tuple[float, float]:
    """(highest R-hat, lowest effective number) over nodes, within the chains of one hypothesis.

    gain (S, C, J). Gelman & Rubin (1992); the effective number from the spread of the chain means.
    """
    rhat, ess, start = 1.0, 0.0, 0
    for count in counts:
        part, start = gain[:, start : start + count], start + int(count)
        if count < 2 or len(part) < 2:  # noqa: PLR2004 - one chain says nothing of mixing
            ess += float(count)
            continue
        within = np.maximum(part.var(0, ddof=1).mean(0), 1e-12)
        between = np.maximum(part.mean(0).var(0, ddof=1), 1e-12)
        whole = within * (len(part) - 1) / len(part) + between
        rhat = max(rhat, float(np.sqrt(whole / within).max()))
        ess += float(np.minimum(count * whole / between, count * len(part)).min())
    return rhat, ess
