"""The diary: which day it is, what is asked, and what is a valid answer."""

import math
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenhang.method.diary import (
    CLOCK,
    MOST_ITEMS,
    DiaryItem,
    Kind,
    Slot,
    as_clock,
    clock_of,
    diary_day,
    has_room,
    open_days,
    open_items,
    problem_with,
)
from tests.method.cast import ITEM

MAR_1, LEAP_DAY, FEB_28 = date(2024, 3, 1), date(2024, 2, 29), date(2024, 2, 28)


def moment(hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2024, 3, 1, hour, minute, second)  # noqa: DTZ001 - the client's local wall clock


@pytest.mark.parametrize(
    ("at", "day", "may_fill"),
    [
        (moment(0), LEAP_DAY, (LEAP_DAY,)),
        (moment(3, 59, 59), LEAP_DAY, (LEAP_DAY,)),
        (moment(4), MAR_1, (MAR_1, LEAP_DAY)),
        (moment(11, 59, 59), MAR_1, (MAR_1, LEAP_DAY)),
        (moment(12), MAR_1, (MAR_1,)),
        (moment(23, 59), MAR_1, (MAR_1,)),
    ],
)
def test_the_day_ends_at_four_and_yesterday_at_noon(
    at: datetime, day: date, may_fill: tuple[date, ...]
) -> None:
    assert (diary_day(at), open_days(at)) == (day, may_fill)


def test_a_client_may_let_the_day_end_at_another_hour() -> None:
    assert (diary_day(moment(4), time(5)), open_days(moment(4), time(5))) == (LEAP_DAY, (LEAP_DAY,))
    assert (diary_day(moment(0), time(0)), open_days(moment(0), time(0))) == (MAR_1, (MAR_1, LEAP_DAY))


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)))  # noqa: DTZ001
def test_the_diary_day_may_always_be_filled(at: datetime) -> None:
    assert open_days(at)[0] == diary_day(at) in (at.date(), at.date() - timedelta(days=1))


@pytest.mark.parametrize(
    ("kind", "good", "bad", "sentence"),
    [
        (
            Kind.SCALE,
            [0, 10, 7, 7.5],
            [-1, 10.1, "7", True, math.nan, math.inf, [7]],
            "Geef een getal van 0 tot 10, of sla over.",
        ),
        (
            Kind.MINUTES,
            [0, 1440, 12.5],
            [-1, 1441, "12", False],
            "Geef een getal van 0 tot 1440, of sla over.",
        ),
        (Kind.COUNT, [0, 3, 1000, 2.0], [-1, 1001, True], "Geef een getal van 0 tot 1000, of sla over."),
        (Kind.COUNT, [], [2.5], "Geef een heel getal, of sla over."),
        (Kind.YES_NO, [True, False], [1, 0, "ja"], "Antwoord met ja of nee, of sla over."),
        (
            Kind.TIME,
            ["00:00", "04:00", "22:15", "23:59"],
            ["24:00", "22.15", "9:30", "22:60", "22:15\n", "٢٢:١٥", 22, ""],
            "Geef een uur als 22:15, of sla over.",
        ),
    ],
)
def test_an_answer_fits_or_is_told_why_not(
    kind: Kind, good: list[object], bad: list[object], sentence: str
) -> None:
    assert [problem_with(kind, answer) for answer in good] == [""] * len(good)
    assert [problem_with(kind, answer) for answer in bad] == [sentence] * len(bad)


@pytest.mark.parametrize("kind", Kind)
def test_skipping_is_always_fine(kind: Kind) -> None:
    assert problem_with(kind, None) == ""


def test_items_are_asked_from_the_day_they_open_until_the_day_they_close() -> None:
    item = DiaryItem("i1", "Hoofdpijn?", opened=FEB_28, closed=MAR_1)
    always = DiaryItem("i2", "Energie?")
    asked = [open_items((item, always), FEB_28 + timedelta(days=n)) for n in (-1, 0, 1, 2)]
    assert asked == [(always,), (item, always), (item, always), (always,)]


def test_six_items_a_check_in() -> None:
    items = [DiaryItem(str(n), "?") for n in range(MOST_ITEMS)]
    assert MOST_ITEMS == 6
    assert (has_room(items[1:], MAR_1), has_room(items, MAR_1)) == (True, False)
    assert has_room([*items[1:], replace(items[0], closed=MAR_1)], MAR_1)


@pytest.mark.parametrize(
    ("slot", "hours"),
    [
        (Slot.MORNING, [0.0, 0.5, 7.25, 12.0, 23.5]),
        (Slot.DAY, [0.0, 0.5, 7.25, 12.0, 23.5]),
        (Slot.EVENING, [24.0, 24.5, 31.25, 12.0, 23.5]),
        (Slot.NIGHT, [24.0, 24.5, 31.25, 12.0, 23.5]),
    ],
)
def test_times_of_an_evening_or_night_count_on_after_midnight(slot: Slot, hours: list[float]) -> None:
    clock = clock_of(replace(ITEM, kind=Kind.TIME, slot=slot))
    assert [clock[said] for said in ("00:00", "00:30", "07:15", "12:00", "23:30")] == hours


@pytest.mark.parametrize("slot", Slot)
def test_every_minute_of_the_day_is_said_back_the_same(slot: Slot) -> None:
    clock = clock_of(replace(ITEM, slot=slot))
    assert len(clock) == 1440
    assert [as_clock(hours) for hours in clock.values()] == list(CLOCK)


def test_a_mean_of_hours_rounds_to_the_minute() -> None:
    assert [as_clock(hours) for hours in (23.999, 24.5, 22.2583)] == ["00:00", "00:30", "22:15"]
