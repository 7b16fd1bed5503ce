"""What people type when they mean to hurt themselves, or name a way to die."""

from samenhang.language.nl.help_blocks import (
    ACCIDENT,
    ASK_MORE,
    BLOWS,
    CUT,
    FALL,
    HEIGHTS,
    LIMBS,
    MIND,
    MY,
    PILLS,
    SELF,
    WORD,
    WOUND,
    gap,
)

_METHODS: tuple[str, ...] = (
    (
        rf"\b(?:{MIND}|om|beelden?|stel me voor)\b {gap(6)}(?:mezelf |me |mij )?{FALL} (?:\w+ "
        rf")?{ASK_MORE}(?:af ?|gaan )?(?:te )?(?:spring|springen|gaan|stappen|lopen|liggen|"
        r"rijden|rij|rijd|knallen|gooien|werpen|smijten|vallen|sprong|duwen|crashen|donderen)\b"
    ),
    (
        rf"\b(?:denk|overweeg|wil|drang|neiging|zin|gedachte|beeld|zou)\b {gap(5)}(?:te )?(?:springen|"
        rf"spring|stap|rij|rijd) (?:gewoon |nu |dan )?{FALL} (?!van )"
    ),
    rf"\bik {FALL} (?:wil|wou|wilde|zou) (?:springen|rijden|stappen|lopen)\b",
    rf"\bdenk ik ?:? ?(?:spring|rij|stap) (?:gewoon |nu |dan )?{FALL}",
    (
        rf"\b(?:op|aan|bij|langs|over|van) (?:de|het|een|die|dat|den) "
        rf"{HEIGHTS}\b.{{0,50}}\b(?:springen|eraf|eraf springen|er af springen|een stap|voorbij|laten "
        rf"vallen|"
        r"erover klimmen|naar beneden springen)\b"
    ),
    rf"\b(?:touw|koord|strop|riem)\b {gap(4)}(?:om|rond) mijn (?:nek|hals|keel)\b",
    (
        r"\b(?:touw|strop|koord) (?:\w+ ){0,3}(?:klaar|gekocht|geknoopt|klaargelegd|klaarliggen) "
        r"(?:\w+ ){0,2}(?:om|voor als) (?:\w+ ){0,3}(?:mezelf|me|het moment|te ver|er een)\b"
    ),
    r"\bmezelf (?:\w+ ){0,2}(?:aan|onder|voor) een (?:touw|balk|strop|trein|tram|metro|vrachtwagen)\b",
    r"\b(?:mezelf|me|mij) (?:aan|met) een (?:balk|touw|koord|riem)\b",
    r"\bkogel door (?:mijn|m'n) (?:kop|hoofd)\b",
    (
        rf"\b(?:genoeg|alle|al|te veel|teveel|hele doos|hele strip|hele strips|een doos|een strip|"
        rf"handvol|hoop) (?:\w+ ){{0,3}}{PILLS} {gap(4)}(?:genomen|geslikt|ingenomen|in te nemen|"
        r"te slikken|slikken|innemen|te nemen|gepakt|nemen)(?! (?:voor|tegen|volgens) )\b"
    ),
    (
        rf"\b{PILLS} {gap(5)}(?:(?:op)?gespaard|verzameld|opsparen|sparen) (?=$|om er|voor als|, |om "
        rf"dood|om niet|om uit|en )"
    ),
    (
        rf"\b(?:spaar|verzamel) (?:\w+ ){{0,3}}{PILLS}\b(?: op)? (?=$|om er|voor als|, |om dood|om "
        rf"niet|om uit|op $)"
    ),
    (
        rf"\b{PILLS}\b {gap(6)}om (?:{WORD}{{0,4}})(?:eind|einde|(?:niet|nooit) meer wakker te "
        rf"worden|te sterven|dood te gaan|weg te zijn)\b"
    ),
    (
        rf"\b(?:mijn |alle |al )?{PILLS} (?:tegelijk|in een keer|allemaal|ineens) {gap(3)}(?:nemen|"
        rf"innemen|slikken|ingenomen|te nemen|te slikken|in te nemen|geslikt)\b"
    ),
    (
        rf"\b(?:{MIND}|een)\b {gap(4)}overdosis {ASK_MORE}(?:nemen|genomen|pakken|slikken|geslikt|"
        rf"neem|{PILLS})\b"
    ),
    rf"\boverdosis {PILLS}\b",
    (
        r"\b(?:denk|dacht) (?:ik )?(?:soms |dan )*[:,]? ?(?:ik )?(?:rij|rijd|stap|spring) (?:ik "
        r")?(?:\w+ ){0,2}(?:tegen|voor|onder|van) (?:die|de|een|dat) (?:boom|muur|trein|pijler|"
        r"vrachtwagen|brug|dak)\b"
    ),
    r"\bzo (?:voor|onder) een (?:auto|trein|vrachtwagen|bus|tram) (?:stappen|springen|lopen)\b",
    r"\b(?:neem|pak|slik|nam) (?:ik )?(?:\w+ )?(?:een )?overdosis (?=$|[,;] |en |van )",
    (
        rf"\b(?:slik|neem|pak|slikte|nam) (?:ik )?(?:\w+ ){{0,2}}(?:alle|al de|al mijn) {PILLS} (?:die "
        rf"ik heb|die er zijn|in huis|in de kast)"
    ),
    r"\bstrop (?:gemaakt|geknoopt|gelegd|gekocht)\b",
    r"\b(?:touw|strop) (?:al )?(?:klaarliggen|klaarhangen|hangen)\b",
    (
        rf"\b(?:neem|slik|nam|slikte|pak) (?:ik )?{gap(3)}(?:al |alle )(?:mijn |de )?{PILLS} "
        rf"(?:tegelijk|ineens|allemaal|in een keer|op) "
    ),
    (
        rf"\b(?:denk|denken|dacht|gedachten?|overweeg|plan|fantaseer)\b {gap(4)}(?:aan|over|voor|van) "
        rf"(?:een )?overdosis\b"
    ),
    (
        r"\b(?:trein|tram|metro|vrachtwagen|camion)\b.{0,40}\b(?:eronder|ervoor|onder|er onder|er "
        r"voor) (?:te |wil |ga )*(?:springen|spring|gooien|liggen|lopen)\b"
    ),
    (
        r"\b(?:brug|dak|toren|viaduct|flat)\b.{0,40}\b(?:eraf|ervan af|er af|ervan|vanaf) (?:te |wil |"
        r"ga |zou )*(?:springen|spring|vallen|sprong)\b"
    ),
    (
        r"\beuthanasie (?:\w+ ){0,3}(?:aanvragen|vragen|aangevraagd|gevraagd|overwegen)\b|"
        r"\b(?:overweeg|wil|vraag|denk|wou) (?:\w+ ){0,4}euthanasie\b"
    ),
)
_HURTING: tuple[str, ...] = (
    r"\b(?:weer|opnieuw|terug) aan het (?:snijden|krassen|automutileren) (?=$|[,;] |en )",
    (
        r"\b(?:ik (?:heb|had)|heb ik) (?:me|mij) (?:(?:gister\w*|weer|vannacht|vandaag|vanmorgen|vanavond|"
        r"vanochtend|deze week|deze nacht) ){0,2}(?:gesneden|gekrast|gekerfd) (?=$|[,;] (?!aan)|gister|"
        r"vandaag|vannacht|vanmorgen|vanavond|deze|omdat|uit |en (?:ik )?(?:schaam|voel|durf|huil|haat))"
    ),
    r"\bik (?:snij|snijd|kras|kerf) (?:me|mij) (?=$|[,;] |als |omdat |wanneer |telkens |om |vaak |elke )",
    r"\b(?:trek|rukte|trok|bijt|krab|pulk) (?:\w+ ){0,5}tot (?:het|ze) bloed\w*\b",
    r"\bom (?:mezelf|me) te (?:straffen|pijnigen)\b.*\b(?:kaars|vlam|mes|bloed|snij\w*|brand\w*)\b",
    r"\b(?:kaars|vlam|mes|bloedt|snij|brand)\b.*\bom (?:mezelf|me) te (?:straffen|pijnigen)\b",
    r"\bmezelf (?:\w+ )?kwetsen\b.*\bmes\w*\b",
    r"\bbang (?:\w+ ){0,3}(?:voor|van) wat ik mezelf (?:\w+ ){0,3}(?:aan doen|aan doe|aan ga doen)\b",
    (
        rf"\b(?:mezelf|me|mij|mijn {LIMBS})\b.*\b(?:{CUT}|{WOUND}|geslagen|pijn gedaan)\b.*\b(?:met "
        rf"opzet|expres|opzettelijk|bewust|moedwillig)\b"
    ),
    rf"\b{BLOWS} (?:ik )?{gap(3)}(?:op|tegen|in) mijn (?:hoofd|kop|gezicht|benen|armen|dijen|buik|slaap)\b",
    (
        rf"\b{WOUND} (?:ik )?(?:weer |soms |dan |opnieuw )*mijn (?:eigen )?{LIMBS} (?:\w+ )?(?:met een|"
        rf"met de|met mijn|expres|met opzet|open)\b"
    ),
    rf"\bmijn {LIMBS} (?:te |wil |willen |ga |zou |zou willen )*(?:overs|doors)\w+\b",
    (
        rf"\b(?:mezelf|me|mij) (?!er |daar ){gap(5)}(?:iets|wat) {gap(2)}aan ?{ASK_MORE}(?:doe|doen|"
        rf"gedaan|deed|aangedaan)\b"
    ),
    rf"\b(?:doe|deed) (?:ik )?{SELF} (?:\w+ )?(?:iets|wat)(?: \w+)? aan\b",
    (
        rf"\biets (?:doms|ergs|stoms|verschrikkelijks|onherroepelijks) (?:\w+ ){{0,2}}(?:met|tegen|"
        rf"bij) {SELF}\b"
    ),
    rf"\b{SELF} iets (?:doms|ergs|stoms) (?:aan)?(?:doe|doen)\b",
    rf"\b(?:gevaar|bedreiging) voor {SELF}\b",
    rf"\b{SELF} (?!in de (?:eigen )?vingers?){gap(6)}(?:{CUT}|{WOUND})\b{ACCIDENT}",
    rf"\b(?:{CUT}|{WOUND}) (?:ik )?{SELF}\b{ACCIDENT}",
    rf"\b(?:in|op) {MY} {LIMBS} {gap(2)}{ASK_MORE}{CUT}\b",
    (
        rf"\b(?:ik|heb) {gap(4)}{MY} (?:polsen|armen|arm|benen|pols|dijen|buik|huid|aders) "
        rf"{gap(3)}(?:{CUT}|verbrand|opengehaald|door(?:ge)?sn\w+|overgesneden|over te snijden|door "
        rf"te snijden)\b{ACCIDENT}"
    ),
    rf"\b{CUT} (?:ik )?(?:weer |opnieuw |terug |soms |dan |altijd )*{MY} {LIMBS}\b",
    rf"\b(?:sneetjes|sneden|snijwonden|krassen) (?:\w+ )?(?:op|in) mijn {LIMBS}\b(?! (?:van|door) )",
    rf"\b{CUT} (?:ik )?(?:me |mij |mezelf )?(?:weer |opnieuw |terug |soms )*(?:in|op) {MY} {LIMBS}\b",
    (
        rf"\b(?:me|mij) {gap(3)}(?:weer|opnieuw|terug|met opzet|expres|opzettelijk|bewust) "
        rf"{gap(3)}(?:{CUT}|{WOUND})\b(?! aan )"
    ),
    (
        r"\b(?:snij|snijd|kras|kerf) (?:ik )?(?:me |mij )(?:weer |opnieuw |soms |nog |terug |al |elke "
        r"|altijd )(?!(?:\w+ )?aan )"
    ),
    (
        r"\b(?:door|met|van|om|aan|drang|zin|behoefte|begonnen|beginnen|hervallen|herval) (?:me|mij|"
        r"mezelf|mijzelf) (?:weer |opnieuw )?te (?:snijden|krassen|branden|slaan|verwonden|verminken|"
        r"kerven|bezeren)\b"
    ),
    (
        rf"\b(?:drang|neiging|behoefte|zin|aandrang|goesting|impuls) {gap(4)}(?:te |om te )(?:snijden|"
        rf"krassen|kerven|automutileren)\b(?! in (?:de|het) (?:budget|kosten|taart|brood))"
    ),
    (
        r"\b(?:begonnen|begin|beginnen|hervallen|herval|gestart) (?:weer |opnieuw |terug )*(?:met|in|"
        r"te) (?:het )?(?:snijden|krassen|automutileren|kerven) (?!van )"
    ),
    (
        r"\bik (?:snij|snijd|kras|kerf) (?:weer|opnieuw|nog steeds|nog altijd|terug|elke dag|elke "
        r"avond) (?=$|[,;] |als |omdat |en )"
    ),
    (
        r"\b(?:weer|opnieuw|terug) (?:gesneden|gekrast|gekerfd) (?=$|[,;] |vannacht |gisteren |"
        r"vandaag |in mijn |deze )"
    ),
    rf"\b{SELF} {gap(3)}pijn {ASK_MORE}(?:doen|doe|deed|gedaan)\b{ACCIDENT}",
    rf"\b(?:doe|deed|ik doe) (?:ik )?{SELF} (?:\w+ ){{0,2}}pijn\b{ACCIDENT}",
    (
        rf"\b{BLOWS} (?:ik )?{SELF} (?!(?:\w+ ){{0,2}}voor |in de (?:eigen )?vingers?|op de borst|"
        rf"erdoor|een |wel )"
    ),
    (
        rf"\b{SELF} (?!voor |.{{0,12}}voor (?:het|mijn) )(?:te |blijven )?{gap(3)}(?:slaan|geslagen|bijten|"
        rf"krabben|stompen|gebeten|gekrabd)\b(?! (?:voor|op de borst))"
    ),
    (
        rf"\b(?:{SELF}|mijn (?:hoofd|armen|arm|benen|vuisten?|huid|vel|knokkels|"
        rf"lippen))\b.{{0,30}}\b(?:tot bloedens|tot het bloedt|tot het bloedde|tot ik bloed\w*|tot "
        rf"bloed|tot ik blauw\w*)\b"
    ),
    rf"\bik {BLOWS} {gap(6)}tot (?:het bloedt|ik bloed|bloedens|ik blauw|ik blauwe)\b",
    (
        r"\b(?:met opzet|opzettelijk|expres|moedwillig|bewust)\b (?:\w+ ){0,4}(?:"
        rf"{CUT}|{WOUND}|geslagen|pijn gedaan|pijn te doen|pijn doen)\b"
    ),
    (
        r"\b(?:sla|bonk|beuk|sloeg|bonkte|beukte|gebonkt|geslagen) (?:ik )?(?:weer |soms )?(?:met "
        r")?(?:mijn|m'n) (?:hoofd|kop|vuisten?) (?:hard |weer )*tegen (?:de|een) muur\b"
    ),
    (
        r"\b(?:mijn|m'n) (?:hoofd|kop|vuisten?) (?:\w+ )?tegen (?:de|een) muur (?:te |heb )?(?:bonken|"
        r"slaan|beuken|gebonkt|geslagen|bonk|sla)\b"
    ),
    r"\bsigaret\w* (?:\w+ ){0,3}(?:op|in|tegen) mijn (?:arm|armen|hand|huid|been|benen|pols)\b",
    (
        r"\b(?:weer|opnieuw|terug) naar (?:het|een|mijn) (?:scheer)?mes(?:je)? (?:gegrepen|gegrepen|"
        r"te grijpen|grijp)\b"
    ),
    r"\bscheermes(?:je|jes)? (?:\w+ ){0,5}(?:mijn (?:arm|armen|pols|polsen|been|benen|huid)|mezelf)\b",
)
WOUNDS = (*_METHODS, *_HURTING)
