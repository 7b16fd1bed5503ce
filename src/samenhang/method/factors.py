"""The factors of one client: each found once, with what scans and maps said of it since. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from samenhang.method.influence_map import InfluenceMap
from samenhang.method.intake_scan import Cell, IntakeScan
from samenhang.method.lens import Lens
from samenhang.method.sheet import Shape


@dataclass(frozen=True)
class Factor:
    """A strength or bottleneck with its lasting identity; `into` is what it was merged into."""

    id: str
    lens: Lens
    cell: Cell
    text: str
    since: date
    closed: date | None = None
    into: str = ""


@dataclass(frozen=True)
class _Word:
    """What one sheet says of one factor."""

    id: str
    lens: Lens
    cell: Cell
    text: str
    is_closed: bool = False
    into: str = ""


@dataclass
class _Known:
    """What is known so far: the last word on each factor, its first day, its end, and who names it."""

    words: dict[str, _Word] = field(default_factory=dict)
    since: dict[str, date] = field(default_factory=dict)
    closed: dict[str, date] = field(default_factory=dict)
    named: dict[str, set[str]] = field(default_factory=dict)

    def hear(self, day: date, word: _Word) -> None:
        if word.text:
            self.words[word.id] = word
            self.since.setdefault(word.id, day)
        if word.is_closed:
            self.closed.setdefault(word.id, day)
        else:
            self.closed.pop(word.id, None)

    def take_back(self, lineage: str, factor: str) -> None:
        """A scan that no longer says what it alone had said: it was a slip."""
        if self.named.get(factor) == {lineage}:
            del self.words[factor], self.since[factor], self.named[factor]
            self.closed.pop(factor, None)


def fold_factors(versions: Iterable[tuple[str, date, Shape]]) -> tuple[Factor, ...]:
    """Every factor once, of every version of scans and maps in the order they were kept.

    A version speaks of what it changed: what stands in it as in the one before, says nothing new. So no
    old form undoes what was said elsewhere since. Each comes as (lineage, day, shape).
    """
    known = _Known()
    before: dict[str, Mapping[str, _Word]] = {}
    for lineage, day, shape in versions:
        words = {word.id: word for word in _words(shape)}
        last = before.get(lineage, {})
        for factor, word in words.items():
            known.named.setdefault(factor, set()).add(lineage)
            if word != last.get(factor):
                known.hear(day, word)
        if isinstance(shape, IntakeScan):
            for gone in last.keys() - words.keys():
                known.take_back(lineage, gone)
        if words or last:
            before[lineage] = words if isinstance(shape, IntakeScan) else {**last, **words}
    return tuple(
        Factor(key, said.lens, said.cell, said.text, known.since[key], known.closed.get(key), said.into)
        for key, said in known.words.items()
    )


def _words(shape: Shape) -> Iterator[_Word]:
    if isinstance(shape, IntakeScan):
        yield from _of_scan(shape)
    elif isinstance(shape, InfluenceMap):
        for placed in shape.factors:
            yield _Word(placed.id, placed.lens, placed.cell, placed.text, not placed.is_open, placed.into)


def _of_scan(scan: IntakeScan) -> Iterator[_Word]:
    """What one scan says: of earlier ones first, so that a cell has the last word."""
    for earlier in scan.earlier:
        if earlier.id and (earlier.text or earlier.id in scan.closed):
            yield _Word(earlier.id, earlier.lens, earlier.cell, earlier.text, earlier.id in scan.closed)
    for lens in Lens:
        column = scan.column(lens)
        for cell, said in ((Cell.STRENGTH, column.strength), (Cell.BOTTLENECK, column.bottleneck)):
            if said.id and said.text:
                yield _Word(said.id, lens, cell, said.text, said.id in scan.closed)
