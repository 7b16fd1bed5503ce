"""T1 Intake scan: three lenses, and of each exactly one strength, one bottleneck, one small step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from samenhang.method.finding import Finding
from samenhang.method.lens import Lens
from samenhang.method.sheet import Shape, entry

MINUTES = 5


class Cell(StrEnum):
    STRENGTH = "strength"
    BOTTLENECK = "bottleneck"
    ACTION = "action"

    @property
    def label(self) -> str:
        return {"strength": "Sterkte", "bottleneck": "Knelpunt", "action": "Micro-actie"}[self.value]


@dataclass(frozen=True)
class Column:
    strength: Finding = entry("Sterkte", default=Finding())
    bottleneck: Finding = entry("Knelpunt", default=Finding())
    action: Finding = entry("Micro-actie", hint="binnen 48 uur", default=Finding())


@dataclass(frozen=True)
class Parked:
    """A second item for a cell: kept for later, out of sight of the canvas, until it is put away."""

    lens: Lens
    cell: Cell
    text: str
    id: str = ""
    put_away: bool = False


class Fate(StrEnum):
    """What a next scan says of a factor that an earlier one found."""

    KEEP = "keep"
    RENAME = "rename"
    CLOSE = "close"

    @property
    def label(self) -> str:
        return {"keep": "blijft", "rename": "andere woorden", "close": "gaat niet meer op"}[self.value]


@dataclass(frozen=True)
class Earlier:
    """A factor of an earlier scan, looked at again; `text` is how it reads from now on."""

    id: str
    lens: Lens
    cell: Cell
    text: str
    fate: Fate = Fate.KEEP


@dataclass(frozen=True)
class IntakeScan(Shape):
    slug: ClassVar[str] = "intake_scan"

    bio: Column = entry("Bio", default=Column())
    psycho: Column = entry("Psycho", default=Column())
    social: Column = entry("Sociaal", default=Column())
    earlier: tuple[Earlier, ...] = entry(
        "Van eerder", hint="Blijft het, krijgt het andere woorden, of gaat het niet meer op?", default=()
    )
    later: tuple[Parked, ...] = entry("Bewaard voor later", default=())

    @property
    def closed(self) -> tuple[str, ...]:
        """The identities of the factors that this scan closes."""
        return tuple(factor.id for factor in self.earlier if factor.fate is Fate.CLOSE)

    def column(self, lens: Lens) -> Column:
        found: Column = getattr(self, lens.value)
        return found

    def finding(self, lens: Lens, cell: Cell) -> Finding:
        found: Finding = getattr(self.column(lens), cell.value)
        return found


def filled(scan: IntakeScan) -> int:
    """How many of the nine cells hold something."""
    return sum(bool(scan.finding(lens, cell).text) for lens in Lens for cell in Cell)


def is_complete(scan: IntakeScan) -> bool:
    return filled(scan) == len(Lens) * len(Cell)


def with_identities(scan: IntakeScan, new_id: Callable[[], str]) -> IntakeScan:
    """Give every filled cell and parked item without one its lasting identity, once and for good."""

    def named(finding: Finding) -> Finding:
        return replace(finding, id=new_id()) if finding.text and not finding.id else finding

    def column(each: Column) -> Column:
        return Column(named(each.strength), named(each.bottleneck), named(each.action))

    return replace(
        scan,
        bio=column(scan.bio),
        psycho=column(scan.psycho),
        social=column(scan.social),
        later=tuple(replace(parked, id=parked.id or new_id()) for parked in scan.later),
    )


QUESTIONS: Mapping[tuple[Lens, Cell], tuple[str, ...]] = {
    (Lens.BIO, Cell.STRENGTH): (
        "Wanneer voelt je lijf vandaag al goed?",
        "Wat eet of drink je waar je van opknapt?",
        "Welke beweging doe je zonder moeite?",
        "Waar rust je echt van uit?",
    ),
    (Lens.BIO, Cell.BOTTLENECK): (
        "Op welk uur van de dag zakt je energie?",
        "Hoe gaat inslapen, doorslapen, opstaan?",
        "Welke prikkels zijn je snel te veel?",
    ),
    (Lens.BIO, Cell.ACTION): (
        "Wat kan morgen tien minuten anders voor je lijf?",
        "Welk moment van de dag leent zich ervoor?",
        "Wat mag je morgen één keer laten?",
    ),
    (Lens.PSYCHO, Cell.STRENGTH): (
        "Welke gedachte helpt je als het druk wordt?",
        "Wat vind je zo belangrijk dat je het toch doet?",
        "Hoe kalmeer je jezelf als het lukt?",
    ),
    (Lens.PSYCHO, Cell.BOTTLENECK): (
        "Welke zin in je hoofd keert altijd terug?",
        "Wanneer is iets voor jou pas goed genoeg?",
        "Welk gevoel duw je het liefst weg?",
    ),
    (Lens.PSYCHO, Cell.ACTION): (
        "Wat kun je vanavond opschrijven en laten liggen?",
        "Waar mag het morgen één keer goed genoeg zijn?",
        "Welke vraag stel je jezelf als je begint te malen?",
    ),
    (Lens.SOCIAL, Cell.STRENGTH): (
        "Bij wie hoef je niets te bewijzen?",
        "Wie merkt het als je moe bent?",
        "Welke afspraak op het werk of thuis loopt goed?",
    ),
    (Lens.SOCIAL, Cell.BOTTLENECK): (
        "Wie vraagt het meest van je?",
        "Welke rol past niet meer?",
        "Wat is op het werk of thuis onduidelijk?",
        "Waar voel je je niet op je gemak?",
    ),
    (Lens.SOCIAL, Cell.ACTION): (
        "Wie kun je morgen iets vragen, en wanneer?",
        "Welke ene zin wil je tegen iemand zeggen?",
        "Wat kan iemand anders deze week van je overnemen?",
    ),
}
