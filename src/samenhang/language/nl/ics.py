"""A plan as iCalendar text (RFC 5545): one VEVENT for each clock time, with its VTIMEZONE."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from samenhang.language.nl.lexicon import DAY_CODES
from samenhang.language.nl.occurrences import moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samenhang.language.nl.plan import Entry, Plan

_OCTETS = 75
_MONTHS = 12
_WEEK = 7


def calendar_text(
    plan: Plan,
    zone: tzinfo,
    *,
    name: str,
    uid: str,
    stamp: datetime,
    summary: str | None = None,
    alarm: bool = True,
) -> str | None:
    """The calendar of a plan, or None where it has no day; `name` is the zone's, as in Europe/Brussels."""
    if not plan.ical:
        return None
    first = moment_of(plan.ical[0], zone)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Samenhang//nl//NL", "CALSCALE:GREGORIAN"]
    if isinstance(first, datetime):
        # From the year before, so that a rule holds on the day of the first moment too.
        lines += _zone_lines(zone, name, first.year - 1)
    title = summary or plan.behaviour or plan.label or "Micro-actie"
    for number, entry in enumerate(plan.ical):
        lines += ["BEGIN:VEVENT", f"UID:{uid}-{number}", f"DTSTAMP:{_utc(stamp)}"]
        lines += _when_lines(entry, name, plan.duration_s)
        lines += [f"SUMMARY:{_escaped(title)}", *(_alarm_lines(title) if alarm else ()), "END:VEVENT"]
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _when_lines(entry: Entry, name: str, seconds: int | None) -> Iterator[str]:
    plain = entry.dtstart.replace("-", "").replace(":", "")
    if "T" not in plain:
        yield f"DTSTART;VALUE=DATE:{plain}"
    else:
        yield f"DTSTART;TZID={name}:{plain}"
        if seconds:
            yield f"DURATION:PT{seconds}S"
    if entry.rrule:
        yield f"RRULE:{entry.rrule}"


def _alarm_lines(title: str) -> tuple[str, ...]:
    return ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(title)}", "TRIGGER:PT0S", "END:VALARM")


def _zone_lines(zone: tzinfo, name: str, year: int) -> Iterator[str]:
    """The zone's own rules, as they hold in this year: when the clock moves, and how far."""
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    moves = list(_moves(zone, year))
    for day, before, after in moves:
        kind = "DAYLIGHT" if after > before else "STANDARD"
        yield f"BEGIN:{kind}"
        # The wall clock before the move, on the day that its yearly rule gives.
        yield f"DTSTART:{day:%Y%m%dT%H%M%S}"
        yield f"RRULE:FREQ=YEARLY;BYMONTH={day.month};BYDAY={_nth(day.date())}"
        yield from (f"TZOFFSETFROM:{_offset(before)}", f"TZOFFSETTO:{_offset(after)}", f"END:{kind}")
    if not moves:
        fixed = _offset(_offset_at(zone, datetime(year, 1, 1, tzinfo=UTC)))
        yield from ("BEGIN:STANDARD", f"DTSTART:{year}0101T000000")
        yield from (f"TZOFFSETFROM:{fixed}", f"TZOFFSETTO:{fixed}", "END:STANDARD")
    yield "END:VTIMEZONE"


def _moves(zone: tzinfo, year: int) -> Iterator[tuple[datetime, timedelta, timedelta]]:
    """The moves of the clock in a year: wall time before the move, offset before and after."""
    low = datetime(year, 1, 1, tzinfo=UTC)
    for month in range(1, _MONTHS + 1):
        high = low + timedelta(days=31) if month < _MONTHS else datetime(year, 12, 31, 23, tzinfo=UTC)
        before, after = _offset_at(zone, low), _offset_at(zone, high)
        if before != after:
            at = _move_between(zone, low, high)
            yield (at + before).replace(tzinfo=None), before, after
        low = high


def _move_between(zone: tzinfo, low: datetime, high: datetime) -> datetime:
    """The first minute with the later offset, found by halving."""
    before = _offset_at(zone, low)
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) // 2
        middle = middle.replace(second=0, microsecond=0)
        if _offset_at(zone, middle) == before:
            low = middle
        else:
            high = middle
    return high


def _offset_at(zone: tzinfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _nth(day: date) -> str:
    """The last Sunday is -1SU; the second is 2SU."""
    last = (day + timedelta(days=_WEEK)).month != day.month
    return f"{-1 if last else (day.day - 1) // _WEEK + 1}{DAY_CODES[day.weekday()]}"


def _offset(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}{abs(minutes) % 60:02d}"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, "\\" + sign)
    return " ".join(text.splitlines())


def _folded(line: str) -> str:
    """Lines of at most 75 octets, never cutting a character (RFC 5545, 3.1)."""
    parts, part, size = [], "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _OCTETS:
            parts.append(part)
            part, size = "", 1
        part += char
        size += octets
    return "\r\n ".join([*parts, part])
