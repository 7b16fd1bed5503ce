"""Generalised least squares with AR(1) errors over true day gaps, by REML."""

from dataclasses import dataclass

import numpy as np

from samenhang.analysis.distributions import Floats
from samenhang.analysis.indices.regression import LevelTerms, least_squares

_EDGE = 0.98
_GRID = np.linspace(-0.999, 0.999, 400)
_ROUNDS = 5
_FINER = np.linspace(-1.0, 1.0, 41)


@dataclass(frozen=True)
class Gls:
    """Coefficients and errors in the natural unit; `phi` per day; `sigma` in the natural unit."""

    coef: LevelTerms
    se: LevelTerms
    phi: float
    sigma: float


@dataclass(frozen=True)
class GlsPair:
    """With and without a trend."""

    trend_level: Gls | None
    level: Gls | None


def gls_ar1(days: Floats, values: Floats, action: Floats) -> GlsPair:
    """Both models, T = day (n,), as `nlme::gls` with corAR1 (Pinheiro & Bates 2000, 5.1-5.3)."""
    ones = np.ones_like(days)
    middle = days - days.mean()
    level = _fit(np.column_stack([ones, action]), days, values)
    both = _fit(np.column_stack([ones, action, middle]), days, values)
    return GlsPair(trend_level=_told(_uncentred(both, days)), level=_told(level))


@dataclass(frozen=True)
class _Fit:
    coef: Floats
    covariance: Floats
    phi: float
    sigma: float


def _fit(design: Floats, days: Floats, values: Floats) -> _Fit | None:
    n, k = design.shape
    plain = least_squares(design, values)
    if plain is None or plain.perfect or n <= k:
        return None
    gaps = np.diff(days)
    phi = _best_phi(design, gaps, values)
    if abs(phi) > _EDGE:
        return None
    white = _whiten(np.column_stack([design, values]), gaps, np.array([phi]))[0]
    x, y = white[:, :k], white[:, k]
    inverse = np.linalg.inv(x.T @ x)
    coef = inverse @ (x.T @ y)
    variance = float(np.sum((y - x @ coef) ** 2)) / (n - k)
    return _Fit(coef, variance * inverse, phi, float(np.sqrt(variance)))


def _best_phi(design: Floats, gaps: Floats, values: Floats) -> float:
    """The highest of all local maxima of the restricted likelihood, by ever finer grids."""
    columns = np.column_stack([design, values - values.mean()])
    grid, step = _GRID, float(_GRID[1] - _GRID[0])
    for _ in range(_ROUNDS):
        best = float(grid[int(np.argmax(_restricted(columns, gaps, grid)))])
        grid = np.clip(best + step * _FINER, -0.9995, 0.9995)
        step *= float(_FINER[1] - _FINER[0])
    return best


def _restricted(columns: Floats, gaps: Floats, phi: Floats) -> Floats:
    """Restricted log-likelihood per phi, sigma profiled out; columns (n, k + 1), y last."""
    n, k = columns.shape[0], columns.shape[1] - 1
    white = _whiten(columns, gaps, phi)
    cross = np.swapaxes(white, 1, 2) @ white
    xx, xy, yy = cross[:, :k, :k], cross[:, :k, k], cross[:, k, k]
    rss = yy - np.einsum("gi,gi->g", xy, np.linalg.solve(xx, xy[:, :, None])[:, :, 0])
    rho = phi[:, None] ** gaps
    log_size = 0.5 * np.sum(np.log1p(-rho * rho), axis=1)
    log_xx = np.linalg.slogdet(xx)[1]
    fit = -0.5 * (n - k) * np.log(np.maximum(rss, 1e-300)) - log_size - 0.5 * log_xx
    return np.asarray(fit, dtype=float)


def _whiten(columns: Floats, gaps: Floats, phi: Floats) -> Floats:
    """Independent rows per phi: (x_t - phi^gap x_(t-1)) / sqrt(1 - phi^(2 gap)); (g, n, k)."""
    rho = phi[:, None, None] ** gaps[None, :, None]
    white = np.repeat(columns[None], len(phi), axis=0)
    white[:, 1:] = (columns[1:] - rho * columns[:-1]) / np.sqrt(1 - rho * rho)
    return white


def _uncentred(fit: _Fit | None, days: Floats) -> _Fit | None:
    """Back from centred days to T = day: only the intercept changes."""
    if fit is None:
        return None
    turn = np.eye(3)
    turn[0, 2] = -float(days.mean())
    return _Fit(turn @ fit.coef, turn @ fit.covariance @ turn.T, fit.phi, fit.sigma)


def _told(fit: _Fit | None) -> Gls | None:
    if fit is None:
        return None
    se = np.sqrt(np.diag(fit.covariance))
    return Gls(
        coef=LevelTerms(*(float(one) for one in fit.coef)),
        se=LevelTerms(*(float(one) for one in se)),
        phi=fit.phi,
        sigma=fit.sigma,
    )
