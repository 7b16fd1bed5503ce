"""The diary as the network wants it: one row a calendar day, higher is better, in SDs of the person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from samenhang.analysis.distributions import Booleans, Floats
from samenhang.analysis.levers.tables import SCALE, Diary, Node

WINDOW = 120  # days: longer ago, someone lived another life
FEWEST_VALUES = 8
_AT_END = 0.4  # share of days at the highest or lowest value
_BREAK = 1.0  # difference between the halves, in SDs within the halves
_FEWEST_IN_HALF = 7
_SATURDAY = 5
_DAMPED = 0.5

DROPPED = ("constant", "too_few", "not_in_diary", "no_node")


@dataclass(frozen=True)
class NodeReport:
    """What a diary column was worth. sd in points; status: ok, a flag or flags, or why it was dropped."""

    node: str
    n: int
    sd: float
    status: str

    @property
    def kept(self) -> bool:
        return self.status not in DROPPED


@dataclass(frozen=True)
class Series:
    """nodes: the J kept ones, in the order of the same-day arrows; values: (T, J), NaN = missing.

    values = polarity * (points - centre) / sd; fixed: (T, f) intercept, weekend, trend, exogenous;
    first: ordinal of the first of T consecutive days; pairs: (T,) this day and the one before are there;
    older: days that were filled in before the window.
    """

    nodes: tuple[Node, ...]
    first: int
    values: Floats
    centre: Floats
    sd: Floats
    fixed: Floats
    pairs: Booleans
    observed: int
    report: tuple[NodeReport, ...]
    older: int = 0

    @property
    def days(self) -> int:
        return len(self.values)


def align(diary: Diary, nodes: Sequence[Node], others: Sequence[str] = ()) -> Series:
    """The last 120 days of a diary, a row a day; what cannot be used is reported with its reason.

    nodes: all of them, in the order of the same-day arrows; others: columns without a node.
    """
    recent = np.array([day > max(diary.days) - WINDOW for day in diary.days], dtype=bool)
    days = np.array(diary.days, dtype=np.int64)[recent]
    points = {name: column[recent] for name, column in diary.values.items()}
    reports = [_report(node.name, days, points.get(node.name)) for node in nodes]
    kept = [node for node, report in zip(nodes, reports, strict=True) if report.kept]
    first, length = (int(days[0]), int(days[-1] - days[0]) + 1) if len(days) else (0, 0)
    columns = [_spread(days - first, points[node.name], length) for node in kept]
    raw = np.column_stack(columns) if kept else np.zeros((length, 0))
    sign = np.array([node.polarity for node in kept], dtype=float)
    centre, sd = (np.zeros(0), np.zeros(0)) if not kept else (np.nanmean(raw, 0), np.nanstd(raw, 0, ddof=1))
    seen = np.isfinite(raw).sum(1) * 2 >= max(1, len(kept))
    return Series(
        nodes=tuple(kept),
        first=first,
        values=sign * (raw - centre) / sd,
        centre=centre,
        sd=sd,
        fixed=_fixed(first, length, [_running(days - first, x[recent], length) for x in _outside(diary)]),
        pairs=np.concatenate([[False], seen[1:] & seen[:-1]]) if length else np.zeros(0, dtype=bool),
        observed=len(days),
        report=(*reports, *(NodeReport(name, 0, 0.0, "no_node") for name in others)),
        older=int((~recent).sum()),
    )


def _spread(at: Floats, column: Floats, length: int) -> Floats:
    """A column on consecutive days: days that are not there become missing, (length,)."""
    wide = np.full(length, np.nan)
    wide[at.astype(np.int64)] = column
    return wide


def _running(at: Floats, column: Floats, length: int) -> Floats:
    """What came from outside, (length,): empty on a day is not running, a skipped day goes on as it was."""
    wide = _spread(at, np.nan_to_num(column), length)
    return np.asarray(wide[np.maximum.accumulate(np.where(np.isnan(wide), 0, np.arange(length)))])


def _outside(diary: Diary) -> list[Floats]:
    return [diary.exogenous[name] for name in sorted(diary.exogenous)]


def _fixed(first: int, length: int, outside: list[Floats]) -> Floats:
    """(length, f): intercept, weekend (centred), trend from -1 to 1, exogenous."""
    weekday = (first - 1 + np.arange(length)) % 7  # ordinal 1 was a Monday
    trend = np.linspace(-1, 1, length) if length > 1 else np.zeros(length)
    columns = [np.ones(length), (weekday >= _SATURDAY) - 2 / 7, trend]
    return np.column_stack([*columns, *outside])


def with_driver(series: Series) -> Series:
    """The same with room for what nobody wrote down: one more fixed column, 0 as long as it is not known."""
    return replace(series, fixed=np.column_stack([series.fixed, np.zeros(series.days)]))


def next_fixed(series: Series) -> Floats:
    """(f,) the fixed columns of the day after the last: half the trend, outside things as they were.

    A straight line drawn on overshoots: damped, it looks ahead better (Gardner & McKenzie 1985).
    """
    weekend = (series.first - 1 + series.days) % 7 >= _SATURDAY
    return np.array([1.0, weekend - 2 / 7, _DAMPED * series.fixed[-1, 2], *series.fixed[-1, 3:]])


def _report(name: str, days: Floats, points: Floats | None) -> NodeReport:
    if points is None:
        return NodeReport(name, 0, 0.0, "not_in_diary")
    there = np.isfinite(points)
    n, values = int(there.sum()), points[there]
    if n < FEWEST_VALUES:
        return NodeReport(name, n, 0.0, "too_few")
    sd = float(values.std(ddof=1))
    if sd < 1e-9:  # noqa: PLR2004 - rounding
        return NodeReport(name, n, 0.0, "constant")
    flags = "+".join(_flags(days[there], values))
    return NodeReport(name, n, sd, flags or "ok")


def _flags(days: Floats, values: Floats) -> Iterator[str]:
    if np.mean(values == values.max()) > _AT_END:
        yield "ceiling"
    if np.mean(values == values.min()) > _AT_END:
        yield "floor"
    if values.min() < SCALE[0] or values.max() > SCALE[1]:
        yield "off_scale"
    early = days <= (days[0] + days[-1]) / 2
    if min(early.sum(), (~early).sum()) >= _FEWEST_IN_HALF:
        before, after = values[early], values[~early]
        within = np.sqrt((before.var(ddof=1) + after.var(ddof=1)) / 2)
        if abs(after.mean() - before.mean()) > _BREAK * within:
            yield "break"
