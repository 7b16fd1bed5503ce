"""The corridor: every room, one line each."""

from django.http import Http404

from samenhang.tools.canvas import card as canvas_card
from samenhang.tools.canvas import form as canvas_form
from samenhang.tools.influence_map import card as influence_map_card
from samenhang.tools.influence_map import form as influence_map_form
from samenhang.tools.intake_scan import card as intake_scan_card
from samenhang.tools.intake_scan import form as intake_scan_form
from samenhang.tools.needs_meter import card as needs_meter_card
from samenhang.tools.needs_meter import form as needs_meter_form
from samenhang.tools.safety_ladder import card as safety_ladder_card
from samenhang.tools.safety_ladder import form as safety_ladder_form
from samenhang.tools.tool import Room

ROOMS = (
    Room(intake_scan_card.CARD, intake_scan_form),
    Room(needs_meter_card.CARD, needs_meter_form),
    Room(safety_ladder_card.CARD, safety_ladder_form),
    Room(influence_map_card.CARD, influence_map_form),
    Room(canvas_card.CARD, canvas_form),
)
_BY_PATH = {room.card.path: room for room in ROOMS}
_BY_SLUG = {room.card.slug: room for room in ROOMS}


def room_at(path: str) -> Room:
    """Give the room with this Dutch path, or 404."""
    if path not in _BY_PATH:
        raise Http404
    return _BY_PATH[path]


def room_of(slug: str) -> Room | None:
    """Give the room of a kept sheet; None when a newer program wrote it."""
    return _BY_SLUG.get(slug)
