"""Randomisation tests among the indices: the real division beside every other one."""

from dataclasses import dataclass

import numpy as np

from samenhang.analysis.case import Case
from samenhang.analysis.distributions import Floats
from samenhang.analysis.draws import EQUAL, Spread
from samenhang.analysis.randomised import drawn_spread

_SHORTEST = 5


@dataclass(frozen=True)
class Test:
    """Share of divisions at least as far, the observed statistic, and their number."""

    __test__ = False

    p: float
    observed: float
    k: int


@dataclass(frozen=True)
class RandTest:
    """For days that were drawn: three statistics on means."""

    mean_b_a: Test
    mean_a_b: Test
    mean_abs: Test
    exact: bool = True


@dataclass(frozen=True)
class RandTestAb:
    """For a plain AB: every split of the observed points with `limit` points on both sides."""

    limit: int
    mean_b_a: Test
    mean_a_b: Test
    mean_abs: Test
    median_b_a: Test
    median_a_b: Test
    nap: Test


def rand_test(case: Case) -> RandTest | RandTestAb | None:
    """The test that fits the design (Edgington & Onghena 2007); None where nothing was drawn."""
    if case.design != "AB":
        spread = drawn_spread(case)
        return None if spread is None else _drawn(spread)
    _, values, action = case.observed()
    return _all_splits(values, int(np.sum(action == 0)))


def _drawn(spread: Spread) -> RandTest:
    observed, k = spread.observed, spread.k
    return RandTest(
        mean_b_a=Test(spread.p(1), observed, k),
        mean_a_b=Test(spread.p(-1), -observed, k),
        mean_abs=Test(spread.p_both(), abs(observed), k),
        exact=spread.exact,
    )


def _all_splits(values: Floats, m: int) -> RandTestAb:
    n = len(values)
    limit = min(_SHORTEST, m, n - m)
    splits = range(limit, n - limit + 1)
    means = np.array([values[i:].mean() - values[:i].mean() for i in splits])
    medians = np.array([np.median(values[i:]) - np.median(values[:i]) for i in splits])
    real = m - limit
    return RandTestAb(
        limit=limit,
        mean_b_a=_test(means, real),
        mean_a_b=_test(-means, real),
        mean_abs=_test(np.abs(means), real),
        median_b_a=_test(medians, real),
        median_a_b=_test(-medians, real),
        nap=_test(100 * _naps(values)[splits.start : splits.stop], real),
    )


def _test(statistics: Floats, real: int) -> Test:
    observed = float(statistics[real])
    far = int(np.sum(statistics >= observed - EQUAL))
    return Test(far / len(statistics), observed, len(statistics))


def _naps(values: Floats) -> Floats:
    """NAP of every split i (points before i against the rest), (n + 1,); the ends are unused.

    Moving one point from B to A adds its wins over what stays in B and takes away those it gave.
    """
    n = len(values)
    wins = np.zeros(n + 1)
    for i, value in enumerate(values):
        later, earlier = values[i + 1 :], values[:i]
        gained = np.sum(later > value) + 0.5 * np.sum(later == value)
        lost = np.sum(earlier < value) + 0.5 * np.sum(earlier == value)
        wins[i + 1] = wins[i] + gained - lost
    sizes = np.arange(n + 1)
    return np.asarray(wins / np.maximum(1, sizes * (n - sizes)), dtype=float)
