"""T4 Micro-action: one behaviour, in a context, with an anchor and a plan B. One is tested at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import IntEnum, StrEnum
from typing import ClassVar

from samenhang.method.day_names import day_and_month
from samenhang.method.lens import Lens
from samenhang.method.need import Need
from samenhang.method.rhythm import DayPart, Rhythm
from samenhang.method.sheet import Document

ASK_AFTER = timedelta(hours=48)
A_MINUTE = 60
A_WEEK = 7


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


ENDED = (State.LEARNED, State.STOPPED)


@dataclass(frozen=True)
class Step:
    """One turn in the life of a micro-action: who, when, and why if it needed a reason."""

    state: State
    at: datetime
    by: str
    reason: str = ""
    outcome: Outcome | None = None


@dataclass(frozen=True)
class Tried:
    """What was said when asked 'gelukt?'; `worked` is None when the question was skipped."""

    worked: bool | None
    at: datetime
    by: str


@dataclass(frozen=True)
class MicroAction(Document):
    """What, when, on what it hangs, how long, what instead, and its life so far.

    A plan for one known day has that day as `start` and as `until`.
    """

    slug: ClassVar[str] = "micro_action"

    id: str
    behaviour: str
    lens: Lens | None = None
    need: Need | None = None
    rhythm: Rhythm | None = None
    n: int = 1
    days: tuple[Weekday, ...] = ()
    times: tuple[str, ...] = ()
    day_part: DayPart | None = None
    relation: Relation | None = None
    anchor: str = ""
    duration_s: int | None = None
    start: date | None = None
    until: date | None = None
    first_step: str = ""
    plan_b: str = ""
    tried: Tried | None = None
    life: tuple[Step, ...] = ()

    @property
    def state(self) -> State:
        return self.life[-1].state if self.life else State.PROPOSED

    @property
    def proposed_at(self) -> datetime | None:
        return self.life[0].at if self.life else None

    @property
    def chosen(self) -> Step | None:
        """The step with which its current or last test began."""
        return next((step for step in reversed(self.life) if step.state is State.CHOSEN), None)

    @property
    def chosen_at(self) -> datetime | None:
        return self.chosen.at if self.chosen else None

    @property
    def override(self) -> str:
        """The reason for which it is tested beside another, when it is."""
        return self.chosen.reason if self.chosen else ""

    @property
    def _after_the_choice(self) -> tuple[Step, ...]:
        states = [step.state for step in self.life]
        began = len(states) - states[::-1].index(State.CHOSEN) if State.CHOSEN in states else 0
        return self.life[began:]

    @property
    def outcome(self) -> Outcome | None:
        """What its last test taught; stopping afterwards does not unlearn it."""
        return next((step.outcome for step in reversed(self._after_the_choice) if step.outcome), None)

    @property
    def ended_at(self) -> datetime | None:
        """When its last test ended: at the learning, not at the stopping that may come later."""
        return next((step.at for step in self._after_the_choice if step.state in ENDED), None)


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
    """Put this one under test; raise OneAtATime when another is, unless there is a reason.

    Tapping twice chooses once.
    """
    if is_under_test(action):
        return action
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
    """Whether a candidate is 48 hours old and was not asked before: the moment for 'gelukt?', once."""
    at = action.proposed_at
    if action.state is not State.PROPOSED or action.tried or at is None:
        return False
    return now.astimezone(UTC) - at.astimezone(UTC) >= ASK_AFTER  # hours gone by, also over a clock change


def tell(action: MicroAction, *, worked: bool | None, at: datetime, by: str) -> MicroAction:
    """Keep the answer to 'gelukt?', or that it was skipped: it is not asked again."""
    return replace(action, tried=Tried(worked, at, by))


def is_planned(action: MicroAction, day: date) -> bool:
    """Whether the plan names this day; a plan without days names every day."""
    if (action.start and day < action.start) or (action.until and day > action.until):
        return False
    if action.days and Weekday(day.weekday()) not in action.days:
        return False
    if action.start is None:
        return True
    if action.rhythm is Rhythm.EVERY_N_DAYS:
        return (day - action.start).days % action.n == 0
    if action.rhythm is Rhythm.WEEKLY:
        return (_monday(day) - _monday(action.start)).days // A_WEEK % action.n == 0
    return True


def began_on(action: MicroAction, zone: tzinfo | None = None) -> date | None:
    """Give the local day on which its current or last test began: as chosen, or later if planned later."""
    at = action.chosen_at
    if at is None:
        return action.start
    chosen = at.astimezone(zone).date() if zone else at.date()
    return max(chosen, action.start or chosen)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def when(action: MicroAction) -> str:
    """Say the days and times in words: 'ma, wo, vr om 22.15'."""
    rhythm = action.rhythm.label(action.n) if action.rhythm else ""
    days, times = _days(action), _times(action)
    if days and action.rhythm is not Rhythm.DAILY:
        return ", ".join(filter(None, (f"{days} {times}".strip(), rhythm)))
    return " ".join(filter(None, (days or rhythm, times)))


def _days(action: MicroAction) -> str:
    days = tuple(sorted(set(action.days)))
    if not days:
        one_day = action.start if action.start == action.until else None
        return f"op {Weekday(one_day.weekday()).short} {day_and_month(one_day)}" if one_day else ""
    known = {tuple(range(7)): "elke dag", tuple(range(5)): "elke werkdag", (5, 6): "in het weekend"}
    return known.get(tuple(map(int, days))) or ", ".join(day.short for day in days)


def _times(action: MicroAction) -> str:
    if not action.times:
        return action.day_part.label if action.day_part else ""
    *first, last = (time.replace(":", ".") for time in action.times)
    return f"om {', '.join(first)} en {last}" if first else f"om {last}"


def hangs_on(action: MicroAction) -> str:
    """Say the anchor in words: 'vóór de laptop opengaat'."""
    if not action.anchor:
        return ""
    return f"{action.relation.label} {action.anchor}" if action.relation else action.anchor


def lasts(action: MicroAction) -> str:
    """Say the duration in words: whole minutes where it is."""
    seconds = action.duration_s
    if seconds is None:
        return ""
    minutes, rest = divmod(seconds, A_MINUTE)
    if rest or not minutes:
        return "1 seconde" if seconds == 1 else f"{seconds} seconden"
    return "1 minuut" if minutes == 1 else f"{minutes} minuten"


def reworded(action: MicroAction, behaviour: str) -> MicroAction:
    """Give the same micro-action in other words; its identity and its life stay."""
    return replace(action, behaviour=behaviour)


def say_plan(action: MicroAction) -> str:
    """Say the whole plan in one line: when, on what it hangs, how long."""
    return " · ".join(filter(None, (f"{when(action)} {hangs_on(action)}".strip(), lasts(action))))
