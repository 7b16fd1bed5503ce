"""The practice itself, and the ways in that are not a password."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from samenhang.practice.access import PractitionerRequest, rule, signed_in
from samenhang.practice.models import Account, OneTimeLink, Practitioner
from samenhang.practice.queries import colleagues, practice_card
from samenhang.practice.services import use_link
from samenhang.vault.scope import rows, within


@signed_in
@require_GET
def home(request: PractitionerRequest) -> HttpResponse:
    """The practice: its name, its people, its help lines."""
    context = {
        "here": "practice",
        "practice": practice_card(request.scope.practice),
        "people": colleagues(request.scope),
    }
    return render(request, "practice/home.html", context)


@rule("open")
@require_GET
def sign_in(request: HttpRequest, token: str) -> HttpResponse:
    """A one-time sign-in link: exists in a demo alone."""
    link = use_link(OneTimeLink.Kind.SIGN_IN, token) if settings.DEMO else None
    if link is None:
        raise Http404
    with within(link.practice_id):
        person = rows(Practitioner, link.practice_id).get(pk=link.subject)
        account = Account.objects.get(pk=person.account_id)
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session["second_step"] = True
    return redirect("desk:today")
