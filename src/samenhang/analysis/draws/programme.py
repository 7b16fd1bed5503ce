"""The exact distribution over all draws of on/off days, by a dynamic programme on whole numbers."""

import math
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.distributions import Floats
from samenhang.analysis.draws.draw import Draw, count_draws
from samenhang.analysis.draws.spread import EQUAL, Spread

_DECIMALS = 6
_LARGEST = 1_000_000_000  # a scaled value
_MOST_STEPS = 160_000_000


def programme_spread(values: Floats, draw: Draw, observed: float) -> Spread | None:
    """All draws of values (days,), NaN = not seen; None where the programme would be too large."""
    scaled = _as_integers(values)
    if scaled is None or not _is_within_reach(scaled, draw):
        return None
    seen = np.isfinite(values)
    cells = _distribution(scaled.sums, seen, draw)
    statistics, counts = _statistics(cells, scaled, seen)
    return Spread(statistics, counts / counts.sum(), observed, count_draws(len(values), draw))


@dataclass(frozen=True)
class _Scaled:
    """Values as whole numbers from 0: lowest value + sums / factor (0 where nothing was seen)."""

    sums: NDArray[np.int64]
    factor: float


def _as_integers(values: Floats) -> _Scaled | None:
    """The values on an integer scale, or None where six decimals do not hold them."""
    seen = np.isfinite(values)
    low = float(values[seen].min())
    for decimals in range(_DECIMALS + 1):
        scaled = (values - low) * 10.0**decimals
        rounded = np.round(scaled)
        if rounded[seen].max() > _LARGEST:
            return None
        if np.all(np.abs(scaled - rounded)[seen] < EQUAL * 10.0**decimals):
            sums = np.where(seen, rounded, 0).astype(np.int64)
            divisor = max(1, int(np.gcd.reduce(sums)))
            return _Scaled(sums // divisor, 10.0**decimals / divisor)
    return None


def _is_within_reach(scaled: _Scaled, draw: Draw) -> bool:
    days = len(scaled.sums)
    states = days * days * max(1, 2 * draw.max_run)
    return states * (int(scaled.sums.sum()) + 1) <= _MOST_STEPS


_State = tuple[int, int, int, int]  # action days so far, of which seen; last label; run length


def _distribution(sums: NDArray[np.int64], seen: NDArray[np.bool_], draw: Draw) -> dict[int, Floats]:
    """Number of draws per (action days seen) -> array over the sum of the action days."""
    width = int(sums.sum()) + 1
    start = np.zeros(width)
    start[0] = 1
    cells: dict[_State, Floats] = {(0, 0, -1, 0): start}
    for day, (amount, was_seen) in enumerate(zip(sums, seen, strict=True)):
        following: dict[_State, Floats] = {}
        for state, counts in cells.items():
            for label in _next_labels(state, day, len(sums), draw):
                moved = _shift(counts, int(amount)) if label else counts
                key = _step(state, label, bool(was_seen), draw)
                following[key] = following[key] + moved if key in following else moved
        cells = following
    ends: dict[int, Floats] = defaultdict(lambda: np.zeros(width))
    for (_, action_seen, _, _), counts in cells.items():
        ends[action_seen] = ends[action_seen] + counts
    return dict(ends)


def _next_labels(state: _State, day: int, days: int, draw: Draw) -> list[int]:
    """Which labels (1 = action) the method allows on this day."""
    taken, _, last, run = state
    if draw.method == "pairs":
        return [1 - last] if day % 2 else [0, 1]
    half = days // 2
    allowed = [label for label in (0, 1) if (taken if label else day - taken) < half]
    if draw.method == "max_run" and run >= draw.max_run:
        allowed = [label for label in allowed if label != last]
    return allowed


def _step(state: _State, label: int, was_seen: bool, draw: Draw) -> _State:  # noqa: FBT001
    taken, action_seen, last, run = state
    run = (run + 1 if label == last else 1) if draw.method == "max_run" else 0
    return taken + label, action_seen + (label and was_seen), _kept(label, draw), run


def _kept(label: int, draw: Draw) -> int:
    return -1 if draw.method == "balanced" else label


def _shift(counts: Floats, by: int) -> Floats:
    if by == 0:
        return counts
    moved = np.zeros_like(counts)
    moved[by:] = counts[:-by]
    return moved


def _statistics(cells: dict[int, Floats], scaled: _Scaled, seen: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """(statistic, number of draws) for every reachable (action days seen, sum)."""
    total, observed = float(scaled.sums[seen].sum()), int(seen.sum())
    statistics, weights = [], []
    for action_seen, counts in cells.items():
        reached = np.flatnonzero(counts)
        weights.append(counts[reached])
        if action_seen in {0, observed}:
            statistics.append(np.full(len(reached), math.inf))
        else:
            with_action = reached / action_seen
            without = (total - reached) / (observed - action_seen)
            statistics.append((with_action - without) / scaled.factor)
    return np.concatenate(statistics), np.concatenate(weights)
