"""Two windows on one canvas, in a real browser: the second is told, and loses nothing."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urljoin

import pytest

from tests.browser.tour import FRESH, Tour

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SAVED = "[data-saved]"
NOTICE = "#elders .say"


@pytest.fixture
def window(demo: Tour) -> Iterator[Callable[[str], Any]]:
    """Opens a window of the same person."""
    context = demo.enter("desk")

    def opened(address: str) -> Any:
        page = context.new_page()
        page.goto(address)
        return page

    yield opened
    context.close()


def keep(page: Any) -> None:
    page.locator("form .do").click()
    page.wait_for_url("**/blad/**")


def test_what_is_typed_in_a_second_window_is_told_and_not_lost(
    demo: Tour, window: Callable[[str], Any]
) -> None:
    address = demo.find(f"/clienten/{FRESH}/vullen/sessiecanvas/")
    first, second = window(address), window(address)
    first.locator("#question").press_sequentially("Uit het eerste venster.")
    first.get_by_text("Bewaard om ").wait_for()
    second.locator("#question").press_sequentially("Uit het tweede venster.")
    second.locator(NOTICE).wait_for()
    assert "ging verder in een ander venster" in second.inner_text(NOTICE)
    assert second.inner_text(SAVED) == "Nog niet bewaard. Je tekst staat hier nog."
    assert second.input_value("#question") == "Uit het tweede venster."
    assert window(address).input_value("#question") == "Uit het eerste venster."


def test_what_both_keep_of_one_sheet_stands_as_versions(demo: Tour, window: Callable[[str], Any]) -> None:
    page = window(demo.find(f"/clienten/{FRESH}/vullen/sessiecanvas/"))
    page.fill("#question", "Zo begon het.")
    keep(page)
    edit = urljoin(page.url, page.get_by_role("link", name="Aanpassen").get_attribute("href"))
    first, second = window(edit), window(edit)
    first.fill("#question", "De eerste bewaart.")
    keep(first)
    second.fill("#question", "De tweede ook.")
    second.locator("form .do").click()
    second.get_by_text("Er is intussen een nieuwere versie").wait_for()
    assert second.input_value("#question") == "De tweede ook."
    keep(second)
    assert "De tweede ook." in second.inner_text("main")
    assert second.locator("[aria-labelledby=versies] li").count() == 3
    second.get_by_role("link", name="Leg ernaast").first.click()
    assert "De eerste bewaart." in second.inner_text("main")
