"""How one feels: a state that befalls, never an act."""

from collections.abc import Iterable

from samenhang.language.nl.tables import listed

FELT = listed(
    "hoofdpijn moe misselijk spanning piekeren gepieker slapeloos slapeloosheid onrust "
    "onrustig paniek duizelig duizeligheid hartkloppingen vermoeid vermoeidheid uitgeput "
    "uitputting prikkelbaar prikkelbaarheid lusteloos lusteloosheid angst angstig bang verdrietig "
    "verdriet boos gespannen gestresseerd gestrest overprikkeld wakker ruzie slaapritme "
    "inslaapproblemen concentratieproblemen buikpijn rugpijn nekpijn maagpijn pijn spierpijn "
    "krampen trillen zweten somber futloos leeg kapot doodop onzeker zenuwachtig nerveus "
    "slaaptekort stijf verkrampt kortademig huilbui huilbuien energiedip dip dips inslaap klachten "
    "inslapen doorslapen vermoeidheidsklachten klacht last energie nachtrust concentratie stress chaos "
    "drukte file gezeur geroep lawaai koppijn humeur stemming fut goesting "
    "knoop krop brok tranen zenuwen kriebels ergernis frustratie schuldgevoel heimwee eenzaam eenzaamheid "
    "leegte conflict conflicten ruzies discussie discussies spanningen gemis moedeloos vermoeiend jarig "
    "ziek tegenzin moeite hyperventilatie duizeling maagkrampen menstruatiepijn griep verkouden "
    "oververmoeid oververmoeidheid zweetaanval nachtmerrie nachtmerries maaltijdangst"
)
# Words that are made of them: spanningshoofdpijn, slaapproblemen, paniekaanvallen.
_SYMPTOMS = (
    "pijn", "problemen", "klachten", "tekort", "gebrek", "aanval", "aanvallen", "angst", "stress", "moeheid",
    "loosheid", "heidsklachten", "graine", "kramp", "krampen", "druk", "verlies", "neiging", "gevoelens",
)  # fmt: skip
# Parts of a body: they speak by themselves, or something is felt in them.
BODY = listed(
    "enkels enkel ellebogen voorhoofd wangen polsen hoofd handen hand voeten voet benen been knieen knie "
    "armen arm schouders schouder nek rug hals keel buik maag darmen borst hart hartslag bloeddruk pols "
    "ogen oog oren oor mond kaken kaak tanden lippen huid kuiten vingers tenen spieren gewrichten heupen "
    "heup adem ademhaling stem lijf lichaam blaas longen"
)
# Met een zwaar gevoel, met veel spanning: what stands between "met" and what is felt.
_BETWEEN = listed("een 'n n veel weinig wat zo'n die nog zwaar raar naar vreemd vol slecht klam flink")
_ACHING = listed(
    "stijve stijf pijnlijke zere zeer zware vastzittende verkrampte gespannen bonkend bonkende trillende "
    "opgezwollen gezwollen dikke kapotte droge branderige tintelende zwetende klamme gevoelige"
)
# One gets up or comes home so, and never sets out to.
_RISING = listed("sta word lig kom ben slaap opsta thuiskom")
_FELT_ALONG = listed("gevoel schrik honger dorst jeuk koorts verveling schaamte woede zorgen opluchting")


def is_felt(words: Iterable[str]) -> bool:
    """Does one of these words name a complaint?"""
    return any(word in FELT or word.endswith(_SYMPTOMS) for word in words)


def is_with_feeling(words: list[str]) -> bool:
    """Ik sta op met rugpijn, met een zwaar gevoel: what comes along unasked."""
    rising = not _RISING.isdisjoint(words)
    for k, word in enumerate(words):
        if word != "met":
            continue
        rising = rising and k > 0
        j = k + 1
        while j < len(words) and (words[j] in _BETWEEN or (j > k + 1 and words[j].endswith("e"))):
            j += 1
        if rising and words[j - 1] not in _ACHING and words[j : j + 1] and words[j] in _ACHING:
            # "met gespannen schouders"
            j += 1
        if rising and j < len(words) and words[j] in BODY and words[j - 1] in _ACHING:
            return True
        if j < len(words) and (words[j] in _FELT_ALONG or is_felt(words[j : j + 1])):
            return True
    return False
