"""From when and until when: vanaf, tot, uiterlijk, binnen, gedurende."""

from datetime import date, timedelta

from samenhang.language.nl.clock import times_at
from samenhang.language.nl.dates import NEXT, WEEK, weekend
from samenhang.language.nl.days import (
    amount_at,
    date_at,
    days_at,
    monday_of,
    next_weekday,
    range_word_at,
    shift,
)
from samenhang.language.nl.duration import duration_at
from samenhang.language.nl.lexicon import ARTICLES, DEICTIC, HOUR_WORDS, MONTHS, POSSESSIVES, SESSION_WORDS
from samenhang.language.nl.numbers import whole_at
from samenhang.language.nl.rhythm import per_unit_at
from samenhang.language.nl.scan import Reader, Scan

_OPENERS = frozenset(("volgende", "deze", "de", "komende", "heel"))
_WEEKENDS = frozenset(("weekend", "weekeinde"))


def read_from(s: Scan, i: int) -> int:
    """Vanaf maandag, met ingang van, te beginnen op; vanaf 18u is a clock."""
    j = _past_from(s, i)
    if not j:
        return i
    if s.fold[j] in ("nu", "heden"):
        j += 1 + (s.fold[j + 1] == "af")
        return s.add("start", i, j + (s.fold[j] == "aan"), s.today)
    found = _day_after(s, j + (s.fold[j] == "op"))
    if found is None:
        clock = times_at(s, j, "vanaf") if s.fold[i] == "vanaf" else None
        return i if clock is None else s.add("clock", i, clock[0], (clock[1], None))
    k, day, part = found
    if part is not None:
        s.add("part", i, k, (part, False))
    s.add("start", i, k, day)
    return k + (s.fold[k] == "af")


def _past_from(s: Scan, i: int) -> int:
    """After vanaf, "met ingang van", "te beginnen"; 0 where none of these stands."""
    word = s.fold[i]
    if word == "met":
        return i + 3 if s.fold[i + 1 : i + 3] == ["ingang", "van"] else 0
    if word in ("start", "begin") and "ik" in (s.fold[i - 1], s.fold[i + 1]):
        # "ik start maandag": what is done on monday.
        return 0
    j = i + 1
    if word == "te":
        if s.fold[j] not in ("beginnen", "starten"):
            return 0
        j += 1
    return j + (s.fold[j] in ("vanaf", "met", ":"))


def read_till(s: Scan, i: int) -> int:
    """Tot vrijdag, tot en met 20 maart, tot de volgende sessie, tot het einde van de maand."""
    j = range_word_at(s, i)
    if not j:
        return i
    j += s.fold[j] == "aan"
    session = session_at(s, j)
    if session:
        return s.add("until_event", i, session, "sessie")
    j += s.fold[j] == "op"
    found = _end_of(s, j) or _day_after(s, j)
    if found is not None:
        return s.add("until", i, found[0], found[1])
    long = duration_at(s, j)
    if long is not None and per_unit_at(s, long[0]) is not None:
        # "tot een uur per dag" is how long at most.
        return s.add("duration", i, *long)
    # "een schaal van 0 tot 10" has no clock in it.
    clock = None if i and s.fold[i - 1].isdecimal() else times_at(s, j, "tot")
    return i if clock is None else s.add("end", i, clock[0])


def session_at(s: Scan, j: int) -> int:
    """(de|onze) volgende sessie, keer, afspraak, gesprek."""
    j += s.fold[j] in ARTICLES or s.fold[j] in POSSESSIVES
    if s.fold[j] in NEXT and s.fold[j + 1] in SESSION_WORDS:
        return j + 2
    return 0


def read_deadline(s: Scan, i: int) -> int:
    """Uiterlijk vrijdag, ten laatste op 12 maart, tegen zondag, op zijn laatst."""
    j = _past_deadline(s, i)
    if not j:
        return i
    while s.fold[j] in ("tegen", "op", "voor", "om") and s.fold[j + 1]:
        j += 1
    session = session_at(s, j)
    if session:
        return add_session(s, i, session)
    day = _end_of(s, j) or _day_after(s, j)
    if day is not None:
        return s.add("deadline", i, day[0], day[1])
    clock = times_at(s, j, "om" if s.fold[j - 1] == "om" else s.fold[i])
    return i if clock is None else s.add("clock", i, clock[0], (clock[1], None))


def _past_deadline(s: Scan, i: int) -> int:
    """After the words that say "at the latest"; 0 where they do not."""
    word, after = s.fold[i], s.fold[i + 1]
    if word == "ten":
        return i + 2 if after in ("laatste", "langste") else 0
    if word == "op":
        return i + 3 if s.fold[i + 2] in ("laatst", "laatste") else 0
    return i + 1


def add_session(s: Scan, i: int, j: int) -> int:
    """Tegen de volgende sessie: once, before it."""
    s.add("window", i, j, None)
    return s.add("until_event", i, j, "sessie")


def read_before_day(s: Scan, i: int) -> int:
    """vóór vrijdag: the day before is the last; "voor morgen" is what something is for."""
    accented = s.words.has_accent(i)
    j = i + 1 + (s.fold[i + 1] == "op")
    if not accented and s.fold[j] in DEICTIC:
        return i + 2
    if not accented and s.fold[j] in _OPENERS and "week" in s.fold[j + 1 : j + 3]:
        return i + 3
    found = _end_of(s, j)
    if found is not None:
        return s.add("deadline", i, found[0], found[1])
    day = _day_after(s, j)
    if day is None:
        return i
    return s.add("deadline", i, day[0], day[1] - timedelta(days=1))


def read_within(s: Scan, i: int) -> int:
    """Binnen (de) 48 uur, binnen de week, binnen twee weken."""
    j = i + 1 + (s.fold[i + 1] in ("de", "het", "nu", "een") and s.fold[i + 2] != "paar")
    if s.fold[i + 1] == "nu" and s.fold[j] == "en":
        j += 1
    many = whole_at(s, j)
    if many is not None and s.fold[many[0]] in ("uur", "u", "uren"):
        days = -(-many[1] // 24)
        return s.add("window", i, many[0] + 1, (None, s.today + timedelta(days=days)))
    amount = amount_at(s, j)
    if amount is None:
        hour = s.fold[i + 1] in ("het", "een", "'t") and s.fold[i + 2] in HOUR_WORDS
        return s.add("window", i, i + 3, (None, s.today)) if hour else i
    return s.add("window", i, amount[0], (None, shift(s.today, *amount[1:])))


def read_span(s: Scan, i: int) -> int:
    """Gedurende vier weken; een maand lang is read where the number stands."""
    j = i + 1 + (s.fold[i + 1] in ("de", "een") and s.fold[i + 2] != "")
    if s.fold[j] in NEXT:
        j += 1
    amount = amount_at(s, j) or amount_at(s, i + 1)
    return i if amount is None else s.add("span", i, amount[0], amount[1:])


def read_end(s: Scan, i: int) -> int:
    """Eind deze week, eind maart: a window."""
    found = _end_of(s, i)
    if found is None:
        return i
    start = i - (i > 0 and s.fold[i - 1] in ("het", "'t") and not s.taken[i - 1])
    start -= 0 < start < i and s.fold[start - 1] in ("op", "aan", "tegen") and not s.taken[start - 1]
    return s.add("window", start, found[0], (None, found[1]))


def _day_after(s: Scan, j: int) -> tuple[int, date, str | None] | None:
    """One day after vanaf, tot or a deadline word."""
    fold = s.fold
    k = j + (fold[j] in ("de", "het", "'t", "dit") and (fold[j + 1] in NEXT or fold[j + 1] in _WEEKENDS))
    if fold[k] in _WEEKENDS:
        return k + 1, weekend(s.today, 0)[1] - timedelta(days=1), None
    if fold[k] in NEXT:
        k += 1
        if fold[k] in ("week", "maand"):
            return _in_next(s, k)
    return _weekday_after(s, k) or _month_after(s, k) or date_at(s, k)


def _in_next(s: Scan, k: int) -> tuple[int, date, str | None]:
    """Volgende week (donderdag), volgende maand: its day, or its first day."""
    if s.fold[k] == "maand":
        return k + 1, shift(s.today.replace(day=1), 1, "month"), None
    monday = monday_of(s.today) + timedelta(days=WEEK)
    days = days_at(s, k + 1 + (s.fold[k + 1] == "op"), sure=True)
    if days is None or days[1].several:
        return k + 1, monday, None
    return days[0], monday + timedelta(days=days[1].days[0]), days[1].part


def _month_after(s: Scan, k: int) -> tuple[int, date, str | None] | None:
    """As in "vanaf april": its first day."""
    month = MONTHS.get(s.fold[k])
    if month is None:
        return None
    first = date(s.today.year, month, 1)
    return k + 1, first if first > s.today else first.replace(year=first.year + 1), None


def _weekday_after(s: Scan, k: int) -> tuple[int, date, str | None] | None:
    days = days_at(s, k, sure=True)
    if days is None or len(days[1].days) != 1 or days[1].plural:
        return None
    end, weekday = days[0], days[1].days[0]
    dated = date_at(s, end)
    if dated is not None and s.fold[end] not in DEICTIC:
        return dated
    if s.fold[end] in ("volgende", "deze") and s.fold[end + 1] == "week":
        ahead = WEEK if s.fold[end] == "volgende" else 0
        return end + 2, monday_of(s.today) + timedelta(days=ahead + weekday), days[1].part
    return end, next_weekday(s.today, weekday), days[1].part


def _end_of(s: Scan, j: int) -> tuple[int, date, None] | None:
    """(het) einde van de week, eind maart, eind deze maand."""
    fold = s.fold
    j += fold[j] in ("het", "'t", "de")
    if fold[j] not in ("eind", "einde"):
        return None
    j += 1
    while fold[j] in ("van", "de", "deze", "v", "/", "d"):
        j += 1
    if fold[j] in ("week", "werkweek"):
        last = 6 if fold[j] == "week" else 4
        return j + 1, monday_of(s.today) + timedelta(days=last), None
    if fold[j] == "volgende" and fold[j + 1] == "week":
        return j + 2, monday_of(s.today) + timedelta(days=WEEK + 6), None
    if fold[j] == "maand":
        return j + 1, _month_end(s.today), None
    if fold[j] in MONTHS:
        first = date(s.today.year, MONTHS[fold[j]], 1)
        last_day = _month_end(first)
        if last_day < s.today:
            last_day = _month_end(first.replace(year=first.year + 1))
        return j + 1, last_day, None
    return None


def _month_end(day: date) -> date:
    return shift(day.replace(day=1), 1, "month") - timedelta(days=1)


READERS: dict[str, Reader] = {
    **dict.fromkeys(("vanaf", "met", "te", "startend", "beginnend", "start"), read_from),
    **dict.fromkeys(("tot", "tem", "t", "tm"), read_till),
    **dict.fromkeys(("uiterlijk", "ten", "op"), read_deadline),
    **dict.fromkeys(("eind", "einde"), read_end),
    "binnen": read_within,
}
