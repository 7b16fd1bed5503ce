"""Sizes of a difference, and the plain description of two phases."""

# ruff: noqa: N815 - the names of the description are those of results.json

import math
from dataclasses import dataclass

import numpy as np

from samenhang.analysis.distributions import Floats
from samenhang.analysis.indices.overlap import Z95


@dataclass(frozen=True)
class Smd:
    """Standardised mean difference (larger = improvement); `sd` in the natural unit."""

    est: float | None
    se: float | None
    lo95: float | None
    hi95: float | None
    sd: float | None


@dataclass(frozen=True)
class SmdPair:
    """Divided by the SD of A, and by the pooled SD."""

    baseline: Smd
    pooled: Smd


@dataclass(frozen=True)
class Lrr:
    """Log response ratio B over A as measured, and the same in per cent."""

    est: float
    se: float
    lo95: float
    hi95: float
    pct: float
    pct_lo95: float
    pct_hi95: float


@dataclass(frozen=True)
class Describe:
    """Days; means, SDs (n - 1) and medians in the natural unit; lag-1 correlation of A."""

    nA: int
    nB: int
    missing: int
    mA: float
    mB: float
    sdA: float | None
    sdB: float | None
    mdA: float
    mdB: float
    acf1_A: float | None


def smd(a: Floats, b: Floats, sign: int) -> SmdPair:
    """Both bias-corrected SMDs of values as measured (Pustejovsky 2018, eq. 2; Hedges 1981)."""
    m, n = len(a), len(b)
    difference = sign * float(b.mean() - a.mean())
    var_a, var_b = variance(a), variance(b)
    if var_a is None or var_b is None:
        return SmdPair(_NO_SMD, _NO_SMD)
    pooled = ((m - 1) * var_a + (n - 1) * var_b) / (m + n - 2)
    unequal = 1 / m + var_b / (n * var_a) if var_a > 0 else math.nan
    return SmdPair(
        baseline=_smd(difference, math.sqrt(var_a), m - 1, unequal),
        pooled=_smd(difference, math.sqrt(pooled), m + n - 2, 1 / m + 1 / n),
    )


_NO_SMD = Smd(None, None, None, None, None)


def _smd(difference: float, sd: float, df: int, v: float) -> Smd:
    if sd <= 0:
        return Smd(None, None, None, None, sd)
    correction = 1 - 3 / (4 * df - 1)
    est = correction * difference / sd
    se = correction * math.sqrt(v + est * est / (2 * df))
    return Smd(est, se, est - Z95 * se, est + Z95 * se, sd)


def lrr(a: Floats, b: Floats, kind: str) -> Lrr | None:
    """Bias-corrected log response ratio for minutes and counts (Pustejovsky 2018, eq. 4)."""
    if kind not in {"minutes", "count"}:
        return None
    first, second = _ratio_part(a, kind), _ratio_part(b, kind)
    if first is None or second is None:
        return None
    (log_a, v_a), (log_b, v_b) = first, second
    est = log_b - log_a + v_b / 2 - v_a / 2
    se = math.sqrt(v_a + v_b)
    lo, hi = est - Z95 * se, est + Z95 * se
    return Lrr(est, se, lo, hi, _percent(est), _percent(lo), _percent(hi))


def _ratio_part(values: Floats, kind: str) -> tuple[float, float] | None:
    """(ln mean, V / (n M^2)) of one phase, or None where the ratio is not defined."""
    n = len(values)
    mean, spread = float(values.mean()), variance(values)
    if spread is None:
        return None
    if kind == "count":
        mean, spread = max(mean, 1 / (2 * n)), max(spread, 1 / n**3)
    return (math.log(mean), spread / (n * mean * mean)) if mean > 0 else None


def _percent(log_ratio: float) -> float:
    return 100 * (math.exp(log_ratio) - 1)


def describe(a: Floats, b: Floats, missing: int) -> Describe:
    """The observed days of both phases in plain numbers."""
    return Describe(
        nA=len(a),
        nB=len(b),
        missing=missing,
        mA=float(a.mean()),
        mB=float(b.mean()),
        sdA=_sd(a),
        sdB=_sd(b),
        mdA=float(np.median(a)),
        mdB=float(np.median(b)),
        acf1_A=_lag_one(a),
    )


def variance(values: Floats) -> float | None:
    """Variance with n - 1; exactly 0 where every value is the same, None for a single value."""
    if len(values) < 2:  # noqa: PLR2004 - one value has no spread
        return None
    return 0.0 if values.min() == values.max() else float(values.var(ddof=1))


def _sd(values: Floats) -> float | None:
    spread = variance(values)
    return None if spread is None else math.sqrt(spread)


def _lag_one(values: Floats) -> float | None:
    off = values - values.mean()
    total = float(off @ off)
    return float(off[1:] @ off[:-1]) / total if values.min() < values.max() else None
