"""From a diary to the spread of its statistic over all draws.

Statistic: mean of the action days minus mean of the other days, over observed days only
(Edgington & Onghena 2007). A start day is tested by listing, drawn days by a dynamic programme.
"""

import math

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.distributions import Floats
from samenhang.analysis.draws.draw import Draw, is_admissible
from samenhang.analysis.draws.programme import programme_spread
from samenhang.analysis.draws.sample import sampled_spread
from samenhang.analysis.draws.spread import Spread, difference

_MOST_DAYS = 120  # drawn days: more would cost seconds, and no practice draws them
_WIDEST_WINDOW = 2_000  # days


def start_day_spread(days: Floats, values: Floats, start: float, window: tuple[int, int]) -> Spread | None:
    """Every start day of the window; None if the real one lies outside it.

    days, values: (n,), observed days only. A start that leaves a phase without observed days counts
    as the most extreme: that keeps the test on the cautious side.
    """
    first, last = window
    if not first <= start <= last or last - first > _WIDEST_WINDOW:
        return None
    starts = range(first, last + 1)
    statistics = np.array([difference(values, days >= one) for one in starts])
    shares = np.full(len(statistics), 1 / len(statistics))
    observed = difference(values, days >= start)
    return Spread(statistics, shares, observed, k=len(statistics)) if np.isfinite(observed) else None


def drawn_days_spread(values: Floats, labels: NDArray[np.int64], draw: Draw) -> Spread | None:
    """Every draw of on/off days that the method allows; None if the real one is not among them.

    values: (days,), NaN where nothing was filled in; labels: (days,), 1 = action, 0 = without,
    -1 = not known (only where nothing was filled in).
    """
    seen = np.isfinite(values)
    if len(values) > _MOST_DAYS or not is_admissible(labels, draw) or not seen.any():
        return None
    observed = difference(values[seen], labels[seen] == 1)
    if not math.isfinite(observed):
        return None
    exact = programme_spread(values, draw, observed)
    return sampled_spread(values, draw, observed) if exact is None else exact
