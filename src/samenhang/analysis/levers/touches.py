"""Why a lever: which goals move along with it, how far, and in which lens. For a page, not for the JSON."""

from dataclasses import dataclass

import numpy as np

from samenhang.analysis.levers.estimate import Draws, in_points
from samenhang.analysis.levers.lever import moves
from samenhang.analysis.levers.rows import Row

WORTH = 0.1  # points a point: less is not worth the push
_MORE_LIKELY = 0.5


@dataclass(frozen=True)
class Touch(Row):
    """How far one goal gets better (points) when a lever is held one point better; both higher is better.

    p_pos: chance that it gets better at all; touched: more likely than not it moves .1 or more, whichever
    way. The lever itself, where it is a goal, moves by the one point.
    """

    node: str
    goal: str
    domain: str
    weight: float
    mean: float
    lo90: float
    hi90: float
    p_pos: float
    touched: bool


def find_touches(draws: Draws, horizon: int) -> tuple[Touch, ...]:
    """Every lever with every goal, in the order of the day."""
    able = [i for i, node in enumerate(draws.nodes) if node.modifiable]
    goals = [i for i, node in enumerate(draws.nodes) if node.goal_weight > 0]
    moved, _ = moves(*in_points(draws.arrows, draws.sd), horizon)
    moved = moved[:, goals][:, :, able]
    low, high = np.quantile(moved, [0.05, 0.95], axis=0)
    felt = np.maximum((moved >= WORTH).mean(0), (moved <= -WORTH).mean(0)) >= _MORE_LIKELY
    mean, positive = moved.mean(0), (moved > 0).mean(0)
    return tuple(
        Touch(
            node=draws.nodes[lever].name,
            goal=draws.nodes[goal].name,
            domain=draws.nodes[goal].lens,
            weight=draws.nodes[goal].goal_weight,
            mean=float(mean[g, k]),
            lo90=float(low[g, k]),
            hi90=float(high[g, k]),
            p_pos=float(positive[g, k]),
            touched=bool(felt[g, k]),
        )
        for k, lever in enumerate(able)
        for g, goal in enumerate(goals)
    )
