"""What Emma and Noor kept in four gesprekken, and the needs meter of each week."""

from collections.abc import Iterator

from samenhang.demo.calendar import Calendar
from samenhang.demo.emma_actions import WHY_BREATH, WHY_TALK, tried
from samenhang.demo.emma_canvases import canvas_1, canvas_2, canvas_3, canvas_4
from samenhang.demo.emma_words import SCREEN
from samenhang.demo.story import Kept, Names
from samenhang.method.finding import Finding
from samenhang.method.intake_scan import Cell, Column, Earlier, IntakeScan, Parked
from samenhang.method.lens import Lens
from samenhang.method.needs_meter import NeedsMeter, Reading
from samenhang.method.safety_ladder import Agreement, Offer, Regulation, SafetyLadder, Sighting

STRENGTH, BOTTLENECK = Cell.STRENGTH, Cell.BOTTLENECK
FACTORS = {
    "energy": (Lens.BIO, STRENGTH, "Een wandeling na het eten geeft weer energie"),
    "awake": (Lens.BIO, BOTTLENECK, "Lang wakker liggen voor de slaap komt"),
    "care": (Lens.PSYCHO, STRENGTH, "Zorgvuldig zijn, en daar plezier in hebben"),
    "worry": (Lens.PSYCHO, BOTTLENECK, "Piekeren in bed"),
    "sara": (Lens.SOCIAL, STRENGTH, "Sara denkt mee, ook op een slechte dag"),
    "handed": (Lens.SOCIAL, BOTTLENECK, "Een collega schuift werk door"),
    "screen": (Lens.BIO, BOTTLENECK, SCREEN),
    "flawless": (Lens.PSYCHO, BOTTLENECK, "‘Goed is pas goed als het foutloos is’"),
    "vague": (Lens.SOCIAL, BOTTLENECK, "Niemand weet precies wie wat doet"),
    "headache": (Lens.BIO, BOTTLENECK, "Hoofdpijn rond elf uur"),
}
FIRST_FOUND = ("energy", "awake", "care", "worry", "sara", "handed")
THEN_FOUND = ("screen", "flawless", "vague")


def sheets(calendar: Calendar, names: Names) -> Iterator[Kept]:
    """Every sheet, oldest first."""
    act = tried(calendar, names)
    yield Kept(calendar.at(42, "10:12"), _ladder(calendar, names), 1)
    yield Kept(calendar.at(42, "10:34"), _first_scan(names), 1)
    yield Kept(calendar.at(42, "10:41"), _first_meter(names), 1)
    yield Kept(calendar.at(42, "10:54"), canvas_1(names), 1)
    yield Kept(calendar.at(35, "20:05"), _meter(3, 5, 5))
    yield Kept(calendar.at(28, "10:11"), _meter(4, 5, 5), 2)
    yield Kept(calendar.at(28, "10:22"), _second_scan(names), 2)
    yield Kept(calendar.at(28, "10:50"), canvas_2(names, act.anchor), 2, act.anchor)
    yield Kept(calendar.at(21, "10:10"), _meter(4, 6, 5), 3)
    yield Kept(calendar.at(21, "10:21"), _third_scan(names), 3)
    yield Kept(calendar.at(21, "10:48"), canvas_3(calendar, names, act.breath), 3, act.breath, WHY_BREATH)
    yield Kept(calendar.at(14, "10:09"), _meter(5, 6, 5), 4)
    yield Kept(calendar.at(14, "10:44"), canvas_4(names, act.talk), 4, act.talk, WHY_TALK)
    yield Kept(
        calendar.at(7, "19:48"),
        _meter(6, 7, 5, "Eén keer nee gezegd en er gebeurde niets ergs. Sara zie ik wel te weinig."),
    )


def _ladder(calendar: Calendar, names: Names) -> SafetyLadder:
    since = calendar.day(42)
    return SafetyLadder(
        rung=6,
        one_rung="Weten wat er komt, en mogen stoppen als het te veel wordt.",
        agreements=(
            Agreement("Eerst de agenda, op papier", names("agree agenda"), since, Offer.AGENDA),
            Agreement("Twijfelen mag, ook halverwege", names("agree doubt"), since, Offer.DOUBT),
            Agreement("Na elk stuk vat jij samen", names("agree summary"), since, Offer.SUMMARY),
        ),
        sighting=Sighting(
            Regulation.PLEASING,
            "Ik stelde een tweede datum voor.",
            "Ze zei meteen ja en keek daarna pas in haar agenda.",
            "Haar agenda erbij laten nemen voor we iets vastlegden.",
        ),
    )


def _finding(names: Names, name: str) -> Finding:
    return Finding(FACTORS[name][2], names(f"factor {name}"))


def _parked(names: Names, name: str, *, put_away: bool = False) -> Parked:
    return Parked(*FACTORS[name], names(f"factor {name}"), put_away)


def _earlier(names: Names, *found: str) -> tuple[Earlier, ...]:
    return tuple(Earlier(names(f"factor {name}"), *FACTORS[name]) for name in found)


def _first_scan(names: Names) -> IntakeScan:
    """Nine cells; four more bottlenecks wait, the headache until a doctor has looked."""
    return IntakeScan(
        bio=Column(
            _finding(names, "energy"),
            _finding(names, "awake"),
            Finding("Vanavond om 22.15 het scherm weg", names("anchor")),
        ),
        psycho=Column(
            _finding(names, "care"),
            _finding(names, "worry"),
            Finding("Morgen opschrijven wat vandaag zorgvuldig genoeg was", names("values")),
        ),
        social=Column(
            _finding(names, "sara"),
            _finding(names, "handed"),
            Finding("Overmorgen aan Ilse vragen wie de volgorde bepaalt", names("talk")),
        ),
        later=tuple(_parked(names, name) for name in ("headache", *THEN_FOUND)),
    )


def _second_scan(names: Names) -> IntakeScan:
    """The earlier ones stay; three that waited get their place."""
    return IntakeScan(
        bio=Column(bottleneck=_finding(names, "screen")),
        psycho=Column(bottleneck=_finding(names, "flawless")),
        social=Column(bottleneck=_finding(names, "vague")),
        earlier=_earlier(names, *FIRST_FOUND),
        later=(_parked(names, "headache"), *(_parked(names, name, put_away=True) for name in THEN_FOUND)),
    )


def _third_scan(names: Names) -> IntakeScan:
    """The doctor has looked: the headache may join."""
    return IntakeScan(
        bio=Column(
            bottleneck=_finding(names, "headache"),
            action=Finding("Morgen om vijf voor elf één minuut zuchtend ademen", names("breath")),
        ),
        earlier=_earlier(names, *FIRST_FOUND, *THEN_FOUND),
        later=(_parked(names, "headache", put_away=True),),
    )


def _first_meter(names: Names) -> NeedsMeter:
    own = Finding("Morgen een half uur in mijn agenda zetten dat van mij is", names("own half hour"))
    return NeedsMeter(
        autonomy=Reading(3, thwarted=True, action=own),
        competence=Reading(5),
        relatedness=Reading(5),
        note="Mijn dag wordt door anderen ingevuld. Wat ik doe, lukt meestal wel.",
    )


def _meter(autonomy: int, competence: int, relatedness: int, note: str = "") -> NeedsMeter:
    return NeedsMeter(Reading(autonomy), Reading(competence), Reading(relatedness), note)
