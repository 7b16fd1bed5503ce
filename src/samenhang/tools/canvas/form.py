"""Between the browser and the session canvas."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from samenhang.language.nl import lean
from samenhang.method import canvas as method
from samenhang.method import micro_action as actions
from samenhang.method.canvas import MOST_ITEMS, Canvas, Intervention, Later, Watched
from samenhang.method.diary import MOST_ITEMS as MOST_OPEN
from samenhang.method.diary import Better, DiaryItem, Kind, Slot
from samenhang.method.dossier import Dossier
from samenhang.method.lever import Lever
from samenhang.method.micro_action import MicroAction
from samenhang.method.sheet import labels
from samenhang.tools.plan_fields import plan_fields, plan_from, plan_offers, plan_problems
from samenhang.tools.proposing import guessed, offer, place_of, plainly
from samenhang.tools.reading import FIELDS, READ, Reading, reading, says_the_same
from samenhang.tools.reading import stepped as after_step
from samenhang.tools.tool import Follows, Typed, choice, known_action, new_id, too_long, type_of_problems

_TEXTS = (
    "question",
    "hypothesis",
    "intervention",
    "anchor",
    "first_step",
    "observation",
    "follow_up",
    "notes",
)


def begin(dossier: Dossier) -> Canvas:
    """Goals that wait come along; the rest begins empty."""
    return Canvas(later=dossier.later)


def fields(canvas: Canvas, dossier: Dossier) -> dict[str, list[str]]:
    """The canvas and, with it, the living plan of the micro-action it points to."""
    step = canvas.intervention
    known = {a.id: a for a in (*dossier.under_test, *dossier.candidates, *dossier.learned)}
    living = known.get(step.action)
    return {
        "question": [canvas.question],
        "lever": [canvas.lever or ""],
        "hypothesis": [canvas.hypothesis],
        "place": [canvas.place.id],
        "intervention": [step.text],
        "action": [step.action],
        "first_step": [step.first_step],
        "observation": [canvas.observation],
        "watched": [watched.item for watched in canvas.watched],
        "follow_up": [canvas.follow_up],
        "later": [f"{goal.id}|{goal.text}" for goal in canvas.later if not goal.put_away],
        "away": [f"{goal.id}|{goal.text}" for goal in canvas.later if goal.put_away],
        "notes": [canvas.notes],
        **(_plan(living, step.text) if living else {"reading": [READ]}),
    }


def _plan(action: MicroAction, sentence: str) -> dict[str, list[str]]:
    """The plan of a living micro-action: as its sentence, read when it was said, or as the fields hold it."""
    said_at = timezone.localtime(action.proposed_at)
    read_so = says_the_same(sentence, said_at, action)
    return plan_fields(action) | {
        "reading": [READ if read_so else FIELDS],
        "read_at": [said_at.isoformat()],
    }


def named(typed: Typed, dossier: Dossier) -> tuple[str, str]:
    """The sentence and the identity of the micro-action: typed, or taken over from a proposal."""
    text = typed.text("intervention")
    taken = next((a for a in dossier.candidates if a.id == typed.text("take")), None)
    if taken:
        return text or taken.behaviour, taken.id
    return text, known_action(typed, "action", dossier)


def planned(typed: Typed, text: str, known: str) -> MicroAction:
    """The micro-action as it was typed: read out of its sentence, or as the fields say."""
    if typed.text("reading") != READ:
        return plan_from(typed, text, known, timezone.localdate())
    return replace(
        read_in(typed, text).action,
        id=known,
        first_step=typed.text("first_step"),
        plan_b=typed.text("follow_up"),
    )


def read_in(typed: Typed, text: str) -> Reading:
    """What the sentence says, as it was said now or when the micro-action was proposed."""
    return reading(text, _moment(typed.text("read_at")) or timezone.localtime(), typed)


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def shape(typed: Typed, dossier: Dossier) -> Canvas:
    text, known = named(typed, dossier)
    hypothesis, lever = guessed(typed, dossier)
    return Canvas(
        question=typed.text("question"),
        lever=lever,
        hypothesis=hypothesis,
        place=place_of(typed, dossier),
        intervention=_intervention(text, planned(typed, text, known)) if text else Intervention(),
        observation=typed.text("observation"),
        watched=tuple(_watched(typed, dossier)),
        follow_up=typed.text("follow_up"),
        later=tuple(_later(typed)),
        notes=typed.text("notes"),
    )


def _intervention(text: str, action: MicroAction) -> Intervention:
    return Intervention(
        text=text,
        action=action.id,
        when=actions.when(action),
        anchor=actions.hangs_on(action),
        duration=actions.lasts(action),
        first_step=action.first_step,
    )


def _watched(typed: Typed, dossier: Dossier) -> Iterator[Watched]:
    known = {series.item.id: series.item.text for series in dossier.series}
    for item in typed.all("watched"):
        if item in known:
            yield Watched(known[item], item)
    if made := new_item(typed):
        asked = (s.item for s in dossier.series if s.item.closed is None and s.item.text == made.text)
        again = next(asked, made)
        if again.id not in typed.all("watched"):
            yield Watched(again.text, again.id)


def new_item(typed: Typed) -> DiaryItem | None:
    """The diary question made on the spot; it gets its identity when the canvas is kept."""
    text = typed.text("new_item")
    if not text:
        return None
    return DiaryItem(
        id="",
        text=text,
        kind=choice(Kind, typed.text("new_kind")) or Kind.SCALE,
        better=choice(Better, typed.text("new_better")) or Better.NEITHER,
        slot=choice(Slot, typed.text("new_slot")) or Slot.DAY,
    )


def _later(typed: Typed) -> Iterator[Later]:
    stays = typed.all("later")
    for line in dict.fromkeys((*stays, *typed.all("was_later"), *typed.all("away"))):
        known, _, text = line.partition("|")
        yield Later(text, known, put_away=line not in stays)
    if text := typed.text("new_later"):
        yield Later(text)


def problems(typed: Typed, dossier: Dossier) -> type_of_problems:
    found = too_long(typed, (*_TEXTS, "new_item", "new_later", "reason"))
    if typed.text("reading") != READ:
        found |= plan_problems(typed)
    return found | _item_problems(typed, dossier) | _one_at_a_time(typed, dossier)


def _item_problems(typed: Typed, dossier: Dossier) -> type_of_problems:
    chosen = len(typed.all("watched")) + typed.is_on("new_item")
    if chosen > MOST_ITEMS:
        return {"watched": "Kies hoogstens twee dagboekvragen: dat houdt de check-in kort."}
    standing = sum(series.item.closed is None for series in dossier.series)
    if typed.is_on("new_item") and standing >= MOST_OPEN:
        return {"new_item": f"Er staan al {MOST_OPEN} vragen in de check-in. Sluit er eerst een."}
    return {}


def _one_at_a_time(typed: Typed, dossier: Dossier) -> type_of_problems:
    """A second micro-action beside a running one asks for a deliberate reason."""
    running = [a for a in dossier.under_test if a.id != typed.text("action")]
    if not named(typed, dossier)[0] or not running or typed.text("reason"):
        return {}
    return {
        "reason": f"Er loopt al een micro-actie: ‘{running[0].behaviour}’. Rond die eerst af, "
        "of schrijf hier waarom er toch een tweede bij komt."
    }


def offers(typed: Typed, dossier: Dossier) -> dict[str, Any]:
    running = [a for a in dossier.under_test if a.id != typed.text("action")]
    text, is_read = typed.text("intervention"), typed.text("reading") == READ
    offered = offer(typed, dossier)
    guess, lever = guessed(typed, dossier)
    if guess == plainly(offered.place):
        guess = offered.hypothesis
    return {
        "read": read_in(typed, text) if text and is_read else None,
        "is_read": is_read,
        "without": typed.all("without"),
        "f": {name: typed.text(name) for name in (*_TEXTS, *_PLAIN)} | {"hypothesis": guess},
        "offered": offered,
        "levers": [(each, each == lever) for each in Lever],
        **plan_offers(typed),
        "candidates": dossier.candidates,
        "running": running,
        "items": [
            (s.item, s.item.id in typed.all("watched")) for s in dossier.series if s.item.closed is None
        ],
        "kinds": list(Kind),
        "betters": list(Better),
        "slots": list(Slot),
        "later": [(f"{goal.id}|{goal.text}", goal.text, goal.put_away) for goal in _later(typed) if goal.id],
        "boxes": labels(Canvas),
        "filled": method.filled(shape(typed, dossier)) if not problems(typed, dossier) else None,
    }


_PLAIN = (
    "take",
    "action",
    "reading",
    "read_at",
    "n",
    "times",
    "minutes",
    "start",
    "until",
    "reason",
    "new_item",
    "new_kind",
    "new_better",
    "new_slot",
    "new_later",
)


def hint(typed: Typed, dossier: Dossier) -> str:
    """The first thing to drop or sharpen: of a box only once it was filled, or once those after it were."""
    goals = [goal.text for goal in _later(typed) if not goal.put_away]
    canvas = lean.Canvas(
        question=typed.text("question"),
        hypothesis=typed.text("hypothesis"),
        interventions=tuple(filter(None, (named(typed, dossier)[0],))),
        observation=typed.text("observation"),
        contingency=typed.text("follow_up"),
        goals=tuple(goals),
        notes=typed.text("notes"),
    )
    found = (waste.hint for waste in lean.check(canvas) if _is_due(waste.label, canvas))
    return next(found, "")


def _is_due(label: str, canvas: lean.Canvas) -> bool:
    step, sign, instead = bool(canvas.interventions), bool(canvas.observation), bool(canvas.contingency)
    return {
        "vage_stap": step,
        "geen_observatie": sign or (step and instead),
        "geen_plan_b": instead or (step and sign),
    }.get(label, True)


def picture(_: Typed, __: Dossier) -> str:
    return ""


def pointed(typed: Typed, to: Mapping[str, str]) -> Typed:
    """A place on the map was chosen: it stands ready, and may still be another."""
    return Typed({**typed.values, "place": [to["plek"]]}) if "plek" in to else typed


def stepped(typed: Typed) -> Typed:
    """The form after a step without a script: what the sentence says now stands in its fields."""
    return after_step(typed, read_in(typed, typed.text("intervention")))


def shown(_: Canvas, __: date, ___: date) -> dict[str, Any]:
    return {}


def settled(canvas: Canvas, _: date) -> Canvas:
    """Parked goals, the intervention and a question made on the spot get their identity."""
    step = canvas.intervention
    return replace(
        method.with_identities(canvas, new_id),
        intervention=replace(step, action=step.action or new_id()) if step.text else step,
        watched=tuple(replace(watched, item=watched.item or new_id()) for watched in canvas.watched),
    )


def _named(item: DiaryItem | None, canvas: Canvas) -> DiaryItem | None:
    """The question made on the spot, with the identity it has on the canvas."""
    known = next((one.item for one in canvas.watched if item and one.text == item.text), "")
    return replace(item, id=known) if item and known else None


def follows(canvas: Canvas, typed: Typed) -> Follows:
    step, item = canvas.intervention, new_item(typed)
    return Follows(
        chosen=planned(typed, step.text, step.action) if step.text else None,
        reason=typed.text("reason"),
        item=_named(item, canvas),
    )
