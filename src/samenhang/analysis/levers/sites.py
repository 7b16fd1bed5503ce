"""Spike and slab in closed form: each arrow stands for itself by one normal factor, refined in rounds.

Expectation propagation for regression with spikes and slabs (Hernández-Lobato, Hernández-Lobato & Suárez
2015), all equations at once. No chance comes into it: the same days give the same factors.
"""

from dataclasses import dataclass, replace

import numpy as np

from samenhang.analysis.distributions import Booleans, Floats
from samenhang.analysis.levers.network import Conjugate, Sums, solve
from samenhang.analysis.levers.prior import (
    COMMON_WORTH,
    LEAN,
    LEAN_SD,
    RESIDUAL,
    TRUE,
    TRUE_SD,
    Layout,
    Prior,
)

_ROUNDS = 7
_STEP = 0.6
_LEAST = 1e-3  # a factor never takes certainty away


@dataclass(frozen=True)
class Refined:
    """The conjugate posterior with the refined factors, and the chance that each arrow is there, (J, q)."""

    posterior: Conjugate
    inclusion: Floats


@dataclass(frozen=True)
class _Tilted:
    """An arrow seen by all the days but its own factor: chance of being there, mean, variance a noise."""

    chance: Floats
    mean: Floats
    variance: Floats
    slab_mean: Floats


def refine(sums: Sums, layout: Layout, prior: Prior) -> Refined:
    """Rounds of: take a factor out, see what spike and slab say together with the rest, put it back."""
    sure = prior.chance >= 1
    mean, variance = prior.moments()
    back, pull = 1 / variance, mean / variance
    free = layout.allowed & layout.arrows & ~prior.told
    chance, lean, true = prior.chance, LEAN, TRUE
    tilted = _Tilted(prior.chance, mean, variance, mean)
    for _ in range(_ROUNDS):
        found = solve(sums, layout, pull / back, 1 / back)
        noise = (found.b / found.a)[:, None]
        width = np.diagonal(found.inverse, axis1=1, axis2=2)
        rest = np.maximum(1 / width - back, _LEAST)
        told = replace(prior, chance=chance, mean=np.where(prior.told, true, 1.0) * prior.mean + lean * free)
        tilted = _tilt((found.mean / width - pull) / rest, 1 / rest, noise, told)
        new_back = np.maximum(1 / tilted.variance - rest, _LEAST)
        new_pull = tilted.mean * (new_back + rest) - (found.mean / width - pull)
        back = np.where(sure, back, back + _STEP * (new_back - back))
        pull = np.where(sure, pull, pull + _STEP * (new_pull - pull))
        lean, true = _lean(tilted, free, prior), _true(tilted, prior)
        chance = _common(tilted, free, prior, layout)
    return Refined(solve(sums, layout, pull / back, 1 / back), np.where(sure, 1.0, tilted.chance))


def _tilt(centre: Floats, width: Floats, noise: Floats, prior: Prior) -> _Tilted:
    """centre, width (variance a noise): what the rest says of each coefficient."""
    slab = prior.variance
    spike = -0.5 * (np.log(width) + centre**2 / (width * noise))
    there = -0.5 * (np.log(width + slab) + (centre - prior.mean) ** 2 / ((width + slab) * noise))
    with np.errstate(divide="ignore"):
        odds = np.log(prior.chance) - np.log(1 - prior.chance) + there - spike
    chance = 1 / (1 + np.exp(-np.clip(odds, -500, 500)))
    slab_mean = (centre * slab + prior.mean * width) / (width + slab)
    variance = chance * width * slab / (width + slab) + chance * (1 - chance) * slab_mean**2 / noise
    return _Tilted(chance, chance * slab_mean, np.maximum(variance, 1e-9), slab_mean)


def _lean(tilted: _Tilted, free: Booleans, prior: Prior) -> float:
    """Which way the free arrows of this person lean, as far as the days tell."""
    weight = np.where(free, tilted.chance / (prior.variance * RESIDUAL), 0.0)
    return float(((weight * tilted.slab_mean).sum() + LEAN / LEAN_SD**2) / (weight.sum() + LEAN_SD**-2))


def _true(tilted: _Tilted, prior: Prior) -> float:
    """How strong told arrows are in this person, as a share of what was told."""
    weight = np.where(prior.told, tilted.chance / (prior.variance * RESIDUAL), 0.0) * prior.mean
    pull, size = (weight * tilted.slab_mean).sum(), (weight * prior.mean).sum()
    return float((pull + TRUE / TRUE_SD**2) / (size + TRUE_SD**-2))


def _common(tilted: _Tilted, free: Booleans, prior: Prior, layout: Layout) -> Floats:
    """How common free arrows are in this person, same day and a day later."""
    chance = prior.chance.copy()
    for part in (layout.same, layout.lag):
        here = free[:, part]
        many = here.sum()
        if many:
            usual = prior.chance[:, part][here].mean()
            found = tilted.chance[:, part][here].sum()
            chance[:, part][here] = (COMMON_WORTH * usual + found) / (COMMON_WORTH + many)
    return chance
