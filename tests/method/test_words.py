"""Every word of the method has its Dutch, from the glossary."""

from enum import StrEnum

import pytest

from samenhang.method.diary import Better, Kind, Slot
from samenhang.method.intake_scan import Cell, Fate
from samenhang.method.lens import Lens
from samenhang.method.lever import Lever
from samenhang.method.micro_action import DayState, Outcome, Relation, State, Weekday
from samenhang.method.need import Need
from samenhang.method.rhythm import DayPart
from samenhang.method.safety_ladder import Offer, Regulation

WORDS: dict[type[StrEnum], list[str]] = {
    Lens: ["Bio", "Psycho", "Sociaal"],
    Lever: ["Bio", "Psycho", "Sociaal", "Behoeften", "Veiligheid"],
    Need: ["Autonomie", "Competentie", "Verbondenheid"],
    Cell: ["Sterkte", "Knelpunt", "Micro-actie"],
    Fate: ["blijft", "andere woorden", "gaat niet meer op"],
    State: ["voorgesteld", "onder test", "geleerd", "gestopt"],
    Outcome: ["houden", "bijsturen", "loslaten"],
    DayState: ["gedaan", "plan B", "niet", "telt niet mee"],
    Relation: ["vóór", "na", "bij", "tijdens", "zodra"],
    DayPart: ["'s ochtends", "in de voormiddag", "'s middags", "in de namiddag", "'s avonds", "'s nachts"],
    Kind: ["0 tot 10", "minuten", "aantal", "ja of nee", "uur van de dag"],
    Better: ["hoger is beter", "lager is beter", "geen van beide"],
    Slot: ["de nacht", "de ochtend", "de dag", "de avond"],
    Regulation: [
        "alles in de hand houden",
        "uit de weg gaan",
        "de ander tevreden houden",
        "harder en groter maken",
    ],
    Offer: [
        "Eerst de agenda, helder en zichtbaar",
        "Een pauzeknop: stoppen mag, zonder uitleg",
        "Twijfelen mag, ook halverwege",
        "Na elk stuk een samenvatting horen",
        "Tekenen en aanwijzen, niet alleen praten",
    ],
}
NEVER = (
    *("diagnose", "behandel", "therapie", "symptoom", "stoornis", "genezen", "voorspel"),
    *("risicoscore", "screening", "patiënt", "bewezen"),
)


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
def test_each_has_its_dutch_word(kind: type[StrEnum]) -> None:
    assert [each.label for each in kind] == WORDS[kind]  # type: ignore[attr-defined]


def test_weekdays_are_short() -> None:
    assert [day.short for day in Weekday] == ["ma", "di", "wo", "do", "vr", "za", "zo"]


def test_lenses_and_levers_wear_their_ink() -> None:
    assert [lens.ink for lens in Lens] == ["bio", "psy", "soc"]
    assert [lever.ink for lever in Lever] == ["bio", "psy", "soc", "need", "safe"]


def test_each_lens_says_what_it_covers() -> None:
    assert [lens.covers for lens in Lens] == [
        "zenuwstelsel, slaap, ritme, prikkels, eten, bewegen",
        "gedachten, gevoelens, waarden, omgaan met druk",
        "relaties, rollen, team, werkdruk, geld, cultuur, veiligheid",
    ]


def test_each_need_asks_about_the_past_week() -> None:
    assert all("voorbije week" in need.question and need.question.endswith("?") for need in Need)


def test_nothing_sounds_like_a_diagnosis() -> None:
    said = " ".join(word for words in WORDS.values() for word in words).lower()
    assert [word for word in NEVER if word in said] == []
