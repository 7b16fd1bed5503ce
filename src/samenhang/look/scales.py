"""The axes of a chart: from values and days to places and marks. Pure numbers."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from samenhang.look.dates import SHORT_MONTHS, say_hours, say_short
from samenhang.method.diary import Kind

STEPS = (1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480)
HOUR_STEPS = (1, 2, 3, 6)
WEEK_STEPS = (1, 2, 4)
MONTH_STEPS = (1, 2, 3, 6, 12)
MOST_MARKS = 5
DAY = 24.0


@dataclass(frozen=True)
class Scale:
    low: float
    high: float
    marks: tuple[tuple[float, str], ...]


def short(number: float) -> str:
    """A place in a drawing: one decimal, and none where it is zero."""
    return f"{number:.1f}".removesuffix(".0")


def scale_of(kind: Kind, values: Sequence[float]) -> Scale:
    """The upright axis: fixed for 0 to 10, from zero for amounts, around the hours for times."""
    if kind is Kind.SCALE:
        return Scale(0, 10, ((0, "0"), (5, "5"), (10, "10")))
    if kind is Kind.YES_NO:
        return Scale(0, 1, ((0, "nee"), (1, "ja")))
    if kind is Kind.TIME:
        return _hours(values)
    step = next((s for s in STEPS if max(values) <= s * MOST_MARKS), STEPS[-1])
    top = max(1, math.ceil(max(values) / step))
    return Scale(0, top * step, tuple((n * step, str(n * step)) for n in range(top + 1)))


def unroll_hours(values: Sequence[float]) -> tuple[float, ...]:
    """Hours of the day on one line, cut where nobody answered for longest: 0.30 follows 23.45."""
    around = sorted({value % DAY for value in values})
    gaps = [
        (after - before) % DAY or DAY for before, after in zip(around, around[1:] + around[:1], strict=True)
    ]
    cut = around[(gaps.index(max(gaps)) + 1) % len(around)]
    return tuple(value % DAY + (DAY if value % DAY < cut else 0) for value in values)


def _hours(values: Sequence[float]) -> Scale:
    low, high = math.floor(min(values)), math.ceil(max(values))
    high = max(high, low + 1)
    step = next((s for s in HOUR_STEPS if high - low <= s * MOST_MARKS), HOUR_STEPS[-1])
    return Scale(low, high, tuple((h, say_hours(h)) for h in range(low, high + 1, step)))


def day_marks(first: date, last: date, most: int) -> tuple[tuple[date, str], ...]:
    """The dates under a chart: Mondays while they fit, else first days of months; never more than `most`."""
    monday = first + timedelta(days=-first.weekday() % 7)
    for weeks in WEEK_STEPS:
        days = [monday + timedelta(weeks=n) for n in range(0, max(0, (last - monday).days // 7 + 1), weeks)]
        if len(days) <= most:
            return tuple((day, say_short(day)) for day in days or [first])
    step = next((s for s in MONTH_STEPS if len(_months(first, last, s)) <= most), MONTH_STEPS[-1])
    return tuple((day, _month(day)) for day in _months(first, last, step)[:most])


def _months(first: date, last: date, step: int) -> list[date]:
    start = first.year * 12 + first.month - (first.day == 1)
    months = (date(n // 12, n % 12 + 1, 1) for n in range(start, last.year * 12 + last.month))
    return [month for month in months if (month.month - 1) % step == 0]


def _month(day: date) -> str:
    return f"{SHORT_MONTHS[day.month - 1]} {day.year}" if day.month == 1 else SHORT_MONTHS[day.month - 1]
