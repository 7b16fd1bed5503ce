from collections.abc import Iterator

import pytest
from django.test import override_settings
from django.urls import clear_url_caches

from tests.look.render import SETTINGS


@pytest.fixture(autouse=True)
def _look_alone() -> Iterator[None]:
    with override_settings(**SETTINGS):
        clear_url_caches()
        yield
    clear_url_caches()
