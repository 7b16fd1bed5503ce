"""Straight lines through both phases: piecewise OLS in three codings, and Newey-West errors."""

import math
from dataclasses import dataclass

import numpy as np

from samenhang.analysis.distributions import Floats, student_tail_both

_PERFECT = 1e-18


@dataclass(frozen=True)
class Terms:
    """One figure per term, in the natural unit (trend and slope per day)."""

    intercept: float | None
    trend: float | None
    level: float | None
    slope: float | None


@dataclass(frozen=True)
class Ols:
    """Coefficients, standard errors, t and two-sided p; `sigma` in the natural unit."""

    coef: Terms
    se: Terms | None
    t: Terms | None
    p: Terms | None
    sigma: float | None


@dataclass(frozen=True)
class OlsCodings:
    """Ward-style (W), Huitema-McKean (HM), Beretvas-Chung-style (BLB) codings of one model."""

    W: Ols | None
    HM: Ols | None
    BLB: Ols | None


@dataclass(frozen=True)
class LevelTerms:
    """Intercept and level, and the trend per day where the model has one."""

    intercept: float
    level: float
    trend: float | None = None


@dataclass(frozen=True)
class NeweyWest:
    """OLS coefficients with errors that allow for autocorrelation up to `maxlags` points."""

    coef: LevelTerms
    se: LevelTerms
    maxlags: int


@dataclass(frozen=True)
class NeweyWestPair:
    """With and without a trend."""

    trend_level: NeweyWest
    level: NeweyWest


def ols_codings(
    days: Floats, values: Floats, action: Floats, first_day: float, first_action_day: float
) -> OlsCodings:
    """Intercept, trend T, level B and slope T_B on observed points; days (n,), action 0/1 (n,)."""
    since_action = action * (days - first_action_day)
    since_start = days - first_day
    return OlsCodings(
        W=_ols(values, since_start, action, since_action),
        HM=_ols(values, days, action, since_action),
        BLB=_ols(values, days, action, since_action + action),
    )


def _ols(values: Floats, time: Floats, action: Floats, since: Floats) -> Ols | None:
    design = np.column_stack([np.ones_like(time), time, action, since])
    fit = least_squares(design, values)
    df = len(values) - design.shape[1]
    if fit is None or df < 1:
        return None
    if fit.perfect:
        return Ols(_terms(fit.coef), None, None, None, None)
    sigma = math.sqrt(fit.rss / df)
    se = sigma * np.sqrt(np.diag(fit.inverse))
    t = fit.coef / se
    p = np.array([student_tail_both(float(one), df) for one in t])
    return Ols(_terms(fit.coef), _terms(se), _terms(t), _terms(p), sigma)


def _terms(row: Floats) -> Terms:
    return Terms(*(float(one) for one in row))


@dataclass(frozen=True)
class LeastSquares:
    """(X'X)^-1, the coefficients, the residuals and their sum of squares."""

    coef: Floats
    inverse: Floats
    residuals: Floats
    rss: float
    perfect: bool


def least_squares(design: Floats, values: Floats) -> LeastSquares | None:
    """OLS by QR of scaled columns; None when the columns do not tell the terms apart."""
    n, k = design.shape
    if n < k or np.linalg.matrix_rank(design) < k:
        return None
    q, r = np.linalg.qr(design)
    back = np.linalg.inv(r)
    centre = float(values.mean())
    coef = back @ (q.T @ (values - centre))
    coef[0] += centre
    residuals = values - design @ coef
    rss = float(residuals @ residuals)
    size = float(values @ values) + 1e-300
    return LeastSquares(coef, back @ back.T, residuals, rss, rss <= _PERFECT * size)


def newey_west(days: Floats, values: Floats, action: Floats) -> NeweyWestPair | None:
    """Both models of `statsmodels` OLS with HAC errors (Newey & West 1987)."""
    ones, time = np.ones_like(days), days - days[0]
    level = _newey_west(np.column_stack([ones, action]), values)
    both = _newey_west(np.column_stack([ones, action, time]), values)
    return NeweyWestPair(trend_level=both, level=level) if both and level else None


def _newey_west(design: Floats, values: Floats) -> NeweyWest | None:
    n, k = design.shape
    fit = least_squares(design, values)
    if fit is None or n <= k:
        return None
    lags = max(1, math.floor(4 * (n / 100) ** (2 / 9)))
    scores = design * fit.residuals[:, None]
    middle = scores.T @ scores
    for lag in range(1, min(lags, n - 1) + 1):
        across = scores[lag:].T @ scores[:-lag]
        middle += (1 - lag / (lags + 1)) * (across + across.T)
    covariance = fit.inverse @ middle @ fit.inverse * n / (n - k)
    se = np.sqrt(np.maximum(np.diag(covariance), 0.0))
    return NeweyWest(_level_terms(fit.coef), _level_terms(se), lags)


def _level_terms(row: Floats) -> LevelTerms:
    return LevelTerms(*(float(one) for one in row))
