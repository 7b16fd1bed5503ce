"""The two moves of a sweep: a coefficient drawn given the rest, and the direction of a same-day arrow.

Between nodes of one slot nobody knows which comes first, so a pair is drawn at once: no arrow, one way,
or the other, as long as the day does not run in a circle.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.distributions import Booleans, Floats
from samenhang.analysis.levers.prior import Layout

Places = NDArray[np.int64]
Rows = slice | Places

_ONE_WAY, _OTHER_WAY = 1, 2
_MOST_ROUNDS = 6


@dataclass(frozen=True)
class Equations:
    """All equations of C chains. cross (C or 1, q, q); the others (C, J, q), noise (C, J).

    target: X'y (C or 1, J, q); left: what the columns still owe, X'(y - X theta); back: slab precision
    per noise precision.
    """

    cross: Floats
    target: Floats
    left: Floats
    theta: Floats
    noise: Floats
    mean: Floats
    back: Floats
    logit: Floats


@dataclass(frozen=True)
class _Offer:
    """For some places (C, n), the rest given: centre and sd if an arrow is there, log odds that it is."""

    centre: Floats
    sd: Floats
    odds: Floats


def _offer(of: Equations, rows: Rows, columns: int | Places) -> _Offer:
    own = of.cross[:, columns, columns].reshape(len(of.cross), -1)
    back, noise, mean = of.back[:, rows, columns], of.noise[:, rows], of.mean[:, rows, columns]
    precision = own + back
    lean = of.left[:, rows, columns] + own * of.theta[:, rows, columns] + back * mean
    gain = (lean**2 / precision - back * mean**2) / noise + np.log(back / precision)
    return _Offer(lean / precision, np.sqrt(noise / precision), of.logit[:, rows, columns] + gain / 2)


def _put(of: Equations, rows: Places, columns: Places, new: Floats) -> None:
    change = new - of.theta[:, rows, columns]
    of.left[:, rows] -= change[:, :, None] * of.cross[:, columns]
    of.theta[:, rows, columns] = new


def move_columns(of: Equations, layout: Layout, rng: np.random.Generator) -> None:
    """Every column whose place is certain: fixed ones, earlier slots of the same day, the day before.

    What columns already moved still owe is not kept up in between: it is summed anew at the end.
    """
    shape = (layout.width, *of.noise.shape)
    normal, chance = rng.standard_normal(shape), rng.random(shape)
    needed = np.log(1 / chance - 1)
    for column in range(layout.width):
        start = layout.first_row(column)
        if start == layout.nodes:
            continue
        offer = _offer(of, slice(start, None), column)
        there = needed[column, :, start:] < offer.odds
        new = there * (offer.centre + offer.sd * normal[column, :, start:])
        change = (new - of.theta[:, start:, column])[:, :, None]
        of.left[:, start:, column + 1 :] -= change * of.cross[:, column, None, column + 1 :]
        of.theta[:, start:, column] = new
    of.left[:] = of.target - of.theta @ of.cross


def move_pairs(of: Equations, layout: Layout, turn: int, rng: np.random.Generator) -> None:
    """Pairs of one slot: none, one way, or the other; never a circle within the day.

    A round takes one pair of every slot: those share no equation and can make no circle together. At
    most so many rounds a turn; the next turn goes on where this one ended.
    """
    many = min(_MOST_ROUNDS, len(layout.rounds))
    for at in range(turn * many, (turn + 1) * many):
        first, second = layout.rounds[at % len(layout.rounds)]
        rows = np.concatenate([second, first])
        columns = layout.fixed + np.concatenate([first, second])
        offer, chains = _offer(of, rows, columns), len(of.theta)
        odds = np.concatenate([np.zeros((chains, len(first))), offer.odds], axis=1)
        odds = odds.reshape(chains, 3, len(first))
        if layout.crowded:
            reach = _reaches(of.theta, layout, first, second)
            odds[:, 1][reach[:, second, first]] = -np.inf
            odds[:, 2][reach[:, first, second]] = -np.inf
        pick = (odds + rng.gumbel(size=odds.shape)).argmax(1)
        drawn = offer.centre + offer.sd * rng.standard_normal(offer.sd.shape)
        _put(of, rows, columns, np.concatenate([pick == _ONE_WAY, pick == _OTHER_WAY], axis=1) * drawn)


def _reaches(theta: Floats, layout: Layout, first: Places, second: Places) -> Booleans:
    """(C, J, J): whether arrows within a slot lead from one node to another, these pairs left out."""
    step = (theta[:, :, layout.same] != 0) & layout.together
    step[:, first, second] = step[:, second, first] = False
    reach = step.transpose(0, 2, 1).astype(np.float32)
    for _ in range(layout.longest_way):
        reach = np.minimum(reach + reach @ reach, 1.0)
    return np.asarray(reach > 0)
