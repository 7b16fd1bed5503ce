"""Between the browser and the intake scan."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from samenhang.method import intake_scan as method
from samenhang.method.dossier import Dossier, to_look_back_on
from samenhang.method.finding import Finding
from samenhang.method.intake_scan import QUESTIONS, Cell, Column, Earlier, Fate, IntakeScan, Parked
from samenhang.method.lens import Lens
from samenhang.method.micro_action import MicroAction
from samenhang.tools import still
from samenhang.tools.tool import Follows, Typed, choice, known_action, new_id, too_long, type_of_problems

hint, picture, pointed, stepped = still.hint, still.picture, still.pointed, still.stepped
CELLS = tuple((lens, cell) for lens in Lens for cell in Cell)
MOST_LATER = 30


def name_of(lens: Lens, cell: Cell) -> str:
    return f"{lens}_{cell}"


def begin(dossier: Dossier) -> IntakeScan:
    """A next scan looks back on what earlier ones found, and keeps what waits."""
    return IntakeScan(earlier=to_look_back_on(dossier), later=dossier.parked)


def fields(scan: IntakeScan, _: Dossier) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for lens, cell in CELLS:
        finding = scan.finding(lens, cell)
        found[name_of(lens, cell)] = [finding.text]
        found[f"{name_of(lens, cell)}_id"] = [finding.id]
    for name, put_away in (("later", False), ("away", True)):
        found[name] = [_line(p) for p in scan.later if p.put_away is put_away]
    for factor in scan.earlier:
        found[f"earlier_{factor.id}"] = [factor.text]
        found[f"fate_{factor.id}"] = [factor.fate]
    return found


def _line(parked: Parked) -> str:
    return f"{parked.lens}|{parked.cell}|{parked.id}|{parked.text}"


def shape(typed: Typed, dossier: Dossier) -> IntakeScan:
    return IntakeScan(
        bio=_column(typed, Lens.BIO, dossier),
        psycho=_column(typed, Lens.PSYCHO, dossier),
        social=_column(typed, Lens.SOCIAL, dossier),
        later=tuple(_later(typed)),
        earlier=tuple(_earlier(typed, dossier)),
    )


def _column(typed: Typed, lens: Lens, dossier: Dossier) -> Column:
    return Column(*(_finding(typed, lens, cell, dossier) for cell in Cell))


def _finding(typed: Typed, lens: Lens, cell: Cell, dossier: Dossier) -> Finding:
    name = name_of(lens, cell)
    text, carried = typed.text(name), f"{name}_id"
    if not text:
        return Finding()
    is_action = cell is Cell.ACTION
    return Finding(text, known_action(typed, carried, dossier) if is_action else typed.identity(carried))


def _later(typed: Typed) -> Iterator[Parked]:
    """What waits: lines kept before, and a second item typed beside a cell."""
    for name, put_away in (("later", False), ("away", True)):
        for line in typed.all(name):
            where, what, known, text = [*line.split("|", 3), "", "", ""][:4]
            lens, cell = choice(Lens, where), choice(Cell, what)
            if text and lens and cell:
                yield Parked(lens, cell, text, known, put_away)
    for lens, cell in CELLS:
        text = typed.text(f"{name_of(lens, cell)}_more")
        if text:
            yield Parked(lens, cell, text)


def _earlier(typed: Typed, dossier: Dossier) -> Iterator[Earlier]:
    """Each factor of an earlier scan: as it was, in other words, or closed."""
    for factor in dossier.factors:
        fate = choice(Fate, typed.text(f"fate_{factor.id}"))
        if fate is None:
            continue
        words = typed.text(f"earlier_{factor.id}")
        renamed = fate is not Fate.CLOSE and words not in ("", factor.text)
        text = words if renamed else factor.text
        yield Earlier(factor.id, factor.lens, factor.cell, text, Fate.RENAME if renamed else fate)


def problems(typed: Typed, _: Dossier) -> type_of_problems:
    names = tuple(name_of(lens, cell) for lens, cell in CELLS)
    earlier = tuple(name for name in typed.values if name.startswith("earlier_"))
    return too_long(typed, (*names, *(f"{name}_more" for name in names), *earlier))


def offers(typed: Typed, dossier: Dossier) -> dict[str, Any]:
    return {
        "columns": [
            {
                "lens": lens,
                "cells": [
                    {
                        "cell": cell,
                        "name": name_of(lens, cell),
                        "text": typed.text(name_of(lens, cell)),
                        "id": typed.text(f"{name_of(lens, cell)}_id"),
                        "more": typed.text(f"{name_of(lens, cell)}_more"),
                        "more_name": f"{name_of(lens, cell)}_more",
                        "questions": QUESTIONS[lens, cell],
                    }
                    for cell in Cell
                ],
            }
            for lens in Lens
        ],
        "later": [(_line(parked), parked) for parked in _later(typed)],
        "earlier": [(f"earlier_{factor.id}", factor) for factor in _earlier(typed, dossier)],
        "filled": method.filled(shape(typed, dossier)),
        "seconds": method.MINUTES * 60,
    }


def shown(scan: IntakeScan, _: date, __: date) -> dict[str, Any]:
    return {"columns": [(lens, [(cell, scan.finding(lens, cell).text) for cell in Cell]) for lens in Lens]}


def settled(scan: IntakeScan, _: date) -> IntakeScan:
    return method.with_identities(scan, new_id)


def follows(scan: IntakeScan, _: Typed) -> Follows:
    return Follows(
        proposed=tuple(
            MicroAction(id=found.id, behaviour=found.text, lens=lens)
            for lens in Lens
            if (found := scan.finding(lens, Cell.ACTION)).text
        )
    )
