"""Weighs one case, read as JSON from standard input, and writes what it found: a process of its own."""

import json
import sys
from typing import Any, Literal

from samenhang.analysis import Fit, fit


def weigh(case: dict[str, Any], mode: Literal["fast", "full"], draws: int) -> dict[str, Any]:
    """The estimate as plain JSON, with what each lever reaches; raises `InputError`."""
    found = fit(case["diary"], case["nodes"], case["map"], mode=mode, draws=draws)
    said: dict[str, Any] = json.loads(found.to_json())
    return said | {"reach": _reach(found)}


def _reach(found: Fit) -> dict[str, dict[str, list[Any]]]:
    """Of each lever, on each other goal: points, the chance of better, and whether it is reached."""
    reach: dict[str, dict[str, list[Any]]] = {lever.node: {} for lever in found.levers()}
    for touch in found.touches():
        if touch.goal != touch.node:
            moved = [round(touch.mean, 4), round(touch.p_pos, 4), touch.touched and touch.mean > 0]
            reach[touch.node][touch.goal] = moved
    return reach


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    json.dump(weigh(asked["case"], asked["mode"], asked["draws"]), sys.stdout)
