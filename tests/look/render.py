"""Renders templates of the look alone: its own engine, whatever the settings of the day."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django.template import Context, Engine

import samenhang

HOUSE = Path(samenhang.__file__).parent
LIBRARIES = {"look": "samenhang.look.templatetags.look", "static": "django.templatetags.static"}
SETTINGS = {
    "STATIC_URL": "/static/",
    "ROOT_URLCONF": "tests.look.urls",
    "USE_TZ": True,
    "TIME_ZONE": "Europe/Brussels",
    "LANGUAGE_CODE": "nl",
    "STORAGES": {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
}
NOOR = SimpleNamespace(scope=True)


def engine() -> Engine:
    return Engine(dirs=[HOUSE], libraries=LIBRARIES)


def render(source: str, /, **context: Any) -> str:
    return engine().from_string("{% load look %}" + source).render(Context(context))


def render_page(source: str, /, **context: Any) -> str:
    return engine().from_string(source).render(Context({"csrf_token": "x" * 64, **context}))
