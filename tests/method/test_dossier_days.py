"""The fold of check-ins: one word a day, series as numbers, the strip of a micro-action."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenhang.method.diary import CheckIn, DiaryItem, Kind, Slot, type_of_answer
from samenhang.method.dossier import STRIP, Series, StripDay, fold, merged_days, strip, tally
from samenhang.method.micro_action import DayState, MicroAction, State, Step, Weekday, began_on
from samenhang.method.pause import Pause
from tests.method.strategies import QUICK, check_ins

LEAP_DAY = date(2024, 2, 29)
DONE, PLAN_B, NOT_DONE, NOT_APPLICABLE = DayState


def said(
    number: int,
    answers: Mapping[str, type_of_answer] | None = None,
    actions: Mapping[str, DayState] | None = None,
    *,
    day: date = LEAP_DAY,
    note: str = "",
    late: bool = False,
) -> CheckIn:
    at = datetime(2024, 2, 29, 8, tzinfo=UTC) + timedelta(hours=number)
    return CheckIn(f"c{number}", day, at, answers or {}, actions or {}, note, late)


def test_what_came_in_later_wins_per_answer_and_per_action() -> None:
    early = said(1, {"i": 3, "j": 4}, {"a": DONE, "b": NOT_DONE}, note="moe", late=True)
    later = said(2, {"i": 5, "k": True}, {"b": PLAN_B}, note="toch niet")
    assert merged_days((later, early)) == {
        LEAP_DAY: said(2, {"i": 5, "j": 4, "k": True}, {"a": DONE, "b": PLAN_B}, note="moe\ntoch niet")
    }


def test_a_skip_never_erases_an_answer_and_is_itself_kept() -> None:
    merged = merged_days((said(1, {"i": 0, "j": None}), said(2, {"i": None, "j": None, "k": None})))
    assert merged[LEAP_DAY].answers == {"i": 0, "j": None, "k": None}


def test_an_answer_fills_an_earlier_skip() -> None:
    assert merged_days((said(1, {"i": None}), said(2, {"i": False})))[LEAP_DAY].answers == {"i": False}


def test_late_only_when_every_part_was_late() -> None:
    parts = (said(1, late=True), said(2, late=True), said(3))
    assert [merged_days(parts[:n])[LEAP_DAY].late for n in (1, 2, 3)] == [True, True, False]


@pytest.mark.parametrize(
    ("notes", "both"),
    [
        (("", ""), ""),
        (("moe", ""), "moe"),
        (("", "moe"), "moe"),
        (("moe", "moe"), "moe"),
        (("moe\nhoofdpijn", "hoofdpijn"), "moe\nhoofdpijn"),
        (("jammer", "ja"), "jammer\nja"),
        (("ja", "jammer"), "ja\njammer"),
    ],
)
def test_no_note_is_lost_and_none_is_said_twice(notes: tuple[str, str], both: str) -> None:
    merged = merged_days(said(n, note=note) for n, note in enumerate(notes))
    assert merged[LEAP_DAY].note == both


def test_a_tie_in_time_is_settled_by_the_identity() -> None:
    one, two = said(1, {"i": 1}), replace(said(1, {"i": 2}), id="c2")
    assert merged_days((one, two)) == merged_days((two, one)) == {LEAP_DAY: two}


@QUICK
@given(check_ins(), st.randoms())
def test_the_order_of_arrival_is_nothing(some: list[CheckIn], chance) -> None:
    straight = merged_days(some)
    chance.shuffle(some)
    assert (merged_days(some), list(merged_days(some))) == (straight, sorted(straight))


@QUICK
@given(check_ins())
def test_every_answer_is_the_last_one_given(some: list[CheckIn]) -> None:
    for day, merged in merged_days(some).items():
        parts = sorted((c for c in some if c.day == day), key=lambda c: (c.at, c.id))
        for item in {key for part in parts for key in part.answers}:
            values = [part.answers[item] for part in parts if part.answers.get(item) is not None]
            assert merged.answers[item] == (values[-1] if values else None)


def test_the_last_day_is_the_last_that_was_filled_in() -> None:
    assert fold((), check_ins=(said(1), said(2, day=date(2024, 2, 1)))).last_day == LEAP_DAY


def series(kind: Kind, slot: Slot, *answers: type_of_answer) -> tuple[float, ...]:
    item = DiaryItem("i", "?", kind, slot=slot)
    came = [said(n, {"i": answer}, day=LEAP_DAY + timedelta(days=n)) for n, answer in enumerate(answers)]
    (folded,) = fold((), items=(item,), check_ins=came).series
    assert folded.item == item
    return tuple(point for _, point in folded.points)


def test_a_series_leaves_out_days_without_an_answer() -> None:
    item = DiaryItem("i", "Energie?")
    days = [LEAP_DAY + timedelta(days=n) for n in range(4)]
    came = (
        said(4, {"i": 0}, day=days[3]),
        said(1, {"i": 7}, day=days[0]),
        said(2, {"i": None}, day=days[1]),
        said(3, {"j": 3}, day=days[2]),
    )
    assert fold((), items=(item,), check_ins=came).series == (Series(item, ((days[0], 7.0), (days[3], 0.0))),)


def test_yes_and_no_are_one_and_zero() -> None:
    assert series(Kind.YES_NO, Slot.DAY, True, False, None) == (1.0, 0.0)


def test_times_are_hours_and_a_night_does_not_jump_at_midnight() -> None:
    assert series(Kind.TIME, Slot.MORNING, "07:30", "00:00", "23:45") == (7.5, 0.0, 23.75)
    assert series(Kind.TIME, Slot.NIGHT, "23:30", "00:30", "03:45") == (23.5, 24.5, 27.75)


@pytest.mark.parametrize("slot", Slot)
def test_what_does_not_fit_its_kind_has_no_place_on_the_line(slot: Slot) -> None:
    assert series(Kind.TIME, slot, "half elf", 22.25, True, "22:15") == (22.25,)
    assert series(Kind.SCALE, slot, "22:15", 4, 2.5) == (4.0, 2.5)


ACTION = MicroAction("a", "Scherm uit", days=(Weekday.WE, Weekday.TH))


def test_the_strip_shows_what_was_said_and_what_was_planned() -> None:
    came = (said(1, actions={"a": PLAN_B}), said(2, actions={"b": DONE}, day=date(2024, 3, 1)))
    assert strip(fold((), check_ins=came), ACTION, date(2024, 3, 2), length=4) == (
        StripDay(date(2024, 2, 28), None, planned=True),
        StripDay(LEAP_DAY, PLAN_B, planned=True),
        StripDay(date(2024, 3, 1), None, planned=False),
        StripDay(date(2024, 3, 2), None, planned=False),
    )


def test_days_in_a_pause_do_not_count_but_what_was_done_stands() -> None:
    pause = Pause("z1", date(2024, 2, 28), "emma", date(2024, 3, 2))
    dossier = fold((), check_ins=(said(1, actions={"a": DONE}),), pauses=(pause,))
    states = [here.state for here in strip(dossier, ACTION, date(2024, 3, 2), length=5)]
    assert states == [None, NOT_APPLICABLE, DONE, NOT_APPLICABLE, None]


def chosen(at: datetime, **plan: Any) -> MicroAction:
    return replace(ACTION, days=(), life=(Step(State.CHOSEN, at, "noor"),), **plan)


def test_days_before_it_began_are_no_part_of_the_thread() -> None:
    came = (said(1, actions={"a": DONE}, day=date(2024, 2, 26)), said(2, actions={"a": DONE}))
    pause = Pause("z1", date(2024, 2, 27), "emma", date(2024, 2, 28))
    shown = strip(
        fold((), check_ins=came, pauses=(pause,)), chosen(datetime(2024, 2, 28, tzinfo=UTC)), LEAP_DAY, 5
    )
    assert shown == (
        StripDay(date(2024, 2, 25), None, planned=False, begun=False),
        StripDay(date(2024, 2, 26), DONE),
        StripDay(date(2024, 2, 27), None, planned=False, begun=False),
        StripDay(date(2024, 2, 28), None),
        StripDay(LEAP_DAY, DONE),
    ), "a pause from before does not count, and what was filled in earlier stands"


@pytest.mark.parametrize(
    ("began", "length"),
    [((1, 1), 28), ((2, 2), 28), ((2, 8), 28), ((2, 9), 21), ((2, 22), 14), ((2, 23), 7), ((3, 30), 7)],
)
def test_whole_weeks_before_it_began_are_left_out(began: tuple[int, int], length: int) -> None:
    assert len(strip(fold(()), chosen(datetime(2024, *began, tzinfo=UTC)), LEAP_DAY)) == length


def test_it_begins_on_the_local_day_and_not_before_its_plan() -> None:
    night = datetime(2024, 2, 27, 23, 30, tzinfo=UTC)
    assert began_on(chosen(night), timezone(timedelta(hours=1))) == date(2024, 2, 28)
    assert began_on(chosen(night, start=date(2024, 3, 4))) == date(2024, 3, 4)
    assert began_on(chosen(night, start=date(2024, 1, 1))) == date(2024, 2, 27)
    assert began_on(ACTION) is None


def test_the_strip_is_four_weeks_and_may_end_on_a_leap_day() -> None:
    shown = strip(fold(()), ACTION, LEAP_DAY)
    assert (len(shown), shown[0].day, shown[-1].day) == (STRIP, date(2024, 2, 2), LEAP_DAY)
    assert STRIP == 28


def test_the_tally_counts_what_was_filled_in() -> None:
    states = (DONE, None, PLAN_B, DONE, None, NOT_APPLICABLE)
    assert tally(StripDay(LEAP_DAY, state) for state in states) == {DONE: 2, PLAN_B: 1, NOT_APPLICABLE: 1}
    assert tally(()) == {}
