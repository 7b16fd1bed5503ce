"""What a list needs of one client, kept beside the dossier so that forty clients cost forty small opens."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

from samenhang.method.diary import CheckIn
from samenhang.method.dossier import Dossier
from samenhang.method.micro_action import DayState, when
from samenhang.method.sheet import dump, load, type_of_json

KEEPS = 28
QUIET_AFTER = 3
PLAN_B_OFTEN = 4
WINDOW = 7
ALMOST_DAILY = 11  # of fourteen


@dataclass(frozen=True)
class Day:
    """One filled diary day: how many actions were done, on plan B, not done."""

    day: date
    done: int = 0
    plan_b: int = 0
    not_done: int = 0


@dataclass(frozen=True)
class Summary:
    question: str = ""
    action: str = ""
    action_when: str = ""
    under_test: int = 0
    test_began: date | None = None
    candidates: int = 0
    items: int = 0
    agreements: tuple[str, ...] = ()
    days: tuple[Day, ...] = ()

    @classmethod
    def from_json(cls, document: type_of_json) -> Self:
        summary: Self = load(cls, document)
        return summary

    def to_json(self) -> type_of_json:
        document: type_of_json = dump(self)
        return document


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
        days=tuple(_day(day, dossier.days[day].actions) for day in kept),
    )


def with_check_in(summary: Summary, new: CheckIn) -> Summary:
    """Give the summary with one more check-in, without opening the others."""
    kept = {day.day: day for day in summary.days}
    fresh = _day(new.day, new.actions)
    if new.day not in kept or new.actions:
        kept[new.day] = fresh
    return replace(summary, days=tuple(kept[day] for day in sorted(kept)[-KEEPS:]))


def _day(day: date, actions: Mapping[str, DayState]) -> Day:
    states = list(actions.values())
    return Day(
        day,
        done=states.count(DayState.DONE),
        plan_b=states.count(DayState.PLAN_B),
        not_done=states.count(DayState.NOT_DONE),
    )


@dataclass(frozen=True)
class Notice:
    """A reason to pause at someone, as a fact, with the place to look."""

    text: str
    look: str


def notices(summary: Summary, today: date) -> tuple[Notice, ...]:
    """Who needs a look and why, in words: facts, never a judgement and never a score."""
    return tuple(filter(None, (_quiet(summary, today), _often_plan_b(summary, today))))


def _quiet(summary: Summary, today: date) -> Notice | None:
    if not summary.days or not (summary.items or summary.under_test):
        return None
    last = summary.days[-1].day
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


_NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def _day_name(day: date, today: date) -> str:
    if (today - day).days < WINDOW:
        return _NAMES[day.weekday()]
    return f"{day.day} {_MONTHS[day.month - 1]}"
