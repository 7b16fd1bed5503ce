"""T6: five boxes on one page, and what stands beside them."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given

from samenhang.method.canvas import (
    BOXES,
    MOST_ITEMS,
    Canvas,
    Intervention,
    Later,
    filled,
    is_complete,
    with_identities,
)
from samenhang.method.lever import Lever
from samenhang.method.sheet import labels
from tests.method.cast import CANVAS
from tests.method.strategies import QUICK, anything


def test_five_boxes_in_the_words_of_the_method() -> None:
    said = labels(Canvas)
    assert [said[box] for box in BOXES] == ["Vraag", "Hypothese", "Interventie", "Observatie", "Vervolg"]
    assert MOST_ITEMS == 2


def test_complete_is_five_boxes() -> None:
    assert (filled(CANVAS), is_complete(CANVAS)) == (5, True)
    assert (filled(Canvas()), is_complete(Canvas())) == (0, False)


@pytest.mark.parametrize("box", BOXES)
def test_one_empty_box_is_not_complete(box: str) -> None:
    empty = Intervention(action="a1") if box == "intervention" else ""
    without = replace(CANVAS, **{box: empty})
    assert (filled(without), is_complete(without)) == (4, False)


def test_what_stands_beside_the_boxes_fills_none() -> None:
    assert filled(Canvas(lever=Lever.SAFETY, later=(Later("Ooit"),), notes="Rustig")) == 0


@QUICK
@given(anything(Canvas))
def test_a_parked_goal_gets_its_identity_once(canvas: Canvas) -> None:
    numbers = count()
    once = with_identities(canvas, lambda: f"n{next(numbers)}")
    assert with_identities(once, lambda: pytest.fail("given twice")) == once
    assert replace(once, later=canvas.later) == canvas
    assert all(goal.id for goal in once.later)
