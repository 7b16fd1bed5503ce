"""Simulated people are what they are said to be, and the estimate finds what was put in."""

import numpy as np
import pytest

from samenhang.analysis.levers.lever import hold
from samenhang.analysis.levers.simulate import World, regret, simulate_person
from tests.analysis.levers.people import estimate, person


@pytest.mark.parametrize(
    "world",
    [
        World(),
        World(kind="same_day", map="poor"),
        World(kind="lagged", map="wrong"),
        World(hidden_stress=True, drift=True, skips_bad_days=True, goals="some", map="none"),
        World(kind="lagged", arrows=14.0),
    ],
    ids=str,
)
def test_a_person_can_be_lived_and_written_down(world: World) -> None:
    one = simulate_person(world, np.random.default_rng(1))
    again = simulate_person(world, np.random.default_rng(1))
    assert (again.diary, again.arrows) == (one.diary, one.arrows)
    assert len(one.diary) == 1 + world.nodes
    assert all(0 <= v <= 10 and v == int(v) for name in one.diary if name != "date" for v in one.diary[name])
    assert (one.arrows is None) == (world.map == "none")
    weights = np.array([node.goal_weight for node in one.nodes])
    assert one.truth == pytest.approx(hold(one.same[None], one.lag[None], weights, 300)[0], abs=1e-3)


def test_the_truth_is_in_the_points_that_were_written_down() -> None:
    one = person(10, nodes=5, days=4000, missing=0.0, drift=True, map="none")
    points = np.column_stack([np.array(one.diary[node.name]) * node.polarity for node in one.nodes])
    trend = np.linspace(-1, 1, len(points))[1:, None]
    for node in range(5):
        earlier = np.flatnonzero(one.same[node])
        known = np.column_stack([np.ones_like(trend), trend, points[:-1], points[1:, earlier]])
        found = np.linalg.lstsq(known, points[1:, node], rcond=None)[0]
        assert found[2:7] == pytest.approx(one.lag[node], abs=0.05)
        assert found[7:] == pytest.approx(one.same[node, earlier], abs=0.05)


def test_bad_days_are_skipped_more_often() -> None:
    usual, sunny = (
        person(3, nodes=8, days=400, missing=0.4, skips_bad_days=skips, arrows=0.0) for skips in (False, True)
    )

    def mood(one) -> float:
        return sum(node.polarity * np.mean(one.diary[node.name]) for node in one.nodes)

    assert mood(sunny) > mood(usual) + 1


def test_regret_is_none_for_the_best_and_one_for_a_random_pick() -> None:
    one = person(4, nodes=8)
    assert regret(one, int(one.truth.argmax())) == 0
    assert np.mean([regret(one, i) for i in range(8)]) == pytest.approx(1)


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["fast", "full"])
def test_the_truth_lies_in_the_interval_about_nine_times_in_ten(mode: str) -> None:
    inside = []
    for seed in range(30):
        one = person(100 + seed, nodes=6, days=90, missing=0.1)
        place = {node.name: i for i, node in enumerate(one.nodes)}
        rows = estimate(one, mode=mode, draws=800).levers()
        inside += [row.lo90 <= one.truth[place[row.node]] <= row.hi90 for row in rows]
    assert 0.8 <= np.mean(inside) <= 0.99
