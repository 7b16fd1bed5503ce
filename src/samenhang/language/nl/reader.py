"""Reads one Dutch sentence as a plan."""

from __future__ import annotations

from datetime import datetime, tzinfo

from samenhang.language.nl.actions import Actions, actions_of
from samenhang.language.nl.behaviour import text_of
from samenhang.language.nl.gaps import missing_of
from samenhang.language.nl.intent import is_plan
from samenhang.language.nl.plan import NO_PLAN, Entry, Plan, Span
from samenhang.language.nl.resolve import Resolved, resolve
from samenhang.language.nl.scan import Scan
from samenhang.language.nl.scanner import scan
from samenhang.language.nl.schedule import Schedule, gather
from samenhang.language.nl.sentences import sentences
from samenhang.language.nl.words import Words

_ZONES: dict[str, tzinfo] = {}
_SPAN_NAMES = {
    "days": "rhythm", "daily": "rhythm", "weeks": "rhythm", "every": "rhythm", "hourly": "rhythm",
    "per_week": "rhythm", "per_day": "rhythm", "monthly": "rhythm", "fortnight": "rhythm",
    "except": "rhythm", "part": "day_part", "day": "date", "window": "until", "week": "until",
    "deadline": "until", "until_event": "until", "span": "until", "soon": "date", "end": "clock",
    "later": "date",
}  # fmt: skip


def zone(name: str) -> tzinfo:
    """The time zone of that name; zoneinfo is loaded when the first sentence is read."""
    found = _ZONES.get(name)
    if found is None:
        from zoneinfo import ZoneInfo

        found = _ZONES[name] = ZoneInfo(name)
    return found


def read_sentence(text: str, ref: datetime, tz: str) -> Plan:
    """The plan that this sentence says, seen from `ref`; NO_PLAN where it is none."""
    now = ref.replace(tzinfo=zone(tz)) if ref.tzinfo is None else ref.astimezone(zone(tz))
    words = Words(text)
    if not words.size:
        return NO_PLAN
    s = scan(words, now.date())
    ranges = [(begin, end) for begin, end in sentences(s) if is_plan(s, begin, end)]
    if not ranges:
        return NO_PLAN
    _keep_only(s, [*ranges, *_bare(s)])
    schedule = gather(s, now)
    found = [actions_of(s, begin, end) for begin, end in ranges]
    label = s.last("label")
    if label is not None and not any(actions.words for actions in found):
        # "Wandelen: elke dag 20 minuten": the label says what is done.
        s.taken[label.i : label.j] = bytes(label.j - label.i)
        found = [actions_of(s, label.i, label.j)]
    return _plan(s, schedule, _together(found), resolve(schedule, now))


def _bare(s: Scan) -> list[tuple[int, int]]:
    """Sentences of time alone ("Elke avond.") belong to the plan that stands beside them."""
    return [
        (begin, end)
        for begin, end in sentences(s)
        if all(s.taken[i] or not s.fold[i][:1].isalnum() for i in range(begin, end))
    ]


def _keep_only(s: Scan, ranges: list[tuple[int, int]]) -> None:
    """What other sentences say about time is not about this plan."""
    s.pieces = [
        piece
        for piece in s.pieces
        if piece.kind == "label" or any(begin <= piece.i < end for begin, end in ranges)
    ]


def _together(found: list[Actions]) -> Actions:
    first = next((actions for actions in found if actions.number), found[0])
    return first._replace(number=sum(actions.number for actions in found))


def _plan(s: Scan, schedule: Schedule, actions: Actions, resolved: Resolved) -> Plan:
    missing = missing_of(s, schedule, actions)
    anchor, label = schedule.anchor, s.last("label")
    qty = schedule.qty
    return Plan(
        is_plan=True,
        n_actions=actions.number,
        verdict=_verdict(actions.number, missing),
        label=s.words.raw(label.i, label.j) if label else None,
        behaviour=text_of(s, actions.words) if actions.number else None,
        freq=schedule.freq,
        days=schedule.days,
        n=schedule.n,
        date=schedule.day.isoformat() if schedule.day else None,
        start=schedule.start.isoformat() if schedule.start else None,
        until=resolved.until.isoformat() if resolved.until else None,
        until_event=schedule.until_event,
        times=tuple(f"{at // 60 % 24:02d}:{at % 60:02d}" for at in schedule.times),
        day_part=schedule.part,
        anchor_rel=anchor[0] if anchor else None,
        anchor_event=s.words.raw(anchor[1], anchor[2]) if anchor else None,
        duration_s=schedule.duration,
        qty=int(qty) if qty is not None and qty == int(qty) else qty,
        within_48h=resolved.within,
        ical=tuple(Entry(*entry) for entry in resolved.entries) if resolved.entries else None,
        missing=missing,
        vague=tuple(dict.fromkeys(piece.value for piece in s.pieces if piece.kind == "vague")),
        spans=_spans(s),
    )


def _verdict(count: int, missing: tuple[str, ...]) -> str:
    if count > 1:
        return "te_veel"
    return "vaag" if count == 0 or "wanneer" in missing else "plan"


def _spans(s: Scan) -> tuple[Span, ...]:
    """Every piece with its place in the text; two pieces from the same words are one."""
    words, text = s.words, s.words.text
    found: dict[tuple[int, int], Span] = {}
    for piece in s.pieces:
        start, end = words.start[piece.i], words.end[piece.j - 1]
        kind = _SPAN_NAMES.get(piece.kind, piece.kind)
        found[start, end] = Span(kind, start, end, text[start:end])
    return tuple(sorted(found.values(), key=lambda span: span.start))
