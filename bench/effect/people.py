"""Simulated people with a known truth: sliders, minutes, counts and yes/no, with AR(1) days."""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.case import Better, Case, Design, Kind, Plan
from samenhang.analysis.draws import Draw

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]

_erf = np.vectorize(math.erf)


@dataclass(frozen=True)
class Group:
    """One cell of people. Drift (over the study) and effect in within-person SDs."""

    n_a: int
    n_b: int
    phi: float
    drift: float
    effect: float
    kind: Kind = "slider"
    design: Design = "AB"
    step: float = 1.0
    sd_spread: float = 0.25
    missing: str = "none"  # none, random, bad_days
    start: str = "planned"  # planned, after_bad_days
    better: Better = "higher"
    draw: Literal["pairs", "balanced"] = "pairs"

    @property
    def sign(self) -> int:
        return 1 if self.better == "higher" else -1


@dataclass(frozen=True)
class Person:
    """One diary, and what is true of it: the effect in the natural unit and the person's SD."""

    case: Case
    truth: float
    sd: float


def people(group: Group, count: int, rng: np.random.Generator) -> list[Person]:
    """`count` people of one cell."""
    noise = _residuals(rng, count, group.n_a + group.n_b, group.phi)
    return [_person(group, row, _action(group, row, rng), rng) for row in noise]


def _residuals(rng: np.random.Generator, count: int, days: int, phi: float) -> Floats:
    """Stationary AR(1) with variance 1, (count, days)."""
    fresh = rng.standard_normal((count, days))
    rest = np.empty_like(fresh)
    rest[:, 0] = fresh[:, 0]
    for day in range(1, days):
        rest[:, day] = phi * rest[:, day - 1] + math.sqrt(1 - phi * phi) * fresh[:, day]
    return rest


def _action(group: Group, row: Floats, rng: np.random.Generator) -> Booleans:
    days = np.arange(len(row))
    if group.design == "alternation":
        if group.draw == "balanced":
            return rng.permutation(len(row)) < len(row) // 2
        first = rng.random(len(row) // 2) < 0.5
        return np.stack([first, ~first], axis=1).ravel()
    if group.start == "after_bad_days":
        return days >= _after_bad_days(group.sign * row, group)
    return days >= group.n_a


def _after_bad_days(good: Floats, group: Group) -> int:
    """The first day, from day n_a / 2 on, that follows three days at -.8 SD on average."""
    lows = np.convolve(good, np.ones(3) / 3, mode="valid")
    latest = group.n_a + group.n_b // 3
    starts = [day for day in range(max(5, group.n_a // 2), latest) if lows[day - 3] < -0.8]
    return starts[0] if starts else latest


def _person(group: Group, row: Floats, action: Booleans, rng: np.random.Generator) -> Person:
    days = len(row)
    time = (np.arange(days) - (days - 1) / 2) / (days - 1)
    item = _ITEMS[group.kind](group, rng)
    without = group.sign * group.drift * time
    with_action = without + group.sign * group.effect * action
    values = item.say(with_action + row, rng)
    gain = item.expected(with_action[action]) - item.expected(without[action])
    case = Case(
        days=np.arange(1, days + 1),
        values=_leave_out(values, group.sign * row, group, rng),
        action=action,
        kind=group.kind,
        better=group.better,
        design=group.design,
        plan=Plan(days=days, draw=Draw(group.draw) if group.design == "alternation" else None),
    )
    return Person(case, float(gain.mean()), item.sd)


def _leave_out(values: Floats, good: Floats, group: Group, rng: np.random.Generator) -> Floats:
    """20 of 100 days missing at random, or mostly the bad ones (35 below the middle, 5 above)."""
    share = {
        "none": np.zeros(len(values)),
        "random": np.full(len(values), 0.2),
        "bad_days": np.where(good < 0, 0.35, 0.05),
    }[group.missing]
    return np.where(rng.random(len(values)) < share, np.nan, values)


@dataclass(frozen=True)
class _Slider:
    level: float
    sd: float
    step: float

    def say(self, z: Floats, _rng: np.random.Generator) -> Floats:
        raw = (self.level + self.sd * z) / self.step
        return np.clip(np.round(raw) * self.step, 0, 10)

    def expected(self, mean: Floats) -> Floats:
        """E of the rounded, clipped value: the sum of P(value > each cut), steps of `step`."""
        cuts = np.arange(0, 10, self.step) + self.step / 2
        z = (cuts - (self.level + self.sd * mean)[:, None]) / self.sd
        return self.step * np.sum(0.5 - 0.5 * _erf(z / math.sqrt(2)), axis=1)


@dataclass(frozen=True)
class _Minutes:
    """Lognormal minutes, whole: a long evening is longer than a short one is short."""

    level: float
    spread: float

    @property
    def sd(self) -> float:
        return self.level * self.spread

    def say(self, z: Floats, _rng: np.random.Generator) -> Floats:
        return np.round(self.level * np.exp(self.spread * z))

    def expected(self, mean: Floats) -> Floats:
        return self.level * np.exp(self.spread * mean + self.spread**2 / 2)


@dataclass(frozen=True)
class _Count:
    """Poisson counts around a lognormal rate."""

    level: float
    spread: float = 0.4

    @property
    def sd(self) -> float:
        return math.sqrt(self.level + (self.spread * self.level) ** 2)

    def say(self, z: Floats, rng: np.random.Generator) -> Floats:
        return rng.poisson(self.level * np.exp(self.spread * z)).astype(float)

    def expected(self, mean: Floats) -> Floats:
        return self.level * np.exp(self.spread * mean + self.spread**2 / 2)


@dataclass(frozen=True)
class _YesNo:
    cut: float

    @property
    def sd(self) -> float:
        share = float(self.expected(np.zeros(1))[0])
        return math.sqrt(share * (1 - share))

    def say(self, z: Floats, _rng: np.random.Generator) -> Floats:
        return (z > self.cut).astype(float)

    def expected(self, mean: Floats) -> Floats:
        return 0.5 - 0.5 * _erf((self.cut - mean) / math.sqrt(2))


def _slider(group: Group, rng: np.random.Generator) -> _Slider:
    sd = 1.6 * math.exp(group.sd_spread * rng.standard_normal())
    return _Slider(rng.uniform(3.5, 6.5), sd, group.step)


_ITEMS = {
    "slider": _slider,
    "minutes": lambda _, rng: _Minutes(rng.uniform(25, 60), rng.uniform(0.25, 0.5)),
    "count": lambda _, rng: _Count(rng.uniform(2, 8)),
    "yesno": lambda _, rng: _YesNo(rng.uniform(-0.5, 0.5)),
}
