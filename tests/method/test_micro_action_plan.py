"""T4: which days a micro-action names, and how it is said."""

from datetime import date, timedelta

import pytest

from samenhang.method.micro_action import MicroAction, Relation, Weekday, hangs_on, is_planned, lasts, when
from samenhang.method.rhythm import DayPart, Rhythm

LEAP_DAY = date(2024, 2, 29)
MO, TU, WE, TH, FR, SA, SU = Weekday
WEEK = tuple(Weekday)


def planned(**plan: object) -> list[int]:
    """The planned days of two weeks that begin on a Monday, counted from that Monday."""
    action = MicroAction("a1", "Scherm uit", **plan)  # type: ignore[arg-type]
    return [n for n in range(14) if is_planned(action, date(2024, 2, 26) + timedelta(days=n))]


def test_a_plan_without_days_names_every_day() -> None:
    assert planned() == list(range(14))
    assert planned(times=("22:15",)) == list(range(14))
    assert planned(rhythm=Rhythm.DAILY, start=LEAP_DAY) == list(range(3, 14))


def test_a_plan_with_days_names_only_those() -> None:
    assert planned(days=(MO, TH)) == [0, 3, 7, 10]


def test_first_and_last_day_are_in_it() -> None:
    assert planned(start=LEAP_DAY, until=date(2024, 3, 1)) == [3, 4]
    assert planned(rhythm=Rhythm.ONCE, start=LEAP_DAY, until=LEAP_DAY) == [3]
    assert planned(until=LEAP_DAY) == [0, 1, 2, 3]


def test_every_other_day_counts_from_its_start_over_the_leap_day() -> None:
    assert planned(rhythm=Rhythm.EVERY_N_DAYS, n=2, start=date(2024, 2, 28)) == [2, 4, 6, 8, 10, 12]
    assert planned(rhythm=Rhythm.EVERY_N_DAYS, n=2) == list(range(14))


def test_every_other_week_counts_whole_weeks_from_its_start() -> None:
    wednesday = date(2024, 2, 28)
    biweekly = MicroAction("a1", "Bellen", rhythm=Rhythm.WEEKLY, n=2, days=(MO, WE), start=wednesday)
    first_days = (wednesday + timedelta(days=n) for n in range(30))
    assert [day for day in first_days if is_planned(biweekly, day)] == [
        wednesday,
        date(2024, 3, 11),
        date(2024, 3, 13),
        date(2024, 3, 25),
        date(2024, 3, 27),
    ]


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ({}, ""),
        ({"days": WEEK}, "elke dag"),
        ({"days": WEEK[:5]}, "elke werkdag"),
        ({"days": (SU, SA)}, "in het weekend"),
        ({"days": (FR, MO, WE, MO), "times": ("22:15",)}, "ma, wo, vr om 22.15"),
        ({"times": ("10:55", "14:55")}, "om 10.55 en 14.55"),
        ({"times": ("07:00", "13:00", "19:00")}, "om 07.00, 13.00 en 19.00"),
        ({"rhythm": Rhythm.DAILY, "day_part": DayPart.EVENING}, "elke dag 's avonds"),
        ({"rhythm": Rhythm.DAILY, "days": (MO,)}, "ma"),
        ({"rhythm": Rhythm.WEEKLY, "days": (TU,), "day_part": DayPart.NOON}, "di 's middags"),
        ({"rhythm": Rhythm.WEEKLY, "n": 2, "days": (MO,), "times": ("09:00",)}, "ma om 09.00, elke 2 weken"),
        ({"rhythm": Rhythm.EVERY_N_DAYS, "n": 2}, "om de dag"),
        ({"rhythm": Rhythm.EVERY_N_DAYS, "n": 3}, "elke 3 dagen"),
        ({"rhythm": Rhythm.PER_WEEK, "n": 3}, "3 keer per week"),
        ({"rhythm": Rhythm.PER_DAY, "n": 2}, "2 keer per dag"),
        ({"rhythm": Rhythm.HOURLY}, "elk uur"),
        ({"rhythm": Rhythm.HOURLY, "n": 2}, "elke 2 uur"),
        ({"rhythm": Rhythm.ON_EVENT}, ""),
        ({"rhythm": Rhythm.ONCE, "start": LEAP_DAY, "until": LEAP_DAY}, "op do 29 februari"),
        ({"start": LEAP_DAY, "until": LEAP_DAY, "times": ("08:30",)}, "op do 29 februari om 08.30"),
        ({"start": LEAP_DAY}, ""),
    ],
)
def test_days_and_times_in_words(plan: dict[str, object], said: str) -> None:
    assert when(MicroAction("a1", "Scherm uit", **plan)) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("relation", "anchor", "said"),
    [
        (None, "", ""),
        (Relation.AFTER, "", ""),
        (None, "het ontbijt", "het ontbijt"),
        (Relation.BEFORE, "de laptop opengaat", "vóór de laptop opengaat"),
    ],
)
def test_the_anchor_in_words(relation: Relation | None, anchor: str, said: str) -> None:
    assert hangs_on(MicroAction("a1", "Ademen", relation=relation, anchor=anchor)) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, ""),
        (0, "0 seconden"),
        (1, "1 seconde"),
        (45, "45 seconden"),
        (60, "1 minuut"),
        (90, "90 seconden"),
        (300, "5 minuten"),
    ],
)
def test_the_duration_in_words(seconds: int | None, said: str) -> None:
    assert lasts(MicroAction("a1", "Ademen", duration_s=seconds)) == said
