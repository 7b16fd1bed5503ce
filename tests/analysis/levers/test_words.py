"""What is said beside the levers: reasons and flags in Dutch, and nothing that claims a cause."""

from dataclasses import replace
from typing import Any

import pytest

from samenhang.analysis.levers.fit import fit
from samenhang.analysis.levers.tables import Arrow, Node
from samenhang.analysis.levers.words import find_circle
from tests.analysis.levers.people import estimate, person, without_days


def notes(diary: Any, nodes: list[Node], arrows: Any = None) -> str:
    return "; ".join(fit(diary, nodes, arrows, mode="fast", draws=200).notes())


def days(count: int) -> list[str]:
    return [f"2025-01-{day:02d}" for day in range(1, count + 1)]


UP = [4, 5, 6, 5, 3, 6, 7, 5, 4, 6]
TWO = [Node("a", "bio"), Node("b", "psycho")]
ALONE = "zonder kaart is er nog niets om uit te kiezen"
FLAT = "‘b’ telt niet mee (elke dag hetzelfde)"


@pytest.mark.parametrize(
    ("diary", "nodes", "expected"),
    [
        (None, TWO, f"er is nog niets ingevuld: {ALONE}"),
        (
            {"date": days(10), "a": UP, "b": UP[::-1]},
            TWO,
            f"van de 14 nodige paren van twee ingevulde dagen na elkaar zijn er 9: {ALONE}",
        ),
        (
            {"date": days(10), "a": UP, "b": [5] * 10},
            TWO,
            f"er zijn geen twee factoren met een bruikbaar dagboek: {ALONE}; {FLAT}",
        ),
        (
            {"date": days(10), "a": UP, "b": UP[::-1]},
            [replace(TWO[0], goal_weight=0), replace(TWO[1], goal_weight=0), Node("c")],
            f"geen enkele bruikbare factor is een doel: {ALONE}; ‘c’ telt niet mee (niet gemeten)",
        ),
        (
            {"date": days(10), "a": UP, "b": UP[::-1]},
            [replace(TWO[0], modifiable=False), replace(TWO[1], modifiable=False), Node("c")],
            f"geen enkele bruikbare factor is te beïnvloeden: {ALONE}; ‘c’ telt niet mee (niet gemeten)",
        ),
    ],
    ids=["empty", "few pairs", "one node", "no goal", "nothing to do"],
)
def test_why_the_diary_cannot_speak_yet(diary: Any, nodes: list[Node], expected: str) -> None:
    assert notes(diary, nodes) == expected


def test_a_long_diary_and_what_stands_out_are_told() -> None:
    one = person(31, days=150, missing=0.0)
    name = one.nodes[0].name
    half = [0] * 75 + [10] * 75
    found = estimate(replace(one, diary={**one.diary, name: half}), mode="fast").notes()
    assert "alleen de laatste 120 dagen tellen mee" in found
    told = "staat vaak op haar hoogste waarde"
    assert any(note.startswith(f"‘{name}’ {told}") for note in found)


def test_older_days_are_told_whether_or_not_the_window_begins_on_a_day_that_was_filled_in() -> None:
    told = "alleen de laatste 120 dagen tellen mee"
    whole = person(31, days=150, missing=0.0)
    assert told in estimate(without_days(whole, {30, 31}), mode="fast").notes()
    assert told not in estimate(person(31, days=120, missing=0.0), mode="fast").notes()


def test_a_lopsided_map_is_told() -> None:
    assert notes(None, TWO, [("a", "b", 1)]).endswith("op de kaart staat niets bij Sociaal")


def test_a_map_in_a_circle_is_told() -> None:
    told = notes(None, TWO, [("a", "b", 1), ("b", "a", 1)])
    assert "er is nog niets ingevuld: dit zijn voorstellen uit de kaart alleen" in told
    assert "de kaart loopt in een kring (a → b → a): de weg terug telt een dag later" in told


def test_circles_are_found_where_they_are() -> None:
    arrows = [Arrow("a", "b", 1), Arrow("a", "c", 1), Arrow("b", "d", 1), Arrow("c", "d", 1)]
    assert find_circle(arrows) == ()
    assert find_circle([*arrows, Arrow("d", "c", 1)]) == ("c", "d", "c")


def test_no_estimated_arrow_is_called_a_cause() -> None:
    one = person(32)
    assert (
        "oorzaak" not in " ".join(estimate(one, mode="fast").notes()) + estimate(one, mode="fast").to_json()
    )
