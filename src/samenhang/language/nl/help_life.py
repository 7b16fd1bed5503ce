"""What people type when they mean to end their life, or to let it go."""

import re

from samenhang.language.nl.help_blocks import (
    ASK_MORE,
    END,
    KILL,
    LIFE,
    MIND,
    NOT_WITH,
    SELF,
    SOFT,
    gap,
)

_LIVING: tuple[str, ...] = (
    r"\b(?:uit (?:het|dit) leven weg|weg uit (?:het|dit) leven)\b",
    r"^er niet meer zijn\b.*\b(?:lijkt|beste|wil|denk|opluchting|rust)\b",
    r"\bstoppen met ademen (?:, )?(?:voor altijd|voorgoed)\b",
    (
        rf"\b(?:wil|wou|hoef) (?:ik )?{SOFT}(?:het|dit|mijn) leven (?:gewoon |echt )*niet meer (?=$|"
        rf"[,;] |en |zo )"
    ),
    r"\bleven (?:\w+ )?mag (?:\w+ ){0,3}(?:stoppen|ophouden|gedaan zijn|voorbij zijn|eindigen)\b",
    r"\bmag (?:\w+ ){0,3}(?:stoppen|ophouden|gedaan zijn|voorbij zijn) , (?:het|mijn|dit) leven\b",
    (
        rf"\b(?:twijfel|weet niet|weet het niet|vraag me af)\b.{{0,12}}\bof ik {SOFT}"
        r"(?:nog |verder |blijven )*"
        r"(?:wil |kan )?(?:blijven |verder |nog )*(?:wil |kan )?(?:blijven )?leven(?: wil)? (?!met |in |op )"
    ),
    (
        r"\bleef (?:ik )?(?:eigenlijk |echt )*(?:liever niet|niet graag|tegen mijn zin)\b|\bniet "
        r"graag (?:meer )?(?:leef|leven)\b"
    ),
    r"\bleven kan (?:me|mij) gestolen worden\b|\bstekker uit mijn leven\b",
    r"\b(?:uit|van) deze wereld (?:\w+ ){0,2}(?:stappen|weg|verdwijnen|weg zijn|stap)\b",
    r"\b(?:geen|niets|niks|nul|niet) (?:enkele |enkel |echt |veel )?(?:zin|reden|redenen|goesting|"
    r"moed|kracht|fut|wil|doel|nut|energie|hoop|"
    r"waarde|lust|waard)\b (?:meer |in |om |aan |voor |nog |verder |door |het |mijn |dit |blijven "
    r"|te |mij |me |er |langer )*leven\b" + NOT_WITH,
    r"\b(?:niet meer|geen)\b.{0,24}\bom (?:nog |verder )*te (?:blijven )?leven\b",
    r"\b(?:zie|zag) het (?:\w+ )?niet (?:meer |langer )?zitten om (?:nog )?(?:verder |door )?te leven\b",
    r"\b(?:zie|zag) (?:ik )?(?:het|mijn|dit) leven (?:echt )?niet(?: meer| langer)? zitten\b",
    r"\bwaar(?:om|voor|toe)\b (?:\w+ ){0,4}(?:nog|blijven|verder) (?:te )?(?:leef|leven|besta|doorleven)\b",
    r"\b(?:niet|niets|niks) (?:meer )?(?:waard|verdien\w*) (?:om )?(?:nog )?te (?:blijven )?leven\b",
    r"\bverdien (?:het )?niet om te leven\b",
    (
        r"\b(?:wat|welke|heeft het|heeft) (?:[\w'-]+ ){0,5}(?:zin|nut) (?:\w+ )?(?:om )?(?:nog |"
        r"verder |door )*te leven\b"
    ),
    (
        r"\b(?:gehad|afgelopen zijn|gedaan zijn|voorbij zijn|genoeg) met (?:het|mijn|dit) leven (?=$|"
        r"[,;] |en |hier )"
    ),
    (
        r"\bleven (?:is|voelt|lijkt) (?:\w+ ){0,3}(?:niet meer|niet) (?:de moeite(?: waard)?|leefbaar|"
        r"houdbaar|te dragen)\b"
    ),
    r"\bstoppen met (?:bestaan|leven) (?=$|[,;] |en )",
    (
        r"\b(?:wil|kan|hoef) (?:ik )?(?:echt |gewoon )?geen (?:dag|uur|minuut|jaar|seconde) (?:langer "
        r"|meer |verder )+leven\b"
    ),
    r"\bnog een dag (?:langer )?leven (?:lukt|gaat|kan|zie)\b.*\bniet\b",
    r"\bis het leven (?:\w+ ){0,2}niet meer (?:leefbaar|houdbaar|te dragen|de moeite)\b",
    (
        r"\bwaarom (?:leef|besta) ik (?:\w+ )?nog\b|\bwaarom ik (?:\w+ )?nog (?:leef|besta|zou leven|"
        r"moet leven|verder leef|zou moeten leven|zou bestaan)\b"
    ),
    r"\bleven (?:echt |zo |kots|voor mij )*(?:beu|moe|moede|zat|kotsbeu|spuugzat)\b",
    rf"\b(?:beu|moe|zat) (?:van |om )?(?:het |mijn |te |dit )leven {END}",
    rf"\b(?:klaar|gedaan|afgerond|gestopt|stoppen|stop|stopte) met {LIFE} {END}",
    rf"\bgenoeg (?:gehad )?van (?:het|mijn|dit) leven {END}",
    r"\bleven (?:dat )?hoeft (?:\w+ ){0,3}niet\b(?! zo )",
    r"\bhoeft (?:het|dat) leven (?:\w+ ){0,3}niet\b(?! zo )",
    (
        r"\b(?:voor mij|mij|me) hoeft (?:het|dat) (?:allemaal |echt |eigenlijk |zo )*niet meer "
        r"(?:allemaal )?(?=$|[,;] )"
    ),
    (
        r"^(?:\w+ )?het hoeft (?:allemaal |echt |eigenlijk )*(?:niet meer )?voor mij (?:echt |"
        r"allemaal )*(?:niet meer )?(?=$|[,;] )"
    ),
    (
        r"\b(?:mijn|m'n|het|dit) leven (?:\w+ )?(?:heeft|is|lijkt|had) (?:\w+ ){0,4}(?:geen zin|"
        r"zinloos|geen waarde|waardeloos|"
        r"niets waard|niet waard|niks waard|niets meer waard|niet meer waard|niks meer waard)\b"
    ),
    r"\bleven is (?:het )?(?:niet|niets|niks)(?: meer| langer)? waard\b",
    (
        r"\b(?:mijn|m'n|het) leven (?:te |wil |ga |zou |zelf )*(?:beeindigen|beeindig|eindigen|"
        r"beeindigd|stoppen)\b"
    ),
    r"\blevensmoe\b|\blevensmoeheid\b|\bdoodswens\b",
    r"\bafscheid (?:te )?(?:nemen |genomen |neem )?van het leven\b",
)
_ENDING: tuple[str, ...] = (
    r"\b(?:einde?|punt|stop) .{0,25}\b(?:achter|aan) (?:mijn|dit) leven\b",
    (
        r"\bpoging (?:gedaan|ondernomen)\b(?! (?:om|tot) ).*\b(?:bang|opnieuw|opgenomen|ziekenhuis|"
        r"spoed|overleefd?)\b"
    ),
    r"\bkill myself\b|\bi (?:want|wanna) (?:to )?die\b",
    (
        r"\b(?:einde?|punt|stop) (?:aan|van|achter|te maken aan|maken aan|maak aan|zetten aan) "
        r"(?:mijn|dit|het|m'n) (?:leven|lijden|bestaan)\b(?! (?:als|in|op) )"
    ),
    r"\bbeeindigen van mijn leven\b",
    r"\beinde? (?:te )?(?:maken|maak|gemaakt) aan (?:mijn|m'n) (?:leven|lijden|bestaan|pijn)\b",
    r"\b(?:aan )?alles (?:een|'n) einde? (?:te )?(?:maken|maak)\b|\beinde? (?:te )?maken aan alles\b",
    (
        r"\buit (?:het|dit) leven (?:\w+ ){0,2}(?:te )?(?:stappen|stap|gestapt)\b|\bstap(?:te)? (?:ik "
        r")?uit het leven\b"
    ),
    (
        rf"\b(?:gedachte|gedachten|plan|plannen|manier|manieren)\b {gap(4)}om {gap(3)}(?:uit het "
        rf"leven|eruit) te stappen\b"
    ),
    rf"\b{SELF} {gap(4)}{KILL}(?: {ASK_MORE}(?:maken|beroven|benemen|maak|beneem|rijden|springen))?\b",
    rf"\b{KILL} {SELF}\b|\b(?:doden|ophangen|verhangen|vermoorden) van {SELF}\b",
    (
        rf"\b(?:me|mij) {gap(3)}(?:van kant|van het leven|het leven) {ASK_MORE}(?:maken|maak|beroven|"
        rf"benemen|beroof|beneem|gemaakt)\b"
    ),
    (
        rf"\b{MIND}\b {gap(5)}(?:me|mij) {ASK_MORE}(?:verhang|verhangen|ophangen|verdrinken|"
        rf"doodrijden|doodschieten|te pletter (?:te )?rijden)\b"
    ),
    r"\bik (?:hang|verhang|verdrink|schiet) (?:me|mij) (?:op|dood)?\b(?! in )",
    (
        r"\b(?:hoe|manier\w*)\b (?:\w+ ){0,4}(?:jezelf|je zelf|uzelf|je|u) (?:\w+ ){0,3}(?:ophang\w*|"
        r"verhang\w*|(?:te )?dod?en|doodt|van kant|vergiftig\w*|pijnloos)\b"
    ),
    (
        r"\bmanier\w* om (?:[\w'-]+ ){0,3}(?:te sterven|dood te gaan|eruit te stappen|uit het leven "
        r"te stappen|mezelf)\b"
    ),
    r"\bleven\b.*\bstap (?:ik )?eruit\b|\bstap (?:ik )?eruit\b.*\bleven\b",
    (
        r"\b(?:hoofd|stem|stemmen|stemmetje) (?:zegt|zeggen|roept|roepen|fluistert) "
        r".{0,40}\b(?:spring|doe het|snij|dood|maak er een einde? aan)\b"
    ),
    r"\bvan het leven (?:te )?scheiden\b",
    r"\bpijnloos (?:te )?(?:sterven|sterf|doodgaan|doodga)\b",
    (
        r"\bafscheidsbrie(?:f|ven|fje|fjes)\b"
        r"(?! .{0,30}\b(?:collegas?|team|klas|leerling\w*|ploeg|klanten|pensioen|stage|buren)\b)"
    ),
    (
        r"\b(?:mijn|een|eerste|tweede|derde|vierde|laatste|nieuwe) (?:\w+ )?poging (?:overleefd|"
        r"overleefde|mislukt)\b"
    ),
    r"\bpoging (?:gedaan|ondernomen) (?:om|tot) (?:\w+ ){0,4}(?:leven|dood|zelfdoding|sterven|eind|einde)\b",
)
_BURDEN: tuple[str, ...] = (
    (
        r"\b(?:beter|gelukkiger|rustiger|makkelijker|gemakkelijker|lichter|fijner)\b (?:af |uit |zijn "
        r"|zou zijn |is |zou |worden |er |uit zijn )*zonder (?:mij|me|mijn bestaan)\b(?! (?:erbij|mee|"
        r"in))"
    ),
    (
        r"\bzonder (?:mij|me) (?:is|zijn|zou|zouden|hebben|heeft|had|hadden) (?:\w+ ){0,8}(?:beter|"
        r"gelukkiger|lichter|makkelijker|gemakkelijker|opgelucht)\b(?! (?:met|bij|door|in))"
    ),
    r"\biedereen (?:\w+ ){0,3}beter zonder (?:mij|me)\b",
    r"\bzonder (?:mij|me) (?:\w+ ){0,2}(?:beter|gelukkiger) (?:af|uit)\b",
)
# Er een eind aan maken, eruit stappen: explicit, unless something else is named that can be ended.
_EUPHEMISMS: tuple[str, ...] = (
    (
        rf"\b(?:ik|{MIND}|om|overwegen|beter|moeten|stop)\b {gap(7)}er {gap(6)}(?:einde?|eindje) "
        rf"(?:aan|van) {ASK_MORE}(?:maken|maak|maakte|gemaakt|brei\w*)\b(?! :)"
    ),
    rf"\b{MIND}\b {gap(7)}(?:eruit|er uit) {ASK_MORE}(?:stap|stappen) {END}",
    rf"\b(?:wil|wou|zou|zin om) (?:ik )?{gap(3)}(?:eruit|er uit) stappen {END}",
    r"\bdenk (?:ik )?: (?:\w+ )?stap er (?:\w+ )?uit\b",
    r"\bstap eruit\b.{0,20}\b(?:vaarwel|adieu|afscheid)\b",
    r"\bmaak (?:ik )?er (?:\w+ ){0,2}een einde? aan (?=$|, |en |nu |vanavond |morgen |vandaag |vannacht )",
    (
        rf"\b{MIND}\b {gap(6)}(?:eraan|er aan) een einde? (?:te )?maken\b|\beinde? (?:eraan|er aan) "
        rf"(?:te )?maken\b"
    ),
    rf"\b(?:wil|wou|zou) (?:ik )?{gap(3)}(?:er|ervan) (?:voorgoed |voor altijd )(?:van)?af zijn\b",
)
LIFE_LET_GO = (*_LIVING, *_ENDING, *_BURDEN)
SOFTLY_SAID = re.compile("|".join(f"(?:{phrase})" for phrase in _EUPHEMISMS))
