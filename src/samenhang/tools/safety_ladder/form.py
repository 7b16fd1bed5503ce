"""Between the browser and the safety ladder."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from samenhang.method import safety_ladder as method
from samenhang.method.dossier import Dossier
from samenhang.method.safety_ladder import RUNGS, Agreement, Offer, Regulation, SafetyLadder, Sighting
from samenhang.method.sheet import labels
from samenhang.tools import still
from samenhang.tools.tool import Follows, Typed, choice, new_id, too_long, type_of_problems

hint, picture, pointed, stepped = still.hint, still.picture, still.pointed, still.stepped
OWN = ("own_1", "own_2", "own_3")
_SIGHTING = ("situation", "observation", "helped")


def begin(dossier: Dossier) -> SafetyLadder:
    """What was agreed stands until it is changed: a new ladder begins with it."""
    return SafetyLadder(agreements=dossier.agreements)


def fields(ladder: SafetyLadder, _: Dossier) -> dict[str, list[str]]:
    seen = ladder.sighting
    return {
        "rung": ["" if ladder.rung is None else str(ladder.rung)],
        "one_rung": [ladder.one_rung],
        "kept": [_line(agreement) for agreement in ladder.agreements],
        "known": [_line(agreement) for agreement in ladder.agreements],
        "regulation": [seen.regulation or ""],
        **{name: [getattr(seen, name)] for name in _SIGHTING},
    }


def _line(agreement: Agreement) -> str:
    return f"{agreement.id}|{agreement.since or ''}|{agreement.offer or ''}|{agreement.text}"


def _agreement(line: str) -> Agreement:
    known, since, offered, text = [*line.split("|", 3), "", "", ""][:4]
    offer = choice(Offer, offered)
    try:
        return Agreement(text, known, date.fromisoformat(since), offer)
    except ValueError:
        return Agreement(text, known, None, offer)


def shape(typed: Typed, _: Dossier) -> SafetyLadder:
    return SafetyLadder(
        rung=typed.number("rung"),
        one_rung=typed.text("one_rung"),
        agreements=tuple(_agreements(typed)),
        sighting=Sighting(
            choice(Regulation, typed.text("regulation")), *(typed.text(name) for name in _SIGHTING)
        ),
    )


def _agreements(typed: Typed) -> Iterator[Agreement]:
    """Those that stay, the offers taken, and the own words; the same words are agreed once."""
    said = set()
    standing = [_agreement(line) for line in typed.all("kept")]
    taken = [
        Agreement(offer.label, offer=offer) for text in typed.all("offer") if (offer := choice(Offer, text))
    ]
    own = [Agreement(text) for name in OWN if (text := typed.text(name))]
    for agreement in (*standing, *taken, *own):
        if agreement.text and agreement.text not in said:
            said.add(agreement.text)
            yield agreement


def problems(typed: Typed, _: Dossier) -> type_of_problems:
    found = too_long(typed, ("one_rung", *OWN, *_SIGHTING))
    rung = typed.number("rung")
    if typed.text("rung") and (rung is None or rung > RUNGS):
        found["rung"] = "Kies een trede van 0 tot 10, of laat het open."
    if (given := typed.text("regulation")) and choice(Regulation, given) is None:
        found["regulation"] = "Kies een van de vier, of laat het open."
    return found


def offers(typed: Typed, _: Dossier) -> dict[str, Any]:
    kept = set(typed.all("kept"))
    known = list(dict.fromkeys((*typed.all("known"), *typed.all("kept"))))
    agreed = [_agreement(line) for line in known]
    taken = {a.text for a in agreed} | {a.offer.label for a in agreed if a.offer}
    said = labels(Sighting)
    return {
        "rung": typed.text("rung"),
        "one_rung": typed.text("one_rung"),
        "standing": [(line, _agreement(line), line in kept) for line in known],
        "offers": [(o, o in typed.all("offer")) for o in Offer if o.label not in taken],
        "own": [(name, typed.text(name)) for name in OWN],
        "regulations": [(r, r == typed.text("regulation")) for r in Regulation],
        "sighting": [(name, typed.text(name), said[name]) for name in _SIGHTING],
        "sighting_open": any(typed.text(name) for name in ("regulation", *_SIGHTING)),
        "scale": range(RUNGS + 1),
    }


def shown(ladder: SafetyLadder, day: date, today: date) -> dict[str, Any]:
    seen, said = ladder.sighting, labels(Sighting)
    lines = [(said["regulation"], seen.regulation.label)] if seen.regulation else []
    lines += [(said[name], text) for name in _SIGHTING if (text := getattr(seen, name))]
    return {"sighting": lines, "has_sighting": bool(lines), "has_faded": method.has_faded(day, today)}


def settled(ladder: SafetyLadder, today: date) -> SafetyLadder:
    return method.with_identities(ladder, new_id, today)


def follows(_: SafetyLadder, __: Typed) -> Follows:
    return Follows()
