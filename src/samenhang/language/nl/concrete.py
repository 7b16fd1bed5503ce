"""Is it an act that can be seen, or a wish: abstract heads without amount or object."""

from collections.abc import Set as AbstractSet

from samenhang.language.nl import verbs
from samenhang.language.nl.lexicon import ARTICLES, POSSESSIVES
from samenhang.language.nl.scan import Scan
from samenhang.language.nl.tables import listed

_ABSTRACT = listed(
    "leven worden zijn voelen denken zorgen balans loslaten zelfvertrouwen stress slapen eten "
    "bewegen plannen focussen me-time aanpakken letten genieten zorg focus welzijn energie "
    "leef word ben voel denk zorg slaap eet beweeg focus let geniet vertrouwen accepteren "
    "aanvaarden relativeren piekeren ontstressen onthaasten vertragen verbeteren veranderen "
    "groeien leren durven werken"
)
_ABSTRACT_PAIRS = (
    ("grenzen", "stellen"), ("grenzen", "aangeven"), ("grenzen", "bewaken"), ("rust", "nemen"),
    ("rust", "inbouwen"), ("tijd", "nemen"), ("buiten", "komen"), ("anders", "doen"),
    ("rust", "gunnen"), ("tijd", "maken"), ("rustiger", "doen"), ("genoeg", "drinken"),
    ("stel", "grenzen"), ("neem", "rust"), ("neem", "tijd"), ("maak", "tijd"), ("geef", "grenzen"),
    ("bewaak", "grenzen"), ("voldoende", "drinken"), ("ruimte", "maken"), ("tijd", "gunnen"),
    ("me", "time"), ("aan", "zelfzorg"), ("kalm", "blijven"), ("rustig", "blijven"), ("positief", "denken"),
)  # fmt: skip
NO_OBJECT = listed(
    "goed beter meer minder vaker rustiger gezonder bewuster actiever strakker positiever "
    "assertiever vroeger anders genoeg voldoende gezond bewust echt wat veel weinig tijd slecht "
    "regelmatig later rustig kalm kalmer leuker fitter gelukkiger sterker positief proberen sneller "
    "voor mezelf mijzelf mij me zich zichzelf en of aan in op met het leven beetje gewoon niet "
    "tegen wijzer zelfzekerder ontspannen ontspannener stressvrij evenwichtiger productiever minderen "
    "fit sportiever socialer productief lief liever mild milder zachter zacht vriendelijker te de een "
    "mijn m'n je er meer ga wil zal moet ik we kunnen gaan willen zelf elkaar werk algemeen "
    "dingen zaken zo 't dan weer mss"
)
_ABSTRACT_WHEN_VAGUE = listed("drinken drink doen doe maken nemen inbouwen gunnen houden")
_COMPARED = listed(
    "meer minder beter vaker gezonder rustiger strakker actiever bewuster positiever assertiever"
)
_VAGUE_HEADS = frozenset(
    ("aan mezelf werken", "tijd voor mezelf", "werken aan", "in balans", "letten op", "loslaten")
)
_AFTER_BEING = listed("op in voor bij met tegen naar aan tijdens")
LIGHT = listed("ga wil zal moet mag ben probeer neem beloof zou wou begin start plan")
# "vaker nee zeggen" is a wish; "nee zeggen als …" can be seen.
_LOOSE_PAIRS = (("nee", "zeggen"), ("zeg", "nee"))
_STATES = listed("zijn worden ben word leven leef voelen voel loslaten piekeren genieten")


def is_concrete(s: Scan, part: tuple[int, ...], words: list[str], *, acts: bool) -> bool:
    """Not abstract; or abstract with a duration, a count or a thing beside it."""
    if any(piece.kind in ("duration", "qty") for piece in s.pieces):
        return True
    vague = {piece.value for piece in s.pieces if piece.kind == "vague"}
    if vague & _VAGUE_HEADS or _is_abstract(s, part, words, vague):
        return False
    if not vague or acts:
        return True
    # "minder mails", "meer balans": a comparison without an act.
    return not vague & _COMPARED and any(word not in NO_OBJECT | _ABSTRACT for word in words)


def _is_abstract(s: Scan, part: tuple[int, ...], words: list[str], vague: AbstractSet[str]) -> bool:
    found = [word for word in words if word not in LIGHT]
    pairs = _ABSTRACT_PAIRS + (_LOOSE_PAIRS if vague else ())
    if any(a in found and b in found and not _thing_beside(found, {a, b}) for a, b in pairs):
        return True
    heads = [word for word in found if _is_head(s, part, word, vague)]
    if not heads:
        return False
    if heads[0] in _STATES:
        return True
    # "om 22u gaan slapen" is going to bed.
    if "slapen" in heads and any(piece.kind == "clock" for piece in s.pieces):
        return False
    return not _thing_beside(found, set(heads))


def _is_head(s: Scan, part: tuple[int, ...], word: str, vague: AbstractSet[str]) -> bool:
    """Does this word make an abstract wish, here?"""
    if word == "zijn":
        return _is_being(s, part)
    if word == "werken":
        return bool(vague)
    if word in _ABSTRACT or (vague and word in _ABSTRACT_WHEN_VAGUE):
        return True
    return "minder" in vague and verbs.is_infinitive(word)


def _is_being(s: Scan, part: tuple[int, ...]) -> bool:
    """The verb "zijn", not "his": last, or before a preposition."""
    place = next(k for k, i in enumerate(part) if s.fold[i] == "zijn")
    return place + 1 == len(part) or s.fold[part[place + 1]] in _AFTER_BEING


def _thing_beside(words: list[str], heads: AbstractSet[str]) -> bool:
    """Is there a concrete thing or place beside the abstract head?"""
    plain = heads | NO_OBJECT | ARTICLES | POSSESSIVES
    return any(word not in plain for word in words)
