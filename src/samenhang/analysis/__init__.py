"""Numbers that know no method. What stands here is loaded when first asked for, NumPy with it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samenhang.analysis.effect import Effect, NotEnough, Plan, estimate_effect
    from samenhang.analysis.indices import compute_indices
    from samenhang.analysis.levers.fit import fit, levers_from_map
    from samenhang.analysis.levers.result import Fit

__all__ = [
    "Effect",
    "Fit",
    "NotEnough",
    "Plan",
    "compute_indices",
    "estimate_effect",
    "fit",
    "levers_from_map",
]

_HOMES = {
    "Effect": "effect",
    "NotEnough": "effect",
    "Plan": "effect",
    "estimate_effect": "effect",
    "compute_indices": "indices",
    "Fit": "levers.result",
    "fit": "levers.fit",
    "levers_from_map": "levers.fit",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
