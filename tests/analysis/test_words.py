"""The sentences, word for word."""

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from samenhang.analysis.case import Plan, read_case
from samenhang.analysis.draws import Spread
from samenhang.analysis.effect.numbers import UNITS, say_chance, say_days, say_number
from samenhang.analysis.effect.verdict import Chances, Verdict
from samenhang.analysis.effect.words import Told, client_words, coach_words
from tests.analysis.people import diary, effect_of

NEVER = [
    "diagnose",
    "behandel",
    "therapie",
    "symptoom",
    "stoornis",
    "genez",
    "voorspel",
    "risicoscore",
    "screening",
    "patiënt",
    "bewezen",
    "significant",
    "gemist",
    "gefaald",
    "helaas",
    "NAP",
]


def told(verdict: Verdict, **changes: Any) -> Told:
    case_changes = {k: changes.pop(k) for k in ("kind", "better", "design", "plan") if k in changes}
    asked: dict[str, Any] = {
        "kind": "slider",
        "better": "higher",
        "design": "AB",
        "plan": Plan(),
        **case_changes,
    }
    base = Told(
        case=read_case([1, 2], [1.0, 2.0], ["A", "B"], **asked),
        verdict=verdict,
        chances=Chances(0.962, 0.953, 0.004, 0.038, 0.3),
        effect=1.48,
        lo90=0.61,
        hi90=2.4,
        smallest=0.4,
        phi=0.31,
        trend=-0.2,
        n_a=14,
        n_b=21,
        missing=0,
        reasons=(),
        spread=None,
    )
    return replace(base, **changes)


def spread(p: float, k: int) -> Spread:
    far = round(p * k)
    statistics = np.array([1.0] * far + [0.0] * (k - far))
    return Spread(statistics, np.full(k, 1 / k), 1.0, k)


DAYS = "Dit gaat over 14 dagen zonder en 21 dagen met de actie."


def test_too_early() -> None:
    assert client_words(told(Verdict.TOO_EARLY, lo90=-1.23, missing=3)) == (
        "Te vroeg om te zeggen. We hebben 14 dagen zonder en 21 dagen met de actie. Je dagen "
        "schommelen nog te veel: het verschil kan liggen tussen -1,2 en 2,4 punten. "
        "3 dagen zijn niet ingevuld."
    )


def test_likely_improved() -> None:
    words = client_words(told(Verdict.LIKELY_IMPROVED, reasons=("TREND", "KORT", "WEEKEND")))
    assert words == (
        "Het lijkt beter te gaan, maar zeker is het niet. Gemiddeld 1,5 punten beter; de kans dat "
        "het echt beter is, schatten we op 96 op de 100. Zo’n beeld zien we ook bij ongeveer 5 op "
        f"de 100 mensen bij wie niets werkt. {DAYS} Let op: het ging al de goede kant op vóór je "
        "begon. De ene periode had meer weekenddagen."
    )


def test_improved() -> None:
    assert client_words(told(Verdict.IMPROVED, missing=1)) == (
        "Het gaat beter sinds je met de actie begon: gemiddeld 1,5 punten (waarschijnlijk tussen "
        "0,6 en 2,4). De kans dat dit meer is dan 0,4 punt: 95 op de 100. Of het door de actie "
        "komt, weten we hiermee niet zeker: er veranderde misschien nog iets anders. "
        f"{DAYS} 1 dag is niet ingevuld."
    )


def test_improved_where_lower_is_better_speaks_of_better() -> None:
    words = client_words(
        told(
            Verdict.IMPROVED,
            better="lower",
            kind="minutes",
            effect=-22.4,
            lo90=-30.2,
            hi90=-14.1,
            smallest=5.0,
        )
    )
    assert "gemiddeld 22 minuten (waarschijnlijk tussen 14 en 30)" in words
    assert "meer is dan 5 minuten:" in words


def test_improved_after_a_drawn_start() -> None:
    words = client_words(told(Verdict.IMPROVED, design="AB_random_start", spread=spread(1 / 13, 13)))
    assert (
        "De startdag was geloot: bij 1 van de 13 mogelijke startdagen was het verschil minstens zo groot."
    ) in words


def test_improved_on_drawn_days() -> None:
    words = client_words(told(Verdict.IMPROVED, design="alternation", spread=spread(0.1, 10)))
    assert words == (
        "Op dagen met de actie was het gemiddeld 1,5 punten beter dan op dagen zonder. De dagen "
        f"waren geloot, dus dit spreekt voor de actie zelf. {DAYS}"
    )
    beside = client_words(
        told(
            Verdict.IMPROVED,
            design="alternation",
            spread=spread(0.1, 10),
            plan=Plan(other_actions=1),
            reasons=("GELIJKTIJDIG",),
        )
    )
    assert "spreekt voor" not in beside
    assert beside.endswith("Let op: er liep nog een andere actie.")
    undrawn = client_words(told(Verdict.IMPROVED, design="alternation"))
    assert "De dagen waren niet geloot" in undrawn


def test_no_difference() -> None:
    assert client_words(told(Verdict.NO_DIFFERENCE)) == (
        "Geen merkbaar verschil. Een verandering van 0,8 punten of meer is weinig waarschijnlijk. "
        "Dat is ook een uitkomst: kies samen of je de actie aanpast of een andere hefboom test. "
        f"{DAYS}"
    )


def test_a_look_beside_the_agreed_one_says_so_first() -> None:
    words = client_words(told(Verdict.IMPROVED, plan=Plan(interim=True, exploratory=True)))
    assert words.startswith(
        "Tussenstand: het besluit valt op het afgesproken moment. "
        "Verkennend: dit kozen jullie niet vooraf als maat. Het gaat beter"
    )


def test_worse() -> None:
    talk = "Bespreek dit samen; stoppen mag. (Let op: bij rode vlaggen -> doorverwijskaart.)"
    assert client_words(told(Verdict.WORSE, effect=-1.0)) == (
        f"Het gaat minder goed sinds de start: gemiddeld 1 punt slechter. {talk} {DAYS}"
    )
    assert client_words(told(Verdict.WORSE, effect=-1.0, design="alternation")) == (
        f"Op dagen met de actie was het gemiddeld 1 punt slechter dan op dagen zonder. {talk} {DAYS}"
    )


def test_the_coach_reads_the_figures() -> None:
    words = coach_words(told(Verdict.IMPROVED, reasons=("WEEKEND",), spread=spread(0.25, 12)))
    assert words == (
        "Verbeterd: verschil 1,5 punten (met min zonder; 90%-interval 0,6 tot 2,4). Kans op beter: "
        "96 op de 100; op meer dan 0,4 punten beter: 95 op de 100; op zoveel slechter: minder dan "
        "3 op de 100. 14 dagen zonder en 21 dagen met de actie, 0 niet ingevuld. Verband tussen "
        "twee dagen na elkaar: 0,3; verwacht verloop zonder actie over de hele periode: -0,2 "
        "punten. Lotingstoets: p = 0,250 over 12 mogelijke lotingen. Let op: de ene periode had "
        "meer weekenddagen."
    )


def test_numbers_as_people_read_them() -> None:
    assert [say_number(one) for one in (1.04, 1.0, -0.04, 9.96, 14.4, -2.25, 0.0)] == [
        "1", "1", "0", "10", "14", "-2,2", "0",
    ]  # fmt: skip
    assert [say_chance(one) for one in (0.974, 0.976, 1.0, 0.5, 0.03, 0.02, 0.0)] == [
        "97 op de 100",
        "meer dan 97 op de 100",
        "meer dan 97 op de 100",
        "50 op de 100",
        "3 op de 100",
        "minder dan 3 op de 100",
        "minder dan 3 op de 100",
    ]
    assert (say_days(1), say_days(0)) == ("1 dag", "0 dagen")
    assert UNITS["yesno"].say(0.25) == "25 dagen op de 100"


@pytest.mark.parametrize("effect", [-4.0, -1.5, 0.0, 1.5, 4.0])
@pytest.mark.parametrize("seed", range(4))
def test_no_word_that_the_product_never_uses(effect: float, seed: int) -> None:
    found = effect_of(diary(14, 21, effect=effect, seed=seed), 14)
    for words in (found.zin, found.zin_coach):
        assert not any(word in words for word in NEVER)
        assert not re.search(r"\d\.\d", words)
    assert not re.search(r"\bp\b|SD|%", found.zin)
    assert found.zin.replace("Of het door de actie komt", "").find(" door ") == -1
