"""T2 Needs meter: how well fed each basic need was in the past week, from 0 to 10.

Own single items, made for a conversation; no claim is made about what they measure beyond that.
A low score is not the same as being worked against: `thwarted` is asked apart and may stay open.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from samenhang.method.finding import Finding
from samenhang.method.need import Need
from samenhang.method.sheet import Shape, entry

LOWEST, HIGHEST = 0, 10


@dataclass(frozen=True)
class Reading:
    score: int | None = entry("Hoe gevoed", default=None)
    thwarted: bool = entry("Tegengewerkt", default=False)
    action: Finding = entry("Micro-actie", default=Finding())


@dataclass(frozen=True)
class NeedsMeter(Shape):
    slug: ClassVar[str] = "needs_meter"

    autonomy: Reading = entry("Autonomie", default=Reading())
    competence: Reading = entry("Competentie", default=Reading())
    relatedness: Reading = entry("Verbondenheid", default=Reading())
    note: str = entry("Wat valt op?")

    def reading(self, need: Need) -> Reading:
        found: Reading = getattr(self, need.value)
        return found

    def tells(self) -> Mapping[str, Any]:
        return {"lowest": lowest(self)}


def lowest(meter: NeedsMeter) -> tuple[Need, ...]:
    """The least fed need, or each of them when tied; none while nothing is scored."""
    scored = {n: s for n in Need if (s := meter.reading(n).score) is not None}
    least = min(scored.values(), default=None)
    return tuple(need for need, score in scored.items() if score == least)


def is_complete(meter: NeedsMeter) -> bool:
    """All three scored, and one micro-action for each least fed need."""
    return all(meter.reading(need).score is not None for need in Need) and not still_asks(meter)


def still_asks(meter: NeedsMeter) -> tuple[Need, ...]:
    """The least fed needs that have no micro-action yet."""
    return tuple(need for need in lowest(meter) if not meter.reading(need).action.text)


def with_identities(meter: NeedsMeter, new_id: Callable[[], str]) -> NeedsMeter:
    """Give each proposed micro-action its lasting identity."""

    def named(reading: Reading) -> Reading:
        action = reading.action
        fresh = bool(action.text) and not action.id
        return replace(reading, action=replace(action, id=new_id())) if fresh else reading

    return replace(
        meter,
        autonomy=named(meter.autonomy),
        competence=named(meter.competence),
        relatedness=named(meter.relatedness),
    )
