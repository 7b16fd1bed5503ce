"""What touches what on a map, counted apart from the drawing: circles, boxes and points on lines."""

import math
from collections import Counter
from itertools import combinations

from samenhang.look.hoop.drawing import Layout
from samenhang.look.hoop.pills import HIGH
from samenhang.look.hoop.sewing import MEDAL
from samenhang.look.hoop.stitches import DOT, HALO, Thread

POINTS = 60


def count_faults(layout: Layout, window: tuple[int, int, int, int]) -> Counter[str]:
    """How often something stands where something else is; nothing for a map that can be read."""
    labels = [label.box for label in layout.labels]
    pills = [_box(pill.x, pill.y, pill.wide / 2, HIGH / 2) for pill in layout.pills]
    discs = [(*spot, HALO if dot.lever else DOT) for dot, spot in layout.dots]
    discs += [(*spot, MEDAL) for _, spot in layout.medals]
    found = Counter(
        {
            "label label": sum(_meet(a, b) for a, b in combinations(labels, 2)),
            "pill pill": sum(_meet(a, b) for a, b in combinations(pills, 2)),
            "pill label": sum(_meet(a, b) for a in pills for b in labels),
            "label dot": sum(_near(box, disc) for box in labels for disc in discs),
            "pill dot": sum(_near(box, disc) for box in pills for disc in discs),
            "pill head": sum(_near(box, (*each.tip, 2.0)) for box in pills for each in layout.threads),
            "outside": sum(not _holds(window, box) for box in (*labels, *pills)),
            "line label": sum(
                _inside(p, box) for each in layout.threads for p in _points(each) for box in labels
            ),
            "line dot": sum(_passes(layout, each) for each in layout.threads),
            "tether label": sum(_tethers_met(layout)),
        }
    )
    return +found


def _box(x, y, wide, high):
    return x - wide, y - high, x + wide, y + high


def _meet(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _near(box, disc):
    x = max(box[0] - disc[0], disc[0] - box[2], 0)
    y = max(box[1] - disc[1], disc[1] - box[3], 0)
    return math.hypot(x, y) < disc[2]


def _holds(window, box):
    left, top, wide, high = window
    return left <= box[0] and box[2] <= left + wide and top <= box[1] and box[3] <= top + high


def _inside(point, box):
    return box[0] < point[0] < box[2] and box[1] < point[1] < box[3]


def _points(thread: Thread):
    return [*thread.line.spots(POINTS), thread.tip]


def _passes(layout: Layout, thread: Thread) -> int:
    """How many dots and medals it does not serve lie under a stitch."""
    served = {thread.stitch.source, thread.stitch.target}
    discs = [(spot, HALO if dot.lever else DOT) for dot, spot in layout.dots if dot.id not in served]
    discs += [(spot, MEDAL) for _, spot in layout.medals]
    return sum(any(math.dist(p, spot) < r + 2 for p in _points(thread)) for spot, r in discs)


def _tethers_met(layout: Layout):
    for at, (_, spot) in enumerate(layout.dots):
        label = layout.labels[at]
        if not label.has_moved:
            continue
        (x, y), foot = spot, label.foot
        points = [(x + (foot[0] - x) * t / 20, y + (foot[1] - y) * t / 20) for t in range(3, 20)]
        for other, each in enumerate(layout.labels):
            yield other != at and any(_inside(point, each.box) for point in points)
