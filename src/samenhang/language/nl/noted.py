"""Without a subject and mostly without a verb: a note of a body, a score, a trend, a mood."""

from itertools import pairwise

from samenhang.language.nl import verbs
from samenhang.language.nl.lexicon import NUMBERS
from samenhang.language.nl.sentences import Said
from samenhang.language.nl.states import BODY, is_felt
from samenhang.language.nl.tables import listed

# How a body is, and how one sets it: a plan has its shoulders low and its feet bare.
_SET = listed(
    "te tegen tussen binnen buiten boven achter onder over zonder voor per onze jullie ieder rechte losse "
    "blote lage zachte open warme beide twee de mijn m'n je een andere elke linkse rechtse linker rechter "
    "volle hele koude vuile natte alle haar zijn uw hun"
)
_SENSED = listed(
    "blaren blaar wonde striemen bult bulten tinteling tintelingen jeuk steek steken vlekken uitslag "
    "koorts hoest griep verkoudheid snot zwelling oorsuizen suizen maagzuur braken diarree constipatie "
    "zuurbranden honger trek dorst kater eetlust warmte hitte rillingen beven hik ademnood benauwd "
    "benauwdheid duizelingen flauwte slapeloosheid gevoel tegenslag opluchting schaamte schrik woede "
    "ongerustheid zorgen gepieker gemaal verveling kou regen mist sneeuw onweer opvlieger opvliegers "
    "allergie tranen gespannenheid"
)
_MOODS = listed(
    "stram klaarwakker stil matig gefocust rusteloos stressvol opgejut opgefokt kalm onzeker "
    "gedemotiveerd kwaad opgelucht teleurgesteld trots blij gelukkig tevreden ontroerd beschaamd jaloers "
    "ontevreden gefrustreerd geergerd ongerust bezorgd opgejaagd overdonderd geschrokken overweldigd "
    "verward verloren suf slap loom mat gejaagd kribbig chagrijnig humeurig huilerig wenend gekwetst "
    "ontspannen slaperig afwezig verstrooid snipverkouden"
)
_TURNS = listed(
    "onregelmatige onverwachte onverwacht plotse plotseling hevige constante hardnekkige vervelende felle "
    "aanhoudende voortdurende onrustige onaangename stekende kloppende zeurende bonzende trillende "
    "slapeloze verstoorde lichte onbestemde terugkerende vermoeide gespannen bijtende dreigende "
    "onverklaarbare opgekropte opgezette gezwollen onregelmatig hevig plots bibberende uitputtende "
    "onderbroken gebroken"
)
# Not beter, meer, vaker: "betere nachtrust" may be meant.
_GROWN = listed(
    "rustig vlot licht diep lang kort zwaar traag snel stil warm koud slecht vrolijk helder fris sterk zwak "
    "hoog lag scherp kalm fel hevig mild zacht soepel stabiel energiek kor snell still dikk loom"
)
_COMPARED = frozenset(f"{word}{end}" for word in _GROWN for end in ("er", "ere"))
_SOFTENERS = listed("een beetje iets wat veel al duidelijk heel merkbaar nog")
_LACKING = listed("weinig amper nauwelijks onvoldoende")
# What is much and yet meant: veel water, veel minder mails.
_FED = listed(
    "water groenten fruit thee groente noten soep licht lucht rust beweging meer minder vaker beter te"
)
_SPANS = listed("nacht nachten avonden dagen ochtenden dag uur uren avond")
_RHYTHM = frozenset(("daily", "days", "per_week", "per_day", "every", "weeks", "monthly", "hourly", "clock"))
_MOOD_LEADS = listed("zijn worden in zitten liggen blijven staan wandelen")
_OPENINGS = (("zin", "in"), ("vergeten", "te"), ("geen", "enkele"), ("geen", "enkel"), ("ideaal", "zou"))
# Al minder, steeds later, nog nooit: what has become of it by now.
_BY_NOW = tuple(
    (a, b)
    for a in ("al", "steeds")
    for b in (
        "minder",
        "meer",
        "beter",
        "vaker",
        "later",
        "vroeger",
        "slechter",
        "drukker",
        "moeilijker",
        "zwaarder",
    )
)
_BOUND = frozenset(("start", "until", "deadline", "span", "days", "until_event", "week", "window", "weeks"))
_STUCK = listed("vast stijf pijnlijk zwaar stram gevoelig verkrampt geblokkeerd gespannen dik stuk gezwollen")
_FELT_OF_MIND = listed("stress piekeren gepieker drukte chaos gezeur ruzie ruzies discussies prikkels")
_TIMES = frozenset(("daily", "days", "per_day", "per_week", "start", "date", "day"))
_MEASURED = listed("schermtijd slaapscore rusthartslag hartslag bloeddruk gewicht inslaaptijd bedtijd")
_CAPPED = listed("max maximum maximaal hoogstens minder geen noteren om vaste")
_RATED = listed(
    "rust slaap stemming energie stress pijn humeur focus spanning gevoel concentratie eetlust angst"
)
_OUT_OF = listed("10 5 100")
_UNWANTED = listed(
    "mails mailtjes koffies sigaretten oproepen telefoons vergaderingen meldingen onderbrekingen"
)
_NO_OR_ONE = listed("eentje nul geen")
_TREND_REACH = 6


def is_noted(said: Said, *, acts: bool) -> bool:
    """Does this fragment tell how a body, a night, a mood or a number was?"""
    if is_scored(said) or _opens_sensed(said) or (said.words[0] in BODY and said.found & _STUCK):
        return True
    words = said.words
    if words[-2:-1] and words[-2] in verbs.LINGERING and words[-1].endswith("en") and "gaan" not in words:
        # "Een uur in bed liggen woelen"
        return True
    if acts:
        return False
    return _is_lacking(said) or _is_sensed(said) or _is_compared(said) or _is_tally(said)


def is_scored(said: Said) -> bool:
    """Van 60 naar 25 minuten; vier op de zeven; energie 3/10: figures of what was."""
    fold = [said.s.fold[i] for i in said.main]
    if any(
        fold[k + 1] == "/" and fold[k + 2] in _OUT_OF and _is_rated(fold, k) for k in range(len(fold) - 2)
    ):
        return True
    every = said.s.fold
    gauges = zip(every, every[1:], every[2:], strict=False) if every.count(":") > 1 else ()
    if sum(a.isalpha() and b == ":" and c[:1].isdecimal() for a, b, c in gauges) > 1:
        # Gauges side by side, each with its figure.
        return True
    numbers = [k for k, word in enumerate(fold) if word in NUMBERS or word.isdecimal()]
    for k in numbers:
        if fold[k + 1 : k + 2] == ["op"] and (
            k + 2 in numbers or (fold[k + 2 : k + 3] == ["de"] and k + 3 in numbers)
        ):
            return not said.s.taken[said.main[k + 1]]
        if k and fold[k - 1] == "van" and not said.kinds & _BOUND:
            later = fold[k + 1 : k + 1 + _TREND_REACH]
            if "naar" in later and _goes_to_number(fold, k + 1 + later.index("naar")):
                return True
    return False


def _is_rated(fold: list[str], k: int) -> bool:
    """Rust: 3/10, slaap 6/10."""
    return k > 0 and fold[k - 1 - (k > 1 and fold[k - 1] == ":")] in _RATED


def _goes_to_number(fold: list[str], k: int) -> bool:
    """Naar 25, naar ±20, naar eentje, naar geen."""
    return any(word.isdecimal() or word in NUMBERS or word in _NO_OR_ONE for word in fold[k + 1 : k + 3])


def _opens_sensed(said: Said) -> bool:
    """Stijve nek, klamme handen, tintelingen in …, onverwachte: a body speaks first."""
    first, after = _first_free(said)
    if first in _SENSED or (first in _MOODS and after not in _MOOD_LEADS):
        return True
    if (first, after) in _OPENINGS or said.words[-2:] == [":", "beter"]:
        return True
    if after in BODY and first.endswith(("e", "er", "en")):
        return first not in _SET and not verbs.is_form(first)
    if first in _TURNS and after and not verbs.is_infinitive(after):
        return True
    return said.words[0] == "minder" and is_felt((said.after(0),)) and said.after(0) not in _FELT_OF_MIND


def _first_free(said: Said) -> tuple[str, str]:
    """The first word that says no time, and the one after it."""
    k = next((k for k, i in enumerate(said.main) if not said.s.taken[i] and said.words[k][:1].isalpha()), 0)
    return said.words[k], said.after(k)


def _is_lacking(said: Said) -> bool:
    """Weinig eetlust, veel trek; "veel water" is drunk."""
    if said.found & _LACKING or any(pair in _BY_NOW for pair in pairwise(said.words)):
        return True
    return any(a == "veel" and b not in _FED for a, b in pairwise(said.words))


def _is_sensed(said: Said) -> bool:
    """… honger om 22u; warmte in de handen; meteen in slaap."""
    words = said.words
    if said.found & _SENSED and not said.found & {"bij", "tegen", "geen", "voor"}:
        return True
    if any(words[k] == "in" and words[k + 1] in ("slaap", "tranen", "paniek") for k in range(len(words) - 1)):
        return True
    inside = any(
        words[k : k + 2] in (["in", "de"], ["in", "het"], ["in", "mijn"]) and words[k + 2] in BODY
        for k in range(len(words) - 2)
    )
    return inside and not said.kinds & _RHYTHM


def _is_compared(said: Said) -> bool:
    """Rustiger ademhaling na vijf minuten buiten; een beetje stiller in het hoofd."""
    if said.words[0] in ("iets", "duidelijk", "merkbaar") and said.after(0) in ("meer", "minder"):
        # "Iets meer geduld met de kinderen"
        return not said.kinds & _RHYTHM
    place = next((k for k, word in enumerate(said.words) if word not in _SOFTENERS), 0)
    return said.words[place] in _COMPARED and not said.kinds & _RHYTHM


def _is_tally(said: Said) -> bool:
    """3 nachten van minder dan 5 uur."""
    if said.found & _MEASURED and not said.found & _CAPPED:
        return True
    first, after = said.words[0], said.after(0)
    numbered = first.isdecimal() or first in NUMBERS
    if numbered and after in _UNWANTED and not said.found & _CAPPED and not said.kinds & _TIMES:
        return True
    counted = numbered and after in _SPANS
    return counted and said.words[2:3] in (["van"], ["met"], ["op"])
