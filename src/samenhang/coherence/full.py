"""Weighs one case, read as JSON from standard input, and writes what it found: a process of its own."""

import json
import sys
from typing import Any, Literal

from samenhang.analysis import fit

DRAWS = 4000
MOST = 10.0  # points: a slider holds no more


def weigh(case: dict[str, Any], mode: Literal["fast", "full"]) -> dict[str, Any]:
    """The estimate as plain JSON, with what each lever reaches; raises `InputError`."""
    found = fit(case["diary"], case["nodes"], case["map"], mode=mode, draws=DRAWS)
    said: dict[str, Any] = json.loads(found.to_json())
    return said | {"reach": _reach(found)}


def _reach(found: Any) -> dict[str, Any]:
    """Of each lever, on each other factor: the mean in points, and the chances of better and of worse."""
    import numpy as np

    draws, nodes = found.draws, found.draws.nodes
    count = len(nodes)
    same, lag = draws.arrows[:, :, :count], draws.arrows[:, :, count:]
    whole = np.linalg.inv(np.eye(count) - same - lag)
    held = whole / np.diagonal(whole, axis1=1, axis2=2)[:, None, :]
    points = np.clip(held * draws.sd[None, :, None] / draws.sd[None, None, :], -MOST, MOST)
    mean, better, worse = points.mean(0), (points > 0).mean(0), (points < 0).mean(0)
    return {
        nodes[j].name: {
            nodes[i].name: [round(float(one[i, j]), 4) for one in (mean, better, worse)]
            for i in range(count)
            if i != j
        }
        for j in range(count)
    }


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    json.dump(weigh(asked["case"], asked["mode"]), sys.stdout)
