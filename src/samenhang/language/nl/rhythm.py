"""How often: elke werkdag, om de twee weken, 2x per week, 's avonds, de eerste maandag."""

from samenhang.language.nl.dates import add_day, add_days
from samenhang.language.nl.days import SHORTEST_TYPO, days_at, group_at, near_part, near_weekday
from samenhang.language.nl.duration import duration_at
from samenhang.language.nl.lexicon import (
    ARTICLES,
    DAY_SHORT,
    EACH,
    HALF_HOUR_WORDS,
    HOUR_WORDS,
    MINUTE_WORDS,
    NUMBERS,
    ONE,
    ORDINALS,
    PART_GENITIVES,
    PART_PLURALS,
    PARTS,
    QUARTER_WORDS,
    TIMES_WORDS,
    UNIT_DAYS,
    WEEKDAYS,
    WEEKEND,
    WORKDAYS,
)
from samenhang.language.nl.months import is_digit_ordinal, ordinal_at, read_each_month, read_of_month
from samenhang.language.nl.numbers import whole_at
from samenhang.language.nl.scan import Reader, Scan

# Words that say how often in one go: kind of piece and its value.
_ONE_WORD: dict[str, tuple[str, object]] = {
    "dagelijks": ("daily", None),
    "elkedag": ("daily", None),
    "iederedag": ("daily", None),
    "alledagen": ("daily", None),
    "dagelijkse": ("daily", None),
    "dagdagelijks": ("daily", None),
    "doordeweeks": ("days", WORKDAYS),
    "doordeweekse": ("days", WORKDAYS),
    "wekelijks": ("weeks", 1),
    "wekelijkse": ("weeks", 1),
    "tweewekelijks": ("weeks", 2),
    "tweewekelijkse": ("weeks", 2),
    "driewekelijks": ("weeks", 3),
    "veertiendaags": ("weeks", 2),
    "veertiendaagse": ("weeks", 2),
    "maandelijks": ("monthly", ()),
    "maandelijkse": ("monthly", ()),
}
_MOST_TIMES = 12
_GLUED_TIMES = {
    **{word + "maal": value for word, value in NUMBERS.items() if value <= _MOST_TIMES},
    **{word + "keer": value for word, value in NUMBERS.items() if value <= _MOST_TIMES},
}
# More than this is not said as "elke 100 minuten"; a count stands at most this far before "per dag".
_MOST_AT_ONCE, _NEAR = 90, 4
_PER_UNIT = {"day": "per_day", "week": "per_week"}
_SHORT_UNITS = {"pw": "week", "pd": "day"}
_LETTER_UNITS = {"w": "week", "wk": "week", "d": "day"}
_CUT_PARTS = {"ocht": "ochtend", "voorm": "voormiddag", "midd": "middag", "nam": "namiddag", "av": "avond"}
_UNIT_STEP = {"day": "every", "week": "weeks"}
_EXCEPT = frozenset(("behalve", "uitgezonderd", "uitgenomen", "buiten", "zonder", "tenzij"))
_COUNTED = TIMES_WORDS | {"dagen", "daags", "dag"}
_EXCEPT_LINKS = frozenset(("op", "in", "het", "'t", "de", "elke", "'s", "dan"))


def read_word(s: Scan, i: int) -> int:
    """dagelijks, doordeweeks, wekelijks."""
    kind, value = _ONE_WORD[s.fold[i]]
    return s.add(kind, i, i + 1, value)


def read_each(s: Scan, i: int) -> int:
    """Elke dag, iedere ochtend, elke ma en do, elke tweede dag, elke drie uur, elke eerste di."""
    word = s.fold[i + 1]
    if word in ("andere", "dag", "dagen"):
        return _each_day(s, i, word)
    if word in PARTS or word in PART_PLURALS:
        return _each_part(s, i, i + 1)
    if word in ORDINALS or is_digit_ordinal(s, i + 1):
        return _each_ordinal(s, i, i + 1)
    if word in UNIT_DAYS or word in HOUR_WORDS:
        return _each_unit(s, i, i + 1, 1)
    many = whole_at(s, i + 1)
    if many is not None and 1 <= many[1] <= _MOST_AT_ONCE:
        return _each_unit(s, i, many[0], many[1])
    return _each_group(s, i, word)


def _each_group(s: Scan, i: int, word: str) -> int:
    """Elke werkdag, elk weekend, elke maandag, elk halfuur."""
    group = group_at(s, i + 1)
    if group is not None:
        return s.add("days", i, *group)
    if word in HALF_HOUR_WORDS or word in QUARTER_WORDS or s.fold[i + 1 : i + 3] == ["half", "uur"]:
        return s.add("hourly", i, i + 2 + (word == "half"), None)
    days = days_at(s, i + 1, sure=word in DAY_SHORT)
    if days is not None:
        return add_days(s, i, *days)
    part = near_part(word)
    if part is None and s.fold[i + 2] == "." and s.words.touches(i + 2) and word in _CUT_PARTS:
        return _add_each_part(s, i, i + 3, _CUT_PARTS[word])
    return i if part is None else _add_each_part(s, i, i + 2, part)


def read_day(s: Scan, i: int) -> int:
    """A bare weekday or a list of them."""
    days = days_at(s, i)
    if days is None:
        return i
    j, found = days
    start = i - 1 if i and s.fold[i - 1] in ("op", "'s") and not s.taken[i - 1] else i
    if found.several or (start < i and s.fold[start] == "'s"):
        return add_days(s, start, j, found)
    return add_day(s, start, j, found)


def read_group(s: Scan, i: int) -> int:
    """werkdagen, weekends: the plural, or after op and in."""
    j, days = group_at(s, i) or (i, ())
    return s.add("days", i, j, days) if s.fold[i].endswith(("en", "s")) else i


def read_genitive(s: Scan, i: int) -> int:
    """'s avonds, savonds, 's maandags, 's weekends."""
    j = i + 1 if s.fold[i] in ("'s", "s") else i
    word = s.fold[j]
    if word in PART_GENITIVES:
        k = j + 1
        k += s.fold[k] in ("vroeg", "laat") and s.fold[k + 1] not in ("naar", "gaan", "opstaan")
        return s.add("part", i, k, (PART_GENITIVES[word], True))
    if j > i and word in ("weekends", "weekend"):
        return s.add("days", i, j + 1, WEEKEND)
    if j > i and word in WEEKDAYS and WEEKDAYS[word][1]:
        days = days_at(s, j)
        return add_days(s, i, *days) if days else i
    near = near_weekday(word.removesuffix("s")) if j > i and len(word) > SHORTEST_TYPO else None
    return i if near is None else s.add("days", i, j + 1, (near,))


def read_every_other(s: Scan, i: int) -> int:
    """After "om": om de dag, om de andere dag, om de drie dagen, om het uur, om de twee weken."""
    j = i + 2
    word = s.fold[j]
    if word == "andere" and s.fold[j + 1] in UNIT_DAYS:
        return _step(s, i, j + 2, 2, UNIT_DAYS[s.fold[j + 1]])
    if word in UNIT_DAYS:
        return _step(s, i, j + 1, 2, UNIT_DAYS[word])
    if word in PARTS:
        s.add("part", i, j + 1, (PARTS[word], False))
        return s.add("every", i, j + 1, 2)
    if word in HOUR_WORDS or word in HALF_HOUR_WORDS or word in QUARTER_WORDS:
        return s.add("hourly", i, j + 1, 1 if word in HOUR_WORDS else None)
    many = whole_at(s, j)
    return i if many is None else _each_unit(s, i, many[0], many[1])


def read_count(s: Scan, i: int, count: tuple[int, float]) -> int:
    """After a number: keer per week, x/dag, dagen in de week, avonden per week."""
    j, many = count
    if s.fold[j] in ("a", "tot", "-", "of") and (high := whole_at(s, j + 1)):
        j = high[0]
    word = s.fold[j]
    part = PART_PLURALS.get(word) or (PARTS.get(word) if many == 1 else None)
    if part is None and word not in _COUNTED:
        return i
    if word == "daags" or (word in TIMES_WORDS and s.fold[j + 1] == "daags"):
        return s.add("per_day", i, j + 1 + (word != "daags"), int(many))
    unit = per_unit_at(s, j + 1)
    if unit is None and word == "x" and s.fold[j + 1] in UNIT_DAYS:
        # "3x week"
        unit = j + 2, UNIT_DAYS[s.fold[j + 1]]
    if unit is None:
        return _read_count_every(s, i, j + 1)
    if unit[1] == "day" and word in ("dagen", "dag"):
        return i
    if part is not None:
        s.add("part", i, unit[0], (part, False))
    return add_per(s, i, unit[0], int(many), unit[1])


def _read_count_every(s: Scan, i: int, j: int) -> int:
    """Eén keer om de twee weken, één keer in de drie dagen."""
    if s.fold[j] not in ("om", "in") or s.fold[j + 1] not in ("de", "het", "'t"):
        return i
    # "drie keer in de tuin" is a place.
    if s.fold[j] == "in" and whole_at(s, j + 2) is None:
        return i
    every = read_every_other(s, j)
    if every == j:
        return i
    s.pieces[-1] = s.pieces[-1]._replace(i=i)
    s.taken[i:j] = b"\1" * (j - i)
    return every


def read_glued(s: Scan, i: int) -> int:
    """Tweemaal per week, driemaal daags, eenmaal per dag."""
    many = _GLUED_TIMES[s.fold[i]]
    if s.fold[i + 1] == "daags":
        return s.add("per_day", i, i + 2, many)
    unit = per_unit_at(s, i + 1)
    if unit is not None:
        return add_per(s, i, unit[0], many, unit[1])
    return i if many == 1 else s.add("qty", i, i + 1, many)


def read_once_per(s: Scan, i: int) -> int:
    """Eens per week, eens in de twee weken."""
    unit = per_unit_at(s, i + 1)
    if unit is None and s.fold[i + 1] == "in":
        return _read_count_every(s, i, i + 1)
    return i if unit is None else add_per(s, i, unit[0], 1, unit[1])


def read_per(s: Scan, i: int) -> int:
    """Per week twee keer; 10 minuten per dag; 10 bladzijden per avond; else part of an object."""
    unit = per_unit_at(s, i)
    if unit is None:
        part = PARTS.get(s.fold[i + 1])
        return i if part is None else s.add("part", i, i + 2, (part, True))
    j, name = unit
    many = whole_at(s, j)
    if many is not None and s.fold[many[0]] in TIMES_WORDS:
        return add_per(s, i, many[0] + 1, many[1], name)
    before = s.before(i)
    counted = before is not None and before.kind == "duration"
    counted = counted or any(piece.kind == "qty" and i - piece.i <= _NEAR for piece in s.pieces)
    if counted or (many is None and i == 0 and duration_at(s, j)) or (i == 0 and many):
        return _add_whole(s, i, j, name)
    return i


def per_unit_at(s: Scan, i: int) -> tuple[int, str] | None:
    """Per dag, /week, in de week, op een dag, in een maand."""
    word, j = s.fold[i], i + 1
    if word in _SHORT_UNITS:
        return j, _SHORT_UNITS[word]
    if word in ("p", "/") and s.words.touches(j):
        # "3x p.w.", "2x p.d.", "4x/w"
        k = j + (s.fold[j] == ".")
        if s.fold[k] in _LETTER_UNITS and s.words.touches(k):
            return k + 1 + (s.fold[k + 1] == "." and s.words.touches(k + 1)), _LETTER_UNITS[s.fold[k]]
    if word in ("op", "in") and s.fold[j] in (ONE | ARTICLES):
        j += 1
    elif word not in ("per", "/", "p", "elke", "iedere"):
        return None
    elif s.fold[j] == ".":
        j += 1
    unit = UNIT_DAYS.get(s.fold[j])
    if unit is None or s.fold[j].endswith("en"):
        return None
    return j + 1, unit


def read_except(s: Scan, i: int) -> int:
    """Behalve zondag, uitgezonderd in het weekend, maar niet op woensdag."""
    j = i + 1
    # "buiten in het weekend" is a place; "buiten zondag" is an exception.
    while s.fold[i] not in ("buiten", "zonder") and s.fold[j] in _EXCEPT_LINKS:
        j += 1
    group = group_at(s, j)
    if group is not None:
        return s.add("except", i, group[0], group[1])
    days = days_at(s, j, sure=True)
    if days is None or (s.fold[i] == "zonder" and days[1].part):
        return i
    return s.add("except", i, days[0], days[1].days)


def read_monthly(s: Scan, i: int) -> int:
    """De eerste maandag van de maand; i is the article."""
    start = i - 1 if i and s.fold[i - 1] == "op" and not s.taken[i - 1] else i
    read = read_of_month(s, start, i + 1)
    return read if read > start else i


def read_ordinal(s: Scan, i: int) -> int:
    """Eerste maandag van de maand, without its article."""
    return read_of_month(s, i, i)


def _each_day(s: Scan, i: int, word: str) -> int:
    if word == "andere":
        unit = UNIT_DAYS.get(s.fold[i + 2])
        return i if unit is None else _step(s, i, i + 3, 2, unit)
    j = i + 2
    if s.fold[j] == "van" and s.fold[j + 2] == "week":
        j += 3
    elif s.fold[j] == "opnieuw":
        j += 1
    return s.add("daily", i, j)


def _each_part(s: Scan, i: int, j: int) -> int:
    word = s.fold[j]
    part = PARTS.get(word) or PART_PLURALS[word]
    k = j + 1
    if s.fold[k] in ("van", "in") and s.fold[k + 1] in ("de", "het", "'t"):
        if s.fold[k + 2] == "werkweek" or (s.fold[k] == "in" and s.fold[k + 2] == "week"):
            s.add("days", i, k + 3, WORKDAYS)
            k += 3
        elif s.fold[k + 2] == "weekend":
            s.add("days", i, k + 3, WEEKEND)
            k += 3
        elif s.fold[k + 2] == "week":
            k += 3
    return _add_each_part(s, i, k, part)


def _add_each_part(s: Scan, i: int, j: int, part: str) -> int:
    s.add("daily", i, j)
    return s.add("part", i, j, (part, True))


def _each_unit(s: Scan, i: int, j: int, many: int) -> int:
    word = s.fold[j]
    if word in HOUR_WORDS or word in ("u", "h"):
        return s.add("hourly", i, j + 1, many)
    if word in MINUTE_WORDS:
        return s.add("hourly", i, j + 1, many // 60 if many % 60 == 0 else None)
    unit = UNIT_DAYS.get(word)
    return i if unit is None else _step(s, i, j + 1, many, unit)


def _step(s: Scan, i: int, j: int, many: int, unit: str) -> int:
    if unit == "week" and many == 1:
        per = _times_at(s, j)
        if per is not None:
            return s.add("per_week", i, per[0], per[1])
    if unit == "day" and many == 1:
        return s.add("daily", i, j)
    if unit == "day" and many % 7 == 0:
        return s.add("fortnight", i, j, many)
    if unit == "month" and many == 1:
        return read_each_month(s, i, j)
    kind = _UNIT_STEP.get(unit)
    return i if kind is None else s.add(kind, i, j, many)


def _times_at(s: Scan, j: int) -> tuple[int, int] | None:
    if s.fold[j] in _GLUED_TIMES:
        return j + 1, _GLUED_TIMES[s.fold[j]]
    many = whole_at(s, j)
    if many is None or s.fold[many[0]] not in TIMES_WORDS:
        return None
    return many[0] + 1, many[1]


def _each_ordinal(s: Scan, i: int, j: int) -> int:
    """Elke tweede dag, elke tweede dinsdag, elke eerste dinsdag van de maand, elke 15e."""
    monthly = read_of_month(s, i, j)
    if monthly > i:
        return monthly
    order, k = ordinal_at(s, j)
    unit = UNIT_DAYS.get(s.fold[k])
    if unit in _UNIT_STEP and order > 1:
        return _step(s, i, k + 1, order, unit)
    days = days_at(s, k)
    if days is not None and order > 1:
        s.add("weeks", i, days[0], order)
        return add_days(s, i, *days)
    return i


def add_per(s: Scan, i: int, j: int, many: int | None, unit: str) -> int:
    """So many times a day or week; a month has no number in a plan."""
    kind = _PER_UNIT.get(unit)
    if kind is None:
        return s.add("monthly", i, j, ()) if unit == "month" else i
    return s.add(kind, i, j, many)


def _add_whole(s: Scan, i: int, j: int, unit: str) -> int:
    """A duration or count per day makes it daily; per week says once a week."""
    if unit == "day":
        return s.add("daily", i, j)
    return add_per(s, i, j, 1, unit)


READERS: dict[str, Reader] = {
    **dict.fromkeys(_ONE_WORD, read_word),
    **dict.fromkeys(EACH, read_each),
    **dict.fromkeys(WEEKDAYS, read_day),
    **dict.fromkeys(DAY_SHORT, read_day),
    **dict.fromkeys(PART_GENITIVES, read_genitive),
    **dict.fromkeys(_GLUED_TIMES, read_glued),
    **dict.fromkeys(_EXCEPT, read_except),
    **dict.fromkeys(
        ("werkdagen", "weekdagen", "weekends", "weekenden", "schooldagen", "weekenddagen"),
        read_group,
    ),
    **dict.fromkeys(("'s", "s"), read_genitive),
    **dict.fromkeys(ORDINALS, read_ordinal),
    "eens": read_once_per,
    **dict.fromkeys(("per", *_SHORT_UNITS), read_per),
}
