"""The first start, step by step: code, practice, coach, second step, recovery sheet, first client."""

import secrets
from contextlib import suppress
from typing import Any

from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from samenhang.practice import services, start
from samenhang.practice.access import PractitionerRequest
from samenhang.practice.access import coach as coach_only
from samenhang.practice.account import enter
from samenhang.practice.cards import PracticeCard
from samenhang.practice.forms import ClientForm, PersonForm, PracticeForm
from samenhang.practice.models import Purpose
from samenhang.practice.queries import person_name, practice_card
from samenhang.practice.second_step import show_codes
from samenhang.site.start.forms import CodeForm, WordsForm
from samenhang.site.start.steps import Progress, StartRequest, Step, at
from samenhang.vault.keys import root_key
from samenhang.vault.recovery import fingerprint, to_words
from samenhang.vault.scope import within

ASKED = "recovery_asked"
HOW_MANY = 3
both = require_http_methods(["GET", "HEAD", "POST"])


@at(Step.CODE)
@both
def code(request: StartRequest) -> HttpResponse:
    """The code that the terminal showed: without it nothing else opens."""
    form = CodeForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return _show(request, "code", form)
    if not start.may_try_code():
        form.add_error("code", "Dit was vijf keer mis. Wacht een kwartier en probeer het opnieuw.")
        return _wait(_show(request, "code", form))
    if not start.is_right_code(form.cleaned_data["code"]):
        form.add_error("code", "Deze code klopt niet. Kijk in het venster waar samenhang serve loopt.")
        return _show(request, "code", form)
    request.session.cycle_key()
    start.pass_code(request.session)
    return redirect("start:code")


@at(Step.PRACTICE)
@both
def practice(request: StartRequest) -> HttpResponse:
    """The name of the practice, its country, how long it keeps what."""
    form = PracticeForm(request.POST or None, initial=_known_practice(request.progress))
    if request.method == "POST" and form.is_valid():
        with suppress(start.StartedElsewhere):
            start.name_practice(**form.cleaned_data)
        return redirect("start:coach")
    return _show(request, "practice", form)


@at(Step.COACH)
@both
def coach(request: StartRequest) -> HttpResponse:
    """Who the first coach is, and how she signs in."""
    progress = request.progress
    form = PersonForm(request.POST or None, account=progress.account, initial=_known_coach(progress))
    known = progress.reached > Step.COACH
    form.fields["password"].required = not known
    if known:
        form.fields["password"].label = "Een ander wachtwoord"
    if request.method == "POST" and form.is_valid() and progress.practice:
        account = start.name_coach(progress.practice, **form.cleaned_data)
        enter(request, account, "password")
        return redirect("start:code")
    return _show(request, "coach", form, known=known)


class Totp(ActivateTOTPView):
    template_name = "site/start/second_step.html"

    def get_success_url(self) -> str:
        return reverse(Step.CODES.door)


class Passkey(AddWebAuthnView):
    template_name = "site/start/passkey.html"

    def get_success_url(self) -> str:
        return reverse(Step.CODES.door)


second_step = at(Step.SECOND_STEP)(both(Totp.as_view()))
passkey = at(Step.SECOND_STEP)(both(Passkey.as_view()))


@at(Step.CODES)
@both
def codes(request: StartRequest) -> HttpResponse:
    """The recovery codes: there until they are written down, then never again."""
    return show_codes(request, "site/start/codes.html", "start:sheet")


@at(Step.SHEET)
@both
def sheet(request: StartRequest) -> HttpResponse:
    """The recovery sheet: the root key in words and as a picture, for one page of paper."""
    words, mark = to_words(root_key()), fingerprint(root_key())
    context = {"words": words, "text": " ".join(words), "fingerprint": mark, "now": timezone.localtime()}
    return _show(request, "sheet", None, **context, **_known_practice(request.progress))


@at(Step.SHEET)
@both
def check(request: StartRequest) -> HttpResponse:
    """Some words of the sheet retyped: only then does the house open."""
    words = to_words(root_key())
    if len(request.session.get(ASKED, ())) != HOW_MANY:
        request.session[ASKED] = sorted(secrets.SystemRandom().sample(range(len(words)), HOW_MANY))
    form = WordsForm(request.POST or None, words=words, asked=request.session[ASKED])
    if request.method == "POST" and form.is_valid() and request.progress.practice:
        start.confirm_sheet(request.progress.practice)
        del request.session[ASKED]
        return redirect("start:client")
    return _show(request, "check", form)


@coach_only
@both
def client(request: PractitionerRequest) -> HttpResponse:
    """The first client; this may wait, and once there is one it is past."""
    if request.scope.clients().exists():
        return redirect("desk:today")
    form = ClientForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        taken = services.take_on(request.scope, form.card())
        services.give_consent(taken, Purpose.RECORD)
        return redirect("desk:today")
    request.progress = Progress(Step.CLIENT, Step.CLIENT)  # type: ignore[attr-defined]
    return _show(request, "client", form)


def _show(request: HttpRequest, page: str, form: Any, **context: Any) -> HttpResponse:
    return render(request, f"site/start/{page}.html", {"form": form, **context})


def _wait(response: HttpResponse) -> HttpResponse:
    response.status_code = 429
    response["Retry-After"] = str(int(start.WAIT.total_seconds()))
    return response


def _known_practice(progress: Progress) -> dict[str, Any]:
    known = progress.practice
    if known is None:
        return {}
    with within(known.pk):
        card: PracticeCard = practice_card(known.pk)
    return {"name": card.name, "country": known.country, "retention": known.retention}


def _known_coach(progress: Progress) -> dict[str, Any]:
    known = progress.practice and start.first_coach(progress.practice)
    if not known or progress.reached == Step.COACH:
        return {}
    with within(known.practice_id):
        return {"name": person_name(known.practice_id, known.pk), "email": known.account.email}
