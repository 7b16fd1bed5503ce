from dataclasses import replace
from itertools import combinations, permutations, product
from random import Random

import pytest

from samenhang.look.hoop.drawing import order_of
from samenhang.look.hoop.order import order_dots
from samenhang.look.hoop.ring import stand
from samenhang.look.hoop.shapes import LENSES, Dot, Hoop, Stitch, settled
from tests.look.hoop.cast import by_chance, emma


def crossings(order: dict[str, tuple[str, ...]], stitches: tuple[Stitch, ...]) -> int:
    """Counted by angle, apart from the search."""
    at = {dot: angle % 360 for dot, angle in stand(order).items()}
    chords = {tuple(sorted((at[each.source], at[each.target]))) for each in stitches}
    return sum(a < c < b < d or c < a < d < b for (a, b), (c, d) in combinations(sorted(chords), 2))


def grouped(hoop: Hoop) -> list[list[str]]:
    return [[dot.id for dot in hoop.dots if dot.lens == lens] for lens in LENSES]


def test_emma_has_no_crossing() -> None:
    assert order_of(emma()) == ("p1", "p3", "p2", "s1", "s3", "s2", "b1", "b2", "b3", "b4")
    assert crossings(order_dots(settled(emma())), emma().stitches) == 0


def test_without_stitches_the_alphabet_decides() -> None:
    names = ("Zon", "adem", "Eten")
    dots = tuple(Dot(str(at), "bio", name, "neutral", "") for at, name in enumerate(names))
    assert order_of(Hoop(dots, ())) == ("1", "2", "0")


@pytest.mark.parametrize("seed", range(12))
def test_of_a_small_map_no_order_crosses_less(seed: int) -> None:
    hoop = by_chance(seed, 9, 9)
    every = product(*(permutations(group) for group in grouped(hoop)))
    best = min(crossings(dict(zip(LENSES, each, strict=True)), hoop.stitches) for each in every)
    assert crossings(order_dots(settled(hoop)), hoop.stitches) == best


@pytest.mark.parametrize("seed", range(6))
def test_of_a_large_map_few_orders_by_chance_cross_less(seed: int) -> None:
    hoop, chance = by_chance(seed, 30, 30), Random(seed)
    found = crossings(order_dots(settled(hoop)), hoop.stitches)
    for _ in range(200):
        other = {
            lens: tuple(chance.sample(group, len(group)))
            for lens, group in zip(LENSES, grouped(hoop), strict=True)
        }
        assert found < crossings(other, hoop.stitches)


@pytest.mark.parametrize("seed", range(200))
def test_what_was_put_by_hand_stays_in_that_order(seed: int) -> None:
    chance = Random(seed)
    hoop = by_chance(seed, chance.randint(0, 14), chance.randint(0, 14))
    ids = [dot.id for dot in hoop.dots]
    hand = tuple(chance.sample(ids, chance.randint(0, len(ids))))
    asked = replace(hoop, order=(*hand, "gone", *hand))
    found = order_of(asked)
    assert sorted(found) == sorted(ids)
    lens_of = {dot.id: dot.lens for dot in hoop.dots}
    for lens in LENSES:
        put = [each for each in hand if lens_of[each] == lens]
        assert [each for each in found if lens_of[each] == lens][: len(put)] == put
    assert order_of(replace(hoop, order=found)) == found
    assert [lens_of[each] for each in found] == sorted((lens_of[each] for each in found), key=LENSES.index)
