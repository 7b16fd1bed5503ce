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
    before, after = dict(_lines(old)), dict(_lines(new))
    names = list(dict.fromkeys((*before, *after)))
    return [
        Change(name, before.get(name, ""), after.get(name, ""))
        for name in names
        if before.get(name, "") != after.get(name, "")
    ]


def _lines(value: Any, label: str = "") -> Iterator[tuple[str, str]]:
    """The words of a shape as (label, text), one a field; identities are left out."""
    for each in dataclasses.fields(value):
        inner = getattr(value, each.name)
        if each.name in _HIDDEN and isinstance(inner, str):
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
