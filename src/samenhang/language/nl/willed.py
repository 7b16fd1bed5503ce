"""With "ik": wishes about others, refusals, advice of others, and what befalls a person: none is a plan."""

from itertools import pairwise

from samenhang.language.nl import verbs
from samenhang.language.nl.habits import goes_so
from samenhang.language.nl.lexicon import ARTICLES, EACH, POSSESSIVES
from samenhang.language.nl.others import KIN
from samenhang.language.nl.sentences import Said
from samenhang.language.nl.states import is_felt
from samenhang.language.nl.tables import listed
from samenhang.language.nl.undergone import BEFALLS, IDIOMS, MISHAPS

_AIMING = listed("wil ga zal moet mag")
_NOT_ABLE = listed("meemaken voelen horen kunnen hoeven durven mogen lukken halen redden willen")
_TIMELESS = frozenset(("vague", "label", "qty"))
_ADVISERS = KIN | listed(
    "kine arts specialist psychiater osteopaat verpleegster therapeute coach werk school mutualiteit "
    "bedrijfsarts dietist dietiste trainer begeleider begeleidster internet boek app artikel tandarts"
)
_OBLIGED = listed("moet mag zou hoor dien")
_OTHERS_WILL = listed("niet graag eigenlijk vooral echt gewoon ook")
_MEANT = listed("ik we wij k 'k")
_AFTER_CLOSING = listed(", . ! en aan van door bij in als te onder achter voor tot op over met omdat") | {""}
_CARRYING = listed("neem draag sleur zeul")
_SUMMONED = listed("rechtbank notaris politie ziekenhuis examen controle begrafenis oudercontact keuring")
_INVOLUNTARY = listed(
    "huilen wenen trillen beven zweten roepen piekeren hyperventileren panikeren malen twijfelen schreeuwen"
)
_HEAVY = listed("sleep doe stel cijfer leef haast jaag haal")
_DROPS = listed("neerval omval val kapot niet moe uitgeput pijn barst ontplof slaap doodmoe doodop")
_LATE = listed("na laat middernacht nacht ochtend een")
_DROP_REACH = 7
_PRONOUNS = listed("het dat er dit daar dit zoiets")
_LIVES = listed("verhuis verhuizen trouw trouwen verjaar beval")
POORLY = listed(
    "slecht weinig moeilijk amper nauwelijks ongezond onregelmatig gestrest gehaast hard zelden file "
    "traag chaotisch veels moeizaam"
)
# What is done once and then is done.
_ONE_OFF = listed(
    "bel mail stuur vraag schrijf koop bestel boek reserveer regel plan maak zoek verwijder vertel zeg meld "
    "spreek nodig schaf schrap annuleer verander neem contacteer breng haal leg zet ruim leen verkoop print "
    "installeer betaal hang kies noteer koppel formuleer bespreek overleg organiseer stel geef zorg app sms "
    "schakel download herschik verplaats verhuis informeer lees kook bak teken poets kuis sorteer gooi vul "
    "onderteken beantwoord wijzig lever dien spaar schilder repareer herstel knip open sluit deel "
    "laat hou houd ga doe vertrek meet weeg telefoneer verzet blokkeer zeg onthoud leer volg"
)
_NAMING = ARTICLES | POSSESSIVES | listed("naar geen contact met deze die dit dat iets iemand alles alle om")
# "Ik blokkeer als mijn baas roept", but "ik blokkeer donderdag twee uur".
_ALSO_DONE = listed("blokkeer negeer reageer")
_SHUTTING = listed("klap sla")
# What stands before a thing that is no object.
_LEADS = listed("bij in voor tijdens met door van op na tegen aan onder over")
_PARTLY = listed("halftijds voltijds deeltijds sommige meeste")
_INDULGING = listed(
    "pak drink eet grijp rook koop kijk neem snoep knabbel vreet hap drinken eten grijpen roken kopen kijken "
    "nemen snoepen"
)
LIMITED = listed("max maximum maximaal hoogstens hooguit maar slechts geen niet zonder samen")
VICES = listed(
    "koffies pinten chips snoep sigaret sigaretten wijn bier pintje pintjes alcohol frisdrank cola "
    "netflix koeken wijntje chocolade biertje whisky fastfood frieten energiedrank filmpjes tiktok tv "
    "televisie series serie"
)
_GIVING_IN = listed("eet drink rook slaap")
_NOTHING = listed("niets niks zoals weten")
_EVALUATED = listed("genoeg voldoende goed graag zo veel gemakkelijk vanzelf vlot rustig stil lekker")
_WAITING = (
    {"zien", "wel"}, {"zie", "wel"}, {"merken", "wel"}, {"merk", "wel"}, {"kijken", "wel"},
    {"zien", "dan"}, {"wachten", "af"}, {"wacht", "af"},
)  # fmt: skip
# How one is employed, with or without its days.
_EMPLOYED = listed(
    "ploegen vijfde vijfden procent shift shiften nachten nachtdienst vroege interim voltijds deeltijds "
    "halftijds zelfstandig contract bediende verpleegkundige leerkracht fulltime parttime"
)
_PLACED_AT = listed(
    "winkel zaak bakkerij restaurant ziekenhuis school kantoor fabriek ploeg horeca zorg magazijn cafe"
)
_COMMUTING = listed("rijd rij pendel spoor reis zit sta doe")
_AT_WORK = listed("werk werken woon wonen studeer")


def is_unmeant(said: Said, verb: str) -> bool:
    """Is what "ik" says here a wish, a refusal, a duty from others or a mishap?"""
    if verb in _AIMING and (_is_wish(said, verb) or _is_refusal(said, verb)):
        return True
    if any(turn <= said.found for turn in IDIOMS.get(verb, ())) and "minder" not in said.found:
        # "Deze week sla ik de vergadering over", "ik hou mijn adem vier tellen in" are done.
        return not said.kinds & {"date", "day", "window", "week", "qty", "duration"} or verb in _HEAVY
    if _is_to_the_end(said, verb) or (verb in _CARRYING and "mee" in said.found and is_felt(said.words)):
        return True
    if verb in ("begin", "start") and said.found & _INVOLUNTARY:
        return True
    if goes_so(said, verb) or _is_commute(said, verb) or _is_allowed_late(said, verb):
        return True
    return _is_duty(said, verb) or _befalls(said, verb) or _is_how(said, verb) or _waits(said)


def _is_wish(said: Said, verb: str) -> bool:
    """Ik wil dat mijn man kookt; ik wil rust: nothing that the writer does."""
    if verb != "wil":
        return verb in ("ga", "zal") and len(said.words) <= len(("ik", "ga", "dat")) and not said.kinds
    fold = said.s.fold
    if "kunnen" in said.found and "clock" not in said.kinds:
        return True
    for i in said.s.own:
        k = i + 1 + (fold[i + 1] == "wil")
        k += fold[k] in _OTHERS_WILL
        if fold[k] == "dat" and fold[k + 1] not in _MEANT:
            return True
    acts = any(verbs.is_infinitive(word) or word in ("zijn", "hebben") for word in said.words)
    return not (acts or _is_timed(said) or "qty" in said.kinds or "naar" in said.found)


def _is_refusal(said: Said, verb: str) -> bool:
    """Ik wil niet elke dag …, ik ga dat niet kunnen; "niet meer" and "niet na 20u" are plans."""
    if "niet" not in said.found:
        return verb == "wil" and "geen" in said.found and not _is_timed(said) and not _stops(said)
    if said.found & _NOT_ABLE:
        return True
    if said.found & _PRONOUNS and not _is_timed(said):
        return True
    place = said.main[said.words.index("niet")]
    after = said.s.fold[place + 1]
    if after in EACH or after in ("altijd", "dagelijks", "doen", "zomaar"):
        return True
    return verb == "wil" and not _is_timed(said) and not _stops(said)


def _is_duty(said: Said, verb: str) -> bool:
    """Volgens mijn kinesist moet ik …; ik moet van de dokter …: advice of others."""
    if verb not in _OBLIGED:
        return False
    for k, word in enumerate(said.words):
        begins = k and said.words[k - 1] in ("moet", "ik", "mag") and said.after(k) in ARTICLES | POSSESSIVES
        if word == "van" and begins:
            return True
        if word in ("volgens", "van") and _ADVISERS & set(said.words[k + 1 : k + 4]):
            return word == "volgens" or "uur" not in said.words[k + 1 : k + 4]
    return False


def _befalls(said: Said, verb: str) -> bool:
    """Ik raak overprikkeld, ik klap dicht, an unknown verb without a time: how it is."""
    kept = verb in _ALSO_DONE and bool(said.kinds & {"clock", "days", "date", "day", "duration"})
    if (verb in BEFALLS and not kept) or (verb in _LIVES and not said.found & POSSESSIVES):
        return True
    ends = MISHAPS.get(verb)
    if ends is not None and any(
        _closes(said, k) and word in ends and not _shuts(said, verb, k) for k, word in enumerate(said.words)
    ):
        return not (verb == "ga" and any(verbs.is_infinitive(word) for word in said.words))
    if _is_timed(said) or "qty" in said.kinds or not verb[:1].isalpha() or verb in verbs.WILLING:
        return False
    return not _is_one_off(said, verb)


def _shuts(said: Said, verb: str, k: int) -> bool:
    """Ik klap mijn laptop dicht: a thing right before the word, and no "bij mijn baas"."""
    named = verb in _SHUTTING and k > 1 and said.words[k - 2] in ARTICLES | POSSESSIVES
    return named and not (k > 2 and said.words[k - 3] in _LEADS)  # noqa: PLR2004


def _is_one_off(said: Said, verb: str) -> bool:
    """Without a time: "ik bel mijn zus" will be done, "ik draag alles alleen" is how it goes."""
    if said.kinds & {"vague", "label"}:
        return True
    if "een" in said.found and verb in verbs.FIRST and verb not in verbs.STATIVE:
        # One thing, so one time: "ik plak een briefje op de spiegel".
        return True
    if verb not in _ONE_OFF or "alles" in said.found:
        return False
    if said.found & _NAMING or any(said.s.closed):
        return True
    text, start = said.s.words.text, said.s.words.start
    return any(text[start[i]].isupper() for i in said.main[1:])


def _is_to_the_end(said: Said, verb: str) -> bool:
    """Ik ga door tot ik erbij neerval; ik blijf tot na middernacht op."""
    fold = said.s.fold
    for i in said.main:
        if (
            fold[i] == "tot"
            and fold[i + 1] in ("ik", "alles", "mijn")
            and _DROPS & set(fold[i : i + _DROP_REACH])
        ):
            return True
        if verb == "blijf" and fold[i] == "tot" and said.words[-1] == "op":
            return bool(_LATE & set(fold[i : i + 4]))
    return False


def _closes(said: Said, k: int) -> bool:
    """The last word of its clause, or before "aan", "van", "door", "bij" what makes it so."""
    return said.after(k) in _AFTER_CLOSING


def _is_how(said: Said, verb: str) -> bool:
    """Ik eet slecht, ik drink niet genoeg; ik werk maandag en dinsdag: how it is."""
    if verb == "moet" and _is_bound(said):
        return True
    if verb in _AIMING or verb in verbs.WILLING:
        return False
    if said.found & (_PARTLY | POORLY) or _does_nothing(said, verb) or _is_rota(said, verb):
        return True
    if "niet" in said.found and said.after(said.words.index("niet")) in _EVALUATED:
        return True
    daily = bool(said.kinds & {"daily", "per_day"}) or ("per", "dag") in pairwise(said.words)
    vice = verb in _INDULGING and daily and bool(said.found & VICES)
    return vice and not said.found & LIMITED


def _is_bound(said: Said) -> bool:
    """Ik moet elke dag om zes uur op; 's nachts moet ik eruit; dinsdag naar de rechtbank."""
    rhythm = "daily" in said.kinds or any(p.kind == "part" and p.value[1] for p in said.s.pieces)
    if rhythm and not any(verbs.is_infinitive(word) for word in said.words):
        return True
    if "naar" in said.found and said.found & _SUMMONED and said.kinds & {"date", "day"}:
        return True
    return said.words[-1] in ("zijn", "werken") and bool(said.kinds & {"date", "day", "clock"})


def _does_nothing(said: Said, verb: str) -> bool:
    """Ik doe niets, ik laat het zoals het is, ik laat het je weten."""
    if verb in _GIVING_IN and said.kinds == {"anchor"} and len(said.words) <= len((",", "eet", "ik")):
        return True
    stops = "meer" in said.found and "clock" in said.kinds
    if (
        verb == "doe"
        and said.found & {"niets", "niks"}
        and "duration" not in said.kinds
        and not (stops or said.found & {"halve", "hele", "avond", "namiddag"})
    ):
        return True
    if _is_timed(said):
        return False
    if verb in ("doe", "laat") and bool(said.found & (_NOTHING | {"vallen", "niet"})):
        return True
    return bool(said.found & {"niets", "niks"} and said.found & {"te", "ga", "zal", "wil"})


def _is_rota(said: Said, verb: str) -> bool:
    """Ik werk maandag en dinsdag: nothing but the days."""
    if verb in _AT_WORK and said.found & _EMPLOYED:
        return True
    if verb not in _AT_WORK or said.kinds & {"duration", "clock", "qty"}:
        return False
    if verb == "werk" and "days" in said.kinds and said.found & _PLACED_AT:
        # "Ik werk elke zaterdag in de winkel van mijn ouders"
        return True
    free = [i for i in said.main if not said.s.taken[i] and said.s.fold[i][:1].isalpha()]
    return len(free) <= len(("ik", "werk", "en"))


def _is_commute(said: Said, verb: str) -> bool:
    """Ik rijd elke dag anderhalf uur naar het werk; ik begin om acht uur te werken."""
    if verb in ("begin", "start") and said.words[-2:] == ["te", "werken"]:
        return "daily" in said.kinds or "days" in said.kinds
    return (
        verb in _COMMUTING and "duration" in said.kinds and bool(said.found & {"werk", "kantoor", "school"})
    )


def _is_allowed_late(said: Said, verb: str) -> bool:
    """Ik mag van mezelf pas stoppen als alles af is."""
    return verb == "mag" and "pas" in said.found and "clock" not in said.kinds


def _waits(said: Said) -> bool:
    return not said.kinds and any(pair <= said.found for pair in _WAITING)


def _stops(said: Said) -> bool:
    """Niet meer, niet langer, geen … meer: a habit that is given up."""
    return bool(said.found & {"meer", "langer"})


def _is_timed(said: Said) -> bool:
    return bool(said.kinds - _TIMELESS)
