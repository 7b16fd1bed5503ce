"""`fast`: the network in closed form, for a map that is being drawn while one looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from samenhang.analysis.distributions import Floats
from samenhang.analysis.levers.estimate import Draws, Question, gain_of, look_ahead
from samenhang.analysis.levers.lever import Drawn
from samenhang.analysis.levers.network import (
    Order,
    draw_arrows,
    draw_chance,
    order_chances,
    order_days,
    share_out,
    weigh,
)
from samenhang.analysis.levers.prior import Prior, map_odds
from samenhang.analysis.levers.rows import Soundness
from samenhang.analysis.levers.sites import refine
from samenhang.analysis.levers.tables import SLOTS

_HARDLY = 0.05  # trust below which a hypothesis is not worked out
WIDER = 1.2  # variance: the factors know nothing of what the arrows of one person have in common


def estimate_closed(question: Question) -> Draws:
    """Pairs of days that are both there, every hypothesis in closed form, independent draws."""
    layout, series = question.layout(), question.series
    priors = question.priors(layout)
    orders = order_days(series, layout)
    trust = weigh(orders, priors, map_odds(int(series.pairs.sum())))
    rng = np.random.default_rng(question.seed)
    believed = np.where(trust.weights < _HARDLY, 0.0, trust.weights)  # the rest is not worked out
    counts = share_out(believed / believed.sum(), question.draws)
    used = np.flatnonzero(counts)
    parts = [_draw(orders, priors[h], int(counts[h]), rng) for h in used]
    arrows = np.concatenate([part.arrows for part in parts])
    gain, radius = gain_of(question, series.nodes, arrows, series.sd)
    shares = counts[used] / question.draws
    mean = np.einsum("h,hjq->jq", shares, [part.mean for part in parts])
    return Draws(
        nodes=series.nodes,
        arrows=arrows,
        sd=series.sd,
        inclusion=np.einsum("h,hjq->jq", shares, [part.inclusion for part in parts])[:, layout.fixed :],
        gain=gain,
        trust=trust.map,
        log_bf=trust.log_bf,
        soundness=Soundness(1.0, float(question.draws), float(np.mean(radius >= 1))),
        ahead=look_ahead(series, layout, mean[None], np.nan_to_num(series.values[-1])[None]),
    )


@dataclass(frozen=True)
class _Part:
    """One hypothesis. arrows (D, J, 2 J); mean and inclusion (J, q), over the orders within a slot."""

    arrows: Drawn
    mean: Floats
    inclusion: Floats


def _draw(orders: Sequence[Order], prior: Prior, count: int, rng: np.random.Generator) -> _Part:
    """Every draw has one order in each slot, as often as that order is likely."""
    layout, likely = orders[0].layout, order_chances(orders, prior)
    found = [refine(order.sums, order.layout, prior) for order in orders]
    chance = draw_chance(found[0].posterior, layout, count, rng)
    drawn = [
        draw_arrows(one.posterior, order.layout, chance, WIDER)
        for one, order in zip(found, orders, strict=True)
    ]
    arrows = drawn[0]
    for other, share in zip(drawn[1:], likely[1:], strict=True):
        turned = rng.random((count, SLOTS))[:, layout.slots] < share
        arrows = np.where(turned[:, :, None], other, arrows)
    inclusion = [
        np.where(order.layout.allowed, one.inclusion, 0.0) for one, order in zip(found, orders, strict=True)
    ]
    return _Part(
        arrows,
        np.einsum("kj,kjq->jq", likely, [one.posterior.mean for one in found]),
        np.einsum("kj,kjq->jq", likely, inclusion),
    )
