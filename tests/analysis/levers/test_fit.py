"""What must hold of every estimate: same seed same bytes, order is nothing, a missing day is nothing."""

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from samenhang.analysis import fit as fit_by_name
from samenhang.analysis import levers_from_map
from samenhang.analysis.case import InputError
from samenhang.analysis.levers.fit import fit
from samenhang.analysis.levers.map_alone import _settled
from samenhang.analysis.levers.simulate import Person
from samenhang.analysis.levers.tables import Arrow, Node
from tests.analysis.levers.people import QUICK, estimate, person, without_days

MODES = ["fast", "full"]


def told(found: Any) -> dict[str, Any]:
    """The JSON without the order of its rows."""
    document = json.loads(found.to_json())
    for key in ("levers", "edges"):
        document[key] = sorted(document[key], key=str)
    document["data"]["nodes"] = sorted(document["data"]["nodes"], key=str)
    document["map_check"]["arrows"] = sorted(document["map_check"]["arrows"], key=str)
    return document


def test_the_packages_own_name_leads_here() -> None:
    assert fit_by_name is fit


@pytest.mark.parametrize("mode", MODES)
def test_the_document_is_whole(mode: str) -> None:
    document = json.loads(estimate(person(), mode=mode).to_json())
    assert list(document) == [
        *("schema", "version", "seed", "input_sha256", "data", "verdict", "map_check", "levers", "edges"),
        *("diagnostics", "horizon", "unit"),
    ]
    assert (document["schema"], document["unit"], document["horizon"]) == ("samenhang.levers/1", "points", 28)
    assert list(document["data"]) == ["days", "observed", "pairs", "first", "last", "nodes"]
    assert list(document["levers"][0]) == [
        *("node", "rank", "mean", "lo90", "hi90", "p_best", "p_pos", "p_sesoi"),
    ]
    assert list(document["edges"][0]) == [
        *("source", "target", "lag", "mean", "lo90", "hi90", "p_pos", "p_incl", "in_map"),
    ]
    assert [one["rank"] for one in document["levers"]] == [1, 2, 3, 4, 5]
    assert sum(one["p_best"] for one in document["levers"]) == pytest.approx(1, abs=1e-5)
    assert document["diagnostics"]["ess_min"] > 50


@pytest.mark.parametrize("mode", MODES)
def test_same_seed_same_bytes(mode: str) -> None:
    one = person(2)
    first, again, other = (estimate(one, mode=mode, seed=seed).to_json() for seed in (3, 3, 4))
    assert first == again
    assert first != other


@pytest.mark.parametrize("mode", MODES)
def test_order_of_columns_nodes_rows_and_arrows_changes_nothing(mode: str) -> None:
    one = person(3)
    turned = replace(
        one,
        nodes=one.nodes[::-1],
        arrows=(one.arrows or ())[::-1],
        diary={name: one.diary[name][::-1] for name in reversed(one.diary)},
    )
    assert told(estimate(turned, mode=mode)) == told(estimate(one, mode=mode))


@pytest.mark.parametrize("mode", MODES)
def test_a_mirrored_column_with_its_polarity_turned_gives_the_same_levers(mode: str) -> None:
    one = person(4)
    name = one.nodes[0].name
    mirrored = Person(
        nodes=(replace(one.nodes[0], polarity=-one.nodes[0].polarity), *one.nodes[1:]),
        arrows=tuple(
            replace(a, strength=-a.strength) if name in {a.source, a.target} else a for a in one.arrows or ()
        ),
        diary={**one.diary, name: [10 - v for v in one.diary[name]]},
        same=one.same,
        lag=one.lag,
        truth=one.truth,
    )
    before, after = estimate(one, mode=mode), estimate(mirrored, mode=mode)
    assert [row.node for row in after.levers()] == [row.node for row in before.levers()]
    assert [row.mean for row in after.levers()] == pytest.approx([row.mean for row in before.levers()])
    for old, new in zip(before.edges(), after.edges(), strict=True):
        turn = -1 if name in {old.source, old.target} else 1
        assert new.mean == pytest.approx(turn * old.mean)


@pytest.mark.parametrize("mode", MODES)
def test_a_day_without_any_value_is_a_day_that_is_not_there(mode: str) -> None:
    one = person(5, missing=0.0)
    empty = {
        name: [None if name != "date" and i in {10, 11, 30} else v for i, v in enumerate(column)]
        for name, column in one.diary.items()
    }
    gone = estimate(without_days(one, {10, 11, 30}), mode=mode)
    assert estimate(replace(one, diary=empty), mode=mode).to_json() == gone.to_json()


@pytest.mark.parametrize("mode", MODES)
def test_an_empty_map_is_no_map(mode: str) -> None:
    one = person(6)
    none, empty = (estimate(replace(one, arrows=arrows), mode=mode) for arrows in (None, ()))
    assert empty.to_json() == none.to_json()
    assert (none.map_check().given, none.map_check().trust, none.map_check().log_bf) == (False, None, None)


def test_one_in_twenty_every_node_is_as_likely_the_best() -> None:
    nodes = [Node("slaap", goal_weight=0, slot=0), Node("rust", "psycho", slot=3), Node("los", slot=3)]
    found = levers_from_map(nodes, [("slaap", "rust", 3), ("slaap", "los", 3)], draws=400)
    share = np.bincount(found.draws.gain.argmax(1), minlength=3) / 400
    names = [node.name for node in found.draws.nodes]
    expected = {name: 0.95 * one + 0.05 / 3 for name, one in zip(names, share, strict=True)}
    assert {row.node: row.p_best for row in found.levers()} == pytest.approx(expected)


def test_a_strength_of_nothing_is_no_arrow() -> None:
    one = person(6)
    names = one.nodes[0].name, one.nodes[1].name
    zero = estimate(replace(one, arrows=(Arrow(*names, 0.0),)))
    assert zero.to_json() == estimate(replace(one, arrows=None)).to_json()


class Frame:
    """As much of a DataFrame as is asked of one."""

    def __init__(self, columns: dict[str, list[Any]]) -> None:
        self._kept, self.columns = columns, list(columns)

    def __getitem__(self, name: str) -> list[Any]:
        return self._kept[name]


def test_a_frame_a_structured_array_and_rows_are_all_a_diary() -> None:
    one = person(7, missing=0.0)
    rows = [dict(zip(one.diary, row, strict=True)) for row in zip(*one.diary.values(), strict=True)]
    kinds = [(name, "U10" if name == "date" else "f8") for name in one.diary]
    array = np.array(list(zip(*one.diary.values(), strict=True)), dtype=kinds)
    usual = estimate(one, mode="fast").to_json()
    for diary in (Frame(one.diary), rows, array):
        assert fit(diary, one.nodes, one.arrows, mode="fast", draws=QUICK).to_json() == usual


def test_nodes_and_map_may_be_columns_rows_or_triples() -> None:
    one = person(8)
    rows = [
        {
            "node": n.name,
            "domain": n.lens,
            "polarity": n.polarity,
            "goal_weight": n.goal_weight,
            "modifiable": int(n.modifiable),
            "slot": n.slot,
        }
        for n in one.nodes
    ]
    columns = {key: [row[key] for row in rows] for key in rows[0]}
    triples = [(a.source, a.target, a.strength) for a in one.arrows or ()]
    usual = estimate(one, mode="fast").to_json()
    for nodes in (rows, columns, Frame(columns)):
        assert fit(one.diary, nodes, triples, mode="fast", draws=QUICK).to_json() == usual


def test_the_map_alone_proposes_from_the_first_day() -> None:
    nodes = [Node("slaap", slot=0), Node("piekeren", "psycho", -1), Node("rust", "psycho", slot=3)]
    found = levers_from_map(nodes, [("slaap", "rust", 3), ("piekeren", "slaap", -3)], draws=2000)
    assert (found.verdict.level, found.verdict.reason_code) == ("map_only", "empty_diary")
    means = {row.node: row.mean for row in found.levers()}
    assert means["piekeren"] > means["slaap"] > means["rust"]
    assert found.map_check()["trust"] == pytest.approx(20 / 21)
    assert {arrow.state for arrow in found.map_check().arrows} == {"not_measured"}
    assert fit({"date": []}, nodes, [("slaap", "rust", 3)], draws=200).refused == "empty_diary"
    assert found.next_day() == {}


def test_a_map_that_runs_away_with_itself_still_proposes() -> None:
    nodes = [Node(name) for name in "abcd"]
    arrows = [(a, b, 3) for a in "abcd" for b in "abcd" if a != b]
    wild = levers_from_map(nodes, arrows, draws=400)
    assert 0 < wild.draws.soundness.unstable_share < 1
    assert sorted(lever.rank for lever in wild.levers()) == [1, 2, 3, 4]


def test_draws_that_settle_stand_in_for_those_that_never_do() -> None:
    assert _settled(np.array([0.0, 1.2, 0.97, 1.5])).tolist() == [0, 2, 2, 0]
    assert _settled(np.array([1.2, 1.1])).tolist() == [0, 1]


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        ({"mode": "slow"}, "‘slow’ is geen manier van rekenen: fast of full."),
        ({"draws": 3}, "Het aantal trekkingen ligt tussen 100 en 100000."),
        ({"horizon": 0}, "De termijn is 1 tot 365 dagen."),
        ({"seed": -1}, "Het begingetal (seed) is 0 of meer."),
    ],
    ids=str,
)
def test_a_setting_that_cannot_be_is_one_sentence(setting: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InputError, match=sentence.replace("(", r"\(").replace(")", r"\)")):
        estimate(person(), **setting)


def test_a_row_can_be_asked_by_name() -> None:
    lever = estimate(person(), mode="fast").levers()[0]
    assert lever["mean"] == lever.mean
    with pytest.raises(KeyError):
        lever["elders"]


def test_an_outside_column_enters_and_a_strange_column_is_named() -> None:
    one = person(9)
    days = len(one.diary["date"])
    diary = {**one.diary, "x_actie": [0] * (days // 2) + [1] * (days - days // 2), "notitie": ["x"] * days}
    found = estimate(replace(one, diary=diary), mode="fast")
    assert found.question.series.fixed.shape[1] == 4
    assert json.loads(found.to_json())["data"]["nodes"][-1] == {
        "node": "notitie",
        "n": 0,
        "sd": 0.0,
        "status": "no_node",
    }
    assert "‘notitie’ telt niet mee (geen factor van de kaart)" in found.notes()


def test_a_value_missing_on_a_day_that_is_there_is_drawn_and_not_bridged() -> None:
    one = person(10, missing=0.0)
    name = one.nodes[0].name
    holes = [None if i in {4, 5, 20} else v for i, v in enumerate(one.diary[name])]
    found = estimate(replace(one, diary={**one.diary, name: holes}))
    assert json.loads(found.to_json())["data"]["pairs"] == 59
    assert found.levers()[0].lo90 < found.levers()[0].hi90


def test_what_comes_from_elsewhere_with_a_date_of_its_own_is_read() -> None:
    one = person(9)
    stamped = [f"{day}T08:00:00" for day in one.diary["date"]]
    found = estimate(replace(one, diary={**one.diary, "date": stamped}), mode="fast")
    assert found.to_json() == estimate(one, mode="fast").to_json()
