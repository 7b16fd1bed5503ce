"""What stands open to everyone: the front door, the toolkit, the health of the house, the error pages."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from samenhang.practice.access import rule


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


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "site/500.html", status=500)


def forbidden(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form that came from elsewhere, or from a page that stood open too long."""
    return render(request, "site/403.html", status=403)
