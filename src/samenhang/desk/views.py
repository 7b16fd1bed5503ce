"""The desk: the day, the clients, one client on one page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from samenhang.dossier.queries import appointments
from samenhang.method.summary import notices
from samenhang.practice.access import PractitionerRequest, planner, signed_in
from samenhang.practice.queries import listed, person_name


@signed_in
@require_GET
def today(request: PractitionerRequest) -> HttpResponse:
    """Who comes today, and who needs a look, with the reason in words."""
    scope, now = request.scope, timezone.localtime()
    context = {
        "here": "today",
        "now": now,
        "name": person_name(scope.practice, scope.person),
        "appointments": appointments(scope, now.date()) if scope.plans else [],
        "notices": [
            (each, notice)
            for each in listed(scope.clients().filter(closed_at=None))
            for notice in notices(each.summary, now.date())
        ],
    }
    return render(request, "desk/today.html", context)


@planner
@require_GET
def clients(request: PractitionerRequest) -> HttpResponse:
    """Every client this person may see, by name."""
    found = request.scope.planned_clients() if not request.scope.is_carer else request.scope.clients()
    return render(request, "desk/clients.html", {"here": "clients", "clients": listed(found)})
