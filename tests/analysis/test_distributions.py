"""Against closed forms and printed tables."""

import math

import numpy as np
import pytest

from samenhang.analysis.distributions import normal_tail_both, student_cdf, student_tail_both


def test_one_degree_of_freedom_is_cauchy() -> None:
    t = np.array([-3.0, -0.5, 0.0, 1.0, 40.0])
    assert student_cdf(t, 1) == pytest.approx(0.5 + np.arctan(t) / math.pi, abs=1e-14)


def test_two_degrees_of_freedom_have_a_root_form() -> None:
    t = np.array([-3.0, -0.5, 0.0, 1.0, 40.0])
    assert student_cdf(t, 2) == pytest.approx(0.5 + t / (2 * np.sqrt(2 + t * t)), abs=1e-14)


@pytest.mark.parametrize(
    ("df", "point"), [(3, 2.353363), (5, 2.015048), (10, 1.812461), (29, 1.699127), (120, 1.657651)]
)
def test_printed_five_percent_points(df: int, point: float) -> None:
    assert student_cdf(np.array(point), df) == pytest.approx(0.95, abs=1e-6)
    assert student_tail_both(point, df) == pytest.approx(0.10, abs=2e-6)


def test_many_degrees_of_freedom_are_nearly_normal() -> None:
    assert student_tail_both(1.96, 4000) == pytest.approx(normal_tail_both(1.96), abs=1e-4)
