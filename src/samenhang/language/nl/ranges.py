"""From one to the other: van 9 tot 10 uur, tussen 5 en 10 minuten; and "van" as which one."""

from datetime import date, timedelta

from samenhang.language.nl.clock import Clock, clock_at
from samenhang.language.nl.days import date_at, days_at, monday_of, range_word_at, shift
from samenhang.language.nl.duration import duration_at
from samenhang.language.nl.lexicon import (
    ARTICLES,
    DAY_SHORT,
    DEICTIC,
    PARTS,
    UNIT_DAYS,
    UNIT_SECONDS,
    WEEKDAYS,
)
from samenhang.language.nl.numbers import number_at, whole_at
from samenhang.language.nl.scan import CLAUSE, Reader, Scan
from samenhang.language.nl.tables import listed

TIMELY = listed("daily days day date part weeks clock monthly fortnight every start week until hourly")
UNIT_LETTERS = frozenset(("u", "h", "uur"))
# Without a preposition: up to four hours is how long, from five on it may be a time.
# A walk "van 5 uur" is long; a meeting "van 6 uur" has its time.
_NO_WALK = 6 * 60
_PAST_DAYS = frozenset(("gisteren", "eergisteren", "gister", "gisteravond"))
_WHICH = frozenset(("deze", "volgende", "komende", "vorige", "afgelopen", "voorbije"))
_AFTER_RANGE = frozenset(("aan", "in", "op", "voor", "met", "naar", "bij", "geen", "niet", "zonder", "mijn"))


def read_range(s: Scan, i: int) -> int:
    """Van 9 tot 10 uur, van 10 tot 20 maart, van ma t.e.m. vr; van 15 minuten; van de week."""
    found = clock_range(s, i + 1, between=False)
    if found is not None:
        return s.add("clock", i, found[0], ((found[1],), found[2]))
    dated = _date_range(s, i)
    if dated > i:
        return dated
    days = days_at(s, i + 1)
    if days is not None and days[1].span:
        return s.add("days", i, days[0], days[1].days)
    if s.fold[i + 1 : i + 3] == ["de", "week"] and (i == 0 or s.fold[i - 1] in ("ik", "we")):
        return s.add("week", i, i + 3, (None, sunday(s)))
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
    found = clock_range(s, i + 1, between=True)
    if found is not None:
        return s.add("clock", i, found[0], ((found[1],), None))
    long = _between_long(s, i + 1)
    if long is not None:
        return s.add("duration", i, *long)
    if s.fold[i + 1 : i + 3] == ["de", "middag"]:
        return s.add("part", i, i + 3, ("middag", False))
    return _between_things(s, i + 1 + (s.fold[i + 1] == "de"))


def clock_range(s: Scan, j: int, *, between: bool) -> tuple[int, Clock, Clock] | None:
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
    said = any(word in UNIT_LETTERS or word == ":" for word in s.fold[j:end])
    after = s.fold[end]
    if not said and not _says_when(s, j - 1, after, s.fold[end + 1]):
        return None
    return end, first[1], last[1]


def _says_when(s: Scan, i: int, after: str, next_after: str) -> bool:
    """As in "elke dag van 9 tot 5 aan mijn bureau", not "een schaal van 0 tot 10"."""
    before = s.before(i)
    last = i > 0 and s.fold[i - 1] == "," and after in ("", ".", "!") and s.pieces
    if last and s.pieces[-1].kind in TIMELY | {"label"}:
        return True
    if i > 0 and (before is None or before.kind not in TIMELY):
        return False
    return not after[:1].isalpha() or after in _AFTER_RANGE or next_after in ("ik", "we")


def sunday(s: Scan) -> date:
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


READERS: dict[str, Reader] = {"van": read_range, "tussen": read_between}
