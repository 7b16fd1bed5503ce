"""Diaries for the tests: quick to write, quick to change in one respect."""

from typing import Any

import numpy as np

from samenhang.analysis.effect import Effect, NotEnough, Plan, estimate_effect


def noise(seed: int, days: int, phi: float = 0.3, sd: float = 1.6) -> np.ndarray:
    """Stationary AR(1)."""
    rng = np.random.default_rng(seed)
    fresh, rest = rng.standard_normal(days), np.zeros(days)
    rest[0] = fresh[0]
    for day in range(1, days):
        rest[day] = phi * rest[day - 1] + np.sqrt(1 - phi * phi) * fresh[day]
    return sd * rest


def diary(n_a: int, n_b: int, *, effect: float = 0.0, seed: int = 1, level: float = 5.0) -> list:
    """A slider of n_a + n_b days."""
    y = level + noise(seed, n_a + n_b) + effect * (np.arange(n_a + n_b) >= n_a)
    return np.clip(np.round(y), 0, 10).tolist()


def tell(values: list, n_a: int, **changes: Any) -> Effect | NotEnough:
    """Estimate a slider diary without gaps, higher is better."""
    asked: dict[str, Any] = {
        "days": list(range(1, len(values) + 1)),
        "phases": ["A"] * n_a + ["B"] * (len(values) - n_a),
        "kind": "slider",
        "better": "higher",
        "design": "AB",
        "plan": Plan(),
        **changes,
    }
    return estimate_effect(asked.pop("days"), values, asked.pop("phases"), **asked)


def effect_of(values: list, n_a: int, **changes: Any) -> Effect:
    told = tell(values, n_a, **changes)
    assert isinstance(told, Effect), told
    return told
