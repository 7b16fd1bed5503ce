"""Without a subject: an infinitive, an order to oneself, or a thing with its time is a plan."""

from samenhang.language.nl import verbs
from samenhang.language.nl.actions import ACTION_NOUNS
from samenhang.language.nl.lexicon import EACH, UNIT_SECONDS
from samenhang.language.nl.noted import is_noted
from samenhang.language.nl.observed import is_observed, tells_of_it
from samenhang.language.nl.reports import has_too, is_habit
from samenhang.language.nl.sentences import Said
from samenhang.language.nl.states import FELT, is_felt
from samenhang.language.nl.tables import listed
from samenhang.language.nl.willed import VICES

_FELT_ACTS = listed("piekeren inslapen doorslapen worden zijn liggen trillen huilen")
_AGAINST = listed("tegen geen bij minder")
_WHEN_OR_HOW_MUCH = listed(
    "clock date daily days part day window week "
    "day per_week per_day every weeks monthly hourly duration qty anchor window "
    "week span fortnight deadline later"
)
_NOTING = listed("noteren opschrijven scoren bijhouden meten turven bespreken delen benoemen beschrijven")
_LEFT_OUT = listed("kan heb ben voel krijg weet wil mag")
_UNDERGOING = listed("heb ben voel krijg lig zit slaap word raak geraak pieker")
# "Ik" is left out, and nobody orders this of himself.
_BROODING = listed(
    "pieker twijfel tob baal lijd stress panikeer worstel sukkel snauw snoep scrol scroll erger schaam "
    "verlang"
)
_HOWS = listed("moeilijk slecht goed weinig veel vroeg laat lastig te")
_NOUN_LEADS = listed("door over van wegens vanwege zonder met")
_ORDER_LEADS = listed(", : ; en dan")
# "Geen gsm aan tafel" is kept; "geen steun" is missed.
_LEFT = listed(
    "meer gsm telefoon scherm schermen tv laptop mail mails werkmails werk koffie suiker snoep chips alcohol "
    "wijn bier vlees frisdrank nieuws facebook instagram sigaretten sigaret smartphone tablet computer "
    "meldingen telefoons vergaderingen afspraken wekker gsm's social sociale tiktok televisie cola chocolade"
)
_AWAY = listed("dicht weg uit klaar")
_NOUNS_TOO = listed(
    "slaap rust werk stress start plan rol steun schuld vrees droom strijd reis spel wens hoop zin last"
)
_ACTING = listed("nr naar zonder niet buiten samen")
# Of a fragment with one of these somebody thought when or how long.
_SCHEDULED = listed(
    "clock daily days part window per_week per_day every weeks monthly hourly duration anchor week span "
    "fortnight deadline later vague until until_event start"
)
# "Belt huisarts" is an action point, "neemt werk mee naar huis" is not.
_ASKED_ONCE = listed(
    "bel mail stuur vraag koop schrijf boek regel maak plan bespreek zoek contacteer informeer bezoek"
)
_MEASURES = listed(
    "glas glazen fles flessen flesje flesjes kop kopjes tas tassen stuk stukken bladzijden blz"
)
# "Laat naar bed" is late; "laat de gsm liggen" is an order.
_LATE_AFTER = listed("naar op thuis in en , wakker gegeten te opgestaan klaar begonnen gaan slapen") | {""}
# Of somebody else, and never ordered.
_BODILY = listed("slaap pieker voel krijg ervaar twijfel mis haat lijd raak verlang vergeet beef hoop")
_ORDER_REACH = 12


def is_bare_intention(said: Said) -> bool:
    """No subject: an infinitive, an order to oneself, or a thing with a time or an amount."""
    if "deadline" in said.kinds and any(verbs.is_participle(word) for word in said.words):
        # "Tegen donderdag de dokter gebeld hebben"
        return True
    doing = any(
        verbs.is_infinitive(word) and not (k and said.words[k - 1] in _NOUN_LEADS)
        for k, word in enumerate(said.words)
    )
    if tells_of_it(said) or _is_habit_of_things(said, doing=doing) or _is_undergone(said):
        return False
    ordered = any(_is_ordered(said, k) for k in range(min(len(said.words), _ORDER_REACH)))
    if is_observed(said, acts=doing or ordered) or is_noted(said, acts=doing or ordered):
        return False
    if is_felt(said.words) and not ordered and not _AGAINST & set(said.words[:-1]):
        opens = said.words[0] in FELT | _HOWS and not said.found & _NOTING
        return doing and said.words[-1] not in _FELT_ACTS and not opens
    if doing or ordered:
        return "niet" not in said.found or "kunnen" not in said.found
    return _has_more(said) if "vague" in said.kinds else _is_thing_to_do(said)


def _has_more(said: Said) -> bool:
    """Something beside "misschien" or "later"; "meer balans" is enough."""
    vague = [piece for piece in said.s.pieces if piece.kind == "vague"]
    words = sum(piece.j - piece.i for piece in vague)
    return words > 1 or len(vague) > 1 or any(word[:1].isalpha() for word in said.words[1:])


def _is_thing_to_do(said: Said) -> bool:
    """Een glas water om 8 uur; om 7 uur op; laptop dicht; geen gsm aan tafel."""
    if said.kinds and not said.kinds & _SCHEDULED and not _is_named_act(said):
        # "Zaterdag jarig", "nachtdienst 3 van 4": a day or a count alone makes no plan.
        return False
    if said.kinds & _WHEN_OR_HOW_MUCH:
        return _has_content(said) or (said.words[-1] == "op" and "clock" in said.kinds)
    left = "geen" in said.found and bool(said.found & _LEFT)
    return len(said.words) > 1 and (left or said.words[-1] in _AWAY)


def _is_named_act(said: Said) -> bool:
    """Yoga, drie uitademingen, naar de bib, laptop dicht, geen gsm."""
    if "geen" in said.found and said.found & _LEFT:
        return True
    if said.found & (ACTION_NOUNS | _ACTING) or said.words[-1] in _AWAY or "label" in said.kinds:
        return True
    if said.words[0] in EACH and "qty" in said.kinds and said.found & _MEASURES and not said.found & VICES:
        # "Elke dienst twee glazen water"
        return True
    return any(word.endswith(("ing", "ingen", "oefening")) for word in said.words)


def _is_undergone(said: Said) -> bool:
    """Onderbroken worden; "slaapt slecht, piekert veel" about somebody."""
    if said.words[0] in _BROODING or (said.words[0] in _UNDERGOING and is_felt(said.words)):
        return True
    if said.words[0] in _LEFT_OUT and said.found & {"niet", "geen", "niks"}:
        return True
    # "Zit al twee uur in de file": "ik" is left out.
    if said.words[0] in verbs.STATIVE and said.found & {"al", "weer", "nog", "zo"}:
        return True
    if _is_of_somebody(said):
        return True
    if "worden" in said.found and any(verbs.is_participle(word) for word in said.words):
        return True
    return verbs.is_third(said.words[0]) and bool(said.found & {"slecht", "piekert", "veel", "moe"})


def _is_of_somebody(said: Said) -> bool:
    """Neemt werk mee naar huis, kan moeilijk loslaten: a coach's note, without a time."""
    first = said.words[0]
    if not verbs.is_third(first) or verbs.is_first(first) or verbs.is_infinitive(first):
        return False
    stem = first.removesuffix("t")
    if stem in _BODILY:
        # "Slaapt vier uur per nacht"
        return True
    return not said.kinds - {"vague", "label"} and stem not in _ASKED_ONCE


def _is_habit_of_things(said: Said, *, doing: bool) -> bool:
    """Sinds januari, te weinig bewogen; "altijd" is a plan when something is done."""
    if has_too(said.words) and "niet" not in said.found:
        return True
    return bool(said.found & {"sinds", "sedert", "meestal", "nooit"}) if doing else is_habit(said)


def _is_ordered(said: Said, k: int) -> bool:
    """A bare stem that opens the sentence, or stands right after a piece: an order."""
    i, word = said.main[k], said.words[k]
    # "Slaap en herstel", "Plan B", "6 uur slaap" order nothing.
    counted = said.s.fold[i + 1].isdecimal() or (
        i > 0 and (said.s.fold[i - 1] in UNIT_SECONDS or said.s.fold[i - 1] == "u")
    )
    if said.s.taken[i] or (word == "laat" and said.after(k) in _LATE_AFTER):
        return False
    noun = word in _NOUNS_TOO and (not said.kinds - {"vague", "label"} or counted)
    if noun or not verbs.is_first(word):
        return False
    if k == 0 or said.main[k - 1] != i - 1:
        return True
    return bool(said.s.taken[i - 1]) or said.s.fold[i - 1] in _ORDER_LEADS


def _has_content(said: Said) -> bool:
    """Something that is neither time nor filler is left to do, or the label says it."""
    s = said.s
    if "qty" in said.kinds or (s.pieces and s.pieces[0].kind == "label"):
        return True
    return any(s.fold[i][:1].isalpha() and len(s.fold[i]) > 2 and not s.taken[i] for i in said.main)  # noqa: PLR2004 - a word, not a letter
