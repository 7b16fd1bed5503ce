"""The behaviour in words: what is left when time and scaffolding are taken out."""

from samenhang.language.nl.scan import Scan
from samenhang.language.nl.tables import listed

_SCAFFOLD = listed(
    "ik we wij 'k k ga wil zal zou graag voortaan me mij mezelf telkens moet mag er dan te dus"
)
_CLIENT = listed("client cliente")
_CLITICS = frozenset(("'s", "'n", "'t"))
# Signs that stay where they stand inside a word: zucht-ademhaling, 50%, en/of.
_INNER_SIGNS = frozenset("-'/&+.,")
_JOINS = frozenset(("en", ",", "-", "of", "&"))
# Pieces that a preposition belongs to; before an anchor it is the particle of the verb.
_NOUNS = frozenset(("duration", "clock", "date", "day", "days", "part"))
_ALWAYS_DANGLING = listed("van de het een en met of")
_DANGLING = listed("van gedurende voor op om tot in de het een en met a of telkens")


def text_of(s: Scan, words: tuple[int, ...]) -> str | None:
    """The behaviour as it was typed, without the scaffolding."""
    kept = [i for i in words if not _is_scaffold(s, i)]
    while kept and _dangles(s, kept[-1]):
        kept.pop()
    if kept and s.fold[kept[0]] in ("van", "en", "of"):
        del kept[0]
    out: list[str] = []
    last = -2
    for i in kept:
        out.append(_glue(s, last, i) if out else "")
        out.append(s.words.raw(i, i + 1))
        last = i
    return "".join(out).strip(" -") or None


def _glue(s: Scan, last: int, i: int) -> str:
    """Nothing inside a word, else a space; with the comma or "en" that stood between."""
    if last == i - 1:
        return "" if s.words.touches(i) else " "
    if any(s.taken[last + 1 : i]) or not _JOINS.issuperset(s.fold[last + 1 : i]):
        return " "
    between = s.words.text[s.words.end[last] : s.words.start[i]]
    return f" {' '.join(between.split())} ".replace(" ,", ",").replace(" -", "-")


def _dangles(s: Scan, i: int) -> bool:
    """A preposition or article whose noun was taken out."""
    if s.fold[i] in _ALWAYS_DANGLING:
        return True
    return s.fold[i] in _DANGLING and any(piece.i == i + 1 and piece.kind in _NOUNS for piece in s.pieces)


def _is_scaffold(s: Scan, i: int) -> bool:
    word = s.fold[i]
    if word in _CLIENT or (word in ("de", "een") and s.fold[i + 1] in _CLIENT):
        return True
    if s.closed[i]:
        return not word[:1].isalnum() and word not in _CLITICS
    if word == "om":
        return "te" in s.fold[i + 1 : s.words.size]
    if word[:1].isalnum() or word in _CLITICS:
        return word in _SCAFFOLD
    return not (word in _INNER_SIGNS and s.words.touches(i) and s.words.touches(i + 1))
