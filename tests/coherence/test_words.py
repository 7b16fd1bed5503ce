"""What may be said: at most three places with their doubt, and never more than 'goes together'."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from samenhang.coherence.weighing import Arrow, Lever, Weighed
from samenhang.coherence.words import (
    Beside,
    Proposal,
    beside,
    cautions,
    fits,
    propose,
    seen_as,
    sureness,
    ties,
    verdict,
)
from samenhang.method.influence_map import Influence, InfluenceMap, Strength
from tests.coherence.cast import CALM, LATE, MAP, SLEEP, VAGUE

type_of_reach = Mapping[str, tuple[float, float, bool]]
REACHED, HARDLY = (0.4, 0.9, True), (0.05, 0.9, False)
ALONE = "Dit komt uit de kaart alleen."
UNSURE = (0.4, 0.6, False)


def lever(factor: str, p_best: float, reach: type_of_reach | None = None, *, lo90: float = 0.1) -> Lever:
    return Lever(factor, p_best, lo90, 2.0, p_best, reach or {})


def weighed(level: str, *levers: Lever, **more: object) -> Weighed:
    return replace(Weighed(level, levers=levers), **more)  # type: ignore[arg-type]


def test_a_place_says_what_it_reaches_and_how_sure_that_is() -> None:
    reach = {"sleep": REACHED, "vague": REACHED, "calm": REACHED}
    found = propose(weighed("clear", lever("late", 0.7, reach), lever("calm", 0.2)), MAP)
    assert found == (
        Proposal(LATE, "raakt twee van de twee andere knelpunten, ook in Sociaal", "zekerheid: vrij groot"),
        Proposal(CALM, "staat er nog alleen voor", "zekerheid: klein"),
    )
    assert [one.hypothesis for one in found] == [
        "Hier zit de hefboom: ‘Late mail’. Het raakt twee van de twee andere knelpunten, ook in Sociaal.",
        "Hier zit de hefboom: ‘Rustig ademen’. Het staat er nog alleen voor.",
    ]


def test_what_is_hardly_moved_or_may_get_worse_is_not_reached() -> None:
    found = propose(weighed("weak", lever("late", 0.3, {"sleep": HARDLY, "vague": UNSURE})), MAP)
    assert found[0].why == "raakt, voor zover we zien, vooral zichzelf"


def test_of_a_map_alone_what_was_told_leads_there() -> None:
    told = lever("late", 0.6, {"sleep": (0.03, 0.3, False), "vague": (0.004, 0.2, False)})
    assert propose(weighed("map_only", told), MAP)[0].why == "raakt één van de twee andere knelpunten"


def test_within_one_lens_no_other_lens_is_named() -> None:
    found = propose(weighed("shared", lever("late", 0.4, {"sleep": REACHED, "vague": HARDLY})), MAP)
    assert found[0].why == "raakt één van de twee andere knelpunten"


@pytest.mark.parametrize(
    ("chances", "count"),
    [((0.9, 0.05, 0.05), 2), ((0.5, 0.35, 0.15), 2), ((0.4, 0.3, 0.2, 0.1), 3), ((1.0,), 1)],
)
def test_never_more_than_three_and_the_second_is_never_hidden(chances: tuple[float, ...], count: int) -> None:
    levers = [lever(one.id, p) for one, p in zip((LATE, SLEEP, CALM, VAGUE), chances, strict=False)]
    assert len(propose(weighed("shared", *levers), MAP)) == count


def test_a_place_that_makes_it_worse_is_never_proposed() -> None:
    worse = replace(lever("calm", 0.4), mean=-0.5)
    found = propose(weighed("clear", lever("late", 0.6), worse), MAP)
    assert [one.factor for one in found] == [LATE]


def test_a_place_that_is_no_longer_on_the_map_is_not_proposed() -> None:
    assert propose(weighed("shared", lever("gone", 0.6), lever("late", 0.4)), MAP)[0].factor == LATE


def test_without_threads_and_without_a_diary_there_is_nothing_to_propose() -> None:
    assert propose(weighed("map_only", lever("late", 0.6)), InfluenceMap(MAP.factors)) == ()


@pytest.mark.parametrize(
    ("level", "p_best", "lo90", "said"),
    [
        ("map_only", 0.9, 1.0, "alleen de kaart"),
        ("clear", 0.5, 0.1, "zekerheid: vrij groot"),
        ("shared", 0.6, -0.1, "zekerheid: matig"),
        ("weak", 0.3, 0.1, "zekerheid: klein"),
    ],
)
def test_how_sure(level: str, p_best: float, lo90: float, said: str) -> None:
    assert sureness(lever("late", p_best, lo90=lo90), weighed(level)) == said


@pytest.mark.parametrize(
    ("found", "shape", "said"),
    [
        (
            Weighed("none", "GEEN_KNOPEN"),
            InfluenceMap(),
            "Er staat nog niets op de kaart. De intakescan geeft de eerste factoren.",
        ),
        (Weighed("none", "IETS"), MAP, "De kaart is nog niet te wegen."),
        (Weighed("weak"), MAP, "Geen duidelijke hefboom: kies samen."),
        (Weighed("shared"), MAP, "Er springt niet één plek uit. Deze liggen dicht bij elkaar."),
        (Weighed("clear"), MAP, "Eén plek springt eruit. De tweede staat er altijd bij."),
        (
            Weighed("map_only", "empty_diary"),
            InfluenceMap(MAP.factors),
            "Zonder draden is er nog niets om uit te kiezen. Vertel samen wat wat beïnvloedt.",
        ),
        (
            Weighed("map_only", "empty_diary"),
            MAP,
            f"{ALONE} Vanaf een tweetal weken dagboek telt dat mee: er is nog niets ingevuld.",
        ),
        (
            Weighed("map_only", "few_pairs", days=6),
            MAP,
            f"{ALONE} Vanaf een tweetal weken dagboek telt dat mee: nu zijn het er zes.",
        ),
        (
            Weighed("map_only", "few_nodes", days=30),
            MAP,
            f"{ALONE} Het dagboek meet nog geen twee factoren van de kaart.",
        ),
    ],
)
def test_the_verdict_in_a_sentence(found: Weighed, shape: InfluenceMap, said: str) -> None:
    assert verdict(found, shape) == said


@pytest.mark.parametrize(
    ("level", "trust", "said"),
    [
        ("map_only", 0.9, ""),
        ("shared", None, ""),
        ("shared", 0.9, "De kaart past bij 40 dagen dagboek."),
        ("shared", 0.5, "40 dagen dagboek zeggen nog niet of de kaart klopt."),
        (
            "shared",
            0.1,
            "In 40 dagen dagboek is weinig van de kaart terug te vinden. Bekijk haar samen opnieuw.",
        ),
    ],
)
def test_how_well_the_map_fits(level: str, trust: float | None, said: str) -> None:
    assert fits(Weighed(level, days=40, trust=trust)) == said


def test_what_to_mind_is_said_once_each() -> None:
    lopsided = InfluenceMap((LATE, SLEEP, CALM, VAGUE), (Influence("late", "sleep"),))
    measured = InfluenceMap(
        (replace(LATE, item="i"), replace(SLEEP, item="i"), CALM, VAGUE), lopsided.influences
    )
    found = Weighed(
        "weak",
        dropped={"late": "constant", "sleep": "too_few", "vague": "not_in_diary", "x": "constant"},
        flagged={"late": ("ceiling", "break"), "calm": ("floor",), "sleep": ("break",)},
    )
    assert cautions(found, measured) == (
        "Bij Psycho loopt nog geen enkele draad. Wat speelt daar mee?",
        "Bij Sociaal loopt nog geen enkele draad. Wat speelt daar mee?",
        "Elke dag hetzelfde ingevuld, en dus niet meegeteld: ‘Late mail’.",
        "Nog te weinig ingevuld om mee te tellen: ‘Onrustige slaap’.",
        "Staat vaak op een uiterste, zodat er weinig te zien valt: ‘Late mail’ en ‘Rustig ademen’.",
        "Lag in de tweede helft duidelijk anders dan in de eerste: ‘Late mail’ en ‘Onrustige slaap’.",
        "Niet gemeten, en dus alleen op de kaart: ‘Rustig ademen’ en ‘Vage taken’.",
    )
    assert cautions(Weighed("map_only"), MAP) == ()


def test_a_told_arrow_is_as_sure_as_the_diary_makes_it() -> None:
    states = {
        ("a", "b"): "supports",
        ("a", "c"): "contradicts",
        ("a", "d"): "open",
        ("a", "e"): "not_measured",
    }
    found = Weighed("shared", states=states)
    assert [seen_as(found, "a", end) for end in "bcdex"] == [
        ("sure", "ook te zien in het dagboek"),
        ("early", "het dagboek ziet het niet zo"),
        ("likely", "het dagboek zegt nog niets"),
        ("likely", "niet gemeten"),
        ("likely", ""),
    ]
    both_ways = replace(found, together=frozenset({frozenset("ad"), frozenset("ab")}))
    assert [seen_as(both_ways, "a", end)[1] for end in "bd"] == [
        "ook te zien in het dagboek",
        "hangt samen in het dagboek, welke kant op is niet te zeggen",
    ]
    alone = Weighed("map_only", states=states)
    assert [seen_as(alone, "a", end) for end in "be"] == [("likely", ""), ("likely", "niet gemeten")]


def test_threads_are_told_across_lenses_first_with_what_the_diary_says() -> None:
    told = ties(MAP, Weighed("shared", states={("late", "sleep"): "supports"}), lever="late")
    assert [(tie.letter, tie.text, tie.facts) for tie in told] == [
        ("A", "‘Rustig ademen’ dempt ‘Onrustige slaap’.", "Psycho naar Bio · dempt · verteld"),
        ("B", "‘Vage taken’ versterkt ‘Late mail’.", "Sociaal naar Bio · versterkt · verteld"),
        (
            "C",
            "‘Late mail’ versterkt ‘Onrustige slaap’ sterk.",
            "Bio · versterkt sterk · verteld, ook te zien in het dagboek",
        ),
    ]
    assert [(tie.ends, tie.crosses, tie.is_key) for tie in told] == [
        (("calm", "sleep"), True, False),
        (("vague", "late"), True, True),
        (("late", "sleep"), False, True),
    ]
    within = InfluenceMap(MAP.factors, (Influence("late", "sleep", Strength.LESS),))
    assert [(tie.facts, tie.is_key) for tie in ties(within)] == [("Bio · dempt · verteld", False)]


def test_what_only_the_diary_sees_goes_together_and_no_more() -> None:
    arrows = (Arrow("calm", "late", 1, -0.3), Arrow("late", "sleep", 0, 0.2), Arrow("gone", "late", 1, 0.5))
    assert beside(Weighed("shared", beside=arrows), MAP) == (
        Beside(
            "‘Rustig ademen’ hangt samen met minder ‘Late mail’, een dag later. Waarschijnlijk.",
            "calm",
            "late",
            Strength.LESS,
        ),
        Beside(
            "‘Late mail’ hangt samen met meer ‘Onrustige slaap’, dezelfde dag. Waarschijnlijk.",
            "late",
            "sleep",
            Strength.CLEARLY,
        ),
    )
