"""What changed between two versions of a sheet, field by field, in the words of its labels."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from samenhang.method.sheet import Shape

_HIDDEN = frozenset({"id", "action", "item"})


@dataclass(frozen=True)
class Change:
    label: str
    old: str
    new: str


def differences(old: Shape, new: Shape) -> list[Change]:
    """Every field whose words differ, in the order of the shape."""
    before, after = _by_identity(old), _by_identity(new)
    return [
        Change(label, *(side.get((known, label), "") for side in (before, after)))
        for known, label in dict.fromkeys((*before, *after))
        if before.get((known, label)) != after.get((known, label))
    ]


def _by_identity(shape: Shape) -> dict[tuple[str, str], str]:
    """What a sheet says, line by line: as the shape tells it itself, or field by field."""
    own = {(known, label): said for known, label, said in shape.lines()}
    return own or {(label, label): said for label, said in _lines(shape) if said}


def is_same(old: Shape, new: Shape) -> bool:
    """Whether two sheets say the same, whatever identities were made for them."""
    return bool(_said(old) == _said(new))


def _said(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_said(item) for item in value]
    if dataclasses.is_dataclass(value):
        names = (each.name for each in dataclasses.fields(value))
        found = {name: _said(getattr(value, name)) for name in names}
        return {name: said for name, said in found.items() if not _is_identity(name, said)}
    return value


def _is_identity(name: str, value: Any) -> bool:
    return name in _HIDDEN and isinstance(value, str)


def _lines(value: Any, label: str = "") -> Iterator[tuple[str, str]]:
    """The words of a shape as (label, text), one a field; identities are left out."""
    for each in dataclasses.fields(value):
        inner = getattr(value, each.name)
        if _is_identity(each.name, inner):
            continue
        name = each.metadata.get("label") or ("" if label else each.name)
        path = " · ".join(part for part in (label, name) if part)
        if dataclasses.is_dataclass(inner):
            yield from _lines(inner, path)
        else:
            yield path, say(inner)


def say(value: Any) -> str:
    """Any value of a shape in words."""
    if value is None or value is False or value == "":
        return ""
    if value is True:
        return "ja"
    if isinstance(value, Enum):
        return str(getattr(value, "label", value.value))
    if isinstance(value, tuple):
        return "\n".join(filter(None, (say(item) for item in value)))
    if dataclasses.is_dataclass(value):
        return str(getattr(value, "text", ""))
    return str(value)
