"""What is seen so far of each diary question: counts and averages, before and since, without a verdict.

'Sinds', never 'door'; the days that are missing are always said; under five days on a side it is too early.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import fmean

from samenhang.look.charts import draw_chart
from samenhang.method.day_names import day_and_month
from samenhang.method.diary import Kind, Slot, as_clock
from samenhang.method.dossier import Dossier, Series
from samenhang.method.experiment import Experiment

ENOUGH = 5
LATELY = 14


@dataclass(frozen=True)
class Seen:
    """One question: its line, and what can be said about before and since in words."""

    series: Series
    starts: tuple[tuple[date, str], ...]
    text: str
    n_before: int
    n_since: int
    chart: str = ""

    @property
    def is_early(self) -> bool:
        return min(self.n_before, self.n_since) < ENOUGH


def seen_until(known: Dossier, day: date) -> list[Seen]:
    """The same, with the chart of the first question drawn up to a day."""
    seen = seen_so_far(known)
    if seen and seen[0].series.points:
        seen[0] = replace(seen[0], chart=draw_chart(seen[0].series, seen[0].starts, day))
    return seen


def seen_so_far(known: Dossier) -> list[Seen]:
    """Every open question with its figures before and since the first micro-action began."""
    starts = sorted(
        (a.chosen_at.date(), a.behaviour) for a in (*known.under_test, *known.learned) if a.chosen_at
    )
    return [_seen(series, tuple(starts)) for series in known.series if series.item.closed is None]


def _seen(series: Series, starts: tuple[tuple[date, str], ...]) -> Seen:
    first = starts[0][0] if starts else date.max
    told = first + timedelta(days=1) if starts and series.item.slot is Slot.NIGHT else first
    turn = bisect_left(series.points, told, key=lambda point: point[0])
    before, since = ([value for _, value in part] for part in (series.points[:turn], series.points[turn:]))
    return Seen(series, starts[:1], _say(series, before, since, first), len(before), len(since))


def _say(series: Series, before: Sequence[float], since: Sequence[float], first: date) -> str:
    """Before and since in one sentence, with the number of days that were filled in; too little says so."""
    if min(len(before), len(since)) < ENOUGH:
        days = f"{len(before)} {'dag' if len(before) == 1 else 'dagen'} vooraf"
        return f"Te vroeg om te zeggen: {days}" + (f", {len(since)} sindsdien." if since else ".")
    when = day_and_month(first)
    if series.item.kind is Kind.YES_NO:
        return (
            f"Ja op {round(sum(before))} van de {len(before)} dagen vooraf, "
            f"op {round(sum(since))} van de {len(since)} sinds {when}."
        )
    return (
        f"Rond {_middle(series, before)} vooraf ({len(before)} dagen), "
        f"rond {_middle(series, since)} sinds {when} ({len(since)} dagen)."
    )


def say_experiment(series: Series, experiment: Experiment, points: Sequence[tuple[date, float]]) -> str:
    """What the filled days show, as a fact: without and with the action, and the last two weeks of it."""
    off = [value for day, value in points if not experiment.tells_of_action(day)]
    on = [(day, value) for day, value in points if experiment.tells_of_action(day)]
    if not off or not on:
        return ""
    if series.item.kind is Kind.YES_NO:
        yes = round(sum(value for _, value in on))
        return (
            f"Ja op {round(sum(off))} van de {len(off)} dagen zonder, op {yes} van de {len(on)} met de actie."
        )
    with_it = _middle(series, [value for _, value in on])
    said = f"Gemiddeld {_middle(series, off)} op {len(off)} dagen zonder, "
    said += f"{with_it} op {len(on)} dagen met de actie"
    late = [value for day, value in on if day > experiment.until - timedelta(days=LATELY)]
    if not experiment.on_days and 0 < len(late) < len(on):
        said += f"; in de laatste twee weken {_middle(series, late)}"
    return f"{said}."


def _middle(series: Series, values: Sequence[float]) -> str:
    """A rounded average in the words of its kind."""
    kind, middle = series.item.kind, fmean(values)
    if kind is Kind.TIME:
        return as_clock(middle).replace(":", ".")
    if kind is Kind.MINUTES:
        return f"{round(middle)} minuten"
    return f"{middle:.1f}".replace(".", ",")
