"""Reads a sentence word by word: the first reader that knows a word takes it."""

from datetime import date

from samenhang.language.nl import anchors, clauses, dates, leads, limits, ranges, rhythm, vague, verbs
from samenhang.language.nl.days import SHORTEST_TYPO, near_deictic, near_weekday
from samenhang.language.nl.lexicon import DAY_SHORT, DEICTIC, EACH, PARTS, POSSESSIVES, WEEKDAYS
from samenhang.language.nl.scan import CLAUSE, EXAMPLE, QUOTE, Reader, Scan
from samenhang.language.nl.tables import listed
from samenhang.language.nl.words import Words

_SHORT_QUOTE = 3
_OWN = frozenset(("ik", "we", "wij", "'k", "k"))
# What stands before "ik" and is no verb of an inverted clause.
_NO_HEADS = listed(
    "als zodra wanneer voor voordat vooraleer alvorens nadat na terwijl dat of en want maar wat "
    "die hoe omdat tot telkens eens eenmaal waar tenzij keer waarom wie indien sinds toen dan "
    "daarna daarom dus zodat waarbij waarin waarop waarmee ook nu hoeveel welke zolang totdat "
    "waardoor om op met moment hoewel aangezien doordat nadien vervolgens"
)
_OBJECT_CLAUSES = listed(
    "dat of hoe wat waarom wie welke welk hoeveel waar waarover waarop waarvoor waarin omdat "
    "waarmee want zodat doordat aangezien totdat hoelang"
)
_RELATIVE = frozenset(("die", "dat"))
_CLAUSE_STOPS = frozenset((",", ";", ":", ".", "!", "?", ")", ""))
_QUOTES = {'"': '"', "'": "'"}


def scan(words: Words, today: date) -> Scan:
    """Everything that the words say about when, how often, how long and after what."""
    s = Scan(words, today)
    if "y" in words.low:
        _spell_y(s)
    if not _CUT_PARTS.keys().isdisjoint(s.fold):
        _spell_parts(s)
    _find_own(s)
    _close_quotes(s)
    _close_greeting(s)
    _read_label(s)
    i = 0
    while i < words.size:
        i = i + 1 if s.taken[i] else _read_closed(s, i) if s.closed[i] else _read_word(s, i)
    return s


def _read_closed(s: Scan, i: int) -> int:
    """In an object clause only vague words count."""
    reader = vague.READERS.get(s.fold[i]) if s.closed[i] == CLAUSE else None
    return max(i + 1, reader(s, i)) if reader else i + 1


def _spell_y(s: Scan) -> None:
    """Myn, vyf, schryf: y where ij is meant."""
    for i, word in enumerate(s.fold):
        if "y" in word:
            meant = word.replace("y", "ij")
            if meant in _READERS or meant in POSSESSIVES or verbs.is_form(meant) or meant in anchors.EVENTS:
                s.fold[i] = meant


def _spell_parts(s: Scan) -> None:
    """Deze nm, morgen vm, di av: a day part cut short behind its day."""
    for i, word in enumerate(s.fold[1 : s.words.size], start=1):
        meant = _CUT_PARTS.get(word)
        before = s.fold[i - 1]
        if meant is None or (s.fold[i + 1] == "." and s.words.touches(i + 1)):
            continue
        if before in _BEFORE_PARTS or before in DAY_SHORT or before in WEEKDAYS or before in EACH:
            s.fold[i] = meant


def _read_word(s: Scan, i: int) -> int:
    word = s.fold[i]
    if word in _OBJECT_CLAUSES and _close_clause(s, i):
        return i + 1
    if word == "die" and i and _is_relative(s, i):
        _close_until_stop(s, i)
        return i + 1
    for reader in _READERS.get(word, ()):
        j = reader(s, i)
        if j > i:
            return j
    if word not in _READERS:
        j = leads.read_number(s, i) if word.isdecimal() else _read_other(s, i, word)
        if j > i:
            return j
    return i + 1


def _read_other(s: Scan, i: int, word: str) -> int:
    """A weekday with a typo, or a bare day part right after a day."""
    if word in PARTS:
        before = s.before(i)
        if before is not None and before.kind in ("day", "date", "days"):
            return s.add("part", i, i + 1, (PARTS[word], False))
        return i
    if word[:1] in "vom" and len(word) > SHORTEST_TYPO and (meant := near_deictic(word)):
        s.fold[i] = meant
        return dates.READERS[meant](s, i)
    dotted = s.fold[i + 1] == "." and s.words.touches(i + 1)
    if word[:1] in "mdwvz" and len(word) + dotted >= SHORTEST_TYPO:
        return rhythm.read_day(s, i)
    # "szondas": the genitive in one word, with a typo.
    near = near_weekday(word[1:].removesuffix("s")) if word[:1] == "s" and len(word) > SHORTEST_TYPO else None
    return i if near is None else s.add("days", i, i + 1, (near,))


def _find_own(s: Scan) -> None:
    for i, word in enumerate(s.fold):
        if word in _OWN:
            s.own.append(i)
            if i and s.fold[i - 1] not in _NO_HEADS and s.fold[i - 1][:1].isalpha():
                s.heads.append(i - 1)


def _close_quotes(s: Scan) -> None:
    """What is quoted is not read, unless the quotes stand around the whole sentence."""
    i = 0
    while i < s.words.size:
        mark = s.fold[i]
        if mark in _QUOTES and not (mark == "'" and s.words.touches(i) and s.fold[i - 1].isdecimal()):
            end = _closing(s, i, mark)
            if end and not (i <= 1 and end >= s.words.size - 2):
                mark_as = EXAMPLE if i and s.fold[i - 1] == ":" and end - i > _SHORT_QUOTE else QUOTE
                s.closed[i + 1 : end] = bytes((mark_as,)) * (end - i - 1)
            i = end or i
        i += 1


def _close_greeting(s: Scan) -> None:
    """As in "Beste Noor, …": a greeting is not what is done."""
    if s.fold[0] in _GREETINGS and "," in s.fold[1:6]:
        end = s.fold.index(",", 1) + 1
        if any(word.isdecimal() for word in s.fold[:end]):
            return
        s.closed[:end] = bytes((EXAMPLE,)) * end


def _closing(s: Scan, i: int, mark: str) -> int:
    try:
        return s.fold.index(mark, i + 1, s.words.size)
    except ValueError:
        return 0


def _read_label(s: Scan) -> None:
    """Adem-reset: …, Arriveren (30 sec): …; never a list of weekdays or a clause."""
    try:
        colon = s.fold.index(":", 0, 12)
    except ValueError:
        return
    end = s.fold.index("(", 0, colon) if "(" in s.fold[:colon] else colon
    if not 0 < end <= _LONGEST_LABEL or s.words.start[colon] + 1 >= len(s.low):
        return
    if s.fold[colon - 1].isdecimal() and s.fold[colon + 1].isdecimal():
        return
    if any(word in _NO_LABEL or word in DAY_SHORT or s.closed[k] for k, word in enumerate(s.fold[:end])):
        return
    trial = Scan(s.words, s.today)
    for k in range(end):
        _read_word(trial, k)
    if any(piece.i < end and piece.kind != "vague" for piece in trial.pieces):
        return
    s.add("label", 0, end, None)
    s.taken[colon] = 1


def _is_relative(s: Scan, i: int) -> bool:
    """Dingen die vandaag lukten: a relative clause, not "die mail"."""
    before, after = s.fold[i - 1], s.fold[i + 1]
    told = after in _IN_RELATIVE or s.fold[i + 2] in _TOLD_SO
    return before[:1].isalpha() and before not in clauses.STOPS and told


def _close_clause(s: Scan, i: int) -> bool:
    """Of hij overmorgen komt, wat goed ging: until the comma, or until "schrijf ik"."""
    word, after = s.fold[i], s.fold[i + 1]
    if word == "of" and after not in _CLAUSE_SUBJECTS:
        return False
    if word in ("wat", "waar", "welke", "welk", "wie") and i == 0 and not s.heads:
        return False
    if word == "wat" and (after.endswith("er") or after in _AFTER_SOME):
        return False
    if word == "dat" and _points(s, i):
        return False
    _close_until_stop(s, i)
    return True


def _points(s: Scan, i: int) -> bool:
    """Is this "dat" no clause: ik zal dat woensdag vragen; we spreken af dat ik …?"""
    after = s.fold[i + 1]
    if after in ("ik", "we") and _AGREED & set(s.fold[max(0, i - 4) : i]):
        return True
    return i == 0 or after in _CLAUSE_STOPS or after in DEICTIC or after in WEEKDAYS or after == "doen"


def _close_until_stop(s: Scan, i: int) -> None:
    end = i + 1
    while s.fold[end] not in _CLAUSE_STOPS and not (end in s.heads and end > i + 2):
        end += 1
    s.closed[i:end] = bytes((CLAUSE,)) * (end - i)


_CUT_PARTS = {"nm": "namiddag", "vm": "voormiddag", "av": "avond", "avo": "avond", "ocht": "ochtend"}
_CUT_PARTS |= {"och": "ochtend", "avnd": "avond", "namid": "namiddag", "voorm": "voormiddag"}
_BEFORE_PARTS = listed("deze dees morgen overmorgen")
_GREETINGS = listed(
    "beste geachte hey hallo hoi dag goeiemorgen goedemorgen goedendag goeiedag goedemiddag "
    "goeienavond goedenavond lieve ok oke ja zeg hi"
)
# "We spreken af dat ik …" says what I will do.
_AGREED = frozenset(
    ("af", "afgesproken", "bevestig", "beloof", "beloofd", "besloten", "ervoor", "noteren", "voorgenomen")
)
_AFTER_SOME = listed("meer minder water tijd rust fruit groenten lichte muziek")
_LONGEST_LABEL = 6
_NO_LABEL = frozenset(("ik", "we", ",", ".", "?", "!", "zei", "zegt", "vroeg", "vraagt", "noteer", '"'))
_CLAUSE_SUBJECTS = listed("ik we wij je jij u hij ze zij het 't de er mijn m'n dat iemand mijn die deze")
# Dingen die goe waren, momenten die rustig zijn.
_TOLD_SO = listed("waren was zijn is ging gingen lukte lukten gaf gaven voelden voelde deden liep liepen")
_IN_RELATIVE = listed(
    "ik me mij vandaag gisteren morgen mij die dag er goed nog niet wel lukten gelukt lukte "
    "deze deugd fijn energie iets we hem haar ons te echt het gingen"
)


def _merge(*tables: dict[str, Reader]) -> dict[str, tuple[Reader, ...]]:
    """All readers of a word, in the order in which they may try."""
    merged: dict[str, tuple[Reader, ...]] = {}
    for table in tables:
        for word, reader in table.items():
            merged[word] = (*merged.get(word, ()), reader)
    return merged


_READERS = _merge(
    *(known.READERS for known in (vague, leads, ranges, limits, dates, rhythm, anchors)),
)
