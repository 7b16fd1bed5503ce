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
_FALL = (
    r"(?:(?:voor|onder) (?:de|een|die) (?:trein|tram|bus|metro|vrachtwagen)|"
    r"van (?:de|een) (?:brug|flat|toren)|van het (?:dak|balkon|viaduct)|van een gebouw)"
)
_MAYBE = r"(?: gewoon| echt| liever| het liefst| maar| alleen(?: nog)?(?: maar)?| eigenlijk)?"
# "Niet verder leven met deze rommel" is about the mess; with the pain, it is not.
_NOT_WITH = r"(?! (?:met|in|op|van) (?!.{0,20}(?:pijn|leegte|verdriet|schaamte|angst|schuld|ellende|gevoel)))"
_END = r"(?:verhangen|ophangen|verdrinken|doodrijden|doodschieten)"
_PILLS = r"(?:pillen|medicatie|medicijnen|slaappillen)"
# "Er niet meer zijn": that is all there is; "… als de directie komt" goes on.
_FULL_STOP = r"(?= *(?:$|[.,;!]|en\b|omdat\b|want\b|maar\b))"
_AWAKE = r"(?! (?:van|door|om|voor|in|met|tussen|elke|op|zo|rond|tijdens|midden|'s|s) )"
# Words about oneself that leave no doubt, in the order in which people type them.
_PHRASES: tuple[str, ...] = (
    r"\b(?:mezelf|mijzelf|me|mij)\b(?! (?:er|daar)).{0,25}\biets (?:\w+ )?aan ?(?:te )?(?:doe|doen|gedaan)\b",
    rf"{_SELF}\b.{{0,30}}\b(?:{_HURT}|{_CUT}|van kant)\b",
    rf"\bik (?:{_CUT}|verwond|verwondde|beschadig|verhang|brand) {_SELF}\b",
    rf"\b(?:in|op) {_BODY} {_CUT}\b",
    rf"\b{_CUT} (?:ik )?(?:weer |opnieuw )?in {_BODY}\b",
    rf"\bik wil{_MAYBE} dood(?: zijn| gaan)?(?= *(?:$|[.,;!]|en\b|omdat\b|maar\b|want\b))",
    rf"\b(?:dat )?ik{_MAYBE} dood (?:wil|wou|wilde|was|zou willen)\b",
    r"\bik (?:was|ben|zou) (?:liever|beter) dood(?: zijn)?\b",
    r"\bwou(?: maar)?(?: dat)? ik dood was\b",
    r"\bniet (?:meer|langer|verder)(?: te)? (?:wil |willen |te )?(?:verder ?)?(?:leven|bestaan)\b"
    + _NOT_WITH,
    r"\b(?:niet meer|geen)\b.{0,24}\bom (?:nog |verder )*te leven\b",
    r"\b(?:zie|zag) het niet meer zitten om (?:nog )?(?:verder )?te leven\b",
    rf"\b(?:wil|wou|zou).{{0,12}}\b(?:er|hier){_MAYBE} niet meer (?:willen )?zijn{_FULL_STOP}",
    r"\bik er niet meer (?:was|zou zijn)\b",
    r"\bik niet meer bestond\b",
    r"\b(?:zie|zag) het leven niet(?: meer| langer)? zitten\b",
    r"\bleven is (?:het )?(?:niet|niets|niks)(?: meer| langer)? waard\b",
    r"\b(?:me|mij) van (?:het leven (?:te )?beroven|kant (?:te )?maken)\b",
    rf"\b(?:wil|ga|zou|om|denk).{{0,20}}\b(?:me|mij) (?:te )?{_END}\b",
    rf"{_SELF}\b.{{0,25}}\btot bloedens\b",
    rf"\bik heb (?:al mijn|alle|een hele doos) {_PILLS} (?:geslikt|genomen|ingenomen)\b",
    r"\bhet leven hoeft (?:voor (?:mij|me) )?(?:niet|echt niet)(?: meer)?\b",
    r"\b(?:er|hier) niet meer (?:wil|willen|wou) zijn\b",
    r"\bhoop(?: ik)? (?:dat ik )?(?:morgen )?niet meer wakker (?:word|te worden)\b",
    r"\bbeter (?:is |zijn |zou zijn |af )*zonder (?:mij|me)\b",
    r"\bzonder (?:mij|me) (?:is|zijn|zou|zouden) .{0,25}\bbeter af\b",
    r"\beinde? (?:aan|van) (?:mijn|m'n|dit|het) leven (?:te )?(?:maken?|maak)?\b",
    r"\beinde? (?:te )?(?:maken|maak) aan (?:mijn|m'n) leven\b",
    r"\b(?:ik|wil|ga|om) .{0,20}\ber een eind(?:e)? aan (?:te )?(?:maken?|maak|wil maken)\b",
    r"\buit het leven (?:wil |te |ga )?(?:stappen|stap)\b",
    r"\b(?:mezelf|mijzelf|me) van (?:kant|het leven) (?:wil |te |ga )?(?:maken|beroven|maak)\b",
    rf"\b(?:ik|wil|ga|om) .{{0,25}}\b{_FALL} (?:te )?(?:spring|springen|gaan|stappen|lopen)\b",
    rf"\b(?:wil|ga|zou|drang|zin|neiging|moet|bang).{{0,25}}\b{_SELF} pijn (?:te )?(?:doen|doe)\b",
    rf"\b{_SELF} pijn (?:wil|ga|zou) doen\b",
    r"\b(?:ik doe|doe ik) (?:mezelf|mijzelf)(?: \w+)? pijn\b(?! (?:bij|aan|met|tijdens))",
    rf"\b(?:met opzet|opzettelijk|expres|moedwillig)\b.{{0,20}}\b(?:{_CUT}|{_HURT}|verbrand|geslagen|pijn)\b",
    rf"\bik (?:sla|sloeg|heb) (?:{_SELF} )(?:\w+ )?(?:geslagen|tot ik bloed\w*)\b",
    r"\b(?:drang|neiging) .{0,12}\bom (?:(?:me|mij|mezelf|weer|opnieuw) )*te (?:snijden|krassen|branden)\b",
    r"\b(?:polsen?|aders?) (?:wil |ga |te )?(?:door|over)(?:snijden|snij|gesneden|te snijden)\b",
    r"\bik wil(?: gewoon| liever| echt| nu)? (?:sterven|doodgaan)(?= *(?:$|[.,;!]|en\b|omdat\b|want\b))",
    r"\bafscheidsbrie(?:f|ven) (?:geschreven|klaar|aan het schrijven|schrijven)\b",
    r"\bmijn afscheidsbrief\b",
    r"\b(?:al )?mijn pillen (?:tegelijk|in een keer|allemaal) .{0,15}(?:nemen|innemen|slikken|ingenomen)\b",
    r"\boverdosis (?:wil |ga |te )?(?:nemen|genomen|pakken|slikken)\b",
    r"\b(?:mijn|m'n) leven (?:heeft|is) (?:geen|niks|niets) (?:zin|waard|waarde)(?: meer)?\b",
)
# More ways in which people type it; what follows keeps an hour, a noise, a job out.
_PHRASES += (
    (
        rf"\b(?:wil|wou|zou|hoop|wens).{{0,40}}\b(?:niet|nooit) meer wakker (?:werd|word|worden|te worden)\b"
        rf"{_AWAKE}"
    ),
    rf"\bbeter af (?:zijn |zou zijn )?als ik er niet(?: meer)? (?:ben|was|zou zijn){_FULL_STOP}",
    rf"\biets (?:doms|ergs|stoms|verschrikkelijks) (?:ga )?(?:doe|doen|uithaal) met {_SELF}\b",
    rf"\b(?:{_SELF}) iets (?:doms|ergs|stoms) (?:aan)?(?:doe|doen)\b",
    r"\b(?:denk|gedachten?|gedachtes)\b.{0,20}\b(?:mijn eigen dood|aan doodgaan|aan dood zijn)\b",
    r"\bgedachten? aan de dood\b(?! van)",
    r"\b(?:mij|me) hoeft het leven (?:echt )?niet\b",
    (
        r"\b(?:sla|bonk|beuk|sloeg|bonkte|beukte) (?:ik )?(?:weer )?(?:met )?(?:mijn|m'n) hoofd "
        r"tegen (?:de|een) muur\b"
    ),
    rf"\b{_PILLS} (?:op)?gespaard(?= *(?:$|[.,;!]| om er| voor als))",
    (
        rf"\b(?:overweeg|wil|denk|zin|neiging|drang|plan|ga)\b.{{0,25}}\b(?:al|alle) (?:mijn|m'n|de) "
        rf"{_PILLS} (?:tegelijk )?(?:in te nemen|te slikken|innemen|slikken)\b"
    ),
    rf"\b(?:denk|overweeg|wil|drang|neiging).{{0,20}}\b(?:te )?springen {_FALL}(?! van)",
    (
        r"\b(?:op|aan) (?:de brug|het dak|het spoor|de sporen|het viaduct)\b.{0,20}"
        r"\b(?:wil|ga|durf|zou) (?:ik )?springen\b"
    ),
    rf"\bstoppen met leven{_FULL_STOP}",
    r"\bik ben (?:het leven (?:moe|beu|zat)|levensmoe)\b",
    rf"\bik (?:snij|snijd|kras) (?:weer|opnieuw|nog steeds|nog altijd){_FULL_STOP}",
    r"\beinde? aan (?:mijn|m'n) leven\b",
    r"\b(?:doe|deed) (?:ik )?(?:mezelf|mijzelf) (?:iets|wat)(?: \w+)? aan\b",
    r"\b(?:opengesneden|opengekrast)\b",
    rf"\b{_PILLS}\b.{{0,20}}\bom (?:niet|nooit) meer wakker te worden\b",
    r"\b(?:brug|dak|viaduct)\b.{0,40}\bwil (?:ik )?(?:er ?af|eraf|ervan af) springen\b",
    rf"\bdenk ik ?:? ?spring (?:gewoon |nu )?{_FALL}",
)
_SAID = re.compile("|".join(f"(?:{phrase})" for phrase in _PHRASES))
_DEATH = (
    r"\b(?:zelfdoding|zelfmoord|suicide|zelfmoordgedachten?|suicidegedachten?|suicidaal|suicidale|"
    r"doodsgedachten|doodswens|zelfverwonding|zelfbeschadiging|automutilatie|automutileer|"
    r"automutileren|suicideplan|zelfmoordplan\w*|zelfmoordpoging|suicidepoging)\b"
)
_NAMED = re.compile(_DEATH)
_OWN = re.compile(r"\b(?:ik|mij|me|mijn|mezelf|m'n|denk|gedachten|gedachte|gedachtes|opnieuw|weer)\b")
_DENIED = re.compile(
    r"\b(?:geen|nooit|niet|zonder|nergens)\b(?: \w+){0,4} ?(?:aan |van |tot |op |over |de dood of )*$",
)
_TOLD = re.compile(
    r"\b(?:film|boek|documentaire|serie|podcast|artikel|opleiding|cursus|lezing|les|krant|nieuws|"
    r"roman|reportage|zelfmoordlijn|preventie|haha|hihi|grapje|lol|toneelstuk|vorming|workshop|"
    r"liedje|scriptie|thesis|campagne|per ongeluk|klussen|koken|uitgleden|keukenmes|groenten|"
    r"brood|in (?:de|mijn|m'n) (?:eigen )?vingers?|vroeg of ik|vraagt of ik|scheren|papier|blad|tuin|"
    r"bordspel|game|spel|level)\b",
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
# "Vroeger al, en nu weer": now counts.
_NOW = re.compile(r"\b(?:en|maar) nu\b")
# "Opnieuw zelfmoordgedachten": a note of a few words is about its writer.
_TERSE = 3
# "kwil", "'k wil"
_GLUED = re.compile(r"(?<!\w)'?k ?(?=(?:wil|heb|ben|zie|denk|doe|ga|zou|kan|wou|snij|snijd|overweeg)\b)")
# Nimmer, ni meer, der ni zijn, mn eigen: as it is said and typed.
_AS_WRITTEN = {
    "nimmer": "niet meer", "nie": "niet", "ni": "niet", "der": "er", "mn": "mijn", "zelfmoort": "zelfmoord",
    "mn eigen": "mezelf", "m'n eigen": "mezelf", "men eigen": "mezelf", "mezelve": "mezelf",
}  # fmt: skip
_FLEMISH = re.compile(r"\b(?:nimmer|nie|ni|der|m'n eigen|men eigen|mn eigen|mn|zelfmoort|mezelve)\b")
_SENTENCE = re.compile(r"[^.!?\n]+")


def help_card(text: str) -> bool:
    """True only for explicit words about oneself."""
    folded = _FLEMISH.sub(lambda found: _AS_WRITTEN[found.group()], _GLUED.sub("ik ", fold_text(text)))
    return any(_is_explicit(part.group().strip()) for part in _SENTENCE.finditer(folded))


def _is_explicit(sentence: str) -> bool:
    if _TOLD.search(sentence) or (_PAST.search(sentence) and not _NOW.search(sentence)):
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
    if re.search(r"\b(?:niet|nooit) (?:van plan|gedacht|overwogen|aan de orde|zo|waar|het geval)\b", after):
        return True
    return bool(_DENIED.search(sentence[:place]))


def _is_about_others(sentence: str) -> bool:
    others = _OTHERS.search(sentence)
    return others is not None and not re.search(r"\b(?:ik wil|ik ga|mezelf|mijzelf)\b", sentence)
