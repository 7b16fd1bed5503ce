"""How wide a text is, before a browser or a printer sets it; and how it breaks over lines."""

import re
import unicodedata
from functools import cache
from typing import Final

from samenhang.look.hoop.advances import TOOL, TOOL_BOLD, VOICE, type_of_runs

EM: Final = 100  # the table counts in hundredths of an em
UNKNOWN: Final = "ff"
LETTER, BROAD = 75, 135  # what no table tells: a letter of another script; a full-width sign or a picture
MUTE: Final = {"Mn", "Me", "Cf"}  # drawn on or in another sign
BREAKABLE = re.compile(r"(?<=[-/\u00ad\u2010\u2013\u2014\u200b])(?=.)")
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
            lines.append(line.rstrip() + ("-" if join == "\u00ad" else ""))
            line, join = "", ""
        line, join = line + ("" if join == "\u00ad" else join) + text, after
    return (*lines, line)


def _pieces(word: str, face: Face, most: float) -> list[tuple[str, str]]:
    """A word in parts that fit: whole, else at its own hyphens, else wherever it must with a hyphen added."""
    parts = [word] if face.width(word) <= most else BREAKABLE.split(word)
    fit = [small for part in parts for small in _cut(part.strip("\u00ad\u200b"), face, most)]
    return [(text, after) for text, after in (*fit[:-1], (fit[-1][0], " "))] if fit else []


def _cut(part: str, face: Face, most: float) -> list[tuple[str, str]]:
    """Between two signs as they are read, so that a mark stays with its letter."""
    if face.width(part) <= most:
        return [(part, "")] if part else []
    room, cut, begun = most - face.width("-"), [], ""
    for sign in _clusters(part):
        if begun and face.width(begun + sign) > room:
            cut.append((begun, "\u00ad"))
            begun = ""
        begun += sign
    return [*cut, (begun, "")]


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
