"""A stand-in: the root key as words and back. The real one takes its place."""

from collections.abc import Iterable
from hashlib import sha256

_FIRST, _MIDDLE, _LAST = "bdfghjklmnprstvw", ("a", "e", "i", "o", "u", "aa", "ee", "oo"), "bdfgklmnprstwxzj"
_BITS, _WORDS = 11, 24


def to_words(key: bytes) -> list[str]:
    """Give 24 words that hold the key and a checksum."""
    number = int.from_bytes(key + sha256(key).digest()[:1])
    parts = [number >> (_BITS * i) & 2047 for i in reversed(range(_WORDS))]
    return [_FIRST[p >> 7] + _MIDDLE[p >> 4 & 7] + _LAST[p & 15] for p in parts]


def from_words(words: Iterable[str]) -> bytes:
    """Give the key back; raise ValueError when the words are not of one sheet."""
    every = {
        f + m + e: i for i, (f, m, e) in enumerate((f, m, e) for f in _FIRST for m in _MIDDLE for e in _LAST)
    }
    number = 0
    for word in words:
        number = number << _BITS | every[word]
    whole = number.to_bytes(33)
    if sha256(whole[:-1]).digest()[:1] != whole[-1:]:
        raise ValueError("de woorden passen niet bij elkaar")
    return whole[:-1]
