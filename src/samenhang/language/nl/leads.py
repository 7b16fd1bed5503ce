"""Prepositions and numbers: they lead to a clock time, a duration, a rhythm, or nothing."""

from datetime import date, timedelta

from samenhang.language.nl import limits, rhythm
from samenhang.language.nl.clock import Clock, clock_at, times_at
from samenhang.language.nl.days import amount_at, date_at, days_at, monday_of, range_word_at, shift
from samenhang.language.nl.duration import ABOUT, duration_at
from samenhang.language.nl.lexicon import (
    ARTICLES,
    DAY_SHORT,
    DEICTIC,
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
    UNIT_SECONDS,
    WEEKDAYS,
)
from samenhang.language.nl.numbers import number_at, whole_at
from samenhang.language.nl.scan import CLAUSE, Reader, Scan
from samenhang.language.nl.tables import listed

_TIMELY = listed("daily days day date part weeks clock monthly fortnight every start week until hourly")
_UNIT_LETTERS = frozenset(("u", "h", "uur"))
# Without a preposition: up to four hours is how long, from five on it may be a time.
# A walk "van 5 uur" is long; a meeting "van 6 uur" has its time.
_NO_WALK = 6 * 60
_HOUR, _NO_LONGER, _EARLIEST, _AFTERNOON = 60, 4 * 60, 5 * 60, 13 * 60
_NAMING = listed(
    "nummer week sessie hoofdstuk stap deel actie fase versie kamer niveau optie module les "
    "punt kanaal lijn bus tram verdieping"
)


def read_at_clock(s: Scan, i: int) -> int:
    """Om acht uur, om 7u en 19u, om de twee dagen, om het uur."""
    if s.fold[i + 1] in ("de", "het", "'t", "den"):
        every = rhythm.read_every_other(s, i)
        if every > i:
            return every
    found = times_at(s, i + 1, "om")
    return i if found is None else _add_clock(s, i, *found)


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


def read_range(s: Scan, i: int) -> int:
    """Van 9 tot 10 uur, van 10 tot 20 maart, van ma t.e.m. vr; van 15 minuten; van de week."""
    found = _clock_range(s, i + 1, between=False)
    if found is not None:
        return s.add("clock", i, found[0], ((found[1],), found[2]))
    dated = _date_range(s, i)
    if dated > i:
        return dated
    days = days_at(s, i + 1)
    if days is not None and days[1].span:
        return s.add("days", i, days[0], days[1].days)
    if s.fold[i + 1 : i + 3] == ["de", "week"] and (i == 0 or s.fold[i - 1] in ("ik", "we")):
        return s.add("week", i, i + 3, (None, _sunday(s)))
    return _read_of(s, i)


def _read_of(s: Scan, i: int) -> int:
    """A walk van 15 minuten; the meeting van 10 uur, the report van dinsdag: which one."""
    at = clock_at(s, i + 1)
    if at is not None and i and at[1].minutes >= _NO_WALK:
        return _close(s, i, at[0])
    long = duration_at(s, i + 1)
    return _skip_object(s, i) if long is None else s.add("duration", i, *long)


def read_between(s: Scan, i: int) -> int:
    """Tussen 16 en 17 uur, tussen 5 en 10 minuten, tussen 5 en 10 boterhammen."""
    found = _clock_range(s, i + 1, between=True)
    if found is not None:
        return s.add("clock", i, found[0], ((found[1],), None))
    long = _between_long(s, i + 1)
    if long is not None:
        return s.add("duration", i, *long)
    if s.fold[i + 1 : i + 3] == ["de", "middag"]:
        return s.add("part", i, i + 3, ("middag", False))
    return _between_things(s, i + 1 + (s.fold[i + 1] == "de"))


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
        return s.add("week", i, i + 5, (None, _sunday(s)))
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
    if long is not None and not (i and s.fold[i - 1] == "om" and s.fold[long[0] - 1] in _UNIT_LETTERS):
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
        span = _clock_range(s, i, between=False)
        if span is not None and span[1].minutes >= _EARLIEST and s.fold[span[0] - 1] in _UNIT_LETTERS:
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
    if last is not None and (s.fold[last[0] - 1] in _UNIT_LETTERS or not last[1].spoken):
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
    near = before is not None and before.kind in _TIMELY
    return near or s.fold[j - 1] != "uur"


def _clock_range(s: Scan, j: int, *, between: bool) -> tuple[int, Clock, Clock] | None:
    first = clock_at(s, j, "range")
    if first is None:
        return None
    k = j_link = first[0]
    if between:
        k = j_link + 1 if s.fold[j_link] == "en" else 0
    else:
        k = range_word_at(s, j_link) or (j_link + 1 if s.fold[j_link] == "-" else 0)
    last = clock_at(s, k, "range") if k else None
    if last is None:
        return None
    end = last[0]
    said = any(word in _UNIT_LETTERS or word == ":" for word in s.fold[j:end])
    after = s.fold[end]
    if not said and not _says_when(s, j - 1, after, s.fold[end + 1]):
        return None
    return end, first[1], last[1]


def _says_when(s: Scan, i: int, after: str, next_after: str) -> bool:
    """As in "elke dag van 9 tot 5 aan mijn bureau", not "een schaal van 0 tot 10"."""
    before = s.before(i)
    if i > 0 and (before is None or before.kind not in _TIMELY):
        return False
    return not after[:1].isalpha() or after in _AFTER_RANGE or next_after in ("ik", "we")


def _sunday(s: Scan) -> date:
    return monday_of(s.today) + timedelta(days=6)


def _between_long(s: Scan, j: int) -> tuple[int, int] | None:
    """Tussen 5 en 10 minuten: the lower bound."""
    low = number_at(s, j + (s.fold[j] == "de"))
    if low is None or s.fold[low[0]] != "en":
        return None
    high = number_at(s, low[0] + 1)
    unit = UNIT_SECONDS.get(s.fold[high[0]]) if high else None
    return None if high is None or unit is None else (high[0] + 1, int(low[1] * unit))


def _between_things(s: Scan, j: int) -> int:
    """As in "tussen 5 en 10 boterhammen" counts; "tussen twee happen" says where, not how many."""
    low = number_at(s, j)
    if low is None:
        return j
    high = number_at(s, low[0] + 1) if s.fold[low[0]] == "en" else None
    return low[0] if high is None else s.add("qty", j, high[0], low[1])


def _date_range(s: Scan, i: int) -> int:
    """Van 10 tot 20 maart, van 10/3 tot 20/3, van maandag 9 maart tot zondag 15 maart."""
    first = _dated(s, i + 1)
    bare = whole_at(s, i + 1) if first is None else None
    j = first[0] if first else bare[0] if bare else 0
    k = range_word_at(s, j) if j else 0
    last = _dated(s, k) if k else None
    if last is None:
        return i
    day = first[1] if first else None
    if bare is not None:
        if not 1 <= bare[1] <= last[1].day:
            return i
        day = last[1].replace(day=bare[1])
    if day is not None and day > last[1]:
        # "van 9 tot 15 maart", said on the tenth: it has begun.
        day = shift(day, -1, "year")
    s.add("start", i, k, day)
    return s.add("until", k, last[0], last[1])


def _dated(s: Scan, i: int) -> tuple[int, date] | None:
    """A calendar date, with or without its weekday before it."""
    i += s.fold[i] in WEEKDAYS or s.fold[i] in DAY_SHORT
    if s.fold[i] in DEICTIC:
        return None
    found = date_at(s, i)
    return None if found is None else found[:2]


def _skip_object(s: Scan, i: int) -> int:
    """Het verslag van dinsdag, de mail van gisteren: which one, not when."""
    j = i + 1 + (s.fold[i + 1] in ARTICLES)
    end = i
    if s.fold[j] in DEICTIC or s.fold[j] in PARTS or s.fold[j] in _PAST_DAYS:
        end = j + 1
    elif s.fold[j] in _WHICH and s.fold[j + 1] in UNIT_DAYS:
        end = j + 2
    else:
        days = days_at(s, j, sure=True) or (date_at(s, j) if s.fold[j].isdecimal() else None)
        end = days[0] if days else i
    return _close(s, i, end)


def _close(s: Scan, i: int, end: int) -> int:
    """What stands here says nothing about when."""
    s.closed[i:end] = bytes((CLAUSE,)) * (end - i)
    return end


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


_PAST_DAYS = frozenset(("gisteren", "eergisteren", "gister", "gisteravond"))
_WHICH = frozenset(("deze", "volgende", "komende", "vorige", "afgelopen", "voorbije"))
_NO_THINGS = frozenset(("e", "de", "ste", "u", "h", "en", "of", "ik", "voor", "tot", "op", "in", "uit"))
_AFTER_RANGE = frozenset(("aan", "in", "op", "voor", "met", "naar", "bij", "geen", "niet", "zonder", "mijn"))
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
    "van": read_range,
    "tussen": read_between,
    **dict.fromkeys(("de", "den", "het"), read_the),
    "om": read_at_clock,
    "tegen": read_against,
    "voor": read_before,
    "na": read_after,
    "gedurende": read_long,
}
