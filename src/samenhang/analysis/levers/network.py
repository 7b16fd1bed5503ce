"""The network in closed form: every equation a conjugate regression, all equations at once.

y_t = c + weekend + trend + B y_t + A y_(t-1) + X x_t + e, B acyclic, so the equations part. Normal-
inverse-gamma per equation (Gelman et al. 2013, 14.8); spike and slab are replaced by their first two
moments, and a small grid of slab widths and 'map' or 'no map' is weighed by marginal likelihood.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.distributions import Floats
from samenhang.analysis.levers.prior import RESIDUAL, RESIDUAL_WORTH, Layout, Prior, turn_slots
from samenhang.analysis.levers.series import Series

WIDEN = (0.3, 1.0, 2.0)
WIDEN_WEIGHT = (0.25, 0.5, 0.25)


Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Sums:
    """Sums of squares and products over day pairs. cross (J, q, q), with (J, q), own (J,), n (J,)."""

    cross: Floats
    target: Floats
    own: Floats
    n: Floats


@dataclass(frozen=True)
class Conjugate:
    """Posterior of each equation: mean (J, q), inverse of precision (J, q, q), IG(a, b) of the noise.

    back (J, q): precision beforehand; n (J,): outcomes.
    """

    mean: Floats
    precision: Floats
    inverse: Floats
    a: Floats
    b: Floats
    back: Floats
    n: Floats

    @property
    def log_fit(self) -> Floats:
        """(J,) log marginal likelihood."""
        a0, b0 = RESIDUAL_WORTH / 2, RESIDUAL_WORTH * RESIDUAL / 2
        sizes = (
            np.log(self.back).sum(1) - np.linalg.slogdet(self.precision)[1] - self.n * math.log(2 * math.pi)
        )
        gammas = np.array([math.lgamma(one) for one in self.a]) - math.lgamma(a0)
        return np.asarray(gammas + a0 * math.log(b0) - self.a * np.log(self.b) + sizes / 2)


def sum_pairs(series: Series, layout: Layout) -> Sums:
    """Sums over pairs of consecutive days that are both there; a missing day is never bridged.

    A value missing on a day that is there does not count as an outcome, and as a circumstance it
    is the person's usual.
    """
    rows = np.flatnonzero(series.pairs)
    filled = np.nan_to_num(series.values)
    columns = np.concatenate([series.fixed[rows], filled[rows], filled[rows - 1]], axis=1)
    there = np.isfinite(series.values[rows]).astype(float)
    outcome = filled[rows]
    cross = np.einsum("tj,tk,tl->jkl", there, columns, columns, optimize=True)
    target = np.einsum("tj,tk->jk", outcome, columns)
    both = layout.allowed[:, :, None] & layout.allowed[:, None, :]
    return Sums(
        cross=np.where(both, cross, 0.0),
        target=np.where(layout.allowed, target, 0.0),
        own=(outcome**2).sum(0),
        n=there.sum(0),
    )


def solve(sums: Sums, layout: Layout, mean: Floats, variance: Floats) -> Conjugate:
    """The conjugate posterior for Gaussian priors: mean and variance (J, q), variance per noise variance."""
    back = np.where(layout.allowed, 1 / variance, 1.0)
    centre = np.where(layout.allowed, mean, 0.0)
    precision = sums.cross + back[:, :, None] * np.eye(layout.width)
    inverse = np.linalg.inv(precision)
    lean = sums.target + back * centre
    found = np.einsum("jkl,jl->jk", inverse, lean)
    a0, b0 = RESIDUAL_WORTH / 2, RESIDUAL_WORTH * RESIDUAL / 2
    a = a0 + sums.n / 2
    squares = sums.own + (back * centre**2).sum(1) - (found * lean).sum(1)
    b = b0 + np.maximum(squares, 0) / 2
    return Conjugate(found, precision, np.asarray(inverse, dtype=float), a, b, back, sums.n)


@dataclass(frozen=True)
class Trust:
    """weights (H,) of the hypotheses, no map last; map: the weight of the others; log_bf against no map."""

    weights: Floats
    map: float | None
    log_bf: float | None


@dataclass(frozen=True)
class Order:
    """One order of the nodes within a slot, and the sums of the equations it allows."""

    layout: Layout
    sums: Sums

    def log_fit(self, prior: Prior, widen: float = 1.0) -> Floats:
        """(J,) log marginal likelihood of each equation."""
        return solve(self.sums, self.layout, *prior.moments(widen)).log_fit


def order_days(series: Series, layout: Layout) -> tuple[Order, ...]:
    """The nodes of a slot as given and, where any share one, the other way round: nobody knows which."""
    both = (layout, turn_slots(layout)) if layout.together.any() else (layout,)
    return tuple(Order(one, sum_pairs(series, one)) for one in both)


def order_chances(orders: Sequence[Order], prior: Prior) -> Floats:
    """(K, J) how likely each order is in the slot of each node: slots part, since equations do."""
    fits = np.array([order.log_fit(prior) for order in orders])
    slots = np.equal.outer(orders[0].layout.slots, orders[0].layout.slots)
    chance = np.exp((whole := fits @ slots) - whole.max(0))
    return np.asarray(chance / chance.sum(0))


def _log_fit(orders: Sequence[Order], prior: Prior, widen: float) -> float:
    """Log marginal likelihood, averaged slot by slot over the orders."""
    slots = np.array(orders[0].layout.slots)
    fits = np.array([order.log_fit(prior, widen) for order in orders])
    whole = fits @ np.equal.outer(slots, np.unique(slots))
    return float((np.logaddexp.reduce(whole, axis=0) - math.log(len(orders))).sum())


def weigh(orders: Sequence[Order], priors: Sequence[Prior], odds: float) -> Trust:
    """The map, in each way it may be meant, against 'no map', the last; each averaged over the slab widths.

    odds: of the map beforehand.
    """
    fits = np.array([[_log_fit(orders, prior, widen) for widen in WIDEN] for prior in priors])
    log_fit = np.log(np.exp(fits - fits.max()) @ np.array(WIDEN_WEIGHT) + 1e-300) + fits.max()
    if len(priors) == 1:
        return Trust(np.ones(1), None, None)
    told = np.logaddexp.reduce(log_fit[:-1])
    log_bf = float(told - math.log(len(priors) - 1) - log_fit[-1])
    trust = 1 / (1 + math.exp(min(500.0, -log_bf)) / odds)
    return Trust(np.array([*(trust * np.exp(log_fit[:-1] - told)), 1 - trust]), trust, log_bf)


def share_out(weights: Floats, total: int) -> Counts:
    """Whole numbers near weights * total that add up to total: largest remainders."""
    exact = weights * total
    counts = np.floor(exact).astype(np.int64)
    counts[np.argsort(counts - exact, kind="stable")[: total - counts.sum()]] += 1
    return counts


@dataclass(frozen=True)
class Chance:
    """What D draws need: gamma (J, D), standard (J, 2 J, D) normal."""

    gamma: Floats
    standard: NDArray[np.float32]


def draw_chance(part: Conjugate, layout: Layout, count: int, rng: np.random.Generator) -> Chance:
    gamma = rng.standard_gamma(part.a[:, None], (len(part.a), count))
    return Chance(gamma, rng.standard_normal((len(part.a), 2 * layout.nodes, count), dtype=np.float32))


def draw_arrows(part: Conjugate, layout: Layout, chance: Chance, wider: float = 1.0) -> NDArray[np.float32]:
    """(D, J, 2 J): same-day and next-day coefficients, their variance so many times wider."""
    arrows = slice(layout.fixed, layout.width)
    scale = np.linalg.cholesky(part.inverse[:, arrows, arrows]).astype(np.float32)
    noise = np.sqrt(wider * part.b[:, None] / chance.gamma).astype(np.float32)
    spread = (scale @ chance.standard) * noise[:, None, :]
    allowed = layout.allowed[:, arrows, None]
    mean = part.mean[:, arrows, None].astype(np.float32)
    return np.where(allowed, mean + spread, np.float32(0)).transpose(2, 0, 1)
