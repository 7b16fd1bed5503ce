"""The whole house at once: for back-up, restore and inspection, and for nothing that serves a page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.apps import apps

from samenhang.vault.scope import unscoped


@contextmanager
def whole_house() -> Iterator[Callable[[Any], Any]]:
    """Look across practices, for those who keep the house; a test names every module that may."""
    with unscoped("back-up, herstel en nazicht zijn van het hele huis") as every:
        yield every


def practices() -> list[UUID]:
    """Every practice there is, in order."""
    with whole_house() as every:
        return sorted(every(apps.get_model("samenhang", "Practice")).values_list("pk", flat=True))
