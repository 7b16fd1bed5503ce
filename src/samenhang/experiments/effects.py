"""What a diary says of an experiment: the estimate with its doubt, and what the picture needs."""

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import TYPE_CHECKING, Any

from samenhang import analysis
from samenhang.method.diary import Kind
from samenhang.method.dossier import Dossier
from samenhang.method.experiment import A_DAY, Design, Experiment, others_alongside

if TYPE_CHECKING:
    from samenhang.analysis import Effect, NotEnough

_KINDS = {Kind.SCALE: "slider", Kind.MINUTES: "minutes", Kind.COUNT: "count", Kind.YES_NO: "yesno"}
_DESIGNS = {
    Design.SINCE: "AB",
    Design.DRAWN_START: "AB_random_start",
    Design.DRAWN_DAYS: "alternation",
}


@dataclass(frozen=True)
class Outlook:
    """An estimate and its days. `expected` is what days with the action would have shown without it."""

    experiment: Experiment
    result: "Effect | NotEnough"
    points: tuple[tuple[date, float], ...]
    is_interim: bool
    expected: tuple[float, float] | None

    @property
    def verdict(self) -> str:
        """One of the five, at the learning moment; nothing before it."""
        return "" if self.is_interim else str(getattr(self.result, "verdict", "te_vroeg"))


def outlook(experiment: Experiment, known: Dossier, today: date) -> Outlook:
    """Look at an experiment on a day; never raises on a diary."""
    days, values, points = _rows(experiment, known, today)
    result = analysis.estimate_effect(
        days, values, _phases(experiment, days), **_asked(experiment, known, today)
    )
    expected = _expected(experiment, result, points)
    return Outlook(experiment, result, points, experiment.is_interim(today), expected)


def figures(experiment: Experiment, known: Dossier, today: date) -> Any:
    """The indices for whoever knows them; None when a phase has no day."""
    from samenhang.analysis.case import read_case

    days, values, _ = _rows(experiment, known, today)
    case = read_case(days, values, _phases(experiment, days), **_asked(experiment, known, today))
    return analysis.compute_indices(case)


def _phases(experiment: Experiment, days: list[date]) -> list[str]:
    return ["B" if experiment.is_on(day) else "A" for day in days]


def _asked(experiment: Experiment, known: Dossier, today: date) -> dict[str, Any]:
    return {
        "kind": _KINDS[experiment.kind],
        "better": experiment.better.value,
        "design": _DESIGNS[experiment.design],
        "plan": _plan(experiment, known, today),
    }


def _rows(
    experiment: Experiment, known: Dossier, today: date
) -> tuple[list[date], list[float | None], tuple[tuple[date, float], ...]]:
    """Every day so far with the answer that tells of it, or none; and the answers by their own day."""
    found = next((s.points for s in known.series if s.item.id == experiment.item), ())
    points = tuple((day, value) for day, value in found if day <= today and experiment.tells_of_part(day))
    answered = dict(points)
    days = _days(experiment, today - experiment.lag * A_DAY)
    return days, [answered.get(day + experiment.lag * A_DAY) for day in days], points


def _days(experiment: Experiment, last: date) -> list[date]:
    """The days of an experiment up to a day: days without and with the action, not those of the answers."""
    count = (min(experiment.until, last) - experiment.start).days + 1
    return [experiment.start + timedelta(days=n) for n in range(count)]


def _plan(experiment: Experiment, known: Dossier, today: date) -> Any:
    from samenhang.analysis.draws import Draw

    number = {day: (day - experiment.start).days + 1 for day in experiment.window}
    window = tuple(number[day] for day in experiment.window)
    actions = (*known.under_test, *known.learned)
    return analysis.Plan(
        days=experiment.days,
        start_weekday=experiment.start.weekday(),
        smallest_change=experiment.smallest_change,
        start_window=(window[0], window[1]) if window else None,
        draw=Draw("pairs") if experiment.design is Design.DRAWN_DAYS else None,
        other_actions=others_alongside(experiment, actions, today),
        interim=experiment.is_interim(today),
        exploratory=experiment.is_afterthought,
    )


def _expected(
    experiment: Experiment, result: "Effect | NotEnough", points: tuple[tuple[date, float], ...]
) -> tuple[float, float] | None:
    """Where days with the action would likely have been without it: their mean, less the effect."""
    on = [value for day, value in points if experiment.tells_of_action(day)]
    low, high = getattr(result, "lo90", None), getattr(result, "hi90", None)
    if not on or low is None or high is None:
        return None
    return fmean(on) - high, fmean(on) - low


def days_missing(experiment: Experiment, known: Dossier, today: date) -> list[date]:
    """The days so far on which nothing was answered; today can still be."""
    _, _, points = _rows(experiment, known, today)
    answered = {day for day, _ in points}
    lag = experiment.lag * A_DAY
    return [day + lag for day in _days(experiment, today - A_DAY - lag) if day + lag not in answered]
