"""The words around the ring: over lines, beside their dot, moved outward where they would touch."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from samenhang.look.hoop.ring import Ring, type_of_disc, type_of_spot
from samenhang.look.hoop.widths import KIND, LENS, LEVER, NAME, Face, wrap

BESIDE, ABOVE, LONGEST = 164.0, 208.0, 232.0  # how wide a label may be; the last when it would be tall
TALL: Final = 4
AIR, SIDE_AIR = 7.0, 8.0
NEAR_POLE: Final = 5.0  # degrees
BY_THE_SIDE: Final = 0.85  # of the way from a pole
FAR: Final = 12.0  # moved further than this, a label is tied to its dot with a hairline

STEP_ASIDE, DISC_AIR = 26.0, 8.5  # the air is more than SIDE_AIR: then it need not move up or down

type_of_box = tuple[float, float, float, float]  # left, top, right, foot


@dataclass(frozen=True)
class Line:
    """One line of a label: its words, how they are drawn, and how far below the top they stand."""

    text: str
    kind: str
    base: float


@dataclass(frozen=True)
class Label:
    """A label that grows away from the ring: `side` is -1 left of `x`, 0 around it, 1 right of it."""

    angle: float
    lines: tuple[Line, ...]
    x: float
    top: float
    wide: float
    high: float
    side: int
    home: float

    @property
    def box(self) -> type_of_box:
        left = self.x - self.wide * (1 - self.side) / 2
        return left, self.top, left + self.wide, self.top + self.high

    @property
    def is_upper(self) -> bool:
        return math.cos(math.radians(self.angle)) > 0

    @property
    def has_moved(self) -> bool:
        return abs(self.top - self.home) > FAR

    @property
    def foot(self) -> type_of_spot:
        """Where a hairline from its dot reaches it."""
        return self.x + 3 * self.side, self.top + self.high + 2 if self.is_upper else self.top - 5


def label_dot(
    ring: Ring, angle: float, name: str, kind: str, *, off: float, is_lever: bool, shade: str
) -> Label:
    """The name of a dot, and what it is in small below."""
    is_beside = abs(math.sin(math.radians(angle))) > BY_THE_SIDE
    names = wrap(name, NAME, BESIDE if is_beside else ABOVE)
    if len(names) >= TALL:
        names = wrap(name, NAME, LONGEST)
    below = LEVER if is_lever else KIND
    kinds = wrap(kind, below, LONGEST)
    lines = [Line(text, shade, 21 * at + 15) for at, text in enumerate(names)]
    foot = 21 * len(names)
    lines += [
        Line(text, "m-lever" if is_lever else "m-kind", foot + 17 * at + 13) for at, text in enumerate(kinds)
    ]
    wide = max((_widest(names, NAME), _widest(kinds, below)))
    return _beside(ring, angle, tuple(lines), wide=wide, high=foot + 17 * len(kinds) + 1, off=off)


def label_lens(ring: Ring, angle: float, word: str, off: float) -> Label:
    words = wrap(word, LENS, ABOVE)
    lines = tuple(Line(text, "m-lens", 27 * at + 19) for at, text in enumerate(words))
    return _beside(ring, angle, lines, wide=_widest(words, LENS), high=27 * len(words) - 2, off=off)


def _widest(lines: Iterable[str], face: Face) -> float:
    return max((face.width(line) for line in lines), default=0.0)


def _beside(
    ring: Ring, angle: float, lines: tuple[Line, ...], *, wide: float, high: float, off: float
) -> Label:
    turn = angle % 360
    x, y = ring.spot(angle, off)
    near = min(abs(turn - pole) for pole in (0, 180, 360)) < NEAR_POLE
    side = 0 if near else 1 if turn < 180 else -1  # noqa: PLR2004
    top = y - high * (1 + math.cos(math.radians(angle))) / 2
    return Label(angle, lines, x, top, wide, high, side, top)


def settle(labels: Sequence[Label], discs: Sequence[type_of_disc]) -> tuple[Label, ...]:
    """Move labels that would touch another label or a dot: up in the upper half, down in the lower half.

    From the sides to the poles, so that what is nearest to the side stays nearest.
    """
    held = [(x - r, y - r, x + r, y + r) for x, y, r in discs]
    placed = {}
    for number in sorted(range(len(labels)), key=lambda at: (_from_side(labels[at]), labels[at].angle)):
        placed[number] = _clear(_aside(labels[number], discs), held)
        held.append(placed[number].box)
        if placed[number].has_moved:
            held.append(_hairline(placed[number]))
    return tuple(placed[number] for number in range(len(labels)))


def _aside(label: Label, discs: Sequence[type_of_disc]) -> Label:
    """Past what sticks out beside it, as a halo does, when a small step is enough."""
    left, top, right, foot = label.box
    inner = left if label.side > 0 else -right
    out = [label.side * x + r for x, y, r in discs if y - r < foot + AIR and top < y + r + AIR]
    steps = [each + DISC_AIR - inner for each in out]
    step = max((each for each in steps if 0 < each <= STEP_ASIDE), default=0.0)
    return replace(label, x=label.x + label.side * step)


def _hairline(label: Label) -> type_of_box:
    """The room of the hairline from where the label would have stood to where it stands."""
    x, y = label.foot
    return min(x, label.x) - 2, min(y, label.home), max(x, label.x) + 2, max(y, label.home + label.high)


def _from_side(label: Label) -> float:
    return round(abs(math.cos(math.radians(label.angle))), 9)


def _clear(label: Label, held: Sequence[type_of_box]) -> Label:
    left, _, right, _ = label.box
    beside = [(top, foot) for a, top, b, foot in held if left < b + SIDE_AIR and a < right + SIDE_AIR]
    top = label.top
    beside.sort(key=lambda box: -box[1] if label.is_upper else box[0])
    for above, below in beside:
        if top < below + AIR and above < top + label.high + AIR:
            top = above - label.high - AIR if label.is_upper else below + AIR
    return replace(label, top=top)
