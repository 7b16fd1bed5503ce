"""T9: factors with a lasting identity, threads that follow them, and the sentences that say so."""

from dataclasses import replace

import pytest

from samenhang.method.influence_map import (
    Influence,
    InfluenceMap,
    Known,
    Placed,
    Strength,
    Thread,
    Told,
    crosses,
    empty_lenses,
    facts,
    follow,
    in_order,
    letter_of,
    names_of,
    quoted,
    say,
    tidied,
)
from samenhang.method.intake_scan import Cell, Fate
from samenhang.method.lens import Lens
from tests.method.cast import MAP

A = Placed("a", Lens.BIO, Cell.BOTTLENECK, "Late mail")
B = Placed("b", Lens.BIO, Cell.BOTTLENECK, "Onrustige slaap")
C = Placed("c", Lens.PSYCHO, Cell.STRENGTH, "Zorgvuldig")
D = Placed("d", Lens.SOCIAL, Cell.BOTTLENECK, "Vage taken")


def drawn(*influences: Influence, factors: tuple[Placed, ...] = (A, B, C, D)) -> InfluenceMap:
    return InfluenceMap(factors, influences)


def closed(one: Placed, into: str = "") -> Placed:
    return replace(one, fate=Fate.CLOSE, into=into)


def test_every_strength_says_its_direction_and_its_size() -> None:
    assert [(int(each), each.label) for each in Strength] == [
        (3, "versterkt sterk"),
        (2, "versterkt"),
        (1, "versterkt zwak"),
        (-1, "dempt zwak"),
        (-2, "dempt"),
        (-3, "dempt sterk"),
    ]


def test_a_thread_reads_as_a_sentence() -> None:
    names = names_of((A, B, C, D))
    assert (
        say(Influence("a", "b", Strength.STRONGLY), names) == "‘Late mail’ versterkt ‘Onrustige slaap’ sterk."
    )
    assert say(Influence("c", "a", Strength.LESS), names) == "‘Zorgvuldig’ dempt ‘Late mail’."
    assert say(Influence("a", "b", words="Ik lig te mailen."), names) == "Ik lig te mailen."
    assert say(Influence("a", "x"), names) == "‘Late mail’ versterkt ‘van vroeger’."


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Late mail", "‘Late mail’"),
        ("‘Goed is pas goed’", "‘Goed is pas goed’"),
        ("’s Avonds laat", "“’s Avonds laat”"),
        ("Zegt ‘ja’ te snel", "“Zegt ‘ja’ te snel”"),
    ],
)
def test_a_name_stands_between_marks_of_its_own(name: str, said: str) -> None:
    assert quoted(name) == said


def test_the_facts_name_the_lenses_once() -> None:
    factors = (A, B, C, D)
    assert facts(Influence("d", "a", Strength.WEAKLY, Told.COACH), factors) == (
        "Sociaal naar Bio · versterkt zwak · gezien door de coach"
    )
    assert facts(Influence("a", "b", Strength.LESS), factors) == "Bio · dempt · verteld"
    assert facts(Influence("x", "b", told=Told.DIARY), factors) == "Bio · versterkt · uit het dagboek"


def test_threads_across_lenses_come_first_then_the_strongest() -> None:
    within = Influence("a", "b", Strength.STRONGLY)
    weak, strong = Influence("d", "a", Strength.WEAKLY), Influence("c", "a", Strength.STRONGLY_LESS)
    lost = Influence("x", "a", Strength.WEAKLY)
    assert in_order(drawn(within, lost, weak, strong)) == (strong, weak, lost, within)
    assert [crosses(one, (A, B, C, D)) for one in (within, weak)] == [False, True]


def test_letters_go_on_after_the_alphabet() -> None:
    assert [letter_of(n) for n in (0, 25, 26, 51, 52, 701)] == ["A", "Z", "AA", "AZ", "BA", "ZZ"]


def test_a_merged_factor_takes_its_threads_along() -> None:
    shape = drawn(Influence("a", "b"), Influence("d", "a"), factors=(A, closed(B, "c"), C, D))
    assert tidied(shape).influences == (Influence("a", "c"), Influence("d", "a"))


def test_of_two_threads_on_each_other_the_strongest_stays() -> None:
    weak, strong = Influence("a", "c", Strength.WEAKLY), Influence("a", "b", Strength.STRONGLY_LESS)
    moved = replace(strong, target="c")
    merged = (A, closed(B, "c"), C, D)
    assert tidied(drawn(weak, strong, factors=merged)).influences == (moved,)
    assert tidied(drawn(strong, weak, factors=merged)).influences == (moved,)


def test_a_thread_to_itself_or_to_what_is_gone_lets_go() -> None:
    shape = drawn(
        Influence("a", "b"),
        Influence("a", "d"),
        Influence("x", "a"),
        factors=(A, closed(B, "a"), C, closed(D)),
    )
    assert tidied(shape).influences == ()


def test_following_never_runs_in_a_circle() -> None:
    circle = (closed(A, "b"), closed(B, "a"))
    assert follow(circle, "a") is None
    assert follow((A, closed(B, "x")), "b") is None
    assert follow((A, closed(B, "d"), closed(D, "a")), "b") == "a"


def test_a_lens_without_a_thread_is_named() -> None:
    assert empty_lenses(drawn(Influence("a", "b"))) == (Lens.PSYCHO, Lens.SOCIAL)
    assert empty_lenses(drawn(Influence("a", "c"), Influence("d", "a"))) == ()
    assert empty_lenses(drawn()) == ()


def test_it_tells_its_sentences_and_what_is_known_of_its_factors() -> None:
    assert MAP.tells() == {
        "threads": (
            Thread("A", "Late mails maken slapen moeilijker", "Psycho naar Bio · versterkt sterk · verteld"),
            Thread(
                "B",
                "‘Taken zijn onduidelijk verdeeld’ versterkt ‘Goed is pas goed als het perfect is’ zwak.",
                "Sociaal naar Psycho · versterkt zwak · gezien door de coach",
            ),
        ),
        "known": (
            Known(
                Lens.BIO,
                "Slaapt onregelmatig door late mail",
                "knelpunt · goed te veranderen · gemeten met: Hoelang duurde inslapen?",
            ),
            Known(
                Lens.PSYCHO,
                "Goed is pas goed als het perfect is",
                "knelpunt · een beetje te veranderen · niet gemeten",
            ),
            Known(
                Lens.SOCIAL,
                "Taken zijn onduidelijk verdeeld",
                "knelpunt · niet zelf te veranderen · niet gemeten",
            ),
            Known(
                Lens.SOCIAL,
                "Wie doet wat?",
                "knelpunt · hoort nu bij ‘Taken zijn onduidelijk verdeeld’ · niet gemeten",
            ),
        ),
    }


def test_line_by_line_each_factor_and_each_thread_has_its_identity() -> None:
    shape = drawn(Influence("a", "c", Strength.LESS), factors=(A, closed(B), C))
    assert list(shape.lines()) == [
        ("a", "Bio", "Late mail · knelpunt · niet gemeten"),
        ("b", "Bio", "Onrustige slaap · knelpunt · gaat niet meer op · niet gemeten"),
        ("c", "Psycho", "Zorgvuldig · sterkte · niet gemeten"),
        ("a c", "Draad", "‘Late mail’ dempt ‘Zorgvuldig’. Bio naar Psycho · dempt · verteld"),
    ]
