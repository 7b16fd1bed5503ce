"""With "ik" and in the present: what goes of itself, or goes badly, is a habit and no plan."""

from itertools import pairwise

from samenhang.language.nl.lexicon import EACH
from samenhang.language.nl.others import KIN
from samenhang.language.nl.sentences import Said
from samenhang.language.nl.tables import listed

_AIMING = listed("wil ga zal moet mag plan besluit beloof probeer zou kies")
# Nobody means to do a thing in this way.
_UNWILLED = listed(
    "hartje lood hopelijk tegenzin verveling gewoonte frustratie automatisch onbewust stiekem "
    "noodgedwongen tandvlees eenzaamheid gewoontegetrouw ongemerkt ongewild onvermijdelijk helaas soms "
    "dikwijls urenlang uitgeput doodmoe overal machteloos verplicht angstvallig krampachtig eindeloos "
    "dagenlang nachtenlang wekenlang onwillekeurig ongeconcentreerd lusteloos futloos tandenknarsend "
    "binnensmonds zuchtend klagend"
)
_SEASONS = listed(
    "zomer winter lente herfst jaar kerst vakantie zomervakantie pasen augustus december januari"
)
_EVER = listed("altijd gewoonlijk meestal steeds vroeger gisteren vaak")
_THEY = listed("hij zij ze iedereen niemand")
_EVERY_TIME = listed("telkens steeds")
_OBJECTS = listed("mijn de het alles iets dezelfde hetzelfde over opnieuw ja nee niet te mezelf naar uit")
_SAYINGS = (
    "dag in dag uit", "dag na dag", "week na week", "keer op keer", "keer na keer", "voor ik het weet",
    "voor ik het besef", "zonder dat ik", "zonder reden", "zonder aanleiding",
    "zonder het te merken", "zonder het te weten", "voor niets",
    "automatische piloot", "tegen mijn zin", "tot vervelens toe",
    "om de haverklap", "heel de tijd", "de hele tijd", "van 's morgens tot", "van 's ochtends tot",
    "voor ik erover nadenk", "voor ik nadenk", "weer of geen weer", "meer is het niet", "erbij in",
    "lucht op",
    "door weer en wind", "met vallen en opstaan", "van de ene dag", "zoals het komt", "zoals altijd",
    "op tijd op mijn werk", "van weekend naar weekend",
    "een slechte gewoonte", "sterker dan", "hetzelfde liedje", "altijd dezelfde", "altijd dezelfden",
    "elke keer opnieuw", "op mijn tandvlees", "op de toppen", "met de moed der",
)  # fmt: skip
_WAYS: dict[str, list[tuple[str, ...]]] = {}
for _saying in _SAYINGS:
    _WAYS.setdefault(_saying.split()[0], []).append(tuple(_saying.split()))
_BECAUSE = listed("omdat doordat want aangezien")
_GONE_WRONG = listed("niet niets niks geen nooit niemand nergens anders altijd te moet kan zo steeds")
_REASON_REACH = 9
_AT_NIGHT = listed("nacht nachts snachts nachten")
_NIGHTLY = listed("sta draai kijk loop eet rook drink check denk woel zit ga grijp dwaal luister")
_TAKING = listed("drink eet rook neem kijk check slik")
_HASTY = listed("snel vlug gulzig haastig rechtstaand staand tussendoor onderweg")
_STILL = (("nog", "steeds"), ("nog", "altijd"), ("telkens", "weer"), ("steeds", "weer"), ("weer", "eens"))
_NOT_BEFORE = listed("ben lig kom sta raak geraak slaap word")
_LOOKING = listed("check grijp bekijk kijk lees open neem controleer")
_DEVICES = listed(
    "gsm telefoon mail mails facebook instagram mailbox nieuws berichten werkmail werkmails smartphone"
)
_AT_ONCE = listed("nog meteen direct telkens onmiddellijk")
_KEPT_OFF = listed("pas niet geen maar alleen enkel eerst zonder vandaag slechts")
_PILLS = ("slaappil", "slaappillen", "pijnstiller", "pijnstillers", "kalmeerpil", "kalmeringspil")
_LATE_BEFORE = listed(", omdat en want door doordat maar naar thuis nog op in") | {""}


def goes_so(said: Said, verb: str) -> bool:
    """Uit verveling, elke nacht, nog altijd, omdat ik anders niet kan: how it goes."""
    if verb in ("wil", "zal"):
        return False
    if _is_yearly(said) or _is_as_ever(said) or _is_each_time(said) or is_set_way(said):
        return True
    if said.found & _UNWILLED and "niet" not in said.found:
        return True
    if any(pair in _STILL for pair in pairwise(said.words)) or _is_late(said):
        return True
    if verb in _AIMING:
        return False
    return _is_explained(said) or _befalls_daily(said, verb) or _looks_at_once(said, verb)


def _is_yearly(said: Said) -> bool:
    """Elke zomer, elk jaar: too wide for a step, so it is a custom."""
    return any(a in EACH and b in _SEASONS for a, b in pairwise(said.words))


def _is_as_ever(said: Said) -> bool:
    """Zoals elke avond, zoals altijd, steeds dezelfde."""
    fold = said.s.fold
    return any(fold[i] == "zoals" and (fold[i + 1] in _EVER or fold[i + 1] in EACH) for i in said.main)


def _is_each_time(said: Said) -> bool:
    """Ik verzet telkens mijn grenzen: no anchor and no amount says which time."""
    if said.kinds & {"anchor", "duration", "qty", "clock", "days"}:
        return False
    return any(a in _EVERY_TIME and b in _OBJECTS for a, b in pairwise(said.words))


def is_set_way(said: Said) -> bool:
    """Van 's morgens tot 's avonds, dag in dag uit, voor ik het weet, op automatische piloot."""
    fold, size = said.s.fold, said.s.words.size
    return any(tuple(fold[i : i + len(way)]) == way for i in range(size) for way in _WAYS.get(fold[i], ()))


def _is_explained(said: Said) -> bool:
    """… omdat ik anders niet kan slapen: a reason that went wrong."""
    fold, size = said.s.fold, said.s.words.size
    for i in range(said.main[0], size):
        if fold[i] in _BECAUSE and (KIN | _THEY) & set(fold[i + 1 : i + 3]):
            return True
        if fold[i] in _BECAUSE:
            return bool(_GONE_WRONG & set(fold[i + 1 : min(i + _REASON_REACH, size)]))
    return False


def _befalls_daily(said: Said, verb: str) -> bool:
    """Elke nacht sta ik op; vijf koffies op een dag; ben pas om zeven uur thuis; een slaappil."""
    words = said.words
    if verb in _NIGHTLY and said.found & _AT_NIGHT and not said.kinds & {"start", "clock"}:
        return True
    if verb in _TAKING and any(words[k : k + 3] == ["op", "een", "dag"] for k in range(len(words))):
        return True
    if verb in _TAKING and said.found & _HASTY:
        return True
    if any(a in _NOT_BEFORE and b == "pas" for a, b in pairwise(word for word in words if word != "ik")):
        return True
    return any(word in _PILLS for word in words) and "daily" in said.kinds and not said.found & _KEPT_OFF


def _looks_at_once(said: Said, verb: str) -> bool:
    """Ik check mijn mails zodra ik wakker word; ik lees 's avonds nog mails."""
    if verb == "grijp" and said.found & _DEVICES and not said.found & (_KEPT_OFF | {"plaats"}):
        return True
    if (
        verb in _LOOKING
        and "minuten" in said.s.fold
        and (said.found & _DEVICES or any(said.s.fold[i : i + 2] == ["om", "de"] for i in said.main))
        and any(piece.kind == "hourly" for piece in said.s.pieces)
        and not said.found & _KEPT_OFF
    ):
        # "Ik check om de vijf minuten mijn mail"; "elke 20 minuten kijk ik naar buiten" is done.
        return True
    if verb not in _LOOKING or not said.found & _DEVICES or said.found & _KEPT_OFF:
        return False
    return bool(said.found & _AT_ONCE) or "wakker" in said.s.fold


def _is_late(said: Said) -> bool:
    """Ik eet 's avonds laat: nobody plans to be late; "laat ik …" lets."""
    if "laat" not in said.words or "niet" in said.found:
        return False
    k = said.words.index("laat")
    return k > 1 and said.words[k - 1] != "," and said.after(k) in _LATE_BEFORE
