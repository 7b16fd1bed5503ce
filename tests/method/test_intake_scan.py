"""T1: three lenses, of each one strength, one bottleneck, one small step."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given

from samenhang.method.finding import Finding
from samenhang.method.intake_scan import (
    MINUTES,
    QUESTIONS,
    Cell,
    Column,
    IntakeScan,
    Parked,
    filled,
    is_complete,
    with_identities,
)
from samenhang.method.lens import Lens
from tests.method.cast import SCAN
from tests.method.strategies import QUICK, anything


def test_five_minutes() -> None:
    assert MINUTES == 5


def test_complete_is_nine_cells() -> None:
    assert (filled(SCAN), is_complete(SCAN)) == (9, True)
    eight = replace(SCAN, social=replace(SCAN.social, action=Finding("", "a3")))
    assert (filled(eight), is_complete(eight)) == (8, False)
    assert filled(IntakeScan()) == 0


def test_each_cell_is_found_by_lens_and_kind() -> None:
    found = [SCAN.finding(lens, cell).id for lens in Lens for cell in Cell]
    assert found == ["f1", "f2", "a1", "f3", "f4", "a2", "f5", "f6", "a3"]


@pytest.mark.parametrize("lens", Lens)
@pytest.mark.parametrize("cell", Cell)
def test_each_cell_offers_three_or_four_questions(lens: Lens, cell: Cell) -> None:
    asked = QUESTIONS[lens, cell]
    assert len(asked) in (3, 4)
    assert all(question.endswith("?") for question in asked)


def test_no_question_is_asked_twice() -> None:
    asked = [question for questions in QUESTIONS.values() for question in questions]
    assert len(asked) == len(set(asked))


def test_filled_cells_and_parked_items_get_an_identity() -> None:
    numbers = map(str, count(1))
    scan = IntakeScan(
        bio=Column(strength=Finding("Fietst"), action=Finding("Wandelen", "a1")),
        later=(Parked(Lens.BIO, Cell.STRENGTH, "Kookt"),),
    )
    assert with_identities(scan, lambda: next(numbers)) == IntakeScan(
        bio=Column(strength=Finding("Fietst", "1"), action=Finding("Wandelen", "a1")),
        later=(Parked(Lens.BIO, Cell.STRENGTH, "Kookt", "2"),),
    )


@QUICK
@given(anything(IntakeScan))
def test_an_identity_is_given_once(scan: IntakeScan) -> None:
    numbers = count()
    once = with_identities(scan, lambda: f"a fresh number {next(numbers)}")
    assert with_identities(once, lambda: pytest.fail("given twice")) == once
    given_now = [once.finding(lens, cell).id for lens in Lens for cell in Cell]
    fresh = [identity for identity in given_now if identity.startswith("a fresh number")]
    assert len(fresh) == len(set(fresh))


def test_closed_are_the_earlier_ones_that_no_longer_hold() -> None:
    assert (SCAN.closed, IntakeScan().closed) == (("f7",), ())
