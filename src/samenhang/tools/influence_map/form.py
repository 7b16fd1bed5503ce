"""Between the browser and the influence map: every field stands by the identity of its factor or thread."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from samenhang.coherence.drawing import draw_map
from samenhang.coherence.gathering import gather
from samenhang.coherence.weighing import weigh_live
from samenhang.coherence.words import Tie, propose, ties
from samenhang.method import influence_map as method
from samenhang.method.dossier import Dossier
from samenhang.method.influence_map import (
    LONGEST_NAME,
    MOST_FACTORS,
    MOST_INFLUENCES,
    Change,
    Influence,
    InfluenceMap,
    Placed,
    Strength,
    Told,
    empty_lenses,
    names_of,
)
from samenhang.method.intake_scan import Cell, Fate
from samenhang.method.lens import Lens
from samenhang.method.map_now import map_now
from samenhang.method.sheet import labels
from samenhang.tools.tool import Follows, Typed, choice, new_id, too_long, type_of_problems

INTO, GONE, EMPTY_THREADS = "into:", "0", 2


def begin(dossier: Dossier) -> InfluenceMap:
    """The map as it stands: what was drawn, and the factors that scans found since."""
    return map_now(dossier)


def fields(shape: InfluenceMap, dossier: Dossier) -> dict[str, list[str]]:
    """A map that goes on takes along what was found, renamed or closed since it was kept."""
    now = map_now(dossier) if shape == dossier.map else shape
    found = {"factor": [one.id for one in now.standing], "arranged": ["1"] if now.arranged else []}
    for one in now.standing:
        found |= {
            f"name_{one.id}": [one.text],
            f"lens_{one.id}": [one.lens],
            f"cell_{one.id}": [one.cell],
            f"change_{one.id}": [one.change or ""],
            f"item_{one.id}": [one.item],
            f"fate_{one.id}": [one.fate],
        }
    found["thread"] = [str(n) for n in range(len(now.influences))]
    for n, thread in enumerate(now.influences):
        found |= {
            f"source_{n}": [thread.source],
            f"target_{n}": [thread.target],
            f"strength_{n}": [str(int(thread.strength))],
            f"told_{n}": [thread.told],
            f"words_{n}": [thread.words],
        }
    return found


def shape(typed: Typed, dossier: Dossier) -> InfluenceMap:
    """What stands in the form; what it does not speak of stays as an earlier version had it."""
    factors = tuple(_inherited(tuple(_factors(typed, dossier))))
    known = {one.id for one in factors}
    earlier = (dossier.map or InfluenceMap()).factors
    return InfluenceMap(
        factors=(*factors, *(one for one in earlier if one.id not in known)),
        influences=tuple(_influences(typed, known)),
        arranged=typed.is_on("arranged"),
    )


def _inherited(factors: tuple[Placed, ...]) -> Iterator[Placed]:
    """What is merged brings its diary question along, where the other has none."""
    brought = {one.into: one for one in factors if one.into and one.item}
    for one in factors:
        given = brought.get(one.id)
        if one.into and one.item:
            yield replace(one, item="", measured="")
        elif given and one.is_open and not one.item:
            yield replace(one, item=given.item, measured=given.measured)
        else:
            yield one


def _ids(typed: Typed, dossier: Dossier) -> list[str]:
    """The factors of this form, in their order: those of this client, and those that were born in it."""
    known = {factor.id for factor in dossier.factors}
    given = dict.fromkeys(typed.all("factor"))
    return [one for one in given if one in known or Typed({"id": [one]}).identity("id")]


def _factors(typed: Typed, dossier: Dossier) -> Iterator[Placed]:
    gone = {factor.id: factor.into for factor in dossier.factors if factor.closed}
    asked = {series.item.id: series.item.text for series in dossier.series}
    ids = _ids(typed, dossier)
    for one in ids:
        text, lens = typed.text(f"name_{one}"), choice(Lens, typed.text(f"lens_{one}"))
        if not text or lens is None:
            continue
        fate, into = _fate(typed.text(f"fate_{one}"), one, ids)
        if one in gone:  # closed elsewhere while this form was open
            fate, into = Fate.CLOSE, gone[one]
        item = typed.text(f"item_{one}")
        yield Placed(
            one,
            lens,
            choice(Cell, typed.text(f"cell_{one}")) or Cell.BOTTLENECK,
            text,
            choice(Change, typed.text(f"change_{one}")),
            item if item in asked else "",
            asked.get(item, ""),
            fate,
            into,
        )


def _fate(said: str, own: str, ids: list[str]) -> tuple[Fate, str]:
    """Whether a factor stays, goes, or belongs to another one from now on."""
    into = said.removeprefix(INTO)
    if said.startswith(INTO) and into in ids and into != own:
        return Fate.CLOSE, into
    return (Fate.CLOSE if said == Fate.CLOSE else Fate.KEEP), ""


def _influences(typed: Typed, known: set[str]) -> Iterator[Influence]:
    for n in _threads(typed):
        source, target = typed.text(f"source_{n}"), typed.text(f"target_{n}")
        strength = _strength(typed.text(f"strength_{n}"))
        if strength and source in known and target in known:
            told = choice(Told, typed.text(f"told_{n}")) or Told.CLIENT
            yield Influence(source, target, strength, told, typed.text(f"words_{n}"))


def _threads(typed: Typed) -> list[str]:
    return [n for n in dict.fromkeys(typed.all("thread")) if n.isascii() and n.isdigit()]


def _strength(said: str) -> Strength | None:
    return {str(int(each)): each for each in Strength}.get(said)


def problems(typed: Typed, dossier: Dossier) -> type_of_problems:
    found = too_long(typed, tuple(f"words_{n}" for n in _threads(typed))) | _item_problems(typed, dossier)
    seen: set[tuple[str, str]] = set()
    for n in _threads(typed):
        if typed.text(f"strength_{n}") != GONE:
            found |= _thread_problems(typed, n, seen)
    standing, born = _ids(typed, dossier), {factor.id for factor in dossier.factors}
    for one in standing:
        found |= _factor_problems(typed, one, known=one in born)
    many = sum(bool(typed.text(f"name_{one}")) for one in standing)
    if many > MOST_FACTORS:
        found["factor"] = f"Een kaart houdt {MOST_FACTORS} factoren, hier staan er {many}. Voeg er samen."
    if len(seen) > MOST_INFLUENCES:
        found["thread"] = f"Een kaart houdt {MOST_INFLUENCES} draden, hier staan er {len(seen)}."
    return found


def _factor_problems(typed: Typed, one: str, *, known: bool) -> type_of_problems:
    name = f"name_{one}"
    if known and not typed.text(name):
        return {name: "Een factor heeft een naam. Mag hij weg? Kies ‘gaat niet meer op’."}
    if len(typed.text(name)) > LONGEST_NAME:
        return {name: f"Een factor heeft hoogstens {LONGEST_NAME} tekens. Zeg het korter."}
    into = typed.text(f"fate_{one}").removeprefix(INTO)
    if typed.text(f"fate_{one}").startswith(INTO) and typed.text(f"fate_{into}") not in ("", Fate.KEEP):
        return {f"fate_{one}": "Waar deze bij hoort, blijft zelf niet staan. Kies een factor die blijft."}
    return {}


def _item_problems(typed: Typed, dossier: Dossier) -> type_of_problems:
    """A question measures one factor."""
    free = {series.item.id for series in dossier.series}
    found: type_of_problems = {}
    for one in _ids(typed, dossier):
        item = typed.text(f"item_{one}")
        if item and item not in free and any(item == series.item.id for series in dossier.series):
            found[f"item_{one}"] = "Deze vraag meet al een andere factor. Kies er een andere, of geen."
        free.discard(item)
    return found


def _thread_problems(typed: Typed, n: str, seen: set[tuple[str, str]]) -> type_of_problems:
    ends = typed.text(f"source_{n}"), typed.text(f"target_{n}")
    if not any(ends) and not typed.text(f"words_{n}"):
        return {}
    if not all(ends):
        return {f"thread_{n}": "Kies waar de draad begint en waar hij heen gaat."}
    if ends[0] == ends[1]:
        return {f"thread_{n}": "Een factor kan niet naar zichzelf wijzen. Kies een andere."}
    if ends in seen:
        return {f"thread_{n}": "Deze draad staat er al. Pas die aan, of haal er een weg."}
    seen.add(ends)
    return {}


def pointed(typed: Typed, to: Mapping[str, str]) -> Typed:
    """A thread that the diary shows stands ready as one more, for them to keep or not."""
    known = typed.all("factor")
    if to.get("van") not in known or to.get("naar") not in known:
        return typed
    taken = set(_threads(typed))
    n = next(str(n) for n in count() if str(n) not in taken)
    row = {"source": to["van"], "target": to["naar"], "strength": to.get("hoe", ""), "told": Told.DIARY.value}
    added = {f"{field}_{n}": [value] for field, value in row.items()}
    return Typed({**typed.values, **added, "thread": [*_threads(typed), n]})


def stepped(typed: Typed) -> Typed:
    """After 'erbij' nothing changes but the empty places; after 'eerder' a factor stands one place before."""
    values = dict(typed.values)
    earlier = Typed({"id": values.pop("earlier", [])}).text("id")
    order = typed.all("factor")
    lens = {one: typed.text(f"lens_{one}") for one in order}
    before = (
        [one for one in order[: order.index(earlier)] if lens[one] == lens[earlier]]
        if earlier in order
        else []
    )
    if before:
        a, b = order.index(before[-1]), order.index(earlier)
        order[a], order[b] = order[b], order[a]
        values |= {"factor": order, "arranged": ["1"]}
    return Typed(values)


def offers(typed: Typed, dossier: Dossier) -> dict[str, Any]:
    drawn = shape(typed, dossier)
    names = names_of(drawn.standing)
    asked, born = [series.item for series in dossier.series], {factor.id for factor in dossier.factors}
    shown_ids = [one for one in _ids(typed, dossier) if typed.text(f"name_{one}") or one in born]
    rows = [_row(typed, one, names, asked) for one in shown_ids]
    threads = _threads(typed)
    used = [n for n in threads if _is_used(typed, n)]
    told = {tie.ends: tie for tie in ties(method.tidied(drawn))}
    place = {ends: at for at, ends in enumerate(told)}
    used.sort(key=lambda n: place.get((typed.text(f"source_{n}"), typed.text(f"target_{n}")), len(place)))
    empty = (str(n) for n in count() if str(n) not in used)
    return {
        "lenses": [(lens, [row for row in rows if row["lens"] == lens], new_id()) for lens in Lens],
        "cells": (Cell.BOTTLENECK, Cell.STRENGTH),
        "changes": list(Change),
        "strengths": [(str(int(each)), each.label) for each in Strength],
        "tellers": list(Told),
        "threads": [
            _thread(typed, n, told)
            for n in (*used, *(next(empty) for _ in range(EMPTY_THREADS if rows else 0)))
        ],
        "names": list(names.items()),
        "arranged": drawn.arranged,
        "boxes": labels(InfluenceMap),
    }


def _is_used(typed: Typed, n: str) -> bool:
    return any(typed.text(f"{field}_{n}") for field in ("source", "target", "words"))


def _row(typed: Typed, one: str, names: Any, asked: Any) -> dict[str, Any]:
    said = {
        field: typed.text(f"{field}_{one}") for field in ("name", "cell", "lens", "change", "item", "fate")
    }
    others = [(f"{INTO}{other}", name) for other, name in names.items() if other != one]
    items = [
        (item.id, f"{item.text} (niet meer gevraagd)" if item.closed else item.text)
        for item in asked
        if item.closed is None or item.id == said["item"]
    ]
    return {"id": one, **said, "others": others, "items": items}


def _thread(typed: Typed, n: str, told: Mapping[tuple[str, str], Tie]) -> dict[str, Any]:
    said = {field: typed.text(f"{field}_{n}") for field in ("source", "target", "strength", "told", "words")}
    is_new = not _is_used(typed, n)
    tie = told.get((said["source"], said["target"]))
    return {"n": n, **said, "is_new": is_new, "tie": tie, "mend": f"thread_{n}", "words_name": f"words_{n}"}


def hint(typed: Typed, dossier: Dossier) -> str:
    """A lens that is still empty; else where the map as it now stands would push."""
    drawn = method.tidied(shape(typed, dossier))
    if not drawn.influences:
        return ""
    for lens in empty_lenses(drawn):
        return f"Bij {lens.label} loopt nog geen enkele draad. Speelt daar iets mee?"
    found = propose(weigh_live(gather(Dossier(), drawn, date.min)), drawn)
    if not found:
        return ""
    first = found[0]
    return f"Zoals de kaart er nu staat: {first.name} {first.why} ({first.sure})."


def picture(typed: Typed, dossier: Dossier) -> str:
    drawn = method.tidied(shape(typed, dossier))
    return draw_map(drawn) if drawn.standing else ""


def shown(drawn: InfluenceMap, _: date, __: date) -> dict[str, Any]:
    kept, names = method.tidied(drawn), names_of(drawn.factors)
    return {
        "picture": draw_map(kept) if kept.standing else "",
        "ties": (told := ties(drawn)),
        "inside": sum(not tie.crosses for tie in told),
        "lenses": [(lens, [one for one in drawn.standing if one.lens is lens]) for lens in Lens],
        "gone": [(one, names.get(one.into, "")) for one in drawn.factors if not one.is_open],
    }


def settled(drawn: InfluenceMap, _: date) -> InfluenceMap:
    """Threads go where their factors went."""
    return method.tidied(drawn)


def follows(drawn: InfluenceMap, _: Typed) -> Follows:
    """The diary questions that were named measure these factors from now on; what is gone, nothing does."""
    return Follows(measures=tuple((one.id, one.item if one.is_open else "") for one in drawn.factors))
