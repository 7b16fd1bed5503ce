"""Lean check: every kind of waste, its hint, and what the samples say."""

from typing import Any

import pytest

from samenhang.language.nl.help_card import help_card
from samenhang.language.nl.lean import Canvas, canvas_of, check
from samenhang.language.nl.traces import is_alternative, is_observable
from samenhang.language.nl.words import fold_text
from tests.language.rows import HERE
from tests.language.shared import samples

GOOD = Canvas(
    question="Hoe kom ik 's avonds tot rust?",
    hypothesis="Bio: laat licht.",
    interventions=("Elke avond om 22u leg ik mijn gsm in de gang.",),
    observation="Uur van inslapen noteren.",
    contingency="Lukt het niet, dan zet ik hem op vliegtuigstand.",
    goals=("beter slapen",),
)


def labels(**changed: Any) -> list[str]:
    fields = {name: getattr(GOOD, name) for name in Canvas.__slots__} | changed
    return [waste.label for waste in check(Canvas(**fields))]


def lines(name: str) -> list[str]:
    """The first lines and those that were added later, to measure at first contact."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(HERE.glob(f"{name}*.txt"))]
    return [line for text in texts for line in text.splitlines()]


def test_a_light_canvas_has_no_waste() -> None:
    assert check(GOOD) == ()


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"notes": "woord " * 60}, []),
        ({"notes": "woord " * 61}, ["te_veel_info"]),
        ({"notes": "woord " * 59, "hypothesis": "woord " * 59, "question": "woord " * 59}, ["te_veel_info"]),
        ({"interventions": (*GOOD.interventions, "Elke dag om 12u wandelen.")}, ["te_veel_doelen"]),
        ({"interventions": (*GOOD.interventions, " ")}, []),
        ({"goals": ("slapen", "eten")}, ["te_veel_doelen"]),
        ({"interventions": ("Elke dag om 8u ademen en lezen.",)}, ["te_veel_doelen"]),
        ({"interventions": ()}, ["vage_stap"]),
        ({"interventions": ("Meer rust.",)}, ["vage_stap"]),
        ({"interventions": ("Ik koop een agenda.",)}, ["vage_stap"]),
        ({"interventions": ("Waarom lukt het niet?",)}, ["vage_stap"]),
        ({"observation": ""}, ["geen_observatie"]),
        ({"contingency": ""}, ["geen_plan_b"]),
    ],
)
def test_each_waste(changed: dict[str, Any], expected: list[str]) -> None:
    assert labels(**changed) == expected


def test_every_hint_is_one_sentence() -> None:
    loaded = Canvas(notes="woord " * 70, interventions=("Meer rust.", "Beter eten."), goals=("a", "b"))
    hints = [waste.hint for waste in check(loaded)]
    assert len(hints) == 5
    assert [hint for hint in hints if "\n" in hint or not hint.endswith((".", "?"))] == []


def test_a_row_with_gaps_is_a_canvas() -> None:
    row = {"interventions": "Elke dag wandelen.", "goals": None, "notes": 3}
    assert canvas_of(row) == Canvas(interventions=("Elke dag wandelen.",), notes="3")


@pytest.mark.parametrize(("name", "expected"), [("observation_yes", True), ("observation_no", False)])
def test_an_observation_can_be_seen(name: str, *, expected: bool) -> None:
    assert [line for line in lines(name) if is_observable(fold_text(line)) is not expected] == []


@pytest.mark.parametrize(("name", "expected"), [("planb_yes", True), ("planb_no", False)])
def test_a_plan_b_is_another_act(name: str, *, expected: bool) -> None:
    assert [line for line in lines(name) if is_alternative(fold_text(line)) is not expected] == []


@pytest.mark.parametrize(("name", "expected"), [("help_yes", True), ("help_no", False)])
def test_the_help_card_opens_for_explicit_words_only(name: str, *, expected: bool) -> None:
    assert [line for line in lines(name) if help_card(line) is not expected] == []


def test_the_sample_canvases() -> None:
    rows = samples("lean_dev.jsonl")
    found = {row["id"]: sorted(waste.label for waste in check(canvas_of(row["canvas"]))) for row in rows}
    assert found == {row["id"]: sorted(row["waste"]) for row in rows}


def test_the_sample_notes_never_open_the_card_for_nothing() -> None:
    rows = samples("help_card_dev.jsonl")
    assert [row["text"] for row in rows if help_card(row["text"]) and row["show"] == "none"] == []
