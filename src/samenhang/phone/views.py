"""What a client sees on the phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samenhang.practice.access import rule
from samenhang.practice.cards import usual_help_lines
from samenhang.practice.queries import practice_card


@rule("open")
@require_GET
def help_lines(request: HttpRequest) -> HttpResponse:
    """Where to turn when it does not go well: one tap away on every page, for everyone."""
    scope = getattr(request, "phone_scope", None)
    lines = practice_card(scope.practice).help_lines if scope else usual_help_lines("BE")
    return render(request, "phone/help.html", {"lines": lines})
