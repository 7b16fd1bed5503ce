"""What else one could do with the same diary and the same map."""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec

import numpy as np

from samenhang.analysis import Fit, fit, levers_from_map
from samenhang.analysis.distributions import Floats
from samenhang.analysis.levers.lever import steady
from samenhang.analysis.levers.series import Series, align
from samenhang.analysis.levers.simulate import Person
from samenhang.analysis.levers.tables import read_diary


@dataclass(frozen=True)
class Pick:
    """The node a method would push; intervals and chances of being the best, where it has them."""

    best: str
    intervals: dict[str, tuple[float, float]] = field(default_factory=dict)
    chances: dict[str, float] = field(default_factory=dict)


def own(mode: str) -> Callable[[Person], Pick]:
    return lambda person: _pick(fit(person.diary, person.nodes, person.arrows, mode=mode))


def map_alone(person: Person) -> Pick:
    return _pick(levers_from_map(person.nodes, person.arrows))


def _pick(found: Fit) -> Pick:
    levers = found.levers()
    return Pick(
        levers[0].node,
        {row.node: (row.lo90, row.hi90) for row in levers},
        {row.node: row.p_best for row in levers},
    )


def out_degree(person: Person) -> Pick:
    """The node with the strongest arrows out, turned to 'higher is better'."""
    nodes = {node.name: node for node in person.nodes}
    out = dict.fromkeys(nodes, 0.0)
    for arrow in person.arrows or ():
        source, target = nodes[arrow.source], nodes[arrow.target]
        out[arrow.source] += arrow.strength * source.polarity * target.polarity * target.goal_weight
    return Pick(max((name for name in out if nodes[name].modifiable), key=out.__getitem__))


def correlation(person: Person) -> Pick:
    """The node that goes along most with the goals on the same day."""
    series = _series(person)
    whole = series.values[np.isfinite(series.values).all(1)]
    weights = np.array([node.goal_weight for node in series.nodes])
    return _best(series, weights @ np.corrcoef(whole.T))


def ridge_var(person: Person) -> Pick:
    """VAR(1) with one ridge for all, chosen by generalised cross-validation; same steady state."""
    series = _series(person)
    before, after = _pairs(series)
    fits = [_ridge(before, after, strength) for strength in (1, 3, 10, 30, 100, 300)]
    return _steady(series, min(fits, key=lambda one: one[0])[1])


def _ridge(before: Floats, after: Floats, strength: float) -> tuple[float, Floats]:
    inside = before.T @ before + strength * np.eye(before.shape[1])
    lag = np.linalg.solve(inside, before.T @ after).T
    used = np.trace(before @ np.linalg.solve(inside, before.T)) / len(before)
    return float(((after - before @ lag.T) ** 2).sum() / (1 - used) ** 2), lag


def statsmodels_var(person: Person) -> Pick:
    """VAR(1) by ordinary least squares; statsmodels knows no gaps, so the days stand side by side."""
    from statsmodels.tsa.api import VAR

    series = _series(person)
    whole = series.values[np.isfinite(series.values).all(1)]
    return _steady(series, VAR(whole).fit(1).coefs[0])


def _steady(series: Series, lag: Floats) -> Pick:
    ratio = series.sd[:, None] / series.sd[None, :]
    weights = np.array([node.goal_weight for node in series.nodes])
    return _best(series, steady(np.zeros((1, *lag.shape)), (lag * ratio)[None], weights)[0])


def _best(series: Series, gain: Floats) -> Pick:
    able = np.array([node.modifiable for node in series.nodes])
    return Pick(series.nodes[int(np.where(able, gain, -np.inf).argmax())].name)


def _series(person: Person) -> Series:
    return align(read_diary(person.diary, person.nodes), person.nodes)


def _pairs(series: Series) -> tuple[Floats, Floats]:
    rows = np.flatnonzero(series.pairs)
    filled = np.nan_to_num(series.values)
    before, after = filled[rows - 1], filled[rows]
    return before - before.mean(0), after - after.mean(0)


PEERS: dict[str, Callable[[Person], Pick]] = {
    "kaart alleen": map_alone,
    "uitgaande pijlen": out_degree,
    "ridge VAR": ridge_var,
    "samenhang zelfde dag": correlation,
    **({"statsmodels VAR": statsmodels_var} if find_spec("statsmodels") else {}),
}
NEEDS_MAP = {"kaart alleen", "uitgaande pijlen"}
