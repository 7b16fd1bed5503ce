"""What an estimate is asked, and what it gives back, however it was made."""

from dataclasses import dataclass

import numpy as np

from samenhang.analysis.distributions import Floats
from samenhang.analysis.levers.lever import Drawn, gains
from samenhang.analysis.levers.prior import Layout, Prior, lay_out, with_map, without_map
from samenhang.analysis.levers.rows import Soundness
from samenhang.analysis.levers.series import Series, next_fixed
from samenhang.analysis.levers.tables import Arrow, Node

_AHEAD = 0.7


@dataclass(frozen=True)
class Question:
    """nodes: all of them, in the order of a day (series.nodes are those the diary can speak of)."""

    series: Series
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    draws: int
    horizon: int
    seed: int

    def layout(self) -> Layout:
        return lay_out(self.series.nodes, self.series.fixed.shape[1])

    def priors(self, layout: Layout) -> tuple[Prior, ...]:
        """With the map, if it says anything of the nodes at hand: whole, and with gaps; and without."""
        free = without_map(layout)
        told = with_map(layout, self.series.nodes, self.arrows)
        gaps = with_map(layout, self.series.nodes, self.arrows, whole=False)
        return (told, gaps, free) if told.told.any() else (free,)


@dataclass(frozen=True)
class Draws:
    """arrows (D, J, 2 J): same day and a day later, row = target, in SDs, higher is better.

    sd (J,) points; inclusion (J, 2 J); gain (D, J) points; trust and log_bf None without a map;
    ahead (J,): the next day as expected, in SDs.
    """

    nodes: tuple[Node, ...]
    arrows: Drawn
    sd: Floats
    inclusion: Floats
    gain: Floats
    trust: float | None
    log_bf: float | None
    soundness: Soundness
    ahead: Floats


def gain_of(question: Question, nodes: tuple[Node, ...], arrows: Drawn, sd: Floats) -> tuple[Floats, Floats]:
    """Of drawn arrows in SDs, ((D, J) goal gain in points, (D,) spectral radius where above .95, else 0)."""
    weights = np.array([node.goal_weight for node in nodes])
    return gains(*in_points(arrows, sd), weights, question.horizon)


def in_points(arrows: Drawn, sd: Floats) -> tuple[Drawn, Drawn]:
    """Arrows in SDs (D, J, 2 J) as same-day and next-day ones in points, each (D, J, J)."""
    ratio = (sd[:, None] / sd[None, :]).astype(arrows.dtype)
    return arrows[:, :, : len(sd)] * ratio, arrows[:, :, len(sd) :] * ratio


def look_ahead(series: Series, layout: Layout, mean: Floats, last: Floats) -> Floats:
    """(J,) the day after the last as expected: mean (C, J, q) coefficients, last (C, J) values.

    Drawn a little to the person's usual: what fits the days behind always fits them too well.
    """
    level = mean[:, :, : layout.fixed] @ next_fixed(series)
    pushed = level + (mean[:, :, layout.lag] @ last[:, :, None])[:, :, 0]
    step = np.eye(layout.nodes) - mean[:, :, layout.same]
    return np.asarray(_AHEAD * np.linalg.solve(step, pushed[:, :, None])[:, :, 0].mean(0))
