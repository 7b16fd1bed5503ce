"""The picture of an experiment: each answered day, where the action began, what was expected without it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from samenhang.look.chart_words import DOT, GAP
from samenhang.look.charts import Frame, draw_dates, draw_gaps, draw_grid, draw_marks, draw_start, frames_of
from samenhang.look.dates import say_date, say_short
from samenhang.look.scales import scale_of, short
from samenhang.look.spans import by_day
from samenhang.method.experiment import Experiment

SIGN = '<svg viewBox="0 0 24 22" aria-hidden="true">{}</svg>'
BAND = SIGN.format('<rect class="c-band" x="2" y="5" width="20" height="12"/>')


@dataclass(frozen=True)
class Seen:
    """What there is to draw: answered days, and from where to where the action would not have shown."""

    experiment: Experiment
    points: Sequence[tuple[date, float]]
    last: date
    expected: tuple[float, float] | None = None


def draw_effect(seen: Seen) -> SafeString:
    """A whole figure, wide and narrow, with its words and its key; no line runs over a missing day."""
    if not seen.points:
        return SafeString('<p class="quiet">Nog niets ingevuld.</p>')
    planned = seen.experiment
    first, last = seen.points[0][0], max(seen.last, seen.points[-1][0])
    days = (last - first).days + 1
    marks, gaps = by_day([(day, value) for day, value in seen.points], days)
    scale = scale_of(planned.kind, [value for _, value in seen.points])
    words = f"<title>{escape(planned.question)}</title><desc>{escape(_describe(seen, days))}</desc>"
    drawn = "".join(
        "".join(
            (
                f'<svg class="{frame.kind}" viewBox="0 -20 {frame.width} {frame.height + 20}" role="img">',
                words,
                _band(frame, seen),
                draw_grid(frame),
                _began(frame, planned),
                draw_gaps(frame, gaps),
                draw_marks(frame, [m for m in marks if not planned.tells_of_action(m.day)], "c-dots"),
                draw_marks(frame, [m for m in marks if planned.tells_of_action(m.day)], "c-dots c-dots-a"),
                draw_dates(frame),
                "</svg>",
            )
        )
        for frame in frames_of(planned.kind, first, max(days, 14), scale)
    )
    return mark_safe(f'<figure class="chart">{drawn}{_legend(seen, gaps=bool(gaps))}</figure>')  # noqa: S308


def _describe(seen: Seen, days: int) -> str:
    planned = seen.experiment
    on = sum(planned.tells_of_action(day) for day, _ in seen.points)
    count = len(seen.points)
    said = f"{count} van de {days} dagen ingevuld: {count - on} zonder en {on} met de actie."
    return said if planned.on_days else f"{said} De actie begint op {say_date(planned.begins)}."


def _band(frame: Frame, seen: Seen) -> str:
    """What days with the action would likely have shown without it, kept within the picture."""
    if seen.expected is None:
        return ""
    low, high = (min(max(each, frame.scale.low), frame.scale.high) for each in seen.expected)
    left = frame.left if seen.experiment.on_days else frame.x(max(seen.experiment.begins, frame.first))
    top, floor = frame.y(high), frame.y(low)
    return (
        f'<rect class="c-band" x="{short(left)}" y="{short(top)}" '
        f'width="{short(frame.width - frame.right - left)}" height="{short(max(2, floor - top))}"/>'
    )


def _began(frame: Frame, planned: Experiment) -> str:
    if planned.on_days:
        return ""
    return draw_start(frame, planned.begins, f"{say_short(planned.begins)}: start")


def _legend(seen: Seen, *, gaps: bool) -> str:
    keys = [(DOT.format(""), "een dag zonder de actie"), (DOT.format(" c-dots-a"), "een dag met de actie")]
    if seen.expected is not None:
        keys.append((BAND, "waar het zonder de actie waarschijnlijk gelegen had"))
    if gaps:
        keys.append((GAP, "niet ingevuld"))
    items = "".join(f"<li>{drawing}{text}</li>" for drawing, text in keys)
    planned = seen.experiment
    return (
        f'<figcaption><p>{escape(planned.question)} <span class="small">{planned.better.label}</span></p>'
        f'<ul class="key">{items}</ul></figcaption>'
    )
