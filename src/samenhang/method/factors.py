"""The factors of one client: each found once, with what scans and maps said of it since. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
    since: date | None = None


def fold_factors(sheets: Iterable[tuple[date, Shape]]) -> tuple[Factor, ...]:
    """Every factor once, of scans and maps from old to new: its newest words, its first day, its end."""
    words: dict[str, _Word] = {}
    since: dict[str, date] = {}
    closed: dict[str, date] = {}
    for day, shape in sheets:
        for word in _words(shape):
            if word.text:
                words[word.id] = word
                since.setdefault(word.id, word.since or day)
            if word.is_closed:
                closed.setdefault(word.id, day)
            else:
                closed.pop(word.id, None)
    return tuple(
        Factor(key, said.lens, said.cell, said.text, since[key], closed.get(key), said.into)
        for key, said in words.items()
    )


def _words(shape: Shape) -> Iterator[_Word]:
    if isinstance(shape, IntakeScan):
        yield from _of_scan(shape)
    elif isinstance(shape, InfluenceMap):
        for placed in shape.factors:
            said = (placed.id, placed.lens, placed.cell, placed.text)
            yield _Word(*said, not placed.is_open, placed.into, placed.since)


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
