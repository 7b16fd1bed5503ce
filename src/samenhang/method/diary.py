"""The diary: items that are answered once a day in half a minute, and what a valid answer is."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Self

from samenhang.method.micro_action import DayState
from samenhang.method.sheet import dump, load, type_of_json

MOST_ITEMS = 6
DAY_ENDS_AT = time(4, 0)
YESTERDAY_UNTIL = time(12, 0)
LONGEST_NOTE = 5000
VERSION = 1

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
class DiaryItem:
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

    @classmethod
    def from_json(cls, document: type_of_json) -> Self:
        item: Self = load(cls, document)
        return item

    def to_json(self) -> type_of_json:
        return {"version": VERSION, **dump(self)}


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


def diary_day(at: datetime) -> date:
    """Give the diary day of a local moment: the day ends at four in the morning."""
    return at.date() - timedelta(days=1) if at.time() < DAY_ENDS_AT else at.date()


def open_days(at: datetime) -> tuple[date, ...]:
    """Which days may be filled in now without being late: today, and yesterday until noon."""
    today = diary_day(at)
    if DAY_ENDS_AT <= at.time() < YESTERDAY_UNTIL:
        return (today, today - timedelta(days=1))
    return (today,)


_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_RANGE = {Kind.SCALE: (0, 10), Kind.MINUTES: (0, 1440), Kind.COUNT: (0, 1000)}


def problem_with(kind: Kind, answer: object) -> str:
    """Say in one sentence what is wrong with an answer; nothing when it is fine. Skipping is fine."""
    if answer is None:
        return ""
    if kind is Kind.YES_NO:
        return "" if isinstance(answer, bool) else "Antwoord met ja of nee, of sla over."
    if kind is Kind.TIME:
        fits = isinstance(answer, str) and _CLOCK.fullmatch(answer)
        return "" if fits else "Geef een uur als 22:15, of sla over."
    low, high = _RANGE[kind]
    if isinstance(answer, bool) or not isinstance(answer, int | float) or not low <= answer <= high:
        return f"Geef een getal van {low} tot {high}, of sla over."
    if kind is Kind.COUNT and answer != int(answer):
        return "Geef een heel getal, of sla over."
    return ""


def open_items(items: Iterable[DiaryItem], day: date) -> tuple[DiaryItem, ...]:
    """The items asked on this day, in their order."""
    return tuple(
        item
        for item in items
        if (item.opened is None or item.opened <= day) and (item.closed is None or day < item.closed)
    )
