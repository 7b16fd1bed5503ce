"""Without any script: the scan, the canvas and the check-in are plain forms."""

from typing import Any

import pytest

from tests.browser.tour import FRESH, Tour

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CELLS = [
    f"{lens}_{cell}" for lens in ("bio", "psycho", "social") for cell in ("strength", "bottleneck", "action")
]
TEXTS = ("question", "hypothesis", "intervention", "observation", "follow_up")


@pytest.fixture
def page(demo: Tour) -> Any:
    context = demo.enter("desk", java_script_enabled=False)
    yield context.new_page()
    context.close()


def keep(page: Any) -> None:
    page.locator("main form .do").click()
    page.wait_for_url("**/blad/**")


def test_the_scan(demo: Tour, page: Any) -> None:
    page.goto(demo.find(f"/clienten/{FRESH}/vullen/intakescan/"))
    for name in CELLS:
        page.fill(f"#{name}", f"zonder script: {name}")
    keep(page)
    said = page.inner_text("main")
    assert [name for name in CELLS if f"zonder script: {name}" not in said] == []


def test_the_canvas_and_then_its_check_in(demo: Tour, page: Any) -> None:
    page.goto(demo.find(f"/clienten/{FRESH}/vullen/sessiecanvas/"))
    for name in TEXTS:
        page.fill(f"#{name}", f"zonder script: {name}")
    keep(page)
    said = page.inner_text("main")
    assert [name for name in TEXTS if f"zonder script: {name}" not in said] == []


def test_a_check_in_on_the_phone(demo: Tour) -> None:
    page = demo.enter("phone", java_script_enabled=False).new_page()
    page.goto(demo.url + "/mij/check-in/vandaag/")
    page.locator("input[value=done]").first.check(force=True)
    page.fill("#note", "zonder script")
    page.get_by_role("button", name="Bewaar").click()
    page.wait_for_url("**/bewaard/")
    page.context.close()
