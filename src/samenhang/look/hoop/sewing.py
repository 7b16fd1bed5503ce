"""All stitches and their letters on a ring that has room for them: it tries, and grows when it must."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from samenhang.look.hoop.pills import BESIDE, FURTHER, Pill, set_pills
from samenhang.look.hoop.ring import Ring, angles_of, ring_for, stand, type_of_disc, type_of_spot
from samenhang.look.hoop.shapes import LENSES, Hoop
from samenhang.look.hoop.stitches import DOT, HALO, Thread, run_stitches

MEDAL: Final = 19.0
CLEAR: Final = 3.0  # between a stitch and a dot it does not serve
GROWTH: Final = (1.0, 1.15, 1.35)
WIDEST: Final = (76.0, 71.0, 65.0, 58.0)  # degrees from inward: tried on each size of the ring
AREA: Final = 32
SWING, MOST_SWING = 1.3, 2.0  # how much further inward a cramped stitch goes, by turns


@dataclass(frozen=True)
class Sewn:
    """A ring with its stitches: where the dots are, at which angle each medallion, what takes room."""

    ring: Ring
    at: Mapping[str, type_of_spot]
    turns: Mapping[str, float]
    discs: tuple[type_of_disc, ...]
    threads: tuple[Thread, ...] = ()
    pills: tuple[Pill, ...] = ()


def sew(hoop: Hoop, orders: Mapping[str, Sequence[str]]) -> Sewn:
    """The first try in which everything has its room, else the best of a bounded number."""
    tries = _tries(hoop, orders)
    best, least = next(tries)
    while least:
        sewn, cramped = next(tries, (best, 0))
        if cramped < least:
            best, least = sewn, cramped
    return best


def _tries(hoop: Hoop, orders: Mapping[str, Sequence[str]]) -> Iterator[tuple[Sewn, int]]:
    """Each try, and how many stitches are cramped in it: they swing further inward, then the ring grows."""
    levers = frozenset(dot.id for dot in hoop.dots if dot.lever)
    bows = [1.0] * len(hoop.stitches)
    for more in GROWTH:
        bare = _lay_ring(hoop, orders, more)
        for widest in WIDEST:
            threads = run_stitches(hoop.stitches, bare.at, levers, bows, widest)
            found = set_pills(threads, bare.ring, bare.discs, FURTHER if widest == WIDEST[-1] else BESIDE)
            cramped = {*found.cramped, *_over_a_dot(threads, bare)}
            yield replace(bare, threads=tuple(threads), pills=found.pills), len(cramped)
            for number in cramped:
                bows[number] = 1.0 if bows[number] > MOST_SWING else bows[number] * SWING


def _lay_ring(hoop: Hoop, orders: Mapping[str, Sequence[str]], more: float) -> Sewn:
    ring = ring_for(max(map(len, orders.values())), len(hoop.stitches), more)
    at = {each: ring.spot(angle) for each, angle in stand(orders).items()}
    turns = {lens: angles_of(lens, len(orders[lens]))[1] for lens in LENSES}
    discs = [(*at[dot.id], HALO if dot.lever else DOT) for dot in hoop.dots]
    discs += [(*ring.spot(turn), MEDAL) for turn in turns.values()]
    return Sewn(ring, at, turns, tuple(discs))


def _over_a_dot(threads: Sequence[Thread], bare: Sewn) -> Iterator[int]:
    """The numbers of the stitches that pass over a dot or a medallion they do not serve."""
    near: dict[tuple[int, int], list[type_of_disc]] = {}
    for x, y, r in bare.discs:
        for column in range(int((x - r - CLEAR) // AREA), int((x + r + CLEAR) // AREA) + 1):
            for row in range(int((y - r - CLEAR) // AREA), int((y + r + CLEAR) // AREA) + 1):
                near.setdefault((column, row), []).append((x, y, r))
    for number, thread in enumerate(threads):
        ends = {bare.at[thread.stitch.source], bare.at[thread.stitch.target]}
        for x, y in thread.spots:
            found = near.get((int(x // AREA), int(y // AREA)), ())
            if any((a, b) not in ends and math.hypot(a - x, b - y) < r + CLEAR for a, b, r in found):
                yield number
                break
