"""Whose words are they, and are they said or denied? For the help card, on a spelled-out sentence."""

import re

_KIN = (
    r"(?:man|vrouw|zus|zusje|broer|broertje|moeder|vader|mama|papa|ma|pa|zoon|dochter|kind|"
    r"kinderen|partner|vriend|vriendin|baas|"
    r"collega|collegas|buurman|buurvrouw|dokter|arts|huisarts|psycholoog|oma|opa|bomma|bompa|"
    r"tante|nonkel|oom|nicht|neef|"
    r"leerling|client|clienten|klasgenoot|kennis|buur|hond|kat|schoonmoeder|schoonvader|schoonzus|"
    r"schoonbroer|puber|tiener|"
    r"kleinzoon|kleindochter|stiefzoon|ex|exman|lief|pat[ií]ent|bewoner|jongen|meisje|student|ouders|"
    r"mensen|leerkracht|peter|meter)"
)
OTHER = (
    rf"(?:(?:mijn|de|een|onze|haar|zijn|hun|die|dat|het|sommige|veel|andere|zijn) (?:\w+ )?{_KIN}|"
    rf"hij|zij|ze|men|iemand|we|wij|"
    rf"jij|je|jullie|u|sommigen|anderen|{_KIN} van (?:mij|ons|de|een))"
)
_SUBJECT = re.compile(rf"\b(?:(?P<own>ik)|(?P<other>{OTHER}))\b(?! (?:van|zo erg|zo hard|en) )")
# What stands right before one who is no subject: ik mis mijn man, bij mijn zus, …
_GOVERNED = re.compile(
    (
        r"\b(?:mis|met|aan|van|voor|bij|door|zonder|na|tegen|naar|over|om|haat|verlies|verloor|"
        r"begraven|op|heb|geen)\s$"
    ),
)
OF_OTHERS = re.compile(
    rf"^(?:\w+ )?van (?!mezelf|mij\b)|^(?:door|bij) (?!mij\b|me\b|mezelf)(?:{_KIN}|\w+ {_KIN})",
)
_CLAUSE = re.compile(r"[,;:] |\b(?:en|maar|ma|want|omdat|als|terwijl|zodat|dus) ")
_NO = re.compile(r"\b(?:geen|nooit|niet|niets|zonder|nergens|allesbehalve|nee)\b")
# "Ik kan niet meer, ik hou het niet meer uit": says no to nothing.
_SPENT = re.compile(
    (
        r"\b(?:kan|hou|houd|trek|zie|gaat|weet|lukt|red|slaap|wil) (?:het |ik |dit |echt |gewoon |zo "
        r")*niet meer\b(?: uit| aan| vol| zitten)?|\bzie (?:ik )?niet in $|\b(?:weet|begrijp|"
        r"snap) (?:ik )?(?:echt )?niet $"
    ),
)
# "Mijn man weet niet dat ik …", "ik durf niet te zeggen dat …": what is not known is there.
_UNKNOWN = re.compile(
    r"\b(?:weet|weten|wist|ziet|merkt|beseft|snapt|begrijpt|vertel|zeg|gezegd|verteld|durf|kan|"
    r"vermoedt)\b (?:[\w'-]+ ){0,3}"
    r"(?:niet|nooit|geen)\b (?:[\w'-]+ ){0,4}(?:dat|hoe|waarom|of) ",
)
_HAVING_NONE = re.compile(
    r"\b(?:heb|had|zijn|waren) (?:ik )?(?:ze |die |er |dat )(?:echt |gelukkig )?(?:niet|geen|nooit)\b"
)
# "Geen andere uitweg dan …" says yes.
_ONLY = re.compile(r"\b(?:geen|niets) (?:ander\w* )?(?:\w+ )?(?:dan|behalve|buiten) ")
_DENIAL_REACH = 6
# "Ik krijg het niet uit mijn hoofd", "ik kan de drang niet weerstaan".
_NOT_GOING = re.compile(
    (
        r"\b(?:uit|weg|los|loslaten|af|stoppen|tegenhouden|weerstaan|ophoud\w*|negeren|alleen|kwijt|"
        r"verzetten|meer uit|vertellen|zeggen|lukte|gelukt)\b"
    ),
)


def is_of_others(sentence: str, found: re.Match[str]) -> bool:
    """Is the nearest subject, up to the end of the phrase, somebody else?"""
    if re.search(r"\b(?:ik|mezelf|jezelf|uzelf|zonder mij|zonder me)\b", found.group()):
        return False
    nearest = None
    for subject in _SUBJECT.finditer(sentence, 0, found.end()):
        if subject.group("own") or not _GOVERNED.search(sentence[: subject.start()]):
            nearest = subject
    return nearest is not None and nearest.group("own") is None


def is_denied(sentence: str, found: re.Match[str]) -> bool:
    """As in "geen gedachten aan …", "nooit aan … gedacht", "ik snij mezelf niet meer"."""
    before = _CLAUSE.split(_ONLY.sub("", _UNKNOWN.sub("", _SPENT.sub("", sentence[: found.start()]))))[-1]
    if _NO.search(" ".join(before.split()[-_DENIAL_REACH:])):
        return True
    inside = found.group()
    if inside.startswith(
        ("ik ", "me ", "mezelf ", "mij ", "doe ", "snij", "kras", "wil ", "zou ", "ga ", "denk")
    ) and _denies_itself(inside):
        return True
    after = _CLAUSE.split(sentence[found.end() :].lstrip())[0]
    return bool(
        re.match(r"(?:\w+ ){0,3}(?:niet|nooit)\b(?! meer (?:leven|wakker|zijn|verder))", after)
        and not _NOT_GOING.search(after)
    )


def _denies_itself(inside: str) -> bool:
    """A refusal between the words of the phrase, in a phrase that needs none."""
    kept = re.sub(
        (
            r"\b(?:niet|nooit|geen|niets|niks) (?:\w+ ){0,3}?(?:meer|langer|verder|wakker|geboren|"
            r"waard|zin|reden|zijn|was|ben|besta\w*)\b"
        ),
        "",
        inside,
    )
    return bool(_NO.search(kept))


def is_denied_after(after: str) -> bool:
    """… is bij mij nooit een gedachte geweest; … denk ik niet."""
    if _HAVING_NONE.search(after):
        return True
    clause = _CLAUSE.split(after.lstrip())[0]
    return bool(_NO.search(clause)) and not _NOT_GOING.search(clause)
