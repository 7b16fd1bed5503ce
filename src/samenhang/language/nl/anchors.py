"""What a plan hangs on: na het avondeten, voor ik mijn laptop open, zodra, tijdens, bij."""

from samenhang.language.nl import verbs
from samenhang.language.nl.clauses import SCHEDULE_STARTS, STOPS, clause_end, opens_when
from samenhang.language.nl.lexicon import (
    ARTICLES,
    DEMONSTRATIVES,
    EACH,
    NUMBERS,
    ORDINALS,
    POSSESSIVES,
    UNIT_DAYS,
    UNIT_SECONDS,
    WEEKDAYS,
)
from samenhang.language.nl.scan import Reader, Scan
from samenhang.language.nl.tables import listed

_DETERMINERS = ARTICLES | POSSESSIVES | DEMONSTRATIVES | EACH | {"een", "geen", "alle"}
_SUBJECTS = listed("ik we wij je jij hij ze zij 'k k m'n iemand er men")
_ADJECTIVES = listed(
    "lange drukke late vroege warme koude dagelijkse wekelijkse korte eigen moeilijke zware "
    "nieuwe kleine grote hele volgende halve rustige lastige online gezamenlijke ochtendlijke volle "
    "maandelijkse stresserende stressvolle spannende belangrijke vaste"
)
_MEASURES = listed("kop kopje kopke tas tasje taske glas glaasje stuk stukje beker begin einde")
EVENTS = listed(
    "slapengaan slapen bed avondeten eten ontbijt lunch middageten middagmaal avondmaal diner "
    "vergadering vergaderingen meeting meetings werk werkdag les lessen school overleg gesprek "
    "pauze middagpauze lunchpauze koffiepauze training shift dienst rit douche start koffie "
    "opstaan vertrek sessie begin einde presentatie telefoontje thuiskomst call examen wedstrijd "
    "maaltijd maaltijden bad sport afwas nachtdienst vroege late wekker weekstart kantooruren "
    "spits afspraak bezoek vakantie teamoverleg teammeeting werkoverleg ontwaken tandenpoetsen "
    "journaal nieuws film dessert aperitief middagdutje dutje slaap middag"
)
_FEELINGS = listed(
    "stress spanning twijfel onrust hoofdpijn vermoeidheid piekeren paniek thuiskomst aankomst "
    "vertrek ontwaken aanvang afloop honger dorst slapeloosheid"
)
_PERSONS = listed(
    "mij me ons hem haar hen elkaar mekaar zich mezelf jou je u mama papa oma opa dokter huisarts "
    "kinesist kine psycholoog zus broer moeder vader vriend vriendin vrienden buren collega "
    "collega's ouders garage notaris bakker kapper tandarts familie coach diëtist dietist"
)
_RELATIVES = (
    "iste",
    "ist",
    "peut",
    "peute",
    "loog",
    "loge",
    "arts",
    "tante",
    "nonkel",
    "oom",
    "buren",
    "ouders",
    "kinderen",
    "moeder",
    "vader",
    "broer",
    "zus",
    "vriend",
    "vriendin",
    "vrouw",
)
_TALKS = listed("vergadering gesprek overleg les telefoontje meeting call afspraak bezoek")
_ROLES = listed(
    "eerste laatste beloning ontbijt tussendoortje test experiment alternatief reminder "
    "herinnering voorbeeld gewoonte ritueel start volgt ook vanouds zodanig mogelijk"
)
_COMPARING = listed("zowel net zo zelfde even evenveel vaak lang zoals veel ander anders")
_REPORTING = listed(
    "noteer noteren vraag vragen schrijf opschrijven bijhouden kijk kijken weet weten zeg zeggen "
    "beslis beslissen bepaal bepalen afspreken noteert bekijk vertel vertellen"
)
_WHENS = frozenset(("als", "wanneer", "dat", "indien"))


def read_when(s: Scan, i: int) -> int:
    """zodra, als, wanneer, van zodra, telkens als, elke keer dat, eens ik."""
    j = _past_when(s, i)
    if j == i:
        return i
    # "wanneer dat ik thuiskom", as in Flanders.
    return _add_clause(s, i, j + (s.fold[j] == "dat"), "zodra")


def read_before_clause(s: Scan, i: int) -> int:
    """voordat, vooraleer, alvorens, nadat, terwijl: always a clause."""
    if s.fold[i] == "eer" and s.fold[i + 1] not in _SUBJECTS:
        return i
    return _add_clause(s, i, i + 1 + (s.fold[i + 1] == "dat"), _CLAUSE_WORDS[s.fold[i]])


def read_before(s: Scan, i: int) -> int:
    """voor: before a clause, or before an event; else what something is for."""
    if s.fold[i + 1] in _SUBJECTS and _ends_in_verb(s, i + 1):
        return _add_clause(s, _with_closeness(s, i), i + 1, "voor")
    if s.fold[i + 1] == "dat":
        return _add_clause(s, i, i + 2, "voor")
    start = _with_closeness(s, i)
    forced = start < i or s.words.has_accent(i)
    if s.fold[i + 1] == "een" and i > 0 and not forced:
        return i
    clause = _subject_clause(s, i + 1)
    if clause:
        return s.add("anchor", start, clause, ("voor", i + 1, clause))
    head = _head(s, i + 1)
    word = s.fold[head]
    nominal = s.fold[i + 1] in ("het", "'t") and verbs.is_infinitive(word)
    # "voor tslapen": the article in one breath with its noun.
    glued = word[:1] == "t" and word[1:] in EVENTS
    event = word in EVENTS or word.endswith(("vergadering", "pauze", "overleg", "eten"))
    if forced or glued or nominal or event:
        return _add_noun(s, start, i + 1, "voor")
    return i


def read_after(s: Scan, i: int) -> int:
    """Na het avondeten, na elke vergadering; not "na te denken", "na 20u", "na een week"."""
    word = s.fold[i + 1]
    if word in STOPS or word in ("te", "over", "elkaar", "mekaar", "en", "of", "ik", "is", "met"):
        return i
    if word == "dat":
        return _add_clause(s, i, i + 2, "na")
    if word in ("een", "enkele") and (s.fold[i + 2] in UNIT_DAYS or s.fold[i + 2] in UNIT_SECONDS):
        return i
    if word.isdecimal() or (word in NUMBERS and word != "een"):
        return i
    return _add_noun(s, _with_closeness(s, i), i + 1, "na")


def read_at(s: Scan, i: int) -> int:
    """Bij het opstaan, bij elke maaltijd, bij stress; not bij mijn zus."""
    word = s.fold[i + 1]
    if i and s.fold[i - 1] in ("aan", "langs", "terecht", "hulp", "om", "er"):
        return i
    named = word[:1].isalpha() or word in ARTICLES
    if word in STOPS or word in _PERSONS or not named or word in ("te", "en", "of"):
        return i
    head = _head(s, i + 1)
    if (
        s.fold[head] in _PERSONS
        or s.fold[head].endswith(_RELATIVES)
        or (head == i + 1 and not _may_be_bare(s.fold[head]))
    ):
        return i
    return _add_noun(s, i, i + 1, "bij")


def read_during(s: Scan, i: int) -> int:
    """Tijdens de middagpauze, gedurende de les."""
    word = s.fold[i + 1]
    if not word[:1].isalpha() or word in UNIT_DAYS:
        return i
    return _add_noun(s, i, i + 1, "tijdens")


def read_edge(s: Scan, i: int) -> int:
    """Op het einde van de werkdag, aan het begin van de les: as "bij"."""
    if s.fold[i + 1] not in ("het", "'t") or s.fold[i + 2] not in ("einde", "eind", "begin"):
        return i
    if s.fold[i + 3] != "van" or s.fold[i + 5] in UNIT_DAYS.keys() - {"dag"}:
        return i
    return _add_noun(s, i, i + 1, "bij")


def _past_when(s: Scan, i: int) -> int:
    """The first word of the event, or i when this is no "when"."""
    word, after = s.fold[i], s.fold[i + 1]
    if word == "als":
        return i if after in _ROLES or after in STOPS or (i and s.fold[i - 1] in _COMPARING) else i + 1
    if word == "wanneer":
        return i if i and (s.fold[i - 1] in _REPORTING or s.fold[i - 1] == "even") else i + 1
    if word == "zodra":
        return i + 1
    if word in EACH:
        return _past_subject(s, i, 2) if after in ("keer", "maal", "moment") else i
    if word == "van":
        return i + 2 if after in ("zodra", "als") else i
    return _past_moment(s, i)


def _past_moment(s: Scan, i: int) -> int:
    """Telkens als, altijd wanneer, eens ik, op het moment dat."""
    word = s.fold[i]
    if word in ("op", "vanaf"):
        moment = s.fold[i + 1] == "het" and s.fold[i + 2] in ("moment", "ogenblik")
        return i + 4 if moment and s.fold[i + 3] in _WHENS else i
    if word in ("altijd", "steeds"):
        return i + 2 if s.fold[i + 1] in _WHENS else i
    if word == "telkens":
        return _past_subject(s, i, 1)
    return i + 1 if word in ("eens", "eenmaal", "indien") and s.fold[i + 1] in _SUBJECTS else i


def _past_subject(s: Scan, i: int, step: int) -> int:
    """With "als", "wanneer", "dat" after it, or a subject at once, as in Flanders."""
    after = s.fold[i + step]
    return i + step + 1 if after in _WHENS else i + step if after in _SUBJECTS else i


def _add_clause(s: Scan, i: int, j: int, rel: str) -> int:
    end = clause_end(s, j)
    return i if end <= j else s.add("anchor", i, end, (rel, j, end))


def _add_noun(s: Scan, i: int, j: int, rel: str) -> int:
    end = _noun_end(s, j)
    return i if end <= j else s.add("anchor", i, end, (rel, j, end))


def _with_closeness(s: Scan, i: int) -> int:
    """Vlak voor, net na, meteen na: one relation."""
    near = ("vlak", "net", "kort", "meteen", "direct", "onmiddellijk", "juist", "recht", "telkens")
    return i - 1 if i and s.fold[i - 1] in near and not s.taken[i - 1] else i


def _head(s: Scan, j: int) -> int:
    """The noun of the group that starts at word j."""
    while s.fold[j] in _DETERMINERS or s.fold[j] in ORDINALS or s.fold[j] in _ADJECTIVES:
        j += 1
    return j


def _noun_end(s: Scan, j: int) -> int:
    """The end of an event: its noun, what it is "of", up to the finite verb where there is one."""
    inverted = _inverted_end(s, j)
    if inverted:
        return inverted
    head = _head(s, j)
    if s.fold[head] in STOPS:
        return max(j, head)
    end = head + 1
    while s.fold[end] == "-" and s.words.touches(end) and s.words.touches(end + 1):
        end += 2
    word = s.fold[head]
    if s.fold[j] in ("het", "'t") and s.fold[end] not in STOPS:
        end = _nominal_end(s, head, end)
    elif word in _MEASURES and s.fold[end][:1].isalpha() and s.fold[end] not in ("van", "met", "en"):
        end += 1
    if s.fold[end] == "van" and s.fold[end + 1].isdecimal() and s.fold[end + 2] in ("u", "uur", "h"):
        return end + 3
    while s.fold[end] == "van" and s.fold[end + 1] not in STOPS and not opens_when(s, end):
        end = min(_head(s, end + 1) + 1, s.words.size)
    if word in _TALKS and s.fold[end] in ("met", "over") and s.fold[end + 1] not in STOPS:
        after = min(_head(s, end + 1) + 1, s.words.size)
        end = after if s.fold[after] in STOPS else end
    return end


def _inverted_end(s: Scan, j: int) -> int:
    """Na het avondeten | wandel ik: the event runs up to the verb, or to a time before it."""
    k = j
    for head in s.heads:
        if head > j:
            while k < head and s.fold[k] not in STOPS:
                if k > j + 1 and _is_new_piece(s, k):
                    return 0
                k += 1
            return head if k == head else 0
    return 0


def _is_new_piece(s: Scan, k: int) -> bool:
    word = s.fold[k]
    if word in (
        "op",
        "in",
        "om",
        "van",
        "tot",
        "vanaf",
        "voor",
        "na",
        "bij",
        "tijdens",
        "over",
        "en",
    ):
        return True
    return (
        word.isdecimal()
        or word in SCHEDULE_STARTS
        or word in WEEKDAYS
        or (word in NUMBERS and word != "een")
        or (word == "een" and s.fold[k + 1] in UNIT_SECONDS)
        or word in ("ga", "wil", "zal", "morgen", "vandaag")
    )


def _nominal_end(s: Scan, head: int, end: int) -> int:
    """Het handen wassen, het slapen gaan, het naar bed gaan: a verb used as a noun."""
    word, after = s.fold[head], s.fold[end]
    if word == "slapen" and after == "gaan":
        return end + 1
    if word in ("naar", "uit", "in", "op", "van"):
        k = end
        while s.fold[k] not in STOPS and not verbs.is_infinitive(s.fold[k]):
            k += 1
        return k + 1 if s.fold[k] not in STOPS else end
    plural = word.endswith(("en", "s")) and not verbs.is_infinitive(word) and word not in EVENTS
    return end + 1 if plural and verbs.is_infinitive(after) else end


def _ends_in_verb(s: Scan, j: int) -> bool:
    k = j + 1
    while s.fold[k] not in STOPS:
        k += 1
    return k > j + 1


def _subject_clause(s: Scan, j: int) -> int:
    """Voor de kinderen thuiskomen: a clause with a noun as its subject; 0 when it is not."""
    head = _head(s, j)
    after = s.fold[head + 1]
    if s.fold[j + 1] in ("af", "klaar", "gedaan") and s.fold[j + 2] in ("is", "zijn"):
        # "Voor huiswerk af is", as it is typed
        return j + 3
    if head == j or after in STOPS or head + 1 in s.heads or s.fold[j] in ("het", "'t", "een"):
        return 0
    third = verbs.is_third(after) or (after.endswith("t") and head + 2 in s.heads)
    if third and after not in ("is", "wil") and not verbs.is_infinitive(after):
        return head + 2
    plural = s.fold[head].endswith(("en", "s"))
    # "voor de kinderen wakker zijn"
    being = next((k for k in range(head + 1, head + 4) if s.fold[k] in ("zijn", "is")), 0)
    if being and (s.fold[being + 1] in STOPS or being + 1 in s.heads):
        return being + 1
    if plural and verbs.is_infinitive(after) and s.fold[j] in POSSESSIVES | {"de"}:
        nxt = s.fold[head + 2]
        return head + 2 if nxt in STOPS or nxt in SCHEDULE_STARTS or head + 2 in s.heads else 0
    return 0


def _may_be_bare(word: str) -> bool:
    return word in EVENTS or word in _FEELINGS or word.endswith("ing")


def read_on(s: Scan, i: int) -> int:
    """Op het moment dat; op het einde van de werkdag."""
    read = read_when(s, i)
    return read if read > i else read_edge(s, i)


_CLAUSE_WORDS = {
    **dict.fromkeys(("voordat", "vooraleer", "alvorens", "eer"), "voor"),
    "nadat": "na",
    "terwijl": "tijdens",
}
READERS: dict[str, Reader] = {
    "aan": read_edge,
    **dict.fromkeys(
        ("zodra", "als", "wanneer", "telkens", "altijd", "steeds", "eens", "eenmaal", "indien"),
        read_when,
    ),
    **dict.fromkeys(("van", "vanaf", *EACH), read_when),
    "op": read_on,
    **dict.fromkeys(_CLAUSE_WORDS, read_before_clause),
    "voor": read_before,
    "na": read_after,
    "bij": read_at,
    **dict.fromkeys(("tijdens", "gedurende"), read_during),
}
