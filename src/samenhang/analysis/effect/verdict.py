"""From probabilities to one of five verdicts: the first rule that holds."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samenhang.analysis.effect.posterior import Posterior

FEWEST = 5  # observed days in each phase

_SURE = 0.95
_LIKELY = 0.85
_SMALL = 0.90


class Verdict(StrEnum):
    IMPROVED = "verbeterd"
    LIKELY_IMPROVED = "waarschijnlijk_verbeterd"
    TOO_EARLY = "te_vroeg"
    NO_DIFFERENCE = "geen_verschil"
    WORSE = "verslechterd"


@dataclass(frozen=True)
class Chances:
    """Probabilities of the turned effect (larger = better), m the smallest change that matters."""

    improved: float
    meaningful: float
    worse: float
    harder: float
    small: float


def chances_of(posterior: Posterior, sign: int, m: float) -> Chances:
    """P(> 0), P(> m), P(< -m), P(< 0) and P(|.| < 2m) of the effect turned by `sign`."""
    points = np.array([-2 * m, -m, 0.0, m, 2 * m])
    below = np.clip(posterior.below(points), 0.0, 1.0)
    if sign < 0:
        below = 1 - below[::-1]
    lowest, low, zero, high, highest = (float(one) for one in below)
    return Chances(improved=1 - zero, meaningful=1 - high, worse=low, harder=zero, small=highest - lowest)


def verdict_of(chances: Chances) -> Verdict:
    """The rule of docs/methode/effect.md, in its order."""
    if chances.meaningful >= _SURE:
        return Verdict.IMPROVED
    if chances.worse >= _SURE:
        return Verdict.WORSE
    if chances.improved >= _SURE or chances.meaningful >= _LIKELY:
        return Verdict.LIKELY_IMPROVED
    if chances.small >= _SMALL:
        return Verdict.NO_DIFFERENCE
    return Verdict.TOO_EARLY


def got_harder(chances: Chances, verdict: Verdict) -> bool:
    """It rather got harder, though not clearly enough to say so as a verdict."""
    leans = chances.harder >= _SURE or chances.worse >= _LIKELY
    return leans and verdict is not Verdict.WORSE
