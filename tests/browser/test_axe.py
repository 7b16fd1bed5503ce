"""Axe finds nothing: on every page of a filled demo and of a fresh client, and where something is to mend."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python import sync_playwright

from tests.browser.tour import FRESH, FULL, Tour

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AXE = Path(sync_playwright.__file__).with_name("axe.min.js").read_text()
RUN = """async (only) => {
  const found = await axe.run(document, { resultTypes: ["violations"], ...only });
  return found.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`);
}"""
WIDTHS = {"desk": 1280, "phone": 390}
THEMES = {
    "light": {},
    "dark": {"runOnly": ["color-contrast", "link-in-text-block"]},
}  # a theme changes colours and nothing else
SPOIL = """() => {
  const open = "input:not([type=hidden], [type=radio], [type=checkbox], [type=date], [type=time]), textarea";
  const forms = [...document.querySelectorAll("main form[method=post]:not([data-passkey])")];
  const form = forms.find((each) => each.querySelector(open) && each.matches("[id], :has(.do)"));
  if (form) for (const field of form.querySelectorAll(open)) field.value = "x".repeat(6000);
  return form ?? null;
}"""
SEND = "(form) => form.requestSubmit(form.querySelector('.do'))"


def look(page: Any, *devices: str) -> list[str]:
    """What axe says of this page, light and dark, on each device."""
    page.evaluate(AXE)
    found = []
    for device in devices:
        page.set_viewport_size({"width": WIDTHS[device], "height": 844})
        for theme, only in THEMES.items():
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            found += [f"{device} {theme} {line}" for line in page.evaluate(RUN, only)]
    return found


def test_every_page(demo: Tour) -> None:
    wrong = []
    for who, stops in demo.by_person():
        page = demo.enter(who, reduced_motion="reduce").new_page()
        for stop in stops:
            page.goto(stop.url)
            wrong += [f"{stop.kind} {line}" for line in look(page, *WIDTHS)]
        page.context.close()
    assert not wrong, "\n".join(wrong)


def test_every_form_that_asks_to_mend_something(demo: Tour) -> None:
    wrong, asked = [], []
    for who, stops in demo.by_person():
        page = demo.enter(who, reduced_motion="reduce").new_page()
        for stop in (each for each in stops if FRESH not in each.kind):
            page.goto(stop.url)
            form = page.evaluate_handle(SPOIL).as_element()
            if form is None:
                continue
            with page.expect_navigation():
                form.evaluate(SEND)
            if page.locator(".mend:visible").count():
                asked.append(stop.kind)
                wrong += [f"{stop.kind} {line}" for line in look(page, "phone")]
        page.context.close()
    assert not wrong, "\n".join(wrong)
    assert {f"/clienten/{FULL}/gegevens/", f"/clienten/{FULL}/vullen/intakescan/"} <= set(asked), asked
