"""What paper can show: a text is brought to the characters that the fonts of the print shop hold.

A character outside them becomes PLACEHOLDER, so that it is seen to be missing and never lost in silence.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

PLACEHOLDER = "\u25af"
SOFT_HYPHEN = "\u00ad"
LONGEST_WORD = 40
PIECE = 8

type_of_ranges = Sequence[tuple[int, int]]

# Whole runs that Noto Sans (our subset) or one of the fonts inside Typst draws; a test prints each of them.
PAPER: type_of_ranges = (
    (0x0020, 0x007E),
    (0x00A0, 0x036F),  # Latin, accents
    (0x0370, 0x0373),  # Greek
    (0x0376, 0x0377),
    (0x037A, 0x037F),
    (0x0384, 0x038A),
    (0x038C, 0x038C),
    (0x038E, 0x03A1),
    (0x03A3, 0x03FF),
    (0x0400, 0x04FF),  # Cyrillic
    (0x05D0, 0x05EA),  # Hebrew
    (0x0621, 0x063A),  # Arabic
    (0x0640, 0x0652),
    (0x0660, 0x066A),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x202F, 0x203F),
    (0x20A0, 0x20BF),
    (0x2190, 0x2300),
    (0x25A0, 0x2606),
)
PLAIN: type_of_ranges = (
    (0x0020, 0x007E),
    (0x00A0, 0x017F),
    (0x2010, 0x2027),
    (0x20AC, 0x20AC),
    (0x25AF, 0x25AF),
)

_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\v\f\u0085]")
_TOO_MANY_BLANKS = re.compile(r"\n{3,}")
_LONG = re.compile(rf"[^ \n-]{{{LONGEST_WORD + 1},}}")


def legible(text: str, within: type_of_ranges = PAPER) -> str:
    """Give the text as paper can show it: composed, without invisible signs, with room to break."""
    outside = _outside(tuple(within))
    lines = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", " ").split("\n")
    shown = "\n".join(outside.sub(PLACEHOLDER, _visible(line)).strip() for line in lines)
    return _LONG.sub(_breakable, _TOO_MANY_BLANKS.sub("\n\n", shown)).strip()


def _visible(line: str) -> str:
    """Leave out what has no shape of its own: controls, joiners, direction marks, variation selectors."""
    return "".join(sign for sign in line if sign == SOFT_HYPHEN or not _is_mute(sign))


def _is_mute(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf"} or "\ufe00" <= sign <= "\ufe0f"


@cache
def _outside(within: tuple[tuple[int, int], ...]) -> re.Pattern[str]:
    known = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in within)
    return re.compile(f"[^{known}]+")


def _breakable(word: re.Match[str]) -> str:
    """Let a word that no column can hold break anywhere, by a space without width."""
    text = word.group()
    return "\u200b".join(text[at : at + PIECE] for at in range(0, len(text), PIECE))
