"""Which day: date and window readers, and the words that lead to them."""

from datetime import date, timedelta

from samenhang.language.nl.days import (
    Days,
    amount_at,
    date_at,
    days_at,
    group_at,
    monday_of,
    next_weekday,
    shift,
)
from samenhang.language.nl.duration import duration_at
from samenhang.language.nl.lexicon import (
    ARTICLES,
    DAY_SHORT,
    DEICTIC,
    PARTS,
    POSSESSIVES,
    UNIT_DAYS,
    WORKDAYS,
)
from samenhang.language.nl.scan import Reader, Scan

NEXT = frozenset(("volgende", "volgend", "komende", "komend", "aanstaande", "eerstvolgende", "aankomende"))
WEEK, _WEEKEND_DAYS = 7, 2


def read_date(s: Scan, i: int) -> int:
    """vandaag, morgenvroeg, 13/3, 2 januari, de 14e."""
    found = date_at(s, i)
    return i if found is None else add_date(s, i, *found)


def read_this(s: Scan, i: int) -> int:
    """Deze namiddag, deze week (donderdag), dit weekend, deze maand, deze vrijdag."""
    word = s.fold[i + 1]
    if word in PARTS:
        return add_date(s, i, i + 2, s.today, PARTS[word])
    if word == "week":
        if i and s.fold[i - 1] in ("heel", "gans"):
            s.add("daily", i - 1, i + 2)
        return _week(s, i, i + 2, 0)
    if word in ("weekend", "weekeinde"):
        return s.add("window", i, i + 2, weekend(s.today, 0))
    if word == "maand":
        last = shift(s.today.replace(day=1), 1, "month") - timedelta(days=1)
        return s.add("window", i, i + 2, (None, last))
    if s.fold[i] in ("deze", "dees"):
        return _single_day(s, i, i + 1)
    return i


def read_next(s: Scan, i: int) -> int:
    """Volgende week (dinsdag), komende vrijdag, komend weekend, de komende drie weken."""
    leads = (
        i
        and s.fold[i - 1] in ("de", "het", "'t", "op", "begin", "midden", "ergens", "deze")
        and not s.taken[i - 1]
    )
    start = i - 1 if leads else i
    word, coming = s.fold[i + 1], s.fold[i] in ("komende", "aankomende")
    if i and s.fold[i - 1] in POSSESSIVES and word in UNIT_DAYS:
        # "mijn volgende week plannen": what is planned, not when.
        return i + 2
    if word in ("weekend", "weekeinde"):
        ahead = 1 if s.fold[i] in ("volgend", "volgende") else 0
        return s.add("window", start, i + 2, weekend(s.today, ahead))
    if word == "week":
        return _coming_week(s, start, i + 2) if coming else _week(s, start, i + 2, 1)
    if word == "maand":
        first = shift(s.today.replace(day=1), 1, "month")
        last = shift(first, 1, "month") - timedelta(days=1)
        return s.add(
            *("span", start, i + 2, (1, word)) if coming else ("window", start, i + 2, (first, last))
        )
    amount = amount_at(s, i + 1)
    if amount is not None:
        return s.add("span", start, amount[0], amount[1:])
    return _single_day(s, start, i + 1)


def _coming_week(s: Scan, i: int, j: int) -> int:
    """As in "de komende week" is the seven days from today; a weekday in it is a date."""
    single = _single_day(s, i, j)
    return single if single > i else s.add("span", i, j, (1, "week"))


def read_soon(s: Scan, i: int) -> int:
    """straks, seffens, zo meteen, nu meteen: today."""
    word, after = s.fold[i], s.fold[i + 1]
    if word in ("zo", "nu"):
        if after not in ("meteen", "dadelijk", "direct", "onmiddellijk"):
            return i
        return s.add("date", i, i + 2, s.today)
    return s.add("date", i, i + 1, s.today)


def read_coming(s: Scan, i: int) -> int:
    """Donderdag a.s.: the next one, as a bare weekday is."""
    if s.fold[i + 1] == "." and s.fold[i + 2] == "s" and s.before(i) is not None:
        return s.add("soon", i, i + 3 + (s.fold[i + 3] == "."))
    return i


def read_over(s: Scan, i: int) -> int:
    """Over drie dagen; dinsdag over een week; over morgen is what it is about."""
    if s.fold[i + 1] in ("de", "den") and s.fold[i + 2] in ("middag", "noen"):
        return s.add("part", i, i + 3, ("middag", False))
    long = duration_at(s, i + 1)
    if long is not None and long[1] is not None:
        return s.add("later", i, *long)
    amount = amount_at(s, i + 1)
    if amount is not None:
        return _days_ahead(s, i, *amount)
    return i + 2 if s.fold[i + 1] in DEICTIC or days_at(s, i + 1, sure=True) else i


def _days_ahead(s: Scan, i: int, j: int, many: int, unit: str) -> int:
    """Over een week, on the weekday that stands before or after it, if one does."""
    before = s.before(i)
    if before is not None and before.kind == "day":
        s.pieces.pop()
        weekday, part = before.value
        return add_date(s, before.i, j, shift(next_weekday(s.today, weekday), many, unit), part)
    days = days_at(s, j + (s.fold[j] == "op"), sure=True)
    if days is not None and unit == "week" and len(days[1].days) == 1:
        day = shift(next_weekday(s.today, days[1].days[0]), many, unit)
        return add_date(s, i, days[0], day, days[1].part)
    return add_date(s, i, j, shift(s.today, many, unit), None)


def read_in(s: Scan, i: int) -> int:
    """In het weekend, in de week, in de voormiddag, in de loop van de week."""
    j = i + 1
    if s.fold[j] not in ARTICLES:
        return i
    word = s.fold[j + 1]
    if word in ("week", "werkweek"):
        return s.add("days", i, j + 2, WORKDAYS)
    if word in PARTS:
        return s.add("part", i, j + 2, (PARTS[word], False))
    if s.fold[j + 1 : j + 3] == ["loop", "van"]:
        return _inside(s, i, j + 3 + (s.fold[j + 3] in ("de", "deze")))
    group = group_at(s, j + 1)
    return i if group is None or s.fold[group[0]] == "van" else s.add("days", i, *group)


def read_on(s: Scan, i: int) -> int:
    """Op dinsdag, op 14/3, op werkdagen, op de middag."""
    j = i + 1
    group = group_at(s, j) or (group_at(s, j + 1) if s.fold[j] in _EACH_OR_ARTICLE else None)
    if group is not None:
        return s.add("days", i, *group)
    if s.fold[j] in ("de", "den") and s.fold[j + 1] in ("middag", "noen"):
        return s.add("part", i, j + 2, ("middag", False))
    days = days_at(s, j, sure=True)
    if days is not None:
        return add_days(s, i, *days) if days[1].several else add_day(s, i, *days)
    day = date_at(s, j)
    return i if day is None else add_date(s, i, *day)


def _inside(s: Scan, i: int, j: int) -> int:
    """In de loop van de week, van volgende week."""
    if s.fold[j] == "week":
        return _week(s, i, j + 1, 0)
    if s.fold[j] == "volgende" and s.fold[j + 1] == "week":
        return _week(s, i, j + 2, 1)
    return i


def _week(s: Scan, i: int, j: int, ahead: int) -> int:
    """The current or the next ISO week; whether one weekday in it is meant is decided later."""
    monday = monday_of(s.today) + timedelta(days=WEEK * ahead)
    return s.add("week", i, j, (monday if ahead else None, monday + timedelta(days=WEEK - 1)))


def weekend(today: date, ahead: int) -> tuple[date, date]:
    saturday = monday_of(today) + timedelta(days=5 + WEEK * ahead)
    return max(saturday, today), saturday + timedelta(days=_WEEKEND_DAYS - 1)


def _single_day(s: Scan, i: int, j: int) -> int:
    """Komende dinsdag(avond): the next such day."""
    days = days_at(s, j, sure=s.fold[j] in DAY_SHORT)
    if days is None or len(days[1].days) != 1:
        return i
    return add_date(s, i, days[0], next_weekday(s.today, days[1].days[0]), days[1].part)


def add_date(s: Scan, i: int, j: int, day: date, part: str | None) -> int:
    if part is not None:
        s.add("part", i, j, (part, False))
    return s.add("date", i, j, day)


def add_day(s: Scan, i: int, j: int, found: Days) -> int:
    """One bare weekday, with the day part that is said with it."""
    if found.part is not None:
        s.add("part", i, j, (found.part, False))
    return s.add("day", i, j, (found.days[0], found.part))


def add_days(s: Scan, i: int, j: int, found: Days) -> int:
    """Weekdays that come back, with the day part that is said with them."""
    if found.part is not None:
        s.add("part", i, j, (found.part, False))
    return s.add("days", i, j, found.days)


_EACH_OR_ARTICLE = ARTICLES | {"elke", "iedere"}

READERS: dict[str, Reader] = {
    **dict.fromkeys(DEICTIC, read_date),
    **dict.fromkeys(("deze", "dees", "dit", "vandees"), read_this),
    **dict.fromkeys(NEXT, read_next),
    **dict.fromkeys(("straks", "seffens", "dadelijk", "zo", "nu", "zometeen", "subiet"), read_soon),
    "a": read_coming,
    "over": read_over,
    "in": read_in,
    "op": read_on,
}
