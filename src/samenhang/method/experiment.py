"""An experiment: one micro-action, one outcome chosen beforehand, and how the two are looked at. Locked.

What was agreed is never changed afterwards: a change is a new experiment that names the one it replaces.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from random import Random
from typing import ClassVar

from samenhang.method.diary import Better, DiaryItem, Kind, Slot
from samenhang.method.micro_action import MicroAction, Outcome
from samenhang.method.sheet import Document

LENGTHS = (14, 21, 28)
LONGEST_BEFORE = 28
SLACK = 6  # days over which a start may be drawn
TESTABLE = (Kind.SCALE, Kind.MINUTES, Kind.COUNT, Kind.YES_NO)
A_DAY = timedelta(days=1)


class Design(StrEnum):
    """How days without and with the action come about."""

    SINCE = "since"
    DRAWN_START = "drawn_start"
    DRAWN_DAYS = "drawn_days"

    @property
    def label(self) -> str:
        return {
            "since": "de dagen vóór de start naast de dagen erna",
            "drawn_start": "de startdag wordt geloot, daarna loopt ze door",
            "drawn_days": "elke dag wordt geloot: met of zonder",
        }[self.value]

    @property
    def is_drawn(self) -> bool:
        return self is not Design.SINCE


@dataclass(frozen=True)
class Ended:
    """What was decided at the learning moment, by whom, and why."""

    outcome: Outcome
    at: datetime
    by: str
    reason: str = ""


@dataclass(frozen=True)
class Experiment(Document):
    """What was agreed at the start. `begins` is the first day with the action, `until` the last day.

    `smallest_change` is in the unit of the outcome; `on_days` are the drawn days with the action; `lag` is
    how many days later the outcome is asked: what is asked about a night, tells of the day before it.
    """

    slug: ClassVar[str] = "experiment"

    id: str
    action: str
    behaviour: str
    item: str
    question: str
    kind: Kind
    better: Better
    smallest_change: float
    design: Design
    start: date
    begins: date
    until: date
    locked_at: datetime
    by: str
    engine: str
    on_days: tuple[date, ...] = ()
    window: tuple[date, ...] = ()
    lag: int = 0
    replaces: str = ""
    ended: Ended | None = None

    @property
    def learns_on(self) -> date:
        """The day after the last answer: before it, whatever is seen is an interim view."""
        return self.until + (1 + self.lag) * A_DAY

    @property
    def days(self) -> int:
        return (self.until - self.start).days + 1

    @property
    def is_afterthought(self) -> bool:
        """Whether it was agreed when the action was already under way: then it explores."""
        return self.design is Design.SINCE and self.locked_at.date() > self.begins + A_DAY

    def is_interim(self, today: date) -> bool:
        return today < self.learns_on

    def is_on(self, day: date) -> bool:
        """Whether a day belongs to the days with the action."""
        if self.design is Design.DRAWN_DAYS:
            return day in self.on_days
        return day >= self.begins

    def tells_of_action(self, day: date) -> bool:
        """Whether what was answered on a day tells of a day with the action."""
        return self.is_on(day - self.lag * A_DAY)

    def is_part(self, day: date) -> bool:
        return self.start <= day <= self.until

    def tells_of_part(self, day: date) -> bool:
        """Whether what was answered on a day tells of a day of this experiment."""
        return self.is_part(day - self.lag * A_DAY)


def draw_days(first: date, days: int, chance: Random) -> tuple[date, ...]:
    """Draw the days with the action: of every two days one, so that weeks and moods share fairly."""
    pairs = range(0, days - days % 2, 2)
    return tuple(first + timedelta(days=pair + chance.randrange(2)) for pair in pairs)


def draw_start(first: date, chance: Random) -> tuple[date, tuple[date, date]]:
    """Draw the first day with the action; give it, and the first and last day it could have been."""
    return first + timedelta(days=chance.randrange(SLACK + 1)), (first, first + timedelta(days=SLACK))


def days_before(filled: Iterable[date], begins: date) -> date:
    """The first day that counts as before: the first that was filled in, four weeks back at most."""
    earliest = begins - timedelta(days=LONGEST_BEFORE)
    return min((day for day in filled if earliest <= day < begins), default=begins)


def open_ones(experiments: Iterable[Experiment]) -> tuple[Experiment, ...]:
    """The experiments that nobody ended or replaced."""
    known = tuple(experiments)
    replaced = {each.replaces for each in known}
    return tuple(each for each in known if each.ended is None and each.id not in replaced)


def with_or_without(experiments: Iterable[Experiment], action: str, day: date) -> bool | None:
    """Whether a day was drawn with or without this micro-action; None when nothing was drawn for it."""
    for each in open_ones(experiments):
        if each.action != action:
            continue
        if each.design is Design.DRAWN_DAYS and each.is_part(day):
            return each.is_on(day)
        if each.design is Design.DRAWN_START and each.locked_at.date() < day < each.begins:
            return False  # it waits for its drawn start
    return None


def set_aside(experiments: Iterable[Experiment], day: date) -> frozenset[str]:
    """The micro-actions that a draw leaves out on this day: nothing is asked about them."""
    known = open_ones(experiments)
    return frozenset(e.action for e in known if with_or_without(known, e.action, day) is False)


def ended(experiment: Experiment, outcome: Outcome, *, at: datetime, by: str, reason: str = "") -> Experiment:
    """Note what was decided. It is noted once: what was agreed and what was decided both stay."""
    if experiment.ended:
        return experiment
    return replace(experiment, ended=Ended(outcome, at, by, reason))


def others_alongside(experiment: Experiment, actions: Iterable[MicroAction], today: date) -> int:
    """How many other micro-actions ran on days with this one: then none of them gets the credit."""
    return sum(
        action.id != experiment.action and _overlaps(action, experiment.begins, min(experiment.until, today))
        for action in actions
    )


def _overlaps(action: MicroAction, first: date, last: date) -> bool:
    if action.chosen_at is None:
        return False
    over = action.ended_at.date() if action.ended_at else last
    return action.chosen_at.date() <= last and over >= first


def can_be_tested(item: DiaryItem) -> bool:
    """Whether an item can be the outcome of an experiment: it has a number and a direction."""
    return item.kind in TESTABLE and item.better is not Better.NEITHER and item.closed is None


def lag_of(item: DiaryItem) -> int:
    """How many days later an item is answered: what is asked about the night, tells of the day before."""
    return int(item.slot is Slot.NIGHT)


def usual_change(kind: Kind) -> float:
    """The smallest change that matters, until the two of them say otherwise; in the unit of the kind."""
    return {Kind.SCALE: 1.0, Kind.MINUTES: 10.0, Kind.COUNT: 1.0, Kind.YES_NO: 0.2}.get(kind, 1.0)
