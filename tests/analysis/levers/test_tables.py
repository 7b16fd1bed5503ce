"""What cannot be read is one Dutch sentence, with the row where there is one."""

import datetime as dt
from typing import Any

import numpy as np
import pytest

from samenhang.analysis.case import InputError
from samenhang.analysis.levers.tables import Arrow, Node, other_columns, read_diary, read_map, read_nodes

A, B = Node("a"), Node("b")


def refusal(read: Any, *given: Any) -> tuple[str, str, int | None]:
    with pytest.raises(InputError) as caught:
        read(*given)
    return caught.value.code, caught.value.sentence, caught.value.row


NODES = [
    ([], "GEEN_KNOPEN", "Er is geen enkele factor opgegeven.", None),
    (None, "GEEN_KNOPEN", "Er is geen enkele factor opgegeven.", None),
    ("a", "VORM", "Zo is de lijst van factoren niet te lezen: geef rijen of kolommen.", None),
    (5, "VORM", "Zo is de lijst van factoren niet te lezen: geef rijen of kolommen.", None),
    (["a"], "LEEG_VELD", "‘node’ is niet ingevuld.", 0),
    ([{"node": " "}], "LEEG_VELD", "‘node’ is niet ingevuld.", 0),
    ([{"node": float("nan")}], "LEEG_VELD", "‘node’ is niet ingevuld.", 0),
    ([Node("date")], "KNOOP_DATUM", "Een factor kan niet ‘date’ heten: zo heet de kolom met de dagen.", None),
    ([A, A], "KNOOP_DUBBEL", "Factor ‘a’ staat er meer dan eens in.", None),
    (
        [Node(str(i)) for i in range(61)],
        "TE_VEEL_KNOPEN",
        "Dit zijn 61 factoren: meer dan 60 kan niet.",
        None,
    ),
    ([Node("a", goal_weight=0)], "GEEN_DOEL", "Geen enkele factor heeft een doelgewicht boven 0.", None),
    (
        [Node("a", modifiable=False)],
        "NIETS_TE_DOEN",
        "Geen enkele factor staat als beïnvloedbaar opgegeven.",
        None,
    ),
    (
        [{"node": "a", "domain": "geest"}],
        "DOMEIN",
        "Factor ‘a’: domein ‘geest’ is geen van bio, psycho, sociaal.",
        0,
    ),
    ([{"node": "a", "polarity": 0}], "KNOOP", "Factor ‘a’: polarity kan zijn: -1, 1.", 0),
    ([Node("a", slot=7)], "KNOOP", "Factor ‘a’: slot kan zijn: 0, 1, 2, 3.", 0),
    ([{"node": "a", "slot": "laat"}], "KNOOP", "Factor ‘a’: slot kan zijn: 0, 1, 2, 3.", 0),
    ([{"node": "a", "goal_weight": -1}], "KNOOP", "Factor ‘a’: goal_weight is geen getal vanaf 0.", 0),
]


@pytest.mark.parametrize(("given", "code", "sentence", "row"), NODES, ids=str)
def test_nodes_that_cannot_be(given: Any, code: str, sentence: str, row: int | None) -> None:
    assert refusal(read_nodes, given) == (code, sentence, row)


def test_what_is_left_empty_in_a_node_is_as_usual() -> None:
    rows = [{"node": "a", "domain": "", "polarity": "", "modifiable": None, "slot": ""}, {"node": "b"}]
    rows[0]["goal_weight"] = ""
    assert read_nodes(rows) == (Node("a", goal_weight=0.0), Node("b"))
    assert read_nodes([{"node": 0, "domain": None}, {"node": "b", "domain": float("nan")}]) == (Node("0"), B)


MAPS = [
    ([("a", "c", 1)], "KAART_ONBEKEND", "Op de kaart staat ‘c’, en dat is geen factor.", 0),
    ([("a", "b", 1), ("b", "b", 1)], "KAART_ZELF", "Op de kaart wijst ‘b’ naar zichzelf.", 1),
    (
        [("a", "b", 1), ("a", "b", 2)],
        "KAART_DUBBEL",
        "De pijl van ‘a’ naar ‘b’ staat er meer dan eens in.",
        1,
    ),
    ([("a", "b", 4)], "KAART_STERKTE", "De pijl van ‘a’ naar ‘b’: sterkte is een getal van -3 tot 3.", 0),
    (
        [Arrow("a", "b", 5)],
        "KAART_STERKTE",
        "De pijl van ‘a’ naar ‘b’: sterkte is een getal van -3 tot 3.",
        0,
    ),
    ([("a", "b", None)], "KAART_STERKTE", "De pijl van ‘a’ naar ‘b’: sterkte is een getal van -3 tot 3.", 0),
    ([("a", "b")], "KAART", "Een pijl heeft een bron, een doel en een sterkte.", 0),
    ([5], "KAART", "Een pijl heeft een bron, een doel en een sterkte.", 0),
    (["abc"], "KAART", "Een pijl heeft een bron, een doel en een sterkte.", 0),
    ([{"source": "a", "strength": 1}], "LEEG_VELD", "‘target’ is niet ingevuld.", 0),
]


@pytest.mark.parametrize(("given", "code", "sentence", "row"), MAPS, ids=str)
def test_maps_that_cannot_be(given: Any, code: str, sentence: str, row: int | None) -> None:
    assert refusal(read_map, given, (A, B)) == (code, sentence, row)


def test_a_map_may_come_in_arrows() -> None:
    assert read_map([Arrow("a", "b", -2)], (A, B)) == (Arrow("a", "b", -2),)


TWICE = "Twee kolommen van het dagboek hebben dezelfde naam."
DIARIES = [
    ({"a": [1]}, "GEEN_DATUM", "Het dagboek heeft geen kolom ‘date’.", None),
    (
        {"date": ["2025-01-01"], "a": [1, 2]},
        "LENGTE",
        "De kolommen van het dagboek zijn niet even lang.",
        None,
    ),
    ({"date": ["gisteren"], "a": [1]}, "DAGEN", "‘gisteren’ is geen datum (jjjj-mm-dd).", 0),
    (
        {"date": ["2025-01-02", "2025-01-01", "2025-01-02"], "a": [1, 2, 3]},
        "DUBBEL",
        "De dag 2025-01-02 staat er twee keer in.",
        2,
    ),
    ({"date": ["2025-01-01"], "a": ["goed"]}, "GEEN_GETAL", "Kolom ‘a’: ‘goed’ is geen getal.", 0),
    ({"date": ["2025-01-011"], "a": [1]}, "DAGEN", "‘2025-01-011’ is geen datum (jjjj-mm-dd).", 0),
    ({"date": ["2025-01-01"], "a": [1], "a ": [2]}, "KOLOM_DUBBEL", TWICE, None),
    (
        {"date": ["2025-01-01"], "a": [1], "x_actie": [2]},
        "GEEN_AAN_UIT",
        "Kolom ‘x_actie’: ‘2’ is geen 0 of 1.",
        0,
    ),
    ({"date": ["2025-01-01"], "a": ["nan"]}, "GEEN_GETAL", "Kolom ‘a’: ‘nan’ is geen getal.", 0),
    ({"date": ["2025-01-01"], "a": [1e12]}, "GEEN_GETAL", "Kolom ‘a’: ‘1000000000000.0’ is geen getal.", 0),
    ({"date": ["2025-01-01"], "a": [[1]]}, "GEEN_GETAL", "Kolom ‘a’: ‘[1]’ is geen getal.", 0),
    ([[1, 2]], "VORM", "Zo is het dagboek niet te lezen: geef rijen of kolommen met een naam.", None),
    (7, "VORM", "Zo is het dagboek niet te lezen: geef rijen of kolommen met een naam.", None),
]


@pytest.mark.parametrize(("given", "code", "sentence", "row"), DIARIES, ids=str)
def test_diaries_that_cannot_be(given: Any, code: str, sentence: str, row: int | None) -> None:
    assert refusal(read_diary, given, (A, B)) == (code, sentence, row)


def test_a_date_may_be_a_date() -> None:
    assert read_diary({"date": [dt.date(2025, 1, 1)], "a": [1]}, (A, B)).days == (739_252,)


def test_a_comma_may_stand_for_a_point() -> None:
    diary = read_diary({"date": ["2025-01-01", "2025-01-02"], "a": ["7,5", " 3,0 "]}, (A, B))
    assert diary.values["a"].tolist() == [7.5, 3.0]


def test_a_node_may_be_named_as_an_outside_column_is() -> None:
    columns = {"date": ["2025-01-01"], "x_a": [7], "x_b": [1]}
    diary = read_diary(columns, (Node("x_a"),))
    assert (list(diary.values), list(diary.exogenous)) == (["x_a"], ["x_b"])
    assert other_columns(columns, (Node("x_a"),)) == ()


def test_no_rows_are_an_empty_diary() -> None:
    assert read_diary([], (A, B)).days == ()


def test_rows_come_in_any_order_and_empty_days_are_left_out() -> None:
    diary = read_diary({"date": ["2025-01-03", "2025-01-01", "2025-01-02"], "a": ["3", "1", ""]}, (A, B))
    assert diary.values["a"].tolist() == [1.0, 3.0]
    assert np.diff(diary.days).tolist() == [2]
