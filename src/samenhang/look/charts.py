"""The chart of one diary item, as SVG drawn on the server: same answers, same picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from samenhang.look.chart_words import describe, legend, name_chart
from samenhang.look.dates import say_short
from samenhang.look.scales import Scale, day_marks, scale_of, short, unroll_hours
from samenhang.look.spans import DAILY_UP_TO, Mark, by_day, by_span, span_of
from samenhang.method.diary import Kind
from samenhang.method.dossier import Series

ROW = 20
LETTER = 7.6
SHORTEST = 6
SHORTEST_AXIS = 14
type_of_starts = Sequence[tuple[date, str]]


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
    marks, gaps = by_day(dated, days) if span == 1 else by_span(series.item.kind, dated, last, anchor, span)
    words = (
        f"<title>{escape(name_chart(series, first, last))}</title>"
        f"<desc>{escape(describe(series, days, shown))}</desc>"
    )
    frames = frames_of(series.item.kind, first, max(days, SHORTEST_AXIS), scale_of(series.item.kind, values))
    drawn = "".join(_draw(frame, marks, gaps, shown, words) for frame in frames)
    key = legend(series, span=span, gaps=bool(gaps), starts=shown)
    return mark_safe(f'<figure class="chart">{drawn}{key}</figure>')  # noqa: S308  escaped above


def frames_of(kind: Kind, first: date, days: int, scale: Scale) -> tuple[Frame, Frame]:
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
    since = starts[0][0] if starts else date.max
    before, after = [m for m in marks if m.day < since], [m for m in marks if m.day >= since]
    return "".join(
        (
            f'<svg class="{frame.kind}" viewBox="0 {-lift} {frame.width} {frame.height + lift}" role="img">',
            words,
            draw_grid(frame),
            labels,
            draw_gaps(frame, gaps),
            draw_marks(frame, before, "c-dots"),
            draw_marks(frame, after, "c-dots c-dots-a"),
            draw_dates(frame),
            "</svg>",
        )
    )


def draw_gaps(frame: Frame, gaps: Sequence[date]) -> str:
    """A short mark at the foot for each day, or week, without an answer."""
    floor = frame.y(frame.scale.low)
    ticks = "".join(f"M{short(frame.x(day))} {short(floor - 1)}v-13" for day in gaps)
    return f'<path class="c-gap" d="{ticks}"/>' if ticks else ""


def draw_grid(frame: Frame) -> str:
    """A line and a word for each mark of the upright axis."""
    right = frame.width - frame.right
    rows = ((short(frame.y(value)), short(frame.y(value) + 4.5), text) for value, text in frame.scale.marks)
    return "".join(
        f'<line class="c-grid" x1="{frame.left}" x2="{right}" y1="{y}" y2="{y}"/>'
        f'<text class="c-axis c-end" x="{frame.left - 8}" y="{below}">{text}</text>'
        for y, below, text in rows
    )


def draw_marks(frame: Frame, marks: Sequence[Mark], kind: str) -> str:
    """All points in one path, and the reach of stretches in one more."""
    if not marks:
        return ""
    at = [(short(frame.x(mark.day)), mark) for mark in marks]
    dots = "".join(f"M{x} {short(frame.y(m.middle))}h0" for x, m in at)
    reach = "".join(f"M{x} {short(frame.y(m.low))}V{short(frame.y(m.high))}" for x, m in at if m.low < m.high)
    reaches = f'<path class="{kind} c-reach" d="{reach}"/>' if reach else ""
    return f'{reaches}<path class="{kind}" stroke-width="{short(frame.dot)}" d="{dots}"/>'


@dataclass(frozen=True)
class Label:
    """What is written at a starting line: right of it or left, and in which row."""

    x: float
    text: str
    is_right: bool
    row: int = 0


def _labels(frame: Frame, starts: type_of_starts) -> tuple[str, int]:
    """A line where each micro-action began, with its name if it is the only one, else its number."""
    days = dict.fromkeys(day for day, _ in starts)
    at = {
        day: frame.x(day) - (frame.x(day) - frame.left) / (2 * (day - frame.first).days + 1) for day in days
    }
    labels = [_named(frame, at, *starts[0])] if len(starts) == 1 else list(_numbered(frame, at, starts))
    rows = 1 + max((label.row for label in labels), default=-1)
    return "".join(_write(frame, label, rows) for label in labels), rows


def draw_start(frame: Frame, day: date, text: str) -> str:
    """One line where something began, with its words above the drawing."""
    at = frame.x(day) - (frame.x(day) - frame.left) / (2 * (day - frame.first).days + 1)
    said, left = _fit(frame, at, text)
    return _write(frame, Label(at, said, left > at), 1)


def _named(frame: Frame, at: dict[date, float], day: date, name: str) -> Label:
    year = f" {day.year}" if frame.days > DAILY_UP_TO else ""
    text, left = _fit(frame, at[day], f"{say_short(day)}{year}: {name}")
    return Label(at[day], text, left > at[day])


def _numbered(frame: Frame, at: dict[date, float], starts: type_of_starts) -> Iterator[Label]:
    """The numbers of each day; those that would touch the next line take another row."""
    ends: list[float] = []
    for day, x in at.items():
        text = " ".join(str(n) for n, (began, _) in enumerate(starts, 1) if began == day)
        row = next((n for n, end in enumerate(ends) if end < x), len(ends))
        end = x + 14 + len(text) * LETTER
        ends[row : row + 1] = [end]
        yield Label(x, text, end < frame.width, row)


def _write(frame: Frame, label: Label, rows: int) -> str:
    line, top = short(label.x), (label.row - rows) * ROW
    side, x = ("", label.x + 6) if label.is_right else (" c-end", label.x - 6)
    return (
        f'<line class="c-now" x1="{line}" x2="{line}" y1="{top + 2}" y2="{short(frame.y(frame.scale.low))}"/>'
        f'<text class="c-cap c-key{side}" x="{short(x)}" y="{top + 15}">{escape(label.text)}</text>'
    )


def _fit(frame: Frame, x: float, text: str) -> tuple[str, float]:
    """A label right of its line when it fits, else on the roomier side, shortened if it must be."""
    room_right, room_left = frame.width - x - 6, x - 6
    room = room_right if len(text) * LETTER <= room_right else max(room_right, room_left)
    most = max(SHORTEST, int(room / LETTER))
    if len(text) > most:
        text = text[: most - 1].rstrip() + "…"
    width = len(text) * LETTER
    return text, x + 6 if room == room_right else x - 6 - width


def draw_dates(frame: Frame) -> str:
    last = frame.first + timedelta(days=frame.days - 1)
    return "".join(
        f'<text class="c-axis c-mid" x="{short(min(max(frame.x(day), frame.left + 14), frame.width - 18))}"'
        f' y="{frame.height - 6}">{text}</text>'
        for day, text in day_marks(frame.first, last, frame.dates)
    )
