"""The two moves of a sweep: a coefficient drawn given the rest, and the direction of a same-day arrow.

Between nodes of one slot nobody knows which comes first, so a pair is drawn at once: no arrow, one way,
or the other, as long as the day does not run in a circle.
"""

from dataclasses import dataclass

import numpy as np

from samenhang.analysis.distributions import Booleans, Floats
from samenhang.analysis.levers.prior import Layout

_PAIR = 2
_ONE_WAY, _OTHER_WAY = 1, 2


@dataclass(frozen=True)
class Equations:
    """All equations of C chains. cross (C or 1, q, q); the others (C, J, q), noise (C, J).

    left: what the columns still owe, X'(y - X theta); back: slab precision per noise precision.
    """

    cross: Floats
    left: Floats
    theta: Floats
    noise: Floats
    mean: Floats
    back: Floats
    logit: Floats


@dataclass(frozen=True)
class _Offer:
    """For one column in some rows, the rest given: centre and sd if it is there, log odds that it is."""

    centre: Floats
    sd: Floats
    odds: Floats


def _offer(of: Equations, rows: slice | int, column: int) -> _Offer:
    own = of.cross[:, column, column]
    own = own[:, None] if isinstance(rows, slice) else own
    back, noise, mean = of.back[:, rows, column], of.noise[:, rows], of.mean[:, rows, column]
    precision = own + back
    lean = of.left[:, rows, column] + own * of.theta[:, rows, column] + back * mean
    gain = (lean**2 / precision - back * mean**2) / noise + np.log(back / precision)
    return _Offer(lean / precision, np.sqrt(noise / precision), of.logit[:, rows, column] + gain / 2)


def _put(of: Equations, rows: slice | int, column: int, new: Floats) -> None:
    change = new - of.theta[:, rows, column]
    if isinstance(rows, slice):
        of.left[:, rows] -= change[:, :, None] * of.cross[:, None, column, :]
    else:
        of.left[:, rows] -= change[:, None] * of.cross[:, column, :]
    of.theta[:, rows, column] = new


def move_columns(of: Equations, layout: Layout, rng: np.random.Generator) -> None:
    """Every column whose place is certain: fixed ones, earlier slots of the same day, the day before."""
    shape = (layout.width, *of.noise.shape)
    normal, chance = rng.standard_normal(shape), rng.random(shape)
    needed = np.log(1 / chance - 1)
    for column in range(layout.width):
        start = layout.first_row(column)
        if start == layout.nodes:
            continue
        offer = _offer(of, slice(start, None), column)
        there = needed[column, :, start:] < offer.odds
        _put(of, slice(start, None), column, there * (offer.centre + offer.sd * normal[column, :, start:]))


def move_pairs(of: Equations, layout: Layout, rng: np.random.Generator) -> None:
    """Every pair of one slot: none, one way, or the other; never a circle within the day."""
    for i, j in layout.pairs:
        onto_j, onto_i = layout.fixed + i, layout.fixed + j
        zero = np.zeros(len(of.theta))
        _put(of, j, onto_j, zero)
        _put(of, i, onto_i, zero)
        ways = (_offer(of, j, onto_j), _offer(of, i, onto_i))
        odds = np.stack([np.zeros(len(zero)), ways[0].odds, ways[1].odds])
        if layout.slot_of(i).stop - layout.slot_of(i).start > _PAIR:
            reach, start = _reaches(of.theta, layout, i), layout.slot_of(i).start
            odds[1, reach[:, j - start, i - start]] = -np.inf
            odds[2, reach[:, i - start, j - start]] = -np.inf
        pick = (odds + rng.gumbel(size=odds.shape)).argmax(0)
        normal = rng.standard_normal(len(zero))
        _put(of, j, onto_j, (pick == _ONE_WAY) * (ways[0].centre + ways[0].sd * normal))
        _put(of, i, onto_i, (pick == _OTHER_WAY) * (ways[1].centre + ways[1].sd * normal))


def _reaches(theta: Floats, layout: Layout, node: int) -> Booleans:
    """(C, m, m): within the slot of this node, whether arrows lead from the first to the second."""
    rows = layout.slot_of(node)
    columns = slice(layout.fixed + rows.start, layout.fixed + rows.stop)
    step = (theta[:, rows, columns] != 0).transpose(0, 2, 1).astype(float)
    size = step.shape[1]
    reach = np.eye(size) + step
    for _ in range((size - 1).bit_length()):
        reach = np.minimum(reach @ reach, 1.0)
    return np.asarray(reach > 0)
