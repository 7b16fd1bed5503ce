"""What every room is: a card for the corridor and a form between the browser and the shape."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar
from uuid import uuid4

from samenhang.method.diary import DiaryItem
from samenhang.method.dossier import Dossier
from samenhang.method.micro_action import MicroAction
from samenhang.method.sheet import LONGEST_TEXT, Audience, Shape

type_of_problems = dict[str, str]
E = TypeVar("E", bound=Enum)
LONGEST_NUMBER = 9
_IDENTITY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Typed:
    """What a person typed, as the browser sent it: every field is a list of texts, as they were."""

    values: Mapping[str, list[str]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The last value of a field, with line ends made one kind and outer space gone."""
        given = self.values.get(name) or [""]
        return given[-1].replace("\r\n", "\n").strip()

    def all(self, name: str) -> list[str]:
        return [value.strip() for value in self.values.get(name, []) if value.strip()]

    def number(self, name: str) -> int | None:
        given = self.text(name)
        fits = given.isascii() and given.isdigit() and len(given) <= LONGEST_NUMBER
        return int(given) if fits else None

    def identity(self, name: str) -> str:
        """The identity that a field carries along; nothing when it is none."""
        given = self.text(name)
        return given if _IDENTITY.fullmatch(given) else ""

    def carrying(self, fields: Mapping[str, list[str]]) -> "Typed":
        """The same words, with the identities that were given to them when they were kept."""
        given = {name: ids for name, ids in fields.items() if name == "action" or name.endswith("_id")}
        return Typed({**self.values, **{name: ids for name, ids in given.items() if not self.text(name)}})

    def is_on(self, name: str) -> bool:
        return bool(self.text(name))


@dataclass(frozen=True)
class Card:
    """What the corridor shows of a tool."""

    slug: str
    path: str
    title: str
    minutes: int
    question: str
    sign: str
    shape: type[Shape]
    audience: Audience
    foot: str = ""
    goes_on: bool = False  # one sheet for the whole trajectory: filling in goes on with the newest
    figure: Callable[[Any], str] | None = None  # its drawing on paper, as SVG


class Form(Protocol):
    """The six functions of a room's form.py."""

    def begin(self, dossier: Dossier) -> Shape:
        """What a fresh form starts with, from what is known."""

    def fields(self, shape: Any, dossier: Dossier) -> dict[str, list[str]]:
        """What stands in the form for a shape: the way back of `shape`."""

    def shape(self, typed: Typed, dossier: Dossier) -> Shape:
        """What a person means by what they typed."""

    def problems(self, typed: Typed, dossier: Dossier) -> type_of_problems:
        """Per field one Dutch sentence about what cannot be kept like this."""

    def offers(self, typed: Typed, dossier: Dossier) -> dict[str, Any]:
        """What the filling page offers besides the fields: questions on tap, earlier answers."""

    def hint(self, typed: Typed, dossier: Dossier) -> str:
        """One thing to drop or sharpen, said while typing; nothing when there is none."""

    def pointed(self, typed: Typed, to: Mapping[str, str]) -> Typed:
        """What stands in the form when a link led there with something in hand."""

    def stepped(self, typed: Typed) -> Typed:
        """What stands in the form after a button within it, without keeping anything."""

    def picture(self, typed: Typed, dossier: Dossier) -> str:
        """The drawing that follows what is typed, as SVG; nothing where there is none."""

    def shown(self, shape: Any, day: date, today: date) -> dict[str, Any]:
        """What the reading page needs besides the shape itself."""

    def settled(self, shape: Any, today: date) -> Shape:
        """The shape with its lasting identities, just before it is kept."""

    def follows(self, shape: Any, typed: Typed) -> "Follows":
        """What follows from keeping it, outside the sheet itself."""


@dataclass(frozen=True)
class Follows:
    """What a kept sheet sets in motion: candidates, the one action to test, a new diary question.

    `measures` says of factors, by identity, which diary question measures each from now on, or none.
    """

    proposed: tuple[MicroAction, ...] = ()
    chosen: MicroAction | None = None
    reason: str = ""
    item: DiaryItem | None = None
    measures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Room:
    card: Card
    form: Form

    @property
    def place(self) -> Path:
        return Path(__file__).parent / self.card.slug

    @property
    def guide(self) -> str:
        """The coach's guidance for this tool."""
        return _read(self.place / "guide.md")


@cache
def _read(path: Path) -> str:
    return path.read_text("utf-8")


def known_action(typed: Typed, name: str, dossier: Dossier) -> str:
    """The micro-action of this very client that a field points to; nothing when it points elsewhere."""
    given = typed.text(name)
    living = (*dossier.under_test, *dossier.candidates, *dossier.learned)
    return given if any(action.id == given for action in living) else ""


def choice(kind: type[E], text: str) -> E | None:
    """The choice a text names; None when it names none, whatever was sent."""
    try:
        return kind(text)
    except ValueError:
        return None


def new_id() -> str:
    return str(uuid4())


def too_long(typed: Typed, names: tuple[str, ...]) -> type_of_problems:
    """Refuse what is longer than a field holds, with both numbers; it is never cut."""
    return {
        name: f"Dit vak houdt {LONGEST_TEXT} tekens, hier staan er {len(text)}. Kort in of splits op."
        for name in names
        if len(text := typed.text(name)) > LONGEST_TEXT
    }
