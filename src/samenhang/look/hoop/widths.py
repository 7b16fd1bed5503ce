"""How wide a text is, before a browser or a printer sets it; and how it breaks over lines."""

import re
import unicodedata
from functools import cache
from itertools import accumulate
from math import ceil
from typing import Final

from samenhang.look.hoop.advances import TOOL, TOOL_BOLD, VOICE, type_of_runs

EM: Final = 100  # the table counts in hundredths of an em
UNKNOWN: Final = "ff"
LETTER, BROAD = 75, 135  # what no table tells: a letter of another script; a full-width sign or a picture
MUTE: Final = {"Mn", "Me", "Cf"}  # drawn on or in another sign
BREAKABLE = re.compile(r"(?<=[-/\u00ad\u2010\u2013\u2014\u200b])(?=.)")
SOFT, NO_WIDTH = "\u00ad", "\u200b"
VOWELS: Final = "aeiouyàáâäèéêëïíîóôöúûü"
INSEPARABLE: Final = {"ch", "ij", "ph", "th"}
EVEN: Final = 1.15  # how much longer than the average a part of a word may be
CRUMB: Final = 4  # signs
NEAR: Final = 6  # how many signs earlier a word may break to break well
NOT_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]+")


@cache
def _table(runs: type_of_runs) -> dict[str, int]:
    pairs = (
        (chr(first + at // 2), digits[at : at + 2])
        for first, digits in runs
        for at in range(0, len(digits), 2)
    )
    return {sign: int(width, 16) for sign, width in pairs if width != UNKNOWN}


class Face:
    """A typeface at a size: how wide a text in it becomes, at most."""

    def __init__(self, runs: type_of_runs, size: float) -> None:
        self.known, self.size = dict(_table(runs)), size

    def width(self, text: str) -> float:
        known = self.known
        return sum(known.get(sign) or self._learn(sign) for sign in text) * self.size / EM

    def _learn(self, sign: str) -> int:
        if unicodedata.category(sign) in MUTE:
            return 0
        is_broad = unicodedata.category(sign) == "So" or unicodedata.east_asian_width(sign) in {"W", "F"}
        return BROAD if is_broad else LETTER


NAME: Final = Face(VOICE, 18)
LENS: Final = Face(VOICE, 23)
KIND: Final = Face(TOOL, 14)
LEVER: Final = Face(TOOL_BOLD, 14.5)
LETTERS: Final = Face(TOOL_BOLD, 13)


def plain(text: str) -> str:
    """The text on one line, without signs that steer instead of show or that no document may hold."""
    return " ".join(NOT_TEXT.sub(" ", text).split())


def wrap(text: str, face: Face, most: float) -> tuple[str, ...]:
    """As few lines as fit in a width, then as even as they can be."""
    pieces = [piece for word in plain(text).split(" ") for piece in _pieces(word, face, most)]
    fewest = _lay(pieces, face, most)
    low, high = max((face.width(text) for text, _ in pieces), default=0.0), most
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_lay(pieces, face, middle)) <= len(fewest) else (middle, high)
    return _lay(pieces, face, high)


def _lay(pieces: list[tuple[str, str]], face: Face, most: float) -> tuple[str, ...]:
    """Fill line after line. A piece is what it says and what stands between it and the next on one line."""
    lines: list[str] = []
    line, join = "", ""
    for text, after in pieces:
        if line and face.width(line + join + text) > most:
            lines.append(line.rstrip() + ("-" if join == SOFT else ""))
            line, join = "", ""
        line, join = line + ("" if join == SOFT else join) + text, after
    return (*lines, line)


def _pieces(word: str, face: Face, most: float) -> list[tuple[str, str]]:
    """A word in parts that fit: whole, else at its own hyphens, else wherever it must with a hyphen added."""
    whole = word.replace(SOFT, "").replace(NO_WIDTH, "")
    if face.width(whole) <= most:
        return [(whole, " ")] if whole else []
    found: list[tuple[str, str]] = []
    for part in BREAKABLE.split(word):
        found += _cut(part.strip(SOFT + NO_WIDTH), face, most)
        if found and part.endswith(SOFT):
            found[-1] = (found[-1][0], SOFT)
    return [*found[:-1], (found[-1][0], " ")] if found else []


def _cut(part: str, face: Face, most: float) -> list[tuple[str, str]]:
    """A part that fits whole, or in even pieces of which the last is not a crumb."""
    wide, room = face.width(part), most - face.width("-")
    if wide <= most:
        return [(part, "")] if part else []
    fewest = ceil(wide / room)
    tries = [_cut_at(part, face, min(room, EVEN * wide / many)) for many in (fewest, fewest + 1)]
    pieces = next((each for each in tries if len(each[-1]) >= CRUMB), tries[0])
    return [*((piece, SOFT) for piece in pieces[:-1]), (pieces[-1], "")]


def _cut_at(part: str, face: Face, room: float) -> list[str]:
    """Between two signs as they are read, so that a mark stays with its letter."""
    signs = _clusters(part)
    pieces = []
    while face.width("".join(signs)) > room and len(signs) > 1:
        many = max(1, sum(far <= room for far in accumulate(map(face.width, signs))))
        many = next((at for at in range(many, max(many - NEAR, 2), -1) if _may_break(signs, at)), many)
        pieces.append("".join(signs[:many]))
        signs = signs[many:]
    return [*pieces, "".join(signs)] if signs else pieces


def _may_break(signs: list[str], at: int) -> bool:
    """Before a consonant with a vowel after it, where a Dutch syllable mostly begins."""
    before, first, second = (*signs[at - 1 : at + 2], "", "")[:3]
    if before + first in INSEPARABLE or not (before.isalpha() and first.isalpha()):
        return False
    return first not in VOWELS and second in VOWELS and second != ""


def _clusters(text: str) -> list[str]:
    found: list[str] = []
    for sign in text:
        joined = found and (
            unicodedata.combining(sign) or sign in "\u200d\ufe0f" or found[-1].endswith("\u200d")
        )
        if joined:
            found[-1] += sign
        else:
            found.append(sign)
    return found
