"""The map of one client: drawn, weighed against the diary, and where one change may take most along."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_GET

from samenhang.coherence import words
from samenhang.coherence.drawing import draw_map
from samenhang.coherence.gathering import gather
from samenhang.coherence.weighing import Weighed, weigh
from samenhang.experiments.queries import dossier_of
from samenhang.method.dossier import Dossier
from samenhang.method.influence_map import InfluenceMap, follow
from samenhang.method.map_now import map_now
from samenhang.practice.access import ClientRequest, own_client
from samenhang.practice.queries import about
from samenhang.vault.opened import opened


@dataclass(frozen=True)
class Page:
    """What the map page says, in its order."""

    shape: InfluenceMap
    weighed: Weighed
    verdict: str
    fits: str
    proposals: tuple[words.Proposal, ...]
    ties: tuple[words.Tie, ...]
    beside: tuple[words.Beside, ...]
    cautions: tuple[str, ...]
    picture: str
    chosen: str

    @property
    def inside(self) -> int:
        """How many threads stay within one lens."""
        return sum(not tie.crosses for tie in self.ties)


@own_client
@require_GET
def coherence(request: ClientRequest) -> HttpResponse:
    """The map as it stands today, with the places that might take most along."""
    known, day = dossier_of(request.client, request.scope.person), timezone.localdate()
    told = about(request)
    body = opened(
        request.client.owner, "map page", [known, told["person"], day], lambda: _body(known, day, told)
    )
    return render(request, "desk/coherence.html", told | {"body": body})


def _body(known: Dossier, day: date, told: dict[str, Any]) -> str:
    """The page without its frame: as long as nothing changed, nobody draws it anew."""
    return render_to_string(
        "desk/coherence_body.html", told | {"page": page_of(known, day), "dossier": known}
    )


def page_of(known: Dossier, day: date) -> Page:
    shape = map_now(known)
    weighed = weigh(gather(known, shape, day))
    chosen = follow(known.map.factors if known.map else shape.factors, known.place) or ""
    return Page(
        shape=shape,
        weighed=weighed,
        verdict=words.verdict(weighed, shape, holds_back=known.holds_back),
        fits=words.fits(weighed),
        proposals=words.propose(weighed, shape),
        ties=words.ties(shape, weighed, chosen),
        beside=words.beside(weighed, shape),
        cautions=words.cautions(weighed, shape),
        picture=draw_map(shape, weighed, chosen) if shape.standing else "",
        chosen=chosen,
    )
