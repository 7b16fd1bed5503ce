"""What a sentence says, as values: the plan, its calendar entries and the spans it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

PLAN_KEYS = (
    "is_plan", "n_actions", "verdict", "label", "behaviour", "freq", "days", "n", "date", "start",
    "until", "until_event", "times", "day_part", "anchor_rel", "anchor_event", "duration_s", "qty",
    "within_48h", "ical", "missing", "vague",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text that was read: what it is and where it stands."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One calendar entry: its first local moment (or day) and its rule."""

    dtstart: str
    rrule: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The contract's object: every key, absent ones None or empty."""

    is_plan: bool = False
    n_actions: int = 0
    verdict: str = "geen_plan"
    label: str | None = None
    behaviour: str | None = None
    freq: str | None = None
    days: tuple[str, ...] = ()
    n: int | None = None
    date: str | None = None
    start: str | None = None
    until: str | None = None
    until_event: str | None = None
    times: tuple[str, ...] = ()
    day_part: str | None = None
    anchor_rel: str | None = None
    anchor_event: str | None = None
    duration_s: int | None = None
    qty: float | None = None
    within_48h: bool | None = None
    ical: tuple[Entry, ...] | None = None
    missing: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The contract's JSON object; the spans are not part of it."""
        found = {key: getattr(self, key) for key in PLAN_KEYS}
        for key in ("days", "times", "missing", "vague"):
            found[key] = list(found[key])
        if self.ical is not None:
            found["ical"] = [{"dtstart": e.dtstart, "rrule": e.rrule} for e in self.ical]
        return found


NO_PLAN = Plan()
