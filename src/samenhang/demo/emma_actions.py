"""The four things Emma tries, and why Noor let three of them run beside the first."""

from dataclasses import dataclass

from samenhang.demo.calendar import Calendar
from samenhang.demo.emma_words import TALK
from samenhang.demo.story import Names
from samenhang.method.lens import Lens
from samenhang.method.micro_action import MicroAction, Relation, Weekday
from samenhang.method.rhythm import DayPart, Rhythm

WORKDAYS = tuple(Weekday)[:5]

WHY_BREATH = (
    "Een minuut om vijf voor elf en om vijf voor drie raakt de avond niet. Emma merkt er overdag "
    "haar spanning mee op. Het slaapanker blijft wat we wegen; dit loopt er licht naast."
)
WHY_VALUES = (
    "Geen nieuwe gewoonte, wel een kaartje dat er ligt. Emma wil weten wat voor haar zorgvuldig "
    "genoeg is voor ze er op het werk over begint, en daar wil ik haar niet mee laten wachten."
)
WHY_TALK = (
    "Ilse verdeelt volgende week het werk opnieuw. Wachten we de vier weken af, dan is dat moment "
    "voorbij. Het is één gesprek op één dag, en Emma staat er klaar voor."
)


@dataclass(frozen=True)
class Tried:
    anchor: MicroAction
    breath: MicroAction
    values: MicroAction
    talk: MicroAction


def tried(calendar: Calendar, names: Names) -> Tried:
    return Tried(
        _anchor(calendar, names), _breath(calendar, names), _values(calendar, names), _talk(calendar, names)
    )


def _anchor(calendar: Calendar, names: Names) -> MicroAction:
    return MicroAction(
        id=names("anchor"),
        behaviour="Scherm weg, tien minuten lezen",
        lens=Lens.BIO,
        rhythm=Rhythm.DAILY,
        times=("22:15",),
        day_part=DayPart.EVENING,
        duration_s=600,
        start=calendar.day(28),
        first_step="De telefoon aan de lader in de keuken",
        plan_b="Lukt dat uur niet, dan ligt de telefoon om 22.45 in de keuken. Dat telt ook.",
    )


def _breath(calendar: Calendar, names: Names) -> MicroAction:
    return MicroAction(
        id=names("breath"),
        behaviour="Eén minuut zuchtend ademen",
        lens=Lens.BIO,
        rhythm=Rhythm.WEEKLY,
        days=WORKDAYS,
        times=("10:55", "14:55"),
        duration_s=60,
        start=calendar.day(20),
        first_step="Beide voeten op de grond",
        plan_b="Eén lange uitademing bij de koffie telt ook.",
    )


def _values(calendar: Calendar, names: Names) -> MicroAction:
    return MicroAction(
        id=names("values"),
        behaviour="Het kaartje ‘zorgvuldig genoeg’ naast mijn werk leggen",
        lens=Lens.PSYCHO,
        rhythm=Rhythm.WEEKLY,
        days=WORKDAYS,
        relation=Relation.BEFORE,
        anchor="ik iets een tweede keer nalees",
        duration_s=120,
        start=calendar.day(20),
        first_step="Het kaartje uit mijn agenda halen",
        plan_b="Eén regel van het kaartje hardop lezen.",
    )


def _talk(calendar: Calendar, names: Names) -> MicroAction:
    day = calendar.day(calendar.workday(TALK))
    return MicroAction(
        id=names("talk"),
        behaviour="Ilse vragen om een weeklijst met wat eerst mag",
        lens=Lens.SOCIAL,
        rhythm=Rhythm.ONCE,
        times=("14:00",),
        relation=Relation.AFTER,
        anchor="het overleg",
        duration_s=900,
        start=day,
        until=day,
        first_step="Mijn drie zinnen op papier zetten",
        plan_b="Komt het er niet van, dan stuur ik Ilse dezelfde vraag in drie zinnen.",
    )
