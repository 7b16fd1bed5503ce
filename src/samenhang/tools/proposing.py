"""Places on the map that the canvas may offer: at most three, each with its why, and none chosen for you."""

from dataclasses import dataclass

from django.utils import timezone

from samenhang.coherence.gathering import gather
from samenhang.coherence.weighing import weigh
from samenhang.coherence.words import Proposal, propose, verdict
from samenhang.method.canvas import Place
from samenhang.method.dossier import Dossier
from samenhang.method.influence_map import quoted
from samenhang.method.lever import Lever
from samenhang.method.map_now import map_now
from samenhang.tools.tool import Typed, choice


@dataclass(frozen=True)
class Offered:
    """What stands beside the hypothesis. `place` may lie outside the proposals: it was chosen before."""

    verdict: str = ""
    proposals: tuple[Proposal, ...] = ()
    place: Place = Place()

    @property
    def chosen(self) -> Proposal | None:
        return next((one for one in self.proposals if one.factor.id == self.place.id), None)

    @property
    def hypothesis(self) -> str:
        """What the chosen place says as a hypothesis, with its why, until somebody says it better."""
        return self.chosen.hypothesis if self.chosen else plainly(self.place)


def offer(typed: Typed, dossier: Dossier) -> Offered:
    """The proposals of today's map and diary, and the place that was chosen."""
    place = place_of(typed, dossier)
    shape = map_now(dossier)
    if not shape.influences:
        return Offered(place=place)
    weighed = weigh(gather(dossier, shape, timezone.localdate()))
    said = verdict(weighed, shape, holds_back=dossier.holds_back)
    return Offered(said, propose(weighed, shape), place)


def guessed(typed: Typed, dossier: Dossier) -> tuple[str, Lever | None]:
    """Hypothesis and lens as typed, or as the chosen place says them. Nothing is weighed for it.

    What the page had filled in for another place goes with that place.
    """
    place = place_of(typed, dossier)
    said, lever = typed.text("hypothesis"), choice(Lever, typed.text("lever"))
    before = next((one for one in dossier.factors if one.id == typed.text("filled_for")), None)
    if before and before.id != place.id:
        said = "" if said == typed.text("filled_in") else said
        lever = None if lever == Lever(before.lens.value) else lever
    return said or plainly(place), lever or lens_of(place, dossier)


def plainly(place: Place) -> str:
    return f"Hier zit de hefboom: {quoted(place.text)}." if place.id else ""


def place_of(typed: Typed, dossier: Dossier) -> Place:
    """The factor of this very client that was chosen; none when the field points elsewhere."""
    chosen = typed.text("place")
    return next((Place(one.text, one.id) for one in dossier.factors if one.id == chosen), Place())


def lens_of(place: Place, dossier: Dossier) -> Lever | None:
    """The lens in which a chosen place lies, as a lever of the canvas."""
    return next((Lever(one.lens.value) for one in dossier.factors if one.id == place.id), None)
