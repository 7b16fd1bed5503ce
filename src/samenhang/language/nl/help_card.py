"""Does a note hold explicit words of self-harm or suicide? Then the help card opens.

Nothing else is read for, nothing is kept, and a quiet screen says nothing about safety.
Precision comes first: denials, films, sayings and other people do not open the card.
"""

import re

from samenhang.language.nl.help_death import DEATH, IF_DEAD
from samenhang.language.nl.help_life import LIFE_LET_GO, SOFTLY_SAID
from samenhang.language.nl.help_spelling import spell_out
from samenhang.language.nl.help_whose import OF_OTHERS, OTHER, is_denied, is_denied_after, is_of_others
from samenhang.language.nl.help_words import EVERYDAY, JUDGED, NAMED
from samenhang.language.nl.help_wounds import WOUNDS

_SAID = re.compile("|".join(f"(?:{phrase})" for phrase in (*DEATH, *LIFE_LET_GO, *WOUNDS)))
_TOLD = re.compile(
    r"\b(?:film|boek|documentaire|serie|podcast|artikel|opleiding|cursus|lezing|les|krant|nieuws|"
    r"roman|reportage|"
    r"zelfmoordlijn|preventie|suicidepreventie|haha\w*|hihi|grapje|lol|toneelstuk|vorming|"
    r"workshop|liedje|scriptie|thesis|"
    r"campagne|per ongeluk|klussen|koken|uitgleden|keukenmes|groenten|brood|vroeg of ik|vraagt of "
    r"ik|vroegen of ik|scheren|"
    r"papier|blad|tuin|bordspel|game|spel|level|tentoonstelling|musical|gedicht|verhaal|"
    r"aflevering|hoofdpersonage|personage|"
    r"theaterstuk|nummer|song|examen over|gastcollege|bij wijze van spreken|figuurlijk)\b",
)
_TALKED = re.compile(
    r"\b(?:las|lees|gelezen|sprak|spraken|spreken|gesproken|praatte|praatten|praten|gepraat|"
    r"hoorde|hoorden|gehoord|keek|keken|zag|zagen|"
    r"gekeken|gezien|schreef|leerde|geleerd|gaf|geef|gaven|geven|vragenlijst|vraag|vragen|vroeg|"
    r"vroegen|vraagt|gevraagd|peilde|polste|ging|"
    r"gaat|ging het|werkt|werk) "
    r"(?:[\w'-]+ ){0,5}(?:over|van|rond|naar|bij|met) ",
)
_QUOTED = re.compile(
    rf"\b{OTHER} (?:\w+ ){{0,3}}(?:zegt|zei|riep|schreef|stuurde|roept|gezegd|zeggen)\b [^,;]{{0,20}}:"
)
_WAY_OUT = re.compile(r"^ ?(?:is|lijkt|voelt|blijft) (?:[\w'-]+ ){0,4}(?:enige|oplossing|uitweg)\b")
# The name alone may be a subject of talk; these turn towards it.
_BARE_NAMES = frozenset(("zelfmoord", "zelfdoding", "suicide"))
_TOWARD = re.compile(
    r"\b(?:aan|plegen|pleeg|pleegde|overweeg\w*|overwogen|gedachten?|gedachtes|denk\w*|dacht|"
    r"nadenken|plan\w*|wil|wou|drang|neig\w*|"
    r"poging|geprobeerd|uitweg|oplossing|fantaseer\w*|spoken|speel|zin|gevoelens|hoofd|terug|"
    r"opnieuw|weer|dan|dus|doe|ga)\b",
)
_PEOPLE = re.compile(
    r"\b(?:mensen|pat[ií]ent\w*|jongeren|leerlingen?|client\w*|familie|nabestaanden|bewoners?|"
    r"studenten|tieners|kinderen|iemand|"
    r"collegas?)\b",
)
_PAST = re.compile(
    r"\b(?:vroeger|jaren geleden|jaar geleden|maanden geleden|al jaren niet|al maanden niet|als "
    r"kind|als tiener|als puber|als student|"
    r"in mijn jeugd|lang geleden|niet meer (?:aan )?(?:gedacht|denk)|verleden|destijds|in die "
    r"tijd|ooit|op mijn \w+de|"
    r"toen ik (?:\w+ ){1,3}(?:was|werd|studeerde)|in (?:19|20)\d\d|sindsdien|achter de rug|achter "
    r"me gelaten|al \w+ (?:jaar|maanden|weken|dagen) (?:niet|clean|vrij))\b",
)
_AGAIN = re.compile(
    (
        r"\b(?:en|maar) nu\b|\bnu (?:weer|opnieuw|terug)\b|\b(?:weer|opnieuw|terug|de laatste (?:tijd|"
        r"weken|dagen)|nu ook|vandaag)\b"
    ),
)
_WELL_NOW = re.compile(
    (
        r"\bnu (?:\w+ ){0,4}(?:goed|beter|gelukkig|niet meer|blij|nooit meer|stabiel|rustig)\b|\bniet "
        r"meer (?:aan de orde|nodig|gebeurd)\b"
    ),
)
_COPULA = re.compile(
    r"\b(?:is|was|wordt|zou|lijkt|pure|zoals|professionele|politieke|commerciele) (?:echt |pure |"
    r"gewoon |toch |bijna |wel )*$"
)
_PRESENT_MIND = re.compile(
    (
        r"\b(?:terug|komen|elke|ik|mij|me|mijn|mezelf|denk|denken|gedachten?|gedachtes|opnieuw|"
        r"weer|overweeg|vannacht|"
        r"gisteren|vandaag|neiging|drang|plannen?)\b"
    ),
)
# "Opnieuw zelfmoordgedachten": a note of a few words is about its writer.
_TERSE = 4


def help_card(text: str) -> bool:
    """True only for explicit words about oneself."""
    return any(_is_explicit(sentence) for sentence in spell_out(text))


def _is_explicit(sentence: str) -> bool:
    if _TOLD.search(sentence) or _QUOTED.search(sentence) or _is_over(sentence):
        return False
    if any(_is_meant(sentence, found) for found in _SAID.finditer(sentence)):
        return True
    if JUDGED.search(sentence) and any(_is_meant(sentence, found) for found in IF_DEAD.finditer(sentence)):
        return True
    if not EVERYDAY.search(sentence) and any(
        _is_meant(sentence, found) for found in SOFTLY_SAID.finditer(sentence)
    ):
        return True
    return any(_is_named(sentence, found) for found in NAMED.finditer(sentence))


def _is_over(sentence: str) -> bool:
    """Vroeger, jaren geleden, nu gaat het goed; "vroeger al, en nu weer" is not over."""
    if not _PAST.search(sentence):
        return False
    return bool(_WELL_NOW.search(sentence)) or not _AGAIN.search(sentence)


def _is_meant(sentence: str, found: re.Match[str]) -> bool:
    return not is_denied(sentence, found) and not is_of_others(sentence, found)


def _is_named(sentence: str, found: re.Match[str]) -> bool:
    """Zelfdoding, suïcidaal: the name alone says not yet whose."""
    mine = sentence[: found.start()].endswith("mijn ")
    if not mine and _is_talk(sentence, found):
        return False
    if _WAY_OUT.search(sentence[found.end() :]):
        return True
    denied = is_denied(sentence, found) or is_denied_after(sentence[found.end() :])
    if denied or is_of_others(sentence, found):
        return False
    if len(sentence.split()) <= _TERSE:
        return True
    meant = found.group() not in _BARE_NAMES or _TOWARD.search(sentence)
    return bool(meant and _PRESENT_MIND.search(sentence))


def _is_talk(sentence: str, found: re.Match[str]) -> bool:
    """Spoken of, somebody's, or a manner of speaking: "die vergadering was zelfmoord"."""
    if _TALKED.search(sentence) or _PEOPLE.search(sentence):
        return True
    if OF_OTHERS.search(sentence[found.end() :].strip() + " "):
        return True
    spoken_so = _COPULA.search(sentence[: found.start()])
    return bool(spoken_so) and not found.group().startswith("suicida")
