"""The practice itself: what it is called, who works there, which help lines its clients see."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from samenhang.practice import services
from samenhang.practice.access import PractitionerRequest, practice_owner, signed_in
from samenhang.practice.cards import HelpLine, PracticeCard
from samenhang.practice.forms import RETENTION, HelpLines, PracticeForm, written_lines
from samenhang.practice.queries import (
    arrangements,
    colleagues,
    practice_card,
    practice_of,
    standing_invitations,
)

both = require_http_methods(["GET", "HEAD", "POST"])


@signed_in
@require_GET
def home(request: PractitionerRequest) -> HttpResponse:
    """The practice: its name, its people, its help lines; with buttons for its owner alone."""
    scope, practice = request.scope, practice_of(request.scope)
    context = {
        "here": "practice",
        "practice": practice,
        "card": practice_card(scope.practice),
        "retention": dict[str, str](RETENTION)[practice.retention],
        "people": colleagues(scope),
        "arrangements": arrangements(scope),
        "invitations": standing_invitations(scope) if scope.is_owner else [],
    }
    return render(request, "practice/home.html", context)


@practice_owner
@both
def edit(request: PractitionerRequest) -> HttpResponse:
    """The name, the country and how long what is kept."""
    practice, card = practice_of(request.scope), practice_card(request.scope.practice)
    known = {"name": card.name, "country": practice.country, "retention": practice.retention}
    form = PracticeForm(request.POST or None, initial=known)
    form.fields["country"].help_text = "De hulplijnen veranderen niet mee: die kijk je apart na."
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        services.settle_practice(
            practice, replace(card, name=said["name"]), said["country"], said["retention"]
        )
        messages.success(request, "Bewaard.")
        return redirect("practice:home")
    return render(request, "practice/edit.html", {"here": "practice", "form": form})


@practice_owner
@both
def help_lines(request: PractitionerRequest) -> HttpResponse:
    """The numbers that clients see; keeping them says that they were checked today."""
    practice, card = practice_of(request.scope), practice_card(request.scope.practice)
    forms = HelpLines(request.POST or None, initial=[vars(line) for line in card.help_lines])
    empty = ""
    if request.method == "POST" and forms.is_valid():
        if lines := written_lines(forms):
            services.rewrite_practice(practice, _checked(card, lines))
            messages.success(request, "Bewaard. De hulplijnen zijn vandaag nagekeken.")
            return redirect("practice:home")
        empty = "Laat minstens één nummer staan: cliënten zien deze lijst als het niet goed gaat."
    context = {"here": "practice", "forms": forms, "card": card, "empty": empty}
    return render(request, "practice/help_lines.html", context)


def _checked(card: PracticeCard, lines: tuple[HelpLine, ...]) -> PracticeCard:
    return replace(card, help_lines=lines, help_checked_on=timezone.localdate())
