"""Lean check of a session canvas: what weighs too much, and what is still loose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from samenhang.language.nl import read, traces
from samenhang.language.nl.words import fold_text

if TYPE_CHECKING:
    from samenhang.language.nl.plan import Plan

PAGE_WORDS, FIELD_WORDS = 180, 60
# What a sentence says does not depend on the day; a plan needs one to be read from.
_ANY_DAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
_WORD = re.compile(r"\w+")
_FIELD_NAMES = {
    "question": "de vraag",
    "hypothesis": "de hypothese",
    "interventions": "de interventie",
    "observation": "de observatie",
    "contingency": "plan B",
    "goals": "de doelen",
    "notes": "de notities",
}


@dataclass(frozen=True, slots=True)
class Canvas:
    """The fields of a session canvas, as they were typed."""

    question: str = ""
    hypothesis: str = ""
    interventions: tuple[str, ...] = ()
    observation: str = ""
    contingency: str = ""
    goals: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Waste:
    """One kind of waste and the one thing to drop or sharpen."""

    label: str
    hint: str


def canvas_of(row: dict[str, Any]) -> Canvas:
    """A canvas from its JSON object; fields that are absent are empty."""
    return Canvas(
        question=_text(row.get("question")),
        hypothesis=_text(row.get("hypothesis")),
        interventions=_texts(row.get("interventions")),
        observation=_text(row.get("observation")),
        contingency=_text(row.get("contingency")),
        goals=_texts(row.get("goals")),
        notes=_text(row.get("notes")),
    )


def check(canvas: Canvas) -> tuple[Waste, ...]:
    """Every kind of waste on this canvas, each with its hint."""
    steps = tuple(text for text in canvas.interventions if text.strip())
    plans = tuple(read(step, _ANY_DAY) for step in steps)
    found = (
        _too_much(canvas),
        _too_many(steps, plans, canvas.goals),
        _vague_step(steps, plans),
        _no_sign(canvas.observation),
        _no_plan_b(canvas.contingency),
    )
    return tuple(waste for waste in found if waste is not None)


def _too_much(canvas: Canvas) -> Waste | None:
    counts = {name: _count(getattr(canvas, name)) for name in _FIELD_NAMES}
    longest = max(counts, key=lambda name: counts[name])
    if counts[longest] > FIELD_WORDS:
        where = f"Kort {_FIELD_NAMES[longest]} in ({counts[longest]} woorden)"
        return Waste("te_veel_info", f"{where}: houd alleen over wat deze keer telt.")
    if sum(counts.values()) > PAGE_WORDS:
        where = f"Het canvas telt {sum(counts.values())} woorden"
        return Waste("te_veel_info", f"{where}: begin met schrappen in {_FIELD_NAMES[longest]}.")
    return None


def _too_many(
    steps: tuple[str, ...],
    plans: tuple[Plan, ...],
    goals: tuple[str, ...],
) -> Waste | None:
    if len(steps) > 1:
        return Waste("te_veel_doelen", f"Houd één stap over tot de volgende keer, bijvoorbeeld „{steps[0]}”.")
    parked = [goal for goal in goals if goal.strip()]
    if len(parked) > 1:
        return Waste(
            "te_veel_doelen",
            f"Er staan {len(parked)} doelen open: zet er één vooraan en berg de rest op.",
        )
    if any(plan.verdict == "te_veel" for plan in plans):
        return Waste("te_veel_doelen", "In de interventie staan meerdere acties: kies er één van.")
    return None


def _vague_step(steps: tuple[str, ...], plans: tuple[Plan, ...]) -> Waste | None:
    if not steps:
        return Waste("vage_stap", "Er is nog geen stap gekozen: wat is de eerste zichtbare stap?")
    for step, plan in zip(steps, plans, strict=True):
        if plan.verdict == "geen_plan":
            return Waste("vage_stap", f"„{step}” is nog geen stap: wat is er te zien als het gebeurt?")
        if plan.verdict == "vaag":
            lacks = "wat er precies gebeurt" if plan.n_actions == 0 else "wanneer het gebeurt"
            return Waste("vage_stap", f"Maak scherp {lacks} in „{step}”.")
    return None


def _no_sign(observation: str) -> Waste | None:
    if traces.is_observable(fold_text(observation)):
        return None
    return Waste(
        "geen_observatie",
        "Zeg waaraan het te zien is: een getal, een schaal, een streepje of wie het ziet.",
    )


def _no_plan_b(contingency: str) -> Waste | None:
    if traces.is_alternative(fold_text(contingency)):
        return None
    return Waste("geen_plan_b", "Schrijf één andere handeling op voor als het niet lukt: als …, dan ….")


def _count(field: str | tuple[str, ...]) -> int:
    texts = (field,) if isinstance(field, str) else field
    return sum(len(_WORD.findall(text)) for text in texts)


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(item) for item in value or () if item is not None)
