"""The look in templates: thin tags over functions of values."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from samenhang.look import charts, dates, signs
from samenhang.look.prose import draw_prose
from samenhang.look.spark import draw_spark
from samenhang.look.tens import draw_tens
from samenhang.look.timer import draw_timer
from samenhang.method.dossier import NeedPoint, Series, StripDay
from samenhang.method.lens import Lens
from samenhang.method.lever import Lever
from samenhang.method.micro_action import DayState

register = template.Library()
register.simple_tag(draw_tens, name="tens")
register.simple_tag(draw_timer, name="timer")


@register.simple_tag
def sign(name: str) -> SafeString:
    """{% sign "bio" %}: stands beside its word, never alone."""
    return signs.draw_sign(name)


@register.simple_tag
def mark() -> SafeString:
    return signs.draw_mark()


@register.simple_tag
def lens(value: Lens | Lever | None) -> SafeString:
    """{% lens factor.lens %}: sign and word; nothing for nothing."""
    return signs.draw_lens(value) if value else SafeString("")


@register.simple_tag
def knot(state: DayState | str | None) -> SafeString:
    """{% knot "done" %}; "" for a day that was not filled in."""
    return signs.draw_knot(DayState(state) if state else None)


@register.simple_tag
def strip(days: Sequence[StripDay]) -> SafeString:
    """{% strip days %}: 28 days on the thread."""
    return signs.draw_strip(days)


@register.simple_tag
def week(days: Sequence[StripDay]) -> SafeString:
    """{% week days %}: seven days on the phone, the last one open until it is filled in."""
    return signs.draw_week(days)


@register.simple_tag
def key(days: Sequence[StripDay]) -> SafeString:
    """{% key days %}: the strip counted, knot by knot, in words."""
    return signs.draw_key(days)


@register.simple_tag
def spark(points: Sequence[NeedPoint]) -> SafeString:
    return draw_spark(points)


@register.simple_tag
def chart(
    series: Series, starts: Iterable[tuple[date, str]] | None = None, last: date | None = None
) -> SafeString:
    """{% chart series starts last %}: the whole figure; starts are (day, name) of micro-actions."""
    begun = [(_local(day), name) for day, name in starts or ()]
    return charts.draw_chart(series, begun, _local(last) if last else None)


@register.filter
def day(value: date | None, year: int | None = None) -> str:
    """'maandag 23 november'; the year is said when it is not this (or the given) year."""
    return dates.say_day(_local(value), year or timezone.localdate().year) if value else ""


@register.filter
def plain_day(value: date | None, year: int | None = None) -> str:
    """'23 november'."""
    return dates.say_date(_local(value), year or timezone.localdate().year) if value else ""


@register.filter
def short_day(value: date | None) -> str:
    """'23 nov'."""
    return dates.say_short(_local(value)) if value else ""


@register.filter
def weekday(value: date | None) -> str:
    return dates.say_weekday(_local(value)) if value else ""


@register.filter
def clock(value: datetime | time | str | None) -> str:
    """'22.15'."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return dates.say_clock(value) if value else ""


@register.filter
def ago(value: date | None, today: date | None = None) -> str:
    """'vandaag', 'drie dagen geleden', 'over twee weken'."""
    return dates.say_ago(_local(value), today or timezone.localdate()) if value else ""


@register.filter
def words(value: int) -> str:
    """'vier' up to twelve."""
    return dates.say_number(value)


def _local(value: date) -> date:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


@register.filter
def at(mapping: Mapping[str, object], name: object) -> object:
    """{{ problems|at:name }}: what a mapping says of a name, nothing when it says nothing."""
    return mapping.get(str(name), "")


@register.filter
def prose(text: str) -> SafeString:
    """{{ guide|prose }}: headings, lists and paragraphs of a guide."""
    return draw_prose(text)
