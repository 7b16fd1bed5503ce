"""Verbs and turns of phrase for what a person undergoes, and never sets out to do."""

from samenhang.language.nl.tables import listed

# A verb and the word at the end that makes it a mishap: klap … dicht, loop … vast.
MISHAPS = {
    "klap": listed("dicht toe"),
    "sla": listed("dicht tilt toe"),
    "stort": listed("in"),
    "zak": listed("weg in"),
    "loop": listed("vast over achter leeg verloren"),
    "val": listed("stil om flauw uit slaap terug tegen"),
    "blijf": listed(
        "hangen steken plakken malen piekeren wakker zitten liggen scrollen gamen klikken twijfelen"
    ),
    "kom": listed("tekort laat vast"),
    "geef": listed("op toe"),
    "schiet": listed("uit tekort wakker vol"),
    "vlieg": listed("uit"),
    "ga": listed("kapot onderuit eraan eronderdoor gebukt dood stuk ten tenonder achteruit"),
    "draai": listed("door vast"),
    "werk": listed("door over"),
    "neem": listed("hooi"),
    "sleep": listed("mee"),
}
# What befalls a person, whatever else the sentence says.
BEFALLS = listed(
    "bijt krab peuter beuk bonk wens verzuip verlies mis ervaar baal huil ween snik struikel crash "
    "verkramp verstijf bevries ontplof ril hoest nies gaap flip verdwaal verslaap verveel verwijt neig "
    "raak hoor stort bezwijk verdrink wankel dub treur rouw wanhoop jammer zeur mopper klaag bibber gloei "
    "zwijg krimp"
)
# Feelings about something, and hours or chances let go.
BEFALLS |= listed(
    "geraak verheug erger verveel schaam stoor herinner vergis verwonder verbaas hijg snurk droom mok "
    "kreun jank vloek roep schreeuw brul tier bots faal vergeet verzuim overslaap verspil verdoe "
    "verwaarloos onderschat overschat overbelast negeer plof snak onderdruk verdring vlucht verdwijn "
    "blokkeer explodeer onderga verdraag bezit behoor bewonder benijd word lijk blijk schijn stresseer "
    "aarzel panikeer walg ontbreek smacht hunker smeek kruip sleur sjok ploeter spartel pruts modder "
    "geeuw sidder staar tuur veer hol knars tintel functioneer presteer reageer overleef bits vit grom brom "
    "kniezen knies versnoep plas zwoeg bots teer verzand verloor vereenzaam vervreemd bezorg zwicht "
    "twijfel overdenk herkauw klungel stuntel dwaal verstar stagneer overdrijf vergrijp"
)
_TURNS = (
    {"kijk", "uit", "naar"}, {"zie", "tegen"}, {"loop", "tenen"}, {"loop", "feiten"}, {"loop", "tandvlees"},
    {"zit", "tandvlees"}, {"maak", "zorgen"}, {"maak", "druk"}, {"maak", "boos"}, {"maak", "kwaad"},
    {"hou", "vol"}, {"sla", "over"}, {"val", "slaap"}, {"kom", "toe"}, {"ga", "vaak"},
    {"zie", "niet", "zitten"}, {"kom", "niet", "tot"}, {"hap", "adem"}, {"stel", "alles", "uit"},
    {"ga", "over", "grens"}, {"ga", "over", "grenzen"}, {"blijf", "maar"}, {"kom", "niet", "uit"},
    {"loop", "voorbij", "mezelf"}, {"doe", "oog", "dicht"}, {"kom", "tot", "rust"}, {"sta", "bekend"},
    {"doe", "oog", "toe"}, {"val", "mee"}, {"ga", "eronder", "gebukt"}, {"zie", "bomen"},
    {"hou", "hart", "vast"}, {"schiet", "in"},
    {"hou", "sterk"}, {"stel", "uit", "elke"}, {"stel", "uit", "alles"}, {"wil", "zo", "leven"},
    {"sluit", "me", "op"}, {"eet", "alles"}, {"vertrek", "vakantie"},
    {"zien", "elkaar"}, {"stel", "alles"}, {"stel", "telkens"}, {"cijfer", "weg"}, {"laat", "opjagen"},
    {"laat", "meeslepen"}, {"schuif", "voor", "uit"}, {"doe", "alsof"},
    {"haast", "me"}, {"haast", "mij"}, {"jaag", "me"}, {"trek", "aan", "me"}, {"neem", "werk", "mee"},
    {"hou", "iedereen"}, {"zorg", "iedereen"}, {"sta", "klaar", "iedereen"},
    {"zit", "hele", "dag"}, {"werk", "hele", "dag"}, {"lig", "hele"},
    {"haal", "slaap", "in"}, {"leef", "op"},
    {"sleep", "me"}, {"sleep", "mij"}, {"hijs", "me"}, {"doe", "er", "over"}, {"hou", "adem", "in"},
    {"zeg", "doe", "toch"}, {"krijg", "niet"}, {"geraak", "niet"},
)  # fmt: skip
# By each of its words, for the verb may be any of them.
IDIOMS: dict[str, list[set[str]]] = {}
for _turn in _TURNS:
    for _word in _turn:
        IDIOMS.setdefault(_word, []).append(_turn)
