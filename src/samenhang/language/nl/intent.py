"""Is it a plan: something that the writer means to do? Judged sentence by sentence."""

import re

from samenhang.language.nl import verbs
from samenhang.language.nl.lexicon import QUESTION_WORDS
from samenhang.language.nl.scan import Scan

_ENDS = frozenset((".", "!", "?", ";", "\n"))
_SHORTENED = frozenset(
    "min sec u uur ca max t e m a s bv nl jan feb mrt apr jun jul aug sep okt nov dec".split()
)
_CLIENT = frozenset("client cliente clienten cl clt".split())
_HEADINGS = frozenset(
    (
        "interventies interventie doelen agenda planning verslag notities actiepunten afspraken "
        "overzicht opvolging thema hypothese hypothesen observatie observaties bijlage agendapunten "
        "samenvatting titel onderwerp inhoud hoofdstuk doelstellingen aandachtspunten werkpunten "
        "weekoverzicht tips voorbeelden aanwezig datum betreft resultaat resultaten voortgang weekplan "
        "kernwoorden sterktes knelpunten evaluatie actieplan programma intake vragenlijst huiswerk"
    ).split(),
)
_NUMBERED_HEADINGS = frozenset("week sessie gesprek dag fase module hoofdstuk stap bijlage".split())
_THANKS = frozenset(
    "bedankt dank dankjewel dankje merci dankuwel groeten groetjes mvg proficiat thx".split()
)
_PAST_DAYS = frozenset(
    "gisteren eergisteren gister gisterenavond gisteravond daarnet gisterenochtend destijds".split()
)
_PAST_WORDS = frozenset(("vorige", "afgelopen", "voorbije", "vorig", "laatst", "voorbij"))
_SINCE = frozenset(
    ("sinds", "sedert", "meestal", "gewoonlijk", "doorgaans", "normaal", "nooit", "momenteel")
)
_SYMPTOMS = frozenset(
    (
        "hoofdpijn migraine moe misselijk spanning piekeren gepieker slapeloos slapeloosheid onrust "
        "onrustig paniek duizelig duizeligheid hartkloppingen vermoeid vermoeidheid uitgeput "
        "uitputting prikkelbaar prikkelbaarheid lusteloos lusteloosheid angst angstig bang verdrietig "
        "verdriet boos gespannen gestresseerd gestrest overprikkeld wakker ruzie slaapritme "
        "inslaapproblemen concentratieproblemen buikpijn rugpijn nekpijn maagpijn pijn spierpijn "
        "krampen trillen zweten somber futloos leeg kapot doodop onzeker zenuwachtig nerveus "
        "slaaptekort stijf verkrampt kortademig huilbui huilbuien energiedip dip dips inslaap klachten "
        "inslapen doorslapen vermoeidheidsklachten klacht last energie nachtrust concentratie"
    ).split(),
)
_STATES = frozenset(
    ("slecht", "goed", "beter", "moeilijk", "vlot", "licht", "diep", "onrustig", "vast", "door")
)
_TOO = frozenset("veel weinig lang laat vaak hard snel druk moe weinig".split())
_RESOLVED = frozenset("voorgenomen besloten beloofd afgesproken gekozen beslist".split())
_AUXILIARY = frozenset("heb hebben ben zijn had is heeft was werd word hebt waren hadden".split())
_MODALS = frozenset("wil ga zal moet probeer neem beloof plan kies besluit mag begin start".split())
_POLITE = frozenset(
    "kan kun kunt wil wilt zou zouden mag moet is ben heb heeft heb zal gaan ga zijn hoeft kunnen".split()
)
_OTHERS_START = frozenset(
    (
        "hij zij ze iedereen niemand men er het dat dit die hun haar zijn jullie hen u jij alles "
        "daar"
    ).split(),
)
_KIN = frozenset(
    (
        "man vrouw zus broer moeder vader mama papa zoon dochter kinderen kind partner vriend vriendin "
        "baas collega collega's leidinggevende chef buurman buurvrouw dokter huisarts kinesist team "
        "ouders hond kat schoonmoeder oma opa coach therapeut echtgenoot echtgenote manager directeur "
        "psycholoog lief vriendje buren klas juf meester nicht neef tante nonkel oom kinesiste peter"
    ).split(),
)
_SAYS = frozenset(
    "zei zegt zeiden vroeg schreef stelde riep antwoordde aldus vond meldde stuurde".split()
)
_LETTER = re.compile(r"[^\W\d_]")


def sentences(s: Scan) -> list[tuple[int, int]]:
    """The word ranges of the sentences; a dot inside "10 min." or "t.e.m." ends none."""
    found, begin = [], 0
    text, words = s.words.text, s.words
    for i, word in enumerate(s.fold[: words.size]):
        if word not in _ENDS:
            continue
        after = i + 1
        if after < words.size:
            apart = words.start[after] > words.end[i]
            opens = text[words.start[after]]
            if not apart or (word == "." and not opens.isupper() and opens not in '"“0123456789-'):
                continue
            if word == "." and s.taken[i] and s.fold[i - 1] in _SHORTENED and not opens.isupper():
                continue
            if word == ";":
                continue
        if i + 1 > begin:
            found.append((begin, i + 1))
        begin = i + 1
    if begin < words.size:
        found.append((begin, words.size))
    return found


def is_plan(s: Scan, begin: int, end: int) -> bool:
    """Does this sentence say what its writer (or the client) will do?"""
    fold = s.fold
    while (
        end > begin + 1
        and fold[end - 1] in ('"', "'", ")", "-", "*", "(", "d", ":", ";")
        and (fold[end - 1] != ":" or end < s.words.size)
    ):
        end -= 1
    while begin < end and not fold[begin][:1].isalnum() and fold[begin] not in ("'s", "'t", "'k"):
        begin += 1
    if begin >= end or "?" in fold[end - 1 : end + 1] or not _has_letters(s, begin, end):
        return False
    label_end = (
        s.pieces[0].j + 1 if s.pieces and s.pieces[0].kind == "label" and begin == 0 else begin
    )
    open_words = [i for i in range(label_end, end) if not s.closed[i] or s.closed[i] == 2]
    if _is_frame(s, begin, end):
        return False
    main = [i for i in open_words if not _is_aside(s, i) and s.closed[i] != 2]
    return _says_so(s, main, label_end, end)


def _says_so(s: Scan, main: list[int], begin: int, end: int) -> bool:
    fold = s.fold
    words = [fold[i] for i in main]
    if not words:
        return False
    if (main[0] == begin and _is_question(s, words)) or _is_past(s, main, words):
        return False
    own = [i for i in s.own if i in set(main)]
    if own:
        return _own_intention(s, main, words, own)
    if words[1:3] in _PLAN_IS:
        return True
    if _is_others(s, main, words):
        return False
    return _bare_intention(s, main, words)


def _has_letters(s: Scan, begin: int, end: int) -> bool:
    return any(s.fold[i][:1].isalpha() and len(s.fold[i]) > 1 for i in range(begin, end))


def _is_frame(s: Scan, begin: int, end: int) -> bool:
    """A heading, a word of thanks, a quote of somebody."""
    fold = s.fold
    first = fold[begin]
    if fold[end - 1] == ":":
        return True
    words = fold[begin:end]
    if first in _THANKS or (
        first in ("heel", "hartelijk", "veel", "alvast") and words[1:2] and words[1] in _THANKS
    ):
        return True
    if (
        first in ("tot", "goede", "beste", "hallo", "dag", "hoi")
        and end - begin <= 4
        and not _has_doing(words)
    ):
        return first != "tot" or fold[begin + 1] in (
            "dan",
            "straks",
            "volgende",
            "binnenkort",
            "morgen",
        )
    if _THANKS & set(words[-4:]) and not s.own:
        return True
    if (
        first in _HEADINGS
        and not (s.pieces and s.pieces[0].kind == "label")
        and not _has_doing(words[1:])
    ):
        return True
    numbered = first in _NUMBERED_HEADINGS and fold[begin + 1].isdecimal()
    if numbered and not _has_doing(words[2:]) and not (s.pieces and s.pieces[0].kind == "label"):
        return True
    return '"' in words and bool(_SAYS & set(words))


def _has_doing(words: list[str]) -> bool:
    return any(verbs.is_infinitive(word) or word in ("ik", "we") for word in words)


def _is_question(s: Scan, words: list[str]) -> bool:
    first = words[0]
    if first in QUESTION_WORDS and len(words) > 1:
        if first == "wat" and words[1].endswith("er"):
            return False
        return first != "wanneer" or not s.heads
    after = words[1] if len(words) > 1 else ""
    return first in _POLITE and after in (
        "je",
        "u",
        "jij",
        "jullie",
        "ik",
        "er",
        "het",
        "iemand",
        "we",
        "dat",
        "men",
    )


def _is_past(s: Scan, main: list[int], words: list[str]) -> bool:
    """A report: gisteren, heb … gedaan, wandelde, een voltooid deelwoord alleen."""
    found = set(words)
    if any(piece.kind == "deadline" for piece in s.pieces):
        return False
    if words[0] == "toen" or "had" in found:
        return True
    if found & _RESOLVED and ("om" in found or "dat" in s.fold or "te" in found):
        return False
    if found & _PAST_DAYS or found & verbs.PAST - {"wou", "wilde", "vielen"}:
        return not _is_wish(words)
    for k, word in enumerate(words[:-1]):
        if word in _PAST_WORDS and words[k + 1] in _PAST_UNITS:
            return True
    if "zou" in found or "zouden" in found:
        return not ("graag" in found or "willen" in found)
    if any(
        word.endswith(("de", "te")) and _is_weak_past(s, main[k]) for k, word in enumerate(words)
    ):
        return True
    participles = [k for k, word in enumerate(words) if verbs.is_participle(word)]
    if not participles:
        return False
    if found & _AUXILIARY:
        return not found & {"wil", "ga", "zal", "moet"}
    doing = any(verbs.is_infinitive(word) for word in words) or s.heads
    before_noun = words[participles[0] - 1] in _BEFORE_NOUN if participles[0] else False
    opening = verbs.is_first(words[0]) and not verbs.is_participle(words[0])
    return not doing and not before_noun and not opening


def _is_wish(words: list[str]) -> bool:
    return bool({"wou", "wilde"} & set(words)) and "graag" in words


def _is_weak_past(s: Scan, i: int) -> bool:
    """ik wandelde, fietste ik: the past of a weak verb beside its subject."""
    own = (i - 1 in s.own) or (i + 1 in s.own)
    word = s.fold[i]
    return (
        own
        and (len(word) > 4)
        and word not in ("beide", "eerste", "laatste")
        and not word.endswith("ode")
    )


def _own_intention(s: Scan, main: list[int], words: list[str], own: list[int]) -> bool:
    fold = s.fold
    found = set(words)
    p = own[0]
    verb = fold[p - 1] if (p - 1) in s.heads else _next_verb(s, p)
    if verb in (
        "denk",
        "weet",
        "hoop",
        "vind",
        "merk",
        "geloof",
        "vrees",
        "besef",
        "snap",
        "twijfel",
    ):
        return (
            verb == "denk"
            and "aan" in found
            and "eraan" not in found
            and bool(s.pieces)
            and "niet" not in found
        )
    if found & _SINCE or _is_habit(words):
        return False
    if verb in ("kan", "kon"):
        return "niet" not in found and bool(s.pieces) and not found & _SYMPTOMS
    if _has_excuse(s, main):
        return False
    if verb in _MODALS:
        return "niet" not in found or any(verbs.is_infinitive(word) for word in words)
    if found & _WORN:
        return False
    if verb == "ben" and ("plan" in found or "voornemens" in found or "zinnens" in found):
        return True
    if verb == "heb" and any(piece.kind == "deadline" for piece in s.pieces):
        return True
    if verb in verbs.STATIVE:
        return _is_kept_state(s, verb, words)
    if {"te"} & found and _has_too(words) and "niet" not in found:
        return False
    return "niet" not in found or not found & {"lukt", "gelukt"}


def _has_excuse(s: Scan, main: list[int]) -> bool:
    """ "…, maar ik heb geen tijd", "maar het lukt niet"."""
    for i in main:
        if s.fold[i] == "maar" and s.fold[i + 1] in ("ik", "het", "dat", "er", "dan"):
            return bool({"geen", "niet", "nooit", "weinig", "zelden"} & set(s.fold[i : i + 9]))
    return False


def _next_verb(s: Scan, p: int) -> str:
    word = s.fold[p + 1]
    return s.fold[p + 2] if word in ("zelf", "dus", "ook", "dan", "echt") else word


def _is_kept_state(s: Scan, verb: str, words: list[str]) -> bool:
    """ "Ik lig om 22u in bed", "ik ben om 18u thuis" are plans; "ik ben moe" is how it is."""
    found = set(words)
    if found & _SYMPTOMS or (verb == "slaap" and found & _STATES):
        return False
    timed = any(piece.kind in ("clock", "date", "daily", "days", "part") for piece in s.pieces)
    if verb == "hou":
        return "van" not in found
    if verb in ("lig", "ben", "zit"):
        return timed and bool(
            found & {"bed", "thuis", "kantoor", "buiten", "bureau", "beneden", "tafel", "offline"}
        )
    if verb == "slaap":
        return timed and bool(found & {"uit"}) or "uur" in s.fold
    return verb in ("schijn",) and False


def _is_habit(words: list[str]) -> bool:
    """al jaren, al twee weken, altijd ja zeggen: how it goes, not what is planned."""
    for k, word in enumerate(words):
        if word == "al" and k + 1 < len(words) and words[k + 1] in _HABIT_AFTER:
            return True
        if word == "altijd" and "wil" not in words and "ga" not in words:
            return True
    return "vaak" in words and (
        "te" in words or "zo" in words or words.index("vaak") > 0 and "wil" not in words
    )


def _has_too(words: list[str]) -> bool:
    return any(a == "te" and b in _TOO for a, b in zip(words, words[1:], strict=False))


def _is_others(s: Scan, main: list[int], words: list[str]) -> bool:
    """Another person's habit, or how things are; the client counts as the writer."""
    if _CLIENT & set(words[:6]):
        return False
    first = words[0]
    if first in ("de", "mijn", "m'n", "onze", "het", "ons", "een", "mn") and len(words) > 2:
        noun = next((k for k in range(1, min(4, len(words))) if _says_of_other(words[k], k)), 0)
        if noun > 1 or (noun == 1 and words[1] in _KIN):
            return True
        doing = any(verbs.is_infinitive(word) for word in words)
        if (
            not doing
            and words[2].endswith("t")
            and len(words[2]) > 4
            and not words[1].endswith("e")
        ):
            return not s.taken[main[2]]
        if words[1] in _KIN and not verbs.is_infinitive(words[-1]):
            return True
    if first in _OTHERS_START and len(words) > 1:
        return any(_says_of_other(word, 2) or verbs.is_infinitive(word) for word in words[1:4])
    return _has_other_subject(s, main, words)


def _says_of_other(word: str, k: int) -> bool:
    """A verb of somebody else: belt, ging, duurde."""
    if verbs.is_third(word) or word in verbs.PAST:
        return True
    weak = (
        word.endswith(("de", "te")) and len(word) > 5 and not word.endswith(("ode", "heede", "ste"))
    )
    return k > 1 and weak


def _has_other_subject(s: Scan, main: list[int], words: list[str]) -> bool:
    """Elke avond belt mijn moeder; mij sturen ze; bel me morgen: somebody else acts."""
    for k, word in enumerate(words):
        if k and set(words[k + 1 : k + 3]) & _OWN_THINGS and word in ("gaat", "is"):
            return False
        if word in (
            "is",
            "zijn",
            "heeft",
            "wordt",
            "was",
            "lukt",
            "voelt",
            "helpt",
            "doet",
            "gaat",
            "komt",
        ) and (verbs.is_third(word)):
            if word == "zijn" and (k == len(words) - 1 or not _opens_clause(s, main[k])):
                continue
            return True
        if (
            k
            and verbs.is_third(word)
            and not verbs.is_first(word)
            and not verbs.is_infinitive(word)
        ):
            after = words[k + 1] if k + 1 < len(words) else ""
            if set(words[k + 1 : k + 4]) & _OWN_THINGS:
                return False
            if after in (
                "mijn",
                "de",
                "het",
                "ze",
                "hij",
                "zij",
                "ons",
                "onze",
                "iedereen",
                "er",
                "m'n",
            ) or k + 1 == len(words):
                return True
            if words[0][:1].isalpha() and k == 1 and s.words.text[s.words.start[main[0]]].isupper():
                return not s.taken[main[0]]
    if words[0] in verbs.FIRST and {"onze", "ons", "jullie"} & set(words):
        return True
    if words[0] in verbs.FIRST and {"me", "mij", "ons"} & set(words[1:3]):
        return True
    return False


def _opens_clause(s: Scan, i: int) -> bool:
    return i > 0 and bool(s.taken[i - 1])


def _bare_intention(s: Scan, main: list[int], words: list[str]) -> bool:
    """No subject: an infinitive, an order to oneself, or a thing with a time or an amount."""
    found = set(words)
    doing = any(
        verbs.is_infinitive(word) and (not k or words[k - 1] not in _BEFORE_NOUN_VERB)
        for k, word in enumerate(words)
    )
    if _is_comment(s):
        return False
    ordered = any(
        verbs.is_first(words[k]) and _is_ordered(s, main, k) for k in range(min(len(words), 12))
    )
    if _CLIENT & set(words[:6]):
        if found & (_SYMPTOMS | _SINCE | _CLIENT_STATES) or "slecht" in found:
            return False
        return any(verbs.is_form(word) for word in words)
    if found & _SINCE or (_has_too(words) and not doing):
        return False
    vague = any(piece.kind == "vague" for piece in s.pieces)
    if found & _SYMPTOMS and not ordered and not _treats(words):
        return doing and not _ill_infinitive(words) and not _starts_ill(words)
    if doing or ordered:
        return "niet" not in found or "kunnen" not in found
    kinds = {piece.kind for piece in s.pieces}
    if vague:
        return True
    if kinds & {
        "clock",
        "daily",
        "days",
        "day",
        "date",
        "part",
        "per_week",
        "per_day",
        "every",
        "weeks",
        "monthly",
        "hourly",
        "duration",
        "qty",
        "anchor",
        "window",
        "week",
        "span",
        "fortnight",
    }:
        return _has_content(s, main)
    if "geen" in found and len(words) > 1:
        return True
    return (
        bool(found & {"dicht", "weg", "uit", "los", "klaar"})
        and len(words) > 1
        and words[-1] in {"dicht", "weg", "uit", "klaar"}
    )


def _is_comment(s: Scan) -> bool:
    """ "…, dat is mijn valkuil": the sentence speaks about something."""
    return any(
        word == "dat"
        and s.fold[i - 1] == ","
        and s.fold[i + 1] in ("is", "was", "zijn", "maakt", "helpt")
        for i, word in enumerate(s.fold[: s.words.size])
    )


def _is_ordered(s: Scan, main: list[int], k: int) -> bool:
    """A bare stem that opens the sentence, or stands right after a piece: an order."""
    i = main[k]
    if k == 0:
        return True
    before = s.fold[i - 1]
    return bool(s.taken[i - 1]) or before in (",", ":", ";", "en", "dan") or main[k - 1] != i - 1


def _treats(words: list[str]) -> bool:
    return bool({"tegen", "geen", "bij", "minder"} & set(words[:-1]))


def _ill_infinitive(words: list[str]) -> bool:
    return words[-1] in (
        "piekeren",
        "inslapen",
        "doorslapen",
        "worden",
        "zijn",
        "liggen",
        "trillen",
        "huilen",
    )


def _starts_ill(words: list[str]) -> bool:
    return words[0] in _SYMPTOMS


def _has_content(s: Scan, main: list[int]) -> bool:
    """Something that is neither time nor filler is left to do, or the label says it."""
    if s.pieces and s.pieces[0].kind == "label":
        return True
    return any(
        s.fold[i][:1].isalpha() and len(s.fold[i]) > 2 and not s.taken[i] for i in main
    ) or any(piece.kind == "qty" for piece in s.pieces)


def _is_aside(s: Scan, i: int) -> bool:
    """In an anchor, or in "als het lukt": what happens there is not what is planned."""
    return any(
        piece.i <= i < piece.j
        and (
            piece.kind == "anchor"
            or (piece.kind == "vague" and s.fold[piece.i] in ("als", "indien"))
        )
        for piece in s.pieces
    )


_BEFORE_NOUN_VERB = frozenset("door over van wegens vanwege zonder met".split())
_PLAN_IS = (
    ["plan", "is"],
    ["doel", "is"],
    ["voornemen", "is"],
    ["afspraak", "is"],
    ["actie", "is"],
)
_OWN_THINGS = frozenset(
    "gsm telefoon laptop computer tv scherm wekker tablet mailbox smartphone meldingen licht".split()
)
_CLIENT_STATES = frozenset(
    "piekert voelt heeft is kwam was ligt twijfelt vindt merkt denkt".split()
)
_WORN = frozenset(
    "moe uitgeput misselijk wakker gestresseerd gespannen bang boos verdrietig somber doodop leeg kapot".split(),
)
_PAST_UNITS = frozenset(
    (
        "week weken maand maanden dagen keer nacht maandag dinsdag woensdag donderdag vrijdag zaterdag "
        "zondag weekend jaar jaren zomer periode sessie"
    ).split(),
)
_BEFORE_NOUN = frozenset(
    "een de het mijn m'n zijn haar twee drie vier vijf geen gezond vooraf elke iets".split()
)
_HABIT_AFTER = frozenset(
    "jaren jaar weken maanden lang dagen een twee drie vier vijf enkele weer heel".split()
)
