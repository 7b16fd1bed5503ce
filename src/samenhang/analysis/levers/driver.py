"""What moves several nodes at once and stands in no diary: drawn along, so that no arrow need explain it.

One hidden series f_t = phi f_(t-1) + u_t, u standard normal, that pushes every node it loads on the same
day (a sparse one-factor model: West 2003). It is one more column of every equation, with spikes and slabs
of its own; given the rest its days are Gaussian, even and odd ones drawn in turn.
"""

import numpy as np

from samenhang.analysis.distributions import Booleans, Floats

STAYS, STAYS_SD, MOST_STAYS = 0.3, 0.3, 0.9  # phi
LOADS_WORTH = 2.0  # how many nodes the knowledge about how common loads are weighs


class Driver:
    """Of C chains: days (C, T), and stays (C,), the share that is left a day later."""

    def __init__(self, chains: int, days: int) -> None:
        self.days = np.zeros((chains, days))
        self.stays = np.full(chains, STAYS)

    def start(self, rest: Floats, on: Booleans) -> Floats:
        """Set out from what the nodes share most; rest (C, T - 1, J). (C, J) loads, 0 in chains not on."""
        left, size, right = np.linalg.svd(rest, full_matrices=False)
        scale = np.sqrt(rest.shape[1]) * np.where(right[:, :1].sum(2) < 0, -1, 1)  # up is better
        self.days[:, 1:] = left[:, :, 0] * scale
        return np.asarray(right[:, 0] * size[:, :1] / scale * on[:, None])

    def draw(self, rest: Floats, load: Floats, noise: Floats, rng: np.random.Generator) -> None:
        """Every day anew: rest (C, T - 1, J) what all else leaves of the nodes; load, noise (C, J)."""
        firm = load / noise
        owed = np.zeros_like(self.days)
        owed[:, 1:] = (rest @ firm[:, :, None])[:, :, 0]
        draw_days(self.days, self.stays, owed, (load * firm).sum(1), rng)
        self.stays = draw_stays(self.days, rng)


def draw_days(days: Floats, stays: Floats, owed: Floats, firm: Floats, rng: np.random.Generator) -> None:
    """In place, days (C, T): owed (C, T) what nodes ask of all days but the first, firm (C,) how firmly."""
    last, chance = days.shape[1] - 1, rng.standard_normal(days.shape)
    for parity in (0, 1):
        at = np.arange(parity, last + 1, 2)
        before, after = at > 0, at < last
        beside = np.zeros((len(days), len(at)))
        beside[:, before] += days[:, at[before] - 1]
        beside[:, after] += days[:, at[after] + 1]
        precision = 1 + stays[:, None] ** 2 * (before & after) + firm[:, None] * before
        centre = (stays[:, None] * beside + owed[:, at]) / precision
        days[:, at] = centre + chance[:, at] / np.sqrt(precision)


def draw_stays(days: Floats, rng: np.random.Generator) -> Floats:
    """(C,) how much of the driver is left a day later, between 0 and .9."""
    precision = (days[:, :-1] ** 2).sum(1) + STAYS_SD**-2
    centre = ((days[:, 1:] * days[:, :-1]).sum(1) + STAYS * STAYS_SD**-2) / precision
    drawn = centre + rng.standard_normal(len(days)) / np.sqrt(precision)
    return np.asarray(np.clip(drawn, 0.0, MOST_STAYS))


def draw_common(there: Booleans, usual: float, rng: np.random.Generator) -> Floats:
    """(C,) how common loads are in this person: there (C, J)."""
    found, many = there.sum(1), there.shape[1]
    yes = rng.standard_gamma(LOADS_WORTH * usual + found)
    no = rng.standard_gamma(LOADS_WORTH * (1 - usual) + many - found)
    return np.asarray(np.clip(yes / (yes + no), 0.005, 0.95))
