"""Reports and habits: what was, what keeps happening, what does not come off."""

from itertools import pairwise

from samenhang.language.nl import verbs
from samenhang.language.nl.lexicon import EACH, NUMBERS, POSSESSIVES, TIMES_WORDS
from samenhang.language.nl.scan import Scan
from samenhang.language.nl.sentences import Said
from samenhang.language.nl.tables import listed

_PAST_DAYS = listed("gisteren eergisteren gister gisterenavond gisteravond daarnet gisterenochtend destijds")
_PAST_WORDS = listed("vorige afgelopen voorbije vorig laatst voorbij")
_PAST_UNITS = listed(
    "week weken maand maanden dagen keer nacht maandag dinsdag woensdag donderdag vrijdag zaterdag "
    "zondag weekend jaar jaren zomer periode sessie"
)
_SINCE = listed(
    "sinds sedert meestal gewoonlijk doorgaans normaal nooit momenteel zelden amper nauwelijks constant "
    "voortdurend continu steevast alsmaar normaliter normaalgezien gewoonlijks doorlopend"
)
_ALMOST = listed("bijna haast nagenoeg zowat vrijwel")
RESOLVED = listed("voorgenomen besloten beloofd afgesproken gekozen beslist")
_AUXILIARY = listed("heb hebben ben zijn had is heeft was werd word hebt waren hadden")
_HAVING = listed("heb hebben ben zijn is heeft hebt")
_DOING = verbs.LINGERING | {"gaan", "komen", "blijven", "moeten", "kunnen", "willen", "mogen", "laten"}
_INTENDING = listed("wil ga zal moet")
_BEFORE_NOUN = listed("een de het mijn m'n zijn haar twee drie vier vijf geen gezond vooraf elke iets")
_HABIT_AFTER = listed("jaren jaar weken maanden lang dagen een twee drie vier vijf enkele weer heel")
_TOO = listed("veel weinig lang laat vaak hard snel druk moe")
_EXCUSES = listed("geen niet nooit weinig zelden moeilijk lastig vergeet durf bang schrik")
_BUTS = listed(
    "ik het dat er dan soms meestal vaak vergeet lukt daar nu deze dit die doe mijn hij ze iedereen "
    # "Ik" is left out.
    "heb ben kan durf vind krijg voel raak geraak zie"
)
# "…, maar ja"; "…, maar niet nu"
_WONDERED = listed("waar hoe wanneer wie waarom")
_SHRUGGED_AFTER = (
    ["ja", ""],
    ["ja", "."],
    ["tja", ""],
    ["tja", "."],
    ["niet", "nu"],
    ["nu", "niet"],
    ["nog", "niet"],
    ["niet", "meteen"],
)
_NOUN_LEADS = listed("de mijn onze een")
_LOST = listed("kwijt vergeten verloren aan beu moe zat")
_WISHED = frozenset(("wou", "wilde"))
_YEARNED = listed("graag liever vaker liefst")
_NO_WEAK_PAST = listed("beide eerste laatste")
_SHORTEST_PAST, _EXCUSE_REACH = 5, 9
_TIMES_AND_PARTICIPLE = len(("één", "keer", "overgeslagen"))
_TALLY_ENDS = listed(", . ; en maar wegens door omdat want deze van bij in op")


def is_report(said: Said) -> bool:
    """Gisteren, heb … gedaan, ik wandelde, een voltooid deelwoord alleen."""
    found = said.found
    if looks_ahead(said) and ("had" not in found or "graag" in found):
        return False
    if said.words[0] == "toen" or "had" in found or any(said.s.fold[i + 1] == "vroeg" for i in said.s.own):
        return True
    if (
        found & RESOLVED
        and "zoals" not in found
        and not _tells_past(said)
        and ("om" in found or "te" in found or "dat" in said.s.fold or said.kinds)
    ):
        return False
    if found & _PAST_DAYS or _is_past(said):
        return True
    if "zou" in found or "zouden" in found:
        timed = said.kinds - {"vague", "label", "qty"}
        return not (timed and ("graag" in found or "willen" in found))
    return (
        _counts_done(said)
        or _names_past(said.words)
        or _is_weak_past(said)
        or _is_done(said)
        or _went_doing(said)
    )


def looks_ahead(said: Said) -> bool:
    """Tegen eind maart heb ik drie boeken gelezen; "we hebben het doel voor maart bijgesteld" looks back."""
    ends = [piece for piece in said.s.pieces if piece.kind == "deadline"]
    return any(piece.i <= said.main[0] or said.s.fold[piece.i] != "voor" for piece in ends)


def _went_doing(said: Said) -> bool:
    """We zijn gaan fietsen, ik heb zitten piekeren, nog liggen staren: two infinitives and no "te"."""
    words = said.words
    pairs = [(a, b) for a, b in pairwise(words) if verbs.is_infinitive(b)]
    if "te" in said.found:
        return False
    fold = said.s.fold
    if (
        pairs
        and pairs[-1][0] == "gaan"
        and any(
            fold[i] == "maar" and fold[i + 1].isdecimal() and fold[i + 2] in TIMES_WORDS for i in said.main
        )
    ):
        # "Deze week maar 1x gaan lopen"
        return True
    if said.found & _HAVING and not said.found & _INTENDING:
        return any(a in _DOING for a, _ in pairs)
    return (
        not said.s.own and bool(pairs) and pairs[-1][0] in verbs.LINGERING and words[0] not in verbs.LINGERING
    )


def _tells_past(said: Said) -> bool:
    """Ik dronk, nam ik: the past right beside "ik"."""
    fold = said.s.fold
    return any(fold[i + 1] in verbs.PAST or (i and fold[i - 1] in verbs.PAST) for i in said.s.own)


def _is_past(said: Said) -> bool:
    """A verb in the past; not "ik wilde graag", and not "elke week was ik mijn haar"."""
    # "zat." is a Saturday too.
    past = {w for i, w in zip(said.main, said.words, strict=True) if w in verbs.PAST and not said.s.taken[i]}
    if "was" in past and any(a in _NOUN_LEADS and b == "was" for a, b in pairwise(said.words)):
        # "de was" hangs on the line.
        past -= {"was"}
    if not past or (past <= _WISHED and "graag" in said.found):
        return False
    if past == {"was"} and said.found & _YEARNED:
        return True
    if past == {"was"} and said.kinds:
        own = any("was" in (said.s.fold[i - 1], said.s.fold[i + 1]) for i in said.s.own)
        return not own or not said.found & POSSESSIVES or bool(said.found & _LOST)
    return True


def is_habit(said: Said) -> bool:
    """Sinds maandag, al jaren, altijd, te vaak: how it goes, not what is planned."""
    found, words = said.found, said.words
    if found & _SINCE:
        return True
    if any((a == "al" and b in _HABIT_AFTER) or _is_nearly(a, b) for a, b in pairwise(words)):
        return True
    if "voortaan" in found:
        return False
    if found & _INTENDING:
        acts = any(verbs.is_infinitive(word) for word in words)
        return {"moet", "altijd"} <= found or ("vaak" in found and not acts)
    often = "vaak" in found and (bool(said.s.own or found & {"te", "zo"}) or words[0] != "vaak")
    return "altijd" in found or often


def _is_nearly(one: str, two: str) -> bool:
    """Bijna elke dag, bijna nooit; heel de dag is said with "door"."""
    return one in _ALMOST and (two in EACH or two in ("altijd", "nooit", "dagelijks", "niet"))


def has_too(words: list[str]) -> bool:
    """Te veel, te laat."""
    return any(a == "te" and b in _TOO for a, b in pairwise(words))


def has_excuse(s: Scan, main: list[int]) -> bool:
    """As in "…, maar ik heb geen tijd", "maar het lukt niet"."""
    hedged = "eigenlijk" in s.fold
    for i in main:
        if hedged and s.fold[i] == "maar" and s.fold[i - 1] == ",":
            # "Eigenlijk moet ik …, maar …"
            return True
        if s.fold[i] == "maar" and (s.fold[i + 1 : i + 3] in _SHRUGGED_AFTER or s.fold[i + 1] in _WONDERED):
            return True
        if s.fold[i] == "maar" and s.fold[i + 1] in _BUTS:
            return bool(_EXCUSES & set(s.fold[i : i + _EXCUSE_REACH]))
    return False


def _counts_done(said: Said) -> bool:
    """Vier van de zeven avonden: a score."""
    fold = [said.s.fold[i] for i in said.main]
    numbers = [k for k, word in enumerate(fold) if word in NUMBERS or word.isdecimal()]
    if not said.found & _INTENDING and any(_is_tally(fold, k) for k in numbers):
        return True
    return any(fold[k + 1 : k + 3] == ["van", "de"] and k + 3 in numbers for k in numbers)


def _is_tally(fold: list[str], k: int) -> bool:
    """Eén keer overgeslagen, twee keer vergeten: so often, and done."""
    if not len(fold) - k >= _TIMES_AND_PARTICIPLE or fold[k + 1] not in TIMES_WORDS:
        return False
    ends = k + _TIMES_AND_PARTICIPLE == len(fold) or fold[k + 3] in _TALLY_ENDS
    return ends and verbs.is_participle(fold[k + 2])


def _names_past(words: list[str]) -> bool:
    return any(a in _PAST_WORDS and b in _PAST_UNITS for a, b in pairwise(words))


def _is_weak_past(said: Said) -> bool:
    """The past of a weak verb beside its subject: ik wandelde, fietste ik."""
    own = said.s.own
    for i, word in zip(said.main, said.words, strict=True):
        if word.endswith(("de", "te")) and not said.s.taken[i] and (i - 1 in own or i + 1 in own):
            return len(word) >= _SHORTEST_PAST and word not in _NO_WEAK_PAST
    return False


def _is_done(said: Said) -> bool:
    """A past participle, with its auxiliary or alone; not one that stands before a noun."""
    words = said.words
    place = next((k for k, word in enumerate(words) if verbs.is_participle(word)), -1)
    if place < 0:
        return False
    if said.found & _AUXILIARY:
        return not said.found & _INTENDING
    if said.after(place) in (",", "en", "met") and not said.s.own:
        return True
    # "De krant gelezen in plaats van op de gsm te kijken": an infinitive behind "te" is not the main verb.
    meant = any(
        verbs.is_infinitive(word) and not (k and words[k - 1] == "te") for k, word in enumerate(words)
    )
    if said.s.own or meant:
        return False
    before_noun = place > 0 and words[place - 1] in _BEFORE_NOUN
    return not before_noun and (place == 0 or words[0] in NUMBERS or not verbs.is_first(words[0]))
