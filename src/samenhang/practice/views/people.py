"""The people of a practice, for its owner: invite, give a role, let go. Each wants a fresh sign-in."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from samenhang.practice import people
from samenhang.practice.access import PractitionerRequest, practice_owner
from samenhang.practice.account import freshly
from samenhang.practice.forms import EndWorkForm, InviteForm, RoleForm
from samenhang.practice.models import Client, Practitioner, Role
from samenhang.practice.queries import Colleague, colleagues
from samenhang.vault.scope import rows

LAST_OWNER = "Een praktijk heeft altijd een praktijkhouder. Geef die rol eerst aan iemand anders."
both = require_http_methods(["GET", "HEAD", "POST"])


@practice_owner
@freshly
@both
def invite(request: PractitionerRequest) -> HttpResponse:
    """Make an invitation; its link is shown once, to copy."""
    form = InviteForm(request.POST or None)
    context: dict[str, Any] = {"here": "practice", "form": form}
    if request.method == "POST" and form.is_valid():
        token = people.invite(request.scope, form.cleaned_data["role"])
        context["link"] = settings.SITE_URL + reverse("practice:invited", args=[token])
        context["role"] = Role(form.cleaned_data["role"]).label
    return render(request, "practice/invite.html", context)


@practice_owner
@freshly
@require_POST
def withdraw(request: PractitionerRequest, link: UUID) -> HttpResponse:
    """Take an invitation back."""
    if not people.withdraw_invitation(request.scope, link):
        raise Http404
    messages.success(request, "De uitnodiging werkt niet meer.")
    return redirect("practice:home")


@practice_owner
@freshly
@both
def person(request: PractitionerRequest, person: UUID) -> HttpResponse:
    """One colleague: the roles, and one more."""
    found, who = _colleague(request, person)
    form = RoleForm(request.POST or None, held=who.roles)
    if request.method == "POST" and form.is_valid():
        people.give_role(request.scope, found, form.cleaned_data["role"])
        return redirect("practice:person", person)
    held = [role for role in Role if role in who.roles]
    context = {"here": "practice", "who": who, "held": held, "form": form}
    return render(request, "practice/person.html", context)


@practice_owner
@freshly
@require_POST
def password(request: PractitionerRequest, person: UUID) -> HttpResponse:
    """Make a link with which a colleague chooses a new password; shown once, to copy."""
    found, who = _colleague(request, person)
    token = people.make_password_link(request.scope, found)
    link = settings.SITE_URL + reverse("practice:new_password", args=[token])
    return render(request, "practice/password_link.html", {"here": "practice", "who": who, "link": link})


@practice_owner
@freshly
@require_POST
def end_role(request: PractitionerRequest, person: UUID, role: str) -> HttpResponse:
    """Take one role back."""
    found, _ = _colleague(request, person)
    if role not in Role.values:
        raise Http404
    try:
        people.end_role(request.scope, found, role)
    except people.LastOwner:
        messages.error(request, LAST_OWNER)
    return redirect(
        "practice:person" if request.scope.person != person else "practice:home", *_of(request, person)
    )


@practice_owner
@freshly
@both
def end_work(request: PractitionerRequest, person: UUID) -> HttpResponse:
    """Let someone go, after saying who takes over the clients."""
    found, who = _colleague(request, person)
    count = rows(Client, request.scope.practice).filter(coach=person, closed_at=None).count()
    others = [(c.id, c.name) for c in colleagues(request.scope) if Role.COACH in c.roles and c.id != person]
    form = EndWorkForm(request.POST if request.method == "POST" else None, coaches=others, clients=count)
    if request.method == "POST" and form.is_valid():
        try:
            people.end_work(request.scope, found, _heir(form))
        except people.LastOwner:
            messages.error(request, LAST_OWNER)
            return redirect("practice:person", person)
        messages.success(request, f"{who.name} kan niet meer binnen.")
        return redirect("practice:home")
    context = {"here": "practice", "who": who, "form": form, "count": count, "others": others}
    return render(request, "practice/end_work.html", context)


def _colleague(request: PractitionerRequest, person: UUID) -> tuple[Practitioner, Colleague]:
    found = request.scope.rows(Practitioner).filter(pk=person, left_at=None).first()
    who = next((c for c in colleagues(request.scope) if c.id == person), None)
    if found is None or who is None:
        raise Http404
    return found, who


def _of(request: PractitionerRequest, person: UUID) -> tuple[UUID, ...]:
    return () if request.scope.person == person else (person,)


def _heir(form: EndWorkForm) -> UUID | None:
    heir = form.cleaned_data.get("heir")
    return UUID(heir) if heir else None
