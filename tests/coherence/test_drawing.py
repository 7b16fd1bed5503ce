"""The picture says the same as the sentences: the same letters, as sure, the lever marked."""

import re
from dataclasses import replace

from samenhang.coherence.drawing import MOST_DRAWN, draw_map, draw_map_on_paper
from samenhang.coherence.weighing import Weighed
from samenhang.coherence.words import ties
from samenhang.method.influence_map import Influence, InfluenceMap, Placed
from samenhang.method.intake_scan import Cell
from samenhang.method.lens import Lens
from tests.coherence.cast import MAP


def letters(svg: str) -> list[str]:
    return sorted(set(re.findall(r">([A-Z]+) [^<\w]<", svg)))


def test_every_sentence_has_its_stitch() -> None:
    assert letters(draw_map(MAP)) == [tie.letter for tie in ties(MAP)] == ["A", "B", "C"]


def test_it_says_how_much_there_is_to_see() -> None:
    assert "vier factoren in drie lenzen met drie invloeden." in draw_map(MAP)
    one = InfluenceMap(MAP.factors[:1])
    assert "één factor in drie lenzen met nul invloeden." in draw_map(one)


def test_what_is_not_measured_says_so() -> None:
    measured = InfluenceMap((replace(MAP.factors[0], item="i1"), *MAP.factors[1:]), MAP.influences)
    assert draw_map(measured).count("niet gemeten") == 3


def test_the_lever_and_its_threads_stand_out() -> None:
    assert "hefboom" not in draw_map(MAP)
    assert "hefboom" in draw_map(MAP, Weighed("map_only"), "late")


def test_a_hand_made_order_is_kept() -> None:
    factors = tuple(Placed(name, Lens.BIO, Cell.BOTTLENECK, name) for name in ("Cc", "Aa", "Bb"))
    loose, kept = InfluenceMap(factors), InfluenceMap(factors, arranged=True)
    assert draw_map(loose) == draw_map(InfluenceMap(factors[::-1]))
    assert draw_map(kept) != draw_map(InfluenceMap(factors[::-1], arranged=True))


def test_beyond_what_is_readable_the_sentences_say_the_rest() -> None:
    factors = tuple(Placed(f"f{n}", list(Lens)[n % 3], Cell.BOTTLENECK, f"Factor {n}") for n in range(9))
    pairs = [(a.id, b.id) for a in factors for b in factors if a != b][: MOST_DRAWN + 4]
    shape = InfluenceMap(factors, tuple(Influence(a, b) for a, b in pairs))
    assert len(letters(draw_map(shape))) == MOST_DRAWN
    assert len(ties(shape)) == MOST_DRAWN + 4


def test_on_paper_it_needs_no_stylesheet() -> None:
    svg = draw_map_on_paper(MAP)
    assert svg.startswith("<svg")
    assert "class=" not in svg
    assert letters(svg) == ["A", "B", "C"]
    assert letters(draw_map_on_paper(InfluenceMap())) == []
