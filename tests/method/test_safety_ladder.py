"""T3: where someone stands, what makes it one rung safer, and what stands until it is changed."""

from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given

from samenhang.method.safety_ladder import (
    FADES_AFTER,
    RUNGS,
    Agreement,
    Offer,
    SafetyLadder,
    has_faded,
    is_complete,
    with_identities,
)
from tests.method.strategies import QUICK, anything

TODAY = date(2024, 2, 29)


def test_ten_rungs_and_eight_weeks() -> None:
    assert RUNGS == 10
    assert timedelta(weeks=8) == FADES_AFTER


@pytest.mark.parametrize(
    ("ladder", "complete"),
    [
        (SafetyLadder(), False),
        (SafetyLadder(rung=5), False),
        (SafetyLadder(rung=0, one_rung="Een pauze"), True),
        (SafetyLadder(rung=0, agreements=(Agreement("Een pauze"),)), True),
        (SafetyLadder(one_rung="Een pauze"), False),
    ],
)
def test_complete_is_a_place_and_something_said(ladder: SafetyLadder, complete: bool) -> None:
    assert is_complete(ladder) is complete


def test_a_new_agreement_gets_its_identity_and_first_day_a_standing_one_keeps_them() -> None:
    standing = Agreement("Pauze mag", "g1", date(2024, 1, 1))
    ladder = SafetyLadder(agreements=(standing, Agreement(Offer.DOUBT.label, offer=Offer.DOUBT)))
    numbers = map(str, count(2))
    assert with_identities(ladder, lambda: next(numbers), TODAY) == SafetyLadder(
        agreements=(standing, Agreement(Offer.DOUBT.label, "2", TODAY, Offer.DOUBT))
    )


@QUICK
@given(anything(SafetyLadder))
def test_an_identity_is_given_once(ladder: SafetyLadder) -> None:
    once = with_identities(ladder, lambda: "new", TODAY)
    again = with_identities(once, lambda: pytest.fail("given twice"), TODAY + timedelta(days=1))
    assert again == once


@pytest.mark.parametrize(("days", "faded"), [(0, False), (55, False), (56, False), (57, True), (-1, False)])
def test_a_sighting_fades_after_eight_weeks(days: int, faded: bool) -> None:
    assert has_faded(TODAY, TODAY + timedelta(days=days)) is faded
