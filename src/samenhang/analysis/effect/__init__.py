"""Did it change since the action, and how sure is that? `estimate_effect` answers, or refuses."""

from samenhang.analysis.case import Plan
from samenhang.analysis.draws import Draw
from samenhang.analysis.effect.estimate import estimate_case, estimate_effect
from samenhang.analysis.effect.result import ENGINE, Effect, NotEnough, RandomTest, to_row
from samenhang.analysis.effect.verdict import Verdict

__all__ = [
    "ENGINE",
    "Draw",
    "Effect",
    "NotEnough",
    "Plan",
    "RandomTest",
    "Verdict",
    "estimate_case",
    "estimate_effect",
    "to_row",
]
