"""What stands open to everyone: the front door, the toolkit, the health of the house, the error pages."""

import sys
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from samenhang.practice.access import rule
from samenhang.practice.middleware import is_storage_trouble, unavailable


@rule("open")
@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """The front door: to the day for whoever signed in, else to the sign-in."""
    scope = getattr(request, "scope", None)
    return redirect("desk:today" if scope else "account_login")


@rule("open")
@require_GET
def healthz(_: HttpRequest) -> HttpResponse:
    """Whether the house answers; nothing about what is inside."""
    return HttpResponse("ok\n", content_type="text/plain")


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001
    return render(request, "site/404.html", status=404)


def refused(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """What cannot be read at all; more than fits is said as such, to people and to programs."""
    too_large = isinstance(exception, RequestDataTooBig | TooManyFieldsSent)
    status = 413 if too_large else 400
    if request.path.startswith("/api/"):
        sentence = "Dit is meer dan er in één keer past." if too_large else "Dit kan niet gelezen worden."
        return JsonResponse({"detail": sentence}, status=status)
    return render(request, "site/400.html", {"too_large": too_large}, status=status)


def broken(request: HttpRequest) -> HttpResponse:
    """What went wrong outside a view: trouble with the storage is 'try again soon' there too."""
    if is_storage_trouble(sys.exc_info()[1]):
        return unavailable(request)
    return render(request, "site/500.html", status=500)


def forbidden(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form that came from elsewhere, or from a page that stood open too long."""
    return render(request, "site/403.html", status=403)


def too_many(request: HttpRequest) -> HttpResponse:
    """Too many tries in a row; allauth asks for this page."""
    response = render(request, "site/429.html", status=429)
    response["Retry-After"] = "300"
    return response
