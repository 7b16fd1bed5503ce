"""Sheets to print in tests: every text a word of its own, or every text the same."""

import dataclasses
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import Enum
from io import BytesIO
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from pypdf import PdfReader

from samenhang.look.paper import ROOT, render
from samenhang.look.paper_data import paper_data
from samenhang.method.canvas import Canvas
from samenhang.method.influence_map import InfluenceMap
from samenhang.method.intake_scan import IntakeScan
from samenhang.method.needs_meter import NeedsMeter
from samenhang.method.safety_ladder import SafetyLadder
from samenhang.method.sheet import Shape

SHAPES = (IntakeScan, NeedsMeter, SafetyLadder, InfluenceMap, Canvas)
IDENTITIES = {"id", "item", "action", "source", "target", "into"}
REST = "volledig op het scherm"
DAY = date(2026, 11, 23)


def template_of(shape: type[Shape]) -> Path:
    return ROOT / "tools" / shape.slug / "paper.typ"


def printed(shape: type[Shape], sheet: Shape | None = None, **words: Any) -> bytes:
    title = words.pop("title", shape.__name__)
    return render(template_of(shape), paper_data(shape, sheet, title=title, **words), title=title)


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in read(pdf).pages)


def stuffed(kind: Any, text: Callable[[str], str], path: str = "") -> Any:
    """A value of this type in which every text is what `text` says for its dotted path."""
    found = _stuffed(kind, text, path)
    return _tied(found) if isinstance(found, InfluenceMap) else found


def _tied(drawn: InfluenceMap) -> InfluenceMap:
    """The threads of a map run between its own factors, there and back."""
    ids = [f"00000000-0000-4000-8000-00000000000{n}" for n, _ in enumerate(drawn.factors)]
    return replace(
        drawn,
        factors=tuple(replace(one, id=known, into="") for one, known in zip(drawn.factors, ids, strict=True)),
        influences=tuple(
            replace(one, source=a, target=b)
            for one, a, b in zip(drawn.influences, ids, ids[::-1], strict=True)
        ),
    )


def _stuffed(kind: Any, text: Callable[[str], str], path: str) -> Any:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        kinds = get_type_hints(kind)
        return kind(**{f.name: _part(f.name, kinds[f.name], text, path) for f in dataclasses.fields(kind)})
    if get_origin(kind) is tuple:
        return tuple(stuffed(get_args(kind)[0], text, f"{path}.{nth}") for nth in range(2))
    if get_origin(kind) is UnionType:
        return stuffed(get_args(kind)[0], text, path)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    return {str: lambda: text(path), int: lambda: 4, bool: lambda: False, date: lambda: DAY}[kind]()


def _part(name: str, kind: Any, text: Callable[[str], str], path: str) -> Any:
    return "x-" + name if name in IDENTITIES and kind is str else stuffed(kind, text, f"{path}.{name}")
