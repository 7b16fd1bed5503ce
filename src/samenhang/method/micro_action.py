"""T4 Micro-action: one behaviour, in a context, with an anchor and a plan B. One is tested at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Any, Self

from samenhang.method.lens import Lens
from samenhang.method.need import Need
from samenhang.method.sheet import dump, load, type_of_json

ASK_AFTER = timedelta(hours=48)
VERSION = 1


class Weekday(IntEnum):
    MO, TU, WE, TH, FR, SA, SU = range(7)

    @property
    def short(self) -> str:
        return ("ma", "di", "wo", "do", "vr", "za", "zo")[self.value]


class Relation(StrEnum):
    """How an action hangs on its anchor."""

    BEFORE = "before"
    AFTER = "after"
    AT = "at"
    DURING = "during"
    AS_SOON_AS = "as_soon_as"

    @property
    def label(self) -> str:
        return {
            "before": "vóór",
            "after": "na",
            "at": "bij",
            "during": "tijdens",
            "as_soon_as": "zodra",
        }[self.value]


class State(StrEnum):
    PROPOSED = "proposed"
    CHOSEN = "chosen"
    LEARNED = "learned"
    STOPPED = "stopped"

    @property
    def label(self) -> str:
        return {
            "proposed": "voorgesteld",
            "chosen": "onder test",
            "learned": "geleerd",
            "stopped": "gestopt",
        }[self.value]


class Outcome(StrEnum):
    """What was learned: three equal answers."""

    KEEP = "keep"
    ADJUST = "adjust"
    LET_GO = "let_go"

    @property
    def label(self) -> str:
        return {"keep": "houden", "adjust": "bijsturen", "let_go": "loslaten"}[self.value]


class DayState(StrEnum):
    DONE = "done"
    PLAN_B = "plan_b"
    NOT_DONE = "not_done"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        return {
            "done": "gedaan",
            "plan_b": "plan B",
            "not_done": "niet",
            "not_applicable": "telt niet mee",
        }[self.value]

    @property
    def counts(self) -> bool:
        """A day on plan B counts as done."""
        return self in (DayState.DONE, DayState.PLAN_B)


@dataclass(frozen=True)
class Step:
    """One turn in the life of a micro-action: who, when, and why if it needed a reason."""

    state: State
    at: datetime
    by: str
    reason: str = ""
    outcome: Outcome | None = None


@dataclass(frozen=True)
class MicroAction:
    id: str
    behaviour: str
    lens: Lens | None = None
    need: Need | None = None
    days: tuple[Weekday, ...] = ()
    times: tuple[str, ...] = ()
    relation: Relation | None = None
    anchor: str = ""
    duration_minutes: int | None = None
    until: date | None = None
    first_step: str = ""
    plan_b: str = ""
    life: tuple[Step, ...] = ()

    @property
    def state(self) -> State:
        return self.life[-1].state if self.life else State.PROPOSED

    @property
    def outcome(self) -> Outcome | None:
        return self.life[-1].outcome if self.life else None

    @property
    def proposed_at(self) -> datetime | None:
        return self.life[0].at if self.life else None

    @property
    def chosen_at(self) -> datetime | None:
        """When its current or last test began."""
        turns = [step.at for step in self.life if step.state is State.CHOSEN]
        return turns[-1] if turns else None

    @property
    def ended_at(self) -> datetime | None:
        return self.life[-1].at if self.state in (State.LEARNED, State.STOPPED) else None

    @property
    def override(self) -> str:
        """The reason for which it was tested beside another, when it was."""
        return next((s.reason for s in self.life if s.state is State.CHOSEN and s.reason), "")

    @classmethod
    def from_json(cls, document: type_of_json) -> Self:
        action: Self = load(cls, document)
        return action

    def to_json(self) -> type_of_json:
        document: dict[str, Any] = dump(self)
        return {"version": VERSION, **document}


class OneAtATime(Exception):
    """Another micro-action is under test; going on asks for a deliberate reason."""

    def __init__(self, other: MicroAction) -> None:
        super().__init__("one micro-action at a time")
        self.other = other


def is_under_test(action: MicroAction) -> bool:
    return action.state is State.CHOSEN


def choose(
    action: MicroAction, others: Iterable[MicroAction], *, at: datetime, by: str, reason: str = ""
) -> MicroAction:
    """Put this one under test; raise OneAtATime when another is, unless there is a reason."""
    running = next((o for o in others if o.id != action.id and is_under_test(o)), None)
    if running and not reason.strip():
        raise OneAtATime(running)
    kept = reason.strip() if running else ""
    return turn(action, State.CHOSEN, at=at, by=by, reason=kept)


def turn(
    action: MicroAction,
    state: State,
    *,
    at: datetime,
    by: str,
    reason: str = "",
    outcome: Outcome | None = None,
) -> MicroAction:
    """Add one step to the life of a micro-action."""
    return replace(action, life=(*action.life, Step(state, at, by, reason, outcome)))


def asks_whether_it_worked(action: MicroAction, now: datetime) -> bool:
    """Whether a fresh candidate is 48 hours old: the moment for the one question 'gelukt?'."""
    at = action.proposed_at
    return action.state is State.PROPOSED and at is not None and now - at >= ASK_AFTER


def is_planned(action: MicroAction, day: date) -> bool:
    """Whether the plan names this day; a plan without days names every day."""
    if action.until and day > action.until:
        return False
    return not action.days or Weekday(day.weekday()) in action.days


def when(action: MicroAction) -> str:
    """Say the days and times in words: 'ma, wo, vr om 22.15'."""
    days = _days(action.days)
    times = " en ".join(t.replace(":", ".") for t in action.times)
    return " ".join(part for part in (days, f"om {times}" if times else "") if part)


def _days(days: tuple[Weekday, ...]) -> str:
    if not days:
        return ""
    known = {tuple(range(7)): "elke dag", tuple(range(5)): "elke werkdag", (5, 6): "in het weekend"}
    return known.get(tuple(map(int, days))) or ", ".join(day.short for day in days)


def hangs_on(action: MicroAction) -> str:
    """Say the anchor in words: 'vóór de laptop opengaat'."""
    if not action.anchor:
        return ""
    return f"{action.relation.label} {action.anchor}" if action.relation else action.anchor


def lasts(action: MicroAction) -> str:
    minutes = action.duration_minutes
    return "" if minutes is None else f"{minutes} minuut" if minutes == 1 else f"{minutes} minuten"


def reworded(action: MicroAction, behaviour: str) -> MicroAction:
    """Give the same micro-action in other words; its identity and its life stay."""
    return replace(action, behaviour=behaviour)
