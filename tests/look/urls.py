"""The few names that the base pages point to."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def room(name: str, *views: str):
    return include(([path(view, nothing, name=view) for view in views], name))


urlpatterns = [
    path("", room("desk", "today", "clients")),
    path("praktijk/", room("practice", "home")),
    path("toolkit/", room("site", "toolkit")),
    path("t/", room("phone", "help")),
    path("afmelden", nothing, name="account_logout"),
]
