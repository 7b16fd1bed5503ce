"""The ways in that are not a password: an invitation, a demo link; and what is said without one."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from samenhang.practice.access import rule
from samenhang.practice.account import enter
from samenhang.practice.forms import PasswordForm, PersonForm
from samenhang.practice.models import Account, OneTimeLink, Practitioner, Role
from samenhang.practice.people import choose_password, join
from samenhang.practice.queries import practice_card
from samenhang.practice.services import open_link, use_link
from samenhang.vault.scope import rows, within


@rule("open")
@require_GET
def by_invitation(request: HttpRequest) -> HttpResponse:
    """There is no open sign-up; this says where accounts come from."""
    return render(request, "account/signup_closed.html")


@rule("link")
@require_http_methods(["GET", "HEAD", "POST"])
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """An invitation: looking at it changes nothing, filling it in uses it up; then comes the second step."""
    link = open_link(OneTimeLink.Kind.INVITE, token)
    if link is None:
        return _gone(request)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = join(token, **form.cleaned_data)
        if account is None:
            return _gone(request)
        request.session.flush()
        enter(request, account, "password")
        return redirect("mfa_activate_totp")
    with within(link.practice_id):
        name = practice_card(link.practice_id).name
    return render(
        request, "practice/invited.html", {"name": name, "role": Role(link.role).label, "form": form}
    )


@rule("link")
@require_http_methods(["GET", "HEAD", "POST"])
def new_password(request: HttpRequest, token: str) -> HttpResponse:
    """A new password by a link from the practice owner; then one signs in with it, second step and all."""
    if open_link(OneTimeLink.Kind.PASSWORD, token) is None:
        return _gone(request)
    form = PasswordForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "practice/new_password.html", {"form": form})
    if not choose_password(token, form.cleaned_data["password"]):
        return _gone(request)
    messages.success(request, "Je nieuwe wachtwoord werkt.")
    return redirect("account_login")


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
    enter(request, account, "link")
    request.session["second_step"] = True
    return redirect("desk:today")


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "practice/link_gone.html", status=404)
