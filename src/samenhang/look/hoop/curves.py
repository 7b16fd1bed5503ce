"""A cubic Bézier curve: points on it, a part of it, and where it leaves a circle around its end."""

import math
from dataclasses import dataclass
from typing import Final

from samenhang.look.hoop.ring import type_of_spot

FINE: Final = 14  # halvings: a hundredth of a pixel is plenty


@dataclass(frozen=True)
class Curve:
    """Four points: where it begins, its two handles, where it ends."""

    begin: type_of_spot
    out: type_of_spot
    into: type_of_spot
    end: type_of_spot

    def at(self, t: float) -> type_of_spot:
        u = 1 - t
        a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        return (
            a * self.begin[0] + b * self.out[0] + c * self.into[0] + d * self.end[0],
            a * self.begin[1] + b * self.out[1] + c * self.into[1] + d * self.end[1],
        )

    def along(self, t: float) -> type_of_spot:
        """The way it goes at a place, as a step of one."""
        (a, b), (c, d) = self.at(max(0.0, t - 0.01)), self.at(min(1.0, t + 0.01))
        far = math.hypot(c - a, d - b) or 1.0
        return (c - a) / far, (d - b) / far

    def spots(self, many: int) -> list[type_of_spot]:
        """So many points and one more, from begin to end."""
        (px, py), (qx, qy), (rx, ry), (sx, sy) = self.begin, self.out, self.into, self.end
        ax, bx, cx = sx - 3 * rx + 3 * qx - px, 3 * (rx - 2 * qx + px), 3 * (qx - px)
        ay, by, cy = sy - 3 * ry + 3 * qy - py, 3 * (ry - 2 * qy + py), 3 * (qy - py)
        parts = [step / many for step in range(many + 1)]
        return [(((ax * t + bx) * t + cx) * t + px, ((ay * t + by) * t + cy) * t + py) for t in parts]

    def leaves(self, reach: float) -> float:
        """Where it is first as far from its begin."""
        return self._first_far(self.begin, reach, 0.0)

    def arrives(self, reach: float) -> float:
        """Where it is last as far from its end."""
        return self._first_far(self.end, reach, 1.0)

    def _first_far(self, centre: type_of_spot, reach: float, near: float) -> float:
        low, high = near, 0.5
        for _ in range(FINE):
            middle = (low + high) / 2
            x, y = self.at(middle)
            if math.hypot(x - centre[0], y - centre[1]) < reach:
                low = middle
            else:
                high = middle
        return (low + high) / 2

    def part(self, since: float, until: float) -> "Curve":
        """The same curve between two places."""
        head = self._split(until)[0]
        return head._split(since / until)[1]  # noqa: SLF001  the same class

    def _split(self, t: float) -> tuple["Curve", "Curve"]:
        """De Casteljau."""
        a, b, c = _mix(self.begin, self.out, t), _mix(self.out, self.into, t), _mix(self.into, self.end, t)
        d, e = _mix(a, b, t), _mix(b, c, t)
        middle = _mix(d, e, t)
        return Curve(self.begin, a, d, middle), Curve(middle, e, c, self.end)


def _mix(one: type_of_spot, other: type_of_spot, t: float) -> type_of_spot:
    return one[0] + (other[0] - one[0]) * t, one[1] + (other[1] - one[1]) * t
