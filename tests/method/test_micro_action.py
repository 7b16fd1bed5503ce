"""T4: the life of a micro-action. One is tested at a time, and deliberately."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from samenhang.method.micro_action import (
    ASK_AFTER,
    DayState,
    MicroAction,
    OneAtATime,
    Outcome,
    State,
    Step,
    Tried,
    asks_whether_it_worked,
    choose,
    is_under_test,
    reworded,
    tell,
    turn,
)
from tests.method.cast import ACTION, EMMA, NOOR, at

BRUSSELS = ZoneInfo("Europe/Brussels")
FRESH = MicroAction("a1", "Scherm uit", life=(Step(State.PROPOSED, at(2), NOOR),))
OTHER = MicroAction("a2", "Adem-reset", life=(Step(State.CHOSEN, at(1), NOOR),))


def test_what_was_never_kept_is_proposed() -> None:
    bare = MicroAction("a1", "Scherm uit")
    assert bare.state is State.PROPOSED
    assert (bare.proposed_at, bare.chosen_at, bare.ended_at, bare.outcome, bare.override) == (
        None,
        None,
        None,
        None,
        "",
    )


def test_a_whole_life() -> None:
    assert ACTION.state is State.LEARNED
    assert (ACTION.proposed_at, ACTION.chosen_at, ACTION.ended_at) == (at(2), at(5), at(29))
    assert (ACTION.outcome, ACTION.override) == (Outcome.KEEP, "Emma slaapt te slecht om te wachten")


def test_choosing_is_one_step() -> None:
    chosen = choose(FRESH, (), at=at(3), by=NOOR)
    assert chosen == replace(FRESH, life=(*FRESH.life, Step(State.CHOSEN, at(3), NOOR)))
    assert (is_under_test(FRESH), is_under_test(chosen)) == (False, True)


def test_choosing_twice_chooses_once() -> None:
    chosen = choose(FRESH, (), at=at(3), by=NOOR)
    assert choose(chosen, (chosen, OTHER), at=at(4), by=NOOR) == chosen


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_second_one_is_refused_without_a_reason(reason: str) -> None:
    with pytest.raises(OneAtATime) as refusal:
        choose(FRESH, (FRESH, OTHER), at=at(3), by=NOOR, reason=reason)
    assert refusal.value.other == OTHER


def test_a_second_one_goes_on_with_its_reason() -> None:
    chosen = choose(FRESH, (FRESH, OTHER), at=at(3), by=NOOR, reason=" Ze wil allebei ")
    assert chosen.life[-1] == Step(State.CHOSEN, at(3), NOOR, "Ze wil allebei")
    assert chosen.override == "Ze wil allebei"


@pytest.mark.parametrize("others", [(), (FRESH,), (turn(OTHER, State.STOPPED, at=at(2), by=NOOR),)])
def test_a_reason_nobody_asked_for_is_no_override(others: tuple[MicroAction, ...]) -> None:
    assert choose(FRESH, others, at=at(3), by=NOOR, reason="Toch maar").override == ""


def test_a_second_test_forgets_the_override_and_outcome_of_the_first() -> None:
    again = choose(ACTION, (), at=at(30), by=NOOR)
    assert (again.chosen_at, again.override, again.outcome, again.ended_at) == (at(30), "", None, None)


def test_stopping_afterwards_does_not_unlearn() -> None:
    stopped = turn(ACTION, State.STOPPED, at=at(31), by=EMMA)
    assert (stopped.state, stopped.outcome, stopped.ended_at) == (State.STOPPED, Outcome.KEEP, at(29))


def test_a_candidate_may_be_stopped_without_a_test() -> None:
    stopped = turn(FRESH, State.STOPPED, at=at(4), by=NOOR, reason="Past niet meer")
    assert (stopped.chosen_at, stopped.ended_at, stopped.override) == (None, at(4), "")


@pytest.mark.parametrize(
    ("after", "asks"), [(timedelta(0), False), (ASK_AFTER - timedelta.resolution, False), (ASK_AFTER, True)]
)
def test_a_candidate_asks_after_48_hours(after: timedelta, asks: bool) -> None:
    assert asks_whether_it_worked(FRESH, at(2) + after) is asks


@pytest.mark.parametrize(
    ("proposed", "asked"),
    [
        (datetime(2026, 3, 28, 12, tzinfo=BRUSSELS), datetime(2026, 3, 30, 13, tzinfo=BRUSSELS)),
        (datetime(2026, 10, 24, 12, tzinfo=BRUSSELS), datetime(2026, 10, 26, 11, tzinfo=BRUSSELS)),
        (datetime(2024, 2, 28, 12, tzinfo=BRUSSELS), datetime(2024, 3, 1, 12, tzinfo=BRUSSELS)),
    ],
    ids=["spring forward", "autumn back", "leap day"],
)
def test_48_hours_are_hours_gone_by(proposed: datetime, asked: datetime) -> None:
    action = MicroAction("a1", "Scherm uit", life=(Step(State.PROPOSED, proposed, NOOR),))
    assert asks_whether_it_worked(action, asked)
    assert not asks_whether_it_worked(
        action, (asked.astimezone(UTC) - timedelta(seconds=1)).astimezone(BRUSSELS)
    )


@pytest.mark.parametrize("worked", [True, False, None])
def test_it_asks_once_also_when_the_question_was_skipped(worked: bool | None) -> None:
    told = tell(FRESH, worked=worked, at=at(4), by=EMMA)
    assert told == replace(FRESH, tried=Tried(worked, at(4), EMMA))
    assert not asks_whether_it_worked(told, at(30))


@pytest.mark.parametrize("action", [MicroAction("a1", "Iets"), OTHER, ACTION])
def test_only_a_kept_candidate_asks(action: MicroAction) -> None:
    assert not asks_whether_it_worked(replace(action, tried=None), at(31))


def test_a_day_on_plan_b_counts_as_done() -> None:
    assert [state for state in DayState if state.counts] == [DayState.DONE, DayState.PLAN_B]


def test_other_words_leave_the_rest_as_it_was() -> None:
    again = reworded(ACTION, "Scherm weg")
    assert again.behaviour == "Scherm weg"
    assert replace(again, behaviour=ACTION.behaviour) == ACTION
