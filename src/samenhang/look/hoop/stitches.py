"""The stitches: curves that leave and arrive inward, so that none reaches a dot it does not serve."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from samenhang.look.hoop.curves import Curve
from samenhang.look.hoop.ring import type_of_spot
from samenhang.look.hoop.shapes import Stitch

DOT, HALO = 9.5, 23.0
OFF, INTO = 5.5, 6.5  # air between a dot and where a stitch begins; and where its head ends
APART: Final = math.radians(28)
TWIN: Final = 0.22  # A to B and B to A turn away from each other
FEW: Final = 3  # so many heads fit around a dot; more keep their distance
BAR: Final = 7.0
NEAR, SHORTEST = 130.0, 74.0  # dots so near need a stitch so long: its letter hides half of it
LONGER: Final = (1.0, 1.2, 1.45)
STEP: Final = 7.0


@dataclass(frozen=True)
class Thread:
    """One stitch as it is drawn: its line, the tip of its head and the way it points."""

    stitch: Stitch
    line: Curve
    tip: type_of_spot
    way: type_of_spot
    size: float
    spots: Sequence[type_of_spot]  # along the line, a few pixels apart

    @property
    def strengthens(self) -> bool:
        return self.stitch.strength > 0

    @property
    def heart(self) -> type_of_spot:
        """The middle of its head."""
        back = self.size * 0.55 if self.strengthens else 0
        return self.tip[0] - self.way[0] * back, self.tip[1] - self.way[1] * back

    @property
    def reach(self) -> float:
        """How far its head reaches from there."""
        return self.size * 0.6 if self.strengthens else BAR + 1.5


def run_stitches(
    stitches: Sequence[Stitch],
    at: Mapping[str, type_of_spot],
    levers: frozenset[str],
    bows: Sequence[float],
    widest: float,
) -> list[Thread]:
    """Every stitch between its dots; `bows` makes one swing further inward than it needs.

    None leaves a dot further from inward than `widest`, in degrees.
    """
    ports = _ports(stitches, at, math.radians(widest))
    arriving = Counter(stitch.target for stitch in stitches)
    threads = []
    for number, stitch in enumerate(stitches):
        leave = HALO + 4 if stitch.source in levers else DOT + OFF
        reach = HALO + 7 if stitch.target in levers else DOT + INTO
        reach += 3.5 * max(0, arriving[stitch.target] - FEW)
        far = math.dist(at[stitch.source], at[stitch.target])
        handle = (0.24 * far + 34 + 0.42 * max(0.0, 100 - far)) * bows[number]
        for swing in LONGER:
            out = _ahead(at[stitch.source], ports[number, 0], handle * swing)
            into = _ahead(at[stitch.target], ports[number, 1], handle * swing)
            curve = _uncrossed(Curve(at[stitch.source], out, into, at[stitch.target]))
            thread = _with_head(stitch, curve, leave, reach)
            if far > NEAR or _length(thread.spots) > SHORTEST:
                break
        threads.append(thread)
    return threads


def _length(spots: Sequence[type_of_spot]) -> float:
    return sum(math.dist(one, other) for one, other in pairwise(spots))


def _uncrossed(curve: Curve) -> Curve:
    """Handles that pass each other would tie a loop: then both stop where they meet."""
    begin, out, into, end = curve.begin, curve.out, curve.into, curve.end
    dx, dy = end[0] - begin[0], end[1] - begin[1]
    past = ((out[0] - into[0]) * dx + (out[1] - into[1]) * dy) / (dx * dx + dy * dy)
    if past <= 0:
        return curve
    x, y = past / 2 * dx, past / 2 * dy
    return Curve(begin, (out[0] - x, out[1] - y), (into[0] + x, into[1] + y), end)


def _ahead(spot: type_of_spot, way: float, far: float) -> type_of_spot:
    return spot[0] + far * math.cos(way), spot[1] + far * math.sin(way)


def _with_head(stitch: Stitch, curve: Curve, leave: float, reach: float) -> Thread:
    size = 7.5 + 2.3 * abs(stitch.strength)
    since, last = curve.leaves(leave), curve.arrives(reach)
    tip = curve.at(last)
    until = curve.arrives(reach + size * 0.8) if stitch.strength > 0 else last
    until = max(until, since + 0.02)
    back = curve.at(until if until < last else max(last - 0.03, 0))
    far = math.dist(tip, back) or 1.0
    way = (tip[0] - back[0]) / far, (tip[1] - back[1]) / far
    line = curve.part(since, until)
    return Thread(stitch, line, tip, way, size, line.spots(int(math.dist(line.begin, line.end) / STEP) + 14))


@dataclass
class _Turn:
    """One end of a stitch at a dot: how far it turns from inward, and where it would rather go."""

    lean: float
    turn: float
    number: int
    end: int


def _ports(
    stitches: Sequence[Stitch], at: Mapping[str, type_of_spot], widest: float
) -> dict[tuple[int, int], float]:
    """The way in which each stitch leaves its dots: inward, leaning to its other end, and apart."""
    both = Counter(frozenset((each.source, each.target)) for each in stitches)
    turns: dict[str, list[_Turn]] = {}
    for number, stitch in enumerate(stitches):
        twin = TWIN if both[frozenset((stitch.source, stitch.target))] > 1 else 0.0
        for end, (here, there) in enumerate(((stitch.source, stitch.target), (stitch.target, stitch.source))):
            turns.setdefault(here, []).append(_wish(at[here], at[there], twin * (1 - 2 * end), number, end))
    ports = {}
    for here, wishes in turns.items():
        inward = _inward(at[here])
        for each in _spread(wishes, widest):
            ports[each.number, each.end] = inward + each.turn
    return ports


def _inward(spot: type_of_spot) -> float:
    return math.atan2(-spot[1], -spot[0])


def _wish(here: type_of_spot, there: type_of_spot, spin: float, number: int, end: int) -> _Turn:
    dx, dy = there[0] - here[0], there[1] - here[1]
    lean = (math.atan2(dy, dx) - _inward(here) + math.pi) % (2 * math.pi) - math.pi
    far = min(1.0, math.hypot(dx, dy) / 330)
    return _Turn(round(lean + spin / 9, 9), (0.10 + 0.55 * far) * lean + spin, number, end)


def _spread(turns: list[_Turn], widest: float) -> list[_Turn]:
    """Sorted by where they go, so that stitches of one dot never cross at its foot."""
    turns.sort(key=lambda each: (each.lean, each.number, each.end))
    apart = min(APART, 2 * widest / max(1, len(turns) - 1))
    for _ in range(30):
        for left, right in pairwise(turns):
            short = apart - (right.turn - left.turn)
            if short > 0:
                left.turn -= short / 2
                right.turn += short / 2
    least = -widest
    for each in turns:
        each.turn = max(each.turn, least)
        least = each.turn + apart
    most = widest
    for each in reversed(turns):
        each.turn = min(each.turn, most)
        most = each.turn - apart
    return turns
