"""Simulated people with a known network: for the tests and the bench, never for a real person."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from samenhang.analysis.distributions import Booleans, Floats
from samenhang.analysis.levers.lever import gains
from samenhang.analysis.levers.tables import LENSES, SLOTS, Arrow, Node

WorldKind = Literal["mixed", "same_day", "lagged"]
MapKind = Literal["good", "poor", "wrong", "none"]

_FIRST = dt.date(2025, 3, 3)
_BURN = 40
_STABLE = 0.9
_TODAY = 0.6  # share of arrows that work the same day, where they can


@dataclass(frozen=True)
class World:
    """What kind of people. missing: share of skipped days; the flags add what a model may not know."""

    nodes: int = 8
    days: int = 60
    missing: float = 0.2
    kind: WorldKind = "mixed"
    map: MapKind = "good"
    arrows: float = 1.4  # a node, on average
    hidden_stress: bool = False
    drift: bool = False
    skips_bad_days: bool = False
    goals: Literal["all", "some"] = "all"


@dataclass(frozen=True)
class Person:
    """diary: columns with 'date'; arrows: the map; truth: (J,) gain of holding each node, in points."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...] | None
    diary: dict[str, list[Any]]
    same: Floats
    lag: Floats
    truth: Floats


def simulate_person(world: World, rng: np.random.Generator) -> Person:
    """One person; same, lag: (J, J) row = target, in points, higher is better."""
    nodes = _nodes(world, rng)
    same, lag = _network(world, rng)
    states = _live(world, same, lag, rng)
    sd = rng.uniform(1.3, 2.0, world.nodes)
    spread = states.std(0)
    ratio = (sd / spread)[:, None] / (sd / spread)[None, :]  # points as the days were lived, not as expected
    weights = np.array([node.goal_weight for node in nodes])
    return Person(
        nodes=nodes,
        arrows=_told(world, same + lag, nodes, rng),
        diary=_written(world, states / spread, sd, nodes, rng),
        same=same * ratio,
        lag=lag * ratio,
        truth=gains((same * ratio)[None], (lag * ratio)[None], weights)[0][0],
    )


def regret(person: Person, chosen: int) -> float:
    """0 = the best modifiable node, 1 = as good as a random pick, in the true gains."""
    able = np.array([node.modifiable for node in person.nodes])
    best, usual = person.truth[able].max(), person.truth[able].mean()
    return float((best - person.truth[chosen]) / max(best - usual, 1e-12))


def _nodes(world: World, rng: np.random.Generator) -> tuple[Node, ...]:
    slots = np.sort(rng.integers(0, SLOTS, world.nodes))
    goal = np.ones(world.nodes)
    if world.goals == "some":
        goal = np.zeros(world.nodes)
        goal[rng.choice(world.nodes, 3, replace=False)] = rng.integers(1, 4, 3)
    names = [f"n{i}" for i in rng.permutation(world.nodes)]
    return tuple(
        Node(
            name=names[i],
            lens=LENSES[i % 3],
            polarity=int(rng.choice([1, -1])),
            goal_weight=float(goal[i]),
            modifiable=bool(world.goals == "all" or goal[i] == 0),
            slot=int(slots[i]),
        )
        for i in range(world.nodes)
    )


def _network(world: World, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """(B, A) for unit noise: arrows on the same day only to a later place in the order."""
    count = world.nodes
    same, lag = np.zeros((count, count)), np.zeros((count, count))
    better = rng.uniform(0.5, 1.0)  # share of arrows along which good brings good
    pairs = [(i, j) for i in range(count) for j in range(count) if i != j]
    for at in rng.choice(len(pairs), rng.poisson(world.arrows * count), replace=True):
        i, j = pairs[int(at)]
        size = rng.uniform(0.15, 0.5) * (1 if rng.random() < better else -1)
        today = i < j and (world.kind == "same_day" or (world.kind == "mixed" and rng.random() < _TODAY))
        (same if today else lag)[j, i] = size
    lag[np.arange(count), np.arange(count)] = rng.uniform(0.05, 0.45, count)
    while _radius(same, lag) > _STABLE:
        same, lag = same * 0.9, lag * 0.9
    return same, lag


def _radius(same: Floats, lag: Floats) -> float:
    step = np.linalg.solve(np.eye(len(same)) - same, lag)
    return float(np.abs(np.linalg.eigvals(step)).max())


def _live(world: World, same: Floats, lag: Floats, rng: np.random.Generator) -> Floats:
    """(days, J) states in units of the noise."""
    count, whole = world.nodes, np.linalg.inv(np.eye(world.nodes) - same)
    load = rng.uniform(0.3, 0.8, count) * rng.integers(0, 2, count) * world.hidden_stress
    state, stress = np.zeros(count), 0.0
    days = []
    for _ in range(_BURN + world.days):
        stress = 0.6 * stress + 0.8 * rng.standard_normal()
        state = whole @ (lag @ state + rng.standard_normal(count) - load * stress)
        days.append(state)
    lived = np.array(days[_BURN:])
    if world.drift:
        slope = rng.normal(0, 1.5, count)
        lived = lived + np.linspace(-0.5, 0.5, world.days)[:, None] * slope
    return lived


def _written(
    world: World, states: Floats, sd: Floats, nodes: tuple[Node, ...], rng: np.random.Generator
) -> dict[str, list[Any]]:
    """Whole points 0-10, with skipped days absent; states in SDs."""
    sign = np.array([node.polarity for node in nodes])
    level = rng.uniform(4.0, 6.5, world.nodes)
    points = np.clip(np.round(level + sign * states * sd), 0, 10)
    kept = np.flatnonzero(~_skipped(world, states, rng))
    columns: dict[str, list[Any]] = {
        "date": [(_FIRST + dt.timedelta(days=int(day))).isoformat() for day in kept]
    }
    for i in rng.permutation(world.nodes):
        columns[nodes[i].name] = points[kept, i].tolist()
    return columns


def _skipped(world: World, states: Floats, rng: np.random.Generator) -> Booleans:
    chance = np.full(world.days, world.missing)
    if world.skips_bad_days:
        mood = states.mean(1) / states.mean(1).std()
        tilt = np.exp(-1.2 * mood)
        chance = np.minimum(0.9, world.missing * tilt / tilt.mean())
    skipped = rng.random(world.days) < chance
    skipped[[0, -1]] = False
    return np.asarray(skipped)


def _told(
    world: World, total: Floats, nodes: tuple[Node, ...], rng: np.random.Generator
) -> tuple[Arrow, ...] | None:
    """The map in whole strengths: seen with a chance and a blur that depend on the kind of map."""
    if world.map == "none":
        return None
    seen, invented, blur = {"good": (0.75, 2.5, 1.0), "poor": (0.45, 6.0, 1.5), "wrong": (0.75, 2.5, 1.0)}[
        world.map
    ]
    count = world.nodes
    if world.map == "wrong":
        mixed = rng.permutation(count)
        total = total[np.ix_(mixed, mixed)]
    strengths: dict[tuple[int, int], int] = {}
    for j, i in zip(*np.nonzero(total * (1 - np.eye(count))), strict=True):
        if rng.random() < seen:
            strengths[int(i), int(j)] = _strength(total[j, i] * 3 / 0.45 + blur * rng.standard_normal())
    for _ in range(rng.poisson(invented)):
        i, j = (int(one) for one in rng.choice(count, 2, replace=False))
        strengths.setdefault((i, j), int(rng.choice([-2, -1, 1, 2])))
    turn = np.array([node.polarity for node in nodes])
    return tuple(
        Arrow(nodes[i].name, nodes[j].name, float(m * turn[i] * turn[j]))
        for (i, j), m in sorted(strengths.items())
        if m
    )


def _strength(value: float) -> int:
    return int(np.clip(np.round(value), -3, 3))
