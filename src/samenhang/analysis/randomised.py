"""Which randomisation test a case deserves: only what was drawn may be tested as drawn."""

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.case import Case
from samenhang.analysis.distributions import Floats
from samenhang.analysis.draws import Spread, drawn_days_spread, start_day_spread


def drawn_spread(case: Case) -> Spread | None:
    """All admissible draws of a case, or None where nothing was drawn or the draw is unknown."""
    if case.design == "AB_random_start" and case.plan.start_window and case.action.any():
        days, values, _ = case.observed()
        start = float(case.days[case.action][0])
        return start_day_spread(days, values, start, case.plan.start_window)
    if case.design == "alternation" and case.plan.draw and len(case.days):
        values, labels = _calendar(case)
        return drawn_days_spread(values, labels, case.plan.draw)
    return None


def _calendar(case: Case) -> tuple[Floats, NDArray[np.int64]]:
    """(values, labels) of every drawn day: the rows, filled up to the planned number of days."""
    planned = case.plan.days
    last = int(case.days[-1])
    if planned is None or planned <= len(case.days) or case.days[0] < 1 or last > planned:
        return case.values, case.action.astype(np.int64)
    values, labels = np.full(planned, np.nan), np.full(planned, -1, dtype=np.int64)
    values[case.days - 1] = case.values
    labels[case.days - 1] = case.action
    return values, labels
