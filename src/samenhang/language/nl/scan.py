"""What a scan of a sentence gathers: pieces, each with the words it was read from."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from samenhang.language.nl.words import Words

# Why a word says nothing about when: it is quoted, in an object clause, or quoted as example.
QUOTE, CLAUSE, EXAMPLE = 1, 2, 3


class Piece(NamedTuple):
    """One thing that was read: what it is, the words i up to j, and its value."""

    kind: str
    i: int
    j: int
    value: Any


class Scan:
    """A sentence while it is being read, from left to right, word by word."""

    __slots__ = ("closed", "fold", "heads", "low", "own", "pieces", "taken", "today", "words")

    def __init__(self, words: Words, today: date) -> None:
        self.words = words
        self.fold = words.fold
        self.low = words.low
        self.today = today
        self.pieces: list[Piece] = []
        # taken: words that belong to a piece. closed: words inside a quote, an object clause,
        # or a sentence that is no plan: what stands there says nothing about when.
        self.taken = bytearray(words.size + 8)
        self.closed = bytearray(words.size + 8)
        # own: places of "ik" and "we"; heads: places of the finite verb of an inverted clause.
        self.own: list[int] = []
        self.heads: list[int] = []

    def add(self, kind: str, i: int, j: int, value: Any = None) -> int:
        """Keep a piece and say where reading goes on."""
        self.pieces.append(Piece(kind, i, j, value))
        self.taken[i:j] = b"\1" * (j - i)
        return j

    def last(self, kind: str) -> Piece | None:
        return next((piece for piece in reversed(self.pieces) if piece.kind == kind), None)

    def before(self, i: int) -> Piece | None:
        """The piece that ends right before word i."""
        if self.pieces and self.pieces[-1].j == i:
            return self.pieces[-1]
        return None


# A reader looks at word i and gives the word after what it read, or i when it read nothing.
Reader = Callable[[Scan, int], int]
