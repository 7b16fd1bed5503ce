"""The closed form against the same model written out in full, and against simulated truth."""

import math

import numpy as np
import pytest

from samenhang.analysis.distributions import student_cdf
from samenhang.analysis.effect import posterior
from samenhang.analysis.effect.posterior import Posterior, effect_posterior
from samenhang.analysis.effect.prior import (
    DRIFT_SD,
    DRIFT_WEIGHT,
    EFFECT_SD,
    PHI,
    Scale,
    phi_weights,
)

SCALE = Scale(1.6, 4)


def written_out(days: np.ndarray, y: np.ndarray, action: np.ndarray, weight: np.ndarray) -> list:
    """Per grid point: log weight, mean and width of the effect, through the full covariance.

    The flat level is handled by contrasts (differences with the first day), the rest by one
    multivariate t: an independent road to the same answer.
    """
    n = len(y)
    contrast = np.eye(n)[1:] - np.eye(n)[:1]
    time = (days - days.mean()) / (days[-1] - days[0])
    parts = []
    for phi, w in zip(PHI, weight, strict=True):
        residual = phi ** np.abs(days[:, None] - days[None, :])
        for drift, share in zip(DRIFT_SD, DRIFT_WEIGHT, strict=True):
            whole = residual + drift**2 * np.outer(time, time)
            whole += EFFECT_SD**2 * np.outer(action, action)
            v = contrast @ whole @ contrast.T
            c = contrast @ y
            back = np.linalg.inv(v)
            df = SCALE.worth + n - 1
            squares = SCALE.worth * SCALE.sd**2 + c @ back @ c
            lean = EFFECT_SD**2 * (contrast @ action) @ back
            spread = EFFECT_SD**2 - lean @ (contrast @ action) * EFFECT_SD**2
            log = math.log(w * share) - 0.5 * np.linalg.slogdet(v)[1] - df / 2 * math.log(squares)
            parts.append((log, lean @ c, math.sqrt(squares / df * spread)))
    return parts


def test_grid_equals_the_model_written_out(rng: np.random.Generator) -> None:
    days = np.array([1.0, 2, 3, 5, 6, 9, 10, 11, 12, 15, 16, 17])
    action = (days > 8).astype(float)
    y = np.round(5 + rng.standard_normal(12) + action)
    weight = phi_weights("AB")
    found = effect_posterior(days, y, action, weight, SCALE)
    parts = written_out(days, y, action, weight)
    logs, centres, widths = (np.array(one) for one in zip(*parts, strict=True))
    shares = np.exp(logs - logs.max())
    shares /= shares.sum()
    assert found.weights == pytest.approx(shares, abs=1e-10)
    assert found.centres == pytest.approx(centres, abs=1e-10)
    assert found.widths == pytest.approx(widths, abs=1e-10)


def test_one_component_has_the_quantiles_of_its_t() -> None:
    one = Posterior(np.array([1.0]), np.array([2.0]), np.array([0.5]), 10, 0.0, 0.0)
    low, high = one.quantiles(np.array([0.05, 0.95]))
    assert high == pytest.approx(2 + 0.5 * 1.8124611228)
    assert low == pytest.approx(2 - 0.5 * 1.8124611228)


def test_quantiles_turn_back_into_their_shares(rng: np.random.Generator) -> None:
    weights = rng.dirichlet(np.ones(30))
    mixed = Posterior(weights, rng.normal(size=30), rng.uniform(0.001, 3, 30), 7, 0.0, 0.0)
    shares = np.array([0.001, 0.05, 0.5, 0.95, 0.999])
    assert mixed.below(mixed.quantiles(shares)) == pytest.approx(shares, abs=1e-10)
    assert mixed.below(np.array([0.3])) == pytest.approx(
        sum(
            w * student_cdf(np.array((0.3 - c) / s), 7)
            for w, c, s in zip(weights, mixed.centres, mixed.widths, strict=True)
        )
    )


def test_quantiles_that_run_out_of_rounds_still_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    one = Posterior(np.array([1.0]), np.array([2.0]), np.array([0.5]), 10, 0.0, 0.0)
    monkeypatch.setattr(posterior, "_ROUNDS", 4)
    assert one.quantiles(np.array([0.95]))[0] == pytest.approx(2.906, abs=0.01)


@pytest.mark.parametrize("design", ["AB", "alternation"])
def test_truth_lies_in_the_interval_about_ninety_times_in_a_hundred(
    design: str, rng: np.random.Generator
) -> None:
    days = np.arange(1.0, 29)
    action = (days > 14).astype(float) if design == "AB" else days % 2
    inside = 0
    for _ in range(300):
        noise = np.zeros(28)
        for day in range(28):
            before = noise[day - 1] if day else rng.standard_normal() / math.sqrt(1 - 0.09)
            noise[day] = 0.3 * before + rng.standard_normal()
        noise *= 1.6 * math.sqrt(1 - 0.09)
        y = 5 + 1.5 * action + noise
        found = effect_posterior(days, y, action, phi_weights(design), SCALE)
        low, high = found.quantiles(np.array([0.05, 0.95]))
        inside += low <= 1.5 <= high
    assert 0.86 <= inside / 300 <= 0.97
