"""Between the browser and the needs meter."""

from datetime import date
from typing import Any

from samenhang.method import needs_meter as method
from samenhang.method.dossier import Dossier
from samenhang.method.finding import Finding
from samenhang.method.micro_action import MicroAction
from samenhang.method.need import Need
from samenhang.method.needs_meter import HIGHEST, NeedsMeter, Reading
from samenhang.tools import still
from samenhang.tools.tool import Follows, Typed, known_action, new_id, too_long, type_of_problems

hint, picture, pointed, stepped = still.hint, still.picture, still.pointed, still.stepped


def begin(_: Dossier) -> NeedsMeter:
    return NeedsMeter()


def fields(meter: NeedsMeter, _: Dossier) -> dict[str, list[str]]:
    found = {"note": [meter.note]}
    for need in Need:
        reading = meter.reading(need)
        found[f"{need}"] = ["" if reading.score is None else str(reading.score)]
        found[f"{need}_thwarted"] = ["1"] if reading.thwarted else []
        found[f"{need}_action"] = [reading.action.text]
        found[f"{need}_action_id"] = [reading.action.id]
    return found


def shape(typed: Typed, dossier: Dossier) -> NeedsMeter:
    readings = {need.value: _reading(typed, need, dossier) for need in Need}
    return NeedsMeter(note=typed.text("note"), **readings)


def _reading(typed: Typed, need: Need, dossier: Dossier) -> Reading:
    text = typed.text(f"{need}_action")
    action = Finding(text, known_action(typed, f"{need}_action_id", dossier)) if text else Finding()
    return Reading(typed.number(f"{need}"), typed.is_on(f"{need}_thwarted"), action)


def problems(typed: Typed, _: Dossier) -> type_of_problems:
    found = too_long(typed, ("note", *(f"{need}_action" for need in Need)))
    for need in Need:
        given = typed.text(f"{need}")
        score = typed.number(f"{need}")
        if given and (score is None or score > HIGHEST):
            found[f"{need}"] = "Kies een getal van 0 tot 10, of laat het open."
    return found


def offers(typed: Typed, dossier: Dossier) -> dict[str, Any]:
    meter = shape(typed, dossier)
    least = method.lowest(meter) if not problems(typed, dossier) else ()
    return {
        "needs": [
            {
                "need": need,
                "name": need.value,
                "score": typed.text(need.value),
                "thwarted": typed.is_on(f"{need}_thwarted"),
                "action": typed.text(f"{need}_action"),
                "action_id": typed.text(f"{need}_action_id"),
                "action_name": f"{need}_action",
                "is_least": need in least,
                "earlier": dossier.needs.get(need, ()),
            }
            for need in Need
        ],
        "note": typed.text("note"),
        "least": least,
        "scale": range(HIGHEST + 1),
    }


def shown(meter: NeedsMeter, _: date, __: date) -> dict[str, Any]:
    return {
        "readings": [(need, meter.reading(need)) for need in Need],
        "least": method.lowest(meter),
    }


def settled(meter: NeedsMeter, _: date) -> NeedsMeter:
    return method.with_identities(meter, new_id)


def follows(meter: NeedsMeter, _: Typed) -> Follows:
    return Follows(
        proposed=tuple(
            MicroAction(id=found.id, behaviour=found.text, need=need)
            for need in Need
            if (found := meter.reading(need).action).text
        )
    )
