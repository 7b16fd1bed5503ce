"""From a map and a diary to what is weighed: columns, nodes and arrows, by identity and never by name."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from hashlib import sha256
from statistics import fmean, stdev
from typing import Any

from samenhang.method.diary import Better, DiaryItem, Kind, Slot
from samenhang.method.dossier import Dossier
from samenhang.method.influence_map import Change, InfluenceMap, Placed
from samenhang.method.intake_scan import Cell
from samenhang.method.lens import Lens
from samenhang.method.map_now import measures

WINDOW = timedelta(days=120)
HIGHEST, MIDDLE = 10.0, 5.0
USUAL_SPREAD = 1.6  # points on a ten-point slider, day by day within one person
FEWEST = 2
_DOMAINS = {Lens.BIO: "bio", Lens.PSYCHO: "psycho", Lens.SOCIAL: "sociaal"}
_SLOTS = {Slot.NIGHT: 0, Slot.MORNING: 1, Slot.DAY: 2, Slot.EVENING: 3}

type_of_points = Mapping[date, float]


@dataclass(frozen=True)
class Case:
    """What is weighed, as plain JSON: diary columns, nodes, arrows. Names in it are identities."""

    diary: Mapping[str, list[Any]]
    nodes: tuple[Mapping[str, Any], ...]
    arrows: tuple[tuple[str, str, int], ...]

    @cached_property
    def written(self) -> str:
        return json.dumps({"diary": self.diary, "nodes": self.nodes, "map": self.arrows}, sort_keys=True)

    @cached_property
    def digest(self) -> str:
        return sha256(self.written.encode()).hexdigest()


def gather(dossier: Dossier, shape: InfluenceMap, today: date) -> Case:
    """Lay the map and the last 120 days of diary beside each other."""
    asked = measures(dossier)
    goals = any(factor.cell is Cell.BOTTLENECK for factor in shape.standing)
    return Case(
        diary=_diary(dossier, shape, asked, today),
        nodes=tuple(_node(factor, asked.get(factor.id), goals=goals) for factor in shape.standing),
        arrows=tuple((one.source, one.target, int(one.strength)) for one in shape.influences),
    )


def _node(factor: Placed, item: DiaryItem | None, *, goals: bool) -> Mapping[str, Any]:
    """Of a bottleneck less is better, of a strength more; what bothers someone is what it is for."""
    is_bottleneck = factor.cell is Cell.BOTTLENECK
    return {
        "node": factor.id,
        "domain": _DOMAINS[factor.lens],
        "polarity": -1 if is_bottleneck else 1,
        "goal_weight": 1.0 if is_bottleneck or not goals else 0.0,
        "modifiable": int(factor.change is not Change.NOT),
        "slot": _SLOTS[item.slot] if item else _SLOTS[Slot.DAY],
    }


def _diary(
    dossier: Dossier, shape: InfluenceMap, asked: Mapping[str, DiaryItem], today: date
) -> Mapping[str, list[Any]]:
    """A row for each day with an answer: each measured factor, and each micro-action as 0 or 1."""
    if not dossier.may_weigh:
        return {"date": []}
    points = {series.item.id: dict(series.points) for series in dossier.series}
    columns = {
        factor.id: _oriented(points[item.id], item, factor.cell)
        for factor in shape.standing
        if (item := asked.get(factor.id))
    }
    days = sorted({day for column in columns.values() for day in column if today - WINDOW < day <= today})
    return {
        "date": [day.isoformat() for day in days],
        **{name: [column.get(day) for day in days] for name, column in columns.items()},
        **dict(_outside(dossier, days)),
    }


def _oriented(points: type_of_points, item: DiaryItem, cell: Cell) -> type_of_points:
    """Answers as more or less of the factor itself, on the scale of a slider.

    Sleep that is asked as 'how well' measures a bottleneck the other way round. Minutes, counts, clock
    times and yes or no are laid on the slider by their own spread: a point is half a usual day's swing.
    """
    good = Better.LOWER if cell is Cell.STRENGTH else Better.HIGHER
    turned = item.better is good
    if item.kind is Kind.SCALE:
        return {day: HIGHEST - value if turned else value for day, value in points.items()}
    if len(points) < FEWEST:
        return points
    mean, spread = fmean(points.values()), stdev(points.values())
    step = (-1 if turned else 1) * (USUAL_SPREAD / spread if spread else 0.0)
    return {day: round(MIDDLE + step * (value - mean), 6) for day, value in points.items()}


def _outside(dossier: Dossier, days: list[date]) -> Iterator[tuple[str, list[Any]]]:
    """Micro-actions that ran on some of these days: what they do is not an arrow of the map."""
    tried = sorted((a.chosen_at, a.id) for a in (*dossier.under_test, *dossier.learned) if a.chosen_at)
    for n, (_, action) in enumerate(tried):
        column = [_was_done(dossier, action, day) for day in days]
        if 0 < sum(column) < len(column):
            yield f"x_{n}", column


def _was_done(dossier: Dossier, action: str, day: date) -> int:
    check_in = dossier.days.get(day)
    state = check_in.actions.get(action) if check_in else None
    return int(state is not None and state.counts)
