"""In which order the dots of a lens stand: fewest crossings, then shortest stitches, then the alphabet."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, permutations, product
from math import factorial, prod, radians, sin
from typing import Final

from samenhang.look.hoop.ring import angles_of
from samenhang.look.hoop.shapes import LENSES, Hoop

MOST_ORDERS: Final = 1_000  # up to here all are tried
MOST_WORK: Final = 60_000  # pairs of stitches looked at when all are tried
MOST_SWAPS: Final = 2_600  # tried when there are too many orders
CROSSING: Final = 1_000_000  # one crossing outweighs all lengths together
LENGTH: Final = 1_000

type_of_row = tuple[int, ...]
type_of_pair = tuple[int, int]


def order_dots(hoop: Hoop) -> dict[str, tuple[str, ...]]:
    """The ids of each lens, clockwise. The map must be settled; what somebody put by hand goes first."""
    hand = {dot: at for at, dot in enumerate(hoop.order)}
    groups = [[dot.id for dot in hoop.dots if dot.lens == lens] for lens in LENSES]
    fixed = [sorted((each for each in group if each in hand), key=hand.__getitem__) for group in groups]
    free = [[each for each in group if each not in hand] for group in groups]
    ids = [each for first, rest in zip(fixed, free, strict=True) for each in (*first, *rest)]
    number = {each: at for at, each in enumerate(ids)}
    pairs = {
        (min(a, b), max(a, b))
        for a, b in ((number[each.source], number[each.target]) for each in hoop.stitches)
    }
    rows = _Rows([len(each) for each in fixed], [len(each) for each in free], sorted(pairs))
    found = rows.best()
    return {lens: tuple(ids[at] for at in row) for lens, row in zip(LENSES, found, strict=True)}


class _Rows:
    """The dots as numbers, lens after lens; a row is the order of one lens."""

    def __init__(self, fixed: Sequence[int], free: Sequence[int], pairs: Sequence[type_of_pair]) -> None:
        self.pairs, self.free = pairs, free
        self.begins, rows, at = [], [], 0
        for kept, loose in zip(fixed, free, strict=True):
            rows.append(tuple(range(at, at + kept + loose)))
            self.begins.append(kept)
            at += kept + loose
        self.first = tuple(rows)
        turns = [
            angle for lens, row in zip(LENSES, rows, strict=True) for angle in angles_of(lens, len(row))[0]
        ]
        self.chords = [[round(LENGTH * abs(sin(radians(a - b) / 2))) for b in turns] for a in turns]
        self.touching: list[list[type_of_pair]] = [[] for _ in turns]
        for pair in pairs:
            for end in pair:
                self.touching[end].append(pair)

    def best(self) -> tuple[type_of_row, ...]:
        orders = prod(factorial(many) for many in self.free)
        if orders <= MOST_ORDERS and orders * len(self.pairs) ** 2 / 2 <= MOST_WORK:
            return min(product(*(list(self._orders(lens)) for lens in range(len(LENSES)))), key=self._weigh)
        found = (self._improve(start) for start in (self.first, self._by_pull()))
        return min(found, key=self._weigh)

    def _orders(self, lens: int) -> Iterator[type_of_row]:
        row, begin = self.first[lens], self.begins[lens]
        return (row[:begin] + rest for rest in permutations(row[begin:]))

    def _weigh(self, rows: Sequence[type_of_row]) -> int:
        at = self._places(rows)
        ends = sorted((min(at[a], at[b]), max(at[a], at[b])) for a, b in self.pairs)
        crossed = sum(a < c < b < d for (a, b), (c, d) in combinations(ends, 2))
        return CROSSING * crossed + sum(self.chords[a][b] for a, b in ends)

    def _places(self, rows: Sequence[type_of_row]) -> list[int]:
        at = [0] * len(self.touching)
        for place, dot in enumerate(dot for row in rows for dot in row):
            at[dot] = place
        return at

    def _by_pull(self) -> tuple[type_of_row, ...]:
        """A second start: the dots that are drawn onward stand last."""
        many = len(self.touching)
        at = self._places(self.first)

        def pull(dot: int) -> float:
            """How far along the ring, on average, the other ends lie as seen from this dot."""
            ends = [(at[a + b - dot] - at[dot]) % many for a, b in self.touching[dot]]
            return -sum(ends) / len(ends) if ends else -many / 2

        return tuple(
            row[:begin] + tuple(sorted(row[begin:], key=lambda dot: (pull(dot), dot)))
            for row, begin in zip(self.first, self.begins, strict=True)
        )

    def _improve(self, rows: tuple[type_of_row, ...]) -> tuple[type_of_row, ...]:
        """Swap two dots of one lens while that helps, for a bounded number of tries."""
        at = self._places(rows)
        dots = sorted(range(len(at)), key=at.__getitem__)
        tries = islice(self._swaps(), MOST_SWAPS)
        idle, all_swaps = 0, sum(many * (many - 1) // 2 for many in self.free)
        for one, other in tries:
            a, b = dots[one], dots[other]
            before = self._near(at, a, b)
            at[a], at[b] = other, one
            if self._near(at, a, b) < before:
                dots[one], dots[other] = b, a
                idle = 0
                continue
            at[a], at[b] = one, other
            idle += 1
            if idle >= all_swaps:
                break
        return self._rows_of(dots)

    def _swaps(self) -> Iterator[type_of_pair]:
        """Every two free places of one lens, round and round; neighbours first."""
        places, at = [], 0
        for row, begin in zip(self.first, self.begins, strict=True):
            places += list(combinations(range(at + begin, at + len(row)), 2))
            at += len(row)
        places.sort(key=lambda pair: (pair[1] - pair[0], pair))
        while places:
            yield from places

    def _near(self, at: Sequence[int], one: int, other: int) -> int:
        """What the stitches of two dots weigh: crossings with all stitches, and their lengths."""
        mine = {*self.touching[one], *self.touching[other]}
        own: list[type_of_pair] = []
        others: list[type_of_pair] = []
        for a, b in self.pairs:
            p, q = at[a], at[b]
            (own if (a, b) in mine else others).append((p, q) if p < q else (q, p))
        own.sort()
        crossed = sum(a < c < b < d for (a, b), (c, d) in combinations(own, 2))
        for p, q in own:
            crossed += sum(c < p < d < q or p < c < q < d for c, d in others)
        return CROSSING * crossed + sum(self.chords[p][q] for p, q in own)

    def _rows_of(self, dots: Sequence[int]) -> tuple[type_of_row, ...]:
        rows, at = [], 0
        for row in self.first:
            rows.append(tuple(dots[at : at + len(row)]))
            at += len(row)
        return tuple(rows)
