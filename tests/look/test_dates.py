from datetime import UTC, date, datetime, time, timedelta

import pytest

from samenhang.look.dates import (
    say_ago,
    say_clock,
    say_date,
    say_day,
    say_hours,
    say_number,
    say_period,
    say_short,
)

MONDAY = date(2026, 11, 23)


def test_a_day_says_its_year_only_when_it_is_another() -> None:
    assert say_day(MONDAY, 2026) == "maandag 23 november"
    assert say_day(MONDAY, 2027) == "maandag 23 november 2026"
    assert say_date(MONDAY) == "23 november 2026"
    assert say_short(date(2027, 3, 1)) == "1 mrt"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(22, 15), "22.15"),
        (time(9, 5), "9.05"),
        ("22:15", "22.15"),
        (datetime(2026, 1, 1, 0, 30, tzinfo=UTC), "0.30"),
    ],
)
def test_an_hour_has_a_point(at: time | str, said: str) -> None:
    assert say_clock(at) == said


def test_hours_past_midnight_start_again() -> None:
    assert [say_hours(h) for h in (22.25, 24, 24.5, 23.999)] == ["22.15", "0.00", "0.30", "0.00"]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "vandaag"),
        (1, "gisteren"),
        (2, "eergisteren"),
        (3, "drie dagen geleden"),
        (13, "13 dagen geleden"),
        (14, "twee weken geleden"),
        (91, "13 weken geleden"),
        (92, "23 augustus"),
        (400, "19 oktober 2025"),
        (-1, "morgen"),
        (-2, "overmorgen"),
        (-5, "over vijf dagen"),
        (-21, "over drie weken"),
    ],
)
def test_how_long_ago(days: int, said: str) -> None:
    assert say_ago(MONDAY - timedelta(days=days), MONDAY) == said


def test_a_period_says_once_what_both_ends_share() -> None:
    assert say_period(date(2026, 10, 12), date(2026, 11, 22), 2026) == "12 oktober tot 22 november"
    assert say_period(date(2026, 11, 2), date(2026, 11, 22), 2026) == "2 tot 22 november"
    assert say_period(date(2026, 11, 2), date(2026, 11, 22)) == "2 tot 22 november 2026"
    assert say_period(date(2026, 10, 12), date(2026, 11, 22), 2030) == "12 oktober tot 22 november 2026"
    assert say_period(date(2025, 12, 29), date(2026, 1, 4), 2026) == "29 december 2025 tot 4 januari"
    assert say_period(MONDAY, MONDAY, 2026) == "23 november"


def test_small_numbers_are_words() -> None:
    assert [say_number(n) for n in (0, 1, 12, 13, -1)] == ["nul", "één", "twaalf", "13", "-1"]
