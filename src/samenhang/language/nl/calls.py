"""Is somebody else called upon: a reader, a visitor, a subscriber?"""

from itertools import pairwise

from samenhang.language.nl import verbs
from samenhang.language.nl.sentences import Said
from samenhang.language.nl.tables import listed

# Places and things where readers are called to.
_PUBLIC = listed(
    "website webpagina webshop webwinkel nieuwsbrief webinar korting kortingscode mailadres e-mailadres "
    "tarieven brochure infoavond infosessie opendeurdag gratis aanbod promo linkedin podium kanaal "
    "vacature vacatures ledenkorting vroegboekkorting bezoekers deelnemers deelnameprijs waardebon "
    "giftcard cadeaubon"
)
# What a reader is asked to do with them, and a plan seldom.
_OFFERED = listed(
    "boek reserveer bestel download ontdek schrijf meld surf klik volg deel bezoek abonneer registreer "
    "vraag kom lees bekijk maak neem probeer stuur start word vul raadpleeg contacteer bel mail luister "
    "kijk ga vind"
)
_CALLED_TO = listed(
    "nu online hier via site link formulier bericht artikel pagina blog post intake plaats lid"
)
_RECEIVED = listed("krijg ontvang win bespaar ontdek geniet profiteer")
_POLITE = listed("gelieve klik abonneer surf u ontdek like")
_ENROL = (["schrijf", "je", "in"], ["meld", "je", "aan"])
_ADDRESSES = listed("www http https gerust")
_COME_IN = (["stap", "binnen"], ["kom", "langs"])
_FOR_OTHERS = listed("we wij ons onze")
_FIXED = frozenset(
    ("clock", "daily", "days", "day", "part", "per_week", "per_day", "every", "weeks", "anchor")
)


def _is_address(said: Said) -> bool:
    """A site, an address, a kind "gerust": for somebody who reads."""
    return bool(said.found & _ADDRESSES) or "@" in said.s.words.text


def is_call(said: Said) -> bool:
    """Bestel via de webshop; laat je adres achter en ontvang …; gelieve 48 uur vooraf …"""
    words = said.words
    if words[0] in _POLITE or words[:2] in _COME_IN or words[:3] in _ENROL or _is_address(said):
        return True
    if not verbs.is_first(words[0]) and words[0] not in _OFFERED:
        return False
    if any((a == "en" and b in _RECEIVED) or (a == "," and b in _FOR_OTHERS) for a, b in pairwise(words)):
        return True
    if said.found & _PUBLIC:
        return not said.kinds & _FIXED or "gratis" in said.found
    if words[0] not in _OFFERED or said.found & {"mijn", "mijne", "m'n"}:
        return False
    return bool(said.found & _CALLED_TO) and not said.kinds & _FIXED
