"""The moments of a calendar entry, one by one: local clock time that holds through DST."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from samenhang.language.nl.lexicon import DAY_CODES
from samenhang.language.nl.resolve import is_month_day, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samenhang.language.nl.plan import Entry

_WEEK = 7
# A rule that gives no day in so many days gives none.
_LONGEST_GAP = 3 * 366


def moment_of(entry: Entry, zone: tzinfo) -> datetime | date:
    """The first moment of an entry: aware, or a day where it has no clock."""
    if "T" not in entry.dtstart:
        return date.fromisoformat(entry.dtstart)
    wall = datetime.fromisoformat(entry.dtstart)
    return local(wall.date(), wall.hour * 60 + wall.minute, zone)


def occurrences(entry: Entry, zone: tzinfo) -> Iterator[datetime | date]:
    """Every moment of this entry, from its first on; endless where its rule has no end."""
    wall = datetime.fromisoformat(entry.dtstart)
    timed = "T" in entry.dtstart
    for day in _days(entry, wall.date()):
        moment = local(day, wall.hour * 60 + wall.minute, zone)
        if timed and _is_over(entry, moment):
            return
        yield moment if timed else day


def _days(entry: Entry, first: date) -> Iterator[date]:
    if entry.rrule is None:
        yield first
        return
    rule = dict(part.split("=", 1) for part in entry.rrule.split(";"))
    until = rule.get("UNTIL", "")
    last = date.fromisoformat(until) if until and "T" not in until else date.max
    day, idle = first, 0
    while day <= last and idle < _LONGEST_GAP:
        if _allows(rule, first, day):
            yield day
            idle = 0
        if day == date.max:
            return
        day += timedelta(days=1)
        idle += 1


def _allows(rule: dict[str, str], first: date, day: date) -> bool:
    step = int(rule.get("INTERVAL", "1"))
    if rule["FREQ"] == "DAILY":
        return (day - first).days % step == 0
    if rule["FREQ"] == "WEEKLY":
        monday = first - timedelta(days=first.weekday())
        return (
            DAY_CODES[day.weekday()] in rule["BYDAY"].split(",") and (day - monday).days // _WEEK % step == 0
        )
    days = rule.get("BYDAY") or rule["BYMONTHDAY"]
    return any(is_month_day(one, day) for one in days.split(","))


def _is_over(entry: Entry, moment: datetime) -> bool:
    until = (entry.rrule or "").partition("UNTIL=")[2]
    if not until:
        return False
    end = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return moment.astimezone(UTC) > end
