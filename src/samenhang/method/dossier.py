"""The fold: from everything that was kept of one client to what a screen shows. Pure, no clock."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any, TypeVar

from samenhang.method.canvas import Canvas, Later
from samenhang.method.diary import CheckIn, DiaryItem, Kind
from samenhang.method.intake_scan import Cell, IntakeScan, Parked
from samenhang.method.lens import Lens
from samenhang.method.lever import Lever
from samenhang.method.micro_action import DayState, MicroAction, State
from samenhang.method.need import Need
from samenhang.method.needs_meter import NeedsMeter
from samenhang.method.safety_ladder import Agreement, SafetyLadder, Sighting
from samenhang.method.sheet import Shape

STRIP = 28
S = TypeVar("S", bound=Shape)


@dataclass(frozen=True)
class KeptSheet:
    """A sheet as it was kept: its shape is None when a newer program wrote it."""

    id: str
    lineage: str
    tool: str
    kept_at: datetime
    day: date
    shape: Shape | None
    encounter: str = ""


@dataclass(frozen=True)
class Factor:
    """A strength or bottleneck with its lasting identity."""

    id: str
    lens: Lens
    cell: Cell
    text: str
    since: date
    closed: date | None = None


@dataclass(frozen=True)
class NeedPoint:
    day: date
    score: int
    thwarted: bool


@dataclass(frozen=True)
class StripDay:
    """One day of a micro-action: None where nothing was filled in."""

    day: date
    state: DayState | None


@dataclass(frozen=True)
class Series:
    """The answers to one diary item, by day, oldest first; days without one are absent."""

    item: DiaryItem
    points: tuple[tuple[date, float], ...]


@dataclass(frozen=True)
class Dossier:
    question: str = ""
    question_day: date | None = None
    lever: Lever | None = None
    hypothesis: str = ""
    observation: str = ""
    follow_up: str = ""
    factors: tuple[Factor, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    agreed_on: date | None = None
    sightings: tuple[tuple[date, Sighting], ...] = ()
    needs: Mapping[Need, tuple[NeedPoint, ...]] = field(default_factory=lambda: MappingProxyType({}))
    under_test: tuple[MicroAction, ...] = ()
    candidates: tuple[MicroAction, ...] = ()
    learned: tuple[MicroAction, ...] = ()
    later: tuple[Later, ...] = ()
    parked: tuple[Parked, ...] = ()
    series: tuple[Series, ...] = ()
    days: Mapping[date, CheckIn] = field(default_factory=lambda: MappingProxyType({}))
    unreadable: int = 0

    @property
    def last_day(self) -> date | None:
        return max(self.days, default=None)


def fold(
    sheets: Iterable[KeptSheet],
    actions: Iterable[MicroAction] = (),
    items: Iterable[DiaryItem] = (),
    check_ins: Iterable[CheckIn] = (),
) -> Dossier:
    """Fold sheets, actions, items and check-ins into the client as a screen shows them.

    Sheets may come in any order and hold every version; only the newest of each lineage speaks.
    """
    newest = _newest(sheets)
    canvases, scans = _of(newest, Canvas), _of(newest, IntakeScan)
    ladders = _of(newest, SafetyLadder)
    days = merged_days(check_ins)
    listed = tuple(actions)
    return Dossier(
        **_said_on_canvas(canvases),
        factors=_factors(scans),
        agreements=ladders[-1][1].agreements if ladders else (),
        agreed_on=ladders[-1][0].day if ladders else None,
        sightings=tuple((k.day, s.sighting) for k, s in ladders if s.sighting != Sighting()),
        needs=_needs(_of(newest, NeedsMeter)),
        under_test=tuple(a for a in listed if a.state is State.CHOSEN),
        candidates=tuple(a for a in listed if a.state is State.PROPOSED),
        learned=tuple(a for a in listed if a.state in (State.LEARNED, State.STOPPED)),
        later=_later(canvases),
        parked=scans[-1][1].later if scans else (),
        series=tuple(_series(item, days) for item in items),
        days=days,
        unreadable=sum(sheet.shape is None for sheet in newest),
    )


def _newest(sheets: Iterable[KeptSheet]) -> list[KeptSheet]:
    """The last version of each lineage, oldest first."""
    last: dict[str, KeptSheet] = {}
    for sheet in sorted(sheets, key=lambda s: s.kept_at):
        last[sheet.lineage] = sheet
    return sorted(last.values(), key=lambda s: (s.day, s.kept_at))


def _of(sheets: Sequence[KeptSheet], kind: type[S]) -> list[tuple[KeptSheet, S]]:
    return [(sheet, sheet.shape) for sheet in sheets if isinstance(sheet.shape, kind)]


def _said_on_canvas(canvases: Sequence[tuple[KeptSheet, Canvas]]) -> dict[str, Any]:
    """What the newest canvas with a question says; hypothesis and question stay together."""
    asked = [pair for pair in canvases if pair[1].question]
    if not asked:
        return {}
    sheet, canvas = asked[-1]
    return {
        "question": canvas.question,
        "question_day": sheet.day,
        "lever": canvas.lever,
        "hypothesis": canvas.hypothesis,
        "observation": canvas.observation,
        "follow_up": canvas.follow_up,
    }


def _factors(scans: Sequence[tuple[KeptSheet, IntakeScan]]) -> tuple[Factor, ...]:
    """Every factor once: its newest wording, its first day, and the day it was closed."""
    found: dict[str, Factor] = {}
    for sheet, scan in scans:
        for lens in Lens:
            for cell in (Cell.STRENGTH, Cell.BOTTLENECK):
                said = scan.finding(lens, cell)
                if said.id:
                    known = found.get(said.id)
                    since = known.since if known else sheet.day
                    found[said.id] = Factor(said.id, lens, cell, said.text, since)
        for factor in scan.closed:
            if factor in found:
                found[factor] = replace(found[factor], closed=sheet.day)
    return tuple(found.values())


def _needs(meters: Sequence[tuple[KeptSheet, NeedsMeter]]) -> Mapping[Need, tuple[NeedPoint, ...]]:
    return MappingProxyType(
        {
            need: tuple(
                NeedPoint(sheet.day, reading.score, reading.thwarted)
                for sheet, meter in meters
                if (reading := meter.reading(need)).score is not None
            )
            for need in Need
        }
    )


def _later(canvases: Sequence[tuple[KeptSheet, Canvas]]) -> tuple[Later, ...]:
    """Goals that wait: the newest word on each, without those put away."""
    goals = {goal.id: goal for _, canvas in canvases for goal in canvas.later}
    return tuple(goal for goal in goals.values() if not goal.put_away)


def merged_days(check_ins: Iterable[CheckIn]) -> Mapping[date, CheckIn]:
    """One check-in a day: what came in later wins, per answer, and a skip never erases an answer."""
    days: dict[date, CheckIn] = {}
    for new in sorted(check_ins, key=lambda c: (c.day, c.at)):
        old = days.get(new.day)
        days[new.day] = _merge(old, new) if old else new
    return MappingProxyType(days)


def _merge(old: CheckIn, new: CheckIn) -> CheckIn:
    given = {key: value for key, value in new.answers.items() if value is not None}
    return replace(
        new,
        answers={**old.answers, **given},
        actions={**old.actions, **new.actions},
        note="\n".join(filter(None, (old.note, new.note))),
        late=old.late and new.late,
    )


def _series(item: DiaryItem, days: Mapping[date, CheckIn]) -> Series:
    number = _as_hours if item.kind is Kind.TIME else float
    key = item.id
    return Series(
        item,
        tuple(
            (day, number(answer))  # type: ignore[arg-type]
            for day, check_in in days.items()
            if (answer := check_in.answers.get(key)) is not None
        ),
    )


def _as_hours(clock: str) -> float:
    hours, minutes = clock.split(":")
    return int(hours) + int(minutes) / 60


def strip(dossier: Dossier, action: MicroAction, last: date, length: int = STRIP) -> tuple[StripDay, ...]:
    """The last days of one micro-action, oldest first."""
    days = (last - timedelta(days=back) for back in range(length - 1, -1, -1))
    return tuple(
        StripDay(day, here.actions.get(action.id) if (here := dossier.days.get(day)) else None)
        for day in days
    )


def tally(days: Iterable[StripDay]) -> Mapping[DayState, int]:
    """How often each state occurs; days that were not filled in are not counted."""
    return Counter(day.state for day in days if day.state is not None)


def open_factors(dossier: Dossier) -> tuple[Factor, ...]:
    return tuple(factor for factor in dossier.factors if factor.closed is None)
