"""T2: how well fed each need was; the least fed asks for one micro-action, each of them when tied."""

from itertools import count

import pytest
from hypothesis import given

from samenhang.method.finding import Finding
from samenhang.method.need import Need
from samenhang.method.needs_meter import (
    HIGHEST,
    LOWEST,
    NeedsMeter,
    Reading,
    is_complete,
    lowest,
    still_asks,
    with_identities,
)
from tests.method.cast import METER
from tests.method.strategies import QUICK, anything

A, C, R = Need


def meter(*scores: int | None) -> NeedsMeter:
    return NeedsMeter(*map(Reading, scores))


def test_from_zero_to_ten() -> None:
    assert (LOWEST, HIGHEST) == (0, 10)


@pytest.mark.parametrize(
    ("scores", "least"),
    [
        ((None, None, None), ()),
        ((3, 6, 7), (A,)),
        ((6, 3, 7), (C,)),
        ((0, 0, 7), (A, C)),
        ((4, 9, 4), (A, R)),
        ((5, 5, 5), (A, C, R)),
        ((None, 8, 0), (R,)),
        ((None, 10, None), (C,)),
    ],
)
def test_the_least_fed_need_or_each_when_tied(
    scores: tuple[int | None, ...], least: tuple[Need, ...]
) -> None:
    assert lowest(meter(*scores)) == least


def test_each_tied_need_asks_for_its_own_micro_action() -> None:
    step = Finding("Eén keer zelf kiezen", "a1")
    half = NeedsMeter(Reading(2, action=step), Reading(2), Reading(8))
    assert (still_asks(half), is_complete(half)) == ((C,), False)
    both = NeedsMeter(Reading(2, action=step), Reading(2, action=step), Reading(8))
    assert (still_asks(both), is_complete(both)) == ((), True)


def test_complete_needs_all_three_scores() -> None:
    assert is_complete(METER)
    assert not is_complete(NeedsMeter(Reading(2, action=Finding("Iets")), Reading(4)))
    assert not is_complete(NeedsMeter())


def test_low_is_not_the_same_as_worked_against() -> None:
    assert (METER.reading(A).thwarted, METER.reading(C).thwarted) == (True, False)
    assert lowest(NeedsMeter(Reading(9, thwarted=True), Reading(5), Reading(6))) == (C,)


@QUICK
@given(anything(NeedsMeter))
def test_an_identity_is_given_once(some: NeedsMeter) -> None:
    numbers = count()
    once = with_identities(some, lambda: f"n{next(numbers)}")
    assert with_identities(once, lambda: pytest.fail("given twice")) == once
    for need in Need:
        before, after = some.reading(need).action, once.reading(need).action
        assert (after.text, bool(after.id)) == (before.text, bool(before.id or before.text))
