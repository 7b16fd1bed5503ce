"""The empty view, and its door for a WSGI server."""

import os

from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path


def empty(_: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [path("", empty)]

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "empty_settings")
application = get_wsgi_application()
