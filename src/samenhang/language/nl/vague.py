"""Vague words: meer, af en toe, proberen, als het lukt; under their canonical name."""

from samenhang.language.nl.scan import Reader, Scan

# First word -> the phrases that start with it, longest first, with their canonical name.
_PHRASES: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
for _phrase, _name in (
    *(
        (word, word)
        for word in (
            "minder", "beter", "vaker", "gezonder", "rustiger", "strakker", "actiever", "bewuster",
            "positiever", "assertiever", "regelmatig", "geregeld", "af en toe", "soms",
            "nu en dan", "zoveel mogelijk", "binnenkort", "ooit", "later", "misschien",
            "eventueel", "proberen", "als het lukt", "als ik tijd heb", "als ik eraan denk",
            "als het past", "indien mogelijk", "tijd voor mezelf", "aan mezelf werken",
            "werken aan", "letten op", "in balans", "loslaten", "genoeg", "voldoende",
            "zo snel mogelijk",
        )
    ),
    ("zo nu en dan", "nu en dan"),
    ("zo veel mogelijk", "zoveel mogelijk"),
    ("mss", "misschien"),
    ("probeer", "proberen"),
    ("werk aan", "werken aan"),
    ("werk ik aan", "werken aan"),
    ("let op", "letten op"),
    ("let ik op", "letten op"),
):  # fmt: skip
    _words = tuple(_phrase.split())
    _PHRASES[_words[0]] = (*_PHRASES.get(_words[0], ()), (_words, _name))
for _first, _entries in _PHRASES.items():
    _PHRASES[_first] = tuple(sorted(_entries, key=lambda entry: -len(entry[0])))

_NEGATIONS = frozenset(("niet", "geen", "nooit", "niks", "niets", "niemand", "nergens"))
_BREAKS = frozenset((",", ";", ".", "!", "?"))


def read_phrase(s: Scan, i: int) -> int:
    for phrase, name in _PHRASES[s.fold[i]]:
        j = i + len(phrase)
        if tuple(s.fold[i:j]) == phrase:
            return s.add("vague", i, j, name)
    return i


def read_more(s: Scan, i: int) -> int:
    """meer, but not "niet meer" and not "geen mails meer"."""
    k = i - 1
    while k >= 0 and s.fold[k] not in _BREAKS:
        if s.fold[k] in _NEGATIONS:
            return i
        k -= 1
    if i and s.fold[i - 1] == "onder":
        return i
    return s.add("vague", i, i + 1, "meer")


def read_earlier(s: Scan, i: int) -> int:
    """vroeger, but not "tien minuten vroeger"."""
    before = s.before(i)
    if before is not None and before.kind == "duration":
        return i
    return s.add("vague", i, i + 1, "vroeger")


def read_once(s: Scan, i: int) -> int:
    """eens, but not "eens per week" and not "eens in de maand"."""
    if s.fold[i + 1] in ("per", "ik", "we") or (s.fold[i + 1] == "in" and s.fold[i + 2] == "de"):
        return i
    return s.add("vague", i, i + 1, "eens")


def read_attention(s: Scan, i: int) -> int:
    """Op mijn houding letten, let ik meer op: the two halves stand apart."""
    for k in range(i + 1, min(i + 7, s.words.size)):
        if s.fold[k] in _BREAKS:
            break
        if (s.fold[i] == "op" and s.fold[k] == "letten") or (s.fold[i] == "let" and s.fold[k] == "op"):
            s.add("vague", k, k + 1, "letten op")
            return s.add("vague", i, i + 1, "letten op")
    return i


READERS: dict[str, Reader] = {
    **dict.fromkeys(_PHRASES, read_phrase),
    "meer": read_more,
    "vroeger": read_earlier,
    "eens": read_once,
    "op": read_attention,
}


def read_let(s: Scan, i: int) -> int:
    read = read_phrase(s, i)
    return read if read > i else read_attention(s, i)


READERS["let"] = read_let
