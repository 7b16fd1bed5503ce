"""Is a sentence an observable sign, and is it an alternative act? For the lean check."""

import re

from samenhang.language.nl import verbs
from samenhang.language.nl.lexicon import HALVES, NUMBERS, UNIT_SECONDS
from samenhang.language.nl.tables import listed
from samenhang.language.nl.words import Words

# Ways of tracking and things that can be counted, timed or seen.
_TRACKING = listed(
    "aantal hoeveel tellen tel telt teller tellingen turven turf turft noteren noteer noteert "
    "opschrijven bijhouden bijhoudt houdt schaal score scores scoren scoor scoort cijfer cijfers "
    "wegen weeg gewicht punten meten meet metingen meting minuten uur uren "
    "seconden keer keren maal tijdstip tijdstippen "
    "app slaapapp stappenteller dagboek logboek schrift schriftje boekje lijst lijstje tabel grafiek "
    "kalender agenda afvinken vinkje vinkjes vink aanvinken kruisje kruisjes streepje streepjes sticker "
    "stickers smiley smileys kleurcode invullen aanduiden aankruisen registreren registreer registratie "
    "dagelijks wekelijks percentage procent dagen avonden nachten ochtenden weken stappen "
    "inslaaptijd opstaanuur slaapuur bedtijd uurwerk horloge smartwatch schermtijd foto foto's filmen "
    "video opname vragenlijst thermometer barometer duimpje duim knikkers knikker bokaal potje glazen "
    "bladzijden pagina's kilometer km mails berichten frequentie tijd duur afgevinkt genoteerd geteld "
    "opgeschreven gemeten bijgehouden ingevuld noteerde schrijven schrijft schrijf opmeten rapporteren "
    "dagboekje weekoverzicht meter behoeftemeter check-in checklist grafiekje puntje puntjes bolletje "
    "bolletjes rooster schema post-it whiteboard koelkast tellertje hartslag bloeddruk stopwatch timer "
    "wekker logje log notitie notities overzicht lijn klok op0 vinken turflijst scorekaart dagkaart"
)
_OBSERVERS = listed(
    "partner man vrouw collega collega's baas leidinggevende moeder vader zus broer vriend vriendin "
    "dochter zoon kinderen kind ouders huisgenoot buur team chef klas leerkracht juf meester coach "
    "iemand anderen omgeving gezin lief huisgenoten ploeg teamleider mama papa"
)
_SEEING = listed(
    "ziet zien zegt zeggen merkt merken vertelt vertellen vraagt vragen observeert hoort geeft geven "
    "noteert bevestigt meldt feedback terugkoppeling opmerkt vindt let controleert kijkt telt "
    "opgevallen opvalt ervaart"
)
# Hoe vaak ik grijp, hoeveel ik eet, ja of nee: it comes to a count.
_ASKS_HOW_MUCH = re.compile(
    r"\bhoe ?(?:vaak|veel|lang|laat|dikwijls)\b|\bja (?:of|/) nee\b|\b(?:wel of|al dan) niet\b"
)
_MEASURES = (
    "cijfer",
    "score",
    "schaal",
    "meter",
    "teller",
    "dagboek",
    "logboek",
    "weegschaal",
    "tabel",
    "lijstje",
)
_SHORTEST_ACT, _FILLER = 3, 3
_SHRUGS = (
    "zien wel", "zie wel", "zien we wel", "zie ik wel", "op gevoel", "geen idee", "merk het wel",
    "merken het wel", "merk ik wel", "merken we wel", "afwachten", "wachten af", "weet ik niet",
    "weet het niet", "weet niet", "nog te bepalen", "nog niet", "n.v.t", "nvt", "niet van toepassing",
    "gevoelsmatig", "later bekijken", "komt vanzelf", "zal blijken", "zal wel", "hopelijk", "misschien",
    "geen plan", "nog bekijken", "wel zien", "volgt nog", "in te vullen", "later te bepalen",
    "bekijken we later", "wel merken", "we zien", "te bespreken", "bespreken het", "bespreken we",
    "af te spreken", "bekijken het", "te bekijken", "n.t.b",
)  # fmt: skip
_CONDITIONS = listed(
    "als indien wanneer zodra lukt mislukt anders alternatief noodplan vergeten vergeet overgeslagen "
    "plaats bij zonder zo tenzij geval ziek regen regent drukke druk dan mocht val valt of vervangen "
    "vervang uitzonderlijk minimum minimaal kleinste korte kortere kort halve mini minstens daarna "
    "volgende slecht weer geen te reserve uitwijken backup terugval ingeval gemist mis loopt loop "
    "versie lichtere minimumversie miniversie noodversie "
    "enkel alleen tenminste desnoods eventueel vervolgens terwijl tijdens op na onderweg wachtzaal"
)
_NO_ACTS = listed(
    "proberen probeer proberen we harder doorzetten volhouden volharden doorbijten zien hopen wachten "
    "bijten moeten moet zijn ben is wil willen lukken lukt zal gaan ga denken denk kunnen kan worden "
    "word voelen voel doen doe beter meer discipline motiveren motivatie wilskracht vertrouwen houden "
    "blijven heb hebben komt weten weet afwachten opletten focussen accepteren doorgaan loslaten "
    "vergeten vergeet mislukt vind vinden merk merken regent valt slaap voelt geloof aanvaarden "
    "overgeslagen missen mis gemist opgeven straffen verwijten werken zoeken dwingen kweken boos kwaad "
    "verdrietig jammer teleurgesteld mezelf mijzelf erg motivatie"
)
_LAME = (
    "harder proberen", "beter proberen", "opnieuw proberen", "nog eens proberen", "meer discipline",
    "volhouden", "doorzetten", "beter mijn best", "meer mijn best", "gewoon doen", "blijven proberen",
    "meer wilskracht", "strenger zijn", "mezelf motiveren", "niet opgeven", "doorbijten", "tanden bijten",
    "harder werken", "extra mijn best", "beter opletten", "probeer ik opnieuw", "probeer ik harder",
    "probeer het opnieuw", "probeer ik het opnieuw", "probeer het gewoon opnieuw", "er komt geen",
    "geen plan b", "proberen we opnieuw", "beter plannen", "sterker zijn", "positief blijven",
    "meer moeite", "moed inspreken", "wat meer mijn best",
)  # fmt: skip


def is_observable(folded: str) -> bool:
    """A number, a scale, a count, a time, noting it, or somebody who sees it."""
    words = Words(folded).fold
    found = set(words)
    tracked = bool(found & _TRACKING) or any(_is_number(word) for word in words)
    if any(shrug in folded for shrug in _SHRUGS):
        return bool(found & _FIRM)
    if _ASKS_HOW_MUCH.search(folded) or any(word.endswith(_MEASURES) for word in words):
        return True
    hyphened = {part for part in folded.replace(",", " ").replace(".", " ").split() if "-" in part}
    return tracked or bool(hyphened & _TRACKING) or bool(found & _OBSERVERS and found & _SEEING)


def is_alternative(folded: str) -> bool:
    """Another act for when it does not work: a condition or alternative, and an act."""
    words = [word for word in Words(folded).fold if word and word not in ".!"]
    if not words or any(lame in folded for lame in _LAME):
        return False
    acts = [k for k, word in enumerate(words) if _is_act(word)]
    amount = any(_is_number(word) for word in words) or any(word in UNIT_SECONDS for word in words)
    if any(shrug in folded for shrug in _SHRUGS) and not (amount or len(acts) > 1):
        return False
    if len(words) < _SHORTEST_ACT and not amount:
        return False
    conditional = any(word in _CONDITIONS for word in words)
    return (conditional and (bool(acts) or amount or _has_thing_instead(words))) or (
        bool(acts) and len(words) >= _SHORTEST_ACT
    )


def _has_thing_instead(words: list[str]) -> bool:
    """After the condition something else: bij slecht weer de hometrainer; ziek: alleen de ademhaling."""
    instead = (
        words[0] in ("bij", "op", "als") and len(words) > _FILLER + 1 and words[-2] in ("de", "een", "het")
    )
    if instead and words[-1] not in _NO_ACTS | _CONDITIONS | {"niet"}:
        return True
    for k, word in enumerate(words):
        if word in (",", ":", "?", "dan", "doe"):
            rest = [
                other
                for other in words[k + 1 :]
                if len(other) > _FILLER and other not in _NO_ACTS | _CONDITIONS
            ]
            if len(rest) > 1 or (rest and word in (":", "doe")):
                return not {"niet", "beste", "moeilijk"} & set(words[k + 1 :])
    return False


def _is_act(word: str) -> bool:
    return verbs.is_form(word) and word not in _NO_ACTS


def _is_number(word: str) -> bool:
    return word.isdecimal() or word in HALVES or (word in NUMBERS and word not in ("een", "ene", "nen"))


_FIRM = listed(
    "aantal tellen turven noteren noteer opschrijven bijhouden schaal score scoren cijfer meten "
    "dagboek logboek app afvinken invullen"
)
