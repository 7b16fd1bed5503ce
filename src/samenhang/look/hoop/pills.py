"""Where the letter of each stitch stands: on its own line, clear of dots, heads and other letters."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from samenhang.look.hoop.ring import Ring, type_of_disc, type_of_spot
from samenhang.look.hoop.stitches import Thread
from samenhang.look.hoop.widths import LETTERS

HIGH: Final = 22.0
LEAST_WIDE: Final = 34.0
MINUS: Final = "−"
AIR: Final = 4.0
CELL: Final = 7
PLACES: Final = tuple(sorted((at / 100 for at in range(8, 93, 3)), key=lambda at: (abs(at - 0.5), at)))
TOUCH, BLOCKED, OVER = (
    10_000.0,
    1_000.0,
    14.0,
)  # what it costs to touch a letter, to hide a dot, to hide a line
ROUNDS: Final = 8
BESIDE: Final = (-0.7, 0.7, -1.2, 1.2)  # the last two: against its line
FURTHER: Final = (*BESIDE, -1.9, 1.9)  # and these: next to it, when there is nothing else
AREA: Final = 48
MOST_WIDE: Final = 60.0
FAR_WIDE, FAR_HIGH = 2 * MOST_WIDE + AIR, 2 * HIGH + AIR  # no letter touches another from further


@dataclass(frozen=True)
class Pill:
    """A letter with its sign, around its middle."""

    text: str
    x: float
    y: float
    wide: float

    def touches(self, other: "Pill") -> bool:
        near = (self.wide + other.wide) / 2 + AIR
        return abs(self.x - other.x) < near and abs(self.y - other.y) < HIGH + AIR

    def covers(self, disc: type_of_disc) -> bool:
        """Whether it comes within two pixels of a disc."""
        x = max(abs(disc[0] - self.x) - self.wide / 2, 0.0)
        y = max(abs(disc[1] - self.y) - HIGH / 2, 0.0)
        return math.hypot(x, y) < disc[2] + 2

    def corners(self) -> Iterable[type_of_spot]:
        for side in (-1, 1):
            for edge in (-1, 1):
                yield self.x + side * self.wide / 2, self.y + edge * HIGH / 2


@dataclass(frozen=True)
class Set:
    """All letters placed, and the numbers of those for which there was no room."""

    pills: tuple[Pill, ...]
    cramped: tuple[int, ...]


def say_letter(thread: Thread) -> str:
    return f"{thread.stitch.letter} {'+' if thread.strengthens else MINUS}"


def set_pills(
    threads: Sequence[Thread], ring: Ring, discs: Sequence[type_of_disc], beside: Sequence[float] = BESIDE
) -> Set:
    """Give each letter its best place, on the middle of its line; where there is none, beside it too.

    `beside` is how far, as a part of half the room of the letter.
    """
    field = _Field(threads, ring, discs)
    seekers = [_Seeker(field, number) for number in range(len(threads))]
    for number, seeker in enumerate(seekers):
        seeker.seek([each.pill for each in seekers[:number]])
    cramped = _reconsider(seekers)
    for number in cramped:
        seekers[number].look_beside(beside)
    if cramped:
        cramped = _reconsider(seekers)
    return Set(tuple(each.pill for each in seekers), cramped)


def _reconsider(seekers: Sequence["_Seeker"]) -> tuple[int, ...]:
    """Let each letter think again until nobody moves; the numbers of those that still have no room."""
    for _ in range(ROUNDS):
        before = [each.pill for each in seekers]
        for number, seeker in enumerate(seekers):
            seeker.seek(_but(seekers, number))
        if [each.pill for each in seekers] == before:
            break
    return tuple(n for n, each in enumerate(seekers) if each.price(_but(seekers, n)) >= BLOCKED)


def _but(seekers: Sequence["_Seeker"], number: int) -> list[Pill]:
    return [each.pill for at, each in enumerate(seekers) if at != number]


class _Seeker:
    """One letter looking for its place: from the middle of its line outward, no further than it must."""

    def __init__(self, field: "_Field", number: int) -> None:
        self.field, self.number = field, number
        self.ahead = [(at, 0.0) for at in PLACES]
        self.seen: list[tuple[float, Pill]] = []
        xs, ys = zip(*field.threads[number].spots, strict=True)
        self.reach = min(xs) - FAR_WIDE, min(ys) - FAR_HIGH, max(xs) + FAR_WIDE, max(ys) + FAR_HIGH
        self.best: tuple[float, Pill] = (math.inf, Pill("", 0, 0, 0))

    @property
    def pill(self) -> Pill:
        return self.best[1]

    def look_beside(self, beside: Sequence[float]) -> None:
        """Off the middle of its line too."""
        self.ahead += [(at, aside) for at in PLACES for aside in beside]
        self.ahead.sort(key=_least)

    def seek(self, others: Sequence[Pill]) -> None:
        """Take the cheapest place, given where the others are."""
        left, top, right, foot = self.reach
        others = [each for each in others if left < each.x < right and top < each.y < foot]
        least = _cost(self.best, others) if self.seen else math.inf
        for place in self.seen:
            if place[0] < least and (cost := _cost(place, others)) < least:
                self.best, least = place, cost
        while self.ahead and _least(self.ahead[0]) < least:
            place = self.field.weigh(self.number, *self.ahead.pop(0))
            self.seen.append(place)
            if place[0] < least and (cost := _cost(place, others)) < least:
                self.best, least = place, cost

    def price(self, others: Sequence[Pill]) -> float:
        return _cost(self.best, others)


def _least(place: tuple[float, float]) -> float:
    """What a place costs if it hides nothing: more from the middle, both ways."""
    along, aside = place
    return 60 * (along - 0.5) ** 2 + 10 * abs(aside) + (40 * abs(aside) if abs(aside) > 1 else 0)


def _cost(place: tuple[float, Pill], others: Sequence[Pill]) -> float:
    cost, pill = place
    return cost + TOUCH * sum(map(pill.touches, others))


class _Field:
    """What lies inside the ring, and what a letter at a spot would hide of it."""

    def __init__(self, threads: Sequence[Thread], ring: Ring, discs: Sequence[type_of_disc]) -> None:
        self.threads, self.ring = threads, ring
        self.cells = _lines(threads)
        self.near = _areas((*discs, *((*thread.heart, thread.reach) for thread in threads)))
        self.texts = [say_letter(thread) for thread in threads]
        self.wides = [round(max(LEAST_WIDE, LETTERS.width(text) + 15), 1) for text in self.texts]

    def weigh(self, number: int, along: float, aside: float) -> tuple[float, Pill]:
        """What a letter costs so far along its line, and so far beside it: a part of half its own room."""
        line, wide = self.threads[number].line, self.wides[number]
        x, y = line.at(along)
        if aside:
            dx, dy = line.along(along)
            reach = (abs(dy) * wide + abs(dx) * HIGH) / 2 * aside
            x, y = x - dy * reach, y + dx * reach
        pill = Pill(self.texts[number], x, y, wide)
        over = _hidden(self.cells, pill) & ~(1 << number)
        blocked = sum(map(pill.covers, self.near.get((int(x // AREA), int(y // AREA)), ())))
        if not self.ring.holds((x, y), 40):
            blocked += not all(self.ring.holds(corner, 5) for corner in pill.corners())
        return _least((along, aside)) + OVER * over.bit_count() + BLOCKED * blocked, pill


def _areas(discs: Iterable[type_of_disc]) -> dict[tuple[int, int], list[type_of_disc]]:
    """The discs that a letter could touch, by the square its middle lies in."""
    areas: dict[tuple[int, int], list[type_of_disc]] = {}
    for x, y, r in discs:
        wide, high = r + 2 + MOST_WIDE / 2, r + 2 + HIGH / 2
        for column in range(int((x - wide) // AREA), int((x + wide) // AREA) + 1):
            for row in range(int((y - high) // AREA), int((y + high) // AREA) + 1):
                areas.setdefault((column, row), []).append((x, y, r))
    return areas


def _lines(threads: Sequence[Thread]) -> dict[tuple[int, int], int]:
    """Which lines pass through each cell of a grid, as bits."""
    cells: dict[tuple[int, int], int] = {}
    for number, thread in enumerate(threads):
        for x, y in thread.spots:
            cell = int(x // CELL), int(y // CELL)
            cells[cell] = cells.get(cell, 0) | 1 << number
    return cells


def _hidden(cells: dict[tuple[int, int], int], pill: Pill) -> int:
    left, right = int((pill.x - pill.wide / 2) // CELL), int((pill.x + pill.wide / 2) // CELL)
    top, foot = int((pill.y - HIGH / 2) // CELL), int((pill.y + HIGH / 2) // CELL)
    found = 0
    for x in range(left, right + 1):
        for y in range(top, foot + 1):
            found |= cells.get((x, y), 0)
    return found
