"""The toolkit: every tool of the method as an empty A4, free for everyone."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samenhang.practice.access import rule
from samenhang.tools.catalog import ROOMS, room_at

BOOKLET = "toolkit"
A_DAY = 24 * 60 * 60


@rule("open")
@require_GET
def toolkit(request: HttpRequest) -> HttpResponse:
    """What there is to print, one line each."""
    return render(request, "site/toolkit.html", {"here": "toolkit", "cards": [room.card for room in ROOMS]})


@rule("open")
@require_GET
def empty(request: HttpRequest, tool: str) -> HttpResponse:  # noqa: ARG001
    """One empty A4, or all of them as a booklet. The same for everyone, so it may be kept a day."""
    response = HttpResponse(_printed(tool), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{tool}.pdf"'
    response["Cache-Control"] = f"public, max-age={A_DAY}"
    return response


@cache
def _printed(tool: str) -> bytes:
    """Printed once: an empty page never changes while the program runs."""
    from samenhang.tools.printing import empty_page, print_booklet, print_page

    if tool == BOOKLET:
        return print_booklet()
    room = room_at(tool)
    return print_page(empty_page(room), room.card.title)
