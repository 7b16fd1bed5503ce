"""How far the phases overlap: NAP, Tau, PND, PEM, PAND and IRD, larger = improvement."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from samenhang.analysis.distributions import Floats

Z95 = 1.959964
_HALVINGS = 200


@dataclass(frozen=True)
class Nap:
    """Non-overlap of all pairs (0-1), three standard errors and a 95 % interval."""

    est: float
    se_unbiased: float | None
    se_hanley: float
    se_null: float
    lo95: float
    hi95: float


@dataclass(frozen=True)
class Tau:
    """Tau between phases (-1..1), its standard error and a 95 % interval."""

    est: float
    se: float | None
    lo95: float
    hi95: float


def nap(a: Floats, b: Floats) -> Nap:
    """NAP of turned values a (m,), b (n,): Parker & Vannest (2009); interval: Newcombe (2006)."""
    m, n = len(a), len(b)
    wins = _wins(a, b)
    est = float(wins.mean())
    off = wins - est
    q1 = float(np.sum(off.sum(axis=1) ** 2)) / (m * n * n)
    q2 = float(np.sum(off.sum(axis=0) ** 2)) / (m * m * n)
    x = float(np.mean(off**2))
    kept = min(max(est, 0.5 / (m * n)), 1 - 0.5 / (m * n))
    spread = kept * (1 - kept)
    hanley = (spread + (n - 1) * q1 + (m - 1) * q2) / (m * n)
    lo, hi = _newcombe(est, m, n)
    return Nap(
        est=est,
        se_unbiased=_unbiased_se(spread, n * q1 + m * q2 - 2 * x, (m - 1) * (n - 1)),
        se_hanley=math.sqrt(max(0.0, hanley)),
        se_null=math.sqrt((m + n + 1) / (12 * m * n)),
        lo95=lo,
        hi95=hi,
    )


def tau_of(found: Nap) -> Tau:
    """Tau = 2 NAP - 1, on the same interval."""
    se = None if found.se_unbiased is None else 2 * found.se_unbiased
    return Tau(est=2 * found.est - 1, se=se, lo95=2 * found.lo95 - 1, hi95=2 * found.hi95 - 1)


def pnd(a: Floats, b: Floats) -> float:
    """Share of B above the best of A (Scruggs, Mastropieri & Casto 1987)."""
    return float(np.mean(b > a.max()))


def pem(a: Floats, b: Floats) -> float:
    """Share of B above the median of A, ties half (Ma 2006)."""
    middle = float(np.median(a))
    return float(np.mean((b > middle) + 0.5 * (b == middle)))


def pand(a: Floats, b: Floats) -> float:
    """Largest share of points kept without overlap (Parker, Hagan-Burke & Vannest 2007)."""
    low, high = np.sort(a), np.sort(b)
    best = max(len(a), len(b))
    for i in range(1, len(a) + 1):
        above = len(high) - int(np.searchsorted(high, low[i - 1], side="right"))
        best = max(best, i + above)
    return best / (len(a) + len(b))


def ird(share_kept: float, m: int, n: int) -> float:
    """Robust improvement rate difference from PAND (Parker, Vannest & Brown 2009)."""
    return ((m + n) ** 2 * share_kept - m * m - n * n) / (2 * m * n)


def _wins(a: Floats, b: Floats) -> Floats:
    above, equal = b[None, :] > a[:, None], b[None, :] == a[:, None]
    return np.asarray(above + 0.5 * equal, dtype=float)


def _unbiased_se(spread: float, rest: float, pairs: int) -> float | None:
    return math.sqrt(max(0.0, spread + rest) / pairs) if pairs > 0 else None


def _newcombe(est: float, m: int, n: int) -> tuple[float, float]:
    """The two roots around est of Newcombe's (2006, method 5) score equation."""
    h = (m + n) / 2 - 1

    def score(x: float) -> float:
        left = m * n * (est - x) ** 2 * (2 - x) * (1 + x)
        return left - Z95**2 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x))

    lo = 0.0 if est <= 0 else _root(score, 0.0, _inside(est))
    hi = 1.0 if est >= 1 else _root(score, 1.0, _inside(est))
    return lo, hi


def _inside(est: float) -> float:
    """At the ends est itself is a root; a hair inside it the score is negative."""
    return min(max(est, 1e-9), 1 - 1e-9)


def _root(score: Callable[[float], float], outside: float, inside: float) -> float:
    """Bisection between `outside` (score >= 0) and `inside` (score < 0)."""
    for _ in range(_HALVINGS):
        middle = (outside + inside) / 2
        if score(middle) >= 0:
            outside = middle
        else:
            inside = middle
    return (outside + inside) / 2
