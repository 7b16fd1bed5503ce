"""Nothing stands where something else is: counted with boxes of our own over hundreds of maps."""

from random import Random

import pytest

from samenhang.look.hoop.drawing import lay_out, window
from samenhang.look.hoop.shapes import Dot, Hoop
from tests.look.hoop.boxes import count_faults
from tests.look.hoop.cast import LONG, NAMES, WORDS, by_chance, emma


def faults(hoop: Hoop) -> dict[str, int]:
    layout = lay_out(hoop, WORDS, "hefboom")
    return dict(count_faults(layout, window(layout)))


def test_emma_can_be_read() -> None:
    assert faults(emma()) == {}


@pytest.mark.parametrize("first", range(0, 200, 20))
def test_maps_can_be_read(first: int) -> None:
    found = {}
    for seed in range(first, first + 20):
        chance = Random(seed)
        found[seed] = faults(by_chance(seed, chance.randint(6, 15), chance.randint(4, 18)))
    assert {seed: wrong for seed, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("first", range(0, 60, 20))
def test_maps_with_long_and_strange_names_can_be_read(first: int) -> None:
    names = (*NAMES, *LONG * 3)
    found = {seed: faults(by_chance(seed, 12, 12, names=names)) for seed in range(first, first + 20)}
    assert {seed: wrong for seed, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("dots", [30, 40])
@pytest.mark.parametrize("seed", range(4))
def test_a_full_map_can_be_read(dots: int, seed: int) -> None:
    assert faults(by_chance(seed, dots, 40)) == {}


@pytest.mark.parametrize("lens", ["bio", "psycho", "social"])
def test_one_full_lens_can_be_read(lens: str) -> None:
    dots = tuple(Dot(str(at), lens, NAMES[at], "neutral", "niet gemeten") for at in range(16))
    assert faults(Hoop(dots, ())) == {}


@pytest.mark.parametrize("dots", range(4))
def test_an_almost_empty_map_can_be_read(dots: int) -> None:
    assert faults(by_chance(1, dots, dots)) == {}
