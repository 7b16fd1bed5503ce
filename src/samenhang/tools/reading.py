"""A micro-action in one sentence: what was read in it, what was dropped, and the one thing still to ask."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from samenhang.language.nl import question, read
from samenhang.language.nl.plan import Plan
from samenhang.method import micro_action as words
from samenhang.method.day_names import day_and_month
from samenhang.method.micro_action import MicroAction, Relation, Weekday
from samenhang.method.rhythm import DayPart, Rhythm
from samenhang.tools.plan_fields import plan_fields
from samenhang.tools.tool import Typed

READ, FIELDS = "read", "fields"
_DAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_PARTS_OF_DAY = {
    "ochtend": DayPart.MORNING,
    "voormiddag": DayPart.FORENOON,
    "middag": DayPart.NOON,
    "namiddag": DayPart.AFTERNOON,
    "avond": DayPart.EVENING,
    "nacht": DayPart.NIGHT,
}
_RELATIONS = {
    "voor": Relation.BEFORE,
    "na": Relation.AFTER,
    "bij": Relation.AT,
    "tijdens": Relation.DURING,
    "zodra": Relation.AS_SOON_AS,
}
_SUGGESTED: Mapping[str, tuple[str, ...]] = {
    "stap": (),
    "wanneer": ("elke avond", "na het ontbijt", "op maandag en donderdag"),
    "ritme": ("elke dag", "op werkdagen", "op maandag en donderdag"),
    "anker": ("na het ontbijt", "zodra ik thuiskom", "voor ik ga slapen"),
    "hoeveel": ("5 minuten", "10 minuten", "een kwartier"),
}
GAPS = tuple(_SUGGESTED)


class Part(StrEnum):
    """A part of a plan that can be read apart, and dropped apart."""

    WHEN = "when"
    AT = "at"
    ANCHOR = "anchor"
    LASTS = "lasts"
    UNTIL = "until"

    @property
    def label(self) -> str:
        return {
            "when": "dagen",
            "at": "hoe laat",
            "anchor": "hangt vast aan",
            "lasts": "hoelang",
            "until": "periode",
        }[self.value]


@dataclass(frozen=True)
class Chip:
    """One part as it was read. Dropped, it stays in sight, to be taken back."""

    part: Part
    text: str
    dropped: bool

    @property
    def value(self) -> str:
        return f"{self.part}|{self.text}"


@dataclass(frozen=True)
class Ask:
    """The one thing that is missing, with a few ways to say it."""

    gap: str
    question: str
    suggested: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """What a sentence says: the micro-action without what was dropped, and what to show of it."""

    is_plan: bool
    action: MicroAction
    chips: tuple[Chip, ...] = ()
    ask: Ask | None = None


def reading(sentence: str, at: datetime, typed: Typed) -> Reading:
    """Read a sentence as it was said at a moment; `typed` knows what was dropped and what stays open."""
    plan = read(sentence, at)
    if not plan.is_plan:
        return Reading(is_plan=False, action=MicroAction("", sentence))
    whole = _action(plan, sentence, at)
    dropped = set(typed.all("dropped"))
    chips = tuple(replace(chip, dropped=chip.value in dropped) for chip in _chips(whole))
    for chip in chips:
        if chip.dropped:
            whole = _without(whole, chip.part)
    return Reading(is_plan=True, action=whole, chips=chips, ask=_ask(plan, typed.all("without")))


def says_the_same(sentence: str, at: datetime, action: MicroAction) -> bool:
    """Whether reading a sentence gives the plan of this micro-action: then it can be shown as read."""
    found = reading(sentence, at, Typed())
    return found.is_plan and _plan_of(found.action) == _plan_of(action)


def _plan_of(action: MicroAction) -> tuple[object, ...]:
    return (
        *(action.rhythm, action.n, action.days, action.times, action.day_part),
        *(action.relation, action.anchor, action.duration_s, action.start, action.until),
    )


def _action(plan: Plan, sentence: str, at: datetime) -> MicroAction:
    """The plan as a micro-action; a rhythm that is too long to test is left open."""
    rhythm = Rhythm(plan.freq) if plan.freq in set(Rhythm) else None
    one = plan.behaviour if plan.n_actions == 1 else None  # of two actions, neither is left out
    behaviour = ": ".join(filter(None, (plan.label, one))) if one else sentence
    start, until = _span(plan, rhythm, at)
    return MicroAction(
        id="",
        behaviour=behaviour[:1].upper() + behaviour[1:],
        rhythm=rhythm,
        n=plan.n or 1,
        days=tuple(Weekday(_DAYS[day]) for day in plan.days if day in _DAYS),
        times=plan.times,
        day_part=_PARTS_OF_DAY.get(plan.day_part or ""),
        relation=_RELATIONS.get(plan.anchor_rel or ""),
        anchor=plan.anchor_event or "",
        duration_s=plan.duration_s,
        start=start,
        until=until,
    )


def _span(plan: Plan, rhythm: Rhythm | None, at: datetime) -> tuple[date | None, date | None]:
    """From when and until when; one day is both, and counting in days or weeks needs a first day."""
    if plan.date:
        return date.fromisoformat(plan.date), date.fromisoformat(plan.date)
    start = date.fromisoformat(plan.start) if plan.start else None
    counts = rhythm is Rhythm.EVERY_N_DAYS or (rhythm is Rhythm.WEEKLY and (plan.n or 1) > 1)
    if counts and start is None:
        start = date.fromisoformat(plan.ical[0].dtstart[:10]) if plan.ical else at.date()
    return start, date.fromisoformat(plan.until) if plan.until else None


def _chips(action: MicroAction) -> Iterator[Chip]:
    said = {
        Part.WHEN: words.when(replace(action, times=(), day_part=None)),
        Part.AT: words.when(MicroAction("", "", times=action.times, day_part=action.day_part)),
        Part.ANCHOR: words.hangs_on(action),
        Part.LASTS: words.lasts(action),
        Part.UNTIL: _period(action),
    }
    yield from (Chip(part, text, dropped=False) for part, text in said.items() if text)


def _period(action: MicroAction) -> str:
    if action.start and action.start == action.until:
        return ""
    begins = f"vanaf {day_and_month(action.start)}" if action.start else ""
    ends = f"tot en met {day_and_month(action.until)}" if action.until else ""
    return " ".join(filter(None, (begins, ends)))


def _without(action: MicroAction, part: Part) -> MicroAction:
    if part is Part.WHEN:
        one_day = action.start if action.start == action.until else None
        left = replace(action, rhythm=Rhythm.ON_EVENT if action.anchor else None, n=1, days=())
        return replace(left, start=None, until=None) if one_day else left
    if part is Part.AT:
        return replace(action, times=(), day_part=None)
    if part is Part.ANCHOR:
        rhythm = None if action.rhythm is Rhythm.ON_EVENT else action.rhythm
        return replace(action, relation=None, anchor="", rhythm=rhythm)
    if part is Part.LASTS:
        return replace(action, duration_s=None)
    return replace(action, start=None, until=None)


def _ask(plan: Plan, without: list[str]) -> Ask | None:
    open_gaps = tuple(gap for gap in GAPS if gap in plan.missing)
    if not open_gaps or open_gaps[0] in without:
        return None  # one thing is asked, and whoever goes on without it is not asked the next
    asked = question(replace(plan, missing=open_gaps)) or ""
    return Ask(open_gaps[0], asked, _SUGGESTED[open_gaps[0]])


def stepped(typed: Typed, read_now: Reading) -> Typed:
    """What stands in the form after a tap: an answer in the sentence, a gap left open, the fields."""
    values = dict(typed.values)
    taps = {name: values.pop(name, []) for name in ("suggested", "answer", "skip", "mend")}
    said = Typed(taps)
    answer = said.text("suggested") or said.text("answer")
    if answer and read_now.ask:
        values["intervention"] = [_joined(typed.text("intervention"), answer, read_now.ask.gap)]
    if said.text("skip") in GAPS:
        values["without"] = [*typed.all("without"), said.text("skip")]
    if said.text("mend"):
        values |= {**plan_fields(read_now.action), "reading": [FIELDS]}
        if said.text("mend") == READ:
            values |= {"reading": [READ], "dropped": []}
    return Typed(values)


def _joined(sentence: str, answer: str, gap: str) -> str:
    """A first step makes what was said its heading; all else goes on in the same sentence."""
    start = sentence.rstrip(" .!,;:")
    return f"{start}: {answer}" if gap == "stap" else f"{start} {answer}"
