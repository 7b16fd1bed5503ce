"""The longest words there can be: every page of that client still fits, on the smallest phone too."""

import pytest

from tests.browser.tour import FRESH, Tour

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WORD = "Verantwoordelijkheidsgevoel" * 4
OVER = "document.documentElement.scrollWidth - innerWidth"


def test_a_name_without_spaces_breaks_and_pushes_nothing_aside(demo: Tour) -> None:
    context = demo.enter("desk", viewport={"width": 320, "height": 844})
    page = context.new_page()
    page.goto(demo.find(f"/clienten/{FRESH}/gegevens/"))
    page.get_by_label("Voornaam").fill(WORD)
    page.get_by_label("Familienaam").fill(WORD)
    page.locator("main form .do").click()
    page.goto(demo.find(f"/clienten/{FRESH}/dagboekvraag/nieuw/"))
    page.get_by_label("De vraag").fill(WORD)
    page.locator("main form .do").click()
    page.goto(demo.find(f"/clienten/{FRESH}/vullen/intakescan/"))
    for name in ("bio_strength", "bio_bottleneck", "bio_action"):
        page.fill(f"#{name}", WORD * 3)
    page.locator("main form .do").click()
    page.wait_for_url("**/blad/**")
    here = [page.url, *(stop.url for stop in demo.stops if stop.who == "desk" and "/Emma/" not in stop.kind)]
    wide = {}
    for url in here:
        page.goto(url)
        if (over := page.evaluate(OVER)) > 0:
            wide[url] = over
    context.close()
    assert wide == {}
