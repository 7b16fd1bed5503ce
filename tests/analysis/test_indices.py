"""Indices at their edges: what is not defined is None, what can be done by hand is equal."""

import json
from dataclasses import asdict
from typing import Any

import numpy as np
import pytest

from samenhang.analysis import compute_indices
from samenhang.analysis.case import Plan, read_case
from samenhang.analysis.indices import Indices
from samenhang.analysis.indices.gls import gls_ar1
from samenhang.analysis.indices.kendall import kendall
from samenhang.analysis.indices.overlap import nap


def indices(values: list, n_a: int, **changes: Any) -> Indices:
    asked: dict[str, Any] = {
        "kind": "slider",
        "better": "higher",
        "design": "AB",
        "plan": Plan(),
        "phases": ["A"] * n_a + ["B"] * (len(values) - n_a),
        "days": list(range(1, len(values) + 1)),
        **changes,
    }
    found = compute_indices(read_case(asked.pop("days"), values, asked.pop("phases"), **asked))
    assert found is not None
    return found


def test_overlap_by_hand() -> None:
    found = indices([2, 3, 4, 3, 4, 5, 6], 3)
    assert found.nap.est == pytest.approx((1.5 + 2.5 + 3 + 3) / 12)
    assert found.tau.est == pytest.approx(2 * found.nap.est - 1)
    assert (found.pnd, found.pem) == (0.5, 0.875)
    assert found.pand == pytest.approx(5 / 7)
    assert found.ird == pytest.approx((49 * 5 / 7 - 9 - 16) / 24)


def test_lower_is_better_turns_only_what_is_turned() -> None:
    up = indices([2, 3, 4, 3, 4, 5, 6], 3)
    down = indices([-2, -3, -4, -3, -4, -5, -6], 3, better="lower")
    assert (down.nap, down.pand, down.smd) == (up.nap, up.pand, up.smd)
    assert down.tau_u is not None
    assert up.tau_u is not None
    assert down.tau_u.parker.a_vs_b.s == -up.tau_u.parker.a_vs_b.s


def test_full_separation_keeps_an_open_limit() -> None:
    high = nap(np.array([1.0, 2, 3]), np.array([4.0, 5, 6]))
    low = nap(np.array([4.0, 5, 6]), np.array([1.0, 2, 3]))
    assert (high.est, high.hi95, low.est, low.lo95) == (1, 1, 0, 0)
    assert 0.4 < high.lo95 < 1
    assert low.hi95 == pytest.approx(1 - high.lo95)


def test_kendall_by_hand() -> None:
    found = kendall(np.array([1.0, 2, 3, 4]), np.array([1.0, 3, 2, 4]))
    assert (found.s, found.pairs, found.tau) == (4, 6, pytest.approx(4 / 6))
    assert found.sd == pytest.approx(np.sqrt(4 * 3 * 13 / 18))
    alone = kendall(np.array([1.0]), np.array([1.0]))
    assert (alone.tau, alone.z, alone.p) == (None, None, None)


def test_white_noise_gls_is_ols_at_phi_zero() -> None:
    """At the phi that REML finds near 0 the level is nearly the difference of means."""
    rng = np.random.default_rng(3)
    days, action = np.arange(1.0, 201), (np.arange(200) >= 100) * 1.0
    y = rng.standard_normal(200) + action
    fit = gls_ar1(days, y, action).level
    assert fit is not None
    assert abs(fit.phi) < 0.2
    assert fit.coef.level == pytest.approx(y[100:].mean() - y[:100].mean(), abs=0.05)


@pytest.mark.parametrize("n_a", [1, 2, 4])
def test_few_points_give_null_instead_of_trouble(n_a: int) -> None:
    found = indices([1.0, 5.0, 2.0, 4.0, 3.0][: n_a + 1], n_a)
    text = json.dumps(asdict(found), allow_nan=False)
    assert "NaN" not in text
    assert found.smd.pooled.est is None
    assert found.rand_test is not None


def test_one_point_a_side() -> None:
    found = indices([1.0, 5.0], 1, kind="count")
    assert found.nap.se_unbiased is None
    assert found.tau.se is None
    assert found.describe.sdA is None
    assert found.lrr is None
    assert found.ols is not None
    assert found.ols.W is None
    assert found.gls_ar1 is not None
    assert found.gls_ar1.level is None
    assert found.newey_west is None


def test_a_straight_line_fits_perfectly() -> None:
    found = indices([1.0, 2, 3, 4, 5, 6, 7, 8], 4)
    assert found.ols is not None
    assert found.ols.W is not None
    assert found.ols.W.se is found.ols.W.sigma is None
    assert found.ols.W.coef.trend == pytest.approx(1)
    assert found.gls_ar1 is not None
    assert found.gls_ar1.trend_level is None


def test_a_walk_near_one_has_no_gls() -> None:
    y = np.cumsum(np.random.default_rng(5).standard_normal(400)) * 3
    found = indices(y.tolist(), 200)
    assert found.gls_ar1 is not None
    assert found.gls_ar1.level is None


def test_a_ratio_needs_something_above_zero() -> None:
    assert indices([0.0, 0, 0, 0, 5, 6, 7], 4, kind="minutes").lrr is None
    assert indices([0.0, 0, 0, 0, 5, 6, 7], 4, kind="count").lrr is not None
    assert indices([1.0, 2, 3, 2, 5, 6, 7], 4, kind="slider").lrr is None


def test_alternation_leaves_out_what_leans_on_a_line() -> None:
    found = indices([1.0, 5, 2, 6, 3, 5], 3, phases=["A", "B"] * 3, design="alternation")
    left_out = [name for name, one in asdict(found).items() if one is None]
    assert left_out == [
        "lrr",
        "rand_test",
        "tau_bc",
        "scan_corrected_tau",
        "tau_u",
        "ols",
        "gls_ar1",
        "newey_west",
    ]


def test_a_drawn_start_without_window_has_no_test() -> None:
    assert indices([1.0, 5, 2, 6, 3, 5], 3, design="AB_random_start").rand_test is None


@pytest.mark.parametrize(
    "values", [[None] * 4, [1.0, 2.0, None, None], [1.0, 2.0] * 2000], ids=["empty", "A only", "too long"]
)
def test_a_phase_without_days_or_far_too_many_has_no_indices(values: list) -> None:
    half = len(values) // 2
    case = read_case(
        range(2 * half), values, ["A"] * half + ["B"] * half,
        kind="slider", better="higher", design="AB", plan=Plan(),
    )  # fmt: skip
    assert compute_indices(case) is None
