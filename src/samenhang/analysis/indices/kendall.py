"""Kendall's S with its tie correction: the root of Tau-U and of baseline-corrected tau."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.distributions import Floats, normal_tail_both


@dataclass(frozen=True)
class Kendall:
    """S over n points, its SD under the null with ties, and the pairs tied in x and in y."""

    n: int
    s: float
    sd: float
    pairs: float
    ties_x: float
    ties_y: float

    @property
    def divisor(self) -> float:
        """The tau-b divisor: sqrt((pairs - ties in x)(pairs - ties in y))."""
        return math.sqrt((self.pairs - self.ties_x) * (self.pairs - self.ties_y))

    @property
    def tau(self) -> float | None:
        return self.s / self.divisor if self.divisor > 0 else None

    @property
    def z(self) -> float | None:
        return self.s / self.sd if self.sd > 0 else None

    @property
    def p(self) -> float | None:
        return None if self.z is None else normal_tail_both(self.z)


def kendall(x: Floats, y: Floats) -> Kendall:
    """Kendall's S of y with x and its SD (Kendall 1970, 4.4), no continuity correction."""
    n = len(x)
    pairs = n * (n - 1) / 2
    t, u = _tie_sizes(x), _tie_sizes(y)
    return Kendall(
        n=n,
        s=_s(x, y),
        sd=math.sqrt(max(0.0, _variance(n, t, u))),
        pairs=pairs,
        ties_x=float(np.sum(t * (t - 1)) / 2),
        ties_y=float(np.sum(u * (u - 1)) / 2),
    )


def _s(x: Floats, y: Floats) -> float:
    """Concordant minus discordant pairs, row by row: memory stays at n."""
    total = 0.0
    for i in range(len(x) - 1):
        total += float(np.sign(x[i + 1 :] - x[i]) @ np.sign(y[i + 1 :] - y[i]))
    return total


def _tie_sizes(values: Floats) -> NDArray[np.float64]:
    return np.unique(values, return_counts=True)[1].astype(float)


def _variance(n: int, t: Floats, u: Floats) -> float:
    def pairs(v: Floats) -> float:
        return float(np.sum(v * (v - 1)))

    def triples(v: Floats) -> float:
        return float(np.sum(v * (v - 1) * (v - 2)))

    def mass(v: Floats) -> float:
        return float(np.sum(v * (v - 1) * (2 * v + 5)))

    if n < 2:  # noqa: PLR2004 - one point makes no pair
        return 0.0
    whole = np.array([float(n)])
    variance = (mass(whole) - mass(t) - mass(u)) / 18 + pairs(t) * pairs(u) / (2 * n * (n - 1))
    if n > 2:  # noqa: PLR2004 - triples need three points
        variance += triples(t) * triples(u) / (9 * n * (n - 1) * (n - 2))
    return variance
