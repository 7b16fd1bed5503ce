"""The desk: the day, the clients, one client on one page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from samenhang.desk.seeing import seen_until
from samenhang.dossier.queries import appointments, current_sheets, met_and_next
from samenhang.experiments.queries import dossier_of, experiments_of, thread_of
from samenhang.method.experiment import open_ones
from samenhang.method.micro_action import say_plan
from samenhang.method.summary import notices
from samenhang.practice.access import ClientRequest, PractitionerRequest, own_client, planner, signed_in
from samenhang.practice.queries import about, card_of, listed, person_name, practice_card, standing_consents
from samenhang.tools.catalog import ROOMS, room_of
from samenhang.vault.opened import opened


@signed_in
@require_GET
def today(request: PractitionerRequest) -> HttpResponse:
    """Who comes today, and who needs a look, with the reason in words."""
    scope, now = request.scope, timezone.localtime()
    known = {each.id: each for each in listed(scope.clients().filter(closed_at=None))}
    planned = appointments(scope, now.date()) if scope.plans else []
    context = {
        "here": "today",
        "now": now,
        "name": person_name(scope.practice, scope.person),
        "appointments": [(each, card_of(each.client), known.get(each.client.pk)) for each in planned],
        "upcoming": next((each.encounter.pk for each in planned if each.encounter.ended_at is None), None),
        "notices": [
            (each, notice) for each in known.values() for notice in notices(each.summary, now.date())
        ],
        "has_clients": bool(known),
    }
    return render(request, "desk/today.html", context)


@planner
@require_GET
def clients(request: PractitionerRequest) -> HttpResponse:
    """Every client this person may see, by name."""
    scope = request.scope
    found = listed(scope.clients() if scope.is_carer else scope.planned_clients())
    wanted = request.GET.get("zoek", "").strip()
    shown = [one for one in found if wanted.casefold() in one.card.name.casefold()]
    context = {"here": "clients", "clients": shown, "all": len(found), "wanted": wanted}
    return render(request, "desk/clients.html", context)


@own_client
@require_GET
def client(request: ClientRequest) -> HttpResponse:
    """One client on one page: question, lever, the one micro-action, what we see."""
    known, day = dossier_of(request.client, request.scope.person), timezone.localdate()
    met, following = met_and_next(request.client)
    context = {
        "dossier": known,
        "strips": [(action, say_plan(action), thread_of(known, action, day)) for action in known.under_test],
        "seen": opened(request.client.owner, f"seen on {day}", known, lambda: seen_until(known, day)),
        "experiments": open_ones(experiments_of(request.client)),
        "needs": [(need, points) for need, points in known.needs.items() if points],
        "next": following,
        "met": met,
        "day": day,
        "rooms": [room.card for room in ROOMS],
        "consents": standing_consents(request.client),
        "help_lines": practice_card(request.client.practice_id),
    }
    return render(request, "desk/client.html", about(request) | context)


@own_client
@require_GET
def dossier(request: ClientRequest) -> HttpResponse:
    """Every sheet of a client, newest first, and the tools to fill in."""
    kept = [(sheet, room_of(sheet.tool)) for sheet in current_sheets(request.client)]
    context = {"sheets": kept, "rooms": [room.card for room in ROOMS]}
    return render(request, "desk/dossier.html", about(request) | context)
