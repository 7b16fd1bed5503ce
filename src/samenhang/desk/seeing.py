"""What is seen so far of each diary question: counts and averages, before and since, without a verdict.

'Sinds', never 'door'; the days that are missing are always said; under five days on a side it is too early.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import mean

from samenhang.method.diary import Kind, as_clock
from samenhang.method.dossier import Dossier, Series

ENOUGH = 5


@dataclass(frozen=True)
class Seen:
    """One question: its line, and what can be said about before and since in words."""

    series: Series
    starts: tuple[tuple[date, str], ...]
    before: str
    since: str
    n_before: int
    n_since: int

    @property
    def is_early(self) -> bool:
        return min(self.n_before, self.n_since) < ENOUGH


def seen_so_far(known: Dossier) -> list[Seen]:
    """Every open question with its figures before and since the first micro-action began."""
    starts = sorted(
        (a.chosen_at.date(), a.behaviour) for a in (*known.under_test, *known.learned) if a.chosen_at
    )
    return [_seen(series, tuple(starts)) for series in known.series if series.item.closed is None]


def _seen(series: Series, starts: tuple[tuple[date, str], ...]) -> Seen:
    first = starts[0][0] if starts else date.max
    before = [value for day, value in series.points if day < first]
    since = [value for day, value in series.points if day >= first]
    return Seen(series, starts, _say(series, before), _say(series, since), len(before), len(since))


def _say(series: Series, values: Iterable[float]) -> str:
    """A rounded average in the words of its kind; nothing of nothing."""
    found = list(values)
    if not found:
        return ""
    kind, middle = series.item.kind, mean(found)
    if kind is Kind.YES_NO:
        return f"{round(sum(found))} van de {len(found)} dagen"
    if kind is Kind.TIME:
        return as_clock(middle).replace(":", ".")
    if kind is Kind.MINUTES:
        return f"{round(middle)} minuten"
    return f"{middle:.1f}".replace(".", ",")
