"""The ring: how large it is, and where each dot and each lens stands on it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samenhang.look.hoop.shapes import LENSES

ARC: Final = 112.0  # degrees for each lens; 8 between them
MIDDLES: Final = {lens: 120.0 * at for at, lens in enumerate(LENSES)}
WIDE, HIGH = 246.0, 214.0
CALM_SLOTS, CALM_STITCHES = 7, 14  # up to here the ring keeps its size

type_of_spot = tuple[float, float]
type_of_disc = tuple[float, float, float]  # x, y, radius


@dataclass(frozen=True)
class Ring:
    """An ellipse around the origin; angles in degrees, clockwise from the top."""

    rx: float
    ry: float

    def spot(self, angle: float, grow: float = 0) -> type_of_spot:
        turn = math.radians(angle)
        return (self.rx + grow) * math.sin(turn), -(self.ry + grow) * math.cos(turn)

    def holds(self, spot: type_of_spot, within: float) -> bool:
        """Whether a spot lies inside, at least `within` from the ring."""
        return (spot[0] / (self.rx - within)) ** 2 + (spot[1] / (self.ry - within)) ** 2 < 1


def ring_for(most_in_a_lens: int, stitches: int, more: float = 1.0) -> Ring:
    """A ring that leaves the fullest arc and the stitches their room: rather higher than wider."""
    by_dots = ((most_in_a_lens + 1) / CALM_SLOTS) ** 0.7
    by_stitches = (stitches / CALM_STITCHES) ** 0.45
    grow = max(1.0, by_dots, by_stitches) * more
    return Ring(round(WIDE * grow**0.6, 1), round(HIGH * grow**1.2, 1))


def angles_of(lens: str, many: int) -> tuple[tuple[float, ...], float]:
    """The angle of each slot of a lens for so many dots, and that of its medallion, in the middle slot."""
    step = ARC / (many + 1)
    slots = [MIDDLES[lens] - ARC / 2 + step * (at + 0.5) for at in range(many + 1)]
    medal = slots.pop(many // 2)
    return tuple(slots), medal


def stand(orders: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """The angle at which each dot stands."""
    return {
        dot: angle
        for lens, order in orders.items()
        for dot, angle in zip(order, angles_of(lens, len(order))[0], strict=True)
    }
