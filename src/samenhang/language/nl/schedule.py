"""From the pieces of a sentence to one schedule: what wins when two pieces speak of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from samenhang.language.nl import verbs
from samenhang.language.nl.clock import DAY, NOON, Clock, resolve
from samenhang.language.nl.days import next_weekday
from samenhang.language.nl.lexicon import DAY_CODES, EVENING_WORDS

if TYPE_CHECKING:
    from samenhang.language.nl.scan import Piece, Scan


_GOING = frozenset(("ga", "gaan"))
_LYING = _GOING | {"liggen", "lig", "kruipen", "kruip", "zijn", "zitten", "zit"}
_COUNTED = (
    ("every", "every_n_days"),
    ("per_day", "per_day"),
    ("hourly", "hourly"),
    ("per_week", "per_week"),
    ("fortnight", "every_n_days"),
)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When, how often, from and until when; times in minutes after midnight."""

    freq: str | None = None
    days: tuple[str, ...] = ()
    n: int | None = None
    day: date | None = None
    start: date | None = None
    until: date | None = None
    span: tuple[int, str] | None = None
    until_event: str | None = None
    times: tuple[int, ...] = ()
    part: str | None = None
    anchor: tuple[str, int, int] | None = None
    duration: int | None = None
    qty: float | None = None


def gather(s: Scan, now: datetime) -> Schedule:
    """The schedule that the pieces of this scan add up to, seen from `now`."""
    pieces: dict[str, list[Piece]] = {}
    for piece in s.pieces:
        pieces.setdefault(piece.kind, []).append(piece)
    if "later" in pieces:
        _settle_later(pieces, now)
    anchor = _anchor(pieces)
    rhythm = _rhythm(s, pieces)
    times, lasting = _times(s, pieces, anchor, rhythm, now.hour * 60 + now.minute)
    start, until = _bounds(pieces, rhythm)
    freq = rhythm.get("freq")
    if freq is None and "deadline" in pieces:
        freq = "once"
    if freq is None and anchor is not None:
        freq = "on_event"
    part = _first_value(pieces, "part")
    return Schedule(
        freq=freq,
        days=rhythm.get("days", ()),
        n=rhythm.get("n"),
        day=rhythm.get("day"),
        start=start,
        until=until,
        span=None if rhythm.get("day") is not None else _first_value(pieces, "span"),
        until_event=_first_value(pieces, "until_event"),
        times=times,
        part=None if times or part is None else part[0],
        anchor=anchor,
        duration=_duration(pieces, lasting),
        qty=_first_value(pieces, "qty"),
    )


def _settle_later(pieces: dict[str, list[Piece]], now: datetime) -> None:
    """As in "over twee uur": a day and a clock time, counted from now in elapsed time."""
    piece = pieces["later"][0]
    at = (now.astimezone(UTC) + timedelta(seconds=piece.value)).astimezone(now.tzinfo)
    clock = Clock(at.hour * 60 + at.minute, spoken=False)
    pieces["date"] = [piece._replace(kind="date", value=at.date())]
    pieces["clock"] = [piece._replace(kind="clock", value=((clock,), None))]


def _anchor(pieces: dict[str, list[Piece]]) -> tuple[str, int, int] | None:
    found = pieces.get("anchor")
    return found[0].value if found else None


def _rhythm(s: Scan, pieces: dict[str, list[Piece]]) -> dict[str, Any]:
    """The freq and what belongs to it; the most specific way of saying wins."""
    if "monthly" in pieces:
        return {"freq": "monthly", "days": pieces["monthly"][0].value}
    weekdays = _weekdays(s, pieces)
    if weekdays:
        return {"freq": "weekly", "days": _codes(weekdays), "n": _weeks_between(pieces)}
    for kind, freq in _COUNTED:
        if kind in pieces:
            return {"freq": freq, "n": pieces[kind][0].value}
    weeks = _first_value(pieces, "weeks")
    if weeks is not None:
        return {"freq": "per_week", "n": 1} if weeks == 1 else {"freq": "weekly", "n": weeks}
    return _daily(pieces) if "daily" in pieces else _once(s, pieces) or _weakly_daily(pieces)


def _weeks_between(pieces: dict[str, list[Piece]]) -> int | None:
    """Om de twee weken, om de 14 dagen: every so many weeks; None for every week."""
    weeks = _first_value(pieces, "weeks") or (_first_value(pieces, "fortnight") or 0) // 7
    return weeks if weeks > 1 else None


def _weekdays(s: Scan, pieces: dict[str, list[Piece]]) -> set[int]:
    """The weekdays of a weekly plan; one bare weekday is weekly only with a rhythm or stretch."""
    daily = "daily" in pieces
    # "Elke dag om 7 u, ook in het weekend" is every day.
    grouped = [
        p for p in pieces.get("days", ()) if not (daily and "ook" in s.fold[max(0, p.i - 3) : p.i + 1])
    ]
    named = {day for piece in grouped for day in piece.value}
    bare = {piece.value[0] for piece in pieces.get("day", ())}
    dated = "date" in pieces
    repeats = pieces.keys() & {"weeks", "per_week", "fortnight"}
    # "Woensdag kook ik voor drie dagen" is one Wednesday; "vier weken lang op woensdag" are four.
    repeats |= {"span" for piece in pieces.get("span", ()) if piece.value[1] != "day"}
    if bare and not dated and (named or len(bare) > 1 or repeats):
        named |= bare
    every_part = any(piece.value[1] for piece in pieces.get("part", ()))
    if not named and "except" in pieces and ("daily" in pieces or every_part):
        named = set(range(7))
    for piece in pieces.get("except", ()):
        named -= set(piece.value)
    return named


def _daily(pieces: dict[str, list[Piece]]) -> dict[str, Any]:
    day = pieces.get("day")
    part = pieces.get("part")
    if day and part and not pieces.keys() & {"week", "start", "until"}:
        # "elke avond op dinsdag": the weekday says which evenings.
        return {"freq": "weekly", "days": _codes({piece.value[0] for piece in day})}
    return {"freq": "daily"}


def _weakly_daily(pieces: dict[str, list[Piece]]) -> dict[str, Any]:
    """'s avonds says every evening, when nothing else says which day."""
    if any(piece.value[1] for piece in pieces.get("part", ())):
        return {"freq": "daily"}
    if pieces.keys() & {"window", "week"}:
        return {"freq": "once"}
    return {}


def _once(s: Scan, pieces: dict[str, list[Piece]]) -> dict[str, Any]:
    if "date" in pieces:
        return {"freq": "once", "day": pieces["date"][0].value}
    if "day" not in pieces:
        return {}
    weekday = pieces["day"][0].value[0]
    week = _first_value(pieces, "week")
    if week is None:
        return {"freq": "once", "day": next_weekday(s.today, weekday)}
    return {"freq": "once", "day": week[1] - timedelta(days=6 - weekday)}


def _times(
    s: Scan,
    pieces: dict[str, list[Piece]],
    anchor: tuple[str, int, int] | None,
    rhythm: dict[str, Any],
    now_minutes: int,
) -> tuple[tuple[int, ...], int | None]:
    """The clock times, and how long it lasts when the sentence gives both ends."""
    clocks = pieces.get("clock")
    if not clocks:
        return (), None
    hung = anchor is not None and any(word in EVENING_WORDS for word in s.fold[anchor[1] : anchor[2]])
    evening = hung or _goes_to_bed(s)
    today = rhythm.get("day") == s.today
    minutes: set[int] = set()
    lasting: int | None = None
    for piece in clocks:
        part = _part_of(pieces, piece)
        several, end = piece.value
        for clock in several:
            at = resolve(clock, part, evening=evening)
            if today and part is None and clock.spoken and at <= now_minutes and at < NOON:
                at += NOON
            minutes.add(at)
        if end is not None:
            lasting = _lasting(end, part, at)
    return tuple(sorted(minutes)), lasting


def _goes_to_bed(s: Scan) -> bool:
    """Naar bed, in (mijn) bed, gaan slapen: what is done in the evening; not staying in bed."""
    fold = s.fold[: s.words.size]
    if "slapen" in fold and not _GOING.isdisjoint(fold):
        return True
    if "bed" not in fold or "uit" in fold:
        return False
    led = fold[max(0, fold.index("bed") - 2) : fold.index("bed")]
    if "naar" in led:
        return True
    # "Lezen in bed om 8 uur" may be in the morning.
    acts = any((verbs.is_infinitive(word) or verbs.is_first(word)) and word not in _LYING for word in fold)
    return "in" in led and not acts


def _lasting(end: Clock, part: str | None, at: int) -> int | None:
    until = resolve(end, part)
    if end.spoken and until <= at:
        until += NOON
    return (until - at) % DAY * 60 or None


def _part_of(pieces: dict[str, list[Piece]], clock: Piece) -> str | None:
    """The day part that goes with this clock: right after it, else the last before, else the only."""
    parts = pieces.get("part", [])
    before = None
    for piece in parts:
        if piece.i == clock.j:
            return str(piece.value[0])
        if piece.i <= clock.i:
            before = piece
    if before is not None:
        taken = any(other.j == before.i and other is not clock for other in pieces["clock"])
        return None if taken else str(before.value[0])
    if len(parts) != 1:
        return None
    bound = any(parts[0].i == other.j or parts[0].j == other.i for other in pieces["clock"])
    return None if bound else str(parts[0].value[0])


def _bounds(
    pieces: dict[str, list[Piece]],
    rhythm: dict[str, Any],
) -> tuple[date | None, date | None]:
    start, until = _first_value(pieces, "start"), _first_value(pieces, "until")
    if until is None:
        until = _first_value(pieces, "deadline")
    if rhythm.get("day") is not None:
        return None, None
    window = _first_value(pieces, "week") or _first_value(pieces, "window")
    if window is not None:
        start = start or window[0]
        until = until or window[1]
    return start, until


def _duration(pieces: dict[str, list[Piece]], lasting: int | None) -> int | None:
    for piece in pieces.get("duration", ()):
        if piece.value is not None:
            return int(piece.value)
    return lasting


def _first_value(pieces: dict[str, list[Piece]], kind: str) -> Any:
    found = pieces.get(kind)
    return found[0].value if found else None


def _codes(days: set[int]) -> tuple[str, ...]:
    return tuple(DAY_CODES[day] for day in sorted(days))
