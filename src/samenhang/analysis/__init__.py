"""Numbers that know no method. What stands here is loaded when first asked for, NumPy with it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samenhang.analysis.effect import Effect, NotEnough, Plan, estimate_effect
    from samenhang.analysis.indices import compute_indices

__all__ = ["Effect", "NotEnough", "Plan", "compute_indices", "estimate_effect"]

_HOMES = {
    "Effect": "effect",
    "NotEnough": "effect",
    "Plan": "effect",
    "estimate_effect": "effect",
    "compute_indices": "indices",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
