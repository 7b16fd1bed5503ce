"""Between the browser and the intake scan."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from samenhang.method import intake_scan as method
from samenhang.method.dossier import Dossier, open_factors
from samenhang.method.finding import Finding
from samenhang.method.intake_scan import QUESTIONS, Cell, Column, IntakeScan, Parked
from samenhang.method.lens import Lens
from samenhang.method.micro_action import MicroAction
from samenhang.tools.tool import Follows, Typed, choice, new_id, too_long, type_of_problems

CELLS = tuple((lens, cell) for lens in Lens for cell in Cell)
MOST_LATER = 30


def name_of(lens: Lens, cell: Cell) -> str:
    return f"{lens}_{cell}"


def begin(_: Dossier) -> IntakeScan:
    return IntakeScan()


def fields(scan: IntakeScan, _: Dossier) -> dict[str, list[str]]:
    found = {}
    for lens, cell in CELLS:
        finding = scan.finding(lens, cell)
        found[name_of(lens, cell)] = [finding.text]
        found[f"{name_of(lens, cell)}_id"] = [finding.id]
    found["later"] = [f"{p.lens}|{p.cell}|{p.text}" for p in scan.later]
    found["closed"] = list(scan.closed)
    return found


def shape(typed: Typed, _: Dossier) -> IntakeScan:
    return IntakeScan(
        bio=_column(typed, Lens.BIO),
        psycho=_column(typed, Lens.PSYCHO),
        social=_column(typed, Lens.SOCIAL),
        later=tuple(_later(typed)),
        closed=tuple(typed.all("closed")),
    )


def _column(typed: Typed, lens: Lens) -> Column:
    return Column(*(_finding(typed, name_of(lens, cell)) for cell in Cell))


def _finding(typed: Typed, name: str) -> Finding:
    text = typed.text(name)
    return Finding(text, typed.text(f"{name}_id")) if text else Finding()


def _later(typed: Typed) -> Iterator[Parked]:
    """What waits: lines kept before, and a second item typed beside a cell."""
    for line in typed.all("later"):
        where, what, text = [*line.split("|", 2), "", ""][:3]
        lens, cell = choice(Lens, where), choice(Cell, what)
        if text and lens and cell:
            yield Parked(lens, cell, text)
    for lens, cell in CELLS:
        text = typed.text(f"{name_of(lens, cell)}_more")
        if text:
            yield Parked(lens, cell, text)


def problems(typed: Typed, _: Dossier) -> type_of_problems:
    names = tuple(name_of(lens, cell) for lens, cell in CELLS)
    return too_long(typed, (*names, *(f"{name}_more" for name in names)))


def offers(typed: Typed, dossier: Dossier) -> dict[str, Any]:
    known = open_factors(dossier)
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
                        "questions": QUESTIONS[lens, cell],
                        "earlier": [f for f in known if (f.lens, f.cell) == (lens, cell)],
                    }
                    for cell in Cell
                ],
            }
            for lens in Lens
        ],
        "later": [(f"{p.lens}|{p.cell}|{p.text}", p) for p in _later(typed)],
        "closed": set(typed.all("closed")),
        "standing": known,
        "filled": method.filled(shape(typed, dossier)),
        "seconds": method.MINUTES * 60,
    }


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
