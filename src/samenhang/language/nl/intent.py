"""Is it a plan: something that the writer, or the client, means to do?"""

from itertools import pairwise

from samenhang.language.nl import verbs
from samenhang.language.nl.bare import is_bare_intention
from samenhang.language.nl.calls import is_call
from samenhang.language.nl.clients import will_client_do
from samenhang.language.nl.lexicon import QUESTION_WORDS
from samenhang.language.nl.observed import tells_of_it
from samenhang.language.nl.others import CLIENT, is_of_client, is_of_others
from samenhang.language.nl.reports import RESOLVED, has_excuse, has_too, is_habit, is_report, looks_ahead
from samenhang.language.nl.scan import Scan
from samenhang.language.nl.sentences import Said, said_in
from samenhang.language.nl.states import BODY, FELT, is_with_feeling
from samenhang.language.nl.tables import listed
from samenhang.language.nl.willed import is_unmeant

_HEADINGS = listed(
    "interventies interventie doelen agenda planning verslag notities actiepunten afspraken overzicht "
    "opvolging thema hypothese hypothesen observatie observaties bijlage agendapunten samenvatting titel "
    "onderwerp inhoud hoofdstuk doelstellingen aandachtspunten werkpunten weekoverzicht tips voorbeelden "
    "aanwezig datum betreft resultaat resultaten voortgang weekplan kernwoorden sterktes knelpunten "
    "evaluatie actieplan programma intake vragenlijst huiswerk reflectie terugblik nabespreking vragen "
    "theorie weekschema"
)
_NUMBERED_HEADINGS = listed(
    "doel opdracht deel les thema week sessie gesprek dag fase module hoofdstuk stap bijlage"
)
# A plan is never named so: what follows is information.
_NEVER_LABELS = listed(
    "thema themas titel terugblik "
    "agenda tips openingsuren werkuren uurrooster lesrooster aanwezig datum betreft onderwerp verslag "
    "notities bijlage inhoud resultaat resultaten voorbeelden vraag vragen hypothese observatie "
    "hulpvraag verwachting verwachtingen probleem problemen klacht klachten oorzaak oorzaken context "
    "patroon patronen trigger triggers valkuil valkuilen signaal signalen kracht krachten aanleiding gevolg "
    "gevolgen situatie stemming spanning klachtenpatroon bijwerking bijwerkingen werkuren thuissituatie "
    "achtergrond reden conclusie medicatie bevinding bevindingen gespreksverslag"
)
# What a title goes on with: slaaphygiëne, and then tips for it.
_TITLES = listed("tips overzicht voorbeelden uitleg info informatie stand theorie")
# What is numbered so is read, whatever follows.
_PARTS_OF_BOOKS = listed("hoofdstuk module deel les bijlage thema")
_PAGES = listed("dagboek logboek slaapdagboek eetdagboek voedingsdagboek weekboek scorelijst dagverslag")
_OWN_HEADINGS = (["mijn", "doelen"], ["mijn", "plan"], ["mijn", "planning"], ["onze", "afspraken"])
_THANKS = listed("bedankt dank dankjewel dankje merci dankuwel groeten groetjes mvg proficiat thx")
_THANKS_BEFORE = listed("heel hartelijk veel alvast")
_GREETINGS = listed("goede beste hallo dag hoi prettig fijn fijne prettige")
_PARTINGS = listed("dan straks volgende binnenkort morgen ziens")
_SAYS = listed("zei zegt zeiden vroeg schreef stelde riep antwoordde aldus vond meldde stuurde beloofde")
_STANDS = listed("lees zou zouden staat stond luidt luidde leest las hoor hoorde")
_CITED_REACH = 4
# "Ik voel mijn voeten op de grond" is done.
_GROUNDED = listed("grond vloer stoel leuning zetel gras")
# At the table alone, at the office the last: how it is.
_BY_FATE = listed("alleen laatste enige eerste")
_WORN = listed(
    "bekaf geradbraakt gebroken gesloopt afgepeigerd leeggezogen uitgeblust gejaagd opgejaagd overprikkeld "
    "prikkelbaar hongerig verkrampt doodmoe uitgeteld hondsmoe afgemat "
    "moe uitgeput misselijk wakker gestresseerd gespannen bang boos verdrietig somber doodop leeg kapot"
)
_SLEPT = listed("slecht goed beter moeilijk vlot licht diep onrustig vast door")
_MODALS = listed("wil ga zal moet probeer neem beloof plan kies besluit mag begin start")
_THINKING = listed("weet hoop vind merk geloof vrees besef snap twijfel")
_PLANNING = listed("plan voornemens zinnens")
_POLITE = listed(
    "kan kun kunt wil wilt zou zouden mag moet is ben heb heeft zal gaan ga zijn hoeft kunnen hebt zijt "
    "weet gaat komt doet hebben bent lukt klopt helpt"
)
_ASKED = listed("je u jij jullie ik er het iemand we dat men ge gij wij da")
_PLAN_IS = (["plan", "is"], ["doel", "is"], ["voornemen", "is"], ["afspraak", "is"], ["actie", "is"])
_AIMS = listed("voornemen plan doel actie intentie bedoeling opdracht huiswerk uitdaging")
_DONE_WITH = listed("is zijn hebben heb staat")
_WE_STATES = listed("mogen hebben zijn voelen slapen krijgen vinden weten kunnen denken worden missen")
_SLEEPING = listed("uit uur zonder bij met")
_KEPT_PLACES = listed("bed thuis kantoor buiten bureau beneden tafel offline")
_TIMED = frozenset(("clock", "date", "daily", "days", "part", "day", "window", "week"))
_LEARNING = listed("lees hoor zie begrijp ontdek")
_LAST_SIGNS = frozenset(('"', "'", ")", "-", "*", "(", "d", ";", ".", "!", ","))
_FIRST_SIGNS = frozenset(("'s", "'t", "'k"))
# Nobody plans to lie or sit for so many seconds.
_TOO_LONG = 4 * 3600
_GREETING_WORDS, _TITLE_WORDS = 4, 5


def is_plan(s: Scan, begin: int, end: int) -> bool:
    """Does this sentence say what its writer (or the client) will do?"""
    begin, end = _trim(s, begin, end)
    words = s.fold[begin:end]
    if not any(word[:1].isalpha() and len(word) > 1 for word in words) or "?" in s.fold[end - 1 : end + 1]:
        return False
    labelled = bool(s.pieces) and s.pieces[0].kind == "label"
    if _is_frame(words, own=bool(s.own), labelled=labelled):
        return False
    said = said_in(s, begin, end)
    if (
        not said.words
        or _is_dated_page(said)
        or words[0] == "hoe"
        or said.words[0] in _THANKS
        or (said.main[0] == begin and _is_question(said))
        or is_report(said)
    ):
        return False
    return _is_meant(said)


def _is_meant(said: Said) -> bool:
    main = set(said.main)
    own = [i for i in said.s.own if i in main and said.s.fold[i - 1] not in ("behalve", "dan", "zoals")]
    if own:
        return _is_own_intention(said, own[0]) or _goes_on_to(said, own)
    if said.words[1:3] in _PLAN_IS or _will_be_done(said):
        return True
    if is_of_client(said):
        return will_client_do(said)
    return not (is_of_others(said) or is_call(said)) and is_bare_intention(said)


def _goes_on_to(said: Said, own: list[int]) -> bool:
    """Woensdag heb ik een gesprek en vraag ik …: what stands in the diary, and then what is done there."""
    fold = said.s.fold
    if len(own) == 1 or _verb_of(said.s, own[0]) != "heb" or not said.kinds & {"date", "day"}:
        return False
    verb = fold[own[1] - 1]
    joined = fold[own[1] - 2] == "en" and verbs.is_first(verb) and verb not in verbs.STATIVE
    return joined and _is_own_intention(said, own[1])


def _will_be_done(said: Said) -> bool:
    """Tegen zondagavond is mijn koffer gepakt; mijn voornemen voor deze week is elke dag …"""
    if said.words[0] in ("mijn", "ons", "m'n") and said.after(0) in _AIMS and "is" in said.found:
        return bool(said.kinds)
    done = any(verbs.is_participle(word) for word in said.words)
    return "deadline" in said.kinds and done and bool(said.found & _DONE_WITH)


def _trim(s: Scan, begin: int, end: int) -> tuple[int, int]:
    """Without the signs around it; a colon at the very end stays, for it makes a heading."""
    while end > begin + 1 and (
        s.fold[end - 1] in _LAST_SIGNS or (s.fold[end - 1] == ":" and end < s.words.size)
    ):
        end -= 1
    while begin < end and not s.fold[begin][:1].isalnum() and s.fold[begin] not in _FIRST_SIGNS:
        begin += 1
    return begin, end


def _is_frame(words: list[str], *, own: bool, labelled: bool) -> bool:
    """A heading, a word of thanks, a greeting, a quote of somebody."""
    if words[-1] == ":" or ('"' in words and _SAYS & set(words)) or _is_cited(words):
        return True
    if _is_thanks(words, own=own) or (len(words) <= _GREETING_WORDS and _is_greeting(words)):
        return True
    first = words[0]
    numbered = first in _NUMBERED_HEADINGS and "".join(words[1:2]).isdecimal()
    if labelled and numbered and (first in _PARTS_OF_BOOKS or len(words) <= _TITLE_WORDS):
        return True
    if labelled and not own and (first in _NEVER_LABELS or _is_titled(words)):
        return True
    if labelled or _has_doing(words[1:]):
        return False
    spare = words[:2] == ["plan", "b"] and "is" not in words[2:3]
    return first in _HEADINGS or numbered or spare or words[:2] in _OWN_HEADINGS


def _is_dated_page(said: Said) -> bool:
    """Dagboek woensdag, logboek 12 juni: a page and its day."""
    if said.words[0] not in _PAGES or not said.kinds or not said.kinds <= {"day", "date"}:
        return False
    return all(said.s.taken[i] or not said.s.fold[i][:1].isalnum() for i in said.main[1:])


def _is_titled(words: list[str]) -> bool:
    return ":" in words and bool(_TITLES & set(words[words.index(":") + 1 :][:1]))


def _is_cited(words: list[str]) -> bool:
    """In het boek staat: …; mijn zus zei: …; …, zegt iedereen."""
    if any(a == "," and b in _SAYS for a, b in pairwise(words[-_CITED_REACH:])):
        return True
    if '"' in words and any(a in ("zeg", "denk") and b == "ik" for a, b in pairwise(words)):
        # '"Morgen begin ik", zeg ik dan tegen mezelf.'
        return words[0] not in ("ik", "morgen") or "dan" in words
    if ":" not in words or CLIENT & set(words):
        return False
    place = words.index(":")
    return bool((_SAYS | _STANDS) & set(words[max(0, place - _CITED_REACH) : place]))


def _is_thanks(words: list[str], *, own: bool) -> bool:
    if words[0] in _THANKS or (words[0] in _THANKS_BEFORE and words[1:2] and words[1] in _THANKS):
        return True
    return not own and bool(_THANKS & {*words[-4:], *words[:3]})


def _is_greeting(words: list[str]) -> bool:
    if _has_doing(words):
        return False
    return (
        words[0] in _GREETINGS
        or words[:2] == ["zie", "je"]
        or (words[0] == "tot" and bool(_PARTINGS & set(words[1:2])))
    )


def _has_doing(words: list[str]) -> bool:
    return any(verbs.is_infinitive(word) or word in ("ik", "we") for word in words)


def _is_question(said: Said) -> bool:
    first, after = said.words[0], said.after(0)
    if first in QUESTION_WORDS and after:
        # "wat later naar bed", "wanneer ik thuiskom" ask nothing.
        some = first == "wat" and after.endswith("er")
        return not some and (first != "wanneer" or not said.s.heads)
    return first in _POLITE and after in _ASKED


def _is_own_intention(said: Said, place: int) -> bool:
    """With "ik": the finite verb tells an intention from a feeling, a thought, a habit."""
    found = said.found
    verb = _verb_of(said.s, place)
    too = has_too(said.words) and "niet" not in found
    if too or _is_told(said, verb) or is_unmeant(said, verb):
        return False
    if verb in ("denk", "kan"):
        aimed = bool(found & {"aan", "eraan", "erover"}) if verb == "denk" else not found & FELT
        return aimed and bool(said.kinds) and "niet" not in found
    if is_with_feeling(said.words):
        # "Ik sta elke ochtend op met rugpijn"
        return False
    if verb in _MODALS:
        # "Niet naar de receptie maar naar huis" chooses.
        chooses = "maar" in found and bool(said.kinds & _TIMED)
        return "niet" not in found or chooses or any(verbs.is_infinitive(word) for word in said.words)
    if verb in verbs.STATIVE or verb in _WE_STATES:
        return _is_kept_state(said, verb)
    return not found & _WORN


def _is_told(said: Said, verb: str) -> bool:
    """A thought, a habit, an excuse, a wish about how things are."""
    if said.words[-1] == "al" or (
        verb in _LEARNING and any(said.s.fold[i] == "dat" for i in _closed_of(said))
    ):
        # "Dat doe ik al"; "in het artikel lees ik dat …"
        return True
    if verb == "vraag" and "af" in said.found and said.found & {"me", "mij"}:
        # "Ik vraag me af of …"
        return True
    if verb in _THINKING or is_habit(said) or has_excuse(said.s, said.main) or tells_of_it(said):
        return True
    return (verb == "zie" and {"op", "tegen"} <= said.found) or (verb == "zou" and any(said.s.closed))


def _closed_of(said: Said) -> list[int]:
    return [i for i in range(said.s.words.size) if said.s.closed[i]]


def _verb_of(s: Scan, place: int) -> str:
    """The finite verb beside "ik": before it, or after it."""
    if place - 1 in s.heads:
        return s.fold[place - 1]
    between = s.fold[place + 1] in ("zelf", "dus", "ook", "dan", "echt")
    return s.fold[place + 1 + between]


def _is_kept_state(said: Said, verb: str) -> bool:
    """As in "Ik lig om 22u in bed", "ik ben om 18u thuis" are plans; "ik ben moe" is how it is."""
    found = said.found
    if verb in ("ben", "heb", "zijn", "hebben") and _is_settled(said, verb):
        return True
    if found & FELT or any(p.kind == "duration" and (p.value or 0) >= _TOO_LONG for p in said.s.pieces):
        return False
    if verb == "hou" or (verb == "voel" and found & BODY and found & _GROUNDED):
        return all(said.s.taken[i] for i in said.main if said.s.fold[i] == "van")
    if verb in ("lig", "zit") and said.kinds & {"clock", "duration"}:
        return not has_too(said.words)
    timed = bool(said.kinds & _TIMED)
    if verb == "slaap":
        return not found & (_SLEPT - {"door"}) and timed and bool(found & _SLEEPING)
    return verb in ("lig", "ben", "zit") and timed and not found & _BY_FATE and bool(found & _KEPT_PLACES)


def _is_settled(said: Said, verb: str) -> bool:
    """Ik ben van plan, ik heb besloten; tegen vrijdag heb ik …"""
    if verb in ("ben", "zijn"):
        return bool(said.found & _PLANNING) and "niet" not in said.found
    return looks_ahead(said) or bool(said.found & RESOLVED and (said.kinds or {"om", "te"} & said.found))
