"""The plan of a micro-action, field by field: for whoever rather fills it in than has a sentence read."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from samenhang.method.day_names import day_and_month
from samenhang.method.micro_action import A_MINUTE, MicroAction, Relation, Weekday
from samenhang.method.rhythm import EVERY_OTHER, DayPart, Rhythm
from samenhang.tools.tool import Typed, choice, type_of_problems

LONGEST_MINUTES, MOST_TIMES = 600, 31
_CLOCK = re.compile(r"([01]?\d|2[0-3])(?:[:.uh]([0-5]\d)|[uh])")
_BETWEEN = re.compile(r"[,;\s]+(?:en\s+)?")
_MINUTES = re.compile(r"\d{1,4}(?:[.,]\d{1,4})?")
_HOW = (
    (Rhythm.WEEKLY, "op vaste dagen"),
    (Rhythm.DAILY, "elke dag"),
    (Rhythm.EVERY_N_DAYS, "om de zoveel dagen"),
    (Rhythm.PER_WEEK, "een aantal keer per week"),
    (Rhythm.PER_DAY, "een aantal keer per dag"),
    (Rhythm.HOURLY, "om de zoveel uur"),
    (Rhythm.ON_EVENT, "telkens als iets gebeurt"),
    (Rhythm.ONCE, "één keer"),
)
_COUNTED = {Rhythm.EVERY_N_DAYS, Rhythm.PER_WEEK, Rhythm.PER_DAY, Rhythm.HOURLY}


def plan_fields(action: MicroAction) -> dict[str, list[str]]:
    """The plan of a micro-action, as the fields of a form hold it."""
    return {
        "how": [action.rhythm or ""],
        "n": ["" if action.n == 1 else str(action.n)],
        "days": [str(int(day)) for day in action.days],
        "times": [", ".join(action.times)],
        "day_part": [action.day_part or ""],
        "relation": [action.relation or ""],
        "anchor": [action.anchor],
        "minutes": [_said(action.duration_s)],
        "start": [action.start.isoformat() if action.start else ""],
        "until": [action.until.isoformat() if action.until else ""],
    }


def _said(seconds: int | None) -> str:
    """Minutes as people write them: 90 seconds is '1,5'."""
    return "" if seconds is None else f"{seconds / A_MINUTE:.4g}".replace(".", ",")


def plan_from(typed: Typed, text: str, known: str, today: date) -> MicroAction:
    """What the fields say; what counts in days or weeks counts from its first day."""
    days, times = _days(typed), tuple(sorted(set(clocks(typed.text("times")) or ())))
    anchor, minutes = typed.text("anchor"), _minutes(typed.text("minutes"))
    rhythm = choice(Rhythm, typed.text("how")) or _rhythm(days, times, anchor)
    n = _count(typed, rhythm)
    start, until = _date(typed.text("start")), _date(typed.text("until"))
    if rhythm is Rhythm.ONCE:
        start = until = start or until
    elif rhythm is Rhythm.EVERY_N_DAYS or (rhythm is Rhythm.WEEKLY and n > 1):
        start = start or today
    return MicroAction(
        id=known,
        behaviour=text,
        rhythm=rhythm,
        n=n,
        days=days if rhythm in (Rhythm.WEEKLY, Rhythm.DAILY) else (),
        times=times,
        day_part=None if times else choice(DayPart, typed.text("day_part")),
        relation=choice(Relation, typed.text("relation")),
        anchor=anchor,
        duration_s=round(minutes * A_MINUTE) if minutes else None,
        start=start,
        until=until,
        first_step=typed.text("first_step"),
        plan_b=typed.text("follow_up"),
    )


def _count(typed: Typed, rhythm: Rhythm | None) -> int:
    """Every how many, or how many times: without a number it is every other day, else one."""
    given = typed.number("n")
    if given and (rhythm in _COUNTED or rhythm is Rhythm.WEEKLY):
        return given
    return EVERY_OTHER if rhythm is Rhythm.EVERY_N_DAYS else 1


def _days(typed: Typed) -> tuple[Weekday, ...]:
    return tuple(sorted({Weekday(int(d)) for d in typed.all("days") if d in set("0123456")}))


def _rhythm(days: tuple[Weekday, ...], times: tuple[str, ...], anchor: str) -> Rhythm | None:
    """Where nobody chose how often: named days, every day, or whenever the anchor comes by."""
    if days and len(days) < len(Weekday):
        return Rhythm.WEEKLY
    if days or times:
        return Rhythm.DAILY
    return Rhythm.ON_EVENT if anchor else None


def clocks(text: str) -> list[str] | None:
    """The hours in a field, none left out; None when one of them is no hour."""
    parts = [_CLOCK.fullmatch(part) for part in _BETWEEN.split(text) if part]
    found = [f"{int(part[1]):02}:{part[2] or '00'}" for part in parts if part]
    return found if len(found) == len(parts) else None


def _minutes(text: str) -> float | None:
    return float(text.replace(",", ".")) if _MINUTES.fullmatch(text) else None


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def plan_problems(typed: Typed) -> type_of_problems:
    """Per field one sentence about what is no hour, no number or no day."""
    return dict(_problems(typed))


def _problems(typed: Typed) -> Iterator[tuple[str, str]]:
    minutes, n = _minutes(typed.text("minutes")), typed.number("n")
    if typed.text("times") and not clocks(typed.text("times")):
        yield "times", "Schrijf een uur als 22.15, of laat het open."
    if typed.text("minutes") and (minutes is None or not 0 < minutes <= LONGEST_MINUTES):
        yield "minutes", f"Schrijf een aantal minuten tot {LONGEST_MINUTES}, of laat het open."
    if typed.text("n") and (n is None or not 1 <= n <= MOST_TIMES):
        yield "n", f"Schrijf een getal van 1 tot {MOST_TIMES}, of laat het open."
    start, until = _date(typed.text("start")), _date(typed.text("until"))
    for name, found in (("start", start), ("until", until)):
        if typed.text(name) and found is None:
            yield name, "Schrijf een datum als 2026-12-31, of laat het open."
    if start and until and until < start and typed.text("how") != Rhythm.ONCE:
        yield "until", f"Dit ligt vóór het begin op {day_and_month(start)}."


def plan_offers(typed: Typed) -> dict[str, Any]:
    """What there is to choose from, and what was chosen."""
    how, part = typed.text("how"), typed.text("day_part")
    return {
        "rhythms": [(each, label, each == how) for each, label in _HOW],
        "day_parts": [(each, each == part) for each in DayPart],
        "weekdays": [(int(d), d.short, str(int(d)) in typed.all("days")) for d in Weekday],
        "relations": [(each, each == typed.text("relation")) for each in Relation],
    }
