"""The two distributions that the figures lean on, in NumPy alone."""

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]


def normal_tail_both(z: float) -> float:
    """P(|Z| >= |z|) for a standard normal Z."""
    return math.erfc(abs(z) / math.sqrt(2))


def student_cdf(t: Floats, df: int) -> Floats:
    """P(T <= t) for Student's t with a whole number of degrees of freedom, same shape as `t`.

    Abramowitz & Stegun (1964), 26.7.3 and 26.7.4: a finite sum, so exact to rounding.
    """
    theta = np.arctan2(t, math.sqrt(df))
    sine, cosine = np.sin(theta), np.cos(theta)
    if df % 2 == 0:
        inside = sine * _cosine_sum(cosine * cosine, _even_weights(df // 2))
        return np.asarray(0.5 + 0.5 * inside, dtype=float)
    inside = theta
    if df > 1:
        inside = theta + sine * cosine * _cosine_sum(cosine * cosine, _odd_weights((df - 1) // 2))
    return np.asarray(0.5 + inside / math.pi, dtype=float)


def student_tail_both(t: float, df: int) -> float:
    """P(|T| >= |t|) for Student's t with `df` degrees of freedom."""
    return min(1.0, 2 * float(student_cdf(np.array(-abs(t)), df)))


def _even_weights(terms: int) -> Floats:
    j = np.arange(1, terms)
    return np.concatenate([[1.0], np.cumprod((2 * j - 1) / (2 * j))])


def _odd_weights(terms: int) -> Floats:
    j = np.arange(1, terms)
    return np.concatenate([[1.0], np.cumprod((2 * j) / (2 * j + 1))])


def _cosine_sum(x: Floats, weights: Floats) -> Floats:
    """The polynomial sum(weights[j] x^j), by Horner's rule."""
    total = np.full_like(x, weights[-1])
    for weight in weights[-2::-1]:
        total *= x
        total += weight
    return total
