"""When it happens: first occurrences, RRULE and the 48 hours, in local time with its DST."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from samenhang.language.nl.days import shift
from samenhang.language.nl.lexicon import DAY_CODES, PART_END, PART_MINUTES

if TYPE_CHECKING:
    from datetime import tzinfo

    from samenhang.language.nl.schedule import Schedule

_WINDOW_DAYS = 2
_WITHIN_S = 48 * 3600
_LOOK_AHEAD = 800
_ALWAYS_WITHIN = frozenset(("hourly", "per_day"))
_NEVER_KNOWN = frozenset(("per_week", "on_event"))
_HAS_DAYS = frozenset(("daily", "weekly", "every_n_days", "monthly"))


class Moment(NamedTuple):
    """A first occurrence: its day and, when there is a clock, its minutes after midnight."""

    day: date
    minutes: int | None


class Resolved(NamedTuple):
    """First occurrences with their rules, the last day, and whether it starts within 48 hours."""

    entries: tuple[tuple[str, str | None], ...] | None
    until: date | None
    within: bool | None


def resolve(plan: Schedule, now: datetime) -> Resolved:
    """Work out a schedule as seen from `now`, an aware moment in the plan's time zone."""
    firsts = _firsts(plan, now)
    until = _until(plan, now, firsts)
    if until is not None and plan.freq != "once":
        firsts = [first for first in firsts if first.day <= until]
    entries = tuple(
        (_text_of(first), _rule(plan, until, now, timed=first.minutes is not None)) for first in firsts
    )
    return Resolved(entries or None, until, _within(plan, now, firsts, until))


def local(day: date, minutes: int, zone: tzinfo | None) -> datetime:
    """A wall-clock moment; one that the clock skips moves on with the clock (RFC 5545, 3.3.5)."""
    wall = datetime.combine(day, time(minutes // 60, minutes % 60), tzinfo=zone)
    return wall.astimezone(UTC).astimezone(zone)


def _firsts(plan: Schedule, now: datetime) -> list[Moment]:
    """One first occurrence for each clock time, or one day where there is no clock."""
    if plan.freq == "once":
        if plan.day is None:
            return []
        return [Moment(plan.day, at) for at in plan.times or (None,)]
    if plan.freq not in _HAS_DAYS or (plan.freq in ("weekly", "monthly") and not plan.days):
        return []
    found: list[Moment] = []
    for at in plan.times or (None,):
        day = next((day for day in _days(plan, now) if _is_ahead(day, at, plan.part, now)), None)
        if day is not None:
            found.append(Moment(day, at))
    return _in_step(plan, found)


def _in_step(plan: Schedule, firsts: list[Moment]) -> list[Moment]:
    """With an interval, all times of a day fall on the same days."""
    step = (plan.n or 1) * (7 if plan.freq == "weekly" else 1)
    if plan.freq not in ("every_n_days", "weekly") or (plan.n or 1) == 1 or len(plan.days) > 1 or not firsts:
        return firsts
    earliest = min(first.day for first in firsts)
    return [
        first if first.day == earliest else Moment(earliest + timedelta(days=step), first.minutes)
        for first in firsts
    ]


def _days(plan: Schedule, now: datetime) -> Iterator[date]:
    """The days that the rule allows, from today or from its start."""
    day = max(now.date(), plan.start or now.date())
    for ahead in range(_LOOK_AHEAD):
        today = day + timedelta(days=ahead)
        if _allows(plan, today):
            yield today


def _allows(plan: Schedule, day: date) -> bool:
    if plan.freq == "weekly":
        return DAY_CODES[day.weekday()] in plan.days
    if plan.freq == "monthly":
        return any(is_month_day(rule, day) for rule in plan.days)
    return True


def is_month_day(rule: str, day: date) -> bool:
    """1TU, -1FR, 15, -1: is it this day of its month?"""
    last = (shift(day.replace(day=1), 1, "month") - timedelta(days=1)).day
    if rule[-2:] not in DAY_CODES:
        return day.day == (last if rule == "-1" else int(rule))
    if DAY_CODES[day.weekday()] != rule[-2:]:
        return False
    order = int(rule[:-2])
    return day.day > last - 7 if order < 0 else (day.day - 1) // 7 + 1 == order


def _is_ahead(day: date, at: int | None, part: str | None, now: datetime) -> bool:
    """A clock must lie after now; a day counts until its day part has ended."""
    if day != now.date():
        return day > now.date()
    if at is None:
        return now.hour < PART_END.get(part or "", 24)
    return local(day, at, now.tzinfo).astimezone(UTC) > now.astimezone(UTC)


def _until(plan: Schedule, now: datetime, firsts: list[Moment]) -> date | None:
    """The last day, inclusive: said, or counted from the first occurrence."""
    if plan.until is not None or plan.span is None:
        return plan.until
    many, unit = plan.span
    begin = min((first.day for first in firsts), default=plan.start or now.date())
    return shift(begin, many, unit) - timedelta(days=1)


def _text_of(first: Moment) -> str:
    if first.minutes is None:
        return first.day.isoformat()
    return f"{first.day.isoformat()}T{first.minutes // 60:02d}:{first.minutes % 60:02d}:00"


def _rule(plan: Schedule, until: date | None, now: datetime, *, timed: bool) -> str | None:
    if plan.freq == "once":
        return None
    freq = {"weekly": "WEEKLY", "monthly": "MONTHLY"}.get(plan.freq or "", "DAILY")
    rule = f"FREQ={freq}"
    if plan.n and plan.n > 1:
        rule += f";INTERVAL={plan.n}"
    if plan.days:
        by = "BYDAY" if plan.days[0][-2:] in DAY_CODES else "BYMONTHDAY"
        rule += f";{by}={','.join(plan.days)}"
    if until is not None:
        rule += f";UNTIL={_until_text(until, now, timed=timed)}"
    return rule


def _until_text(until: date, now: datetime, *, timed: bool) -> str:
    """The end of the last local day in UTC; a DATE where the entry has no clock."""
    if not timed:
        return until.isoformat().replace("-", "")
    end = datetime.combine(until, time(23, 59, 59), tzinfo=now.tzinfo).astimezone(UTC)
    return end.isoformat().partition("+")[0].replace("-", "").replace(":", "") + "Z"


def _within(
    plan: Schedule,
    now: datetime,
    firsts: list[Moment],
    until: date | None,
) -> bool | None:
    """Does it first happen within 48 elapsed hours? None when the sentence does not say."""
    limit = now.date() + timedelta(days=_WINDOW_DAYS)
    if firsts:
        return any(_is_within(first, plan.part, now) for first in firsts)
    if plan.freq in _NEVER_KNOWN:
        return None
    if plan.start is not None and plan.start > limit:
        return False
    if plan.freq in _ALWAYS_WITHIN:
        return True
    if plan.freq == "once":
        return True if until is not None and until <= limit else None
    return True if plan.freq is None and (plan.times or plan.part) else None


def _is_within(first: Moment, part: str | None, now: datetime) -> bool:
    at = first.minutes if first.minutes is not None else PART_MINUTES.get(part or "")
    if at is None:
        return (first.day - now.date()).days <= _WINDOW_DAYS
    elapsed = local(first.day, at, now.tzinfo) - now.astimezone(UTC)
    return elapsed.total_seconds() <= _WITHIN_S
