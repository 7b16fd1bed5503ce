"""The recovery sheet: the root key as 32 Dutch words and one that checks them.

Each word is one byte, by its place in the list; the last is the first byte of the SHA-256 of the key.
"""

import os
import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from samenhang.vault.words_nl import WORDS

_PLACES = {word: place for place, word in enumerate(WORDS)}
_KEY_WORDS = 32


class WrongWords(Exception):
    """Words that make no key; its text is the one sentence to print."""


def to_words(key: bytes) -> tuple[str, ...]:
    """Give the words of a root key, the check word last."""
    return tuple(WORDS[byte] for byte in key + _check(key))


def from_words(words: str | Iterable[str]) -> bytes:
    """Give the root key of its words; capitals, accents, numbers and spaces do not matter.

    Raises WrongWords, with a sentence that names the word that is not in the list.
    """
    typed = _plain(words if isinstance(words, str) else " ".join(words)).split()
    for place, word in enumerate(typed, start=1):
        if word not in _PLACES:
            raise WrongWords(f"Woord {place}, ‘{word}’, staat niet in de lijst.")
    if len(typed) != _KEY_WORDS + 1:
        raise WrongWords(f"Het herstelblad telt {_KEY_WORDS + 1} woorden; dit zijn er {len(typed)}.")
    *key, check = (_PLACES[word] for word in typed)
    if _check(bytes(key)) != bytes([check]):
        raise WrongWords("De woorden passen niet bij elkaar. Staat er een op de verkeerde plaats?")
    return bytes(key)


def _check(key: bytes) -> bytes:
    return sha256(key).digest()[:1]


def _plain(text: str) -> str:
    """Letters alone, small and without accents; what is no letter stands between words."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "".join(letter if letter.isalpha() else " " for letter in kept)


def fingerprint(key: bytes) -> str:
    """Name a key without showing anything of it: eight digits, to compare sheet, file and data."""
    digits = sha256(b"samenhang root key " + key).hexdigest()[:8].upper()
    return f"{digits[:4]}-{digits[4:]}"


def make_key_file(path: Path, words: str) -> str:
    """Make the key file again from its words, where there is none; give its fingerprint."""
    from samenhang.vault.keys import keep_root_key

    key = from_words(words)
    try:
        keep_root_key(path, key)
    except FileExistsError:
        raise WrongWords("Er staat al een sleutelbestand; zet dat eerst opzij.") from None
    except OSError as trouble:
        raise WrongWords(
            f"Het sleutelbestand kan niet gemaakt worden: {os.strerror(trouble.errno or 0)}."
        ) from None
    return fingerprint(key)
