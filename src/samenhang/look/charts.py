"""The chart of one diary item and the small line of a need, as SVG drawn on the server. Deterministic."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from samenhang.look.chart_words import describe, legend, name_chart
from samenhang.look.dates import say_short
from samenhang.look.scales import Scale, day_marks, scale_of, unroll_hours
from samenhang.method.diary import Kind
from samenhang.method.dossier import NeedPoint, Series

DAILY_UP_TO = 200
WEEK = 7
SPARKED = 5
ROW = 20
LETTER = 7.6
SHORTEST = 6
SHORTEST_AXIS = 14
MOST_SPANS = 60
type_of_starts = Sequence[tuple[date, str]]


@dataclass(frozen=True)
class Mark:
    """What stands at one place: a day's answer, or the middle and reach of a week's answers."""

    day: date
    middle: float
    low: float
    high: float


@dataclass(frozen=True)
class Frame:
    """The box in which a chart is drawn, and where a day and a value stand in it."""

    kind: str
    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    first: date
    days: int
    scale: Scale
    dot: float
    dates: int

    def x(self, day: date) -> float:
        return self.left + (self.width - self.left - self.right) * ((day - self.first).days + 0.5) / self.days

    def y(self, value: float) -> float:
        part = (value - self.scale.low) / (self.scale.high - self.scale.low)
        return self.top + (self.height - self.top - self.bottom) * (1 - part)


def draw_spark(points: Sequence[NeedPoint]) -> SafeString:
    """The last five points of a need on a fixed 0 to 10; the sentence beside it says the same."""
    scores = [point.score for point in points[-SPARKED:]]
    if not scores:
        return SafeString("")
    step = 82 / max(1, len(scores) - 1)
    at = [(3 + n * step if len(scores) > 1 else 85, 35 - score * 3.2) for n, score in enumerate(scores)]
    line = "L".join(f"{_n(x)} {_n(y)}" for x, y in at)
    return mark_safe(  # noqa: S308  numbers only
        '<svg viewBox="0 0 88 40" aria-hidden="true">'
        '<line class="spark-base" x1="3" x2="85" y1="35" y2="35"/>'
        f'<path class="spark" d="M{line}"/>'
        f'<circle class="spark-end" cx="{_n(at[-1][0])}" cy="{_n(at[-1][1])}" r="3"/></svg>'
    )


def draw_chart(series: Series, starts: type_of_starts = (), last: date | None = None) -> SafeString:
    """One diary item by day, as a whole figure: wide and narrow, with its words and its key.

    `starts` are (day, name) of the micro-actions; `last` stretches the axis to that day.
    """
    if not series.points:
        return SafeString('<p class="quiet">Nog niets ingevuld.</p>')
    first = series.points[0][0]
    last = max(series.points[-1][0], last or first)
    days = (last - first).days + 1
    values = [value for _, value in series.points]
    if series.item.kind is Kind.TIME:
        values = list(unroll_hours(values))
    dated = list(zip((day for day, _ in series.points), values, strict=True))
    shown = sorted((day, name) for day, name in starts if first < day <= last)
    span = span_of(days)
    anchor = shown[0][0] if shown else first
    marks, gaps = _by_day(dated, first, days) if span == 1 else _by_span(dated, first, last, anchor, span)
    words = (
        f"<title>{escape(name_chart(series, first, last))}</title>"
        f"<desc>{escape(describe(series, days, shown))}</desc>"
    )
    frames = _frames(series.item.kind, first, max(days, SHORTEST_AXIS), scale_of(series.item.kind, values))
    drawn = "".join(_draw(frame, marks, gaps, shown, words) for frame in frames)
    key = legend(series, span=span, gaps=bool(gaps), starts=shown)
    return mark_safe(f'<figure class="chart">{drawn}{key}</figure>')  # noqa: S308  escaped above


def _by_day(dated: Sequence[tuple[date, float]], first: date, days: int) -> tuple[list[Mark], list[date]]:
    answered = {day for day, _ in dated}
    everyday = (first + timedelta(days=n) for n in range(days))
    return [Mark(day, v, v, v) for day, v in dated], [day for day in everyday if day not in answered]


def span_of(days: int) -> int:
    """How many days one point stands for: one, or as many weeks as keep the picture calm."""
    span = 1 if days <= DAILY_UP_TO else WEEK
    while span > 1 and days > span * MOST_SPANS:
        span *= 2
    return span


def _by_span(
    dated: Sequence[tuple[date, float]], first: date, last: date, anchor: date, span: int
) -> tuple[list[Mark], list[date]]:
    """Long diaries by weeks counted from the anchor: the middle answer, and from lowest to highest.

    The gaps are the weeks without any answer.
    """
    spans: dict[int, list[float]] = {}
    for day, value in dated:
        spans.setdefault((day - anchor).days // span, []).append(value)
    marks = []
    for number, answers in spans.items():
        begin = max(first, anchor + timedelta(days=number * span))
        end = min(last, anchor + timedelta(days=number * span + span - 1))
        marks.append(Mark(begin + (end - begin) // 2, median(answers), min(answers), max(answers)))
    weeks = {(day - first).days // WEEK for day, _ in dated}
    empty = (week for week in range(((last - first).days + 1) // WEEK) if week not in weeks)
    return marks, [first + timedelta(days=week * WEEK + WEEK // 2) for week in empty]


def _frames(kind: Kind, first: date, days: int, scale: Scale) -> tuple[Frame, Frame]:
    gutter = 12 + 7 * max(len(text) for _, text in scale.marks)
    height = 104 if kind is Kind.YES_NO else 224
    coarse = days > DAILY_UP_TO
    wide = Frame("at-wide", 690, height, gutter, 8, 10, 28, first, days, scale, 8 if coarse else 9, 8)
    slim = Frame("at-narrow", 350, height, gutter, 8, 10, 28, first, days, scale, 5.6 if coarse else 6.6, 4)
    return wide, slim


def _draw(
    frame: Frame, marks: Sequence[Mark], gaps: Sequence[date], starts: type_of_starts, words: str
) -> str:
    labels, rows = _labels(frame, starts)
    lift = rows * ROW
    floor = frame.y(frame.scale.low)
    since = starts[0][0] if starts else date.max
    before, after = [m for m in marks if m.day < since], [m for m in marks if m.day >= since]
    lines = "".join(
        f'<line class="c-grid" x1="{frame.left}" x2="{frame.width - frame.right}" y1="{_n(frame.y(value))}"'
        f' y2="{_n(frame.y(value))}"/><text class="c-axis c-end" x="{frame.left - 8}"'
        f' y="{_n(frame.y(value) + 4.5)}">{text}</text>'
        for value, text in frame.scale.marks
    )
    ticks = "".join(f"M{_n(frame.x(day))} {_n(floor - 1)}v-13" for day in gaps)
    return "".join(
        (
            f'<svg class="{frame.kind}" viewBox="0 {-lift} {frame.width} {frame.height + lift}" role="img">',
            words,
            lines,
            labels,
            f'<path class="c-gap" d="{ticks}"/>' if ticks else "",
            _marks(frame, before, "c-dots"),
            _marks(frame, after, "c-dots c-dots-a"),
            _dates(frame),
            "</svg>",
        )
    )


def _marks(frame: Frame, marks: Sequence[Mark], kind: str) -> str:
    """All points in one path, and the reach of weeks in one more."""
    if not marks:
        return ""
    dots = "".join(f"M{_n(frame.x(m.day))} {_n(frame.y(m.middle))}h0" for m in marks)
    reach = "".join(
        f"M{_n(frame.x(m.day))} {_n(frame.y(m.low))}V{_n(frame.y(m.high))}" for m in marks if m.low < m.high
    )
    reaches = f'<path class="{kind} c-reach" d="{reach}"/>' if reach else ""
    return f'{reaches}<path class="{kind}" stroke-width="{_n(frame.dot)}" d="{dots}"/>'


def _labels(frame: Frame, starts: type_of_starts) -> tuple[str, int]:
    """A line where each micro-action began, its name at the line; names that would touch take another row."""
    ends: list[float] = []
    placed = []
    for day, name in starts:
        x = frame.x(day) - (frame.x(day) - frame.left) / (2 * (day - frame.first).days + 1)
        year = f" {day.year}" if frame.days > DAILY_UP_TO else ""
        text, width, left = _fit(frame, x, f"{say_short(day)}{year}: {name}")
        row = next((n for n, end in enumerate(ends) if end + 8 < left), len(ends))
        ends[row : row + 1] = [left + width]
        placed.append((x, text, left, row))
    rows = len(ends)
    return "".join(
        f'<line class="c-now" x1="{_n(x)}" x2="{_n(x)}" y1="{row * ROW - rows * ROW + 2}"'
        f' y2="{_n(frame.y(frame.scale.low))}"/>'
        f'<text class="c-cap c-key{"" if left > x else " c-end"}" x="{_n(x + 6 if left > x else x - 6)}"'
        f' y="{row * ROW - rows * ROW + 15}">{escape(text)}</text>'
        for x, text, left, row in placed
    ), rows


def _fit(frame: Frame, x: float, text: str) -> tuple[str, float, float]:
    """A label right of its line when it fits, else on the roomier side, shortened if it must be."""
    room_right, room_left = frame.width - x - 6, x - 6
    room = room_right if len(text) * LETTER <= room_right else max(room_right, room_left)
    most = max(SHORTEST, int(room / LETTER))
    if len(text) > most:
        text = text[: most - 1].rstrip() + "…"
    width = len(text) * LETTER
    return text, width, x + 6 if room == room_right else x - 6 - width


def _dates(frame: Frame) -> str:
    last = frame.first + timedelta(days=frame.days - 1)
    return "".join(
        f'<text class="c-axis c-mid" x="{_n(min(max(frame.x(day), frame.left + 14), frame.width - 18))}"'
        f' y="{frame.height - 6}">{text}</text>'
        for day, text in day_marks(frame.first, last, frame.dates)
    )


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
