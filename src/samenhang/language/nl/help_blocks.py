"""Blocks of which the phrases of the help card are built; all are texts of regular expressions.

What they are matched with is spelled out first (`help_spelling.spell_out`): one space after each word, commas
as words of their own. Every repetition is bounded, so that no text makes the search slow.
"""

# A word, and a few of them without a comma between.
WORD = r"(?:[\w'-]+ )"


def gap(most: int) -> str:
    return rf"{WORD}{{0,{most}}}?"


# Words that soften or stress and change nothing.
SOFT = (
    r"(?:(?:gewoon|gewoonweg|echt|liever|het|liefst|maar|alleen|nog|eigenlijk|soms|wel|eens|nu|"
    r"ook|graag|vaak|weer|"
    r"opnieuw|steeds|stiekem|al|heel|eerlijk|toch|vandaag|vannacht|vanavond|morgen|helemaal|keer|"
    r"een|meer|dan|dus|"
    r"beter|zelf|vroeg|snel|eindelijk|allemaal|zo|terug|altijd|dikwijls|ne) ){0,4}"
)
WISH = r"(?:wil|wou|wilde|zou|hoop|wens|mag|mocht|moet|moest|verlang|liefst|liever|bid)"
MIND = (
    r"(?:wil|wou|wilde|zou|denk|dacht|overweeg|overwoog|drang|zin|neiging|plan|ga|durf|fantaseer|"
    r"idee|gedachte|"
    r"gedachten|denken|nadenken|beeld|impuls|aandrang|moet|moest|kan|kon|bang|speel|liefst|liever|goesting|"
    r"geprobeerd|probeerde)"
)
ASK_MORE = r"(?:te |ga |wil |wou |wilde |zou |kan |kon |moet |willen |kunnen |gaan |zal |mag |heb |had )*"
# Nothing follows that would make it about something else.
END = (
    r"(?=$|[,;:]|en |of |omdat |want |maar |als |nu |vandaag |hoor |man |soms |echt |toch |"
    r"eigenlijk |ofzo |he |ma |"
    r"zodat |ik |vannacht |vanavond |morgen |, |ben |was |meer |zonder |allemaal |op deze manier |"
    r"op den duur |zelfs |niet uit |niet los )"
)
SELF = "mezelf"
MY = r"(?:mijn|de)"
LIMBS = (
    r"(?:arm|armen|onderarm|onderarmen|bovenarm|bovenarmen|been|benen|bovenbeen|bovenbenen|dij|"
    r"dijen|pols|polsen|"
    r"buik|huid|vel|enkel|enkels|heup|heupen|lichaam|lijf|aders|borst)"
)
CUT = (
    r"(?:snij|snijd|sneed|snijden|gesneden|kras|kraste|krassen|gekrast|kerf|kerfde|kerven|gekerfd|"
    r"opengesneden|"
    r"opengekrast|opengekrabd|ingesneden)"
)
WOUND = (
    r"(?:verwond|verwonden|verwondde|verwondt|beschadig|beschadigd|beschadigen|beschadigde|"
    r"verminkt|verminken|verminkte|"
    r"verbrand|verbranden|verbrandde|brand|branden|brandde|gebrand|pijnig|pijnigen|gepijnigd|toegetakeld|"
    r"automutileer|automutileren|gewurgd|wurgen|verstikken)"
)
KILL = (
    r"(?:ophang|ophangen|opgehangen|verhang|verhangen|verdrink|verdrinken|vergiftig|vergiftigen|"
    r"dood|doden|gedood|"
    r"doodmaken|doodmaak|dood (?:te )?(?:maken|doen)|ombreng|ombrengen|vermoord|vermoorden|"
    r"doodschieten|doodschiet|doodrijden|"
    r"doodrijd|afmaken|"
    r"uithongeren|te pletter|van kant|van het leven|het leven)"
)
BLOWS = (
    r"(?:sla|slaan|sloeg|geslagen|bonk|bonken|bonkte|beuk|beukte|bijt|beet|gebeten|krab|krabde|gekrabd|stomp|"
    r"stompte|knijp)"
)
# As it happens at work or at the stove.
ACCIDENT = (
    r"(?! (?:bij|aan|met het|met de oven|met \w{0,9}(?:ballen|sporten|turnen|fietsen|lopen|dansen|spelen)|"
    r"tijdens|per ongeluk|in de (?:eigen )?vingers?|"
    r"voor (?:het|de|mijn) ))"
)
PILLS = r"(?:pillen|medicatie|medicijnen|slaappillen|slaapmiddelen|kalmeerpillen|antidepressiva|pilletjes)"
TRAFFIC = r"(?:trein|tram|bus|metro|vrachtwagen|camion|auto|treinstel)"
FALL = (
    rf"(?:(?:voor|onder|tegen) (?:de|een|ne|nen|die|den) {TRAFFIC}|"
    r"van (?:de|een|die|het|den|ne|nen) (?:brug|flat|toren|dak|balkon|viaduct|gebouw|rots|"
    r"appartement|parkeergarage)|"
    r"tegen (?:de|een|ne|nen|den) (?:boom|muur|pijler|brugpijler|betonblok|vangrail)|"
    r"in (?:het kanaal|de schelde|de maas|de leie|de gracht|de rivier))"
)
HEIGHTS = r"(?:brug|dak|perron|spoor|sporen|viaduct|balkon|overweg|spoorweg|kanaal)"
# "Niet verder leven met deze rommel" is about the mess; with the pain, it is not.
NOT_WITH = (
    r"(?! (?:met|in|op|van|volgens|zonder|naar|voor|tussen|als|zoals(?! dit | nu ))"
    r" (?!.{0,20}(?:pijn|leegte|verdriet|schaamte|angst|schuld|ellende|gevoel|haar $|hem $|manier)))"
)
AWAKE = r"(?! (?:van|door|om|voor|in|met|tussen|elke|op|zo|rond|tijdens|midden|'s|s|snachts|smorgens) )"
LIFE = r"(?:het|mijn|dit|zo'n)? ?leven"
