"""Once a month: de eerste maandag van de maand, elke maand op de 15e."""

from samenhang.language.nl.days import days_at
from samenhang.language.nl.lexicon import ARTICLES, DAY_CODES, EACH, ORDINALS
from samenhang.language.nl.scan import Scan

_MOST_OF_A_DAY, _LONGEST_MONTH = 5, 31


def read_each_month(s: Scan, i: int, j: int) -> int:
    """After "elke maand": on which weekday or number, if it says so."""
    return _on_weekday(s, i, j) or _on_number(s, i, j) or s.add("monthly", i, j, ())


def _on_weekday(s: Scan, i: int, j: int) -> int:
    """Elke maand op de eerste zaterdag."""
    k = j + (s.fold[j] == "op")
    k += s.fold[k] in ("de", "den")
    order, k = ordinal_at(s, k)
    days = days_at(s, k) if order and order <= _MOST_OF_A_DAY else None
    if days is None or len(days[1].days) != 1:
        return 0
    return s.add("monthly", i, days[0], (f"{order}{DAY_CODES[days[1].days[0]]}",))


def _on_number(s: Scan, i: int, j: int) -> int:
    """Elke maand op de 15e."""
    k = j + (s.fold[j] == "op") + (s.fold[j + (s.fold[j] == "op")] in ("de", "den"))
    word = s.fold[k]
    if (
        not word.isdecimal()
        or s.fold[k + 1] not in ("e", "de", "ste")
        or not 1 <= int(word[:3]) <= _LONGEST_MONTH
    ):
        return 0
    return s.add("monthly", i, k + 2, (word,))


def read_of_month(s: Scan, i: int, j: int) -> int:
    order, k = ordinal_at(s, j)
    if not order:
        return i
    days = days_at(s, k)
    end = _of_month(s, days[0]) if days is not None and len(days[1].days) == 1 else 0
    if days is not None and end and order <= _MOST_OF_A_DAY:
        if days[1].part:
            s.add("part", i, end, (days[1].part, False))
        return s.add("monthly", i, end, (f"{order}{DAY_CODES[days[1].days[0]]}",))
    end = _of_month(s, k + (s.fold[k] == "dag"))
    if end:
        return s.add("monthly", i, end, (str(order),))
    return i


def _of_month(s: Scan, k: int) -> int:
    """After "van de maand", "van elke maand", "v/d maand", "in de maand"; 0 otherwise."""
    if s.fold[k] in ("van", "in") and s.fold[k + 1] in EACH | ARTICLES and s.fold[k + 2] == "maand":
        return k + 3
    if s.fold[k] == "v" and s.fold[k + 2] == "d":
        k += 3 + (s.fold[k + 3] == ".")
        return k + 1 if s.fold[k] == "maand" else 0
    if s.fold[k] in ("vd", "vande") and s.fold[k + 1] == "maand":
        return k + 2
    return 0


def is_digit_ordinal(s: Scan, j: int) -> bool:
    return s.fold[j].isdecimal() and s.fold[j + 1] in ("e", "de", "ste") and s.words.touches(j + 1)


def ordinal_at(s: Scan, j: int) -> tuple[int, int]:
    if is_digit_ordinal(s, j) and len(s.fold[j]) <= len("31"):
        return int(s.fold[j]), j + 2
    return ORDINALS.get(s.fold[j], 0), j + 1
