"""Every tool of the method that is filled in, by the name its sheets carry."""

from collections.abc import Mapping
from types import MappingProxyType

from samenhang.method.canvas import Canvas
from samenhang.method.influence_map import InfluenceMap
from samenhang.method.intake_scan import IntakeScan
from samenhang.method.needs_meter import NeedsMeter
from samenhang.method.safety_ladder import SafetyLadder
from samenhang.method.sheet import Shape

SHAPES: Mapping[str, type[Shape]] = MappingProxyType(
    {shape.slug: shape for shape in (IntakeScan, NeedsMeter, SafetyLadder, InfluenceMap, Canvas)}
)
