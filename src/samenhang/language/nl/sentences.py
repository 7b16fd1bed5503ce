"""The sentences of a text, and what each says outside its anchors, quotes and object clauses."""

from typing import NamedTuple

from samenhang.language.nl.scan import Piece, Scan
from samenhang.language.nl.tables import listed

_ENDS = frozenset((".", "!", "?"))
_OPENS_WITH = '"“0123456789-'


class Said(NamedTuple):
    """The words that count when we ask whether a sentence is a plan."""

    s: Scan
    main: list[int]
    words: list[str]
    found: frozenset[str]
    kinds: frozenset[str]

    def after(self, k: int) -> str:
        """The word after the k-th, or nothing."""
        return self.words[k + 1] if k + 1 < len(self.words) else ""


def sentences(s: Scan) -> list[tuple[int, int]]:
    """The word ranges of the sentences; a dot inside "10 min." or "t.e.m." ends none."""
    found, begin = [], 0
    for i, word in enumerate(s.fold[: s.words.size]):
        if word in _ENDS and _ends_here(s, i, word):
            if i > begin:
                found.append((begin, i + 1))
            begin = i + 1
    if begin < s.words.size:
        found.append((begin, s.words.size))
    return found


def said_in(s: Scan, begin: int, end: int) -> Said:
    """What stands between these words, without its label, anchors and clauses."""
    if begin == 0 and s.pieces and s.pieces[0].kind == "label":
        begin = s.pieces[0].j + 1
    asides = [piece for piece in s.pieces if _is_aside(s, piece)]
    hidden = {i for piece in asides for i in range(piece.i, piece.j)}
    main = [i for i in range(begin, end) if not s.closed[i] and i not in hidden]
    words = [s.fold[i] for i in main]
    kinds = frozenset(piece.kind for piece in s.pieces if begin <= piece.i < end)
    return Said(s, main, words, frozenset(words), kinds)


def _ends_here(s: Scan, i: int, word: str) -> bool:
    after = i + 1
    if after >= s.words.size:
        return True
    opens = s.words.text[s.words.start[after]]
    if s.words.start[after] == s.words.end[i] or any(piece.i <= i < piece.j - 1 for piece in s.pieces):
        return False
    if word != ".":
        return True
    # "10 min. ademen" goes on; "10 min. Daarna …" does not.
    shortened = s.taken[i] and s.fold[i - 1] in _SHORTENED
    return opens.isupper() or (opens in _OPENS_WITH and not shortened)


def _is_aside(s: Scan, piece: Piece) -> bool:
    """An anchor, or "als het lukt": what happens there is not what is planned."""
    return piece.kind == "anchor" or (piece.kind == "vague" and s.fold[piece.i] in ("als", "indien"))


_SHORTENED = listed("min sec u uur ca max t e m a s nl jan feb mrt apr jun jul aug sep okt nov dec")
