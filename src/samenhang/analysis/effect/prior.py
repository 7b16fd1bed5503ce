"""What the model takes for granted before it sees a diary; why: docs/methode/effect.md."""

import math
from dataclasses import dataclass

import numpy as np

from samenhang.analysis.case import Case, Design, Kind
from samenhang.analysis.distributions import Floats

PHI = np.linspace(-0.2, 0.95, 16)

# Spread of the drift over the study, in within-person SDs: often hardly any, now and then much.
DRIFT_SD = np.array([0.1, 0.4, 1.5])
DRIFT_WEIGHT = np.array([0.2, 0.4, 0.4])
EFFECT_SD = 2.4  # spread of the effect, in within-person SDs

_SLIDER_SPREAD = 1.6  # on 0-10; the customary within-person SD of a daily slider
_SLIDER_WORTH = 8  # in observations
_OWN_WORTH = 2
_MINUTES_SHARE = 0.4  # minutes: SD as a share of the mean
_SMALLEST_SHARE = 0.25


@dataclass(frozen=True)
class Scale:
    """The customary SD of the residuals (natural unit), and how many observations it weighs."""

    sd: float
    worth: int


def phi_weights(design: Design) -> Floats:
    """Prior weight of each value in `PHI`, (16,), summing to 1.

    Before/after: wide around .25 and open to high values, since a mood that stays is the usual
    way to be fooled. Drawn days: narrower, for there a high value sharpens the contrast falsely.
    """
    centre, spread = (0.2, 0.3) if design == "alternation" else (0.25, 0.4)
    weight = np.exp(-0.5 * ((PHI - centre) / spread) ** 2)
    return np.asarray(weight / weight.sum(), dtype=float)


def scale_of(kind: Kind, values: Floats) -> Scale:
    """The spread that is customary for this kind of item around this level; values (n,)."""
    if kind == "slider":
        return Scale(_SLIDER_SPREAD, _SLIDER_WORTH)
    mean, n = float(values.mean()), len(values)
    if kind == "yesno":
        share = (float(values.sum()) + 1) / (n + 2)
        return Scale(math.sqrt(max(1e-6, share * (1 - share))), _OWN_WORTH)
    if kind == "count":
        return Scale(math.sqrt(max(abs(mean), 1 / n)), _OWN_WORTH)
    return Scale(max(_MINUTES_SHARE * abs(mean), 1e-6), _OWN_WORTH)


def within_sd(case: Case, scale: Scale) -> float:
    """Pooled SD within the phases, drawn towards the customary spread; natural unit."""
    _, values, action = case.observed()
    squares = sum(
        float(np.sum((values[action == phase] - values[action == phase].mean()) ** 2)) for phase in (0, 1)
    )
    freedom = scale.worth + len(values) - 2
    return math.sqrt((scale.worth * scale.sd**2 + squares) / freedom)


def smallest_change(case: Case, sd: float) -> float:
    """The smallest change that matters: as agreed, else a quarter of the within-person SD."""
    return case.plan.smallest_change or _SMALLEST_SHARE * sd
