"""The map by hand: a factor dragged along its arc stays where it was put, and by keyboard alone too."""

from typing import Any

import pytest

from tests.browser.tour import FULL, Tour

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FILL = f"/clienten/{FULL}/vullen/samenhangkaart/"


def order(page: Any, lens: str) -> list[str]:
    """The factors of a lens as the form holds them."""
    found: list[str] = page.eval_on_selector_all(
        f"[data-factor]:has(input[name^=lens_][value={lens}]) [name=factor]",
        "all => all.map((one) => one.value)",
    )
    return found


def drawn(page: Any, lens: str) -> list[str]:
    """The same as the picture shows them, clockwise."""
    found: list[str] = page.eval_on_selector_all(
        f"#picture [data-lens={lens}][data-dot]",
        """all => all.map((one) => [Math.atan2(one.cx.baseVal.value - 430, 294 - one.cy.baseVal.value), one])
           .sort((a, b) => a[0] - b[0]).map(([, one]) => one.dataset.dot)""",
    )
    return found


def test_a_factor_is_dragged_past_its_neighbour_and_stays_there(demo: Tour) -> None:
    context = demo.enter("desk", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(demo.find(FILL))
    before = drawn(page, "psycho")
    first, last = (page.locator(f"#picture [data-dot='{one}']") for one in (before[0], before[-1]))
    last.scroll_into_view_if_needed()
    start, end = first.bounding_box(), last.bounding_box()
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] + 12, end["y"] + end["height"] / 2, steps=5)
    with page.expect_response(lambda answer: "/concept/" in answer.url):
        page.mouse.up()
    wanted = [*before[1:], before[0]]
    assert order(page, "psycho") == wanted
    page.wait_for_timeout(300)  # the picture is swapped in
    assert drawn(page, "psycho") == wanted
    page.locator("main form .do").click()
    page.wait_for_url("**/blad/**")
    assert "Zelf geschikt: ja" in page.inner_text("main")
    assert drawn(page, "psycho") == wanted
    context.close()


def test_by_keyboard_a_factor_goes_one_place_earlier(demo: Tour) -> None:
    context = demo.enter("desk", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(demo.find(FILL))
    before = order(page, "bio")
    row = page.locator(f"[data-factor]:has([name=factor][value='{before[1]}'])")
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    row.get_by_role("button", name="Eén plaats eerder op de ring").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert order(page, "bio")[:2] == [before[1], before[0]]
    assert drawn(page, "bio") == order(page, "bio")
    context.close()


def test_a_sentence_brings_its_thread_to_the_front(demo: Tour) -> None:
    context = demo.enter("desk", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{demo.find(f'/clienten/{FULL}/kaart/')}#zin-a")
    clear = page.locator("#picture .draad").evaluate_all(
        "all => all.filter((one) => getComputedStyle(one).opacity === '1').map((one) => one.classList[1])"
    )
    assert set(clear) == {"draad-a"}
    context.close()
