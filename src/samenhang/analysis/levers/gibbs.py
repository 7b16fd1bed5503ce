"""The network with real spikes and slabs and missing days inside, by Gibbs sampling many chains at once.

One sweep: every coefficient of every equation in turn (there or not, and how strong; see `moves`), the
noise, what arrows of this person are like, and the missing days. George & McCulloch (1997).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.distributions import Booleans, Floats
from samenhang.analysis.levers.driver import Driver, draw_common
from samenhang.analysis.levers.missing import Gap, Network, draw_skipping, fill, find_gaps
from samenhang.analysis.levers.moves import Equations, move_columns, move_pairs
from samenhang.analysis.levers.prior import (
    BLUR_WORTH,
    COMMON_WORTH,
    LEAN,
    LEAN_SD,
    LOADED,
    RESIDUAL,
    RESIDUAL_WORTH,
    STEEP_WORTH,
    TREND,
    TRUE,
    TRUE_SD,
    WIDTH_WORTH,
    Layout,
    Prior,
)
from samenhang.analysis.levers.series import Series

CHAINS = 80
WARM_UP = 20
_REFILL = 2  # sweeps to a new draw of the missing days


@dataclass(frozen=True)
class Start:
    """What a chain believes beforehand, and the coefficients (J, q) it sets out from."""

    prior: Prior
    theta: Floats


@dataclass(frozen=True)
class Sample:
    """arrows: (sweeps, C, J, 2 J) coefficients, 0 where there is none; mean: (C, J, q) over the sweeps."""

    arrows: NDArray[np.float32]
    mean: Floats
    last: Floats


def sample(
    series: Series, layout: Layout, starts: Sequence[Start], sweeps: int, rng: np.random.Generator
) -> Sample:
    """Run one chain a start; `sweeps` rounds are kept after warming up."""
    chains = _Chains(series, layout, starts, rng)
    kept = np.empty((sweeps, len(starts), layout.nodes, 2 * layout.nodes), dtype=np.float32)
    mean = np.zeros_like(chains.theta)
    last = np.zeros((len(starts), layout.nodes))
    for at in range(-WARM_UP, sweeps):
        chains.sweep(at + WARM_UP)
        if at >= 0:
            kept[at] = chains.theta[:, :, layout.fixed :]
            mean += chains.theta
            last += chains.values[:, -1]
    return Sample(kept, mean / sweeps, last / sweeps)


class _Chains:
    """The state of C chains: theta (C, J, q), noise (C, J), fixed (C, T, f) and values (C, T, J).

    What one chain can have for all has C = 1: values where nothing is missing, fixed without a driver.
    """

    def __init__(
        self, series: Series, layout: Layout, starts: Sequence[Start], rng: np.random.Generator
    ) -> None:
        count, priors = len(starts), [start.prior for start in starts]
        self.layout, self.rng, self.fixed = layout, rng, series.fixed[None]
        self.base = np.array([prior.chance for prior in priors])
        self.expected = np.array([prior.mean for prior in priors])
        self.slab = np.array([np.where(layout.possible, prior.variance, 1.0) for prior in priors])
        self.told = np.array([prior.told for prior in priors])
        self.free = layout.arrows & ~self.told
        self.common = self.base.copy()
        self.blur, self.steep = np.ones(count), np.ones(count)
        self.wide, self.lean, self.true = np.ones(count), np.full(count, LEAN), np.full(count, TRUE)
        self.theta = np.array([np.where(layout.allowed, start.theta, 0.0) for start in starts])
        self.noise = np.full((count, layout.nodes), RESIDUAL)
        self.gaps: tuple[Gap, ...] = find_gaps(~np.isfinite(series.values))
        self.values = np.repeat(np.nan_to_num(series.values)[None], count if self.gaps else 1, axis=0)
        self.skipped: Booleans = np.asarray(np.isnan(series.values).all(1))
        self.skipping = np.zeros(count)
        if layout.driver:
            self._set_out()
        self._sum()

    def _set_out(self) -> None:
        """Half of the chains from a driver and no arrows, half the other way: the days decide."""
        on = np.arange(len(self.theta)) % 2 == 0
        self.theta = np.where(on[:, None, None] & self.layout.arrows, 0.0, self.theta)
        self.driver = Driver(len(self.theta), self.fixed.shape[1])
        self.fixed = np.repeat(self.fixed, len(self.theta), axis=0)
        self.theta[:, :, self.layout.load] = self.driver.start(self._rest(), on)[:, :, None]
        self.fixed[:, :, self.layout.load] = self.driver.days[:, :, None]

    def sweep(self, turn: int) -> None:
        """One round over everything that is not known; the missing days every other turn."""
        due = bool(self.gaps) and turn % _REFILL == 0
        if due:
            self._fill()
        if self.layout.driver:
            self._drive()
        if due or self.layout.driver:
            self._sum()
        there = self._coefficients(turn)
        self._noise(there)
        self._kind_of_arrows(there)

    def _fill(self) -> None:
        same, lag = self.theta[:, :, self.layout.same], self.theta[:, :, self.layout.lag]
        level = self.fixed @ self.theta[:, :, : self.layout.fixed].transpose(0, 2, 1)
        step = np.eye(self.layout.nodes) - same
        if self.skipped.any():
            self.skipping = draw_skipping(self.values, self.skipped, self.rng)
        fill(self.values, self.gaps, Network(step, lag, self.noise, level, self.skipping), self.rng)

    def _drive(self) -> None:
        load = self.theta[:, :, self.layout.load][:, :, 0]
        self.driver.draw(self._rest(), load, self.noise, self.rng)
        self.fixed[:, :, self.layout.load] = self.driver.days[:, :, None]

    def _rest(self) -> Floats:
        """(C, T - 1, J) what all but the driver leaves of the nodes."""
        known = self.layout.load.start
        theta = self.theta.transpose(0, 2, 1)
        rest = self.values[:, 1:] - self.fixed[:, 1:, :known] @ theta[:, :known]
        rest -= self.values[:, 1:] @ theta[:, self.layout.same]
        rest -= self.values[:, :-1] @ theta[:, self.layout.lag]
        return np.asarray(rest)

    def _sum(self) -> None:
        """Sums of products over all pairs of days; one set for all chains where nothing differs."""
        count = max(len(self.fixed), len(self.values))
        parts = self.fixed[:, 1:], self.values[:, 1:], self.values[:, :-1]
        columns = np.concatenate([np.broadcast_to(p, (count, *p.shape[1:])) for p in parts], axis=2)
        self.cross = columns.transpose(0, 2, 1) @ columns
        self.days = columns.shape[1]

    def _coefficients(self, turn: int) -> Booleans:
        wide, blur, lean, true = (one[:, None, None] for one in (self.wide, self.blur, self.lean, self.true))
        self.mean = np.where(self.told, true, 1.0) * self.expected + lean * self.free
        scale = np.where(self.free, wide, np.where(self.told, blur, 1.0))
        scale[:, :, TREND] = self.steep[:, None]
        self.back = 1 / (self.slab * scale)
        target = self.cross[:, self.layout.same, :]
        left = target - self.theta @ self.cross
        equations = Equations(
            self.cross, target, left, self.theta, self.noise, self.mean, self.back, _logit(self.common)
        )
        move_columns(equations, self.layout, self.rng)
        move_pairs(equations, self.layout, turn, self.rng)
        self.left, self.target = left, target
        return np.asarray(self.theta != 0)

    def _noise(self, there: Booleans) -> None:
        own = np.diagonal(self.cross[:, self.layout.same, self.layout.same], axis1=1, axis2=2)
        squares = own - (self.theta * (self.target + self.left)).sum(2)
        squares = np.maximum(squares, 0) + (there * self.back * (self.theta - self.mean) ** 2).sum(2)
        shape = (RESIDUAL_WORTH + self.days + there.sum(2)) / 2
        self.noise = (RESIDUAL_WORTH * RESIDUAL + squares) / 2 / self.rng.standard_gamma(shape)

    def _kind_of_arrows(self, there: Booleans) -> None:
        """What this person's arrows are like: their spread, their lean, how common, how far as told."""
        free, told = self.free & there, self.told & there
        per = 1 / (self.slab * self.noise[:, :, None])
        self.wide = self._scale(free * per * (self.theta - self.lean[:, None, None]) ** 2, free, WIDTH_WORTH)
        off = (self.theta - self.true[:, None, None] * self.expected) ** 2
        self.blur = self._scale(told * per * off, told, BLUR_WORTH)
        trend = (per * self.theta**2)[:, :, TREND, None]
        self.steep = self._scale(trend, np.ones_like(trend), STEEP_WORTH)
        weight = free * per / self.wide[:, None, None]
        self.lean = self._centre(weight.sum((1, 2)), (weight * self.theta).sum((1, 2)), LEAN, LEAN_SD)
        weight = told * per * self.expected / self.blur[:, None, None]
        size = (weight * self.expected).sum((1, 2))
        self.true = self._centre(size, (weight * self.theta).sum((1, 2)), TRUE, TRUE_SD)
        if self.layout.driver:
            loaded = there[:, :, self.layout.load][:, :, 0]
            self.common[:, :, self.layout.load] = draw_common(loaded, LOADED, self.rng)[:, None, None]
        for part in (self.layout.same, self.layout.lag):
            self._commonness(self.free[:, :, part], there[:, :, part], part)

    def _scale(self, squares: Floats, there: Booleans | Floats, worth: float) -> Floats:
        """(C,) how many times wider than usual: squares in units of the usual variance, where there."""
        shape = (worth + there.sum((1, 2))) / 2
        return np.asarray((worth + squares.sum((1, 2))) / 2 / self.rng.standard_gamma(shape))

    def _centre(self, precision: Floats, pull: Floats, usual: float, sd: float) -> Floats:
        """A normal mean with a normal prior, drawn for every chain."""
        whole = precision + sd**-2
        drawn = self.rng.standard_normal(len(whole)) / np.sqrt(whole)
        return np.asarray((pull + usual * sd**-2) / whole + drawn)

    def _commonness(self, free: Booleans, there: Booleans, part: slice) -> None:
        many = free.sum((1, 2))
        usual = (free * self.base[:, :, part]).sum((1, 2)) / np.maximum(many, 1)
        found = (free & there).sum((1, 2))
        yes = self.rng.standard_gamma(COMMON_WORTH * np.maximum(usual, 0.01) + found)
        no = self.rng.standard_gamma(COMMON_WORTH * (1 - usual) + many - found)
        chance = np.clip(yes / (yes + no), 0.005, 0.9)[:, None, None]
        self.common[:, :, part] = np.where(free, chance, self.common[:, :, part])


def _logit(chance: Floats) -> Floats:
    """Log odds; what is always there gets infinity."""
    with np.errstate(divide="ignore"):
        return np.log(chance) - np.log(1 - chance)
