"""Seeded draws, for values that the exact programme cannot hold."""

import math

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.distributions import Floats
from samenhang.analysis.draws.draw import Draw, continuations, count_draws
from samenhang.analysis.draws.spread import DRAWS, Spread

_SEED = 20_260_101


def sampled_spread(values: Floats, draw: Draw, observed: float) -> Spread:
    """100,000 uniform draws from the admissible assignments, always the same ones."""
    rng = np.random.default_rng(_SEED)
    seen = np.isfinite(values)
    y = values[seen]
    on = _draw_labels(rng, len(values), draw)[:, seen]
    counts = on.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        sums = on @ y
        statistics = sums / counts - (y.sum() - sums) / (len(y) - counts)
    statistics = np.where((counts == 0) | (counts == len(y)), math.inf, statistics)
    shares = np.full(DRAWS, 1 / DRAWS)
    return Spread(statistics, shares, observed, count_draws(len(values), draw), exact=False)


def _draw_labels(rng: np.random.Generator, days: int, draw: Draw) -> NDArray[np.bool_]:
    """(DRAWS, days) booleans."""
    if draw.method == "pairs":
        first = rng.random((DRAWS, days // 2)) < 0.5  # noqa: PLR2004 - a fair coin per pair
        return np.stack([first, ~first], axis=2).reshape(DRAWS, days)
    if draw.method == "balanced":
        order = np.argsort(rng.random((DRAWS, days)), axis=1)
        return order < days // 2
    return _draw_with_runs(rng, days, min(draw.max_run, days // 2))


def _draw_with_runs(rng: np.random.Generator, days: int, max_run: int) -> NDArray[np.bool_]:
    """Day by day, each label with the share of continuations it still allows: uniform overall."""
    chance = _chance_of_action(days, max_run)
    labels = np.zeros((DRAWS, days), dtype=bool)
    taken, last, run = (np.zeros(DRAWS, dtype=int) for _ in range(3))
    for day in range(days):
        on = rng.random(DRAWS) < chance[day, taken, last, run]
        run = np.where((on == last) & (run > 0), run + 1, 1)
        taken, last = taken + on, on.astype(int)
        labels[:, day] = on
    return labels


def _chance_of_action(days: int, max_run: int) -> Floats:
    """P(action on this day | action days so far, last label, run), (days, days + 1, 2, runs)."""
    ahead = continuations(days, max_run)
    chance = np.zeros((days, days + 1, 2, max_run + 1))
    for day in range(days):
        for (taken, last, run), ways in ahead[day].items():
            if ways:
                length = run + 1 if run and last else 1
                with_action = ahead[day + 1].get((taken + 1, 1, length), 0)
                chance[day, taken, last, run] = with_action / ways
    return chance
