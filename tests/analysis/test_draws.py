"""Exact tests: the programme gives what listing every draw gives."""

import math
from itertools import product

import numpy as np
import pytest

from samenhang.analysis.draws import Draw, count_draws, drawn_days_spread, programme, start_day_spread

Y = [4.0, 6.5, 5.0, 7.0, 3.5, 8.0, 6.0, 5.5, 7.5, 4.5]


def listed(days: int, draw: Draw) -> list[tuple[int, ...]]:
    """Every admissible assignment, by trying all of them."""
    return [one for one in product((0, 1), repeat=days) if is_allowed(one, draw)]


def is_allowed(labels: tuple[int, ...], draw: Draw) -> bool:
    if 2 * sum(labels) != len(labels):
        return False
    if draw.method == "pairs":
        return all(a != b for a, b in zip(labels[::2], labels[1::2], strict=True))
    runs = "".join(map(str, labels)).replace("01", "0 1").replace("10", "1 0").split()
    return draw.method == "balanced" or max(map(len, runs)) <= draw.max_run


def difference(values: np.ndarray, labels: np.ndarray) -> float:
    seen = np.isfinite(values)
    on, off = values[seen & (labels == 1)], values[seen & (labels == 0)]
    return float(on.mean() - off.mean()) if len(on) and len(off) else math.inf


DRAWS = [Draw("pairs"), Draw("balanced"), Draw("max_run", 2), Draw("max_run", 3)]


@pytest.mark.parametrize("draw", DRAWS, ids=str)
@pytest.mark.parametrize("gaps", [(), (2,), (0, 5, 9)], ids=str)
def test_programme_equals_listing(draw: Draw, gaps: tuple[int, ...]) -> None:
    values = np.array(Y)
    values[list(gaps)] = np.nan
    labels = np.array([1, 0, 0, 1, 0, 1, 1, 0, 1, 0])
    found = drawn_days_spread(values, labels, draw)
    every = [difference(values, np.array(one)) for one in listed(len(Y), draw)]
    real = difference(values, labels)
    assert found is not None
    assert found.exact
    assert found.k == len(every) == count_draws(len(Y), draw)
    assert found.observed == pytest.approx(real)
    assert found.p(1) == pytest.approx(np.mean([one >= real - 1e-9 for one in every]))
    assert found.p(-1) == pytest.approx(np.mean([-one >= -real - 1e-9 for one in every]))
    assert found.p_both() == pytest.approx(np.mean([abs(one) >= abs(real) - 1e-9 for one in every]))


def test_balanced_28_days_is_exact_and_quick() -> None:
    values = np.tile([3.0, 7.0, 4.0, 6.0], 7)
    labels = np.tile([0, 1, 0, 1], 7)
    found = drawn_days_spread(values, labels, Draw("balanced"))
    assert found is not None
    assert found.k == math.comb(28, 14)
    assert found.p(1) == pytest.approx(1 / math.comb(28, 14))


@pytest.mark.parametrize("draw", DRAWS[:3], ids=str)
def test_values_out_of_reach_are_drawn_with_a_fixed_seed(draw: Draw) -> None:
    values = np.array(Y) + np.array([math.pi**-n for n in range(1, 11)])
    labels = np.array([1, 0, 0, 1, 0, 1, 1, 0, 1, 0])
    found = drawn_days_spread(values, labels, draw)
    again = drawn_days_spread(values, labels, draw)
    every = [difference(values, np.array(one)) for one in listed(len(Y), draw)]
    assert found is not None
    assert again is not None
    assert not found.exact
    assert found.p(1) == again.p(1)
    real = difference(values, labels)
    assert found.p(1) == pytest.approx(np.mean([one >= real - 1e-9 for one in every]), abs=0.01)
    assert found.k == len(every)


def test_a_programme_that_would_be_too_large_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programme, "_MOST_STEPS", 1)
    found = drawn_days_spread(np.array(Y), np.tile([0, 1], 5), Draw("balanced"))
    assert found is not None
    assert not found.exact


def test_unseen_draws_where_a_side_is_empty_count_as_extreme() -> None:
    values = np.array([1.0, 2.0, math.pi, np.nan])
    spread = drawn_days_spread(values, np.array([0, 1, 0, 1]), Draw("balanced"))
    values_short = np.array([1.0, np.nan, 3.0, np.nan])
    exact = drawn_days_spread(values_short, np.array([0, 0, 1, 1]), Draw("balanced"))
    assert spread is not None
    assert exact is not None
    assert math.inf in exact.statistics
    assert exact.p(1) == pytest.approx(4 / 6)


@pytest.mark.parametrize(
    ("labels", "draw"),
    [
        ([0, 1, 1], Draw("balanced")),
        ([0, 0, 0, 1], Draw("balanced")),
        ([0, 0, 1, 1], Draw("pairs")),
        ([0, 0, 1, 1], Draw("max_run", 1)),
    ],
    ids=str,
)
def test_an_assignment_the_method_cannot_give_is_not_tested(labels: list[int], draw: Draw) -> None:
    assert drawn_days_spread(np.arange(len(labels), dtype=float), np.array(labels), draw) is None


def test_nothing_seen_or_one_side_seen_is_not_tested() -> None:
    labels = np.array([0, 1, 1, 0])
    assert drawn_days_spread(np.full(4, np.nan), labels, Draw("balanced")) is None
    values = np.array([np.nan, 1.0, 2.0, np.nan])
    assert drawn_days_spread(values, labels, Draw("balanced")) is None


def test_labels_of_empty_days_may_be_unknown() -> None:
    values = np.array([1.0, 4.0, np.nan, 5.0])
    for draw in (Draw("pairs"), Draw("balanced"), Draw("max_run", 2)):
        assert drawn_days_spread(values, np.array([0, 1, -1, 1]), draw) is not None


def test_start_days() -> None:
    days, values = np.arange(1.0, 9), np.array([1.0, 2, 1, 2, 5, 6, 5, 6])
    found = start_day_spread(days, values, 5, (3, 7))
    assert found is not None
    assert (found.k, found.p(1), found.observed) == (5, 0.2, 4.0)
    assert start_day_spread(days, values, 2, (3, 7)) is None
    assert start_day_spread(days, values, 5, (3, 10**9)) is None


def test_a_start_day_without_days_on_one_side_counts_as_extreme() -> None:
    days, values = np.arange(3.0, 9), np.array([1.0, 2, 5, 6, 5, 6])
    found = start_day_spread(days, values, 5, (2, 6))
    assert found is not None
    assert found.p(1) == pytest.approx(3 / 5)
    assert start_day_spread(days, values, 2, (2, 6)) is None


def test_a_very_large_value_is_drawn_and_very_many_days_are_not_tested() -> None:
    huge = np.array([1.0, 1e11, 3.0, 2.0])
    spread = drawn_days_spread(huge, np.array([0, 1, 1, 0]), Draw("max_run", 9))
    assert spread is not None
    assert (spread.exact, spread.k) == (False, 6)
    long = np.tile([0, 1], 61)
    assert drawn_days_spread(long.astype(float), long, Draw("pairs")) is None
