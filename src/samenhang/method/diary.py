"""The diary: items that are answered once a day in half a minute, and what a valid answer is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import ClassVar

from samenhang.method.micro_action import DayState
from samenhang.method.sheet import Document

MOST_ITEMS = 6
DAY_ENDS_AT = time(4, 0)
YESTERDAY_UNTIL = time(12, 0)
LONGEST_NOTE = 5000

type_of_answer = int | float | str | bool | None


class Kind(StrEnum):
    SCALE = "scale"
    MINUTES = "minutes"
    COUNT = "count"
    YES_NO = "yesno"
    TIME = "time"

    @property
    def label(self) -> str:
        return {
            "scale": "0 tot 10",
            "minutes": "minuten",
            "count": "aantal",
            "yesno": "ja of nee",
            "time": "uur van de dag",
        }[self.value]


class Better(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"

    @property
    def label(self) -> str:
        return {
            "higher": "hoger is beter",
            "lower": "lager is beter",
            "neither": "geen van beide",
        }[self.value]


class Slot(StrEnum):
    """The part of the day that an item looks back on."""

    NIGHT = "night"
    MORNING = "morning"
    DAY = "day"
    EVENING = "evening"

    @property
    def label(self) -> str:
        return {
            "night": "de nacht",
            "morning": "de ochtend",
            "day": "de dag",
            "evening": "de avond",
        }[self.value]


@dataclass(frozen=True)
class DiaryItem(Document):
    slug: ClassVar[str] = "diary_item"

    id: str
    text: str
    kind: Kind = Kind.SCALE
    better: Better = Better.NEITHER
    slot: Slot = Slot.DAY
    factor: str = ""
    low: str = ""
    high: str = ""
    opened: date | None = None
    closed: date | None = None


@dataclass(frozen=True)
class CheckIn:
    """One diary day as it came in. `day` is the client's local diary day."""

    id: str
    day: date
    at: datetime
    answers: Mapping[str, type_of_answer]
    actions: Mapping[str, DayState]
    note: str = ""
    late: bool = False


def diary_day(at: datetime, ends_at: time = DAY_ENDS_AT) -> date:
    """Give the diary day of a local moment: the day ends at four in the morning, or when the client says."""
    return at.date() - timedelta(days=1) if at.time() < ends_at else at.date()


def open_days(at: datetime, ends_at: time = DAY_ENDS_AT) -> tuple[date, ...]:
    """Which days may be filled in now without being late: today, and yesterday until noon."""
    today = diary_day(at, ends_at)
    if ends_at <= at.time() < YESTERDAY_UNTIL:
        return (today, today - timedelta(days=1))
    return (today,)


def open_items(items: Iterable[DiaryItem], day: date) -> tuple[DiaryItem, ...]:
    """The items asked on this day, in their order."""
    return tuple(
        item
        for item in items
        if (item.opened is None or item.opened <= day) and (item.closed is None or day < item.closed)
    )


def has_room(items: Iterable[DiaryItem], day: date) -> bool:
    """Whether one more item may be asked on this day: half a minute is six items."""
    return len(open_items(items, day)) < MOST_ITEMS


HALF_A_DAY, A_DAY = 12, 24
CLOCK: Mapping[str, float] = {
    f"{hour:02}:{minute:02}": hour + minute / 60 for hour in range(A_DAY) for minute in range(60)
}
NIGHT_CLOCK: Mapping[str, float] = {
    clock: hours if hours >= HALF_A_DAY else hours + A_DAY for clock, hours in CLOCK.items()
}
_RANGE = {Kind.SCALE: (0, 10), Kind.MINUTES: (0, 1440), Kind.COUNT: (0, 1000)}


def problem_with(kind: Kind, answer: object) -> str:
    """Say in one sentence what is wrong with an answer; nothing when it is fine. Skipping is fine."""
    if answer is None:
        return ""
    if kind is Kind.YES_NO:
        return "" if isinstance(answer, bool) else "Antwoord met ja of nee, of sla over."
    if kind is Kind.TIME:
        fits = isinstance(answer, str) and answer in CLOCK
        return "" if fits else "Geef een uur als 22:15, of sla over."
    low, high = _RANGE[kind]
    if isinstance(answer, bool) or not isinstance(answer, int | float) or not low <= answer <= high:
        return f"Geef een getal van {low} tot {high}, of sla over."
    if kind is Kind.COUNT and answer != int(answer):
        return "Geef een heel getal, of sla over."
    return ""


def clock_of(item: DiaryItem) -> Mapping[str, float]:
    """Give the hour of each clock time, so that times lie beside each other as they were lived.

    What looks back on an evening or a night counts on after midnight: 23:30 is 23.5 and 00:30 is 24.5.
    """
    return NIGHT_CLOCK if item.slot in (Slot.EVENING, Slot.NIGHT) else CLOCK


def as_clock(hours: float) -> str:
    """Say such an hour as a clock time again: 24.5 is '00:30'."""
    hour, minute = divmod(round(hours * 60) % (A_DAY * 60), 60)
    return f"{hour:02}:{minute:02}"
