"""What every sheet promises."""

import dataclasses
import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenhang.method.canvas import Canvas
from samenhang.method.catalog import SHAPES
from samenhang.method.intake_scan import IntakeScan
from samenhang.method.safety_ladder import SafetyLadder
from samenhang.method.sheet import (
    Audience,
    Document,
    Shape,
    UnknownVersion,
    entry,
    hints,
    labels,
    load,
    texts,
    type_of_json,
)
from tests.method.cast import CANVAS, EVERYTHING, LADDER, METER, SCAN
from tests.method.strategies import QUICK, anything

KINDS = [type(each) for each in EVERYTHING]
ROOMS = list(SHAPES.values())


def through_json(document: type_of_json) -> type_of_json:
    read: type_of_json = json.loads(json.dumps(document).encode())
    return read


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
@QUICK
@given(data=st.data())
def test_whatever_is_kept_is_read_back_the_same(kind: type[Document], data: st.DataObject) -> None:
    kept = data.draw(anything(kind))
    read = kind.from_json(through_json(kept.to_json()))
    if isinstance(kept, Shape):
        read = read.with_private(through_json(kept.to_json(private=True)))
    assert read == kept


@pytest.mark.parametrize(
    "text", ["", "é ë ñ", "\x00\n\t", "👩🏽‍⚕️", "\u202eomgekeerd", "\u2028", "'\"<b>{{ x }}", "𝔉"]
)
def test_any_text_survives(text: str) -> None:
    canvas = Canvas(question=text, notes=text)
    read = Canvas.from_json(through_json(canvas.to_json()))
    assert read.with_private(through_json(canvas.to_json(private=True))) == canvas


@pytest.mark.parametrize("sheet", [SCAN, METER, LADDER, CANVAS], ids=lambda sheet: sheet.slug)
def test_what_is_private_stays_out_of_the_shared_part(sheet: Shape) -> None:
    own = {f.name for f in dataclasses.fields(sheet) if f.metadata.get("private")}
    shared, private = sheet.to_json(), sheet.to_json(private=True)
    assert (private.keys() - {"version"}, shared.keys() & own) == (own, set())
    assert shared.keys() | private.keys() == {"version", *labels(type(sheet))}


def test_the_private_fields_are_these() -> None:
    private = {
        (slug, f.name)
        for slug, shape in SHAPES.items()
        for f in dataclasses.fields(shape)
        if f.metadata.get("private")
    }
    assert private == {("safety_ladder", "sighting"), ("canvas", "notes")}


def test_has_private_only_when_the_coach_wrote_something() -> None:
    sheets = (SCAN, LADDER, SafetyLadder(rung=3), CANVAS, Canvas(question="?"))
    assert [sheet.has_private for sheet in sheets] == [False, True, False, True, False]


@pytest.mark.parametrize("version", [0, -1, 98, 99, None, "1", 1.5], ids=repr)
@pytest.mark.parametrize("kept", EVERYTHING, ids=lambda kept: kept.slug)
def test_an_unknown_version_is_never_guessed(kept: Document, version: Any) -> None:
    with pytest.raises(UnknownVersion) as refusal:
        type(kept).from_json({**kept.to_json(), "version": version})
    assert (refusal.value.slug, refusal.value.version) == (kept.slug, version)


def test_a_document_without_version_is_refused() -> None:
    with pytest.raises(UnknownVersion, match="canvas version None"):
        Canvas.from_json({"question": "Wat nu?"})


def test_a_private_part_of_an_unknown_version_is_refused() -> None:
    with pytest.raises(UnknownVersion):
        CANVAS.with_private({"version": Canvas.version + 1, "notes": "van later"})


def test_a_private_part_that_holds_nothing_changes_nothing() -> None:
    assert CANVAS.with_private({"version": 1}) == CANVAS


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Line:
    text: str = entry("Regel")


@dataclass(frozen=True)
class Card(Shape):
    slug: ClassVar[str] = "card"
    version: ClassVar[int] = 3

    title: str = entry("Titel", hint="Hoe heet het?")
    lines: tuple[Line, ...] = entry("Regels", default=tuple)
    colour: Colour | None = entry("Kleur", default=None)
    mine: str = entry("Voor jezelf", private=True)
    own: tuple[str, ...] = entry("Van mij", private=True, default=tuple)

    @classmethod
    def upgrade(cls, document: type_of_json, version: int) -> type_of_json:
        if version == 1:
            return super().upgrade(document, version)
        renamed = {"name": "title", "secret": "mine"}
        return {renamed.get(key, key): value for key, value in document.items()}


def test_an_older_version_is_brought_to_this_one_in_both_parts() -> None:
    read = Card.from_json({"version": 2, "name": "Emma"}).with_private({"version": 2, "secret": "zacht"})
    assert read == Card("Emma", mine="zacht")


def test_a_version_that_no_upgrade_knows_is_refused() -> None:
    with pytest.raises(UnknownVersion):
        Card.from_json({"version": 1, "name": "Emma"})


def test_a_default_made_by_a_function_counts_as_empty() -> None:
    assert [Card().has_private, Card(own=("iets",)).has_private] == [False, True]


def test_unknown_keys_are_left_and_absent_ones_default() -> None:
    document = {"version": 3, "lines": [{"text": "een", "spare": 1}], "colour": "red", "spare": 2}
    assert Card.from_json(document) == Card(lines=(Line("een"),), colour=Colour.RED)


def test_labels_and_hints_are_read_from_the_shape() -> None:
    assert labels(Line) == {"text": "Regel"}
    assert hints(Card) == {"title": "Hoe heet het?", "lines": "", "colour": "", "mine": "", "own": ""}


@pytest.mark.parametrize("shape", ROOMS, ids=lambda shape: shape.slug)
def test_every_field_of_a_tool_has_its_dutch_label(shape: type[Shape]) -> None:
    assert all(labels(shape).values())


def test_texts_walk_everything_that_was_typed() -> None:
    sheet = Card("titel", (Line("een"), Line(), Line("twee")), Colour.RED, "eigen", ("x",))
    assert list(texts(sheet)) == ["titel", "een", "twee", "eigen", "x"]


def test_texts_lose_nothing_of_a_scan() -> None:
    said = {"Zorgvuldig", "Koor op donderdag", "Kookt graag", "Vanavond om 22.15 het scherm uit"}
    assert said <= set(texts(SCAN))
    assert list(texts(IntakeScan())) == []


@pytest.mark.parametrize("item", [None, 3, 2.5, True, date(2026, 3, 1)], ids=repr)
def test_what_is_no_text_is_not_walked(item: object) -> None:
    assert list(texts(item)) == []


def test_a_plain_value_is_loaded_as_it_is() -> None:
    assert (load(int, 3), load(tuple[int, ...], [1, 2]), load(date, "2024-02-29")) == (
        3,
        (1, 2),
        date(2024, 2, 29),
    )


def test_a_document_that_does_not_fit_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="paars"):
        Card.from_json({"version": 3, "colour": "paars"})


def test_the_three_audiences() -> None:
    assert [each.value for each in Audience] == ["coach", "coach_and_client", "practice"]
