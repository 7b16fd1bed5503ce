"""An experiment is locked, draws fairly, and knows what a day tells of."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from samenhang.method.diary import Better, DiaryItem, Kind
from samenhang.method.experiment import (
    LONGEST_BEFORE,
    SLACK,
    TESTABLE,
    Design,
    Experiment,
    can_be_tested,
    days_before,
    draw_days,
    draw_start,
    ended,
    open_ones,
    others_alongside,
    set_aside,
    usual_change,
    with_or_without,
)
from samenhang.method.micro_action import MicroAction, Outcome, State, turn
from tests.method.cast import EXPERIMENT

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Europe/Brussels"))


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def since(**more: object) -> Experiment:
    plain = replace(EXPERIMENT, design=Design.SINCE, on_days=(), window=(), lag=0, replaces="", ended=None)
    return replace(plain, start=day(-14), begins=day(0), until=day(13), locked_at=NOON, **more)  # type: ignore[arg-type]


def test_of_every_two_days_one_is_drawn() -> None:
    drawn = draw_days(MONDAY, 28, Random(1))
    assert len(drawn) == 14
    assert all(len({day(2 * n), day(2 * n + 1)} & set(drawn)) == 1 for n in range(14))


def test_every_day_is_drawn_as_often() -> None:
    chance = Random(2)
    seen = Counter(each for _ in range(2000) for each in draw_days(MONDAY, 6, chance))
    assert all(900 < seen[day(n)] < 1100 for n in range(6))


def test_of_an_odd_number_of_days_the_last_is_without() -> None:
    assert day(6) not in {each for seed in range(50) for each in draw_days(MONDAY, 7, Random(seed))}


def test_a_start_is_drawn_from_its_window() -> None:
    starts = [draw_start(MONDAY, Random(seed)) for seed in range(300)]
    assert {window for _, window in starts} == {(MONDAY, day(SLACK))}
    assert {start for start, _ in starts} == {day(n) for n in range(SLACK + 1)}


def test_before_goes_back_to_the_first_filled_day_and_four_weeks_at_most() -> None:
    assert days_before([day(-3), day(-9), day(1)], MONDAY) == day(-9)
    assert days_before([day(-200), day(-2)], MONDAY) == day(-2)
    assert days_before([day(-LONGEST_BEFORE)], MONDAY) == day(-LONGEST_BEFORE)
    assert days_before([], MONDAY) == MONDAY


def test_it_learns_the_day_after_its_last() -> None:
    plan = since()
    assert (plan.days, plan.learns_on) == (28, day(14))
    assert [plan.is_interim(day(n)) for n in (0, 13, 14)] == [True, True, False]


def test_a_night_tells_of_the_day_before() -> None:
    assert [since(lag=1).tells_of_action(day(n)) for n in (-1, 0, 1)] == [False, False, True]
    assert [since().tells_of_action(day(n)) for n in (-1, 0, 1)] == [False, True, True]
    drawn = replace(since(lag=1), design=Design.DRAWN_DAYS, on_days=(day(3),))
    assert [drawn.tells_of_action(day(n)) for n in (3, 4, 5)] == [False, True, False]


@pytest.mark.parametrize(("days", "late"), [(0, False), (1, False), (2, True)])
def test_what_is_agreed_when_it_runs_is_an_afterthought(days: int, late: bool) -> None:
    assert since().is_afterthought is False
    later = replace(since(), locked_at=NOON + timedelta(days=days))
    assert later.is_afterthought is late
    assert replace(later, design=Design.DRAWN_START).is_afterthought is False


def test_whoever_was_replaced_or_ended_is_no_longer_open() -> None:
    first, second = since(id="one"), since(id="two", replaces="one")
    over = ended(since(id="three"), Outcome.KEEP, at=NOON, by="noor", reason="het helpt")
    assert open_ones([first, second, over]) == (second,)


def test_it_is_decided_once() -> None:
    over = ended(since(), Outcome.KEEP, at=NOON, by="noor")
    assert ended(over, Outcome.LET_GO, at=NOON, by="bram") == over


def test_a_phone_hears_of_drawn_days_alone() -> None:
    drawn = replace(since(), design=Design.DRAWN_DAYS, start=day(0), begins=day(0), on_days=(day(1),))
    assert [with_or_without([drawn], "a1", day(n)) for n in (-1, 0, 1, 14)] == [None, False, True, None]
    assert with_or_without([drawn], "other", day(0)) is None
    assert with_or_without([since()], "a1", day(0)) is None
    assert [set_aside([drawn], day(n)) for n in (0, 1)] == [{"a1"}, frozenset()]


def action(known: str, first: int, last: int | None = None) -> MicroAction:
    made = turn(MicroAction(known, "x"), State.CHOSEN, at=NOON + timedelta(days=first), by="noor")
    if last is None:
        return made
    return turn(made, State.LEARNED, at=NOON + timedelta(days=last), by="noor", outcome=Outcome.KEEP)


@pytest.mark.parametrize(
    ("other", "alongside"),
    [
        (action("a1", 0), 0),
        (action("b", 3), 1),
        (action("b", -20, -1), 0),
        (action("b", -20, 0), 1),
        (action("b", 14), 0),
        (MicroAction("b", "x"), 0),
    ],
    ids=["itself", "during", "over before", "over on the first day", "begun after", "only proposed"],
)
def test_who_ran_alongside_is_counted(other: MicroAction, alongside: int) -> None:
    assert others_alongside(since(), [other], day(30)) == alongside


def test_only_a_question_with_a_number_and_a_direction_can_be_the_outcome() -> None:
    def item(kind: Kind, better: Better = Better.HIGHER, closed: date | None = None) -> DiaryItem:
        return DiaryItem("i", "?", kind, better, closed=closed)

    assert {kind for kind in Kind if can_be_tested(item(kind))} == set(TESTABLE)
    assert not can_be_tested(item(Kind.SCALE, Better.NEITHER))
    assert not can_be_tested(item(Kind.SCALE, closed=MONDAY))
    assert all(usual_change(kind) > 0 for kind in Kind)


def test_every_design_has_its_words() -> None:
    assert len({design.label for design in Design}) == len(Design)
    assert [design.is_drawn for design in Design] == [False, True, True]
