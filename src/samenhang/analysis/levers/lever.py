"""What holding one node a point better brings: from drawn networks to gains with their doubt."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.distributions import Floats

Drawn = NDArray[np.floating[Any]]  # draws: half the decimals are enough for chance

_SLOW = 0.95  # spectral radius above which 28 days is not yet the end
_HORIZON = 28
_SQUARINGS = 4
_MOST_POINTS = 10.0


def gains(same: Drawn, lag: Drawn, weights: Floats, horizon: int = 28) -> tuple[Floats, Floats]:
    """((D, J) goal gain of holding each node 1 better, (D,) spectral radius where above .95, else 0).

    same, lag: (D, J, J) row = target; weights: (J,). Steady state (w'W)_j / W_jj with
    W = (I - B - A)^-1; where a network is too slow for that, or where what is left of it when a node is
    held runs off the scale, day by day to the horizon.
    """
    found, radius = moves(same, lag, horizon)
    return weights @ found, radius


def moves(same: Drawn, lag: Drawn, horizon: int = 28) -> tuple[Floats, Floats]:
    """((D, J, J) how far each node (row) moves when one (column) is held 1 better, (D,) radius as above)."""
    radius = _slow_radius(same, lag, _SLOW ** (_HORIZON / horizon))
    calm, found = radius == 0, np.full(same.shape, np.inf)
    found[calm], own = _settled(same[calm], lag[calm])
    slow = ~(np.abs(found).max((1, 2)) <= _MOST_POINTS)
    slow[calm] |= own.min(1) < 0
    found[slow] = _lived(same[slow], lag[slow], horizon)
    return found, radius


def steady(same: Drawn, lag: Drawn, weights: Floats) -> Floats:
    """(D, J): (w'W)_j / W_jj."""
    return np.asarray(weights @ _settled(same, lag)[0])


def hold(same: Drawn, lag: Drawn, weights: Floats, horizon: int) -> Floats:
    """(D, J): the same by living through the days, each node held at 1; no node beyond 10 points."""
    return np.asarray(weights @ _lived(same, lag, horizon))


def _settled(same: Drawn, lag: Drawn) -> tuple[Drawn, Drawn]:
    """Moves (D, J, J), and W_jj (D, J): below 0 where the rest never settles when the node is held."""
    whole = np.linalg.inv(np.eye(same.shape[1], dtype=same.dtype) - same - lag)
    own = np.diagonal(whole, axis1=1, axis2=2)
    return np.asarray(whole / own[:, None, :]), own


def _lived(same: Drawn, lag: Drawn, horizon: int) -> Floats:
    draws, count = same.shape[:2]
    found = np.ones((draws, count, count))
    for held in range(count):
        rest = np.delete(np.arange(count), held)
        within = np.linalg.inv(np.eye(count - 1) - same[:, rest[:, None], rest])
        push = within @ (same + lag)[:, rest, held, None]
        carry = within @ lag[:, rest[:, None], rest]
        state = within @ same[:, rest, held, None]
        for _ in range(horizon - 1):
            state = np.clip(push + carry @ state, -_MOST_POINTS, _MOST_POINTS)
        found[:, rest, held] = state[:, :, 0]
    return found


def _slow_radius(same: Drawn, lag: Drawn, limit: float) -> Floats:
    """(D,) spectral radius of the day-to-day step where it is above the limit, else 0.

    A norm of a high power bounds the radius from above, so most draws need no eigenvalues.
    """
    within = np.linalg.inv(np.eye(same.shape[1], dtype=same.dtype) - same)
    step = within @ lag
    power, suspect = step, np.arange(len(step))
    with np.errstate(over="ignore", invalid="ignore"):
        for squaring in range(1, _SQUARINGS + 1):
            power = power @ power
            bound = np.sqrt(np.square(power).sum((1, 2))) ** (0.5**squaring)
            left = ~(bound <= limit)
            power, suspect = power[left], suspect[left]
    radius = np.zeros(len(step))
    if len(suspect):
        radius[suspect] = np.abs(np.linalg.eigvals(step[suspect])).max(1)
    return np.where(radius > limit, radius, 0.0)
