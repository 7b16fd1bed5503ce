"""Does the diary agree with the map? For each told arrow: what did the diary add to what was told?"""

import math

import numpy as np

from samenhang.analysis.distributions import Floats
from samenhang.analysis.levers.estimate import Draws, Question
from samenhang.analysis.levers.prior import STRONG, TOLD_SD
from samenhang.analysis.levers.rows import MapCheck, ToldArrow
from samenhang.analysis.levers.tables import STRONGEST, Arrow

_MORE = 3.0  # how much likelier the diary must make it to say so
_SURE = 0.995


def check_map(question: Question, draws: Draws) -> MapCheck:
    """The map as a whole and arrow by arrow; without arrows, no map."""
    arrows = question.arrows
    told = tuple(_check(question, draws, arrow) for arrow in arrows)
    return MapCheck(bool(arrows), draws.trust, draws.log_bf, told)


def _check(question: Question, draws: Draws, arrow: Arrow) -> ToldArrow:
    measured = {node.name for node in question.series.nodes}
    place = {node.name: i for i, node in enumerate(draws.nodes)}
    if arrow.source not in place or arrow.target not in place:
        return ToldArrow(arrow.source, arrow.target, "not_measured", _before(arrow))
    i, j = place[arrow.source], place[arrow.target]
    turn = draws.nodes[i].polarity * draws.nodes[j].polarity * (1 if arrow.strength > 0 else -1)
    total = turn * (draws.arrows[:, j, i] + draws.arrows[:, j, len(place) + i])
    p = _as_told(total)
    if draws.nodes is not question.series.nodes:
        state = "open" if {arrow.source, arrow.target} <= measured else "not_measured"
        return ToldArrow(arrow.source, arrow.target, state, p)
    return ToldArrow(arrow.source, arrow.target, _state(p, _before(arrow)), p)


def _as_told(total: Floats) -> float:
    """The chance that it points as told; no arrow at all counts half."""
    return float(np.mean(total > 0) + np.mean(total == 0) / 2)


def _before(arrow: Arrow) -> float:
    """The same before the diary: sure of half of what the map gives."""
    size = STRONG * abs(arrow.strength) / STRONGEST
    return 0.5 + 0.38 * math.erf(size / TOLD_SD / math.sqrt(2))


def _state(p: float, before: float) -> str:
    odds = min(max(p, 1 - _SURE), _SURE)
    more = odds / (1 - odds) / (before / (1 - before))
    if more >= _MORE:
        return "supports"
    return "contradicts" if more <= 1 / _MORE else "open"
