"""The hidden driver against the Gaussian it is, and the arrows it saves one from believing."""

import datetime as dt

import numpy as np
import pytest

from samenhang.analysis.levers.driver import Driver, draw_common, draw_days, draw_stays
from samenhang.analysis.levers.gibbs import Start, sample
from samenhang.analysis.levers.prior import lay_out, without_map
from samenhang.analysis.levers.series import align, with_driver
from samenhang.analysis.levers.tables import Node, read_diary


@pytest.mark.parametrize("count", [6, 7])
def test_days_of_the_driver_are_drawn_from_the_gaussian_they_are(
    rng: np.random.Generator, count: int
) -> None:
    chains, phi, load, noise = 800, 0.6, np.array([0.8, 0.0, -0.5]), np.array([0.7, 0.5, 1.1])
    rest = rng.normal(size=(count - 1, 3))
    driver = Driver(chains, count)
    wide = [np.repeat(one[None], chains, axis=0) for one in (rest, load, noise)]
    seen = []
    for at in range(60):
        driver.stays = np.full(chains, phi)
        driver.draw(*wide, rng)
        if at >= 20:
            seen.append(driver.days.copy())
    drawn = np.concatenate(seen)
    step = np.eye(count) - phi * np.eye(count, k=-1)
    precision = step.T @ step
    precision[0, 0] = 1.0  # the first day comes from the long run: variance 1 / (1 - phi^2)
    precision[1:, 1:] += np.eye(count - 1) * (load**2 / noise).sum()
    covariance = np.linalg.inv(precision)
    assert drawn.mean(0) == pytest.approx(covariance[:, 1:] @ rest @ (load / noise), abs=0.03)
    assert np.cov(drawn.T) == pytest.approx(covariance, abs=0.03)


def test_what_stays_is_a_regression_of_each_day_on_the_day_before(rng: np.random.Generator) -> None:
    days = rng.normal(size=(1, 300))
    for day in range(1, 300):
        days[0, day] += 0.5 * days[0, day - 1]
    before, after = days[0, :-1], days[0, 1:]
    precision = before @ before + 0.3**-2
    drawn = draw_stays(np.repeat(days, 20_000, axis=0), rng)
    assert drawn.mean() == pytest.approx((before @ after + 0.3 / 0.3**2) / precision, abs=0.002)
    assert drawn.std() == pytest.approx(precision**-0.5, rel=0.03)
    assert draw_stays(np.cumsum(days, axis=1), rng).max() <= 0.9


def test_how_common_loads_are_is_a_beta(rng: np.random.Generator) -> None:
    there = np.repeat(np.array([[True, True, False, True]]), 20_000, axis=0)
    drawn = draw_common(there, 0.4, rng)
    assert drawn.mean() == pytest.approx((2 * 0.4 + 3) / (2 + 4), abs=0.01)


def test_a_driver_sets_out_from_what_nodes_share() -> None:
    rest = np.outer(np.array([1.0, -1.0, 2.0, 0.5]), np.array([0.6, 0.0, -0.3]))
    driver = Driver(2, 5)
    loads = driver.start(np.repeat(rest[None], 2, axis=0), np.array([True, False]))
    assert np.outer(driver.days[0, 1:], loads[0]) == pytest.approx(rest)
    assert np.all(loads[1] == 0)
    draw_days(driver.days, driver.stays, np.zeros((2, 5)), np.zeros(2), np.random.default_rng(1))
    assert np.all(np.isfinite(driver.days))


def test_what_one_hidden_thing_moves_is_not_taken_for_arrows(rng: np.random.Generator) -> None:
    stress = rng.normal(size=120)
    nodes = tuple(Node(f"n{i}", slot=i // 2) for i in range(6))
    start = dt.date(2025, 3, 3)
    diary = {"date": [(start + dt.timedelta(days=d)).isoformat() for d in range(120)]}
    diary |= {node.name: 5 + 1.2 * stress + rng.normal(0, 0.8, 120) for node in nodes}
    plain = align(read_diary(diary, nodes), nodes)
    strength = []
    for series, driver in ((plain, False), (with_driver(plain), True)):
        layout = lay_out(nodes, series.fixed.shape[1], driver=driver)
        prior = without_map(layout)
        starts = [Start(prior, np.zeros_like(prior.mean))] * 40
        arrows = sample(series, layout, starts, 60, np.random.default_rng(2)).arrows[:, :, :, :6]
        strength.append(arrows.sum((2, 3)).mean())
    assert strength[1] < 0.7 * strength[0]
