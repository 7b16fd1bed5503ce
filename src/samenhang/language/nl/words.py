"""A sentence as words: folded for looking up, each with its place in the text."""

import re
import unicodedata

# Longer than any plan that a person types in one breath; what stands behind it is not read.
LONGEST = 1000
# So that a reader may look a few words ahead without asking where the sentence ends.
_PADDING = [""] * 8
_HIDDEN = "\xad"
_WORD = re.compile(
    r"'(?:s|t|n|k|ns)(?![^\W\d_])"
    r"|[^\W\d_](?:[^\W\d_]|\xad)*(?:'[^\W\d_]+)*"
    r"|\d+|\S",
)
# "kga", "kheb": ik and its verb in one breath.
_GLUED = frozenset(
    (
        "tis",
        "tzijn",
        "tgaat",
        "twas",
        "tweekend",
        "tlukt",
        "tdoet",
        "tkomt",
        "tblijft",
        "twordt",
        "theeft",
        "tkan",
        "kga",
        "kheb",
        "kben",
        "kwil",
        "kzal",
        "kzou",
        "kmoet",
        "kkan",
        "kvoel",
        "kslaap",
        "kweet",
        "kdenk",
        "kvind",
        "kdoe",
        "kneem",
        "kdrink",
        "keet",
        "kwas",
        "kprobeer",
    ),
)
# As it is typed on a phone, or said in Flanders: the same word.
_SPELT = {
    **dict.fromkeys(("wnr", "wannr", "waneer", "wanner", "wneer"), "wanneer"),
    **dict.fromkeys(("overmorge", "overmorgend", "overmrgn"), "overmorgen"),
    "wor": "word",
    **dict.fromkeys(("vnvnd", "vnvond", "vnavond", "vanaond", "vanavnd", "tenavond"), "vanavond"),
    **dict.fromkeys(("mrgn", "mrgen", "mrg", "morge", "morgn", "mergen", "merng", "mergn"), "morgen"),
    **dict.fromkeys(("gistern", "gistren", "gistere"), "gisteren"),
    **dict.fromkeys(("strakjes", "strakskes", "strkjes"), "straks"),
    **dict.fromkeys(("wkn", "wken"), "weken"),
    **dict.fromkeys(("dgn", "daagn"), "dagen"),
    "wk": "week",
    "dnst": "dienst",
    **dict.fromkeys(("ni", "nie"), "niet"),
    **dict.fromkeys(("gene", "genen", "ginnen"), "geen"),
    "slapegaan": "slapengaan",
    "slaapengaan": "slapengaan",
    "slapegaon": "slapengaan",
    **{
        f"{day}{typed}": f"{day}{meant}"
        for day in ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
        for typed, meant in (
            ("morgend", "morgen"),
            ("mrgn", "morgen"),
            ("ochtent", "ochtend"),
            ("avnd", "avond"),
        )
    },
    "vnv": "vanavond",
    "dinsd": "dinsdag",
    "donderd": "donderdag",
    "woensd": "woensdag",
    "vrijd": "vrijdag",
    "zaterd": "zaterdag",
    **dict.fromkeys(("vanmidag", "vanmiddg", "vnmdg", "vnmddg", "vanmidd"), "vanmiddag"),
    **dict.fromkeys(("vandag", "vndaag", "vandaaag", "vdaag"), "vandaag"),
    "vnmiddag": "vanmiddag",
    "wknd": "weekend",
    "wd": "weekdag",
    "tss": "tussen",
    "zodrak": "zodra",
    "da": "dat",
    "wa": "wat",
    "omda": "omdat",
}
_OF_THE_DAY = frozenset(("avonds", "morgens", "ochtends", "middags", "namiddags", "voormiddags", "nachts"))
# "s'avonds": the apostrophe slipped.
_SPELT |= {f"s'{word}": f"s{word}" for word in _OF_THE_DAY}
_SIGNS = {
    **dict.fromkeys("‘’‚‛`´ʼ′", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\xad", _HIDDEN),
    "×": "x",
    "ø": "o",
    "ß": "s",
    "æ": "a",
    "œ": "o",
    "ĳ": "y",
}


class _Fold(dict[int, str]):
    """Characters to their folded form, one for one, so that places in the text stay true."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


class Words:
    """The words of a text: `fold` to read, `start` and `end` to find them back."""

    __slots__ = ("accented", "end", "fold", "low", "size", "start", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = text.lower() if text.isascii() else text.translate(_FOLD)
        self.fold: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        for found in _WORD.finditer(self.low, 0, LONGEST):
            start, end = found.span()
            word = found.group()
            if word in _GLUED:
                self.fold.append(word[0])
                self.start.append(start)
                self.end.append(start + 1)
                start, word = start + 1, word[1:]
            self.fold.append(_SPELT.get(word, word))
            self.start.append(start)
            self.end.append(end)
        self.size = len(self.fold)
        if _HIDDEN in self.low:
            self.fold = [word.replace(_HIDDEN, "") for word in self.fold]
        if "s" in self.fold:
            # "9 s avonds": the apostrophe was left out, not a second meant.
            for i in range(self.size - 1):
                if self.fold[i] == "s" and self.fold[i + 1] in _OF_THE_DAY:
                    self.fold[i] = "'s"
        self.fold += _PADDING
        self.accented = not text.isascii()

    def raw(self, i: int, j: int) -> str:
        """The text of the words i up to j, as it was typed."""
        return self.text[self.start[i] : self.end[j - 1]] if i < j else ""

    def has_accent(self, i: int) -> bool:
        return self.accented and self.text[self.start[i] : self.end[i]].casefold() != self.fold[i]

    def touches(self, i: int) -> bool:
        """Does word i stand against the word before it, without a space?"""
        return 0 < i < self.size and self.end[i - 1] == self.start[i]

    def index_at(self, place: int, i: int) -> int:
        """The first word from i on that starts at or after this place."""
        while i < self.size and self.start[i] < place:
            i += 1
        return i


def _fold_character(char: str) -> str:
    if char in _SIGNS:
        return _SIGNS[char]
    if unicodedata.combining(char):
        return _HIDDEN
    base = unicodedata.normalize("NFKD", char.lower())[:1]
    return base if base and not base.isspace() else char


_FOLD = _Fold()


def fold_text(text: str) -> str:
    """A text folded as its words are; characters that do not show are left out."""
    return (
        text.lower().replace("’", "'")
        if text.isascii()
        else text.translate(_FOLD).replace(
            _HIDDEN,
            "",
        )
    )
