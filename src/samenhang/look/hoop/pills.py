"""Where the letter of each stitch stands: on its own line, clear of dots, heads and other letters."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from samenhang.look.hoop.ring import Ring, type_of_spot
from samenhang.look.hoop.stitches import Thread
from samenhang.look.hoop.widths import LETTERS

HIGH: Final = 22.0
LEAST_WIDE: Final = 34.0
AIR: Final = 4.0
CELL: Final = 6
PLACES: Final = tuple(sorted((at / 100 for at in range(8, 93, 3)), key=lambda at: (abs(at - 0.5), at)))
TOUCH, BLOCKED, OVER = (
    10_000.0,
    1_000.0,
    14.0,
)  # what it costs to touch a letter, to hide a dot, to hide a line
ROUNDS: Final = 8

type_of_disc = tuple[float, float, float]  # x, y, radius


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
    return f"{thread.stitch.letter} {'+' if thread.strengthens else '−'}"


def set_pills(threads: Sequence[Thread], ring: Ring, discs: Sequence[type_of_disc]) -> Set:
    """Give each letter its best place; then let each think again, until nobody moves."""
    options = _options(threads, ring, discs)
    chosen: list[tuple[float, Pill] | None] = [None] * len(threads)
    for _ in range(ROUNDS):
        before = list(chosen)
        for number, places in enumerate(options):
            others = [each[1] for at, each in enumerate(chosen) if each and at != number]
            chosen[number] = min(places, key=lambda place: _cost(place, others))
        if chosen == before:
            break
    placed = [each for each in chosen if each]
    pills = [pill for _, pill in placed]
    cramped = [
        number
        for number, place in enumerate(placed)
        if _cost(place, pills[:number] + pills[number + 1 :]) >= BLOCKED
    ]
    return Set(tuple(pills), tuple(cramped))


def _cost(place: tuple[float, Pill], others: Sequence[Pill]) -> float:
    cost, pill = place
    return cost + TOUCH * sum(map(pill.touches, others))


def _options(
    threads: Sequence[Thread], ring: Ring, discs: Sequence[type_of_disc]
) -> list[list[tuple[float, Pill]]]:
    """For each stitch the places its letter may take, with what each would cost by itself."""
    cells = _lines(threads)
    heads = [(*thread.heart, thread.reach) for thread in threads]
    options = []
    for number, thread in enumerate(threads):
        text = say_letter(thread)
        wide = round(max(LEAST_WIDE, LETTERS.width(text) + 15), 1)
        places = []
        for at in PLACES:
            pill = Pill(text, *thread.line.at(at), wide)
            over = _hidden(cells, pill) & ~(1 << number)
            blocked = sum(map(pill.covers, discs)) + sum(map(pill.covers, heads))
            blocked += not all(ring.holds(corner, 5) for corner in pill.corners())
            cost = OVER * over.bit_count() + BLOCKED * blocked + 60 * (at - 0.5) ** 2
            places.append((cost, pill))
        options.append(places)
    return options


def _lines(threads: Sequence[Thread]) -> dict[tuple[int, int], int]:
    """Which lines pass through each cell of a grid, as bits."""
    cells: dict[tuple[int, int], int] = {}
    for number, thread in enumerate(threads):
        many = int(math.dist(thread.line.begin, thread.line.end) / CELL) + 16
        for x, y in thread.line.spots(many):
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
