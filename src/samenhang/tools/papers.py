"""A kept sheet on paper."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from samenhang.dossier.models import Encounter, Sheet
from samenhang.dossier.queries import encounters, number_of, shape_of, sheet_or_404
from samenhang.look.dates import say_clock, say_date
from samenhang.practice.access import ClientRequest, own_client
from samenhang.practice.queries import card_of, practice_card
from samenhang.tools.catalog import room_of
from samenhang.tools.printing import filled_page, print_page

COPY = "Je mag altijd een kopie vragen van wat hier over jou staat."


@own_client
@require_GET
def filled(request: ClientRequest, sheet: UUID) -> HttpResponse:
    """One sheet as one A4, without what is the coach's alone."""
    found = sheet_or_404(request.client, sheet)
    room, shape = room_of(found.tool), shape_of(found)
    if room is None or shape is None:
        raise Http404
    met = encounters(request.client)
    page = filled_page(
        room,
        shape,
        practice=practice_card(request.client.practice_id).name,
        person=card_of(request.client).name,
        day=found.day,
        encounter=_number(found, met),
        foot=(COPY, _next(met)),
    )
    response = HttpResponse(print_page(page, room.card.title), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{room.card.path}.pdf"'
    return response


def _number(sheet: Sheet, met: list[Encounter]) -> str:
    here = next((each for each in met if each.pk == sheet.encounter_id), None)
    return str(number_of(here, met)) if here else ""


def _next(met: list[Encounter]) -> str:
    """When the next gesprek is, for the foot of the page."""
    now = timezone.now()
    coming = next((each.planned_at for each in met if each.planned_at > now), None)
    if coming is None:
        return ""
    local = timezone.localtime(coming)
    return f"Volgend gesprek: {say_date(local.date(), local.year)}, {say_clock(local)}"
