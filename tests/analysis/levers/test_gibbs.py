"""The sampler against the sum over everything that can be, and the day that never runs in a circle."""

import math
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from samenhang.analysis.levers import gibbs
from samenhang.analysis.levers.gibbs import Start, sample
from samenhang.analysis.levers.prior import LEAN, lay_out, order_nodes, with_map, without_map
from samenhang.analysis.levers.tables import Arrow, Node
from tests.analysis.levers.people import layout_of, person, series_of
from tests.analysis.levers.test_network import brute_force


@pytest.fixture
def as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    """What arrows are like is not learned but taken as usual, so that sums can be written out."""
    monkeypatch.setattr(gibbs._Chains, "_kind_of_arrows", lambda self, there: None)


def run(series, layout, prior, sweeps=300, chains=40):
    start = Start(prior, np.zeros_like(prior.mean))
    found = sample(series, layout, [start] * chains, sweeps, np.random.default_rng(3))
    return found.arrows.reshape(-1, layout.nodes, 2 * layout.nodes)


def weigh_all(series, layout, prior):
    """Chance of every set of arrows, by the marginal likelihood of each equation."""
    x = np.concatenate([series.fixed[1:], series.values[1:], series.values[:-1]], axis=1)
    mean = prior.mean + LEAN * (layout.arrows & ~prior.told)
    places = [tuple(place) for place in np.argwhere(layout.arrows)]
    weights = {}
    for flags in product((False, True), repeat=len(places)):
        there = {p for p, flag in zip(places, flags, strict=True) if flag}
        if any((j, layout.fixed + i) in there and (i, layout.fixed + j) in there for i, j in [(0, 1)]):
            continue
        log = 0.0
        for node in range(layout.nodes):
            used = ~layout.arrows[node] & layout.possible[node]
            used[[column for row, column in there if row == node]] = True
            log += brute_force(
                series.values[1:, node], x[:, used], mean[node, used], prior.variance[node, used]
            )[2]
        log += sum(math.log(prior.chance[p] if p in there else 1 - prior.chance[p]) for p in places)
        weights[frozenset(there)] = log
    top = max(weights.values())
    share = {key: math.exp(one - top) for key, one in weights.items()}
    return {key: one / sum(share.values()) for key, one in share.items()}


@pytest.mark.parametrize("slots", [(1, 2), (2, 2)], ids=["order known", "order not known"])
@pytest.mark.usefixtures("as_usual")
def test_two_nodes_equal_the_sum_over_every_network(slots) -> None:
    series = series_of(person(21, nodes=2, days=25, missing=0.0, map="none", arrows=2.0))
    nodes = tuple(replace(node, slot=slot) for node, slot in zip(series.nodes, slots, strict=True))
    layout = lay_out(nodes, 3)
    prior = without_map(layout)
    drawn = run(replace(series, nodes=nodes), layout, prior) != 0
    share = weigh_all(series, layout, prior)
    for j, column in np.argwhere(layout.arrows):
        exact = sum(one for there, one in share.items() if (j, column) in there)
        assert drawn[:, j, column - layout.fixed].mean() == pytest.approx(exact, abs=0.03)


def test_a_slot_of_many_never_runs_in_a_circle() -> None:
    one = person(22, nodes=5, days=40, map="none", kind="same_day", arrows=3.0)
    series = series_of(replace(one, nodes=tuple(replace(node, slot=2) for node in one.nodes)))
    layout = layout_of(series)
    assert layout.crowded
    drawn = run(series, layout, without_map(layout), sweeps=30, chains=20)
    step = (drawn[:, :, :5] != 0).astype(float)
    assert step.any(axis=(1, 2)).mean() > 0.5
    assert np.all(np.linalg.matrix_power(step, 5) == 0)


def test_told_arrows_may_be_all_there_is() -> None:
    series = series_of(person(23, nodes=3, map="none"))
    layout = layout_of(series)
    names = [node.name for node in series.nodes]
    prior = with_map(layout, series.nodes, [Arrow(a, b, 1.0) for a in names for b in names if a != b])
    assert np.all(np.isfinite(run(series, layout, prior, sweeps=20, chains=4)))


def test_the_order_of_a_day_is_slot_then_map_then_name() -> None:
    nodes = [Node("a", slot=2), Node("b", slot=2), Node("c", slot=0), Node("d", slot=2)]
    assert [n.name for n in order_nodes(nodes, [])] == ["c", "a", "b", "d"]
    assert [n.name for n in order_nodes(nodes, [Arrow("d", "a", 1), Arrow("a", "b", 1)])] == list("cdab")
    circle = [Arrow("a", "b", 1), Arrow("b", "d", 1), Arrow("d", "a", 1), Arrow("d", "b", 1)]
    assert [n.name for n in order_nodes(nodes, circle)] == ["c", "d", "a", "b"]
