from dataclasses import replace

import pytest

from samenhang.look.hoop.drawing import draw, order_of
from samenhang.look.hoop.shapes import Dot, Hoop, Stitch
from tests.look.hoop.cast import TITLED, emma

WHY = r"stitch|no such|two"
ONE = Dot("a", "bio", "Slaap", "neutral", "niet gemeten")
TWO = Dot("b", "social", "Werk", "strength", "sterkte")
GOOD = Stitch("A", "a", "b", 1, "sure")


@pytest.mark.parametrize(
    "wrong",
    [
        Hoop((ONE, replace(TWO, lens="soc")), ()),
        Hoop((ONE, replace(TWO, kind="sterkte")), ()),
        Hoop((ONE, replace(TWO, id="a")), ()),
        Hoop((ONE, TWO), (replace(GOOD, target="a"),)),
        Hoop((ONE, TWO), (replace(GOOD, source="z"),)),
        Hoop((ONE, TWO), (replace(GOOD, strength=0),)),
        Hoop((ONE, TWO), (replace(GOOD, strength=-4),)),
        Hoop((ONE, TWO), (replace(GOOD, sure="maybe"),)),
        Hoop((ONE, TWO), (replace(GOOD, letter='a"'),)),
        Hoop((ONE, TWO), (GOOD, replace(GOOD, source="b", target="a"))),
    ],
)
def test_a_map_that_cannot_be_raises(wrong: Hoop) -> None:
    with pytest.raises(ValueError, match=WHY):
        draw(wrong, **TITLED)
    with pytest.raises(ValueError, match=WHY):
        order_of(wrong)


def test_in_whatever_order_it_is_told_the_map_is_the_same() -> None:
    told = emma()
    turned = Hoop(told.dots[::-1], (*told.stitches[5:], *told.stitches[:5]))
    assert draw(turned, **TITLED) == draw(told, **TITLED)
