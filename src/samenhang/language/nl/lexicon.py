"""The closed lists of Dutch time words; every form is already folded (see words)."""

from samenhang.language.nl.tables import listed

MINUTE, HOUR = 60, 3600

DAY_NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY_SHORT = {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6, "vrij": 4, "zat": 5}
DAY_SHORT |= {"maa": 0, "din": 1, "woe": 2, "don": 3, "dond": 3, "dins": 1}
WORKDAYS = (0, 1, 2, 3, 4)
WEEKEND = (5, 6)

PARTS = {
    "ochtend": "ochtend",
    "morgen": "ochtend",
    "voormiddag": "voormiddag",
    "middag": "middag",
    "namiddag": "namiddag",
    "avond": "avond",
    "nacht": "nacht",
}
PART_PLURALS = {
    "ochtenden": "ochtend",
    "morgens": "ochtend",
    "voormiddagen": "voormiddag",
    "middagen": "middag",
    "namiddagen": "namiddag",
    "avonden": "avond",
    "nachten": "nacht",
}
# 's avonds, savonds, avonds: the genitive says "every".
PART_GENITIVES = {
    **{part + "s": value for part, value in PARTS.items()},
    **{"s" + part + "s": value for part, value in PARTS.items()},
    "sochtens": "ochtend",
    "smorges": "ochtend",
    "ochtens": "ochtend",
    "savons": "avond",
}
PART_END = {"ochtend": 12, "voormiddag": 12, "middag": 14, "namiddag": 18, "avond": 24, "nacht": 24}
PART_MINUTES = {
    "ochtend": 480,
    "voormiddag": 600,
    "middag": 750,
    "namiddag": 900,
    "avond": 1200,
    "nacht": 1380,
}

WEEKDAYS: dict[str, tuple[int, bool, str | None]] = {}
for _index, _name in enumerate(DAY_NAMES):
    WEEKDAYS[_name] = (_index, False, None)
    WEEKDAYS[_name + "en"] = WEEKDAYS[_name + "s"] = WEEKDAYS["s" + _name + "s"] = (_index, True, None)
    for _suffix, _part in PARTS.items():
        WEEKDAYS[_name + _suffix] = (_index, False, _part)
    for _suffix, _part in (PART_PLURALS | {"avonds": "avond", "ochtends": "ochtend"}).items():
        WEEKDAYS[_name + _suffix] = (_index, True, _part)

# How many days from today, and the day part that is in the word itself.
DEICTIC: dict[str, tuple[int, str | None]] = {
    "vandaag": (0, None),
    "vandaagn": (0, None),
    "vandaage": (0, None),
    "morgen": (1, None),
    "overmorgen": (2, None),
    "morgenvroeg": (1, "ochtend"),
    "morgend": (1, None),
}
for _suffix, _part in PARTS.items():
    DEICTIC["van" + _suffix] = (0, _part)
    DEICTIC["morgen" + _suffix] = (1, _part)
    DEICTIC["overmorgen" + _suffix] = (2, _part)

MONTHS: dict[str, int] = {}
for _index, _names in enumerate(
    (
        "januari jan",
        "februari feb febr",
        "maart mrt maa",
        "april apr",
        "mei",
        "juni jun",
        "juli jul",
        "augustus aug",
        "september sep sept",
        "oktober okt",
        "november nov",
        "december dec",
    ),
):
    for _name in _names.split():
        MONTHS[_name] = _index + 1
del MONTHS["maa"]

_SMALL = [
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
NUMBERS: dict[str, int] = {word: index + 1 for index, word in enumerate(_SMALL)}
for _index, _ten in enumerate(_TENS):
    NUMBERS[_ten] = 10 * (_index + 2)
    for _unit in range(9):
        NUMBERS[f"{_SMALL[_unit]}en{_ten}"] = 10 * (_index + 2) + _unit + 1
NUMBERS |= {"honderd": 100, "duizend": 1000, "nen": 1, "ene": 1}
HALVES = {"anderhalf": 1.5, "anderhalve": 1.5, "tweeenhalf": 2.5, "drieenhalf": 3.5}
ONE = frozenset(("een", "'n", "n", "ne", "nen", "ene", "1"))

ORDINALS = {
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    "zesde": 6,
    "zevende": 7,
    "achtste": 8,
    "negende": 9,
    "tiende": 10,
    "laatste": -1,
    "veertiende": 14,
    "vijftiende": 15,
    "twintigste": 20,
}

SECOND_WORDS = listed("seconde seconden secondes sec secs seconden secondjes s")
MINUTE_WORDS = listed("minuut minuten minute minuutje minuutjes minuutke minuutkes minuuten min mins minuutn")
HOUR_WORDS = listed("uur uren uurtje uurtjes uurke uurkes uurs")
QUARTER_WORDS = listed("kwartier kwartiertje kwartierke kwartiertjes kwartieren")
HALF_HOUR_WORDS = listed("halfuur halfuurtje halfuurke halfuurtjes halfuren halfuurs")
UNIT_SECONDS: dict[str, int] = {
    **dict.fromkeys(SECOND_WORDS, 1),
    **dict.fromkeys(MINUTE_WORDS, MINUTE),
    **dict.fromkeys(HOUR_WORDS, HOUR),
    **dict.fromkeys(QUARTER_WORDS, 15 * MINUTE),
    **dict.fromkeys(HALF_HOUR_WORDS, 30 * MINUTE),
}
UNIT_DAYS = {
    **dict.fromkeys(["dag", "dagen", "dagje", "dagjes", "daagjes"], "day"),
    **dict.fromkeys(["week", "weken", "weekje", "weekjes", "weekske"], "week"),
    **dict.fromkeys(["maand", "maanden", "maandje"], "month"),
    **dict.fromkeys(["jaar", "jaren"], "year"),
}
TIMES_WORDS = listed("keer keren maal x keertjes keertje")
EACH = listed("elke iedere elk ieder alle elken iederen ider idere iedre iedren elcke")
ARTICLES = listed("de het een 't 'n den ne nen n t 'ne d")
POSSESSIVES = listed("mijn m'n mn mijne mijnen ons onze haar zijn hun jouw je uw")
DEMONSTRATIVES = listed("dit dat deze die dees diene")

EVENING_WORDS = frozenset(("slapengaan", "slapen", "bed", "avondeten", "tv", "slaap"))
SESSION_WORDS = listed("sessie keer afspraak gesprek coachgesprek coachsessie")

QUESTION_WORDS = listed("wat hoe wie waar waarom wanneer welk welke hoeveel hoelang waarvoor waaraan")
