"""T9 Influence map: factors of three lenses, and how one strengthens or dampens another, as it was told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import Any, ClassVar

from samenhang.method.intake_scan import Cell, Fate
from samenhang.method.lens import Lens
from samenhang.method.sheet import Shape, entry

MOST_FACTORS, MOST_INFLUENCES = 40, 60
LONGEST_NAME = 120


class Strength(IntEnum):
    """How strongly one factor moves another, as the two are named: more of this, more or less of that."""

    STRONGLY = 3
    CLEARLY = 2
    WEAKLY = 1
    WEAKLY_LESS = -1
    LESS = -2
    STRONGLY_LESS = -3

    @property
    def label(self) -> str:
        return {
            3: "versterkt sterk",
            2: "versterkt",
            1: "versterkt zwak",
            -1: "dempt zwak",
            -2: "dempt",
            -3: "dempt sterk",
        }[self.value]


class Told(StrEnum):
    """Who says that this influence is there."""

    CLIENT = "client"
    COACH = "coach"
    DIARY = "diary"

    @property
    def label(self) -> str:
        return {"client": "verteld", "coach": "gezien door de coach", "diary": "uit het dagboek"}[self.value]


class Change(StrEnum):
    """The client's own sense of what can be changed."""

    WELL = "well"
    SOME = "some"
    NOT = "not"

    @property
    def label(self) -> str:
        return {
            "well": "goed te veranderen",
            "some": "een beetje te veranderen",
            "not": "niet zelf te veranderen",
        }[self.value]


@dataclass(frozen=True)
class Placed:
    """A factor as it stands on the map. `into` is the factor that it belongs to from now on, once merged."""

    id: str
    lens: Lens
    cell: Cell
    text: str
    change: Change | None = None
    item: str = ""
    measured: str = entry("Gemeten met")
    fate: Fate = Fate.KEEP
    into: str = ""

    @property
    def is_open(self) -> bool:
        return self.fate is not Fate.CLOSE


@dataclass(frozen=True)
class Influence:
    """One thread between two factors, by their identities; `words` is how the person said it."""

    source: str
    target: str
    strength: Strength = Strength.CLEARLY
    told: Told = Told.CLIENT
    words: str = entry("In eigen woorden")


@dataclass(frozen=True)
class Thread:
    """An influence as it is told: its letter, its sentence, and from where to where."""

    letter: str
    text: str
    facts: str


@dataclass(frozen=True)
class Known:
    """A factor and what is known of it, in words."""

    lens: Lens
    text: str
    facts: str


@dataclass(frozen=True)
class InfluenceMap(Shape):
    """The order of the factors is the order on the ring when somebody arranged them by hand."""

    slug: ClassVar[str] = "influence_map"

    factors: tuple[Placed, ...] = entry("Wat er speelt", default=())
    influences: tuple[Influence, ...] = entry("De draden", hint="Wat versterkt of dempt wat?", default=())
    arranged: bool = entry("Zelf geschikt", default=False)

    def tells(self) -> Mapping[str, Any]:
        """Its threads in sentences, and its factors with what is known of each."""
        names = names_of(self.factors)
        return {
            "threads": threads(self),
            "known": tuple(Known(one.lens, one.text, _about(one, names)) for one in self.factors),
        }

    @property
    def standing(self) -> tuple[Placed, ...]:
        """The factors that are still there."""
        return tuple(factor for factor in self.factors if factor.is_open)

    def lines(self) -> Iterator[tuple[str, str, str]]:
        """The map line by line, as (identity, label, words), for laying two versions beside each other."""
        names = names_of(self.factors)
        if self.arranged:
            yield "order", "Zelf geschikt", ", ".join(factor.text for factor in self.standing)
        for factor in self.factors:
            yield factor.id, factor.lens.label, f"{factor.text} · {_about(factor, names)}"
        for influence in self.influences:
            ends = f"{influence.source} {influence.target}"
            yield ends, "Draad", f"{say(influence, names)} {facts(influence, self.factors)}"


def names_of(factors: Sequence[Placed]) -> Mapping[str, str]:
    return {factor.id: factor.text for factor in factors}


def _about(factor: Placed, names: Mapping[str, str]) -> str:
    """'knelpunt · goed te veranderen · gemeten met: hoe laat ging het scherm weg?'."""
    kept = [factor.cell.label.lower()]
    if factor.into:
        kept.append(f"hoort nu bij {quoted(names.get(factor.into, ''))}")
    elif not factor.is_open:
        kept.append(factor.fate.label)
    if factor.change:
        kept.append(factor.change.label)
    kept.append(f"gemeten met: {factor.measured}" if factor.measured else "niet gemeten")
    return " · ".join(kept)


def say(influence: Influence, names: Mapping[str, str]) -> str:
    """One influence as a sentence: in the words of who told it, or in ours."""
    if influence.words:
        return influence.words
    source, target = (quoted(names.get(end, "van vroeger")) for end in (influence.source, influence.target))
    verb, *degree = influence.strength.label.split()
    how = f" {degree[0]}" if degree else ""
    return f"{source} {verb} {target}{how}."


def quoted(name: str) -> str:
    """A factor within a sentence: between marks of its own, whatever marks it holds."""
    if name.startswith("‘") and name.endswith("’"):
        return name
    return f"“{name}”" if {"‘", "’"} & set(name) else f"‘{name}’"


def facts(influence: Influence, factors: Sequence[Placed]) -> str:
    """From where to where, how strongly, and who says so: 'Bio naar Psycho · versterkt · verteld'."""
    lenses = {factor.id: factor.lens.label for factor in factors}
    ends = [lenses[end] for end in (influence.source, influence.target) if end in lenses]
    return " · ".join((" naar ".join(dict.fromkeys(ends)), influence.strength.label, influence.told.label))


def crosses(influence: Influence, factors: Sequence[Placed]) -> bool:
    """Whether a thread runs from one lens to another: those are what the method is after."""
    lenses = {factor.id: factor.lens for factor in factors}
    return lenses.get(influence.source) is not lenses.get(influence.target)


def in_order(shape: InfluenceMap) -> tuple[Influence, ...]:
    """The threads as they are told: across lenses first, then the strongest, then as they were put down."""
    place = {factor.id: n for n, factor in enumerate(shape.factors)}
    last = len(place)
    return tuple(
        sorted(
            shape.influences,
            key=lambda one: (
                not crosses(one, shape.factors),
                -abs(one.strength),
                place.get(one.source, last),
                place.get(one.target, last),
            ),
        )
    )


def threads(shape: InfluenceMap) -> tuple[Thread, ...]:
    """Every thread as it is told, lettered in its order."""
    names = names_of(shape.factors)
    return tuple(
        Thread(letter_of(n), say(one, names), facts(one, shape.factors))
        for n, one in enumerate(in_order(shape))
    )


def letter_of(place: int) -> str:
    """A, B, … Z, AA, AB: what a thread is called in the sentences and in the picture."""
    before, here = divmod(place, 26)
    return (letter_of(before - 1) if before else "") + chr(ord("A") + here)


def tidied(shape: InfluenceMap) -> InfluenceMap:
    """The map with its threads where its factors went: what was merged is followed, what was closed lets go.

    Of two threads that come to lie on each other the strongest stays; one from a factor to itself goes.
    """
    kept: dict[tuple[str, str], Influence] = {}
    for influence in shape.influences:
        ends = tuple(follow(shape.factors, end) for end in (influence.source, influence.target))
        if None in ends or ends[0] == ends[1]:
            continue
        moved = replace(influence, source=ends[0] or "", target=ends[1] or "")
        other = kept.get((moved.source, moved.target))
        if other is None or abs(moved.strength) > abs(other.strength):
            kept[moved.source, moved.target] = moved
    return replace(shape, influences=tuple(kept.values()))


def follow(factors: Sequence[Placed], factor: str) -> str | None:
    """Where a factor is now: itself, or what it was merged into; None when it is there no more."""
    by_id = {one.id: one for one in factors}
    seen: set[str] = set()
    here = by_id.get(factor)
    while here is not None and here.into and here.id not in seen:
        seen.add(here.id)
        here = by_id.get(here.into)
    return here.id if here is not None and here.is_open else None


def empty_lenses(shape: InfluenceMap) -> tuple[Lens, ...]:
    """The lenses without any thread, on a map that has threads: then the map is lopsided."""
    if not shape.influences:
        return ()
    ends = {end for influence in shape.influences for end in (influence.source, influence.target)}
    used = {factor.lens for factor in shape.standing if factor.id in ends}
    return tuple(lens for lens in Lens if lens not in used)
