"""Drawn days against the Gaussian they come from, written out as one long vector."""

import numpy as np
import pytest

from samenhang.analysis.levers.missing import Network, draw_skipping, fill, find_gaps

DAYS, NODES = 6, 3


def joint(step, lag, noise, level):
    """Mean and precision of all days as one vector; the first day is standard normal."""
    size = DAYS * NODES
    precision, pull = np.zeros((size, size)), np.zeros(size)
    precision[:NODES, :NODES] = np.eye(NODES)
    for day in range(1, DAYS):
        row = np.zeros((NODES, size))
        row[:, day * NODES : (day + 1) * NODES] = step
        row[:, (day - 1) * NODES : day * NODES] = -lag
        precision += row.T @ np.diag(1 / noise) @ row
        pull += row.T @ np.diag(1 / noise) @ level[day]
    return precision, pull


@pytest.mark.parametrize(
    "gone",
    [
        [(2, 0), (2, 1), (2, 2)],
        [(2, 0), (2, 1), (2, 2), (3, 0), (3, 1), (3, 2)],
        [(0, 1), (5, 0), (5, 2), (3, 1)],
    ],
    ids=["a day", "two days", "values at both ends"],
)
def test_gaps_are_drawn_from_the_days_around_them(gone) -> None:
    rng = np.random.default_rng(5)
    chains, rounds = 400, 60
    step = np.eye(NODES) - np.tril(rng.normal(0, 0.4, (NODES, NODES)), -1)
    lag, noise = rng.normal(0, 0.3, (NODES, NODES)), rng.uniform(0.5, 1.0, NODES)
    level, truth = rng.normal(0, 0.5, (DAYS, NODES)), rng.normal(size=(DAYS, NODES))
    missing = np.zeros((DAYS, NODES), dtype=bool)
    missing[tuple(np.array(gone).T)] = True
    skipping = np.array(0.8)
    wide = [np.repeat(one[None], chains, axis=0) for one in (step, lag, noise, level, skipping)]
    values = np.repeat(np.where(missing, 0.0, truth)[None], chains, axis=0)
    seen = []
    for at in range(rounds):
        fill(values, find_gaps(missing), Network(*wide), rng)
        if at >= 10:
            seen.append(values[:, missing].copy())
    drawn = np.concatenate(seen)
    precision, pull = joint(step, lag, noise, level)
    whole = missing.all(1).repeat(NODES)
    pull -= whole * 0.8 / NODES
    hole, known = np.flatnonzero(missing.ravel()), np.flatnonzero(~missing.ravel())
    covariance = np.linalg.inv(precision[np.ix_(hole, hole)])
    mean = covariance @ (pull[hole] - precision[np.ix_(hole, known)] @ truth.ravel()[known])
    assert drawn.mean(0) == pytest.approx(mean, abs=0.03)
    assert np.cov(drawn.T) == pytest.approx(covariance, abs=0.05)
    assert np.array_equal(values[:, ~missing], np.repeat(truth[~missing][None], chains, axis=0))


def test_nothing_missing_is_nothing_to_draw() -> None:
    assert find_gaps(np.zeros((4, 2), dtype=bool)) == ()


def test_skipping_bad_days_is_seen_in_the_mood_of_skipped_days() -> None:
    rng = np.random.default_rng(6)
    values = rng.normal(size=(500, 200, 1))
    skipped = np.zeros(200, dtype=bool)
    skipped[:60] = True
    values[:, :60] -= 1.0  # in a world where skipping goes with exp(-b mood), b = gap / variance
    found = draw_skipping(values, skipped, rng)
    gap = values[:, :60].mean() - values.mean()
    assert found.mean() == pytest.approx(-gap / values.var(), abs=0.05)
    assert found.std() == pytest.approx(1 / np.sqrt(60 * values.var()), rel=0.3)
