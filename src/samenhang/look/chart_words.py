"""What a chart says in words: its name, its description, its key."""

from collections.abc import Sequence
from datetime import date

from django.utils.html import escape

from samenhang.look.dates import say_date, say_hours, say_number, say_period, say_short
from samenhang.method.diary import Better, Kind
from samenhang.method.dossier import Series

DOT = (
    '<svg viewBox="0 0 24 22" aria-hidden="true"><path class="c-dots{}" stroke-width="9" d="M12 11h0"/></svg>'
)
GAP = '<svg viewBox="0 0 24 22" aria-hidden="true"><path class="c-gap" d="M12 4v14"/></svg>'
REACH = '<svg viewBox="0 0 24 22" aria-hidden="true"><path class="c-dots c-reach" d="M12 2v18"/></svg>'


def name_chart(series: Series, first: date, last: date) -> str:
    text = series.item.text.strip()
    return f"{text}{'' if text.endswith(('?', '.')) else ':'} {say_period(first, last)}"


def describe(series: Series, days: int, starts: Sequence[tuple[date, str]]) -> str:
    """What the picture shows, for who does not see it."""
    said = [f"{len(series.points)} van de {days} dagen ingevuld", _spread(series)]
    said += [f"op {say_date(day)} begint {name}" for day, name in starts]
    return ". ".join(part[:1].upper() + part[1:] for part in said) + "."


def legend(series: Series, *, span: int, gaps: bool, starts: Sequence[tuple[date, str]]) -> str:
    """The caption: what was asked, which way is better, and only those signs that occur."""
    weeks = span // 7
    keys = [(DOT.format(""), _dot(series, weeks) + (", vooraf" if starts else ""))]
    if starts:
        since = "sinds de eerste micro-actie" if len(starts) > 1 else "sinds de micro-actie"
        keys.append((DOT.format(" c-dots-a"), since))
    if weeks and series.item.kind is not Kind.YES_NO:
        keys.append((REACH, "van laagste tot hoogste"))
    if gaps:
        keys.append((GAP, "een week zonder antwoord" if weeks else "niet ingevuld"))
    items = "".join(f"<li>{drawing}{text}</li>" for drawing, text in keys)
    return (
        f"<figcaption><p>{escape(series.item.text)}"
        f' <span class="small">{escape(_direction(series))}</span></p>'
        f'<ul class="key">{items}</ul>{_names(starts)}</figcaption>'
    )


def _names(starts: Sequence[tuple[date, str]]) -> str:
    """What the numbers at the lines stand for; one start has its name at its line."""
    if len(starts) < 2:  # noqa: PLR2004  a number tells two apart
        return ""
    named = "".join(f"<li>{escape(say_short(day))}: {escape(name)}</li>" for day, name in starts)
    return f'<ol class="began">{named}</ol>'


def _dot(series: Series, weeks: int) -> str:
    if not weeks:
        return "een dag"
    stretch = "een week" if weeks == 1 else f"{say_number(weeks)} weken"
    return f"hoe vaak ja in {stretch}" if series.item.kind is Kind.YES_NO else f"het midden van {stretch}"


def _direction(series: Series) -> str:
    item = series.item
    said = [item.kind.label]
    if item.kind is Kind.SCALE and item.low and item.high:
        said = [f"0 is {item.low}, 10 is {item.high}"]
    if item.better is not Better.NEITHER:
        said.append(item.better.label)
    return " · ".join(said)


def _spread(series: Series) -> str:
    values = [value for _, value in series.points]
    if series.item.kind is Kind.YES_NO:
        yes = sum(value > 0 for value in values)
        return f"{yes} keer ja, {len(values) - yes} keer nee"
    if series.item.kind is Kind.TIME:
        return f"laatst gegeven antwoord {say_hours(values[-1])}"
    return f"van {_say(min(values))} tot {_say(max(values))}, laatst {_say(values[-1])}"


def _say(value: float) -> str:
    return f"{value:g}".replace(".", ",")
