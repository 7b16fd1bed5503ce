"""The fold: from everything that was kept of one client to what a screen shows. Pure, no clock."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, tzinfo
from types import MappingProxyType
from typing import Any, TypeVar

from samenhang.method.canvas import Canvas, Later
from samenhang.method.diary import CheckIn, DiaryItem, Kind, clock_of, type_of_answer
from samenhang.method.factors import Factor, fold_factors
from samenhang.method.influence_map import InfluenceMap
from samenhang.method.intake_scan import Earlier, IntakeScan, Parked
from samenhang.method.lever import Lever
from samenhang.method.micro_action import DayState, MicroAction, State, began_on, is_planned
from samenhang.method.need import Need
from samenhang.method.needs_meter import NeedsMeter
from samenhang.method.pause import Pause, is_paused
from samenhang.method.safety_ladder import Agreement, SafetyLadder, Sighting
from samenhang.method.sheet import Shape

STRIP = 28
WEEK = timedelta(days=7)
S = TypeVar("S", bound=Shape)
W = TypeVar("W", Later, Parked)


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
class NeedPoint:
    day: date
    score: int
    thwarted: bool


@dataclass(frozen=True)
class StripDay:
    """One day of a micro-action: None where nothing was filled in, and whether the plan asked for it.

    A day before the test began is no part of the thread.
    """

    day: date
    state: DayState | None
    planned: bool = True
    begun: bool = True


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
    place: str = ""
    observation: str = ""
    follow_up: str = ""
    factors: tuple[Factor, ...] = ()
    map: InfluenceMap | None = None
    map_day: date | None = None
    map_sheet: str = ""
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
    pauses: tuple[Pause, ...] = ()
    unread: tuple[KeptSheet, ...] = ()
    may_weigh: bool = True  # whether the client agrees that the diary is computed with

    @property
    def unreadable(self) -> int:
        """How many sheets a newer program wrote: they are shown as such, by tool and day."""
        return len(self.unread)

    @property
    def holds_back(self) -> bool:
        """Whether there is a diary that may not be computed with."""
        return bool(self.days) and not self.may_weigh

    @property
    def last_day(self) -> date | None:
        return max(self.days, default=None)


def fold(
    sheets: Iterable[KeptSheet],
    actions: Iterable[MicroAction] = (),
    items: Iterable[DiaryItem] = (),
    check_ins: Iterable[CheckIn] = (),
    pauses: Iterable[Pause] = (),
) -> Dossier:
    """Fold sheets, actions, items, check-ins and pauses into the client as a screen shows them.

    Everything but the items, whose order is the coach's, may come in any order. Sheets may hold every
    version; only the newest of each lineage speaks.
    """
    versions = sorted(sheets, key=lambda s: (s.kept_at, s.id))
    newest = _newest(versions)
    canvases, scans = _of(newest, Canvas), _of(newest, IntakeScan)
    ladders = _of(newest, SafetyLadder)
    days = merged_days(check_ins)
    listed = tuple(actions)
    return Dossier(
        **_said_on_canvas(canvases),
        **_drawn(_of(newest, InfluenceMap)),
        factors=fold_factors((sheet.lineage, sheet.day, sheet.shape) for sheet in versions if sheet.shape),
        agreements=ladders[-1][1].agreements if ladders else (),
        agreed_on=ladders[-1][0].day if ladders else None,
        sightings=tuple((k.day, s.sighting) for k, s in ladders if s.sighting != Sighting()),
        needs=_needs(_of(newest, NeedsMeter)),
        under_test=_in_order(listed, lambda a: a.chosen_at, State.CHOSEN),
        candidates=_in_order(listed, lambda a: a.proposed_at, State.PROPOSED),
        learned=_in_order(listed, lambda a: a.ended_at, State.LEARNED, State.STOPPED),
        later=_waiting(canvas.later for _, canvas in canvases),
        parked=_waiting(scan.later for _, scan in scans),
        series=tuple(_series(item, days) for item in items),
        days=days,
        pauses=tuple(sorted(pauses, key=lambda pause: (pause.began, pause.id))),
        unread=tuple(sheet for sheet in newest if sheet.shape is None),
    )


def _newest(sheets: Iterable[KeptSheet]) -> list[KeptSheet]:
    """The last version of each lineage, oldest first; given in the order they were kept."""
    last = {sheet.lineage: sheet for sheet in sheets}
    return sorted(last.values(), key=lambda s: (s.day, s.kept_at, s.id))


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
        "place": canvas.place.id,
        "observation": canvas.observation,
        "follow_up": canvas.follow_up,
    }


def _drawn(maps: Sequence[tuple[KeptSheet, InfluenceMap]]) -> dict[str, Any]:
    """The newest map, and which sheet it is."""
    if not maps:
        return {}
    sheet, drawn = maps[-1]
    return {"map": drawn, "map_day": sheet.day, "map_sheet": sheet.id}


def _in_order(
    actions: Iterable[MicroAction], moment: Callable[[MicroAction], datetime | None], *states: State
) -> tuple[MicroAction, ...]:
    """The actions in these states, oldest first."""

    def key(action: MicroAction) -> tuple[float, str]:
        at = moment(action)
        return (at.timestamp() if at else 0.0, action.id)

    return tuple(sorted((a for a in actions if a.state in states), key=key))


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


def _waiting(lists: Iterable[tuple[W, ...]]) -> tuple[W, ...]:
    """What waits for later: the newest word on each, without what was put away."""
    waiting: dict[object, W] = {}
    for each in (each for later in lists for each in later):
        waiting[each.id or replace(each, put_away=False)] = each
    return tuple(each for each in waiting.values() if not each.put_away)


def merged_days(check_ins: Iterable[CheckIn]) -> Mapping[date, CheckIn]:
    """One check-in a day: what came in later wins, per answer, and a skip never erases an answer."""
    days: dict[date, CheckIn] = {}
    for new in sorted(check_ins, key=lambda c: (c.day, c.at, c.id)):
        old = days.get(new.day)
        days[new.day] = _merge(old, new) if old else new
    return MappingProxyType(days)


def _merge(old: CheckIn, new: CheckIn) -> CheckIn:
    given = {key: value for key, value in new.answers.items() if value is not None}
    return replace(
        new,
        answers={**new.answers, **old.answers, **given},
        actions={**old.actions, **new.actions},
        note=_both_notes(old.note, new.note),
        late=old.late and new.late,
    )


def _both_notes(old: str, new: str) -> str:
    """Both, one under the other; what was sent a second time is not said twice."""
    if not new or f"\n{new}\n" in f"\n{old}\n":
        return old
    return f"{old}\n{new}" if old else new


def _series(item: DiaryItem, days: Mapping[date, CheckIn]) -> Series:
    """The answers to one item as numbers; what does not fit its kind has no place on its line."""
    key, number = item.id, clock_of(item).get if item.kind is Kind.TIME else _as_number
    return Series(
        item,
        tuple(
            (day, point)
            for day, check_in in days.items()
            if (answer := check_in.answers.get(key)) is not None and (point := number(answer)) is not None  # type: ignore[arg-type]
        ),
    )


def _as_number(answer: type_of_answer) -> float | None:
    return float(answer) if isinstance(answer, (int, float)) else None


def strip(
    dossier: Dossier, action: MicroAction, last: date, length: int = STRIP, zone: tzinfo | None = None
) -> tuple[StripDay, ...]:
    """The last days of one micro-action, oldest first, without the whole weeks before it began.

    What was filled in stands, also during a pause.
    """
    began, first = began_on(action, zone) or date.min, last - timedelta(days=length - 1)
    while first + WEEK <= min(began, last):
        first += WEEK
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(_strip_day(dossier, action, day, began) for day in days)


def _strip_day(dossier: Dossier, action: MicroAction, day: date, began: date) -> StripDay:
    here = dossier.days.get(day)
    said = here.actions.get(action.id) if here else None
    if said is None and day < began:
        return StripDay(day, None, planned=False, begun=False)
    paused = said is None and is_paused(dossier.pauses, day)
    return StripDay(day, DayState.NOT_APPLICABLE if paused else said, is_planned(action, day))


def tally(days: Iterable[StripDay]) -> Mapping[DayState, int]:
    """How often each state occurs; days that were not filled in are not counted."""
    return Counter(day.state for day in days if day.state is not None)


def open_factors(dossier: Dossier) -> tuple[Factor, ...]:
    return tuple(factor for factor in dossier.factors if factor.closed is None)


def to_look_back_on(dossier: Dossier) -> tuple[Earlier, ...]:
    """What a next scan shows of earlier ones: every open factor, to keep, rename or close."""
    return tuple(Earlier(f.id, f.lens, f.cell, f.text) for f in open_factors(dossier))
