"""A gesprek, from planning to closing: arrive, safety, look back, canvas, close."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samenhang.desk.deciding import Decision, decide, keep_reasons, reason_problem, typed_reasons
from samenhang.desk.forms import EncounterForm
from samenhang.dossier import services
from samenhang.dossier.models import Encounter
from samenhang.dossier.queries import current_sheets, encounter_or_404, encounters, number_of
from samenhang.experiments.queries import dossier_of, thread_of
from samenhang.practice.access import ClientRequest, own_client, planned_client
from samenhang.practice.queries import about
from samenhang.tools.steps import STEPS, after, done_steps, href_of, steps


@planned_client
@require_http_methods(["GET", "POST"])
def plan(request: ClientRequest) -> HttpResponse:
    """Every gesprek with someone, and planning the next."""
    is_own = request.scope.clients().filter(pk=request.client.pk).exists()
    form = EncounterForm(request.POST or None, with_place=is_own)
    if form.is_valid():
        services.plan_encounter(request.client, form.moment(), place=form.where())
        messages.success(request, "Gepland.")
        return redirect("desk:encounters", request.client.pk)
    known = encounters(request.client)
    numbered = list(enumerate(known, 1))[::-1]
    context = about(request) | {"form": form, "encounters": numbered, "is_own": is_own}
    return render(request, "desk/encounters.html", context, status=422 if form.is_bound else 200)


@own_client
@require_GET
def meeting(request: ClientRequest, encounter: UUID) -> HttpResponse:
    """Go on where the gesprek is: its first step that is not done."""
    met = encounter_or_404(request.client, encounter)
    passed = _passed(request, met)
    return redirect(href_of(met, next((name for name in STEPS if name not in passed), "close")))


@own_client
@require_http_methods(["GET", "POST"])
def arrive(request: ClientRequest, encounter: UUID) -> HttpResponse:
    """Three quiet exhalations; then it begins."""
    met = encounter_or_404(request.client, encounter)
    if request.method == "POST":
        services.begin_encounter(met)
        return redirect(after(met, "arrive"))
    known = dossier_of(request.client, request.scope.person)
    return render(request, "desk/arrive.html", _step(request, met, "arrive") | {"dossier": known})


@own_client
@require_http_methods(["GET", "POST"])
def look_back(request: ClientRequest, encounter: UUID) -> HttpResponse:
    """What happened since: the knots, and the choice to keep, adjust or let go. Or to go on looking."""
    met, wrong = encounter_or_404(request.client, encounter), {}
    if request.method == "POST":
        decision = Decision.from_post(request.POST)
        problem = reason_problem(decision.reason) if decision.outcome else ""
        keep_reasons(request.scope, request.client, request.POST, "" if problem else decision.action)
        if not problem:
            more = decide(request.client, request.scope.person, decision)
            return redirect(href_of(met, "look_back") if more else after(met, "look_back"))
        wrong = {decision.action: problem}
    context = _step(request, met, "look_back") | {"running": _running(request, wrong)}
    return render(request, "desk/look_back.html", context, status=422 if wrong else 200)


@own_client
@require_POST
def look_back_draft(request: ClientRequest, encounter: UUID) -> HttpResponse:
    """Keep what is being typed about what runs."""
    encounter_or_404(request.client, encounter)
    keep_reasons(request.scope, request.client, request.POST)
    return HttpResponse()


def _running(request: ClientRequest, wrong: dict[str, str]) -> list[dict[str, Any]]:
    """Every action under test with its days and what was typed about it; one of them stands open."""
    known, today = dossier_of(request.client, request.scope.person), timezone.localdate()
    running = known.under_test
    opened = next(iter(wrong), running[0].id if running else "")
    return [
        {
            "action": action,
            "days": thread_of(known, action, today),
            "typed": typed,
            "problem": wrong.get(action.id, ""),
            "open": action.id == opened,
        }
        for action, typed in zip(running, typed_reasons(request.scope, request.client, running), strict=True)
    ]


@own_client
@require_http_methods(["GET", "POST"])
def close(request: ClientRequest, encounter: UUID) -> HttpResponse:
    """End, and plan what follows."""
    met = encounter_or_404(request.client, encounter)
    is_planning = any(request.POST.get(name, "").strip() for name in EncounterForm.base_fields)
    form = EncounterForm(request.POST if is_planning else None)
    if request.method == "POST" and (not form.is_bound or form.is_valid()):
        services.end_encounter(met)
        if form.is_bound:
            services.plan_encounter(request.client, form.moment(), place=form.where())
        return redirect("desk:client", request.client.pk)
    context = _step(request, met, "close") | {"form": form}
    return render(request, "desk/close.html", context, status=422 if form.is_bound else 200)


@planned_client
@require_POST
def cancel(request: ClientRequest, encounter: UUID) -> HttpResponse:
    """Cancel what was planned; what has begun stays."""
    met = encounter_or_404(request.client, encounter)
    if met.begun_at is None:
        services.cancel_encounter(met)
        messages.success(request, "Geannuleerd.")
    return redirect("desk:encounters", request.client.pk)


def _passed(request: ClientRequest, met: Encounter) -> set[str]:
    return done_steps(met, [s.tool for s in current_sheets(request.client) if s.encounter_id == met.pk])


def _step(request: ClientRequest, met: Encounter, name: str) -> dict[str, Any]:
    number = number_of(met, encounters(request.client))
    thread = steps(met, name, _passed(request, met))
    return about(request) | {"encounter": met, "number": number, "steps": thread, "next": after(met, name)}
