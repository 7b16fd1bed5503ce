"""What only a browser can tell: room, touch, silence under the strict headers, and a draft that is kept."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.look.browser import CHROMIUM, chromium, serve
from tests.look.gallery import build

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="geen Chromium"),
]
WIDTHS = (320, 390, 768, 1024, 1280, 1600)
FACTS = """() => {
  const bad = [];
  for (const e of document.querySelectorAll("a,button,summary,textarea,input,select,label:has(input)")) {
    const r = e.getBoundingClientRect();
    if (!r.width || e.closest(".hush") || e.classList.contains("skip") || e.type === "hidden") continue;
    if (e.matches("input[type=radio],input[type=checkbox]")) continue;
    if (e.tagName === "A" && e.parentElement.matches("p.when")) continue;
    if (r.height < 43.9 || r.width < 43.9) bad.push(`${e.outerHTML.slice(0, 60)} ${r.width}x${r.height}`);
  }
  const unlabelled = [...document.querySelectorAll("input:not([type=hidden]),textarea,select")]
    .filter((e) => !e.labels?.length && !e.getAttribute("aria-label")).map((e) => e.name);
  return { over: document.documentElement.scrollWidth - innerWidth, bad, unlabelled };
}"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Any, list[str]]]:
    folder = tmp_path_factory.mktemp("gallery")
    names = build(folder)
    with serve(folder) as base, chromium() as browser:
        yield base, browser, names


def listen(page: Any) -> list[str]:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def test_every_page_fits_can_be_touched_and_is_silent(pages: tuple[str, Any, list[str]]) -> None:
    base, browser, names = pages
    wrong = {}
    for name in names:
        page = browser.new_page()
        said = listen(page)
        elsewhere: list[str] = []
        page.on(
            "request", lambda r, seen=elsewhere: seen.append(r.url) if not r.url.startswith(base) else None
        )
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            if width == WIDTHS[0]:
                page.goto(f"{base}{name}.html")
            facts = page.evaluate(FACTS)
            if facts["over"] > 0 or facts["bad"] or facts["unlabelled"]:
                wrong[name, width] = facts
        if said or elsewhere:
            wrong[name, 0] = (said, elsewhere)
        page.close()
    assert wrong == {}


def test_three_questions_fit_a_phone_without_scrolling(pages: tuple[str, Any, list[str]]) -> None:
    base, browser, _ = pages
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{base}phone-checkin.html")
    assert page.evaluate("document.documentElement.scrollHeight") <= 844
    page.close()


def test_twice_the_letters_still_fit(pages: tuple[str, Any, list[str]]) -> None:
    base, browser, names = pages
    over = {}
    for name in names:
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.goto(f"{base}{name}.html")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if (by := page.evaluate("document.documentElement.scrollWidth - innerWidth")) > 0:
            over[name] = by
        page.close()
    assert over == {}


def test_nothing_moves_for_who_asks(pages: tuple[str, Any, list[str]]) -> None:
    base, browser, names = pages
    page = browser.new_context(reduced_motion="reduce").new_page()
    for name in names:
        page.goto(f"{base}{name}.html")
        assert page.evaluate("document.getAnimations().length") == 0
    page.close()


def open_draft(pages: tuple[str, Any, list[str]], answers: list[tuple[int, str]]) -> tuple[Any, list[str]]:
    """A session page whose draft is answered by turns; the last answer stays."""
    base, browser, _ = pages
    page = browser.new_page()
    sent: list[str] = []

    def answer(route: Any) -> None:
        sent.append(route.request.post_data)
        status, body = answers[min(len(sent), len(answers)) - 1]
        if status == 0:
            route.abort()
        else:
            route.fulfill(status=status, body=body, content_type="text/html")

    page.route("**/concept/", answer)
    page.goto(f"{base}session.html")
    page.wait_for_function("window.htmx && document.querySelector('[data-saved]')")
    page.evaluate("document.querySelector('[data-saved]').textContent = ''")
    return page, sent


def said(page: Any, text: str) -> None:
    page.wait_for_function(
        "t => document.querySelector('[data-saved]').textContent.startsWith(t)", arg=text, timeout=9000
    )


def would_ask(page: Any) -> bool:
    """Whether leaving now would ask first."""
    return page.evaluate("!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))")


def test_a_draft_says_when_it_is_kept_and_holds_who_leaves_too_soon(
    pages: tuple[str, Any, list[str]],
) -> None:
    page, sent = open_draft(pages, [(204, "")])
    assert not would_ask(page)
    page.type("#zin", "x")
    assert would_ask(page)
    said(page, "Bewaard om ")
    assert not would_ask(page)
    assert len(sent) == 1
    page.close()


def test_a_draft_that_failed_is_sent_again(pages: tuple[str, Any, list[str]]) -> None:
    page, sent = open_draft(pages, [(0, ""), (503, ""), (204, "")])
    page.type("#zin", "x")
    said(page, "Nog niet bewaard. Je tekst staat hier nog.")
    assert would_ask(page)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    said(page, "Bewaard om ")
    assert len(sent) >= 3
    assert page.input_value("#zin").startswith("x")
    page.close()


def test_the_other_window_is_told_of(pages: tuple[str, Any, list[str]]) -> None:
    notice = (
        '<div class="elsewhere" id="elders" hx-swap-oob="true"><p class="say">In een ander venster.</p></div>'
    )
    page, sent = open_draft(pages, [(409, notice)])
    page.type("#zin", "x")
    page.wait_for_selector("#elders >> text=In een ander venster.")
    said(page, "Nog niet bewaard.")
    assert would_ask(page)
    assert len(sent) == 1
    page.close()


def test_the_sign_in_page_is_not_taken_for_kept(pages: tuple[str, Any, list[str]]) -> None:
    base, browser, _ = pages
    page = browser.new_page()
    page.route("**/concept/", lambda route: route.fulfill(status=302, headers={"location": "/lost.html"}))
    page.goto(f"{base}session.html")
    page.type("#zin", "x")
    said(page, "Nog niet bewaard: je bent afgemeld.")
    assert would_ask(page)
    page.close()


def test_the_five_minutes_run_and_end_kindly(pages: tuple[str, Any, list[str]]) -> None:
    base, browser, _ = pages
    page = browser.new_page()
    page.clock.install()
    page.goto(f"{base}scan.html")
    assert page.text_content(".digits") == "1.12"
    page.clock.run_for(2_000)
    assert page.text_content(".digits") == "1.10"
    page.clock.run_for(71_000)
    assert page.text_content(".digits") == "0.00"
    assert page.text_content("[data-words]") == "De vijf minuten zijn om. Werk gerust verder."
    page.close()
