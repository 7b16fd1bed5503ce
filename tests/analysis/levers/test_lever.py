"""Holding a node: the steady state is where the days lead, slow networks are lived through."""

import numpy as np
import pytest

from samenhang.analysis.levers.lever import gains, hold, steady


def network(scale: float, rng: np.random.Generator, draws: int = 20, count: int = 5):
    same = np.tril(rng.normal(0, 0.3, (draws, count, count)), -1)
    lag = rng.normal(0, 0.15, (draws, count, count)) + 0.3 * np.eye(count)
    step = np.linalg.solve(np.eye(count) - same, lag)
    radius = np.abs(np.linalg.eigvals(step)).max(1)
    return same, lag * (scale / radius)[:, None, None]


def lived(same, lag, weights, held, days):
    """Day by day, node by node, in the words of the model."""
    count = len(weights)
    before = np.zeros(count)
    for _ in range(days):
        today = np.zeros(count)
        for node in range(count):
            today[node] = 1.0 if node == held else same[node] @ today + lag[node] @ before
        before = today
    return weights @ before


def test_hold_is_the_recursion_written_out(rng: np.random.Generator) -> None:
    same, lag = network(0.7, rng)
    weights = np.array([1.0, 0.0, 2.0, 0.5, 1.0])
    found = hold(same, lag, weights, 28)
    for draw in range(len(same)):
        expected = [lived(same[draw], lag[draw], weights, node, 28) for node in range(5)]
        assert found[draw] == pytest.approx(expected, abs=1e-9)


def test_the_steady_state_is_where_holding_leads(rng: np.random.Generator) -> None:
    same, lag = network(0.5, rng)
    weights = np.ones(5)
    assert steady(same, lag, weights) == pytest.approx(hold(same, lag, weights, 400), abs=1e-9)
    assert gains(same, lag, weights)[0] == pytest.approx(hold(same, lag, weights, 28), abs=0.02)


def test_a_slow_network_is_lived_through_to_the_horizon(rng: np.random.Generator) -> None:
    same, lag = network(0.98, rng)
    weights = np.ones(5)
    found, radius = gains(same, lag, weights)
    assert radius == pytest.approx(np.full(20, 0.98))
    assert found == pytest.approx(hold(same, lag, weights, 28))


def test_a_shorter_horizon_is_lived_through_sooner(rng: np.random.Generator) -> None:
    same, lag = network(0.8, rng)
    weights = np.ones(5)
    assert gains(same, lag, weights, horizon=2)[0] == pytest.approx(hold(same, lag, weights, 2))


def test_a_network_that_never_settles_stays_on_the_scale(rng: np.random.Generator) -> None:
    same, lag = network(3.0, rng)
    found, radius = gains(same, lag, np.ones(5))
    assert np.all(radius > 1)
    assert np.all(np.abs(found) <= 1 + 4 * 10)


def test_a_node_that_held_the_rest_in_check_is_lived_through_when_it_is_held() -> None:
    """Free, the first two push and brake each other and settle; held, nothing brakes the second."""
    same, lag = np.zeros((1, 3, 3)), np.zeros((1, 3, 3))
    lag[0, :2, :2] = [[0.3, -0.9], [0.6, 1.1]]
    lag[0, 2] = [0.2, 0.3, 0.4]
    assert np.abs(np.linalg.eigvals(lag[0])).max() < 0.95
    found, radius = gains(same, lag, np.ones(3))
    assert radius.tolist() == [0.0]
    assert found[0] == pytest.approx(hold(same, lag, np.ones(3), 28)[0])
    assert steady(same, lag, np.ones(3))[0, 0] < 0 < found[0, 0]
