"""Numbers in digits and in words."""

from samenhang.language.nl.lexicon import HALVES, NUMBERS
from samenhang.language.nl.scan import Scan

_LONGEST, _THOUSANDS = 7, 3
_AND_A_HALF = ("en", "een", "half")


def number_at(s: Scan, i: int) -> tuple[int, float] | None:
    """The number at word i: 3, drie, 1,5, 10.000, anderhalf, twee en een half."""
    word = s.fold[i]
    if word.isdecimal():
        j, amount = _digits_at(s, i)
        # "een 10-tal bladzijden"
        return (j + 2 if s.fold[j] == "-" and s.fold[j + 1] == "tal" else j), amount
    if word in HALVES:
        return i + 1, HALVES[word]
    value = NUMBERS.get(word) or NUMBERS.get(word.removesuffix("tal"))
    if value is None:
        return None
    if s.fold[i + 1] == "en" and (s.fold[i + 1], s.fold[i + 2], s.fold[i + 3]) == _AND_A_HALF:
        return i + 4, value + 0.5
    return i + 1, value


def whole_at(s: Scan, i: int) -> tuple[int, int] | None:
    """A whole number at word i."""
    found = number_at(s, i)
    if found is None or found[1] != int(found[1]):
        return None
    return found[0], int(found[1])


def _digits_at(s: Scan, i: int) -> tuple[int, float]:
    word, fold, touches = s.fold[i], s.fold, s.words.touches
    if len(word) > _LONGEST:
        return i + 1, float(int(word[:15]))
    mark, tail = fold[i + 1], fold[i + 2]
    if mark in (".", ",") and tail.isdecimal() and touches(i + 1) and touches(i + 2):
        if mark == "." and len(tail) == _THOUSANDS:
            return i + 3, float(int(word + tail))
        if len(tail) < _THOUSANDS:
            return i + 3, float(f"{int(word)}.{int(tail):0{len(tail)}d}")
    if mark.isdecimal() and len(mark) == _THOUSANDS and len(word) <= _THOUSANDS and mark[0] == "0":
        return i + 2, float(int(word + mark))
    return i + 1, float(int(word))
