"""Looking back on four actions by keyboard: one stands open at a time, and nothing typed is lost."""

from typing import Any

import pytest

from tests.browser.tour import FULL, Tour

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FOCUS = "document.activeElement.tagName"


def tab_to(page: Any, tag: str) -> None:
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUS) == tag:
            return
    raise AssertionError(f"Tab komt niet bij {tag}")


def test_one_is_open_at_a_time_and_the_words_stay(demo: Tour) -> None:
    context = demo.enter("desk", reduced_motion="reduce")
    page = context.new_page()
    page.goto(demo.find(f"/clienten/{FULL}/gesprek/*/terugblik/"))
    folds, fields = page.locator("details.fold"), page.locator("main textarea")
    assert [fold.get_attribute("open") is not None for fold in folds.all()] == [True, False, False, False]
    tab_to(page, "TEXTAREA")
    page.keyboard.type("Over de eerste.")
    tab_to(page, "SUMMARY")
    page.keyboard.press("Enter")
    assert [fold.get_attribute("open") is not None for fold in folds.all()] == [False, True, False, False]
    tab_to(page, "TEXTAREA")
    page.keyboard.type("Over de tweede.")
    page.get_by_text("Bewaard om ").wait_for()
    tab_to(page, "BUTTON")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert folds.count() == 3
    assert [field.input_value() for field in fields.all()] == ["Over de eerste.", "", ""]
    context.close()
