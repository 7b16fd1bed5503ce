"""Every tool by the name that its sheets carry."""

from samenhang.method.canvas import Canvas
from samenhang.method.catalog import SHAPES
from samenhang.method.influence_map import InfluenceMap
from samenhang.method.intake_scan import IntakeScan
from samenhang.method.needs_meter import NeedsMeter
from samenhang.method.safety_ladder import SafetyLadder


def test_the_tools() -> None:
    assert dict(SHAPES) == {
        "intake_scan": IntakeScan,
        "needs_meter": NeedsMeter,
        "safety_ladder": SafetyLadder,
        "influence_map": InfluenceMap,
        "canvas": Canvas,
    }
