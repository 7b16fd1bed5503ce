"""Whatever was ever kept can be read for good, and no shape changes without a new version."""

import dataclasses
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

import pytest

from samenhang.method.catalog import SHAPES
from samenhang.method.sheet import Document, Shape, entry
from tests.method.cast import EVERYTHING
from tests.method.versions import FIELDS, FIXTURES, document_of, fields_of, fixture_of, read

EACH = pytest.mark.parametrize("kept", EVERYTHING, ids=lambda kept: kept.slug)
KINDS = {kept.slug: type(kept) for kept in EVERYTHING}
STORED = sorted(path.name for path in FIXTURES.glob("*.v*.json"))


def test_every_version_of_every_shape_is_stored() -> None:
    versions = {(kind, n) for kind in KINDS.values() for n in range(1, kind.version + 1)}
    assert sorted(fixture_of(kind.slug, n).name for kind, n in versions) == STORED
    assert sorted(json.loads(FIELDS.read_text("utf-8"))) == [name.removesuffix(".json") for name in STORED]
    assert SHAPES.keys() <= KINDS.keys()


@pytest.mark.parametrize("name", STORED)
def test_what_was_kept_in_any_version_is_read(name: str) -> None:
    kind = KINDS[name.partition(".")[0]]
    stored = json.loads((FIXTURES / name).read_text("utf-8"))
    kept = read(kind, stored)
    assert isinstance(kept, kind)
    assert read(kind, document_of(kept)) == kept


@EACH
def test_this_version_is_read_whole_and_written_the_same(kept: Document) -> None:
    stored = json.loads(fixture_of(kept.slug, kept.version).read_text("utf-8"))
    assert read(type(kept), stored) == kept
    assert document_of(kept) == stored


@EACH
def test_no_shape_changes_without_a_new_version(kept: Document) -> None:
    stored = json.loads(FIELDS.read_text("utf-8"))[f"{kept.slug}.v{kept.version}"]
    assert fields_of(type(kept)) == stored, (
        f"{kept.slug} changed: raise its version, write upgrade(), run `python -m tests.method.versions`"
    )


@EACH
def test_the_stored_document_leaves_no_field_at_its_default(kept: Document) -> None:
    """Else a field that is lost on the way would not be missed."""
    unfilled = [
        f.name
        for f in dataclasses.fields(kept)
        if f.default is not dataclasses.MISSING and getattr(kept, f.name) == f.default
    ]
    assert unfilled == []


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Card(Shape):
    slug: ClassVar[str] = "card"
    colours: tuple[Colour, ...] = ()
    count: int | None = None
    mine: str = entry("Voor jezelf", private=True)


def test_the_tree_sees_names_types_values_and_what_is_private() -> None:
    assert fields_of(Card) == {
        "colours": ["red | blue"],
        "count": {"or nothing": ["int"]},
        "mine (private)": "str",
    }


@pytest.mark.parametrize("slug", SHAPES)
def test_private_is_said_at_the_top_of_a_shape_only(slug: str) -> None:
    """Deeper down it would be kept with the rest, and read by whoever reads the rest."""
    tree = fields_of(SHAPES[slug])
    assert "(private)" not in json.dumps(list(tree.values()))
