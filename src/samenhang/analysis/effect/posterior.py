"""The posterior of the effect, in closed form: a mixture of t-distributions over a small grid.

y = level + drift T + effect B + residual; T = day, centred, in study lengths; B = 0/1 with the
action; residual: AR(1) over true day gaps, correlation phi^gap (Chib 1993 for the regression; Jones
1981 for the gaps). Given phi and the spread of the drift the model is conjugate (normal-inverse-
gamma: Gelman et al. 2013, 14.8): no sampling, so the same days give the same answer.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.distributions import Floats, student_cdf
from samenhang.analysis.effect.prior import (
    DRIFT_SD,
    DRIFT_WEIGHT,
    EFFECT_SD,
    PHI,
    Scale,
)

_ROUNDS = 60
_CLOSE = 1e-12


@dataclass(frozen=True)
class Posterior:
    """t-components of the effect: weights, centres, widths (c,), one df; phi and trend as means."""

    weights: Floats
    centres: Floats
    widths: Floats
    df: int
    phi: float
    trend: float

    @property
    def mean(self) -> float:
        return float(self.weights @ self.centres)

    def below(self, points: Floats) -> Floats:
        """P(effect <= point), (p,)."""
        t = (points[:, None] - self.centres) / self.widths
        return np.asarray(student_cdf(t, self.df) @ self.weights, dtype=float)

    def quantiles(self, shares: Floats) -> Floats:
        """Where P(effect <= point) reaches each share, (p,): Newton inside a shrinking bracket."""
        reach = 60 * self.widths
        low = np.full_like(shares, (self.centres - reach).min())
        high = np.full_like(shares, (self.centres + reach).max())
        point = np.full_like(shares, self.mean)
        for _ in range(_ROUNDS):
            off = self.below(point) - shares
            low, high = np.where(off < 0, point, low), np.where(off < 0, high, point)
            step = point - off / self._density(point)
            inside = (step > low) & (step < high)
            following = np.where(inside, step, (low + high) / 2)
            if np.all(np.abs(following - point) <= _CLOSE * self.widths.max()):
                break
            point = following
        return following

    def _density(self, points: Floats) -> Floats:
        t = (points[:, None] - self.centres) / self.widths
        df = self.df
        constant = math.exp(math.lgamma((df + 1) / 2) - math.lgamma(df / 2))
        height = constant / math.sqrt(df * math.pi) * (1 + t * t / df) ** (-(df + 1) / 2)
        return np.asarray(np.maximum((height / self.widths) @ self.weights, 1e-300), dtype=float)


def effect_posterior(
    days: Floats, values: Floats, action: Floats, phi_weight: Floats, scale: Scale
) -> Posterior:
    """Weigh the grid: days, values, action (n,) of observed days, rising; phi_weight (16,)."""
    centre = float(values.mean())
    length = float(days[-1] - days[0])
    time = (days - days.mean()) / length
    columns = np.column_stack([np.ones_like(time), time, action, values - centre])
    cross, log_size = _cross_products(columns, np.diff(days))
    df = scale.worth + len(values) - 1
    parts = _conjugate(cross, scale, df)
    log_weight = parts.log_fit - log_size[:, None] + np.log(phi_weight)[:, None] + np.log(DRIFT_WEIGHT)
    weight = np.exp(log_weight - log_weight.max())
    weight /= weight.sum()
    return Posterior(
        weights=weight.ravel(),
        centres=parts.coef[..., 2].ravel(),
        widths=parts.widths.ravel(),
        df=df,
        phi=float(weight.sum(axis=1) @ PHI),
        trend=float(np.sum(weight * parts.coef[..., 1])),
    )


@dataclass(frozen=True)
class _Parts:
    """Per phi and drift spread: coefficients (g, d, 3), widths of the effect and log fit (g, d)."""

    coef: Floats
    widths: Floats
    log_fit: Floats


def _cross_products(columns: Floats, gaps: Floats) -> tuple[Floats, Floats]:
    """Whitened cross-products (g, 4, 4) and half the log determinant of the correlations (g,)."""
    rho = PHI[:, None] ** gaps
    width = np.sqrt(1 - rho * rho)
    white = np.empty((len(PHI), *columns.shape))
    white[:, 0] = columns[0]
    white[:, 1:] = (columns[1:] - rho[:, :, None] * columns[:-1]) / width[:, :, None]
    return np.swapaxes(white, 1, 2) @ white, np.log(width).sum(axis=1)


def _conjugate(cross: Floats, scale: Scale, df: int) -> _Parts:
    """Flat level, drift ~ N(0, (d s)^2), effect ~ N(0, (e s)^2), s^2 ~ inverse gamma."""
    xx, xy, yy = cross[:, :3, :3], cross[:, :3, 3], cross[:, 3, 3]
    precision = np.zeros((len(DRIFT_SD), 3, 3))
    precision[:, 1, 1] = DRIFT_SD**-2.0
    precision[:, 2, 2] = EFFECT_SD**-2.0
    inner = xx[:, None] + precision
    inverse = np.linalg.inv(inner)
    coef = (inverse @ xy[:, None, :, None])[..., 0]
    squares = yy[:, None] - np.sum(coef * xy[:, None], axis=-1) + scale.worth * scale.sd**2
    squares = np.maximum(squares, 1e-300)
    widths = np.sqrt(squares / df * inverse[..., 2, 2])
    log_fit = -0.5 * _log_determinant(inner) - np.log(DRIFT_SD) - 0.5 * df * np.log(squares)
    return _Parts(coef, widths, log_fit)


def _log_determinant(matrices: NDArray[np.float64]) -> Floats:
    return np.asarray(np.linalg.slogdet(matrices)[1], dtype=float)
