"""Is somebody else, or something else, what the sentence is about?"""

from itertools import pairwise

from samenhang.language.nl import verbs
from samenhang.language.nl.sentences import Said
from samenhang.language.nl.states import BODY
from samenhang.language.nl.tables import listed

CLIENT = listed("client cliente clienten cl clt")
_CLIENT_REACH = 6
_SOMEBODY = listed("hij zij ze iedereen niemand iemand men jullie jij anderen")
_PERSONS = listed(
    "hij zij ze iedereen niemand iemand men er het dat dit die hun haar zijn jullie hen u jij alles daar"
)
_DETERMINERS = listed("de mijn m'n onze het ons een mn hun jullie")
KIN = listed(
    "man vrouw zus broer moeder vader mama papa zoon dochter kinderen kind partner vriend vriendin "
    "baas collega collega's leidinggevende chef buurman buurvrouw dokter huisarts kinesist team "
    "ouders hond kat schoonmoeder oma opa coach therapeut echtgenoot echtgenote manager directeur "
    "psycholoog lief vriendje buren klas juf meester nicht neef tante nonkel oom kinesiste peter"
)
# "Elke avond staat mijn gsm op stil" is an arrangement of one's own.
_OWN_THINGS = listed(
    "gsm telefoon laptop computer tv scherm wekker tablet mailbox smartphone meldingen licht lampen "
    "lichten schermen gsm's telefoons laptops gordijnen toestellen router computers tablets pc "
    "televisie radio playstation console xbox verwarming"
)
_BEING = listed("is heeft wordt was lukt voelt helpt doet gaat komt")
_AFTER_VERB = listed("mijn de het ze hij zij ons onze iedereen er m'n")
_ADDRESSED = listed("onze ons jullie")
_ASKED = listed("me mij ons")
_NO_PAST = listed(
    "stilte ruimte hoogte lengte breedte ziekte warmte gedachte groente vlakte drukte behoefte ronde einde "
    "liefde vreugde vrede waarde aarde koude derde vierde zevende tiende volgende komende halve goede beide"
)
_NO_VERBS = listed(
    "niet want laat rest nacht kant post licht lucht met vast eerst echt direct exact strikt stipt juist "
    "recht vlot kort zacht liefst best meest minst dicht soort sport gezicht bericht"
)
_SUBJECTS = listed(
    "mijn m'n mn de het ze hij zij ons onze iedereen niemand iemand men er hun haar zijn die dat"
)
# Who looks at a screen is not the screen.
_WHO = listed("hij zij ze iedereen niemand iemand men")
_DOINGS = listed(
    "komen gaan zijn hebben willen vinden moeten kunnen blijven slapen wonen zitten kijken mogen "
    "krijgen zullen worden spelen hebben staan vragen maken zeggen"
)
_AFTER = listed("ze zij jullie")
_MANY = listed("veel sommige meeste alle jonge oude andere weinig vele deze die zulke")
_PEOPLE = listed("mensen ouders kinderen vrouwen mannen jongeren collega's vrienden buren leerlingen")
_ARRIVING = listed(
    "komen gaan zijn vertrekken verhuizen logeren beginnen hebben vieren starten blijven vallen trouwen "
    "spoken razen dwarrelen malen tollen knagen piekeren verwachten bonzen bonken kloppen suizen "
    "branden prikken"
)
# Bare plurals and what they are or do: of these nobody is asked to do anything.
_REMAINING = listed("blijven worden lijken kosten vallen duren vragen eisen schijnen zijn hebben komen")
_MIXING = listed("lopen vloeien zitten liggen staan gaan vallen")
_AMID = listed("door in uit onder op tegen naast achter")
_LED = listed("over om in op aan met voor naar bij van tegen te mee en of")
_LEADING = listed("gaan willen moeten zullen")
_MET = listed("collegas kids kinders vrienden vriendinnen mama papa ons mijn mijne men de den een nen mn mij")
_STARTING = listed("start wacht praat fluit eet zit staat sluit rust")
_YOU_DO = listed(
    "moet kan kunt mag hebt bent weet wordt ziet zou wil hoeft krijgt denkt voelt zit staat moest kon"
)
_THERE = listed(
    "is zit zijn staat ligt komt gaat blijft wordt hangt was heerst ontstaat loopt schuilt speelt zitten "
    "staan"
)
_COMING = listed(
    "komen zijn blijven worden gaan hebben willen moeten mogen kunnen beginnen duren vragen eisen krijgen"
)
_INNER = listed("gedachten gevoelens zenuwen emoties zorgen hersenen herinneringen angsten stemmen beelden")
_BODY_ACTS = listed("losmaken losschudden rollen kantelen optillen insmeren laten insmeren")
_MINE = listed("mijn m'n mn")
_FAR, _LONE = 8, 3
_LONG_ENOUGH, _LONG_PAST, _NEAR = 5, 6, 4


def is_of_client(said: Said) -> bool:
    """Cliënt wandelt …; woensdag om 16 uur legt de cliënt …: times do not count."""
    free = [word for i, word in zip(said.main, said.words, strict=True) if not said.s.taken[i]]
    return bool(CLIENT & set(free[:_CLIENT_REACH]))


def is_of_others(said: Said) -> bool:
    """Another person's habit, or how things are."""
    words = said.words
    if words[0] in _SOMEBODY or _moves_me(words) or _opens_with_other(words):
        return True
    if _opens_with_names(said) or _opens_with_plural(said):
        return True
    if words[0] in _DETERMINERS and len(words) > 2 and _opens_with_subject(said):  # noqa: PLR2004 - the, noun, verb
        return True
    if said.kinds == {"anchor"} and words[0] == "," and _is_plural_after(words):
        return True
    if any(a in _THERE and b == "er" for a, b in pairwise(words)) and not said.found & _OWN_THINGS:
        # "Elke maandag zit er een steen in mijn maag"
        return True
    inverted = _is_inverted(said) or _is_plural_inverted(said)
    return inverted or _has_subject_after(said) or _asks_other(words) or _is_of_body(said)


def _opens_with_plural(said: Said) -> bool:
    """Nachtdiensten blijven zwaar; collega's sturen 's avonds nog mails; werk en privé lopen door elkaar."""
    words = said.words
    if verbs.is_infinitive(words[-1]) and words[-2:] != ["blijven", "komen"]:
        return False
    if any(
        a in _MIXING and b in _AMID and c == "elkaar"
        for a, b, c in zip(words, words[1:], words[2:], strict=False)
    ):
        return True
    first, verb = words[0], said.after(0)
    if first.endswith(("en", "s")) and verb in _REMAINING and not verbs.is_form(first):
        return True
    if first not in _PEOPLE or not verbs.is_infinitive(verb):
        return False
    # "Vrienden bellen over zaterdag" is done; with an object behind the verb it is they who do it.
    rest = [said.s.fold[i] for i in said.main[2:] if not said.s.taken[i] and said.s.fold[i][:1].isalpha()]
    return bool(rest) and rest[0] not in _LED


def _opens_with_names(said: Said) -> bool:
    """Bart en Lies lopen elke zondag."""
    first, joined, second, verb = (*said.words[:4], "", "", "", "")[:4]
    if joined != "en" or not verbs.is_infinitive(verb) or len(said.words) == len(("a", "en", "b", "c")):
        return False
    capital = said.s.words.text[said.s.words.start[said.main[2]]].isupper()
    return capital and not (verbs.is_form(first) or verbs.is_form(second))


def _opens_with_other(words: list[str]) -> bool:
    """Er belt iemand; ge moet niet denken; veel mensen mediteren elke dag."""
    first = words[0]
    if first == "volgens":
        return True
    if first in ("ge", "gij") or (first in ("je", "u") and _is_you(words)):
        return True
    if first in _PERSONS and any(
        _is_of_other(word, 2) or verbs.is_infinitive(word) for word in words[1:_NEAR]
    ):
        return True
    return any(
        a in _MANY and b in _PEOPLE and verbs.is_infinitive(c)
        for a, b, c in zip(words, words[1:], words[2:], strict=False)
    )


def _is_you(words: list[str]) -> bool:
    """Je moet niet denken dat …; "je gsm" is a thing."""
    return len(words) > 1 and (words[1] in _YOU_DO or verbs.is_third(words[1]))


def _is_plural_inverted(said: Said) -> bool:
    """Zaterdag komen mijn schoonouders; volgende week start mijn nieuwe collega."""
    words, s = said.words, said.s
    if said.found & _OWN_THINGS:
        return False
    for k, i in enumerate(said.main[:-2]):
        opens = k == 0 or i != said.main[k - 1] + 1 or s.taken[i - 1] or s.fold[i - 1] == ","
        if not opens or words[k + 1] not in _SUBJECTS:
            continue
        verb_last = k + 1 < len(words) - 1 and verbs.is_infinitive(words[-1])
        if words[k] in _ARRIVING or (verbs.is_infinitive(words[k]) and not verb_last):
            # A plan without a subject ends in its verb: "de ramen lappen", not "lappen de ramen".
            return not (verb_last and words[k] in _LEADING and not KIN & set(words[k + 2 : k + 4]))
        if words[k] in _STARTING and KIN & set(words[k + 2 : k + 4]):
            return True
    return False


def _is_inverted(said: Said) -> bool:
    """Zaterdag trouwt mijn nicht; als ik dat denk, krimpt mijn maag: a verb and its subject."""
    s = said.s
    own_thing = bool(said.found & _OWN_THINGS)
    for k, i in enumerate(said.main):
        word = s.fold[i]
        if not word.endswith("t") or len(word) < _NEAR or s.taken[i] or verbs.is_first(word):
            continue
        opens = k == 0 or i != said.main[k - 1] + 1 or s.taken[i - 1] or s.fold[i - 1] == ","
        if opens and s.fold[i + 1] in (_WHO if own_thing else _SUBJECTS) and word not in _NO_VERBS:
            return True
    return False


def _moves_me(words: list[str]) -> bool:
    """De files maken me gek, ademen kalmeert me: the verb before "me" is of something else."""
    if any(b in _AFTER and verbs.is_infinitive(a) for a, b in pairwise(words)):
        # "Op school leren ze …"
        return True
    if any(b == "me" and c in KIN | _MET for b, c in pairwise(words)):
        # "Bellen me mama": met.
        return False
    return any(b in ("me", "mij") and _is_other_form(a) for a, b in pairwise(words[:_FAR]) if a != words[0])


def _is_of_body(said: Said) -> bool:
    """Na een uur lezen prikken mijn ogen: a verb, then what it is of; "mijn rug strekken" is done."""
    words, s = said.words, said.s
    for k in range(len(words) - 2):
        if words[k + 1] in _MINE and words[k + 2] in BODY and words[k].endswith("en"):
            return not s.taken[said.main[k]] and not verbs.is_infinitive(said.after(k + 2))
    return False


def _is_plural_after(words: list[str]) -> bool:
    """Zodra het stil wordt, beginnen de gedachten."""
    return (
        verbs.is_infinitive(words[1]) and words[2:3] in (["de"], ["mijn"], ["alle"])
        if len(words) > 1
        else False
    )


def _is_other_form(word: str) -> bool:
    if verbs.is_first(word):
        return False
    return verbs.is_third(word) or verbs.is_infinitive(word) or word.endswith(("eert", "elt"))


def _opens_with_subject(said: Said) -> bool:
    """Mijn man wandelt, de vergadering duurde, de trein vertrekt."""
    words = said.words
    if _OWN_THINGS & set(words[:_NEAR]):
        return False
    verb = next((k for k, word in enumerate(words[:_NEAR]) if k and _is_of_other(word, k)), 0)
    if verb > 1 or (verb == 1 and words[1] in KIN):
        return True
    if (
        (words[1] in BODY or words[1] in _INNER)
        and words[2].endswith("en")
        and not verbs.is_infinitive(words[2])
    ):
        # "Mijn kaken klemmen", "mijn handen tintelen"
        return words[2] not in _BODY_ACTS
    if words[1].endswith(("en", "s")) and words[2] in _COMING and not verbs.is_infinitive(words[-1]):
        return True
    if not any(verbs.is_infinitive(word) for word in words):
        third = words[2]
        if third.endswith("t") and len(third) >= _LONG_ENOUGH and not words[1].endswith("e"):
            return not said.s.taken[said.main[2]]
    return _is_kin_telling(said) if words[1] in KIN else _has_plural_subject(said)


def _is_kin_telling(said: Said) -> bool:
    """Mijn kinderen slapen slecht, mijn ouders vinden dat …; "mijn moeder bellen op zondag" is done."""
    words = said.words
    plural = words[1].endswith(("en", "s"))
    if plural and (words[2] in _DOINGS or (any(said.s.closed) and len(words) == _LONE)):
        return True
    called = verbs.is_infinitive(words[2]) and not plural
    return not (called or verbs.is_infinitive(words[-1]))


def _has_plural_subject(said: Said) -> bool:
    """Mijn benen voelen zwaar: a plural, its verb, and more; "de ramen lappen" is done."""
    words = said.words
    plural = words[1].endswith(("en", "ers", "els", "'s")) and verbs.is_infinitive(words[2])
    if not plural or verbs.is_infinitive(words[-1]):
        return False
    return any(not said.s.taken[i] and said.s.fold[i][:1].isalpha() for i in said.main[3:])


def _is_of_other(word: str, k: int) -> bool:
    """A verb of somebody else: belt, ging, duurde."""
    if verbs.is_third(word) or word in verbs.PAST:
        return True
    weak = word.endswith(("de", "te")) and not word.endswith(("ode", "ste", "oonte")) and word not in _NO_PAST
    return k > 1 and weak and len(word) >= _LONG_PAST


def _has_subject_after(said: Said) -> bool:
    """Elke avond belt mijn moeder; het gaat beter; morgen is het zaterdag."""
    for k, word in enumerate(said.words):
        if not verbs.is_third(word) or word == "zijn":
            continue
        if k and set(said.words[max(0, k - 2) : k + _NEAR]) & _OWN_THINGS:
            return False
        if word == "is" and said.words[k - 1 : k] == ["al"]:
            # "… al is het vijf minuten"
            return False
        if word == "is" and k and _is_eens(said, k):
            # "De dokter is bellen": eens.
            return False
        if word in _BEING:
            return True
        if k and not verbs.is_first(word) and not verbs.is_infinitive(word):
            # "Sporten geeft energie" ends in no act; "wat energie geeft noteren" does.
            return (
                _is_name(said, k) or said.after(k) in _AFTER_VERB or not verbs.is_infinitive(said.words[-1])
            )
    return False


def _is_eens(said: Said, k: int) -> bool:
    """The Flemish "is": de dokter is bellen; vrijdag is niks plannen."""
    near = k == len(said.words) - 2 or bool(said.s.taken[said.main[k - 1]])
    return near and verbs.is_infinitive(said.words[-1]) and said.after(k) not in _DETERMINERS


def _is_name(said: Said, k: int) -> bool:
    """As in "Jan belt elke dag": a capital before the verb."""
    i = said.main[0]
    return k == 1 and said.s.words.text[said.s.words.start[i]].isupper() and not said.s.taken[i]


def _asks_other(words: list[str]) -> bool:
    """As in "Bel me morgen", "sluit aan bij onze …": somebody else is asked."""
    if words[0] not in verbs.FIRST:
        return False
    return bool(_ADDRESSED & set(words) or _ASKED & set(words[1:3]))
