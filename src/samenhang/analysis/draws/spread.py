"""Every value a statistic could take under the draw, beside the one that was seen."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.distributions import Floats

EQUAL = 1e-9
DRAWS = 100_000


@dataclass(frozen=True)
class Spread:
    """Every value the statistic could take and its share of the `k` admissible draws.

    `statistics` and `shares` are (j,); `observed` in the natural unit; `exact` is False where the
    shares come from seeded draws.
    """

    statistics: Floats
    shares: Floats
    observed: float
    k: int
    exact: bool = True

    def p(self, sign: float) -> float:
        """Share of draws (the real one included) at least as far in the direction of `sign`."""
        return self._share(sign * self.statistics >= sign * self.observed - EQUAL)

    def p_both(self) -> float:
        """The same, on the size of the difference."""
        return self._share(np.abs(self.statistics) >= abs(self.observed) - EQUAL)

    def _share(self, far: NDArray[np.bool_]) -> float:
        share = float(self.shares[far].sum())
        return min(1.0, share if self.exact else (share * DRAWS + 1) / (DRAWS + 1))


def difference(values: Floats, action: NDArray[np.bool_]) -> float:
    """Mean of the action days minus mean of the rest; infinite where one of them is empty."""
    if action.all() or not action.any():
        return math.inf
    return float(values[action].mean() - values[~action].mean())
