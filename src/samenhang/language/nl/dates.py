"""Which day: date and window readers, and the words that lead to them."""

from datetime import date, timedelta

from samenhang.language.nl.clock import times_at
from samenhang.language.nl.days import (
    amount_at,
    date_at,
    days_at,
    group_at,
    monday_of,
    next_weekday,
    range_word_at,
    shift,
)
from samenhang.language.nl.duration import duration_at
from samenhang.language.nl.lexicon import (
    ARTICLES,
    DAY_SHORT,
    DEICTIC,
    MONTHS,
    PARTS,
    POSSESSIVES,
    SESSION_WORDS,
    WORKDAYS,
)
from samenhang.language.nl.numbers import whole_at
from samenhang.language.nl.scan import Reader, Scan

_NEXT = frozenset(("volgende", "volgend", "komende", "komend", "aanstaande", "eerstvolgende", "aankomende"))
_WEEK, _WEEKEND_DAYS = 7, 2

_WEEK_OPENERS = frozenset(("volgende", "deze", "de", "komende", "heel"))

Window = tuple[date | None, date]


def read_date(s: Scan, i: int) -> int:
    """vandaag, morgenvroeg, 13/3, 2 januari, de 14e."""
    found = date_at(s, i)
    if found is None:
        return i
    j, day, part = found
    start = i - 1 if i and s.fold[i - 1] == "op" and not s.taken[i - 1] else i
    _add_date(s, start, j, day, part)
    return j


def read_this(s: Scan, i: int) -> int:
    """Deze namiddag, deze week (donderdag), dit weekend, deze maand, deze vrijdag."""
    word = s.fold[i + 1]
    if word in PARTS:
        _add_date(s, i, i + 2, s.today, PARTS[word])
        return i + 2
    if word == "week":
        return _week(s, i, i + 2, 0)
    if word in ("weekend", "weekeinde"):
        return s.add("window", i, i + 2, _weekend(s.today, 0))
    if word == "maand":
        last = shift(s.today.replace(day=1), 1, "month") - timedelta(days=1)
        return s.add("window", i, i + 2, (None, last))
    if s.fold[i] in ("deze", "dees"):
        return _single_day(s, i, i + 1)
    return i


def read_next(s: Scan, i: int) -> int:
    """Volgende week (dinsdag), komende vrijdag, komend weekend, de komende drie weken."""
    start = i - 1 if i and s.fold[i - 1] in ("de", "het", "'t", "op") and not s.taken[i - 1] else i
    word = s.fold[i + 1]
    if word == "week":
        if s.fold[i] in ("komende", "aankomende"):
            # "de komende week" is the seven days from today; a weekday in it is a date.
            single = _single_day(s, start, i + 2)
            return single if single > start else s.add("span", start, i + 2, (1, "week"))
        return _week(s, start, i + 2, 1)
    if word in ("weekend", "weekeinde"):
        ahead = 1 if s.fold[i] in ("volgend", "volgende") else 0
        return s.add("window", start, i + 2, _weekend(s.today, ahead))
    if word == "maand":
        if s.fold[i] == "komende":
            return s.add("span", start, i + 2, (1, "month"))
        first = shift(s.today.replace(day=1), 1, "month")
        return s.add("window", start, i + 2, (first, shift(first, 1, "month") - timedelta(days=1)))
    amount = amount_at(s, i + 1)
    if amount is not None:
        return s.add("span", start, amount[0], amount[1:])
    if word in ("dagen", "weken"):
        return i
    return _single_day(s, start, i + 1)


def read_end(s: Scan, i: int) -> int:
    """Eind deze week, eind maart: a window."""
    found = _end_of(s, i)
    return i if found is None else s.add("window", i, found[0], (None, found[1]))


def read_soon(s: Scan, i: int) -> int:
    """straks, seffens, zo meteen, nu meteen: today."""
    word, after = s.fold[i], s.fold[i + 1]
    if word in ("zo", "nu"):
        if after not in ("meteen", "dadelijk", "direct", "onmiddellijk"):
            return i
        return s.add("date", i, i + 2, s.today)
    return s.add("date", i, i + 1, s.today)


def read_week(s: Scan, i: int) -> int:
    """After a weekday: "volgende week" is handled elsewhere; here "a.s." and "aanstaande"."""
    if s.fold[i + 1] == "." and s.fold[i + 2] == "s" and s.before(i) is not None:
        return s.add("soon", i, i + 3 + (s.fold[i + 3] == "."))
    return i


def read_over(s: Scan, i: int) -> int:
    """Over drie dagen; dinsdag over een week; over morgen is what it is about."""
    if s.fold[i + 1] in ("de", "den") and s.fold[i + 2] in ("middag", "noen"):
        return s.add("part", i, i + 3, ("middag", False))
    long = duration_at(s, i + 1)
    if long is not None and long[1] is not None:
        return s.add("later", i, long[0], long[1])
    amount = amount_at(s, i + 1)
    if amount is not None:
        j, many, unit = amount
        before = s.before(i)
        if before is not None and before.kind == "day":
            s.pieces.pop()
            weekday, part = before.value
            day = shift(next_weekday(s.today, weekday), many, unit)
            _add_date(s, before.i, j, day, part)
            return j
        days = days_at(s, j + (s.fold[j] == "op"), sure=True)
        if days is not None and unit == "week" and len(days[1].days) == 1:
            day = shift(next_weekday(s.today, days[1].days[0]), many, unit)
            _add_date(s, i, days[0], day, days[1].part)
            return days[0]
        _add_date(s, i, j, shift(s.today, many, unit), None)
        return j
    if s.fold[i + 1] in DEICTIC or days_at(s, i + 1, sure=True):
        return i + 2
    return i


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
        long = duration_at(s, i + 1) if s.fold[i + 2] in ("uur", "uurtje") else None
        return i if long is None else s.add("window", i, long[0], (None, s.today))
    return s.add("window", i, amount[0], (None, shift(s.today, *amount[1:])))


def read_from(s: Scan, i: int) -> int:
    """Vanaf maandag, met ingang van, te beginnen op; vanaf 18u; van 9 tot 10 is a range."""
    j = i + 1
    if s.fold[i] == "met":
        j = i + 3 if s.fold[i + 1 : i + 3] == ["ingang", "van"] else 0
    elif s.fold[i] == "te" or s.fold[i] in (
        "startend",
        "beginnend",
        "start",
        "begin",
        "startdatum",
    ):
        j = i + 2 if s.fold[i] == "te" and s.fold[i + 1] in ("beginnen", "starten") else i + 1
        j = 0 if s.fold[i] == "te" and j == i + 1 else j
        j += bool(j) and s.fold[j] in ("vanaf", "met", ":")
    if not j:
        return i
    if s.fold[j] in ("nu", "heden"):
        return s.add("start", i, j + 1 + (s.fold[j + 1] == "af"), s.today)
    found = _day_after(s, j + (s.fold[j] == "op"))
    if found is None:
        clock = times_at(s, j, "vanaf") if s.fold[i] == "vanaf" else None
        return i if clock is None else s.add("clock", i, clock[0], (clock[1], None))
    k, day, part = found
    if part is not None:
        s.add("part", i, k, (part, False))
    s.add("start", i, k, day)
    return k + (s.fold[k] == "af")


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
    clock = times_at(s, j, "tot")
    return i if clock is None else s.add("end", i, clock[0])


def session_at(s: Scan, j: int) -> int:
    """(de|onze) volgende sessie, keer, afspraak, gesprek."""
    j += s.fold[j] in ARTICLES or s.fold[j] in POSSESSIVES
    if s.fold[j] in _NEXT and s.fold[j + 1] in SESSION_WORDS:
        return j + 2
    return 0


def read_deadline(s: Scan, i: int) -> int:
    """Uiterlijk vrijdag, ten laatste op 12 maart, tegen zondag, op zijn laatst."""
    j = i + 1
    if s.fold[i] == "ten":
        if s.fold[j] not in ("laatste", "langste", "vroegste"):
            return i
        j += 1
    elif s.fold[i] == "op":
        if s.fold[j + 1] != "laatst" and s.fold[j + 1] != "laatste":
            return i
        j += 2
    while s.fold[j] in ("tegen", "op", "voor", "om") and s.fold[j + 1] != "":
        j += 1
    found = session_at(s, j)
    if found:
        s.add("window", i, found, None)
        return s.add("until_event", i, found, "sessie")
    day = _end_of(s, j) or _day_after(s, j)
    if day is not None:
        return s.add("deadline", i, day[0], day[1])
    clock = times_at(s, j, "om" if s.fold[j - 1] == "om" else s.fold[i])
    return i if clock is None else s.add("clock", i, clock[0], (clock[1], None))


def read_before_day(s: Scan, i: int) -> int:
    """vóór vrijdag: the day before is the last; "voor morgen" is what something is for."""
    accented = s.words.has_accent(i)
    j = i + 1 + (s.fold[i + 1] == "op")
    if not accented and s.fold[j] in DEICTIC:
        return i + 2
    if not accented and s.fold[j] in _WEEK_OPENERS and "week" in s.fold[j + 1 : j + 3]:
        return i + 3
    found = _end_of(s, j)
    if found is not None:
        return s.add("deadline", i, found[0], found[1])
    day = _day_after(s, j)
    if day is None:
        return i
    return s.add("deadline", i, day[0], day[1] - timedelta(days=1))


def read_span(s: Scan, i: int) -> int:
    """Gedurende vier weken; een maand lang is read where the number stands."""
    j = i + 1 + (s.fold[i + 1] in ("de", "een") and s.fold[i + 2] != "")
    if s.fold[j] in _NEXT:
        j += 1
    amount = amount_at(s, j) or amount_at(s, i + 1)
    return i if amount is None else s.add("span", i, amount[0], amount[1:])


def read_in(s: Scan, i: int) -> int:
    """In het weekend, in de week, in de voormiddag, in de loop van de week."""
    j = i + 1
    fold = s.fold
    if fold[j] not in ARTICLES and fold[j] != "een":
        return i
    word = fold[j + 1]
    if word in ("week", "werkweek"):
        return s.add("days", i, j + 2, WORKDAYS)
    group = group_at(s, j + 1)
    if group is not None:
        if fold[group[0]] == "van":
            return i
        return s.add("days", i, *group)
    if word in PARTS:
        return s.add("part", i, j + 2, (PARTS[word], False))
    if fold[j + 1 : j + 4] == ["loop", "van", "de"]:
        return _inside(s, i, j + 4)
    return i


def read_on(s: Scan, i: int) -> int:
    """Op dinsdag, op 14/3, op werkdagen, op de middag, op zijn laatst."""
    late = read_deadline(s, i) if s.fold[i + 1] in ("zijn", "z'n", "het") else i
    if late > i:
        return late
    j = i + 1
    group = group_at(s, j) or (group_at(s, j + 1) if s.fold[j] in EACH_OR_ARTICLE else None)
    if group is not None:
        return s.add("days", i, *group)
    if s.fold[j] in ("de", "den") and s.fold[j + 1] in ("middag", "noen"):
        return s.add("part", i, j + 2, ("middag", False))
    days = days_at(s, j, sure=True)
    if days is not None:
        k, found = days
        if found.plural or len(found.days) > 1:
            if found.part is not None:
                s.add("part", i, k, (found.part, False))
            return s.add("days", i, k, found.days)
        if found.part is not None:
            s.add("part", i, k, (found.part, False))
        return s.add("day", i, k, (found.days[0], found.part))
    day = date_at(s, j)
    if day is None or s.fold[j] == "een":
        return i
    _add_date(s, i, *day)
    return day[0]


def _day_after(s: Scan, j: int) -> tuple[int, date, str | None] | None:
    """One day after vanaf, tot or a deadline word."""
    fold = s.fold
    k = j + (fold[j] in ("de", "het", "'t") and (fold[j + 1] in _NEXT or fold[j + 1] == "weekend"))
    if fold[k] in _NEXT:
        k += 1
        if fold[k] == "week":
            monday = monday_of(s.today) + timedelta(days=_WEEK)
            days = days_at(s, k + 1 + (fold[k + 1] == "op"), sure=True)
            if days is None:
                return k + 1, monday, None
            return days[0], monday + timedelta(days=days[1].days[0]), days[1].part
        if fold[k] == "maand":
            return k + 1, shift(s.today.replace(day=1), 1, "month"), None
    if fold[k] in ("weekend", "weekeinde", "dit") and fold[k - (fold[k] != "dit")] != "":
        k += fold[k] == "dit"
        if fold[k] in ("weekend", "weekeinde"):
            return k + 1, _weekend(s.today, 0)[1] - timedelta(days=1), None
    days = days_at(s, k, sure=True)
    if days is None:
        if fold[k] in MONTHS and fold[k] not in ("mei", "mrt", "dec"):
            first = date(s.today.year, MONTHS[fold[k]], 1)
            return k + 1, first if first > s.today else first.replace(year=first.year + 1), None
        return date_at(s, k)
    if len(days[1].days) != 1 or days[1].plural:
        return None
    dated = date_at(s, days[0])
    if dated is not None and fold[days[0]] not in DEICTIC:
        return dated
    day, end = next_weekday(s.today, days[1].days[0]), days[0]
    if fold[end] in ("volgende", "deze") and fold[end + 1] == "week":
        ahead = _WEEK if fold[end] == "volgende" else 0
        day = monday_of(s.today) + timedelta(days=ahead + days[1].days[0])
        end += 2
    return end, day, days[1].part


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
        return j + 2, monday_of(s.today) + timedelta(days=_WEEK + 6), None
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


def _inside(s: Scan, i: int, j: int) -> int:
    """In de loop van de week, van volgende week."""
    if s.fold[j] == "week":
        return _week(s, i, j + 1, 0)
    if s.fold[j] == "volgende" and s.fold[j + 1] == "week":
        return _week(s, i, j + 2, 1)
    return i


def _week(s: Scan, i: int, j: int, ahead: int) -> int:
    """This or the next ISO week; whether one weekday in it is meant is decided later."""
    monday = monday_of(s.today) + timedelta(days=_WEEK * ahead)
    return s.add("week", i, j, (monday if ahead else None, monday + timedelta(days=_WEEK - 1)))


def _weekend(today: date, ahead: int) -> Window:
    saturday = monday_of(today) + timedelta(days=5 + _WEEK * ahead)
    return max(saturday, today), saturday + timedelta(days=_WEEKEND_DAYS - 1)


def _single_day(s: Scan, i: int, j: int) -> int:
    """Komende dinsdag(avond): the next such day."""
    days = days_at(s, j, sure=s.fold[j] in DAY_SHORT)
    if days is None or len(days[1].days) != 1:
        return i
    day = next_weekday(s.today, days[1].days[0])
    _add_date(s, i, days[0], day, days[1].part)
    return days[0]


def _add_date(s: Scan, i: int, j: int, day: date, part: str | None) -> None:
    if part is not None:
        s.add("part", i, j, (part, False))
    s.add("date", i, j, day)


EACH_OR_ARTICLE = ARTICLES | {"elke", "iedere"}

READERS: dict[str, Reader] = {
    **dict.fromkeys(DEICTIC, read_date),
    **dict.fromkeys(("deze", "dees", "dit", "vandees"), read_this),
    **dict.fromkeys(_NEXT, read_next),
    **dict.fromkeys(("vanaf", "met", "te", "startend", "beginnend", "start"), read_from),
    **dict.fromkeys(("tot", "tem", "t", "tm"), read_till),
    **dict.fromkeys(("uiterlijk", "uiterst", "ten", "ultiem"), read_deadline),
    **dict.fromkeys(("eind", "einde"), read_end),
    **dict.fromkeys(("straks", "seffens", "dadelijk", "zo", "nu", "zometeen", "subiet"), read_soon),
    "a": read_week,
    "over": read_over,
    "binnen": read_within,
    "in": read_in,
    "op": read_on,
}
