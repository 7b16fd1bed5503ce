"""Without "ik" and without a verb: how a day was, a word of wishes, an appointment that stands."""

from itertools import pairwise

from samenhang.language.nl import verbs
from samenhang.language.nl.actions import ACTION_NOUNS
from samenhang.language.nl.habits import is_set_way
from samenhang.language.nl.sentences import Said
from samenhang.language.nl.tables import listed

_WISHED = listed(
    "succes sterkte beterschap slaapwel welterusten gefeliciteerd proficiat gelukkige vrolijk smakelijk "
    "akkoord begrepen prima perfect super top oke ok jawel inderdaad klopt helaas jammer sorry bravo chapeau"
)
_NOTHING = listed("idee zin probleem nood tijd energie fut puf nieuws commentaar antwoord moeite reden moed")
_ENCOURAGED = (["goed", "zo"], ["doe", "zo"], ["ga", "zo"], ["hou", "vol"], ["komt", "goed"], ["komt", "wel"])
# What is judged, not done: a calm day, a heavy week.
_STRETCHES = listed(
    "dag dagje dagen week weekje weken nacht nachten avond avonden weekend weekends ochtend ochtenden "
    "voormiddag namiddag middag maand periode jaar sessie gesprek vergadering les start begin einde "
    "shift dienst rit reis vakantie nachtje avondje uren tijd momenten moment stemming gevoel slaap"
)
_JUDGED = listed(
    "rustige drukke zware goede slechte leuke fijne lange moeilijke mooie vermoeiende hectische kalme "
    "gezellige saaie rare vreemde aangename productieve rotte ellendige heftige geweldige zalige toffe "
    "stresserende stressvolle chaotische goeie lastige pittige nuttige verloren volle korte woelige "
    "onrustige slapeloze betere mindere prettige intense emotionele superleuke gewone normale "
    "rustig druk zwaar vermoeiend gezellig hectisch heftig lastig fijn leuk"
)
_HOW = listed(
    "moeizaam beter slechter goed slecht zwaar rustig druk woelig onrustig ok oke lastig moeilijk kort "
    "gezellig leuk fijn tof saai zalig heerlijk vermoeiend okee gelukt mislukt super top prima laat"
)
_ENJOYED = listed("gezellig leuk fijn tof saai zalig heerlijk vermoeiend gelukt mislukt lastig thuis")
_NOT_SO = listed("goed goe gelukt best simpel makkelijk evident leuk fijn slecht gemakkelijk eerlijk nodig")
_GAUGED = listed(
    "slaap stemming energie pijn stress beweging eetlust spanning focus rust humeur stappen nachtrust"
)
_AMOUNTS = frozenset(("label", "clock", "duration", "qty"))
_SIGHED = listed("oei amai pff pfff ai bah tja jeetje oeps helaas jammer sorry zucht grr grrr jee mja")
_QUITE = listed("helemaal weer alweer opnieuw al totaal gewoon compleet")
_JUST = listed("net zonet juist daarnet pas terug")
_BACK = listed("terug thuis klaar gedaan wakker op uit gegeten weg binnen van")
_WONDERS = listed("wonderen deugd goed veel plezier pijn")
_HELPING = listed("helpen volstaan schelen kosten geven maken brengen vragen betekenen")
_TO_ME = listed("mij me al echt vaak niet meestal soms genoeg ons zelden amper altijd")
_VALUED = listed(
    "mooi fijn leuk goed lastig moeilijk zwaar raar gek vreemd spannend eng makkelijk gemakkelijk knap "
    "interessant boeiend jammer tof heerlijk zalig confronterend vervelend frustrerend prettig aangenaam "
    "verrassend ontroerend bijzonder gezellig vermoeiend moeilijker makkelijker leuker fijner nuttig"
)
_JUDGED_EARLY = 3
# What fills a day and is not chosen by it.
_ROTA = listed(
    "thuiswerk kantoor telewerk shift vroege late vrij werk werken school opvang verlof recup nacht nachten "
    "dagdienst ziek kinderen thuis job dienst bureau feestdag congé "
    "diensten nachten shiften lessen"
)
_PLACED = listed("diensten shiften lessen thuiswerk telewerk kantoor opvang recup nachtdienst dagdienst")
_SLEPT = listed("slaap geslapen wakker")
# Things that stand in a diary by themselves: one is there, one does not do them.
APPOINTMENTS = listed(
    "vergadering vergaderingen overleg oudercontact feest verjaardag verjaardagsfeest examen examens staking "
    "vakantie verlof tandarts dokter huisarts ziekenhuis kapper consultatie controle begrafenis trouw "
    "deadline nachtdienst shift vroege late huwelijk sollicitatie functioneringsgesprek evaluatiegesprek "
    "teamvergadering teamoverleg schoolfeest receptie afspraak sessie intake operatie keuring kine kinesist "
    "psycholoog osteopaat gynaecoloog specialist cardioloog oudergesprek personeelsfeest communie "
    "bezoek schoonouders feestdag brugdag opendeurdag infoavond presentatie audit congres studiedag"
)
_GOING = listed("naar geen zonder bellen bel boeken maken vragen afbellen")
_MORNING = listed("vanmorgen vanochtend vannacht")
_SAID_OF_IT = listed("dat dit het")
_SAYING = listed(
    "is was zijn maakt helpt doet geeft lukt voelt gaat vind blijft werkt kost vraagt zorgt "
    "werkte hielp deed gaf lukte voelde maakte viel kostte bleek bleef"
)
_TELLING = listed(
    "lukt lukte moeilijk lastig haalbaar zwaar nodig goed fijn deugd moeizaam verschil beter leuk tof"
)


def is_observed(said: Said, *, acts: bool) -> bool:
    """Is this fragment a wish, a judgement, a short night or an appointment?"""
    if (
        said.words[0] in _SIGHED
        or "waard" in said.found
        or _is_valued(said)
        or _is_ever_so(said)
        or _is_forgotten(said)
        or is_set_way(said)
    ):
        return True
    if _is_wished(said, acts=acts) or _is_missed(said) or _is_just_done(said) or _is_doing_good(said):
        return True
    if "," in said.words and said.words[-1] in _ENJOYED and not said.kinds & {"daily", "days", "clock"}:
        # "Lunch met Els, gezellig."
        return True
    if _is_of_days(said):
        return True
    return not acts and (_is_measured(said) or _is_judged(said) or _is_morning(said) or _is_appointment(said))


def _is_forgotten(said: Said) -> bool:
    """Helemaal vergeten deze week, vergeten in te vullen; "niet vergeten" is a plan."""
    return said.words[0] == "vergeten" or ("vergeten" in said.found and bool(said.found & _QUITE))


def _is_ever_so(said: Said) -> bool:
    """Elk weekend hetzelfde: eerst …"""
    return any(a == "hetzelfde" and b in (":", ",") for a, b in pairwise(said.words)) or (
        said.words[-1] == "hetzelfde"
    )


def _is_just_done(said: Said) -> bool:
    """Net terug van een wandeling; zonet thuis; pas wakker."""
    words = said.words
    return words[0] in _JUST and bool({said.after(0), *words[2:4]} & _BACK)


def _is_doing_good(said: Said) -> bool:
    """Tien minuten stilte doen al wonderen; vaste uren helpen mij."""
    if "doen" in said.words[1:] and said.found & _WONDERS:
        return True
    return any(a in _HELPING and b in _TO_ME for a, b in pairwise(said.words[1:]))


def _is_valued(said: Said) -> bool:
    """Mooi om te zien hoe …, wel lastig om vol te houden: a judgement of an act."""
    words = said.words
    return any(
        words[k] in _VALUED and words[k + 1] == "om" and "te" in words[k + 2 : k + 6]
        for k in range(min(len(words) - 1, _JUDGED_EARLY))
        if not said.s.taken[said.main[k + 1]]
    )


def _is_wished(said: Said, *, acts: bool) -> bool:
    """Veel succes morgen; goed zo; prima."""
    words = said.words
    if words[0] in _WISHED and said.after(0) in ("dus", "dan"):
        return False
    if words[0] in _WISHED or (not acts and said.found & _WISHED):
        return True
    return any(words[k : k + 2] in _ENCOURAGED for k in range(len(words)))


def _is_missed(said: Said) -> bool:
    """Geen idee; vandaag niet goed; daarna niet meer kunnen slapen."""
    words = said.words
    if words[0] == "geen" and words[1:2] and words[1] in _NOTHING:
        return True
    if "niet" not in words:
        return words[0] == "niets"
    return bool(said.found & {"kunnen", "willen"}) or said.after(words.index("niet")) in _NOT_SO


def tells_of_it(said: Said) -> bool:
    """… en dat doet me goed; … dat is mijn valkuil: the sentence speaks about what is done."""
    fold = said.s.fold
    for i in range(1, said.s.words.size):
        if fold[i] in _SAID_OF_IT and fold[i - 1] in (",", "en", ";") and fold[i + 1] in _SAYING:
            # "… en het is niet erg als …" too; "dat is mijn plan" says that it is one.
            return not {"plan", "voornemen", "doel", "afspraak", "bedoeling"} & set(fold[i : i + 6])
    return False


def _is_measured(said: Said) -> bool:
    """Stappen vandaag: 4300."""
    words, label = said.words, said.s.last("label")
    if label is not None and label.j == 1 and said.s.fold[0] in _GAUGED and not said.kinds - _AMOUNTS:
        # A gauge and its figure, nothing else.
        return all(said.s.taken[i] or not said.s.fold[i][:1].isalpha() for i in said.main)
    if ":" not in words or said.kinds - {"date", "qty", "day"}:
        return False
    after = words[words.index(":") + 1 :]
    return bool(after) and all(not word[:1].isalpha() for word in after)


def _is_judged(said: Said) -> bool:
    """Rustige dag vandaag; drukke week met twee late shiften."""
    words = said.words
    if any(word in _JUDGED and said.after(k) in _STRETCHES for k, word in enumerate(words)):
        return "zonder" not in said.found and not said.found & ACTION_NOUNS
    if any(word in _STRETCHES and said.after(k) in _HOW for k, word in enumerate(words)):
        return True
    if words[0] in _JUDGED and len(words) <= len(("druk", "op", "kantoor", "vandaag")):
        return not verbs.is_infinitive(words[-1])
    return _is_summed_up(said)


def _is_summed_up(said: Said) -> bool:
    """Weinig stappen; lunch met Els, gezellig; zondag: niks; 6 uur slaap."""
    words, kinds = said.words, said.kinds
    if words[0] in ("weinig", "veel", "amper") and not kinds - {"qty", "date"}:
        return True
    if len(words) <= len(("zondag", ":", "niks")) and words[-1] in ("niks", "niets"):
        return True
    return bool(said.found & _SLEPT) and bool(kinds & {"duration", "qty"})


def _is_of_days(said: Said) -> bool:
    """Maandag t/m donderdag thuiswerk, vrijdag kantoor: a rota."""
    free = [said.s.fold[i] for i in said.main if not said.s.taken[i] and said.s.fold[i][:1].isalpha()]
    if not free or not said.kinds & {"days", "day", "window", "week"} or not _ROTA.issuperset(free):
        return False
    return len(free) > 1 or free[0] in _PLACED


def _is_morning(said: Said) -> bool:
    """Vanmorgen vroeg wakker: what was, for nothing is going to be done."""
    return bool(_MORNING & {said.s.fold[i] for i in said.main}) and "duration" not in said.kinds


def _is_appointment(said: Said) -> bool:
    """Vrijdag oudercontact om 19u; morgen staking."""
    fixed = said.kinds & {"date", "day", "week"}
    label = said.s.last("label")
    if fixed and label is not None and APPOINTMENTS & set(said.s.fold[label.i : label.j]):
        return all(said.s.taken[i] or not said.s.fold[i][:1].isalpha() for i in said.main)
    if not fixed or said.found & _GOING or said.found & ACTION_NOUNS:
        return False
    return bool(said.found & APPOINTMENTS)
