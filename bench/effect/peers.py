"""What others would say of the same diary: Welch's t, OLS with a trend, GLS with a trend and AR(1) errors."""

import math
from dataclasses import dataclass

import numpy as np

from samenhang.analysis.case import Case
from samenhang.analysis.distributions import student_cdf
from samenhang.analysis.indices.gls import gls_ar1
from samenhang.analysis.indices.regression import least_squares


@dataclass(frozen=True)
class Answer:
    """A 90 % interval in the natural unit; `improved`: two-sided p < .05, the better way."""

    lo90: float
    hi90: float
    improved: bool


def welch(case: Case) -> Answer:
    """Difference of two means, unequal variances; days taken as independent."""
    _, values, action = case.observed()
    a, b = values[action == 0], values[action == 1]
    va, vb = a.var(ddof=1) / len(a), b.var(ddof=1) / len(b)
    if va + vb == 0:
        return Answer(0.0, 0.0, improved=False)
    df = (va + vb) ** 2 / (va**2 / (len(a) - 1) + vb**2 / (len(b) - 1))
    return _answer(float(b.mean() - a.mean()), math.sqrt(va + vb), max(1, round(df)), case.sign)


def ols(case: Case) -> Answer:
    """Level change beside one trend; days taken as independent."""
    days, values, action = case.observed()
    design = np.column_stack([np.ones_like(days), action, days])
    fit = least_squares(design, values)
    if fit is None or fit.perfect:
        return Answer(0.0, 0.0, improved=False)
    df = len(days) - 3
    se = math.sqrt(fit.rss / df * float(fit.inverse[1, 1]))
    return _answer(float(fit.coef[1]), se, df, case.sign)


def gls(case: Case) -> Answer:
    """Level change beside one trend, AR(1) errors by REML, t with n - 3."""
    days, values, action = case.observed()
    fit = gls_ar1(days, values, action).trend_level
    if fit is None:
        return Answer(0.0, 0.0, improved=False)
    return _answer(fit.coef.level, fit.se.level, len(days) - 3, case.sign)


def _answer(est: float, se: float, df: int, sign: int) -> Answer:
    reach = _t_quantile(df) * se
    tail = float(student_cdf(np.array(-sign * est / se), df))
    return Answer(est - reach, est + reach, improved=tail < 0.025)


_KNOWN: dict[int, float] = {}


def _t_quantile(df: int) -> float:
    """Where 95 of 100 lie below, by bisection on the product's own t-distribution."""
    if df not in _KNOWN:
        low, high = 0.0, 1000.0
        for _ in range(80):
            middle = (low + high) / 2
            if student_cdf(np.array(middle), df) < 0.95:
                low = middle
            else:
                high = middle
        _KNOWN[df] = low
    return _KNOWN[df]
