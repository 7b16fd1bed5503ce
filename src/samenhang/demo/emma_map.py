"""Emma's map: drawn in her second gesprek, gone on with in the third, when the headache may join."""

from collections.abc import Iterator

from samenhang.demo.calendar import Calendar
from samenhang.demo.emma_sheets import FACTORS, FIRST_FOUND, THEN_FOUND
from samenhang.demo.story import Kept, Names
from samenhang.method.influence_map import Change, Influence, InfluenceMap, Placed, Strength, Told

type_of_told = tuple[str, str, Strength, Told, str]

_MEASURED = {
    "awake": "Hoeveel minuten tot je sliep?",
    "worry": "Hoeveel piekerde je in bed?",
    "headache": "Had je vandaag hoofdpijn?",
    "energy": "Hoeveel energie had je?",
    "handed": "Hoe vaak schoof iemand werk naar jou door?",
    "screen": "Hoe laat ging het scherm weg?",
}
_CHANGE = {
    "screen": Change.WELL,
    "awake": Change.SOME,
    "worry": Change.SOME,
    "flawless": Change.SOME,
    "handed": Change.SOME,
    "vague": Change.NOT,
    "headache": Change.NOT,
}
_TOLD = (
    (
        "handed",
        "screen",
        Strength.STRONGLY,
        Told.CLIENT,
        "Komt er werk bij van een ander, dan zit ik ’s avonds te mailen.",
    ),
    (
        "flawless",
        "screen",
        Strength.CLEARLY,
        Told.CLIENT,
        "Een mail die nog beter kan, laat ik niet liggen tot morgen.",
    ),
    (
        "screen",
        "awake",
        Strength.STRONGLY,
        Told.CLIENT,
        "Hoe later het scherm weg gaat, hoe langer ik wakker lig.",
    ),
    ("awake", "worry", Strength.CLEARLY, Told.CLIENT, "Als ik niet slaap, begin ik te malen."),
    ("vague", "flawless", Strength.CLEARLY, Told.COACH, ""),
    ("energy", "worry", Strength.WEAKLY_LESS, Told.CLIENT, ""),
    ("sara", "handed", Strength.WEAKLY_LESS, Told.CLIENT, "Met Sara erbij durf ik soms nee te zeggen."),
)
_THEN_TOLD = (
    ("awake", "headache", Strength.CLEARLY, Told.CLIENT, "Na een slechte nacht heb ik om elf uur hoofdpijn."),
    ("awake", "energy", Strength.LESS, Told.CLIENT, ""),
    ("worry", "awake", Strength.WEAKLY, Told.COACH, ""),
)


def maps(calendar: Calendar, names: Names) -> Iterator[Kept]:
    """Both versions, oldest first."""
    found = (*FIRST_FOUND, *THEN_FOUND)
    yield Kept(calendar.at(28, "10:36"), _drawn(names, found, _TOLD), 2)
    yield Kept(calendar.at(21, "10:34"), _drawn(names, (*found, "headache"), (*_TOLD, *_THEN_TOLD)), 3)


def _drawn(names: Names, found: tuple[str, ...], told: tuple[type_of_told, ...]) -> InfluenceMap:
    return InfluenceMap(
        factors=tuple(_placed(names, name) for name in found),
        influences=tuple(
            Influence(names(f"factor {source}"), names(f"factor {target}"), strength, by, words)
            for source, target, strength, by, words in told
        ),
    )


def _placed(names: Names, name: str) -> Placed:
    measured = _MEASURED.get(name, "")
    return Placed(
        names(f"factor {name}"),
        *FACTORS[name],
        _CHANGE.get(name),
        names(name) if measured else "",
        measured,
    )
