"""Does a coach's note about a client tell a plan, or how the client is and was?"""

from samenhang.language.nl import verbs
from samenhang.language.nl.others import CLIENT
from samenhang.language.nl.reports import has_too, is_habit
from samenhang.language.nl.sentences import Said
from samenhang.language.nl.states import FELT
from samenhang.language.nl.tables import listed
from samenhang.language.nl.willed import LIMITED, POORLY, VICES

_BEING = listed("niet zijn voelen worden krijgen weten begrijpen")
_STATES = listed(
    "piekert voelt heeft is kwam was ligt twijfelt vindt merkt denkt slecht vertelt meldt klaagt lijkt "
    "vergeet verliest durft ontkent worstelt kampt sukkelt huilt ervaart hoopt vreest mist zegt ziet "
    "weet kan krijgt raakt wordt blijkt gaf"
)
# How a client is in the room, seen by the coach.
_DEMEANOUR = listed(
    "kijkt zucht lacht huilt weent glimlacht wiebelt zwijgt knikt oogt ademt spreekt praat schudt "
    "aarzelt stottert bloost trilt beeft zit hangt woont slaapt werkt gaapt wrijft friemelt wijst "
    "blijft reageert antwoordt herhaalt"
)
_CONSUMED = listed("drinkt eet rookt kijkt snoept neemt")
# What one may mean to take much of.
_WHOLESOME = listed("water thee groenten groente fruit soep tijd rust pauzes pauze")
_TELLING = listed("zegt vertelt meldt")
_NOTED = listed(
    "noteert scoort meet schrijft telt turft registreert houdt beschrijft tekent volgt noteren scoren"
)
_TIMELESS = frozenset(("anchor", "qty", "vague", "label"))


def will_client_do(said: Said) -> bool:
    """Cliënt wandelt elke ochtend; not: cliënt zucht, slaapt slecht, drinkt elke avond wijn."""
    felt = said.found & FELT and not said.found & _NOTED
    if felt or said.found & POORLY or _is_stated(said) or _is_seen(said) or _takes_too_much(said):
        return False
    if is_habit(said) or has_too(said.words):
        return False
    return any(verbs.is_form(word) for word in said.words if word not in CLIENT)


def _is_stated(said: Said) -> bool:
    """Cliënt voelt, vergeet, wil rustiger zijn; "zegt donderdag aan haar collega …" will be done."""
    if "wil" in said.found and not said.kinds - {"vague"} and said.found & _BEING:
        return True
    says = said.found & _TELLING and said.found & {"aan", "tegen"} and said.kinds & {"date", "day", "clock"}
    return bool(said.found & _STATES) and not says


def _is_seen(said: Said) -> bool:
    """Cliënt kijkt weg; werkt tot acht uur; staat elke nacht op."""
    if said.found & _DEMEANOUR and not said.kinds - _TIMELESS:
        return True
    if "werkt" in said.found and not said.found & {"aan", "met"}:
        return True
    return {"staat", "nacht"} <= said.found


def _takes_too_much(said: Said) -> bool:
    """Cliënt drinkt 's avonds drie glazen wijn; veel koffie; "hoogstens één glas" is a plan."""
    if not said.found & _CONSUMED:
        return False
    much = "veel" in said.found and not said.found & _WHOLESOME
    return much or bool(said.found & VICES and not said.found & LIMITED)
