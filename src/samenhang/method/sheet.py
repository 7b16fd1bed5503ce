"""What every sheet promises: a frozen shape, a version, labels, and a way from and to JSON.

A shape is a frozen dataclass that derives from `Shape`. Its fields are made with `entry`, which gives
each its Dutch label; screen, paper and export all read the label there. A field marked `private` is the
coach's own: it is kept apart from the rest and sealed with the coach's own key.
"""

import dataclasses
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from functools import cache
from typing import Any, ClassVar, Self, Union, get_args, get_origin, get_type_hints

type_of_json = dict[str, Any]
LONGEST_TEXT = 5000


class Audience(StrEnum):
    """Who may read a sheet, besides the coach who wrote it."""

    COACH = "coach"
    SHARED = "coach_and_client"
    PRACTICE = "practice"


class UnknownVersion(Exception):
    """A sheet was written by a newer program: it is shown as such and never guessed at."""

    def __init__(self, slug: str, version: object) -> None:
        super().__init__(f"{slug} version {version}")
        self.slug, self.version = slug, version


def entry(label: str = "", *, hint: str = "", private: bool = False, default: Any = "") -> Any:
    """Make a field of a shape: its label and hint in Dutch, its default when left open."""
    meta = {"label": label, "hint": hint, "private": private}
    if callable(default):
        return dataclasses.field(default_factory=default, metadata=meta)
    return dataclasses.field(default=default, metadata=meta)


@dataclass(frozen=True)
class Document:
    """Anything that is kept as one JSON document with a version: sheets, micro-actions, diary items."""

    slug: ClassVar[str]
    version: ClassVar[int] = 1

    @classmethod
    def upgrade(cls, document: type_of_json, version: int) -> type_of_json:  # noqa: ARG003 - upgrades read it
        """Bring a document of an earlier version to this one; a shape that changed overrides this.

        Of a sheet it is given the shared part and the coach's own part one after the other.
        """
        raise UnknownVersion(cls.slug, version)

    @classmethod
    def from_json(cls, document: type_of_json) -> Self:
        """Read a kept document; raise UnknownVersion when it is newer than this program."""
        read: Self = load(cls, cls.as_of_now(document))
        return read

    @classmethod
    def as_of_now(cls, document: type_of_json) -> type_of_json:
        """Give a kept document as this version keeps it; raise UnknownVersion when it is newer."""
        version = document.get("version")
        if version == cls.version:
            return document
        if not isinstance(version, int) or not 1 <= version < cls.version:
            raise UnknownVersion(cls.slug, version)
        return cls.upgrade(document, version)

    def to_json(self) -> type_of_json:
        return {"version": self.version, **dump(self)}


@dataclass(frozen=True)
class Shape(Document):
    """What one filled-in tool says."""

    def to_json(self, *, private: bool = False) -> type_of_json:
        """Give the shared part of the document, or with `private` the coach's own part."""
        body = {
            f.name: dump(getattr(self, f.name))
            for f in dataclasses.fields(self)
            if bool(f.metadata.get("private")) is private
        }
        return {"version": self.version, **body}

    def with_private(self, document: type_of_json) -> Self:
        """Give the same sheet with the coach's own part filled in; versions count here too."""
        given = self.as_of_now(document)
        kinds = _hints(_kind(self))
        own = {
            f.name: load(kinds[f.name], given[f.name])
            for f in dataclasses.fields(self)
            if f.metadata.get("private") and f.name in given
        }
        return dataclasses.replace(self, **own)

    def tells(self) -> Mapping[str, Any]:
        """What follows from what was filled in, for whoever shows it: no page works it out again."""
        return {}

    def lines(self) -> Iterable[tuple[str, str, str]]:
        """What it says line by line, as (identity, label, words), where its fields alone do not tell it."""
        return ()

    @property
    def has_private(self) -> bool:
        return any(
            f.metadata.get("private") and getattr(self, f.name) != _default(f)
            for f in dataclasses.fields(self)
        )


def _default(field: "dataclasses.Field[Any]") -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def labels(shape: type[Any]) -> dict[str, str]:
    """Give the label of every field of a shape, by name."""
    return {f.name: f.metadata.get("label", "") for f in dataclasses.fields(shape)}


def hints(shape: type[Any]) -> dict[str, str]:
    """Give the hint of every field of a shape, by name."""
    return {f.name: f.metadata.get("hint", "") for f in dataclasses.fields(shape)}


def texts(value: Any) -> Iterator[str]:
    """Walk every text a sheet holds: for search, for proof that nothing is lost."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif dataclasses.is_dataclass(value):
        for f in dataclasses.fields(value):
            yield from texts(getattr(value, f.name))


def dump(value: Any) -> Any:
    """Turn a value of a shape into plain JSON."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [dump(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {f.name: dump(getattr(value, f.name)) for f in dataclasses.fields(value)}
    return value


def load(kind: Any, document: Any) -> Any:
    """Turn plain JSON back into a value of the given type; unknown keys are left, absent ones default."""
    make = _loader(kind)
    return document if make is None else make(document)


@cache
def _loader(kind: Any) -> Any:
    """A function from JSON to a value of this type; None where JSON already is the value."""
    origin = get_origin(kind)
    if origin is tuple:
        each = _loader(get_args(kind)[0])
        return tuple if each is None else lambda value: tuple(map(each, value))
    if origin in (Union, types.UnionType):
        some = _loader(next(a for a in get_args(kind) if a is not type(None)))
        return None if some is None else lambda value: None if value is None else some(value)
    if kind in (date, datetime):
        return kind.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _fields_loader(kind) if dataclasses.is_dataclass(kind) else None


def _fields_loader(kind: Any) -> Any:
    """A function that reads a shape field by field, worked out once per shape: sheets come by the hundred."""
    makers = {name: _loader(_hints(kind)[name]) for name in labels(kind)}
    made = tuple((name, make) for name, make in makers.items() if make)

    def read(document: type_of_json) -> Any:
        known = document.keys() <= makers.keys()
        values = {**document} if known else {name: document[name] for name in makers if name in document}
        for name, make in made:
            if name in values:
                values[name] = make(values[name])
        return kind(**values)

    return read


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _kind(shape: Any) -> Any:
    return type(shape)
