"""What the weighing says, in words: proposals with their why, how well the map fits, and what to mind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samenhang.analysis.levers.verdict import CLEAR, SHARED, named
from samenhang.coherence.weighing import FEWEST_DAYS, Lever, Weighed
from samenhang.look.dates import say_number
from samenhang.method.influence_map import (
    Influence,
    InfluenceMap,
    Placed,
    Strength,
    Thread,
    crosses,
    empty_lenses,
    in_order,
    quoted,
    threads,
)
from samenhang.method.intake_scan import Cell
from samenhang.method.lens import Lens

MOST = 3
AS_TOLD = 0.02  # points from where a map alone is said to lead there: a weak thread beyond a weak one
FITS, DOUBTS = 0.8, 0.2


@dataclass(frozen=True)
class Proposal:
    """One place to push: the factor, why in one sentence, and how sure that is."""

    factor: Placed
    why: str
    sure: str

    @property
    def hypothesis(self) -> str:
        """The proposal as a hypothesis on the canvas, still a guess."""
        return f"Hier zit de hefboom: {self.name}. Het {self.why}."

    @property
    def name(self) -> str:
        return quoted(self.factor.text)


def propose(weighed: Weighed, shape: InfluenceMap) -> tuple[Proposal, ...]:
    """At most three, as many as it takes to hold the best one with four chances in five, never only one."""
    placed = {factor.id: factor for factor in shape.standing}
    if not shape.influences and weighed.level == "map_only":
        return ()
    helpful = [lever for lever in weighed.levers if lever.mean > 0]
    return tuple(
        Proposal(placed[lever.factor], _why(lever, placed, weighed), sureness(lever, weighed))
        for lever in named(helpful, weighed)[:MOST]
        if lever.factor in placed
    )


def _why(lever: Lever, placed: Mapping[str, Placed], weighed: Weighed) -> str:
    """Which of the other bottlenecks it reaches, and in which other lenses."""
    here = placed[lever.factor]
    others = [one for one in placed.values() if one.cell is Cell.BOTTLENECK and one.id in lever.reach]
    hit = [one for one in others if _reaches(lever, one.id, weighed)]
    if not hit:
        return "raakt, voor zover we zien, vooral zichzelf" if others else "staat er nog alleen voor"
    beyond = [lens.label for lens in Lens if lens is not here.lens and any(o.lens is lens for o in hit)]
    also = f", ook in {' en '.join(beyond)}" if beyond else ""
    return f"raakt {say_number(len(hit))} van de {say_number(len(others))} andere knelpunten{also}"


def _reaches(lever: Lever, factor: str, weighed: Weighed) -> bool:
    """With a diary when it more likely does than not; of a map alone when what was told leads there."""
    points, _, is_felt = lever.reach[factor]
    return is_felt or (weighed.level == "map_only" and points >= AS_TOLD)


def sureness(lever: Lever, weighed: Weighed) -> str:
    if weighed.level == "map_only":
        return "alleen de kaart"
    if lever.p_best >= CLEAR and lever.lo90 > 0:
        return "zekerheid: vrij groot"
    return "zekerheid: matig" if lever.p_best >= SHARED else "zekerheid: klein"


_NONE = {
    "GEEN_KNOPEN": "Er staat nog niets op de kaart. De intakescan geeft de eerste factoren.",
    "NIETS_TE_DOEN": "Alles op de kaart staat als ‘niet zelf te veranderen’. Kijk samen of dat zo is.",
    "TE_VEEL_KNOPEN": "Er staan te veel factoren op de kaart om te wegen. Voeg er enkele samen.",
}
_LEVELS = {
    "weak": "Geen duidelijke hefboom: kies samen.",
    "shared": "Er springt niet één plek uit. Deze liggen dicht bij elkaar.",
    "clear": "Eén plek springt eruit. De tweede staat er altijd bij.",
}


def verdict(weighed: Weighed, shape: InfluenceMap, *, holds_back: bool = False) -> str:
    """How clearly one place stands out, in a sentence or two."""
    if weighed.level == "none":
        return _NONE.get(weighed.reason, "De kaart is nog niet te wegen.")
    if weighed.level != "map_only":
        return _LEVELS[weighed.level]
    if not shape.influences:
        return "Zonder draden is er nog niets om uit te kiezen. Vertel samen wat wat beïnvloedt."
    return f"Dit komt uit de kaart alleen. {_NOT_AGREED if holds_back else _until_diary(weighed)}"


_NOT_AGREED = "Het dagboek telt mee zodra je cliënt ermee instemt dat het doorgerekend wordt."


def _until_diary(weighed: Weighed) -> str:
    if weighed.reason == "few_nodes" and weighed.days >= FEWEST_DAYS:
        return "Het dagboek meet nog geen twee factoren van de kaart."
    have = f"nu zijn het er {say_number(weighed.days)}" if weighed.days else "er is nog niets ingevuld"
    return f"Vanaf een tweetal weken dagboek telt dat mee: {have}."


def fits(weighed: Weighed) -> str:
    """How well the map fits the diary, in words; nothing without both."""
    if not weighed.has_diary or weighed.trust is None:
        return ""
    days = f"{weighed.days} dagen dagboek"
    if weighed.trust >= FITS:
        return f"De kaart past bij {days}."
    if weighed.trust <= DOUBTS:
        return f"In {days} is weinig van de kaart terug te vinden. Bekijk haar samen opnieuw."
    return f"{days[0].upper()}{days[1:]} zeggen nog niet of de kaart klopt."


_WHY_OUT = {
    "constant": "Elke dag hetzelfde ingevuld, en dus niet meegeteld",
    "too_few": "Nog te weinig ingevuld om mee te tellen",
}
_FLAGS = {
    frozenset({"ceiling", "floor"}): "Staat vaak op een uiterste, zodat er weinig te zien valt",
    frozenset({"break"}): "Lag in de tweede helft duidelijk anders dan in de eerste",
}


def cautions(weighed: Weighed, shape: InfluenceMap) -> tuple[str, ...]:
    """What to mind, one sentence each: a lopsided map, what is not measured, what the diary cannot bear."""
    return tuple(_cautions(weighed, shape))


def _cautions(weighed: Weighed, shape: InfluenceMap) -> Iterator[str]:
    names = {one.id: quoted(one.text) for one in shape.standing}
    for lens in empty_lenses(shape):
        yield f"Bij {lens.label} loopt nog geen enkele draad. Wat speelt daar mee?"
    for why, said in _WHY_OUT.items():
        if out := [names[one] for one, found in weighed.dropped.items() if found == why and one in names]:
            yield f"{said}: {_listed(out)}."
    for flags, said in _FLAGS.items():
        if hit := [names[one] for one, found in weighed.flagged.items() if flags & set(found)]:
            yield f"{said}: {_listed(hit)}."
    unmeasured = [names[one.id] for one in shape.standing if not one.item]
    if unmeasured and weighed.has_diary:
        yield f"Niet gemeten, en dus alleen op de kaart: {_listed(unmeasured)}."


def _listed(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} en {last}" if most else last


@dataclass(frozen=True)
class Tie:
    """A thread as a sentence, with the letter it has in the picture."""

    letter: str
    text: str
    facts: str
    crosses: bool
    ends: tuple[str, str]
    is_key: bool = False


def ties(shape: InfluenceMap, weighed: Weighed | None = None, lever: str = "") -> tuple[Tie, ...]:
    """Every thread of the map, across lenses first; with what the diary says of it, and the chosen lever."""
    return tuple(
        Tie(
            thread.letter,
            thread.text,
            _facts(thread, one, weighed),
            crosses(one, shape.factors),
            (one.source, one.target),
            bool(lever) and lever in (one.source, one.target),
        )
        for thread, one in zip(threads(shape), in_order(shape), strict=True)
    )


def _facts(thread: Thread, one: Influence, weighed: Weighed | None) -> str:
    seen = seen_as(weighed, one.source, one.target)[1] if weighed else ""
    return f"{thread.facts}, {seen}" if seen else thread.facts


_SEEN = {
    "supports": ("sure", "ook te zien in het dagboek"),
    "contradicts": ("early", "het dagboek ziet het niet zo"),
    "together": ("likely", "hangt samen in het dagboek, welke kant op is niet te zeggen"),
    "open": ("likely", "het dagboek zegt nog niets"),
    "not_measured": ("likely", "niet gemeten"),
}


def seen_as(weighed: Weighed, source: str, target: str) -> tuple[str, str]:
    """How sure one told arrow is: for the picture, and in words."""
    state = weighed.states.get((source, target), "")
    if not weighed.has_diary and state != "not_measured":
        return "likely", ""
    if state == "open" and frozenset((source, target)) in weighed.together:
        state = "together"
    return _SEEN.get(state, ("likely", ""))


@dataclass(frozen=True)
class Beside:
    """An arrow that only the diary shows, in a sentence, with its ends for whoever puts it on the map."""

    text: str
    source: str
    target: str
    strength: Strength


def beside(weighed: Weighed, shape: InfluenceMap) -> tuple[Beside, ...]:
    """What the diary shows and the map does not: never more than 'goes together'."""
    names = {one.id: quoted(one.text) for one in shape.standing}
    return tuple(
        Beside(
            f"{names[arrow.source]} hangt samen met {'meer' if arrow.mean > 0 else 'minder'} "
            f"{names[arrow.target]}, {'een dag later' if arrow.lag else 'dezelfde dag'}. Waarschijnlijk.",
            arrow.source,
            arrow.target,
            Strength.CLEARLY if arrow.mean > 0 else Strength.LESS,
        )
        for arrow in weighed.beside
        if arrow.source in names and arrow.target in names
    )
