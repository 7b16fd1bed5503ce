"""Dutch verbs: what a person does, in the forms that turn up in a plan."""

from functools import lru_cache

from samenhang.language.nl.tables import listed

# Infinitives of things that people plan. Particles (op, uit, mee …) are taken off first.
_REGULAR = """
mediteren wandelen lopen joggen fietsen zwemmen sporten trainen rennen stappen dansen klimmen roeien
stretchen rekken strekken buigen draaien springen huppelen balanceren oefenen herhalen
ademen rusten ontspannen douchen wassen poetsen flossen scheren borstelen kammen smeren
lezen schrijven noteren tekenen schilderen kleuren knutselen breien haken naaien puzzelen spelen
luisteren kijken praten spreken bellen mailen sturen vragen antwoorden zeggen vertellen melden delen
bespreken overleggen vergaderen uitleggen danken bedanken groeten begroeten knuffelen omhelzen kussen
koken bakken braden snijden proeven eten drinken ontbijten lunchen dineren tafelen snoepen
plannen ordenen sorteren opruimen kuisen stofzuigen dweilen vegen strijken vouwen hangen leggen zetten
zitten steken stoppen starten beginnen wachten blijven pauzeren
werken studeren leren blokken maken bouwen regelen boeken reserveren betalen kopen winkelen
bezoeken ontmoeten afspreken uitnodigen helpen zoeken vinden halen brengen dragen
sluiten openen schakelen zakken laten houden tellen meten wegen turven scoren bewaren nemen geven
kiezen beslissen schrappen weigeren benoemen formuleren koppelen herlezen overlopen bekijken
controleren evalueren reflecteren visualiseren zingen neuriën fluiten oefenen kneden masseren
rijden nemen pendelen parkeren tuinieren planten zaaien wieden snoeien harken gieten sproeien
voelen zuchten geeuwen gapen lachen glimlachen huilen mijmeren staren turen bidden
markeren typen printen scannen archiveren beantwoorden verwijderen dempen vermijden beperken vervangen
wisselen verplaatsen verzetten nemen zorgen letten werken bewegen leven denken worden slapen focussen
genieten loslaten aanpakken vertrouwen aanvaarden accepteren beheren verdelen bepalen inplannen
informeren contacteren inschrijven registreren invullen opvolgen uitproberen proberen testen
leunen liggen knielen hurken wiegen schommelen stappen slenteren kuieren hiken surfen skaten schaatsen
boksen tennissen voetballen turnen squatten planken stretchen yogaën rollen trekken duwen tillen heffen
wandelen dutten soezen waken dimmen branden warmen koelen luchten verluchten
vasten diepvriezen bereiden klaarmaken kiezen smaken kauwen slikken roken minderen afbouwen
scrollen swipen gamen surfen streamen appen sms'en chatten posten skypen zoomen videobellen facetimen
gaan staan doen slaan zien
zeggen durven gunnen laden installeren blokkeren activeren deactiveren wekken volgen lossen vullen
luieren vieren feesten dromen waarderen complimenteren benutten bundelen groeperen prioriteren delegeren
afronden aankondigen aangeven bewaken stellen uitspreken herkaderen checken nakijken rapporteren
verwoorden samenvatten afvinken aanvinken schuiven zwaaien klappen stampen schudden wrijven tikken
aaien borstelen voederen voeren uitlaten verzorgen snuiten spoelen gorgelen drogen föhnen kleden
strelen troosten steunen vasthouden sorteren besteden reserveren vrijhouden vrijmaken blokken
klussen repareren herstellen monteren timmeren verven schuren boren zagen
inademen uitademen ademhalen rechtstaan opstaan neerzitten stilstaan stilzitten thuiskomen komen
mikken gooien werpen vangen duiken drijven zonnen bruinen lenen teruggeven vergeven
vertrekken eindigen ophouden aankomen landen
lappen boenen schrobben soppen squashen padellen basketten volleyballen golfen zeilen vissen boulderen
fotograferen filmen boetseren borduren schetsen drummen trommelen musiceren componeren dichten vertalen
solliciteren netwerken presenteren onderhandelen begeleiden coachen snorkelen picknicken kamperen plukken
oogsten schoffelen maaien spitten composteren stikken vlechten knopen epileren scrubben marineren mixen
roeren stoven grillen ontdooien jongleren kaarten schaken dammen biljarten darten bowlen downloaden
ontvolgen uitloggen sparen betalen budgetteren factureren verkennen ontdekken oplossen snuiven trakteren
kleden posten afspoelen belonen bezichtigen bijwerken overschrijven onthouden toepassen uitzoeken
opfrissen bestuderen doornemen overnemen doorgeven doorsturen indienen aanvragen opvragen verlaten
hervatten beluisteren aanhoren bijwonen opmaken opdekken dekken kopiëren ruilen
hakken kappen inpakken graven behangen metselen stapelen
veranderen wijzigen herschikken verlagen verhogen verkopen
""".split()  # noqa: SIM905 - a list of words reads best as a text

_STEMS = {
    "wandelen": "wandel", "ademen": "adem", "uitademen": "adem", "inademen": "adem",
    "oefenen": "oefen", "tekenen": "teken", "openen": "open", "luisteren": "luister",
    "knutselen": "knutsel", "puzzelen": "puzzel", "vertellen": "vertel", "knuffelen": "knuffel",
    "borstelen": "borstel", "winkelen": "winkel", "regelen": "regel", "koppelen": "koppel",
    "schakelen": "schakel", "wisselen": "wissel", "verwisselen": "verwissel", "ordenen": "orden",
    "mijmeren": "mijmer", "schilderen": "schilder", "weigeren": "weiger", "vergaderen": "vergader",
    "slenteren": "slenter", "kuieren": "kuier", "luieren": "luier", "minderen": "minder",
    "sorteren": "sorteer", "voederen": "voeder", "gorgelen": "gorgel", "timmeren": "timmer",
    "schommelen": "schommel", "snuffelen": "snuffel", "bundelen": "bundel", "facetimen": "facetime",
    "pendelen": "pendel", "mediteren": "mediteer", "balanceren": "balanceer", "huppelen": "huppel",
    "videobellen": "videobel", "neurien": "neurie", "geeuwen": "geeuw", "gaan": "ga", "staan": "sta",
    "doen": "doe", "slaan": "sla", "zien": "zie", "yogaen": "yoga", "houden": "hou", "rijden": "rij",
    "glimlachen": "glimlach", "antwoorden": "antwoord", "beantwoorden": "beantwoord",
    "ontbijten": "ontbijt", "komen": "kom", "thuiskomen": "kom", "scrollen": "scrol",
    "verwijderen": "verwijder", "bezoeken": "bezoek", "verdelen": "verdeel", "tafelen": "tafel",
    "spenderen": "spendeer", "besteden": "besteed", "lunchen": "lunch", "streamen": "stream",
    "zoomen": "zoom", "skypen": "skype", "gamen": "game", "faxen": "fax", "hiken": "hike",
    "delegeren": "delegeer", "tuinieren": "tuinier", "wandlen": "wandel", "typen": "typ",
    "skaten": "skate", "veranderen": "verander", "wijzigen": "wijzig", "bezichtigen": "bezichtig",
    "boulderen": "boulder",
}  # fmt: skip
_MORE_STEMS = listed(
    "houd rijd vind neem eet lees slaap wandl herneem ruim hang leg bel stuur vraag zeg plan "
    "scroll test check drink app mail sms"
)
PARTICLES = (
    "achter", "binnen", "buiten", "dicht", "klaar", "neer", "open", "recht", "rond", "samen",
    "schoon", "stil", "terug", "thuis", "tegen", "vast", "voor", "over", "boven", "beneden",
    "leeg", "weer", "door", "weg", "mee", "toe", "bij", "aan", "los", "uit", "hard", "vrij", "heen",
    "her", "op", "af", "in", "na", "om", "ver", "be", "ont", "vol", "onder", "goed", "stop", "piano",
    "koffie", "lang", "wakker", "droog", "af", "boodschappen", "stof", "adem", "raad", "deel",
)  # fmt: skip
# To be, to have, to think: these say how it is, not what one will do.
STATIVE = listed(
    "ben heb voel slaap word pieker lig twijfel vind merk weet denk kan krijg haat mis snap besef "
    "hou woon lijk blijk schijn heet ken geloof hoop vrees schaam erger verlang vergeet besefte "
    "verwacht begrijp betwijfel mag durf droom kamp worstel sukkel zit tob lijd zweet beef "
    "stress panikeer herken snoep rook scrol scroll schrik snauw baal wens ervaar raak hoor"
)
# Scaffolding of an intention: it carries the plan, it is not what is done.
WILLING = listed(
    "ga wil zal moet mag neem probeer beloof plan besluit kies start begin engageer zou wou gun verbind ben"
)
POSTURE = listed(
    "rechtstaan opstaan zitten neerzitten liggen neerliggen stilstaan stilzitten staan sta zit "
    "lig stoppen stop rechtop rechtzetten pauzeren pauzeer"
)
QUIET = listed(
    "kijken kijk ademen adem uitademen inademen ademhalen luisteren luister voelen voel rekken "
    "rek strekken strek stretchen stretch zuchten zucht sluiten sluit mediteren mediteer"
)
_SHORT = 4
_VOWELS = "aeiou"


def _stem(infinitive: str) -> str:
    """The first person: lopen, loop; leggen, leg; schrijven, schrijf; noteren, noteer."""
    base = infinitive.removesuffix("en")
    if base[-1:] == base[-2:-1] and base[-1:] not in _VOWELS:
        base = base[:-1]
    elif (
        base[-1:] not in _VOWELS
        and base[-2:-1] in _VOWELS
        and base[-3:-2] not in _VOWELS
        and not (base.endswith(("el", "em", "en")) and len(base) > _SHORT and base[-4:-2] not in ("sp", "st"))
    ):
        base = base[:-1] + base[-2] + base[-1]
    if base.endswith("v"):
        return base[:-1] + "f"
    return base[:-1] + "s" if base.endswith("z") else base


_FOLDED = [word.replace("ë", "e").replace("ö", "o") for word in _REGULAR]
INFINITIVES = frozenset(_FOLDED)
FIRST = frozenset(_STEMS.get(word) or _stem(word) for word in _FOLDED) | _MORE_STEMS
THIRD = frozenset(
    stem if stem.endswith("t") else stem + "t" for stem in FIRST if stem not in ("ga", "sta", "doe")
) | listed(
    "gaat staat doet slaat ziet is heeft wordt wil kan moet mag zal zou zijn hebben gaan doen "
    "komt belt zegt vraagt werkt slaapt voelt blijft houdt helpt maakt geeft neemt krijgt vindt "
    "lukt valt ligt zit zegt verwacht snurkt kookt duurt "
    "begint eindigt vertrekt kost gebeurt verloopt "
    # What happens to people, and what others do.
    "lijkt blijkt schijnt past hangt regent sneeuwt waait brandt klopt bonst maalt tolt suist jeukt "
    "zeurt drukt weegt stoort ergert vermoeit ontbreekt mist groeit stijgt daalt verbetert verandert "
    "betekent bestaat dreigt veroorzaakt leidt klinkt ruikt stinkt smaakt geldt woont verhuist scheidt "
    "sterft eist beweert adviseert meent klaagt blaft raadt stelt wenst hoopt vreest weet kent haat "
    "lijdt piekert stresseert snauwt negeert hoeft durft raakt schrikt trekt steekt zakt stokt knaagt "
    "sloopt overvalt overspoelt bevalt verveelt irriteert zorgt brengt verdient hoort behoort scheelt "
    "oogt toont kampt draagt mijdt benoemt ademt straalt zwijgt volstaat "
    "gelooft twijfelt beseft snapt vergeet verliest wint faalt slaagt vraagt lacht huilt weent roept "
    "schreeuwt dringt stapelt loopt draait voelde verzuimt mankeert hapert kraakt bevestigt"
)
# In these a person lingered: "nog liggen staren" tells what was.
LINGERING = listed("zitten liggen staan lopen hangen")
PAST = listed(
    "was waren had hadden ging gingen deed deden kwam kwamen kon konden wilde wilden wou moest moesten "
    "mocht mochten zei zeiden sliep sliepen at aten dronk dronken liep liepen las lazen schreef "
    "schreven belde belden wandelde wandelden werkte werkten voelde voelden merkte merkten lukte lukten "
    "vergat vergaten stond stonden zat zaten lag lagen dacht dachten zag zagen gaf gaven nam namen "
    "kreeg kregen bleef bleven vond vonden hielp hielpen begon begonnen stopte probeerde probeerden "
    "maakte maakten werd werden stuurde plande zwom fietste sprak spraken hield hielden viel vielen "
    "legde zette rustte hoorde leerde praatte speelde keek keken reed riep riepen sloeg sloegen trok "
    "trokken verloor verloren verdween verscheen won zong dook greep grepen koos kozen kroop kropen "
    "liet lieten lachte lachten loog schonk schoot schrok schrokken sprong sprongen stal stierf "
    "stierven vloog vlogen vocht zocht zochten brak braken droeg droegen genoot genoten ontbeet "
    "ontbeten overleed rende verbleef besprak verliet begreep begrepen vertrok vertrokken bedacht "
    "ontving ontmoette verzon beloofde vergaten hoefde hoefden leek leken bleek scheen klonk zweeg "
    "rustten kookte mediteerde mocht zette wist bezocht kocht bracht"
)
_NO_PARTICIPLE = listed(
    "gebruiken geven genieten geloven gebeuren gelden getuigen geen gesprekken gevoelens gezond "
    "geld geluid geduld gebed gezond gewicht gezicht gerecht geheugen gedachten gasten gezinnen "
    "gebaren gebieden gevolgen gerechten geluiden gezichten gewichten gehakt geest gemoed gebouwen "
    "gegevens geplande gewoonten gunnen gewoon gedicht gedichten gerust bekend begint belt bent "
    "bent verband verstand verdriet beleid bericht berichten beginnen betalen bereid verschillend "
    "beweegt bezoekt verhalen verkeerd ontbijt ontbijten bestand ontwerpen bewegen verzet begeleid "
    "bekent beeld ervaren ontspannen vertrouwen vergaderen bellen besteden ontvangst verslag "
    "herlezen herhalen bekijken bezoeken bespreken overlopen verzorgen verplaatsen vermijden "
    "vergeten verlaten vergeven bewaren bereiden gelijk gesprek gebak geluk verteld ontmoeten "
    "verwijderen verdelen vervangen betekent verloopt ontmoet vergeet bekijkt bezoekt verdwijnt "
    "gezicht gewicht verplicht bewust verlicht verlucht verluchten"
) - {"verteld", "ontmoet"}
_PARTICIPLE_HEADS = ("ge", "be", "ver", "ont", "er", "her")


@lru_cache(maxsize=4096)
def is_infinitive(word: str) -> bool:
    return word in INFINITIVES or (len(word) > _SHORT + 1 and _without_particle(word) in INFINITIVES)


@lru_cache(maxsize=4096)
def is_first(word: str) -> bool:
    return word in FIRST or (len(word) > _SHORT and _without_particle(word) in FIRST)


@lru_cache(maxsize=4096)
def is_third(word: str) -> bool:
    return word in THIRD


@lru_cache(maxsize=4096)
def is_form(word: str) -> bool:
    if word in STATIVE or word in WILLING:
        return True
    return is_infinitive(word) or is_first(word) or is_third(word) or is_third(_without_particle(word))


@lru_cache(maxsize=4096)
def is_participle(word: str) -> bool:
    """geslapen, gewandeld, weggelegd, besproken, uitgeprobeerd: by form, minus look-alikes."""
    if word in _NO_PARTICIPLE or len(word) <= _SHORT:
        return False
    if is_infinitive(word):
        return False
    if not word.endswith(("d", "t", "en", "aan", "ien")) or word.endswith("heid"):
        return False
    if word.startswith("ge"):
        return True
    rest = _without_particle(word)
    if rest != word and rest.startswith("ge") and len(rest) > _SHORT and rest not in _NO_PARTICIPLE:
        return True
    # "vergaderd, herhaald": a prefix, a stem and a d.
    return word in _STRONG or (
        word.endswith("d") and word[:-1] in FIRST and word.startswith(_PARTICIPLE_HEADS)
    )


_STRONG = listed(
    "besproken vergeten begonnen verteld bedacht besloten beloofd voorgenomen verslapen "
    "vertrokken bezocht ontvangen verloren verkocht betaald begrepen gebeten ontmoet bewogen "
    "ontbeten overlegd herhaald verstuurd verlopen veranderd verbeterd bekeken gepiekerd"
)


@lru_cache(maxsize=4096)
def _without_particle(word: str) -> str:
    for particle in PARTICLES:
        if word.startswith(particle) and len(word) > len(particle) + 1:
            rest = word[len(particle) :]
            if rest in INFINITIVES or rest in FIRST or rest in THIRD or rest.startswith("ge"):
                return rest
    return word
