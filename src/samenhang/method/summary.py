"""What a list needs of one client, kept beside the dossier so that forty clients cost forty small opens."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import ClassVar

from samenhang.method.day_names import day_and_month, weekday_name
from samenhang.method.diary import CheckIn
from samenhang.method.dossier import Dossier
from samenhang.method.micro_action import DayState, when
from samenhang.method.pause import Pause, last_pause
from samenhang.method.sheet import Document

KEEPS = 28
QUIET_AFTER = 3
PLAN_B_OFTEN = 4
WINDOW = 7
ALMOST_DAILY = 11  # of fourteen


@dataclass(frozen=True)
class Mark:
    """What was said of one action on one day."""

    action: str
    state: DayState


@dataclass(frozen=True)
class Day:
    """One filled diary day: what was said of the actions, and when the last word on it came in."""

    day: date
    at: datetime
    marks: tuple[Mark, ...] = ()

    @property
    def done(self) -> int:
        return self.count(DayState.DONE)

    @property
    def plan_b(self) -> int:
        return self.count(DayState.PLAN_B)

    @property
    def not_done(self) -> int:
        return self.count(DayState.NOT_DONE)

    def count(self, state: DayState) -> int:
        return sum(mark.state is state for mark in self.marks)


@dataclass(frozen=True)
class Summary(Document):
    slug: ClassVar[str] = "summary"

    question: str = ""
    action: str = ""
    action_when: str = ""
    under_test: int = 0
    test_began: date | None = None
    candidates: int = 0
    items: int = 0
    agreements: tuple[str, ...] = ()
    days: tuple[Day, ...] = ()
    pause: Pause | None = None


def summarise(dossier: Dossier, items: int = 0) -> Summary:
    """Give the summary of a folded client."""
    first = dossier.under_test[0] if dossier.under_test else None
    kept = sorted(dossier.days)[-KEEPS:]
    return Summary(
        question=dossier.question,
        action=first.behaviour if first else "",
        action_when=when(first) if first else "",
        under_test=len(dossier.under_test),
        test_began=first.chosen_at.date() if first and first.chosen_at else None,
        candidates=len(dossier.candidates),
        items=items,
        agreements=tuple(agreement.text for agreement in dossier.agreements),
        days=tuple(_day(dossier.days[day]) for day in kept),
        pause=last_pause(dossier.pauses),
    )


def with_check_in(summary: Summary, new: CheckIn) -> Summary | None:
    """Give the summary with one more check-in, without opening the others.

    None when the summary cannot know: an earlier word on a day that has a later one. Then fold anew.
    """
    kept = {day.day: day for day in summary.days}
    old = kept.get(new.day)
    if old and new.at <= old.at:
        return None
    kept[new.day] = _day(new, _states(old) if old else {})
    return replace(summary, days=tuple(kept[day] for day in sorted(kept)[-KEEPS:]))


def _states(day: Day) -> Mapping[str, DayState]:
    return {mark.action: mark.state for mark in day.marks}


def _day(check_in: CheckIn, before: Mapping[str, DayState] = MappingProxyType({})) -> Day:
    states = {**before, **check_in.actions}
    return Day(check_in.day, check_in.at, tuple(Mark(*said) for said in states.items()))


@dataclass(frozen=True)
class Notice:
    """A reason to pause at someone, as a fact, with the place to look."""

    text: str
    look: str


def notices(summary: Summary, today: date) -> tuple[Notice, ...]:
    """Who needs a look and why, in words: facts, never a judgement and never a score."""
    return tuple(filter(None, (_quiet(summary, today), _often_plan_b(summary, today))))


def _quiet(summary: Summary, today: date) -> Notice | None:
    """Whoever paused is not quiet, and has a fresh start afterwards."""
    if not summary.days or not (summary.items or summary.under_test):
        return None
    last, pause = summary.days[-1].day, summary.pause
    if pause and (pause.covers(today) or (pause.ended and (today - pause.ended).days < QUIET_AFTER)):
        return None
    if (today - last).days <= QUIET_AFTER:
        return None
    before = [d for d in summary.days if last - timedelta(days=2 * WINDOW - 1) <= d.day]
    habit = " Daarvoor bijna elke dag." if len(before) >= ALMOST_DAILY else ""
    return Notice(f"Vulde sinds {_day_name(last, today)} niets meer in.{habit}", "diary")


def _often_plan_b(summary: Summary, today: date) -> Notice | None:
    week = [d for d in summary.days if today - timedelta(days=WINDOW) < d.day <= today]
    often = sum(d.plan_b > 0 for d in week)
    if often < PLAN_B_OFTEN:
        return None
    return Notice(
        f"Koos {often} van de laatste {WINDOW} dagen plan B. Misschien past het moment niet.",
        "action",
    )


def _day_name(day: date, today: date) -> str:
    return weekday_name(day) if (today - day).days < WINDOW else day_and_month(day)
