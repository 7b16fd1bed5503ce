"""What a page says: from a shape, and a sheet of that shape or none, to the plain data a template prints."""

import dataclasses
import sys
from datetime import date, datetime
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

from samenhang.look.dates import say_date
from samenhang.look.glyphs import legible
from samenhang.method.sheet import Shape

type_of_data = dict[str, Any]


def paper_data(
    shape: type[Shape],
    sheet: Shape | None = None,
    *,
    title: str,
    practice: str = "",
    person: str = "",
    day: date | None = None,
    encounter: str = "",
    foot: str = "",
    foot_right: str = "",
) -> type_of_data:
    """Give the data of one page; without a sheet the page is empty. The coach's own part never travels."""
    return {
        "title": legible(title),
        "practice": legible(practice),
        "person": legible(person),
        "day": say_date(day) if day else "",
        "encounter": legible(encounter),
        "labels": _said_of(shape, "label"),
        "hints": _said_of(shape, "hint"),
        "options": _options(shape),
        "prompts": _prompts(shape),
        "sheet": None if sheet is None else _printed(sheet),
        "tells": {} if sheet is None else {name: _printed(told) for name, told in sheet.tells().items()},
        "foot": legible(foot),
        "foot_right": legible(foot_right),
    }


def _shared(shape: type[Any]) -> list["dataclasses.Field[Any]"]:
    return [f for f in dataclasses.fields(shape) if not f.metadata.get("private")]


def _said_of(shape: type[Any], what: str, above: str = "") -> dict[str, str]:
    """The label or hint of each field, by its dotted name: `bio`, `bio.strength`."""
    said: dict[str, str] = {}
    kinds = get_type_hints(shape)
    for f in _shared(shape):
        name = f"{above}{f.name}"
        said[name] = f.metadata.get(what, "")
        part = _dataclass_in(kinds[f.name])
        if part is not None:
            said |= _said_of(part, what, f"{name}.")
    return said


def _dataclass_in(kind: Any) -> type[Any] | None:
    """The dataclass a field holds, by itself or in a row; none for plain values."""
    inside = get_args(kind) if get_origin(kind) is tuple else (kind,)
    return next((k for k in inside if isinstance(k, type) and dataclasses.is_dataclass(k)), None)


def _options(shape: type[Shape]) -> dict[str, list[dict[str, str]]]:
    """Every choice that the module of this shape speaks of, by the name of its type in small letters."""
    spoken_of = vars(sys.modules[shape.__module__]).values()
    choices = (kind for kind in spoken_of if isinstance(kind, type) and issubclass(kind, Enum))
    return {
        kind.__name__.lower(): [_choice(one) for one in kind] for kind in choices if hasattr(kind, "label")
    }


def _prompts(shape: type[Shape]) -> dict[str, list[str]]:
    """The questions that the module of this shape offers for a field, by its dotted name."""
    asked = getattr(sys.modules[shape.__module__], "QUESTIONS", {})
    return {".".join(where): list(questions) for where, questions in asked.items()}


def _choice(member: Enum) -> dict[str, str]:
    """A choice with all it says of itself: its label, and ink or question if it has one."""
    own = (name for name, what in vars(type(member)).items() if isinstance(what, property))
    said = {name: getattr(member, name) for name in own}
    return {
        "value": str(member.value),
        **{name: text for name, text in said.items() if isinstance(text, str)},
    }


def _printed(value: Any) -> Any:
    """A value as it stands on paper: choices with their words, days written out, nothing private."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return legible(value)
    if isinstance(value, Enum):
        return _choice(value)
    if isinstance(value, date | datetime):
        return say_date(value)
    if isinstance(value, tuple):
        return [_printed(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _printed(getattr(value, f.name)) for f in _shared(type(value))}
    return value
