"""Prepositions and numbers: they lead to a clock time, a duration, a rhythm, or nothing."""

from samenhang.language.nl import limits, rhythm
from samenhang.language.nl.clock import Clock, clock_at, times_at
from samenhang.language.nl.days import amount_at, date_at, range_word_at
from samenhang.language.nl.duration import ABOUT, duration_at
from samenhang.language.nl.lexicon import (
    HALF_HOUR_WORDS,
    HALVES,
    MONTHS,
    NUMBERS,
    ONE,
    PART_GENITIVES,
    PARTS,
    QUARTER_WORDS,
    TIMES_WORDS,
    UNIT_DAYS,
)
from samenhang.language.nl.numbers import number_at, whole_at
from samenhang.language.nl.ranges import TIMELY, UNIT_LETTERS, clock_range, sunday
from samenhang.language.nl.scan import CLAUSE, Reader, Scan
from samenhang.language.nl.tables import listed

_HOUR, _NO_LONGER, _EARLIEST, _AFTERNOON = 60, 4 * 60, 5 * 60, 13 * 60
_NAMING = listed(
    "nummer week sessie hoofdstuk stap deel actie fase versie kamer niveau optie module les "
    "punt kanaal lijn bus tram verdieping"
)


def read_at_clock(s: Scan, i: int) -> int:
    """Om acht uur, om 7u en 19u, om de twee dagen, om het uur."""
    if s.fold[i + 1] in ("de", "het", "'t", "t", "den"):
        every = rhythm.read_every_other(s, i)
        if every > i:
            return every
    found = times_at(s, i + 1, "om")
    if found is None or s.fold[found[0]] == "per":
        # "Om twee uur per week thuis te werken" asks for hours, not for two o'clock.
        return i if found is None else _close_hours(s, i, found[0])
    return _add_clock(s, i, *found)


def read_at_hour(s: Scan, i: int) -> int:
    """The Flemish "ten 4 uur", "te acht uur"; "ten minste 4 uur" is how long."""
    found = times_at(s, i + 1, "om")
    spoken = found is not None and s.fold[found[0] - 1] in ("uur", "u", "ure", "uren")
    return _add_clock(s, i, *found) if found is not None and spoken else i


def _close_hours(s: Scan, i: int, per: int) -> int:
    """What is asked for has its own measure: it says nothing about when one asks."""
    end = per + 2 if s.fold[per + 1] in UNIT_DAYS else per
    s.closed[i:end] = bytes((CLAUSE,)) * (end - i)
    return end


def read_around(s: Scan, i: int) -> int:
    """Rond 8 uur, omstreeks tien, rond de middag, stipt om 9 uur."""
    j = i + 1 + (s.fold[i + 1] == "om")
    if s.fold[j] in ("de", "'s") and s.fold[j + 1] in PARTS:
        return s.add("part", i, j + 2, (PARTS[s.fold[j + 1]], False))
    found = times_at(s, j, "om" if j > i + 1 else s.fold[i])
    return i if found is None else _add_clock(s, i, *found)


def read_against(s: Scan, i: int) -> int:
    """Tegen 8 uur, tegen de avond, tegen vrijdag."""
    around = read_around(s, i)
    return around if around > i else limits.read_deadline(s, i)


def read_before(s: Scan, i: int) -> int:
    """Voor 22u, voor 10 minuten, voor vrijdag, voor de volgende sessie."""
    found = times_at(s, i + 1, "voor")
    if found is not None:
        return _add_clock(s, i, *found)
    session = limits.session_at(s, i + 1)
    if session:
        return limits.add_session(s, i, session)
    long = duration_at(s, i + 1)
    if long is not None:
        return s.add("duration", i, long[0], long[1])
    amount = amount_at(s, i + 1)
    if amount is not None and (i == 0 or s.fold[i + 1] != "een"):
        return s.add("span", i, amount[0], amount[1:])
    return limits.read_before_day(s, i)


def read_after(s: Scan, i: int) -> int:
    """Na 20u, na acht uur."""
    found = times_at(s, i + 1, "na")
    return i if found is None else _add_clock(s, i, *found)


def read_long(s: Scan, i: int) -> int:
    """Gedurende tien minuten, gedurende vier weken."""
    long = duration_at(s, i + 1)
    if long is not None:
        return s.add("duration", i, *long)
    return limits.read_span(s, i)


def read_the(s: Scan, i: int) -> int:
    """De 14e, de eerste maandag van de maand, de hele week; de komende weken is read at komende."""
    monthly = rhythm.read_monthly(s, i)
    if monthly > i:
        return monthly
    found = date_at(s, i)
    if found is not None and s.fold[i] != "het":
        start = i - 1 if i and s.fold[i - 1] == "op" and not s.taken[i - 1] else i
        return s.add("date", start, found[0], found[1])
    if s.fold[i + 1] in ("hele", "ganse") and s.fold[i + 2] == "week":
        return s.add("daily", i, i + 3)
    if s.fold[i + 1] == "rest" and s.fold[i + 2 : i + 5] == ["van", "de", "week"]:
        return s.add("week", i, i + 5, (None, sunday(s)))
    return i


def read_about(s: Scan, i: int) -> int:
    """Ongeveer twintig minuten, minstens twee keer per week, een dik kwartier."""
    j = i + 1 + (s.fold[i + 1] == ".")
    count = number_at(s, j)
    if count is not None:
        read = rhythm.read_count(s, i, count)
        if read > i:
            return read
    long = duration_at(s, i)
    return i if long is None else s.add("duration", _lead(s, i), *long)


def read_number(s: Scan, i: int) -> int:
    """A word that may open a time, a date, a rhythm, a stretch, a duration or a count."""
    digits = s.fold[i].isdecimal()
    count = number_at(s, i) if digits or s.fold[i] not in ONE or s.words.has_accent(i) else None
    clocked = _read_clock(s, i)
    if clocked > i:
        return clocked
    if digits or s.fold[i + 1] in MONTHS:
        found = date_at(s, i)
        if found is not None:
            start = i - 1 if i and s.fold[i - 1] == "op" and not s.taken[i - 1] else i
            return s.add("date", start, found[0], found[1])
    once = count or ((i + 1, 1.0) if s.fold[i] in ONE else None)
    if once is not None:
        read = rhythm.read_count(s, i, once)
        if read > i:
            return read
    long = duration_at(s, i)
    if long is not None and not (i and s.fold[i - 1] == "om" and s.fold[long[0] - 1] in UNIT_LETTERS):
        return s.add("duration", _lead(s, i), *long)
    return _read_span(s, i) or (i if count is None else _read_quantity(s, i, count))


def read_a(s: Scan, i: int) -> int:
    """Een uur, een keer per week, een minuut of vijf; en een paar keer per week."""
    if s.fold[i + 1].endswith("tal") or s.fold[i + 2 : i + 4] == ["-", "tal"]:
        return _read_about_many(s, i)
    if s.fold[i + 1] in TIMES_WORDS and s.fold[i + 2] == "of":
        many = whole_at(s, i + 3)
        unit = rhythm.per_unit_at(s, many[0]) if many else None
        if many is not None and unit is not None:
            return rhythm.add_per(s, i, unit[0], many[1], unit[1])
    if s.fold[i + 1] == "paar" and s.fold[i + 2] in TIMES_WORDS:
        unit = rhythm.per_unit_at(s, i + 3)
        if unit is not None:
            return rhythm.add_per(s, i, unit[0], None, unit[1])
    return read_number(s, i)


def _read_about_many(s: Scan, i: int) -> int:
    """Een tiental minuten, een 10-tal bladzijden."""
    long = duration_at(s, i)
    if long is not None:
        return s.add("duration", _lead(s, i), *long)
    count = number_at(s, i + 1)
    return i if count is None else _read_quantity(s, i, count)


def _read_clock(s: Scan, i: int) -> int:
    if s.fold[i + 1] == "-" and s.words.touches(i + 1):
        span = clock_range(s, i, between=False)
        if span is not None and span[1].minutes >= _EARLIEST and s.fold[span[0] - 1] in UNIT_LETTERS:
            return s.add("clock", i, span[0], ((span[1],), span[2]))
    found = times_at(s, i)
    if found is None:
        return i
    j, clocks = found
    if len(clocks) == 1 and _is_long(s, i, clocks[0]):
        return s.add("duration", i, j, clocks[0].minutes * 60)
    if len(clocks) == 1 and clocks[0].spoken and not _is_clock(s, i, j, clocks[0]):
        return i
    k = range_word_at(s, j) or (j + 1 if s.fold[j] == "-" else 0)
    last = clock_at(s, k, "om") if k and len(clocks) == 1 else None
    if last is not None and (s.fold[last[0] - 1] in UNIT_LETTERS or not last[1].spoken):
        return s.add("clock", i, last[0], (clocks, last[1]))
    return _add_clock(s, i, j, clocks)


def _is_long(s: Scan, i: int, clock: Clock) -> bool:
    """As in "1u30 wandelen": without a preposition a small one is how long."""
    if clock.spoken or not _HOUR <= clock.minutes < _NO_LONGER or s.fold[i + 1] not in ("u", "h"):
        return False
    part = s.last("part")
    return s.fold[i][0] != "0" and (part is None or part.value[0] != "nacht")


def _is_clock(s: Scan, i: int, j: int, clock: Clock) -> bool:
    """As in "20 uur", "8u", "half elf": without a preposition, a time of day or a stretch of time?"""
    if s.fold[i] in ("half", "kwart") or s.fold[i + 1] in ("voor", "over", "na", "min", "minuten"):
        return True
    if s.fold[j] in ("slapen", "slaap", "lang", "per", "aan"):
        return False
    if s.fold[j] == "'s" or s.fold[j] in PART_GENITIVES or clock.minutes >= _AFTERNOON:
        return True
    if clock.minutes < _EARLIEST:
        return False
    before = s.before(i)
    near = before is not None and before.kind in TIMELY
    return near or s.fold[j - 1] != "uur"


def _read_span(s: Scan, i: int) -> int:
    """Vier weken lang, 10 dagen na elkaar, 3 weken elke dag; 0 when it is no stretch."""
    amount = amount_at(s, i)
    if amount is None or s.fold[i] in UNIT_DAYS:
        return 0
    j, many, unit = amount
    if s.fold[j] in ("lang", "aaneen", "achtereen") or s.fold[j : j + 2] in _IN_A_ROW:
        j += 1 if s.fold[j] in ("lang", "aaneen", "achtereen") else 2
    elif unit == "day" or (i > 0 and s.fold[j] not in ("elke", "iedere", "dagelijks", "")):
        return 0
    return s.add("span", i, j, (many, unit))


def _read_quantity(s: Scan, i: int, count: tuple[int, float]) -> int:
    """Drie uitademingen, 10 bladzijden, drie keer, 1 glas."""
    j, many = count
    if s.fold[j] in ("a", "-", "tot") and (high := number_at(s, j + 1)):
        j = high[0]
    after = s.fold[j]
    named = i > 0 and not s.taken[i - 1] and (s.fold[i - 1] in _NAMING or s.fold[i - 1] in ("/", "-", "nr"))
    single = after == "x" or after[:1].isalpha() or after == '"'
    if named or not single or after in UNIT_DAYS or after in MONTHS or after in _NO_THINGS:
        return j
    return s.add("qty", i, j, many)


def _add_clock(s: Scan, i: int, j: int, clocks: tuple[Clock, ...]) -> int:
    j += s.fold[j] in ("stipt", "precies", "exact")
    if s.fold[j] in ("a", "of"):
        # "om 9 à 10 uur": the first of the two.
        later = clock_at(s, j + 1, "om")
        j = later[0] if later else j
    start = i - 1 if i and s.fold[i - 1] in ("stipt", "al", "pas") and not s.taken[i - 1] else i
    return s.add("clock", start, j, (clocks, None))


def _lead(s: Scan, i: int) -> int:
    """A wandeling "van" 15 minuten, "telkens" vijf minuten: the word before belongs to it."""
    free = i > 0 and not s.taken[i - 1]
    return i - 1 if free and s.fold[i - 1] in ("van", "gedurende", "telkens") else i


_NO_THINGS = frozenset(("e", "de", "ste", "u", "h", "en", "of", "ik", "voor", "tot", "op", "in", "uit"))
_IN_A_ROW = (["na", "elkaar"], ["op", "rij"], ["aan", "een"], ["na", "mekaar"])

READERS: dict[str, Reader] = {
    **dict.fromkeys(NUMBERS, read_number),
    **dict.fromkeys(("half", "kwart", "middernacht", "halve", "paar", "enkele"), read_number),
    **dict.fromkeys(HALF_HOUR_WORDS | QUARTER_WORDS | HALVES.keys(), read_number),
    **dict.fromkeys(("uurtje", "uurke"), read_number),
    **dict.fromkeys(ABOUT, read_about),
    **dict.fromkeys(("een", "'n", "n"), read_a),
    **dict.fromkeys(("+", "±", "~"), read_about),
    **dict.fromkeys(("rond", "omstreeks", "rondom", "stipt", "klokslag"), read_around),
    **dict.fromkeys(("de", "den", "het"), read_the),
    "om": read_at_clock,
    **dict.fromkeys(("ten", "te"), read_at_hour),
    "tegen": read_against,
    "voor": read_before,
    "na": read_after,
    "gedurende": read_long,
}
