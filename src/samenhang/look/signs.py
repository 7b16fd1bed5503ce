"""The small signs: lenses, the mark, and the days on the thread. Every answer is safe HTML."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from samenhang.look.dates import say_date, say_day, say_number, say_short, say_weekday
from samenhang.method.dossier import StripDay
from samenhang.method.lens import Lens
from samenhang.method.lever import Lever
from samenhang.method.micro_action import DayState

SIGNS = frozenset(
    "bio psy soc need safe page turn cols line5 eye breath star hoop fork mirror".split()  # noqa: SIM905
)
DYED = frozenset(one.ink for one in Lens)
THREAD = '<line class="k-line" x1="-4" x2="28" y1="11" y2="11"/>'
RING = '<circle class="k-open" cx="12" cy="11" r="6"/>'
KNOTS = {
    DayState.DONE: THREAD + '<circle class="k-full" cx="12" cy="11" r="6"/>',
    DayState.PLAN_B: THREAD + RING + '<path class="k-half" d="M12 5a6 6 0 0 1 0 12z"/>',
    DayState.NOT_DONE: THREAD + RING,
    DayState.NOT_APPLICABLE: '<line class="k-none" x1="-4" x2="28" y1="11" y2="11"/>',
    None: '<line class="k-gap" x1="12" x2="12" y1="5" y2="17"/>',
}
TO_COME = '<circle class="k-next" cx="12" cy="11" r="5"/>'
LETTERS = "mdwdvzz"
NOT_FILLED, NOT_PLANNED, WAITS = "niet ingevuld", "niet gepland", "nog in te vullen"
NOT_BEGUN = "nog niet begonnen"
WEEK = 7


def draw_sign(name: str) -> SafeString:
    """One of the signs in look/sprite.html; always stands beside its word."""
    if name not in SIGNS:
        raise ValueError(f"no such sign: {name!r}")
    return format_html('<svg class="sign" aria-hidden="true"><use href="#{}"/></svg>', name)


def draw_mark() -> SafeString:
    """The mark: three threads through one knot, on as one."""
    return mark_safe(
        '<svg viewBox="0 0 34 22" aria-hidden="true"><path class="bio" d="M1 3c9 0 10 8 19 8"/>'
        '<path class="soc" d="M1 19c9 0 10-8 19-8"/><path class="psy" d="M1 11h19"/>'
        '<path class="one" d="M20 11h13"/><circle class="knot-dot" cx="20.5" cy="11" r="3.6"/></svg>'
    )


def draw_lens(lens: Lens | Lever) -> SafeString:
    """A lens or lever: its sign and its word; the three lenses wear their ink."""
    dyed = f"lens {lens.ink}" if lens.ink in DYED else "lens"
    return format_html('<span class="{}">{}{}</span>', dyed, draw_sign(lens.ink), lens.label)


@cache
def draw_knot(state: DayState | None) -> SafeString:
    """One day on the thread; a day that was not filled in is a dotted tick, as in the charts."""
    return _knot(KNOTS[state])


def draw_strip(days: Sequence[StripDay]) -> SafeString:
    """The days of one micro-action on the thread, by weeks, each day and week also in words."""
    weeks = (days[start : start + WEEK] for start in range(0, len(days), WEEK))
    return format_html('<ol class="strip">{}</ol>', _join(_week_of_strip(week) for week in weeks))


def draw_week(days: Sequence[StripDay]) -> SafeString:
    """The last seven days on the phone; the last one may still be filled in."""
    last = len(days) - 1
    return format_html(
        '<ol class="week">{}</ol>',
        _join(_day_of_week(day, is_last=at == last) for at, day in enumerate(days)),
    )


def draw_key(days: Sequence[StripDay]) -> SafeString:
    """The days counted, each with its knot; what was not filled in is not counted."""
    return format_html(
        '<ul class="key">{}</ul>',
        format_html_join(
            "", "<li>{}{}</li>", ((draw_knot(state), _say_count(state, n, str)) for state, n in _count(days))
        ),
    )


def say_tally(days: Iterable[StripDay]) -> str:
    """'vijf keer gedaan, één keer plan B'; what was not filled in is not counted."""
    return ", ".join(_say_count(state, n, say_number) for state, n in _count(days))


def _count(days: Iterable[StripDay]) -> list[tuple[DayState, int]]:
    counted = Counter(day.state for day in days)
    return [(state, counted[state]) for state in DayState if counted[state]]


def _say_count(state: DayState, count: int, say: Callable[[int], str]) -> str:
    if state is DayState.NOT_APPLICABLE:
        return f"{say(count)} dag telt niet mee" if count == 1 else f"{say(count)} dagen tellen niet mee"
    return f"{say(count)} keer {state.label}"


def _week_of_strip(days: Sequence[StripDay]) -> SafeString:
    first = days[0].day
    said = say_tally(days) or _say_empty(days)
    head = format_html(
        '<li class="wk"><span aria-hidden="true">{}</span><span class="hush">week vanaf {}: {}</span></li>',
        say_short(first),
        say_date(first, first.year),
        said,
    )
    return head + _join(_day_of_strip(day) for day in days)


def _say_empty(days: Sequence[StripDay]) -> str:
    if any(day.planned for day in days):
        return NOT_FILLED
    return NOT_PLANNED if any(day.begun for day in days) else NOT_BEGUN


@lru_cache(maxsize=4096)  # a date and a state: nobody's, and the same for all
def _day_of_strip(day: StripDay) -> SafeString:
    return format_html(
        '<li><span class="day" aria-hidden="true">{}</span>{}<span class="hush">{}: {}</span></li>',
        LETTERS[day.day.weekday()],
        _draw_day(day),
        say_day(day.day, day.day.year),
        _say_day(day),
    )


def _day_of_week(day: StripDay, *, is_last: bool) -> SafeString:
    waits = is_last and day.planned and day.state is None
    is_open = day.state is None and (day.planned or not day.begun)
    off_thread = is_open or day.state is DayState.NOT_APPLICABLE
    kinds = ["is-today" if is_last else "", "is-na" if off_thread else ""]
    return format_html(
        '<li{}>{}<span class="day" aria-hidden="true">{}</span><span class="hush">{}: {}</span></li>',
        format_html(' class="{}"', " ".join(filter(None, kinds))) if any(kinds) else "",
        _knot(TO_COME) if waits else _draw_day(day),
        say_weekday(day.day)[:2],
        say_weekday(day.day),
        WAITS if waits else _say_day(day),
    )


def _draw_day(day: StripDay) -> SafeString:
    """On a day outside the plan the thread simply passes; before it began there is none."""
    if day.state or day.planned:
        return draw_knot(day.state)
    return _knot(THREAD if day.begun else "")


def _say_day(day: StripDay) -> str:
    return day.state.label if day.state else _say_empty([day])


def _knot(inside: str) -> SafeString:
    return format_html('<svg viewBox="0 0 24 22" aria-hidden="true">{}</svg>', mark_safe(inside))  # noqa: S308


def _join(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))
