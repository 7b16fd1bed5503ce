"""How long: vijf minuten, 5 à 10 min, een kwartierke, anderhalf uur, een minuut of vijf, 10'."""

from samenhang.language.nl.lexicon import (
    HALF_HOUR_WORDS,
    HOUR,
    HOUR_WORDS,
    MINUTE,
    ONE,
    PART_GENITIVES,
    QUARTER_WORDS,
    UNIT_SECONDS,
)
from samenhang.language.nl.numbers import number_at
from samenhang.language.nl.scan import Scan
from samenhang.language.nl.tables import listed

ABOUT = listed(
    "ongeveer zo'n zon ca circa minstens minimum minimaal maximum maximaal max min hoogstens "
    "hooguit goed goede dik dikke klein kleine krap ruim slechts amper telkens ruime ongev "
    "zeker even exact precies ongeveer gemiddeld"
)
_LEAST = frozenset(("minimum", "minimaal", "minstens", "min"))
_MOST = frozenset(("maximum", "maximaal", "hoogstens", "hooguit", "max"))
_RANGE = frozenset(("a", "tot", "-", "of", "/"))
_LOOSE = frozenset(("paar", "enkele", "aantal", "tal"))

_TOO_LONG = 6

Found = tuple[int, int | None]


def duration_at(s: Scan, i: int) -> Found | None:
    """Seconds from word i; None for seconds when it says "een paar minuten"."""
    found = _single_at(s, i)
    if found is None:
        return None
    j, seconds = found
    if s.fold[j] in ("a", "tot") and seconds is not None:
        # "een kwartier à twintig minuten": the first of the two.
        high = _single_at(s, j + 1)
        return (high[0], seconds) if high else (j, seconds)
    if seconds is not None and s.fold[j] in ("en", "plus") and not s.taken[j]:
        more = _single_at(s, j + 1)
        half = s.fold[j + 1] == "een" and s.fold[j + 2] == "half" and seconds >= HOUR
        if half and s.fold[j + 3] not in HOUR_WORDS:
            j, seconds = j + 3, seconds + HOUR // 2
        elif more is not None and more[1] is not None and more[1] < seconds:
            j, seconds = more[0], seconds + more[1]
    elif seconds is not None and seconds >= HOUR:
        more = _counted_at(s, j)
        if more is not None and more[1] is not None and more[1] < HOUR:
            j, seconds = more[0], seconds + more[1]
    return _past_length(s, j), seconds


def _past_length(s: Scan, j: int) -> int:
    """After "lang", "na elkaar", "aan een stuk"."""
    if s.fold[j] == "lang":
        return j + 1
    if s.fold[j] in ("na", "op", "aan") and s.fold[j + 1] in ("elkaar", "mekaar", "rij"):
        return j + 2
    return j + 3 if s.fold[j : j + 3] == ["aan", "een", "stuk"] else j


def _single_at(s: Scan, i: int) -> Found | None:
    i = _past_about(s, i)
    word = s.fold[i]
    if word in HALF_HOUR_WORDS or word in QUARTER_WORDS:
        return i + 1, UNIT_SECONDS[word]
    if word in ONE or word in _LOOSE or word == "half" or word in ("uurtje", "uurke"):
        found = _article_at(s, i)
        if found is not None:
            return found
    return _counted_at(s, i)


def _past_about(s: Scan, i: int) -> int:
    while s.fold[i] in ABOUT or (s.fold[i] in ("+", "-", "±", "~") and s.fold[i + 1] != ""):
        i += 2 if s.fold[i + 1] == "." else 1
    return i


def _article_at(s: Scan, i: int) -> Found | None:
    """Een uur, een minuut of vijf, een half uur, een goed kwartier, half uurtje, een paar minuten."""
    fold = s.fold
    if fold[i] in ONE and fold[i] != "1":
        i += 1
        while fold[i] in ABOUT or fold[i] in ("volle", "vol", "heel", "hele", "klein", "kleine"):
            i += 1
    word = fold[i]
    if word.endswith("tal") or (word.isdecimal() and fold[i + 1 : i + 3] == ["-", "tal"]):
        return _counted_at(s, i)
    if word in _LOOSE:
        return (i + 2, None) if fold[i + 1] in UNIT_SECONDS else None
    if word in ("half", "halve") and fold[i + 1] in UNIT_SECONDS:
        return i + 2, UNIT_SECONDS[fold[i + 1]] // 2
    if word not in UNIT_SECONDS or word in ("s", "min"):
        return None
    unit = UNIT_SECONDS[word]
    if fold[i + 1] == "of":
        many = number_at(s, i + 2)
        if many is not None:
            return many[0], int(unit * many[1])
    return i + 1, unit


def _counted_at(s: Scan, i: int) -> Found | None:
    """A number and its unit, a range giving its lower bound."""
    found = number_at(s, i)
    if found is None:
        return None
    j, low = found
    unit = _unit_at(s, j)
    if unit is None:
        return _range_at(s, j, low)
    return unit[0], int(low * unit[1])


def _range_at(s: Scan, j: int, low: float) -> Found | None:
    k = j + 1 if s.fold[j] in _RANGE else 0
    if not k and (s.fold[j] in _MOST or (s.fold[j] == "," and s.fold[j + 1] in _MOST)):
        k = j + 1 if s.fold[j] in _MOST else j + 2
        k += s.fold[k] == "."
    high = number_at(s, k) if k else None
    if high is None:
        return None
    unit = _unit_at(s, high[0])
    # "10-11u" is a time, not ten hours.
    if unit is None or (unit[1] == HOUR and low >= _TOO_LONG):
        return None
    return unit[0], int(low * unit[1])


def _unit_at(s: Scan, j: int) -> tuple[int, int] | None:
    word = s.fold[j]
    if word == "'" and s.words.touches(j):
        double = s.fold[j + 1] == "'" and s.words.touches(j + 1)
        return (j + 2, 1) if double else (j + 1, MINUTE)
    if word == '"' and s.words.touches(j) and s.low.count('"') == 1:
        return j + 1, 1
    spaced = word == "u" and s.fold[j - 1].isdecimal()
    if spaced or (word in ("u", "h") and (s.words.touches(j) or s.fold[j + 1].isdecimal())):
        return j + 1, HOUR
    if word in ("volle", "hele", "rustige", "korte"):
        j += 1
        word = s.fold[j]
    unit = UNIT_SECONDS.get(word)
    if unit is None or (word == "s" and s.fold[j + 1] in PART_GENITIVES):
        return None
    dotted = s.fold[j + 1] == "." and word in ("min", "sec", "mins", "secs")
    return (j + 2 if dotted and s.words.touches(j + 1) else j + 1), unit
