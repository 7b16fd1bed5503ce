"""Between sessions, at the desk: the diary, its questions, the micro-actions."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samenhang.desk.deciding import Decision, decide, reason_problem
from samenhang.desk.forms import ItemForm
from samenhang.desk.seeing import seen_so_far
from samenhang.experiments import services
from samenhang.experiments.filling import filled_from, opens_help, questions
from samenhang.experiments.queries import actions_of, dossier_of, experiments_of
from samenhang.experiments.recording import is_plausible, keep_typed, problems
from samenhang.experiments.services import TooManyItems
from samenhang.method.dossier import open_factors
from samenhang.method.experiment import set_aside
from samenhang.method.micro_action import MicroAction, OneAtATime, State
from samenhang.practice.access import ClientRequest, own_client
from samenhang.practice.cards import HelpLine
from samenhang.practice.queries import about, practice_card


@own_client
@require_GET
def diary(request: ClientRequest) -> HttpResponse:
    """Every question with its line, and the days as they were filled in."""
    known = dossier_of(request.client, request.scope.person)
    starts = [(a.chosen_at.date(), a.behaviour) for a in (*known.under_test, *known.learned) if a.chosen_at]
    days = [known.days[day] for day in sorted(known.days, reverse=True)[:28]]
    said = {seen.series.item.id: seen.text for seen in seen_so_far(known)}
    context = {
        "dossier": known,
        "lines": [(series, said.get(series.item.id, "")) for series in known.series],
        "starts": starts,
        "days": days,
        "today": timezone.localdate(),
    }
    return render(request, "desk/diary.html", about(request) | context)


@own_client
@require_http_methods(["GET", "POST"])
def fill_day(request: ClientRequest, day: str) -> HttpResponse:
    """Fill in a day together with the client."""
    when = _day_or_404(day)
    known = dossier_of(request.client)
    asked = questions(known, when, request.POST, set_aside(experiments_of(request.client), when))
    wrong: dict[str, str] = {}
    lines: tuple[HelpLine, ...] = ()
    if request.method == "POST":
        filled = filled_from(request.POST, known, when, channel="desk")
        wrong = problems(request.client, filled)
        if not wrong:
            keep_typed(request.client, filled)
            messages.success(request, "Bewaard.")
            if not opens_help(filled):
                return redirect("desk:diary", request.client.pk)
            lines = practice_card(request.client.practice_id).help_lines
    context = about(request) | {"asked": asked, "day": when, "born": uuid4(), "wrong": wrong, "lines": lines}
    return render(request, "desk/fill_day.html", context, status=422 if wrong else 200)


def _day_or_404(day: str) -> date:
    try:
        found = timezone.localdate() if day == "vandaag" else date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
    if not is_plausible(found):
        raise Http404
    return found


@own_client
@require_http_methods(["GET", "POST"])
def ask(request: ClientRequest) -> HttpResponse:
    """A new question for the diary; six is the most."""
    known = dossier_of(request.client)
    form = ItemForm(request.POST or None, factors=open_factors(known))
    if form.is_valid():
        try:
            services.ask(request.client, form.item())
            return redirect("desk:diary", request.client.pk)
        except TooManyItems:
            form.add_error("text", "Er staan al zes vragen in de check-in. Sluit er eerst een.")
    context = about(request) | {"form": form, "title": "Nieuwe vraag voor het dagboek"}
    return render(request, "desk/client_form.html", context, status=422 if form.is_bound else 200)


@own_client
@require_POST
def close_item(request: ClientRequest, item: UUID) -> HttpResponse:
    """Stop asking a question; its answers stay."""
    if not services.close_item(request.client, item, timezone.localdate()):
        raise Http404
    return redirect("desk:diary", request.client.pk)


@own_client
@require_GET
def actions(request: ClientRequest) -> HttpResponse:
    """The micro-actions: under test, proposed, learned."""
    return render(request, "desk/actions.html", about(request) | {"dossier": dossier_of(request.client)})


@own_client
@require_http_methods(["GET", "POST"])
def action(request: ClientRequest, action: UUID) -> HttpResponse:
    """One micro-action: choose it in one tap, or note what was learned, or stop."""
    found = next((a for a in actions_of(request.client) if a.id == str(action)), None)
    if found is None:
        raise Http404
    about_it = [each for each in experiments_of(request.client) if each.action == found.id]
    context, status = about(request) | _reason(request, found) | {"experiments": about_it}, 200
    if request.method == "POST" and context["problem"]:
        status = 422
    elif request.method == "POST":
        try:
            _change(request, found)
        except OneAtATime as running:
            context, status = context | {"running": running.other}, 409
        else:
            return redirect("desk:actions", request.client.pk)
    return render(request, "desk/action.html", context, status=status)


def _reason(request: ClientRequest, found: MicroAction) -> dict[str, Any]:
    """The action, the reason as it was typed, what is wrong with it, and what it is tested beside."""
    reason = request.POST.get("reason", "")
    problem = reason_problem(reason)
    beside = dossier_of(request.client).under_test if problem and found.state is State.PROPOSED else ()
    return {"action": found, "reason": reason, "problem": problem, "running": next(iter(beside), None)}


def _change(request: ClientRequest, found: MicroAction) -> None:
    person, posted = request.scope.person, request.POST
    if "choose" in posted:
        services.choose(request.client, found, by=person, reason=posted.get("reason", "").strip())
    elif "stop" in posted and found.state is not State.STOPPED:
        services.stop(request.client, found, by=person, reason=posted.get("reason", "").strip())
    elif "way" in posted:
        decide(request.client, person, Decision.from_post(posted))
