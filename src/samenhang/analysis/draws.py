"""Exact randomisation tests: what would the same days have shown under every other draw?

Statistic: mean of the action days minus mean of the other days, over observed days only
(Edgington & Onghena 2007). A start day is tested by listing, drawn days by a dynamic programme.
"""

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.distributions import Floats

EQUAL = 1e-9
DRAWS = 100_000
_DECIMALS = 6
_LARGEST_CELLS = 4_000_000
_SEED = 20_260_101


@dataclass(frozen=True)
class Draw:
    """How the on/off days were drawn: pairs, balanced, or balanced with at most `max_run` alike."""

    method: Literal["pairs", "balanced", "max_run"]
    max_run: int = 0


@dataclass(frozen=True)
class Spread:
    """Every value the statistic could take and its share of the `k` admissible draws.

    `statistics` and `shares` are (j,); `observed` in the natural unit; `exact` is False where the
    shares come from seeded draws.
    """

    statistics: Floats
    shares: Floats
    observed: float
    k: int
    exact: bool = True

    def p(self, sign: float) -> float:
        """Share of draws (the real one included) at least as far in the direction of `sign`."""
        return self._share(sign * self.statistics >= sign * self.observed - EQUAL)

    def p_both(self) -> float:
        """The same, on the size of the difference."""
        return self._share(np.abs(self.statistics) >= abs(self.observed) - EQUAL)

    def _share(self, far: NDArray[np.bool_]) -> float:
        share = float(self.shares[far].sum())
        return min(1.0, share if self.exact else (share * DRAWS + 1) / (DRAWS + 1))


def start_day_spread(
    days: Floats, values: Floats, start: float, window: tuple[int, int]
) -> Spread | None:
    """Every start day of the window; None if the real one lies outside it.

    days, values: (n,), observed days only. A start that leaves a phase without observed days counts
    as the most extreme: that keeps the test on the cautious side.
    """
    first, last = window
    if not first <= start <= last:
        return None
    starts = range(first, last + 1)
    statistics = np.array([_difference(values, days >= one) for one in starts])
    shares = np.full(len(statistics), 1 / len(statistics))
    observed = _difference(values, days >= start)
    return (
        Spread(statistics, shares, observed, k=len(statistics)) if np.isfinite(observed) else None
    )


def drawn_days_spread(values: Floats, labels: NDArray[np.int64], draw: Draw) -> Spread | None:
    """Every draw of on/off days that the method allows; None if the real one is not among them.

    values: (days,), NaN where nothing was filled in; labels: (days,), 1 = action, 0 = without,
    -1 = not known (only where nothing was filled in).
    """
    seen = np.isfinite(values)
    if not _is_admissible(labels, draw) or not seen.any():
        return None
    observed = _difference(values[seen], labels[seen] == 1)
    if not math.isfinite(observed):
        return None
    scaled = _as_integers(values)
    if scaled is None or not _is_within_reach(scaled, draw):
        return _by_draws(values, draw, observed)
    cells = _distribution(scaled.sums, seen, draw)
    statistics, counts = _statistics(cells, scaled, seen)
    k = count_draws(len(values), draw)
    return Spread(statistics, counts / counts.sum(), observed, k)


def count_draws(days: int, draw: Draw) -> int:
    """How many assignments of `days` days the method allows."""
    if draw.method == "pairs":
        return int(2 ** (days // 2))
    if draw.method == "balanced":
        return math.comb(days, days // 2)
    return _continuations(days, draw.max_run)[0][0, 0, 0]


def _difference(values: Floats, action: NDArray[np.bool_]) -> float:
    """Mean of the action days minus mean of the rest; infinite where one of them is empty."""
    if action.all() or not action.any():
        return math.inf
    return float(values[action].mean() - values[~action].mean())


def _is_admissible(labels: NDArray[np.int64], draw: Draw) -> bool:
    half = len(labels) // 2
    if len(labels) % 2 or max(int(np.sum(labels == 0)), int(np.sum(labels == 1))) > half:
        return False
    if draw.method == "pairs":
        first, second = labels[0::2], labels[1::2]
        return bool(np.all((first != second) | (first < 0)))
    return draw.method == "balanced" or _longest_run(labels) <= draw.max_run


def _longest_run(labels: NDArray[np.int64]) -> int:
    """Longest row of equal known labels."""
    edges = np.concatenate([[0], np.flatnonzero(np.diff(labels)) + 1, [len(labels)]])
    lengths = np.diff(edges)[labels[edges[:-1]] >= 0]
    return int(lengths.max(initial=0))


# -- the dynamic programme ---------------------------------------------------------------------


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
        if np.all(np.abs(scaled - rounded)[seen] < EQUAL * 10.0**decimals):
            sums = np.where(seen, rounded, 0).astype(np.int64)
            divisor = max(1, int(np.gcd.reduce(sums)))
            return _Scaled(sums // divisor, 10.0**decimals / divisor)
    return None


def _is_within_reach(scaled: _Scaled, draw: Draw) -> bool:
    days = len(scaled.sums)
    states = days * days * max(1, 2 * draw.max_run)
    return states * (int(scaled.sums.sum()) + 1) <= 40 * _LARGEST_CELLS


_State = tuple[int, int, int, int]  # action days so far, of which seen; last label; run length


def _distribution(
    sums: NDArray[np.int64], seen: NDArray[np.bool_], draw: Draw
) -> dict[int, Floats]:
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


def _statistics(
    cells: dict[int, Floats], scaled: _Scaled, seen: NDArray[np.bool_]
) -> tuple[Floats, Floats]:
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


# -- seeded draws, where the programme is out of reach --------------------------------------------


def _by_draws(values: Floats, draw: Draw, observed: float) -> Spread:
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
    return _draw_with_runs(rng, days, draw.max_run)


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
    ahead = _continuations(days, max_run)
    chance = np.zeros((days, days + 1, 2, max_run + 1))
    for day in range(days):
        for (taken, last, run), ways in ahead[day].items():
            if ways:
                length = run + 1 if run and last else 1
                with_action = ahead[day + 1].get((taken + 1, 1, length), 0)
                chance[day, taken, last, run] = with_action / ways
    return chance


def _continuations(days: int, max_run: int) -> list[dict[tuple[int, int, int], int]]:
    """ahead[day][action days so far, last label, run] = ways to finish; exact integers."""
    half = days // 2
    ahead: list[dict[tuple[int, int, int], int]] = [{} for _ in range(days + 1)]
    for last in (0, 1):
        for run in range(1, max_run + 1):
            ahead[days][half, last, run] = 1
    for day in range(days - 1, -1, -1):
        for taken in range(min(day, half) + 1):
            for last in (0, 1):
                for run in range(max_run + 1):
                    ahead[day][taken, last, run] = _ways(ahead[day + 1], taken, last, run)
    return ahead


def _ways(after: dict[tuple[int, int, int], int], taken: int, last: int, run: int) -> int:
    total = 0
    for label in (0, 1):
        length = run + 1 if run and label == last else 1
        total += after.get((taken + label, label, length), 0)
    return total
