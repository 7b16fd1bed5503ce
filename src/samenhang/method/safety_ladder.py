"""T3 Safety ladder: where someone stands in this conversation, and what makes it one rung safer.

What is agreed stands until it is changed. How safety is being regulated is noted of a situation, never
as a label on a person; it is the coach's own note and fades after eight weeks.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from samenhang.method.sheet import Audience, Shape, entry

RUNGS = 10
FADES_AFTER = timedelta(weeks=8)


class Offer(StrEnum):
    """What the coach can offer right away."""

    AGENDA = "agenda"
    PAUSE = "pause"
    DOUBT = "doubt"
    SUMMARY = "summary"
    VISUAL = "visual"

    @property
    def label(self) -> str:
        return {
            "agenda": "Eerst de agenda, helder en zichtbaar",
            "pause": "Een pauzeknop: stoppen mag, zonder uitleg",
            "doubt": "Twijfelen mag, ook halverwege",
            "summary": "Na elk stuk een samenvatting horen",
            "visual": "Tekenen en aanwijzen, niet alleen praten",
        }[self.value]


class Regulation(StrEnum):
    """How someone keeps a situation safe for themselves."""

    OVER_CONTROLLING = "over_controlling"
    AVOIDING = "avoiding"
    PLEASING = "pleasing"
    ESCALATING = "escalating"

    @property
    def label(self) -> str:
        return {
            "over_controlling": "alles in de hand houden",
            "avoiding": "uit de weg gaan",
            "pleasing": "de ander tevreden houden",
            "escalating": "harder en groter maken",
        }[self.value]


@dataclass(frozen=True)
class Agreement:
    """What stands until it is changed; `offer` when it was picked, so that a new wording loses nothing."""

    text: str
    id: str = ""
    since: date | None = None
    offer: Offer | None = None


@dataclass(frozen=True)
class Sighting:
    """What the coach saw in one situation, and what helped."""

    regulation: Regulation | None = entry("Wat je zag", default=None)
    situation: str = entry("In welke situatie?")
    observation: str = entry("Wat zag of hoorde je?")
    helped: str = entry("Wat hielp?")


@dataclass(frozen=True)
class SafetyLadder(Shape):
    slug: ClassVar[str] = "safety_ladder"

    rung: int | None = entry(
        "Waar sta je nu?", hint="0 is onveilig, 10 is helemaal op je gemak", default=None
    )
    one_rung: str = entry("Wat maakt dit gesprek één trede veiliger?")
    agreements: tuple[Agreement, ...] = entry("Wat we afspreken", default=())
    sighting: Sighting = entry("Voor jezelf", private=True, default=Sighting())


AUDIENCE = Audience.SHARED


def is_complete(ladder: SafetyLadder) -> bool:
    """A place on the ladder, and something that was agreed or said."""
    return ladder.rung is not None and bool(ladder.agreements or ladder.one_rung)


def with_identities(ladder: SafetyLadder, new_id: Callable[[], str], today: date) -> SafetyLadder:
    """Give a new agreement its identity and its first day; standing ones keep theirs."""
    return replace(
        ladder,
        agreements=tuple(replace(a, id=a.id or new_id(), since=a.since or today) for a in ladder.agreements),
    )


def has_faded(seen: date, today: date) -> bool:
    """Whether a sighting is old enough to be called 'seen earlier'."""
    return today - seen > FADES_AFTER
