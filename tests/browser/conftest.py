from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.tour import Tour, tour
from tests.look.browser import chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def demo(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tour]:
    with tour(tmp_path_factory.mktemp("demo") / "data", browser) as open_demo:
        yield open_demo
