"""One app, one label, one history."""

from django.apps import AppConfig


class Samenhang(AppConfig):
    name = "samenhang"
    label = "samenhang"
    verbose_name = "Samenhang"
