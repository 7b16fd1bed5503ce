"""Days and values that were not filled in, drawn from the network between the days around them.

Given the network, a missing day is Gaussian: it must follow from the day before and explain the day
after. Days of one pattern are drawn together, even and odd days in turn, for all chains at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.distributions import Booleans, Floats
from samenhang.analysis.levers.prior import SKIPPING, SKIPPING_SD

Place = Literal["first", "inner", "last"]


@dataclass(frozen=True)
class Gap:
    """Days (n,) on which the same nodes are missing, none of them neighbours."""

    days: NDArray[np.int64]
    missing: NDArray[np.int64]
    there: NDArray[np.int64]
    place: Place


@dataclass(frozen=True)
class Network:
    """Of every chain: step (C, J, J) = I - B, lag (C, J, J), noise (C, J) variance, level (C, T, J).

    skipping (C,): how much likelier a day is skipped for every SD that it is worse, on the log scale.
    """

    step: Floats
    lag: Floats
    noise: Floats
    level: Floats
    skipping: Floats


def find_gaps(missing: Booleans) -> tuple[Gap, ...]:
    """What is to be drawn: missing (T, J)."""
    return tuple(_gaps(missing))


def _gaps(missing: Booleans) -> Iterator[Gap]:
    last = len(missing) - 1
    groups: dict[tuple[bytes, str, int], list[int]] = {}
    for day in np.flatnonzero(missing.any(1)):
        place = "first" if day == 0 else "last" if day == last else "inner"
        groups.setdefault((missing[day].tobytes(), place, int(day) % 2), []).append(int(day))
    for (_, place, _), days in groups.items():
        pattern = missing[days[0]]
        yield Gap(np.array(days), np.flatnonzero(pattern), np.flatnonzero(~pattern), place)  # type: ignore[arg-type]


def fill(values: Floats, gaps: tuple[Gap, ...], network: Network, rng: np.random.Generator) -> None:
    """Draw every gap anew, in place: values (C, T, J)."""
    back = network.step.transpose(0, 2, 1) / network.noise[:, None, :]  # (I - B)' D
    ahead = network.lag.transpose(0, 2, 1) / network.noise[:, None, :]  # A' D
    follows, explains = back @ network.step, ahead @ network.lag
    usual = np.broadcast_to(np.eye(values.shape[2]), follows.shape)
    precisions = {"first": explains + usual, "inner": follows + explains, "last": follows}
    for gap in gaps:
        _draw(values, gap, precisions[gap.place], _pull(values, gap, network, back, ahead), rng)


def _pull(values: Floats, gap: Gap, network: Network, back: Floats, ahead: Floats) -> Floats:
    """(C, n, J): what the days around ask of these days, in units of precision."""
    pull = np.zeros((len(values), len(gap.days), values.shape[2]))
    if gap.place != "first":
        expected = values[:, gap.days - 1] @ network.lag.transpose(0, 2, 1) + network.level[:, gap.days]
        pull += expected @ back.transpose(0, 2, 1)
    if gap.place != "last":
        owed = values[:, gap.days + 1] @ network.step.transpose(0, 2, 1) - network.level[:, gap.days + 1]
        pull += owed @ ahead.transpose(0, 2, 1)
    if not len(gap.there):
        pull -= network.skipping[:, None, None] / values.shape[2]
    return pull


def draw_skipping(values: Floats, skipped: Booleans, rng: np.random.Generator) -> Floats:
    """(C,) how far worse days are skipped more often: values (C, T, J), skipped (T,) whole days.

    A day is skipped in proportion to exp(-b mood), mood = the mean over nodes; then the skipped days are
    Gaussian with a shifted mean, and so is b, near enough, given the moods.
    """
    mood = values.mean(2)
    many, spread = int(skipped.sum()), mood.var(1)
    gap = mood[:, skipped].mean(1) - mood.mean(1)
    precision = many * spread + SKIPPING_SD**-2
    centre = (SKIPPING * SKIPPING_SD**-2 - many * gap) / precision
    return np.asarray(centre + rng.standard_normal(len(mood)) / np.sqrt(precision))


def _draw(values: Floats, gap: Gap, precision: Floats, pull: Floats, rng: np.random.Generator) -> None:
    own = precision[:, gap.missing[:, None], gap.missing]
    known = precision[:, gap.missing[:, None], gap.there]
    rest = values[:, gap.days[:, None], gap.there]
    asked = pull[:, :, gap.missing] - rest @ known.transpose(0, 2, 1)
    covariance = np.linalg.inv(own)
    spread = np.linalg.cholesky((covariance + covariance.transpose(0, 2, 1)) / 2)
    chance = rng.standard_normal(asked.shape) @ spread.transpose(0, 2, 1)
    values[:, gap.days[:, None], gap.missing] = asked @ covariance + chance
