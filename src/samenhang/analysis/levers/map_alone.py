"""The map without a diary: lived through as it was told, with all the doubt that goes with telling."""

import numpy as np

from samenhang.analysis.distributions import Floats
from samenhang.analysis.levers.estimate import Draws, Question, gain_of
from samenhang.analysis.levers.moves import Places
from samenhang.analysis.levers.prior import RESIDUAL, lay_out, map_odds, with_map
from samenhang.analysis.levers.rows import Soundness

USUAL_SD = 1.6  # points: the customary spread within a person of a daily slider 0-10


def estimate_map_alone(question: Question) -> Draws:
    """Networks as the map makes them likely, for all nodes, measured or not."""
    nodes = question.nodes
    layout = lay_out(nodes, fixed=0)
    prior = with_map(layout, nodes, question.arrows)
    rng = np.random.default_rng(question.seed)
    shape = (question.draws, *prior.chance.shape)
    there = layout.allowed & (rng.random(shape) < prior.chance)
    size = prior.mean + np.sqrt(prior.variance * RESIDUAL) * rng.standard_normal(shape)
    arrows = np.where(there, size, 0.0)
    known = {report.node: report.sd for report in question.series.report if report.kept}
    sd = np.array([known.get(node.name, USUAL_SD) for node in nodes])
    gain, radius = gain_of(question, nodes, arrows, sd)
    settled = _settled(radius)
    arrows, gain = arrows[settled], gain[settled]
    odds = map_odds(0)
    return Draws(
        nodes=nodes,
        arrows=arrows,
        sd=sd,
        inclusion=np.where(layout.allowed, prior.chance, 0.0),
        gain=gain,
        trust=odds / (1 + odds) if question.arrows else None,
        log_bf=0.0 if question.arrows else None,
        soundness=Soundness(1.0, float(question.draws), float(np.mean(radius >= 1))),
        ahead=np.zeros(len(nodes)),
    )


def _settled(radius: Floats) -> Places:
    """Places (D,) of draws that settle; one that never does gives way to the next that does.

    A map told in full strength soon runs away with itself, and a person does not.
    """
    calm = np.flatnonzero(radius < 1)
    if not len(calm):
        return np.arange(len(radius))
    return np.asarray(calm[np.searchsorted(calm, np.arange(len(radius))) % len(calm)])
