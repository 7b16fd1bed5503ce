"""What is taken for granted before a diary is seen, and how a map shifts it.

An arrow is there or not (spike and slab: George & McCulloch 1997); whether it is likely, and how
strong, depends on the map. Why these figures: docs/methode/hefbomen.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, zip_longest

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.distributions import Booleans, Floats
from samenhang.analysis.levers.tables import Arrow, Node

STRONG = 0.45  # total effect of an arrow of strength 3, in SDs a SD
FIXED_SD = (0.15, 0.2, 0.25)  # intercept, weekend, trend (-1 to 1)
EXOGENOUS_SD = 0.6
OWN_MEAN, OWN_SD = 0.2, 0.22
LOADED, LOAD, LOAD_SD = 0.4, 0.45, 0.3  # how often a hidden driver moves a node, how far, the same way
TREND = 2  # its column
RESIDUAL, RESIDUAL_WORTH = 0.75, 6.0  # variance of the noise, and how many days that knowledge weighs

FREE_SAME, FREE_LAG = 0.33, 0.27  # how often an arrow is there when no map says anything
BESIDE_SAME, BESIDE_LAG = 0.12, 0.08  # ... when a map that is right leaves it out
TOLD_BOTH, TOLD_ONE = (0.45, 0.32), 0.75  # ... when it is told: (same day, day later) or the one possible
FREE_SD = 0.30
TOLD_SD = 0.20

# What differs between people is learned from the diary; these say where it starts, and how firmly.
WIDTH_WORTH = 8.0  # how many arrows the knowledge about their strength weighs
BLUR_WORTH = 6.0  # how many told arrows the knowledge about how exactly they are told weighs
STEEP_WORTH = 4.0  # how many nodes the knowledge about how steep trends are weighs
COMMON_WORTH = 20.0  # how many arrows the knowledge about how common they are weighs
LEAN, LEAN_SD = 0.06, 0.12  # mean of the arrows nobody told: how far good brings good
SKIPPING, SKIPPING_SD = 0.5, 1.5  # how far worse days are skipped more often, log odds an SD of the mood
TRUE, TRUE_SD = 1.0, 0.3  # how strong told arrows are, as a share of what was told


@dataclass(frozen=True)
class Layout:
    """Columns of every equation: f fixed, J same-day, J a day before; q = f + 2 J.

    allowed: (J, q) what may stand in the equation of each node when the order of a day is as given;
    possible: (J, q) the same when nodes of one slot may follow one another either way; arrows: (J, q)
    the possible ones without own lags; slots: (J,) rising; driver: the last fixed column is a hidden one.
    """

    fixed: int
    nodes: int
    allowed: Booleans
    possible: Booleans
    arrows: Booleans
    slots: tuple[int, ...]
    driver: bool = False

    @property
    def load(self) -> slice:
        """The column of the hidden driver, if it has one."""
        return slice(self.fixed - self.driver, self.fixed)

    @property
    def width(self) -> int:
        return self.fixed + 2 * self.nodes

    @property
    def same(self) -> slice:
        return slice(self.fixed, self.fixed + self.nodes)

    @property
    def lag(self) -> slice:
        return slice(self.fixed + self.nodes, self.width)

    @cached_property
    def rounds(self) -> tuple[tuple[NDArray[np.int64], NDArray[np.int64]], ...]:
        """Nodes of one slot two by two: rounds of at most one pair a slot, as (first, second)."""
        slots = [range(self.slot_of(i).start, self.slot_of(i).stop) for i in range(self.nodes)]
        pairs = [list(combinations(slot, 2)) for slot in dict.fromkeys(slots)]
        rounds = [[pair for pair in one if pair] for one in zip_longest(*pairs)]
        return tuple((np.array([i for i, _ in one]), np.array([j for _, j in one])) for one in rounds)

    @cached_property
    def together(self) -> Booleans:
        """(J, J) two nodes of one slot."""
        return np.equal.outer(self.slots, self.slots) & ~np.eye(self.nodes, dtype=bool)

    @property
    def longest_way(self) -> int:
        """How often a way within one slot must be doubled to reach its longest."""
        return (max(self.slots.count(slot) for slot in self.slots) - 1).bit_length()

    @property
    def crowded(self) -> bool:
        """Whether three nodes share a slot: only then can a day run in a circle."""
        return self.longest_way > 1

    def slot_of(self, node: int) -> slice:
        """The nodes that share the slot of this one."""
        start = self.slots.index(self.slots[node])
        return slice(start, start + self.slots.count(self.slots[node]))

    def first_row(self, column: int) -> int:
        """The first equation in which a column certainly has its place: a same-day one, the next slot."""
        node = column - self.fixed
        return self.slot_of(node).stop if 0 <= node < self.nodes else 0


def turn_slots(layout: Layout) -> Layout:
    """The same day with the nodes within every slot the other way round."""
    allowed = layout.allowed.copy()
    allowed[:, layout.same] ^= layout.together
    return replace(layout, allowed=allowed)


@dataclass(frozen=True)
class Prior:
    """Per equation and column, (J, q): chance of being there, and mean and variance if it is.

    told: (J, q) arrows of the map; the variances are in units of the noise variance.
    """

    chance: Floats
    mean: Floats
    variance: Floats
    told: Booleans

    def moments(self, widen: float = 1.0) -> tuple[Floats, Floats]:
        """(mean, variance) of the mixture of spike and slab, (J, q); widen: of the slabs not told."""
        slab = np.where(self.told, self.variance, self.variance * widen)
        mean = self.chance * self.mean
        return mean, self.chance * (slab + self.mean**2) - mean**2


def order_nodes(nodes: Sequence[Node], arrows: Sequence[Arrow]) -> tuple[Node, ...]:
    """The order in which one day unrolls: by slot, then along the map, then by name.

    A loop in the map is opened at the node with the most arrows out: its way back counts a day later.
    """
    ordered: list[Node] = []
    for slot in sorted({node.slot for node in nodes}):
        left = sorted((node for node in nodes if node.slot == slot), key=lambda node: node.name)
        names = {node.name for node in left}
        inside = [a for a in arrows if a.source in names and a.target in names]
        while left:
            first = min(left, key=lambda node: _pull(node.name, inside))
            ordered.append(first)
            left.remove(first)
            inside = [a for a in inside if first.name not in {a.source, a.target}]
    return tuple(ordered)


def _pull(name: str, inside: Sequence[Arrow]) -> tuple[int, int]:
    arriving = sum(arrow.target == name for arrow in inside)
    return (arriving, -sum(arrow.source == name for arrow in inside))


def lay_out(nodes: Sequence[Node], fixed: int, *, driver: bool = False) -> Layout:
    """Which columns each equation has: an earlier node of the same day, and every node a day before.

    fixed: how many fixed columns, a hidden driver among them if there is one.
    """
    count = len(nodes)
    width = fixed + 2 * count
    allowed = np.zeros((count, width), dtype=bool)
    allowed[:, :fixed] = True
    allowed[:, fixed : fixed + count] = np.tri(count, k=-1, dtype=bool)
    allowed[:, fixed + count :] = True
    slots = tuple(node.slot for node in nodes)
    possible = allowed.copy()
    possible[:, fixed : fixed + count] |= np.equal.outer(slots, slots) & ~np.eye(count, dtype=bool)
    arrows = possible.copy()
    arrows[:, :fixed] = False
    arrows[np.arange(count), fixed + count + np.arange(count)] = False
    return Layout(fixed, count, allowed, possible, arrows, slots, driver)


def without_map(layout: Layout) -> Prior:
    """Every arrow equally likely, no direction expected."""
    return _background(layout, FREE_SAME, FREE_LAG)


def with_map(layout: Layout, nodes: Sequence[Node], arrows: Sequence[Arrow], *, whole: bool = True) -> Prior:
    """Told arrows likely and about as strong as told; the rest, if the map is whole, less likely than else.

    Strengths are about the nodes as they are named; polarity turns them to 'higher is better'.
    """
    beside = (BESIDE_SAME, BESIDE_LAG) if whole else (FREE_SAME, FREE_LAG)
    prior = _background(layout, *beside)
    chance, mean, variance = prior.chance.copy(), prior.mean.copy(), prior.variance.copy()
    told = prior.told.copy()
    place = {node.name: i for i, node in enumerate(nodes)}
    for arrow in arrows:
        if arrow.source not in place or arrow.target not in place:
            continue
        i, j = place[arrow.source], place[arrow.target]
        sign = nodes[i].polarity * nodes[j].polarity
        same, lag = layout.fixed + i, layout.fixed + layout.nodes + i
        both = bool(layout.possible[j, same])
        for column, share in ((same, TOLD_BOTH[0]), (lag, TOLD_BOTH[1])) if both else ((lag, TOLD_ONE),):
            chance[j, column], told[j, column] = share, True
            mean[j, column] = sign * STRONG * arrow.strength / 3
            variance[j, column] = TOLD_SD**2 / RESIDUAL
    return replace(prior, chance=chance, mean=mean, variance=variance, told=told)


def map_odds(pairs: int) -> float:
    """Prior odds of the map: 20 without a diary, 4.7 at 14 pairs of days, 1.5 where the diary can speak."""
    return float(1.5 + 18.5 * np.exp(-pairs / 8))


def _background(layout: Layout, same: float, lag: float) -> Prior:
    shape = layout.allowed.shape
    chance, mean, variance = np.ones(shape), np.zeros(shape), np.full(shape, FREE_SD**2)
    chance[:, layout.same], chance[:, layout.lag] = same, lag
    outside = [EXOGENOUS_SD] * (layout.fixed - len(FIXED_SD))
    variance[:, : layout.fixed] = np.array([*FIXED_SD, *outside][: layout.fixed]) ** 2
    chance[:, layout.load], mean[:, layout.load], variance[:, layout.load] = LOADED, LOAD, LOAD_SD**2
    own = np.arange(layout.nodes), layout.lag.start + np.arange(layout.nodes)
    chance[own], mean[own], variance[own] = 1.0, OWN_MEAN, OWN_SD**2
    return Prior(chance, mean, variance / RESIDUAL, np.zeros(shape, dtype=bool))
