"""Why a lever: what it does to every goal adds up to its gain, and is told in the lenses of the map."""

import numpy as np
import pytest

from samenhang.analysis.levers.fit import fit, levers_from_map
from samenhang.analysis.levers.tables import Node
from tests.analysis.levers.people import estimate, person


@pytest.mark.parametrize("mode", ["fast", "full"])
def test_what_a_lever_does_to_each_goal_adds_up_to_its_gain(mode: str) -> None:
    found = estimate(person(41, nodes=6, goals="some"), mode=mode)
    weights = {node.name: node.goal_weight for node in found.nodes}
    touches = found.touches()
    assert {touch.goal for touch in touches} == {name for name, weight in weights.items() if weight > 0}
    for lever in found.levers():
        own = [touch for touch in touches if touch.node == lever.node]
        assert sum(touch.weight * touch.mean for touch in own) == pytest.approx(lever.mean, abs=1e-4)


def test_touches_come_with_the_best_lever_first_and_the_goals_as_they_were_given() -> None:
    found = estimate(person(42), mode="fast")
    order = [(touch.node, touch.goal) for touch in found.touches()]
    assert order == [(lever.node, node.name) for lever in found.levers() for node in found.nodes]
    itself = [touch for touch in found.touches() if touch.node == touch.goal]
    assert all((touch.mean, touch.p_pos, touch.touched) == (1.0, 1.0, True) for touch in itself)


def test_a_goal_is_touched_where_it_moves_whichever_way() -> None:
    rng = np.random.default_rng(7)
    sleep, other = rng.normal(5, 1.6, (2, 100))
    diary = {
        "date": [str(day) for day in np.datetime64("2025-01-01") + np.arange(100)],
        "slaap": sleep,
        "rust": 5 + 0.8 * (sleep - 5) + rng.normal(0, 1.0, 100),
        "werk": 5 - 0.8 * (sleep - 5) + rng.normal(0, 1.0, 100),
        "los": other,
    }
    nodes = [
        Node("slaap", "bio", 1, 0, slot=0),
        Node("rust", "psycho", slot=3),
        Node("werk", "sociaal", slot=2),
        Node("los", "sociaal", slot=1),
    ]
    touches = [touch for touch in fit(diary, nodes, mode="fast").touches() if touch.node == "slaap"]
    assert {touch.goal: (touch.domain, touch.touched) for touch in touches} == {
        "rust": ("psycho", True),
        "werk": ("sociaal", True),
        "los": ("sociaal", False),
    }
    assert {touch.goal: round(touch.p_pos) for touch in touches if touch.touched} == {"rust": 1, "werk": 0}


def test_the_map_alone_also_tells_why() -> None:
    nodes = [Node("slaap", slot=0), Node("rust", "psycho", slot=3), Node("los", "sociaal", slot=3)]
    touches = levers_from_map(nodes, [("slaap", "rust", 3)]).touches()
    assert [t.touched for t in touches if t.node == "slaap"] == [True, True, False]
