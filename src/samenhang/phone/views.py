"""What a client sees on the phone: today, a check-in of half a minute, and where to turn."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samenhang.experiments import services
from samenhang.experiments.filling import filled_from, opens_help, questions
from samenhang.experiments.queries import actions_of, dossier_of, experiments_of, thread_of
from samenhang.experiments.recording import keep_typed, problems
from samenhang.method.diary import diary_day, open_days
from samenhang.method.dossier import Dossier
from samenhang.method.experiment import set_aside, with_or_without
from samenhang.method.micro_action import asks_whether_it_worked
from samenhang.method.pause import is_paused
from samenhang.practice.access import ClientRequest, own_phone, rule
from samenhang.practice.cards import HelpLine, usual_help_lines
from samenhang.practice.middleware import PHONE_COOKIE
from samenhang.practice.models import OneTimeLink
from samenhang.practice.queries import card_of, person_name, practice_card
from samenhang.practice.services import join_by_link, open_link

COOKIE_LASTS = 400 * 24 * 60 * 60
WEEK = 7
STAYS = "X-Stays"  # asked by the script of the page, which shows the answer in its place


@rule("link")
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """A link that works once: the page has a button, the button uses the link. A demo needs no button."""
    if open_link(OneTimeLink.Kind.PHONE, token) is None:
        return render(request, "phone/link_gone.html", status=404)
    if request.method == "GET" and not settings.DEMO:
        return render(request, "phone/join.html")
    device_token = join_by_link(token)
    if device_token is None:
        return render(request, "phone/link_gone.html", status=404)
    response = redirect("phone:today")
    response.set_cookie(
        PHONE_COOKIE,
        device_token,
        max_age=COOKIE_LASTS,
        httponly=True,
        samesite="Lax",
        secure=settings.SECURE,
    )
    return response


@own_phone
@require_GET
def today(request: ClientRequest) -> HttpResponse:
    """What is there to do, and how the week went."""
    known, now = dossier_of(request.client), timezone.localtime()
    day, agreed = diary_day(now), experiments_of(request.client)
    running = known.under_test[0] if known.under_test else None
    context = {
        "dossier": known,
        "now": now,
        "day": day,
        "open": [
            each
            for each in open_days(now)
            if each not in known.days and questions(known, each, aside=set_aside(agreed, each)).any
        ],
        "filled": day in known.days,
        "action": running,
        "others": known.under_test[1:],
        "week": thread_of(known, running, day, WEEK) if running else (),
        "drawn": with_or_without(agreed, running.id if running else "", day),
        "paused": is_paused(known.pauses, day),
        "tried": next((a for a in known.candidates if asks_whether_it_worked(a, now)), None),
        "coach": person_name(request.client.practice_id, request.client.coach_id),
    }
    return render(request, "phone/today.html", _about(request) | context)


@own_phone
@require_http_methods(["GET", "POST"])
def check_in(request: ClientRequest, day: str) -> HttpResponse:
    """One diary day in half a minute."""
    when, known = _day_or_404(day), dossier_of(request.client)
    wrong: dict[str, str] = {}
    lines: tuple[HelpLine, ...] = ()
    if request.method == "POST":
        filled = filled_from(request.POST, known, when, channel="phone")
        wrong = problems(request.client, filled)
        if not wrong:
            status = keep_typed(request.client, filled).value
            if not opens_help(filled):
                return _done(request, status) if STAYS in request.headers else redirect("phone:done")
            lines = practice_card(request.client.practice_id).help_lines
    asked = questions(known, when, request.POST, set_aside(experiments_of(request.client), when))
    born = uuid4() if lines else request.POST.get("born") or uuid4()
    context = {"asked": asked, "day": when, "born": born, "wrong": wrong, "lines": lines}
    return render(request, "phone/check_in.html", _about(request) | context, status=422 if wrong else 200)


def _day_or_404(day: str) -> date:
    """Today, or yesterday: the two days that a phone fills in."""
    current = diary_day(timezone.localtime())
    found = {"vandaag": current, "gisteren": current - timedelta(days=1)}.get(day)
    if found is None:
        raise Http404
    return found


@own_phone
@require_GET
def done(request: ClientRequest) -> HttpResponse:
    """It is kept; with one thing from the own diary, and no score."""
    return _done(request)


def _done(request: ClientRequest, status: int = 200) -> HttpResponse:
    filled = _filled_days(dossier_of(request.client))
    return render(request, "phone/done.html", _about(request) | {"filled": filled}, status=status)


def _filled_days(known: Dossier) -> int:
    last = diary_day(timezone.localtime())
    return sum(last - timedelta(days=WEEK) < day <= last for day in known.days)


@own_phone
@require_POST
def pause(request: ClientRequest) -> HttpResponse:
    """Nothing is asked for a while, in one tap; and back in one."""
    day = diary_day(timezone.localtime())
    if is_paused(dossier_of(request.client).pauses, day):
        services.resume(request.client, day)
    else:
        services.pause(request.client, day, by=request.client.pk)
    return redirect("phone:today")


@own_phone
@require_POST
def tried(request: ClientRequest) -> HttpResponse:
    """The one question after 48 hours: did it work out?"""
    worked = {"ja": True, "nee": False}.get(request.POST.get("gelukt", ""))
    for action in actions_of(request.client):
        if action.id == request.POST.get("action") and asks_whether_it_worked(action, timezone.now()):
            services.answer_tried(request.client, action, worked=worked, by=request.client.pk)
    return redirect("phone:today")


@rule("open")
@require_GET
def breathe(request: HttpRequest) -> HttpResponse:
    """One minute of breathing along: a help, not a second action."""
    return render(request, "phone/breathe.html")


@rule("open")
@require_GET
def help_lines(request: HttpRequest) -> HttpResponse:
    """Where to turn when it does not go well: one tap away on every page, for everyone."""
    scope = getattr(request, "phone_scope", None) or getattr(request, "scope", None)
    card = practice_card(scope.practice) if scope else None
    context = {"card": card, "lines": card.help_lines if card else usual_help_lines("BE")}
    return render(request, "phone/help.html", context)


def _about(request: ClientRequest) -> dict[str, Any]:
    return {"client": request.client, "person": card_of(request.client)}
