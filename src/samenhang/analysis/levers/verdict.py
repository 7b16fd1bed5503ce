"""What may be said of the levers together: from 'the map alone' to 'one stands out'."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from samenhang.analysis.levers.rows import Lever, Row

FEWEST_PAIRS = 14
FEWEST_NODES = 2
CLEAR, SHARED = 0.5, 0.35  # chance of being the best from which one stands out, or some lie close together
_ENOUGH = 0.8

Level = Literal["map_only", "weak", "shared", "clear"]


@dataclass(frozen=True)
class Verdict(Row):
    """level; why, as a code; the highest chance of being the best."""

    level: Level
    reason_code: str
    p_best_max: float


def judge(levers: Sequence[Lever], refused: str | None) -> Verdict:
    """The first rule that holds; `refused`: why the diary could not speak, if it could not."""
    top = max(levers, key=lambda lever: lever.p_best)
    if refused is not None:
        return Verdict("map_only", refused, top.p_best)
    if top.p_best < SHARED:
        return Verdict("weak", "no_clear_lever", top.p_best)
    if top.p_best < CLEAR:
        return Verdict("shared", "close_together", top.p_best)
    if top.lo90 <= 0:
        return Verdict("shared", "gain_unsure", top.p_best)
    return Verdict("clear", "one_stands_out", top.p_best)


class _HasChance(Protocol):
    @property
    def p_best(self) -> float: ...


class _HasLevel(Protocol):
    @property
    def level(self) -> str: ...


L = TypeVar("L", bound=_HasChance)


def named(levers: Sequence[L], verdict: _HasLevel) -> tuple[L, ...]:
    """The levers to name together: as many as it takes to hold the best with .8, never only one."""
    likely = sorted(levers, key=lambda lever: -lever.p_best)
    count, reached = 0, 0.0
    while count < len(likely) and (reached < _ENOUGH or count < FEWEST_NODES):
        reached += likely[count].p_best
        count += 1
    return tuple(likely[: FEWEST_NODES if verdict.level == "clear" else count])
