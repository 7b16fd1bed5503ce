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
from samenhang.tools.tool import Typed


@dataclass(frozen=True)
class Offered:
    """What stands beside the hypothesis. `chosen` is a place outside the proposals that was chosen before."""

    verdict: str = ""
    proposals: tuple[Proposal, ...] = ()
    place: Place = Place()

    @property
    def chosen(self) -> Proposal | None:
        return next((one for one in self.proposals if one.factor.id == self.place.id), None)

    @property
    def hypothesis(self) -> str:
        """What the chosen place says as a hypothesis, until somebody says it better."""
        if self.chosen:
            return self.chosen.hypothesis
        return f"In {quoted(self.place.text)} zit de hefboom." if self.place.id else ""


def offer(typed: Typed, dossier: Dossier) -> Offered:
    """The proposals of today's map and diary, and the place that was chosen."""
    place = _place(typed, dossier)
    shape = map_now(dossier)
    if not shape.influences:
        return Offered(place=place)
    weighed = weigh(gather(dossier, shape, timezone.localdate()))
    said = verdict(weighed, shape, holds_back=dossier.holds_back)
    return Offered(said, propose(weighed, shape), place)


def _place(typed: Typed, dossier: Dossier) -> Place:
    """The factor of this very client that was chosen; none when the field points elsewhere."""
    chosen = typed.text("place")
    return next((Place(one.text, one.id) for one in dossier.factors if one.id == chosen), Place())


def lens_of(place: Place, dossier: Dossier) -> Lever | None:
    """The lens in which a chosen place lies, as a lever of the canvas."""
    return next((Lever(one.lens.value) for one in dossier.factors if one.id == place.id), None)
