"""Days and dates: weekday names (typos too), vandaag, 13/3, 2 januari, de 14e, over drie dagen."""

from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from typing import NamedTuple

from samenhang.language.nl.lexicon import (
    DAY_NAMES,
    DAY_SHORT,
    DEICTIC,
    MONTHS,
    ONE,
    ORDINALS,
    PARTS,
    UNIT_DAYS,
    WEEKDAYS,
    WEEKEND,
    WORKDAYS,
)
from samenhang.language.nl.numbers import whole_at
from samenhang.language.nl.scan import Scan

_LINKS = frozenset((",", "/", "-", "en", "&", "+", "."))
SHORTEST_TYPO, _LONGEST_TYPO, _SHORTENED = 5, 10, 4
_LONGEST_STRETCH, _YEAR, _SHORT_YEAR, _SHORT_MONTH = 999, 4, 99, 4
# Two letters in each of two words.
_SWAPPED = 4
# Words that one edit turns into a weekday, but that mean something else.
_LONG_DEICTIC = tuple(
    name for name in DEICTIC if name.startswith(("van", "overmorgen", "morgena", "morgenv"))
)
_NO_DEICTIC = frozenset(("vandaan", "vandaal", "vanmiddags", "vanavonds"))
_NO_TYPO = frozenset(("middag", "vandaag", "zonder", "zondaar", "worden"))


class Days(NamedTuple):
    """Weekdays that were named, whether they are plural, and a day part in their name."""

    days: tuple[int, ...]
    plural: bool
    part: str | None
    span: bool

    @property
    def several(self) -> bool:
        return self.plural or len(self.days) > 1


def weekday_at(s: Scan, i: int, *, sure: bool) -> tuple[int, bool, str | None] | None:
    """The weekday that word i names: index, plural, day part. Short forms only when `sure`."""
    word = s.fold[i]
    found = WEEKDAYS.get(word)
    if found is not None:
        return found
    short = DAY_SHORT.get(word)
    if short is not None:
        return (short, False, None) if sure else None
    if len(word) > _LONGEST_TYPO:
        compound = near_compound(word)
        return None if compound is None else (compound[0], False, compound[1])
    near = near_weekday(word) if SHORTEST_TYPO <= len(word) <= _LONGEST_TYPO else None
    if near is None and s.fold[i + 1] == "." and s.words.touches(i + 1) and len(word) >= _SHORTENED:
        near = next((day for day, name in enumerate(DAY_NAMES) if name.startswith(word)), None)
    return None if near is None else (near, False, None)


def days_at(s: Scan, i: int, *, sure: bool = False) -> tuple[int, Days] | None:
    """A weekday, a list of them, or a range: ma, di en do; ma-wo-vr; maandag t.e.m. vrijdag."""
    sure = sure or _short_is_day(s, i)
    first = weekday_at(s, i, sure=sure)
    if first is None:
        return None
    named, plural, part = [first[0]], first[1], first[2]
    j, dashes, span = i + 1, 0, False
    while True:
        k, kind = _link_at(s, j)
        if not k and s.fold[j] in DAY_SHORT and s.fold[j - 1] in DAY_SHORT:
            k, kind = j, " "
        more = weekday_at(s, k, sure=True) if k else None
        if more is None and k and s.fold[k] == "zon" and s.fold[j - 1] in DAY_SHORT:
            # Beside another day no sun is meant.
            more = 6, False, None
        if more is None:
            break
        dashes += kind == "-"
        span = span or kind == "range"
        named.append(more[0])
        plural, part = plural or more[1], part or more[2]
        j = k + 1
    if (span or dashes == 1) and len(named) == len(("first", "last")):
        span = True
        named = list(_range(named[0], named[1]))
    short = s.fold[j - 1] not in WEEKDAYS
    j += s.fold[j] == "." and s.words.touches(j) and short and j < s.words.size - 1
    if part is None and s.fold[j] in PARTS:
        part, j = PARTS[s.fold[j]], j + 1
    return j, Days(tuple(sorted(set(named))), plural, part, span)


def range_word_at(s: Scan, i: int) -> int:
    """After "tot", "tot en met", "t.e.m.", "t/m", "tem"; 0 where none of these stands."""
    fold = s.fold
    word = fold[i]
    if word == "tot":
        j = i + 1
        if fold[j] in ("en", "&") and fold[j + 1] == "met":
            j += 2
        return j + (fold[j] == "aan" and fold[j + 1] != "de")
    if word in ("tem", "tm", "tenmet"):
        return i + 1
    if word == "t" and fold[i + 1] == "/" and fold[i + 2] == "m":
        return i + 3
    if word == "t" and fold[i + 1] == "." and fold[i + 2] == "e":
        j = i + 3
        j += fold[j] == "."
        j += fold[j] == "m"
        return j + (fold[j] == ".")
    return 0


def date_at(s: Scan, i: int) -> tuple[int, date, str | None] | None:
    """A calendar day at word i, with the day part that is in the word."""
    word = s.fold[i]
    here = DEICTIC.get(word)
    if here is not None:
        day = s.today + timedelta(days=here[0])
        j, part = i + 1, here[1]
        if part is None and s.fold[j] in PARTS and (word != "morgen" or s.fold[j] != "morgen"):
            part, j = PARTS[s.fold[j]], j + 1
        elif part is None and s.fold[j] == "vroeg" and word == "morgen":
            part, j = "ochtend", j + 1
        return j, day, part
    if word.isdecimal():
        found = _numeric_at(s, i) or _named_month_at(s, int(word[:4]), i + 1)
        return found and (*found, None)
    if word in ("de", "den"):
        found = _ordinal_day_at(s, i + 1)
        return found and (*found, None)
    ordinal = ORDINALS.get(word, 0)
    if ordinal > 0 and s.fold[i + 1] in MONTHS:
        found = _named_month_at(s, ordinal, i + 1)
        return found and (*found, None)
    return None


def amount_at(s: Scan, i: int) -> tuple[int, int, str] | None:
    """A stretch of days, weeks, months: drie weken, een week, 10 dagen."""
    if s.fold[i] in UNIT_DAYS:
        return (i + 1, 1, UNIT_DAYS[s.fold[i]]) if s.fold[i] in ("week", "maand", "jaar") else None
    found = whole_at(s, i) or ((i + 1, 1) if s.fold[i] in ONE else None)
    if found is None or not 0 < found[1] <= _LONGEST_STRETCH:
        return None
    j, many = found
    if s.fold[j] in ("a", "-", "tot") and (more := whole_at(s, j + 1)):
        j = more[0]
    j += s.fold[j] in ("volle", "hele", "volgende")
    unit = UNIT_DAYS.get(s.fold[j])
    return None if unit is None else (j + 1, many, unit)


def shift(day: date, many: int, unit: str) -> date:
    """A day that many days, weeks, months or years later; the last of a shorter month."""
    if unit in ("day", "week"):
        return day + timedelta(days=many * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + many * (12 if unit == "year" else 1)
    year, month = min(months // 12, MAXYEAR), months % 12 + 1
    return date(year, month, min(day.day, _length(year, month)))


def _length(year: int, month: int) -> int:
    """The days of a month."""
    following = date(year + month // 12, month % 12 + 1, 1) if year < MAXYEAR else date(year, month, 28)
    return (following - timedelta(days=1)).day if following.day == 1 else following.day


def next_weekday(today: date, weekday: int) -> date:
    """The next such day, strictly after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def monday_of(today: date) -> date:
    return today - timedelta(days=today.weekday())


def group_at(s: Scan, i: int) -> tuple[int, tuple[int, ...]] | None:
    """werkdag(en), weekdag(en), weekend."""
    word = s.fold[i]
    if word in (
        "werkdag",
        "werkdagen",
        "weekdag",
        "weekdagen",
        "werkdags",
        "schooldag",
        "schooldagen",
    ):
        return i + 1, WORKDAYS
    if word in (
        "weekend",
        "weekends",
        "weekenden",
        "weekeinde",
        "weekendag",
        "weekenddagen",
        "weekenddag",
    ):
        return i + 1, WEEKEND
    return None


@lru_cache(maxsize=512)
def near_weekday(word: str) -> int | None:
    """The weekday that is one edit away (a letter more, less, other or swapped), y for ij."""
    if word in _NO_TYPO:
        return None
    plain = word.replace("y", "ij")
    plain = plain.removesuffix("ch") + "g" if plain.endswith("ach") else plain
    for index, name in enumerate(DAY_NAMES):
        if name[0] == plain[0] and _one_edit(plain, name):
            return index
    return None


@lru_cache(maxsize=512)
def near_deictic(word: str) -> str | None:
    """Vanavond, overmorgen, vandaag with one edit: overmogen, vanavont, vndaag."""
    if word in _NO_DEICTIC:
        return None
    return next((name for name in _LONG_DEICTIC if name[0] == word[0] and _one_edit(word, name)), None)


@lru_cache(maxsize=512)
def near_compound(word: str) -> tuple[int, str] | None:
    """A weekday and its part in one word, with an edit in either: woensdagnamidag, zaterdgavond."""
    for index, name in enumerate(DAY_NAMES):
        if word.startswith(name):
            part = near_part(word[len(name) :])
            return None if part is None else (index, part)
    # The longest part first: "namiddag" ends in "middag" too.
    for suffix in sorted(PARTS, key=len, reverse=True):
        if word.endswith(suffix):
            day = near_weekday(word.removesuffix(suffix))
            return None if day is None else (day, PARTS[suffix])
    return None


@lru_cache(maxsize=512)
def near_part(word: str) -> str | None:
    """The day part that is one edit away: ochend, avont, voormidag."""
    if len(word) < SHORTEST_TYPO - 1:
        return None
    return next((part for name, part in PARTS.items() if name[0] == word[0] and _one_edit(word, name)), None)


def _one_edit(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    head = 0
    while head < len(a) and head < len(b) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    rest_a, rest_b = a[head : len(a) - tail], b[head : len(b) - tail]
    return max(len(rest_a), len(rest_b)) <= 1 or (
        len(rest_a) + len(rest_b) == _SWAPPED and rest_a == rest_b[::-1]
    )


def _short_is_day(s: Scan, i: int) -> bool:
    """As in "ma", "di", "do", "zo" are words too: a short form counts beside another, or a clock."""
    if s.fold[i] not in DAY_SHORT:
        return True
    j, kind = _link_at(s, i + 1)
    beside = s.fold[j] in DAY_SHORT or s.fold[j] in WEEKDAYS or s.fold[j] == "zon"
    if j and beside and (kind or s.fold[i] != "zo"):
        return True
    dotted = (
        i == 0 and s.fold[1] == "." and s.words.touches(1) and (s.fold[2].isdecimal() or s.fold[2] == "om")
    )
    # "Ma. 14u bellen"
    after = s.fold[i + 1 + dotted]
    if i == 0 and s.fold[i] == "zo":
        # "Zo 14u wandelen", "zo avond" open with their day; "zo morgen" does not.
        timed = after.isdecimal() and s.fold[i + 2] in ("u", "h", "uur")
        return timed or (after in PARTS and after != "morgen")
    return s.fold[i] != "zo" and (
        (after in DAY_SHORT and after != "zo")
        or after.isdecimal()
        or after in PARTS
        or (
            after == "om"
            and (s.fold[i] not in ("ma", "do", "di") or (i == 0 and s.fold[2 + dotted].isdecimal()))
        )
    )


def _link_at(s: Scan, j: int) -> tuple[int, str]:
    """Past the link between two weekdays, and its kind; 0 where there is none."""
    short = s.fold[j - 1] in DAY_SHORT or s.fold[j - 1] not in WEEKDAYS
    dotted = s.fold[j] == "." and s.words.touches(j) and short
    # "Ma. t/m vr.": the dot belongs to the short day.
    j += dotted and (range_word_at(s, j + 1) > 0 or s.fold[j + 1] in _LINKS)
    after = range_word_at(s, j)
    if after:
        return after, "range"
    word = s.fold[j]
    if word not in _LINKS:
        return 0, ""
    k = j + 1
    if word == "-" and s.fold[k] in ("en", "of"):
        # "dinsdag- en donderdagavond": two days, not a range.
        word = "en"
    while s.fold[k] in ("en", ",", "-", "ook", "op", "&", "elke"):
        k += 1
    return k, word


def _range(first: int, last: int) -> range | list[int]:
    return range(first, last + 1) if first <= last else [*range(first, 7), *range(last + 1)]


def _numeric_at(s: Scan, i: int) -> tuple[int, date] | None:
    """13/3, 13/03/2026, 13-3-2026, 2026-03-13."""
    fold, touches = s.fold, s.words.touches
    mark = fold[i + 1]
    if mark not in ("/", "-", ".") or not fold[i + 2].isdecimal() or not touches(i + 1):
        return None
    if not touches(i + 2):
        return None
    numbers, j = [fold[i], fold[i + 2]], i + 3
    if fold[j] == mark and fold[j + 1].isdecimal() and touches(j) and touches(j + 1):
        numbers.append(fold[j + 1])
        j += 2
    elif mark != "/":
        return None
    if max(map(len, numbers)) > _YEAR:
        return None
    day, month, *year = map(int, reversed(numbers) if len(numbers[0]) == _YEAR else numbers)
    found = _date(s.today, day, month, year[0] if year else 0)
    return None if found is None else (j, found)


def _named_month_at(s: Scan, day: int, j: int) -> tuple[int, date] | None:
    """2 januari, 5 jan., 5 jan 2027, 1ste mei."""
    if s.fold[j] in ("e", "de", "ste") and s.words.touches(j):
        j += 1
    month = MONTHS.get(s.fold[j])
    if month is None:
        return None
    j += 2 if s.fold[j + 1] == "." and len(s.fold[j]) <= _SHORT_MONTH and s.fold[j] != "mei" else 1
    year = 0
    if s.fold[j].isdecimal() and len(s.fold[j]) == _YEAR and s.fold[j][:2] in ("19", "20", "21"):
        year, j = int(s.fold[j]), j + 1
    found = _date(s.today, day, month, year)
    return None if found is None else (j, found)


def _ordinal_day_at(s: Scan, i: int) -> tuple[int, date] | None:
    """De 14e, de 14de, de 1ste: the next such day of the month."""
    word = s.fold[i]
    if not word.isdecimal() or len(word) > len("31") or s.fold[i + 1] not in ("e", "de", "ste"):
        return None
    if not s.words.touches(i + 1):
        return None
    named = _named_month_at(s, int(word), i + 2)
    if named is not None:
        return named
    day = int(word)
    for ahead in range(13):
        first = shift(s.today.replace(day=1), ahead, "month")
        if 1 <= day <= _length(first.year, first.month):
            found = first.replace(day=day)
            if found > s.today:
                return i + 2, found
    return None


def _date(today: date, day: int, month: int, year: int) -> date | None:
    if 0 < year <= _SHORT_YEAR:
        year += 2000
    for guess in (year,) if year else range(today.year, today.year + 9):
        try:
            found = date(guess, month, day)
        except ValueError:
            continue
        if year or found >= today:
            return found
    return None
