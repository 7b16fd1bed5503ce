"""What one point of a chart stands for: a day, or a stretch of weeks in a long diary. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean, median

from samenhang.method.diary import Kind

DAILY_UP_TO = 200
MOST_SPANS = 60
WEEK = 7
type_of_dated = Sequence[tuple[date, float]]


@dataclass(frozen=True)
class Mark:
    """One point: a day's answer, or the middle of a stretch with its lowest and highest answer."""

    day: date
    middle: float
    low: float
    high: float


def span_of(days: int) -> int:
    """How many days one point stands for: one, or as many weeks as keep the picture calm."""
    span = 1 if days <= DAILY_UP_TO else WEEK
    while span > 1 and days > span * MOST_SPANS:
        span *= 2
    return span


def by_day(dated: type_of_dated, days: int) -> tuple[list[Mark], list[date]]:
    """A mark for each answer and a gap for each day without one."""
    answered = {day for day, _ in dated}
    everyday = (dated[0][0] + timedelta(days=n) for n in range(days))
    return [Mark(day, v, v, v) for day, v in dated], [day for day in everyday if day not in answered]


def by_span(
    kind: Kind, dated: type_of_dated, last: date, anchor: date, span: int
) -> tuple[list[Mark], list[date]]:
    """A mark for each stretch counted from the anchor, so none holds days from before and after it.

    The gaps are the weeks without any answer.
    """
    first = dated[0][0]
    spans: dict[int, list[float]] = {}
    for day, value in dated:
        spans.setdefault((day - anchor).days // span, []).append(value)
    marks = []
    for number, answers in spans.items():
        begin = max(first, anchor + timedelta(days=number * span))
        end = min(last, anchor + timedelta(days=(number + 1) * span - 1))
        marks.append(_mark(kind, begin + (end - begin) // 2, answers))
    weeks = {(day - first).days // WEEK for day, _ in dated}
    empty = (week for week in range(((last - first).days + 1) // WEEK) if week not in weeks)
    return marks, [first + timedelta(days=week * WEEK + WEEK // 2) for week in empty]


def _mark(kind: Kind, day: date, answers: Sequence[float]) -> Mark:
    """Of yes and no the middle says nothing: there it is the part that was yes."""
    if kind is Kind.YES_NO:
        part = fmean(answers)
        return Mark(day, part, part, part)
    return Mark(day, median(answers), min(answers), max(answers))
