"""What a list needs of one client, kept beside the dossier so that forty clients cost forty small opens."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from samenhang.method.day_names import day_and_month, weekday_name
from samenhang.method.diary import CheckIn, Kind
from samenhang.method.dossier import Dossier
from samenhang.method.experiment import Experiment, open_ones
from samenhang.method.micro_action import DayState, when
from samenhang.method.pause import Pause, last_pause
from samenhang.method.sheet import Document, type_of_json

KINDS = {kind.value: kind for kind in Kind}
QUIET_AFTER = 3
PLAN_B_OFTEN = 4
WINDOW = 7
KEEPS = 2 * WINDOW
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
class Asked:
    """A diary item that may be answered, and the kind of its answers."""

    item: str
    kind: Kind


@dataclass(frozen=True)
class Learning:
    """An open experiment: on which day there is something to learn, and from which question."""

    on: date
    question: str


@dataclass(frozen=True)
class Answerable:
    """What a check-in of this client may speak of: items with their kinds, and micro-actions."""

    kinds: Mapping[str, Kind]
    actions: AbstractSet[str]


@dataclass(frozen=True)
class Summary(Document):
    """It is opened for every row of a list and rewritten at every check-in: its days are kept short.

    `asked` is None in what an earlier version kept: then it is to be made anew.
    """

    slug: ClassVar[str] = "summary"
    version: ClassVar[int] = 3

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
    asked: tuple[Asked, ...] | None = ()
    actions: tuple[str, ...] = ()
    learning: tuple[Learning, ...] = ()

    @classmethod
    def upgrade(cls, document: type_of_json, version: int) -> type_of_json:
        days = [_short(day) for day in document["days"]] if version == 1 else document["days"]
        return {**document, "version": cls.version, "days": days, "asked": None}

    @classmethod
    def from_json(cls, document: type_of_json) -> Self:
        known = cls.as_of_now(document)
        return super().from_json({**known, "days": [_whole(short) for short in known["days"]]})

    def to_json(self) -> type_of_json:
        document = super().to_json()
        return {**document, "days": [_short(day) for day in document["days"]]}


def _short(day: type_of_json) -> list[str]:
    """A day as it is kept: ['2026-11-22', '2026-11-22T21:15:00+01:00', id, 'done', id, 'plan_b']."""
    return [
        day["day"],
        day["at"],
        *(said for mark in day["marks"] for said in (mark["action"], mark["state"])),
    ]


def _whole(short: list[str]) -> type_of_json:
    day, at, *said = short
    marks = zip(said[::2], said[1::2], strict=True)
    return {"day": day, "at": at, "marks": [{"action": action, "state": state} for action, state in marks]}


def summarise(dossier: Dossier, items: int = 0, experiments: Iterable[Experiment] = ()) -> Summary:
    """Give the summary of a folded client and their experiments."""
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
        days=tuple(_day(day, dossier.days[day].at, dossier.days[day].actions) for day in kept),
        pause=last_pause(dossier.pauses),
        asked=tuple(Asked(series.item.id, series.item.kind) for series in dossier.series),
        actions=tuple(each.id for each in (*dossier.under_test, *dossier.candidates, *dossier.learned)),
        learning=tuple(Learning(each.learns_on, each.question) for each in open_ones(experiments)),
    )


def answerable(document: type_of_json) -> Answerable | None:
    """What may be answered, out of a kept summary; None when it does not say."""
    asked = Summary.as_of_now(document)["asked"]
    if asked is None:
        return None
    kinds = {each["item"]: KINDS[each["kind"]] for each in asked}
    return Answerable(kinds, frozenset(document["actions"]))


def day_added(document: type_of_json, new: CheckIn) -> type_of_json | None:
    """Give a kept summary with one more check-in, as it is kept: without opening the others.

    None when it cannot know: what an earlier version kept, or an earlier word that says otherwise than a
    later one. Then fold anew.
    """
    known = Summary.as_of_now(document)
    if known["asked"] is None:
        return None
    here = new.day.isoformat()
    days = {short[0]: short for short in known["days"]}
    _, old, *marks = days.get(here, (here, ""))
    said = dict(zip(marks[::2], marks[1::2], strict=True))
    added = {action: state.value for action, state in new.actions.items()}
    at = new.at
    if old and (later := datetime.fromisoformat(old)) >= new.at:
        if any(said.get(action, state) != state for action, state in added.items()):
            return None
        at = later
    said |= added
    days[here] = [here, at.isoformat(), *(word for action in sorted(said) for word in (action, said[action]))]
    return {**known, "days": [days[day] for day in sorted(days)[-KEEPS:]]}


def _day(day: date, at: datetime, states: Mapping[str, str]) -> Day:
    return Day(day, at, tuple(Mark(action, DayState(states[action])) for action in sorted(states)))


@dataclass(frozen=True)
class Notice:
    """A reason to pause at someone, as a fact, with the place to look."""

    text: str
    look: str


def notices(summary: Summary, today: date) -> tuple[Notice, ...]:
    """Who needs a look and why, in words: facts, never a judgement and never a score."""
    found = (_learning(summary, today), _quiet(summary, today), _often_plan_b(summary, today))
    return tuple(filter(None, found))


def _learning(summary: Summary, today: date) -> Notice | None:
    due = next((each for each in summary.learning if each.on <= today), None)
    return Notice(f"Het leermoment is er: ‘{due.question}’", "experiment") if due else None


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
