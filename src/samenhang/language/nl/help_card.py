"""Does a note hold explicit words of self-harm or suicide? Then the help card opens.

Nothing else is read for, nothing is kept, and a quiet screen says nothing about safety.
Precision comes first: denials, films, sayings and other people do not open the card.
"""

import re

from samenhang.language.nl.words import fold_text

_SELF = r"(?:me|mij|mijn|m'n)? ?(?:mezelf|mijzelf|mij zelf|me zelf)"
_BODY = r"(?:mijn|m'n) (?:arm|armen|polsen|pols|benen|been|dijen)"
_CUT = r"(?:snij|snijd|sneed|kras|kraste|snijden|krassen|gesneden|gekrast)"
_HURT = (
    r"(?:verwond|verwonden|verwondt|beschadig|beschadigd|beschadigen|verminkt|verminken|gebrand|branden|"
    r"ophangen|opgehangen|verdrinken|vergiftigen|doden|doodmaken|ombrengen|verhangen)"
)
_FALL = r"(?:voor (?:de|een) trein|van (?:de|een) brug|van het dak|van een gebouw)"
_MAYBE = r"(?: gewoon| echt| liever| het liefst| maar| alleen(?: nog)?(?: maar)?| eigenlijk)?"
# Words about oneself that leave no doubt, in the order in which people type them.
_PHRASES = (
    r"\b(?:ik|mezelf|mijzelf)\b.{0,40}\biets (?:wil |ga |zou |kan )?aan ?(?:te )?(?:doe|doen|gedaan)\b",
    rf"{_SELF}\b.{{0,30}}\b(?:{_HURT}|{_CUT}|van kant)\b",
    rf"\bik (?:{_CUT}|verwond|verwondde|beschadig|verhang|brand) {_SELF}\b",
    rf"\b(?:in|op) {_BODY} {_CUT}\b",
    rf"\b{_CUT} (?:ik )?(?:weer |opnieuw )?in {_BODY}\b",
    rf"\bik wil{_MAYBE} dood(?: zijn| gaan)?(?= *(?:$|[.,;!]|en\b|omdat\b|maar\b|want\b))",
    rf"\b(?:dat )?ik{_MAYBE} dood (?:wil|wou|wilde|was|zou willen)\b",
    r"\bik (?:was|ben) (?:liever|beter) dood\b",
    r"\bwou(?: maar)?(?: dat)? ik dood was\b",
    r"\bniet (?:meer|langer|verder)(?: te)? (?:wil |willen |te )?(?:verder ?)?(?:leven|bestaan)\b",
    r"\b(?:niet meer|geen)\b.{0,24}\bom (?:nog |verder )*te leven\b",
    r"\b(?:zie|zag) het niet meer zitten om (?:nog )?(?:verder )?te leven\b",
    r"\b(?:wil|wou|zou).{0,12}\b(?:er|hier) niet meer (?:willen )?zijn\b",
    r"\b(?:er|hier) niet meer (?:wil|willen|wou) zijn\b",
    r"\bhoop(?: ik)? (?:dat ik )?(?:morgen )?niet meer wakker (?:word|te worden)\b",
    r"\bwil(?: ik)? (?:gewoon |liever |morgen )?niet meer wakker worden\b",
    r"\bbeter (?:is |zijn |zou zijn |af )*zonder (?:mij|me)\b",
    r"\bzonder (?:mij|me) (?:is|zijn|zou|zouden) .{0,25}\bbeter af\b",
    r"\beinde? (?:aan|van) (?:mijn|m'n|dit|het) leven (?:te )?(?:maken?|maak)?\b",
    r"\b(?:ik|wil|ga|om) .{0,20}\ber een eind(?:e)? aan (?:te )?(?:maken?|maak|wil maken)\b",
    r"\buit het leven (?:wil |te |ga )?(?:stappen|stap)\b",
    r"\b(?:mezelf|mijzelf|me) van (?:kant|het leven) (?:wil |te |ga )?(?:maken|beroven|maak)\b",
    rf"\b(?:ik|wil|ga|om) .{{0,25}}\b{_FALL} (?:te )?(?:spring|springen|gaan|stappen|lopen)\b",
    rf"\b(?:wil|ga|zou|drang|zin|neiging|moet|bang).{{0,25}}\b{_SELF} pijn (?:te )?(?:doen|doe)\b",
    rf"\b{_SELF} pijn (?:wil|ga|zou) doen\b",
    r"\bafscheidsbrief\b",
    r"\b(?:al )?mijn pillen (?:tegelijk|in een keer|allemaal) .{0,15}(?:nemen|innemen|slikken|ingenomen)\b",
    r"\boverdosis (?:wil |ga |te )?(?:nemen|genomen|pakken|slikken)\b",
    r"\b(?:mijn|m'n) leven (?:heeft|is) (?:geen|niks|niets) (?:zin|waard|waarde)(?: meer)?\b",
)
_SAID = re.compile("|".join(f"(?:{phrase})" for phrase in _PHRASES))
_DEATH = (
    r"\b(?:zelfdoding|zelfmoord|suicide|zelfmoordgedachten?|suicidegedachten?|suicidaal|suicidale|"
    r"doodsgedachten|doodswens|zelfverwonding|zelfbeschadiging|automutilatie|automutileer|"
    r"automutileren|suicideplan|zelfmoordplan\w*|zelfmoordpoging|suicidepoging)\b"
)
_NAMED = re.compile(_DEATH)
_OWN = re.compile(r"\b(?:ik|mij|me|mijn|mezelf|m'n|denk|gedachten|opnieuw|weer)\b")
_DENIED = re.compile(
    r"\b(?:geen|nooit|niet|zonder|nergens)\b(?: \w+){0,4} ?(?:aan |van |tot |op |over |de dood of )*$",
)
_TOLD = re.compile(
    r"\b(?:film|boek|documentaire|serie|podcast|artikel|opleiding|cursus|lezing|les|krant|nieuws|"
    r"roman|reportage|zelfmoordlijn|preventie|haha|hihi|grapje|lol|toneelstuk|vorming|workshop|"
    r"liedje|scriptie|thesis|campagne|per ongeluk|klussen|koken|uitgleden|keukenmes|groenten|"
    r"brood|scheren|papier|blad|tuin|bordspel|game|spel|level)\b",
)
_OTHERS = re.compile(
    r"\b(?:mijn|m'n|de|een|onze|haar|zijn) (?:\w+ )?(?:man|vrouw|zus|broer|moeder|vader|mama|papa|zoon|"
    r"dochter|kind|partner|vriend|vriendin|baas|collega|buurman|buurvrouw|dokter|oma|opa|tante|nonkel|oom|nicht|"
    r"neef|leerling|client|klasgenoot|kennis|buur|hond|kat)\b.{0,40}"
    r"\b(?:heeft|had|pleegde|wil|wilde|denkt|dacht|deed|is|was|zegt|zei|pleegt|werkt|stierf|zich)\b",
)
_PAST = re.compile(
    r"\b(?:vroeger|jaren geleden|al jaren niet|jaar geleden|als kind|als tiener|in mijn jeugd|"
    r"lang geleden|niet meer (?:aan )?(?:gedacht|denk)|verleden)\b",
)
# "Opnieuw zelfmoordgedachten": a note of a few words is about its writer.
_TERSE = 3
_SENTENCE = re.compile(r"[^.!?\n]+")


def help_card(text: str) -> bool:
    """True only for explicit words about oneself."""
    return any(_is_explicit(part.group().strip()) for part in _SENTENCE.finditer(fold_text(text)))


def _is_explicit(sentence: str) -> bool:
    if _TOLD.search(sentence) or _PAST.search(sentence):
        return False
    said = _SAID.search(sentence)
    if said is not None:
        return not _is_denied(sentence, said.start()) and not _is_about_others(sentence)
    named = _NAMED.search(sentence)
    if named is None or _is_about_others(sentence):
        return False
    return bool(_OWN.search(sentence) or len(sentence.split()) <= _TERSE) and not _is_denied(
        sentence,
        named.start(),
    )


def _is_denied(sentence: str, place: int) -> bool:
    """As in "geen gedachten aan …", "nooit aan … gedacht"."""
    after = sentence[place:]
    if re.search(r"\b(?:niet|nooit) (?:van plan|gedacht|overwogen|aan de orde)\b", after):
        return True
    return bool(_DENIED.search(sentence[:place]))


def _is_about_others(sentence: str) -> bool:
    others = _OTHERS.search(sentence)
    return others is not None and not re.search(r"\b(?:ik wil|ik ga|mezelf|mijzelf)\b", sentence)
