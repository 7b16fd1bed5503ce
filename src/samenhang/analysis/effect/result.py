"""What `estimate_effect` gives back: an effect with its doubt, or why there is not enough."""

from dataclasses import dataclass
from typing import Any

from samenhang.analysis.effect.verdict import Verdict

ENGINE = "ar1-grid/1"


@dataclass(frozen=True)
class RandomTest:
    """Exact one-sided test in the better direction: p, and the number k of possible draws."""

    p: float
    k: int


@dataclass(frozen=True)
class Effect:
    """Effect, bounds, trend and smallest change in the natural unit, B - A, not turned.

    `trend`: change over the whole study expected without the action; `phi`: autocorrelation at one
    day; the p's are probabilities (0-1) in the better direction.
    """

    effect: float
    lo90: float
    hi90: float
    p_improved: float
    p_meaningful: float
    p_worse: float
    verdict: Verdict
    n_A: int  # noqa: N815 - named as in results.json
    n_B: int  # noqa: N815
    missing: int
    phi: float
    trend: float
    smallest_change: float
    reasons: tuple[str, ...]
    random_test: RandomTest | None
    zin: str
    zin_coach: str


@dataclass(frozen=True)
class NotEnough:
    """No effect to give: `why` is a code, `have` of `need` days where days are what lacks."""

    have: int
    need: int
    why: str
    n_A: int  # noqa: N815 - named as in results.json
    n_B: int  # noqa: N815
    missing: int
    reasons: tuple[str, ...]
    zin: str
    zin_coach: str


def to_row(result: Effect | NotEnough) -> dict[str, Any]:
    """One case of results.json: the same keys for both, null where nothing can be said."""
    some = result if isinstance(result, Effect) else None
    return {
        "effect": some and some.effect,
        "lo90": some and some.lo90,
        "hi90": some and some.hi90,
        "p_improved": some and some.p_improved,
        "p_meaningful": some and some.p_meaningful,
        "p_worse": some and some.p_worse,
        "verdict": str(some.verdict if some else Verdict.TOO_EARLY),
        "n_A": result.n_A,
        "n_B": result.n_B,
        "missing": result.missing,
        "phi": some and some.phi,
        "trend": some and some.trend,
        "smallest_change": some and some.smallest_change,
        "reasons": list(result.reasons),
        "random_test": some and some.random_test and {"p": some.random_test.p, "k": some.random_test.k},
        "zin": result.zin,
        "zin_coach": result.zin_coach,
    }
