"""Tau after taking out the line that was already there before the action."""

from dataclasses import dataclass

import numpy as np

from samenhang.analysis.distributions import Floats
from samenhang.analysis.indices.kendall import Kendall, kendall
from samenhang.analysis.indices.overlap import nap, tau_of

_BASELINE_P = 0.05
_DECIMALS = 9


@dataclass(frozen=True)
class TauBc:
    """Baseline-corrected tau, always corrected; slope and intercept in the natural unit."""

    est: float
    se: float | None
    lo95: float
    hi95: float
    slope: float
    intercept: float


@dataclass(frozen=True)
class ScanCorrectedTau:
    """Tarlow's tau, corrected only where the baseline slopes clearly."""

    tau: float | None
    z: float | None
    p: float | None
    corrected: bool
    baseline_tau: float | None
    baseline_p: float | None
    tau_uncorrected: float | None
    tau_corrected: float | None


def tau_bc(values: Floats, action: Floats, sign: int) -> TauBc:
    """Tau of the residuals around the Theil-Sen line of A, over the order of observed points."""
    order = np.arange(1.0, len(values) + 1)
    slope, intercept = theil_sen(order[action == 0], values[action == 0])
    rest = sign * _residuals(values, order, slope, intercept)
    tau = tau_of(nap(rest[action == 0], rest[action == 1]))
    return TauBc(tau.est, tau.se, tau.lo95, tau.hi95, slope, intercept)


def scan_corrected_tau(days: Floats, values: Floats, action: Floats) -> ScanCorrectedTau:
    """Tau-b of value with phase, corrected if the test of A on day says p <= .05 (Tarlow 2017)."""
    before = action == 0
    baseline = kendall(days[before], values[before])
    plain = kendall(action, values)
    if baseline.p is None:
        return _uncorrected(plain)
    slope, intercept = theil_sen(days[before], values[before])
    without_line = kendall(action, _residuals(values, days, slope, intercept))
    corrected = baseline.p <= _BASELINE_P
    used = without_line if corrected else plain
    return ScanCorrectedTau(
        tau=used.tau,
        z=used.z,
        p=used.p,
        corrected=corrected,
        baseline_tau=baseline.tau,
        baseline_p=baseline.p,
        tau_uncorrected=plain.tau,
        tau_corrected=without_line.tau,
    )


def _uncorrected(plain: Kendall) -> ScanCorrectedTau:
    """A without spread has no line to take out."""
    return ScanCorrectedTau(
        tau=plain.tau,
        z=plain.z,
        p=plain.p,
        corrected=False,
        baseline_tau=None,
        baseline_p=None,
        tau_uncorrected=plain.tau,
        tau_corrected=plain.tau,
    )


def theil_sen(x: Floats, y: Floats) -> tuple[float, float]:
    """(slope, intercept): median of all pair slopes, median of y - slope x (Sen 1968)."""
    first, second = np.triu_indices(len(x), k=1)
    if len(first) == 0:
        return 0.0, float(np.median(y))
    slope = float(np.median((y[second] - y[first]) / (x[second] - x[first])))
    return slope, float(np.median(y - slope * x))


def _residuals(values: Floats, x: Floats, slope: float, intercept: float) -> Floats:
    """Rounded, so that numbers that are equal on paper count as ties."""
    return np.asarray(np.round(values - intercept - slope * x, _DECIMALS), dtype=float)
