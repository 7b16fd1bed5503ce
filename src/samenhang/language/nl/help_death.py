"""What people type when they mean their own death: phrases from building blocks of Dutch."""

import re

from samenhang.language.nl.help_blocks import (
    ASK_MORE,
    AWAKE,
    END,
    NOT_WITH,
    SOFT,
    TRAFFIC,
    WISH,
    gap,
)

_DEATH: tuple[str, ...] = (
    (
        rf"\b{WISH} (?:ik )?{SOFT}(?:er )?{SOFT}(?:willen )?dood(?: gaan| zijn| willen| wezen| "
        rf"willen zijn)? {END}"
    ),
    rf"\b(?:was|ben) (?:ik )?{SOFT}(?:beter|liever|maar) {SOFT}dood(?: geweest)? {END}",
    rf"\bwas ik {SOFT}dood(?: geweest)? {END}",
    (
        rf"\bdat ik {SOFT}dood {SOFT}(?:wil|wou|wilde|was|ging|mag|mocht|zou|neerval|neerviel|"
        rf"ben)\b(?! (?:van|op) )"
    ),
    (
        r"\b(?:hoop|wens|wou|wilde|liever|liefst|beter|verlang|bid|zou|wil)\b (?:[\w'-]+ "
        r"){0,6}(?:doodval|doodviel|doodga|doodging|"
        r"dood zijn|dood ben|dood was|dood ging|dood ga|doodgaan|sterf|stierf|sterven|omkom|omkwam|crepeer)\b"
        r"(?= (?:$|[,;:]|dan nog|dan zo|dan dit|en |want |omdat |dan was |dan is |zonder ))"
    ),
    (
        r"\b(?:opluchting|fijn|zalig|beter|rust|verlossing|bevrijding) (?:\w+ ){0,3}(?:om )?dood te "
        r"(?:zijn|gaan)\b"
    ),
    r"\bverdwijnen (?:van|uit) (?:deze|de) (?:wereld|aarde|aardbol|aardbodem)\b",
    (
        r"\b(?:doodgaan|dood zijn|sterven) (?:me |mij )?(?:\w+ ){0,3}(?:makkelijker|gemakkelijker|"
        r"beter|oplossing|"
        r"opluchting|fijner|rust|bevrijding)\b"
    ),
    r"\bbeter (?:af dood|dood af)\b",
    r"\b(?:was|had) (?:ik )?(?:\w+ )?(?:beter|liever) (?:\w+ )?dood (?:geweest|gegaan)\b",
    r"\bwaarom (?:ben|was|ga) ik (?:\w+ ){0,3}(?:dood|nog niet dood)\b(?! (?:moe|op) )",
    (
        r"\bmocht ik (?:\w+ ){0,2}(?:doodvallen|sterven|verongelukken|doodgaan)\b|\bhoop dat ik "
        r"(?:\w+ )?verongeluk\b"
    ),
    r"^dood willen (?:zijn|gaan)\b",
    (
        r"\bgeen (?:andere )?(?:uitweg|oplossing|keuze|optie) (?:\w+ )?(?:behalve|dan|buiten) "
        r"(?:de )?dood\b(?! van )"
    ),
    r"\bniet bang om dood te gaan\b.*\b(?:verlang|wil|hoop)\b",
    r"\bdood\w*\b.*\bverlang er ?naar\b|\bsterven\b.*\bverlang er ?naar\b",
    r"\b(?:morgen|binnenkort|straks|tegen dan|volgende week|weldra) ben ik dood\b",
    r"\bdood wil ik\b|\bliever dood dan (?:\w+ )?(?:zo|dit|levend|verder|nog verder|zo verder)\b",
    r"\bdat (?:ik|k) (?:\w+ )?dood was\b",
    r"\b(?:gedachten|gedachte) (?:\w+ ){0,3}(?:naar|bij) (?:de dood|mijn dood|doodgaan|sterven) ",
    (
        r"\b(?:zin|verlangen|drang|wens|liefst|behoefte|goesting) (?:\w+ ){0,3}om (?:\w+ ){0,2}(?:dood te "
        r"(?:gaan|zijn)|te sterven)\b"
    ),
    (
        rf"\b{WISH} {gap(5)}(?:voor altijd|voorgoed|eeuwig|voor eeuwig) {SOFT}(?:willen )?(?:slapen|"
        rf"rusten|inslapen)\b"
    ),
    r"\b(?:slapen|inslapen|slaap vallen) en (?:dan |gewoon )*(?:nooit|niet) meer wakker (?:te )?worden\b",
    r"\b(?:laat|liet) (?:me|mij) (?:dan |maar |gewoon |toch )*(?:doodgaan|sterven|dood gaan|dood)\b",
    (
        r"\bdood (?:is|lijkt|voelt|zou) (?:\w+ ){0,4}(?:uitweg|oplossing|verlossing|opluchting|beste|"
        r"bevrijding|rust)\b"
    ),
    r"\b(?:uitweg|oplossing) is (?:\w+ ){0,2}(?:dood|sterven|doodgaan)\b",
    (
        r"\b(?:verlang|verlangen|verlangde) (?:\w+ ){0,4}(?:naar de dood|naar mijn dood|te sterven|"
        r"dood te zijn|dood te gaan)\b"
    ),
    (
        rf"\b(?:denk|dacht|denken|gedachte|gedachten|gedachtes)\b {gap(5)}(?:mijn eigen dood|aan mijn "
        rf"dood|(?:aan|over) "
        rf"(?:de dood|dood|doodgaan|dood gaan|dood zijn|sterven)) {END}"
    ),
    (
        rf"\b(?:wil|wou|wilde|zou|mag|hoop|wens|moet|mocht|kon|kan|bid) (?:ik )?(?:dat ik "
        rf")?{SOFT}{gap(3)}(?:willen )?"
        rf"(?:sterven|doodgaan|sterf|doodga|doodging|stierf|creperen|inslapen en)(?: wil| mag| kon)? {END}"
    ),
    rf"\bik (?:wil|zou|wou) {SOFT}sterven $",
    (
        r"\b(?:hoop|wens|wou|fantaseer|bid) (?:\w+ ){0,6}(?:dodelijk ongeval|dodelijk ongeluk|"
        r"verongeluk|doodrijdt|omverrijdt)\b"
    ),
    rf"\b(?:hoop|wens|wou) (?:\w+ ){{0,5}}onder een {TRAFFIC} (?:kom|loop|kwam|terechtkom)\b",
    (
        rf"\b(?:{WISH}|zegt|doodswens|maar|denk|wat als|was) (?:\w+ ){{0,5}}(?:nooit|niet) geboren "
        rf"(?:was|geweest|had)?"
    ),
)
# "Niemand zou het merken als ik dood was": with a judgement beside it.
_EVALUATED: tuple[str, ...] = (
    (
        rf"\b(?:als|wanneer|mocht|of|dat) ik (?:er )?{SOFT}(?:morgen |gewoon |er )*(?:dood|niet meer "
        rf"(?:zou )?(?:zijn|ben|was|leef|leefde)|"
        r"niet (?:ben|was)|stierf|sterf|niet meer besta|niet meer bestond|doodga|doodging|"
        r"uit het leven stap)\b"
    ),
)
_NOT_BEING: tuple[str, ...] = (
    (
        rf"\b(?:{WISH}|verlang|denk|om|hoef)\b {gap(5)}(?:er|hier) {SOFT}(?:niet|nooit) "
        rf"{SOFT}{ASK_MORE}(?:zijn|wezen) (?=$|[,;:]|en |omdat |want |maar )"
    ),
    (
        rf"\b(?:dat ik|was ik|als ik maar) {SOFT}er {SOFT}(?:niet|nooit) {SOFT}(?:meer )?(?:was|zou "
        rf"zijn|ben|hoef te zijn|hoefde te zijn) {END}"
    ),
    rf"\b(?:liefst|liever) (?:was|ben) ik {SOFT}er {SOFT}niet meer {END}",
    rf"\b(?:er|hier) (?:gewoon |liever )*niet meer (?:wil|willen|wou|wilde) zijn {END}",
    rf"\b(?:dat )?ik {SOFT}niet (?:meer )?(?:bestond|besta)\b",
    (
        rf"\b(?:niet|nooit) (?:meer |langer |verder |meer verder |langer verder ){ASK_MORE}(?:door ?|"
        rf"verder ?)?(?:te )?"
        rf"(?:leven|bestaan|voortleven|doorleven|leve)\b{NOT_WITH}"
    ),
    rf"\b(?:wil|wou|wilde|hoef) (?:ik )?{SOFT}niet meer verder (?:leven )?(?=$|[,;] )",
    (
        rf"\b(?:wil|wou|zou) (?:ik )?{SOFT}(?:willen )?(?:voorgoed|voor altijd|van de (?:aardbol|aardbodem|"
        rf"wereld|aarde)) {SOFT}(?:weg zijn|verdwijnen)\b"
    ),
    (
        rf"\b(?:{WISH}|om|hoef)\b {gap(8)}(?:niet|nooit) (?:meer )?(?:te )?(?:hoeven )?(?:wakker "
        rf"(?:te )?(?:word|werd|worden|hoef|hoeven|schiet)|ontwaak|"
        rf"ontwaken|te ontwaken)\b{AWAKE}"
    ),
)
DEATH = (*_DEATH, *_NOT_BEING)
IF_DEAD = re.compile("|".join(f"(?:{phrase})" for phrase in _EVALUATED))
