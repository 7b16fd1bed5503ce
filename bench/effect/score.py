"""From people to figures: false verdicts, coverage, interval score, power, CPU time."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from bench.effect.peers import Answer
from bench.effect.people import Group, Person, people

from samenhang.analysis.case import Case
from samenhang.analysis.effect import Effect, NotEnough, estimate_case


@dataclass(frozen=True)
class Cell:
    """One method on one group of people.

    Shares are 0-1; `score` in the natural unit, `score_sd` in within-person SDs; `ms` CPU a case.
    """

    group: Group
    count: int
    improved: float
    positive: float
    no_difference: float
    covered: float
    score: float
    score_sd: float
    ms: float


def own(group: Group, count: int, seed: int) -> Cell:
    """The product's own engine."""
    made = people(group, count, np.random.default_rng(seed))
    started = time.process_time()
    told = [estimate_case(person.case) for person in made]
    ms = 1000 * (time.process_time() - started) / count
    answered = [(p, r) for p, r in zip(made, told, strict=True) if isinstance(r, Effect)]
    verdicts = [str(r.verdict) for _, r in answered]
    improved, likely = verdicts.count("verbeterd"), verdicts.count("waarschijnlijk_verbeterd")
    return Cell(
        group=group,
        count=count,
        improved=improved / count,
        positive=(improved + likely) / count,
        no_difference=sum("Geen merkbaar verschil" in r.zin for _, r in answered) / count,
        **_intervals([(p, r.lo90, r.hi90) for p, r in answered]),
        ms=ms,
    )


def peer(method: Callable[[Case], Answer], group: Group, count: int, seed: int) -> Cell:
    """A peer on the very same people."""
    made = people(group, count, np.random.default_rng(seed))
    usable = [p for p in made if not isinstance(estimate_case(p.case), NotEnough)]
    started = time.process_time()
    told = [(p, method(p.case)) for p in usable]
    ms = 1000 * (time.process_time() - started) / count
    improved = sum(r.improved for _, r in told) / count
    return Cell(
        group=group,
        count=count,
        improved=improved,
        positive=improved,
        no_difference=0.0,
        **_intervals([(p, r.lo90, r.hi90) for p, r in told]),
        ms=ms,
    )


def _intervals(told: Sequence[tuple[Person, float, float]]) -> dict[str, float]:
    scores = np.array([interval_score(lo, hi, p.truth) for p, lo, hi in told])
    return {
        "covered": float(np.mean([lo <= p.truth <= hi for p, lo, hi in told])),
        "score": float(scores.mean()),
        "score_sd": float(np.mean(scores / np.array([p.sd for p, _, _ in told]))),
    }


def interval_score(lo: float, hi: float, truth: float) -> float:
    """Interval score for 90 % (Gneiting & Raftery 2007, eq. 43): width plus 20 x the miss."""
    return hi - lo + 20 * max(0.0, lo - truth, truth - hi)
