"""Every room has one form: the same files, the same functions, and every word goes all the way round."""

import dataclasses
import re
from datetime import date
from enum import Enum
from html import unescape
from importlib import import_module
from io import BytesIO
from typing import Any, get_args, get_type_hints

import pytest
from django.urls import reverse
from pypdf import PdfReader

from samenhang.dossier.queries import current_sheets, shape_of
from samenhang.method.catalog import SHAPES
from samenhang.method.dossier import Dossier
from samenhang.method.sheet import Shape, labels, load, texts
from samenhang.practice.models import Client
from samenhang.tools.catalog import ROOMS
from samenhang.tools.services import Filling, keep_shape
from samenhang.tools.tool import Follows, Form, Room
from tests.conftest import Person
from tests.everywhere.forms import fields_of
from tests.look.papers import stuffed

FILES = {"__init__.py", "card.py", "fill.html", "form.py", "guide.md", "page.html", "paper.typ"}
MAY_BE_OPEN = {"foot", "goes_on", "figure"}
FUNCTIONS = {name for name in vars(Form) if not name.startswith("_")}

each_room = pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.card.slug)


def word(path: str) -> str:
    """A word of its own for a place in a shape; words are short enough to stand whole on a line."""
    return "woord" + re.sub(r"\W|_", "", path)[-26:]


def test_the_catalogue_and_the_method_name_the_same_tools() -> None:
    assert {room.card.slug: room.card.shape for room in ROOMS} == dict(SHAPES)
    assert len({room.card.path for room in ROOMS}) == len(ROOMS)


@each_room
def test_a_room_has_exactly_its_files(room: Room) -> None:
    found = {path.name for path in room.place.iterdir() if path.name != "__pycache__"}
    assert found == FILES
    assert (room.place / "__init__.py").read_text("utf-8") == ""
    assert room.guide.strip()


@each_room
def test_a_room_has_its_card_and_its_functions(room: Room) -> None:
    card = import_module(f"samenhang.tools.{room.card.slug}.card").CARD
    form = import_module(f"samenhang.tools.{room.card.slug}.form")
    assert (card, form) == (room.card, room.form)
    assert [name for name in FUNCTIONS if not callable(getattr(form, name, None))] == []
    empty = [
        f.name for f in dataclasses.fields(card) if f.name not in MAY_BE_OPEN and not getattr(card, f.name)
    ]
    assert empty == []


@each_room
def test_every_field_has_its_label(room: Room) -> None:
    assert [name for name, label in labels(room.card.shape).items() if not label] == []


def stuff(room: Room) -> Shape:
    """A sheet with a word of its own in every text, as it is kept."""
    shape: Shape = room.form.settled(stuffed(room.card.shape, word), date(2026, 11, 23))
    return shape


def said(value: Any) -> list[str]:
    return [text for text in texts(value) if text.startswith("woord")]


def split(shape: Shape) -> tuple[list[str], list[str]]:
    """The words anyone who may read the sheet reads, and those that are the author's alone."""
    shared, private = [], []
    for each in dataclasses.fields(shape):
        (private if each.metadata.get("private") else shared).extend(said(getattr(shape, each.name)))
    return shared, private


def keep(room: Room, noor: Person, emma: Client) -> str:
    with noor.scope.entered():
        sheet = keep_shape(Filling(noor.scope, emma, room), stuff(room), Follows())
    return str(sheet.pk)


def page_of(person: Person, client: Client, sheet: str) -> str:
    return unescape(person.browser().get(reverse("tools:sheet", args=[client.pk, sheet])).content.decode())


def paper_of(person: Person, client: Client, sheet: str) -> str:
    answer = person.browser().get(reverse("tools:paper", args=[client.pk, sheet]))
    pages = PdfReader(BytesIO(answer.content)).pages
    assert len(pages) == 1
    return "".join(re.sub(r"\s|\N{SOFT HYPHEN}|-\n", "", page.extract_text()) for page in pages)


@each_room
def test_every_word_is_found_again(room: Room, noor: Person, emma: Client) -> None:
    shared, private = split(stuff(room))
    assert shared, "a shape without a text would prove nothing"
    sheet = keep(room, noor, emma)
    page, paper = page_of(noor, emma, sheet), paper_of(noor, emma, sheet)
    assert [each for each in (*shared, *private) if each not in page] == []
    assert [each for each in shared if each not in paper and not _stays_on_screen(room, each)] == []
    assert [each for each in private if each in paper] == []


def _stays_on_screen(room: Room, text: str) -> bool:
    """Parked goals stand beside the five boxes of the canvas, not on its A4."""
    return room.card.slug == "canvas" and "later" in text


@each_room
def test_the_json_of_a_sheet_holds_every_word_once(room: Room) -> None:
    shape = stuff(room)
    shared, private = split(shape)
    assert said(load(type(shape), shape.to_json())) == shared
    assert [each for each in private if each in str(shape.to_json())] == []
    assert type(shape).from_json(shape.to_json()).with_private(shape.to_json(private=True)) == shape


@each_room
def test_private_words_are_for_the_author_alone(room: Room, noor: Person, joke: Person, emma: Client) -> None:
    shared, private = split(stuff(room))
    sheet = keep(room, noor, emma)
    emma.coach = joke.practitioner
    emma.save()
    page, paper = page_of(joke, emma, sheet), paper_of(joke, emma, sheet)
    assert [each for each in shared if each not in page] == []
    assert [each for each in private if each in page or each in paper] == []


@each_room
def test_what_was_kept_fills_the_form_again(room: Room, noor: Person, emma: Client) -> None:
    """Fill, keep, read, fill again, keep again: the second version says what the first one said."""
    browser, here = noor.browser(), reverse("tools:fill", args=[emma.pk, room.card.path])
    typed = untouched(browser.get(here)) | typed_words(room)
    assert browser.post(here, typed).status_code == 302
    first = current_sheets(emma)[0]
    again = untouched(browser.get(here, {"blad": str(first.pk)}))
    assert browser.post(f"{here}?blad={first.pk}", again).status_code == 302
    second = current_sheets(emma)[0]
    assert second.supersedes_id == first.pk
    old, new = shape_of(first, noor.scope.person), shape_of(second, noor.scope.person)
    assert said(old)
    assert new == old


def untouched(page: Any) -> dict[str, list[str]]:
    return fields_of(page.content.decode(), "data-autosave")


def typed_words(room: Room) -> dict[str, list[str]]:
    """What the browser sends for a sheet with a word in every text."""
    sent = room.form.fields(stuff(room), Dossier())
    return {name: values for name, values in sent.items() if not _points_elsewhere(name)}


def _points_elsewhere(name: str) -> bool:
    """Identities that are made by the house, not typed: a form from nowhere has none."""
    return name in {"action", "watched", "kept", "known", "away"} or name.endswith("_id")


@each_room
def test_labels_stand_on_the_page_as_the_shape_has_them(room: Room, noor: Person, emma: Client) -> None:
    page = page_of(noor, emma, keep(room, noor, emma))
    absent = [label for label in shown_labels(room) if label.casefold() not in page.casefold()]
    assert absent == []


def shown_labels(room: Room) -> list[str]:
    """Every label of the shape; a choice says itself."""
    kinds = get_type_hints(room.card.shape)
    return [label for name, label in labels(room.card.shape).items() if not _is_choice(kinds[name])]


def _is_choice(kind: Any) -> bool:
    return any(isinstance(each, type) and issubclass(each, Enum) for each in (kind, *get_args(kind)))
