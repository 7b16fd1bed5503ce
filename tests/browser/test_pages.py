"""Every page of the filled demo, at every width: it fits, it can be touched, it is silent and well marked up."""

from typing import Any

import pytest

from tests.browser.tour import Tour

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WIDTHS = (1280, 768, 390, 320)
ROOM = """() => {
  const inText = (e) => getComputedStyle(e).display === "inline"
    && e.parentElement.textContent.trim().length > e.textContent.trim().length;
  const small = [];
  for (const e of document.querySelectorAll("a,button,summary,textarea,input,select,label:has(input)")) {
    const r = e.getBoundingClientRect();
    if (!r.width || e.closest(".hush,.skip") || e.matches("[type=hidden],[type=radio],[type=checkbox]")) continue;
    if (e.tagName === "A" && inText(e)) continue;
    if (r.height < 43.9 || r.width < 43.9) small.push(`${e.outerHTML.slice(0, 90)} ${r.width}x${r.height}`);
  }
  return { over: document.documentElement.scrollWidth - innerWidth, small };
}"""
MARKUP = """() => {
  const all = (query) => [...document.querySelectorAll(query)];
  const said = (e) => e.outerHTML.slice(0, 90);
  const stored = Object.keys({ ...localStorage, ...sessionStorage }).filter((key) => key !== "htmx-current-path-for-history");
  return {
    h1: all("h1").length, main: all("main").length, title: Boolean(document.title.trim()), lang: document.documentElement.lang,
    unlabelled: all("input:not([type=hidden]),textarea,select").filter((e) => !e.labels?.length && !e.ariaLabel).map(said),
    nameless: all("a,button").filter((e) => !e.textContent.trim() && !e.ariaLabel).map(said),
    inline: all("[style],style,script:not([src])").map(said),
    handlers: all("*").filter((e) => [...e.attributes].some((a) => a.name.startsWith("on"))).map(said),
    twice: all("[id]").map((e) => e.id).filter((id, n, ids) => ids.indexOf(id) !== n),
    stored,
  };
}"""
CLEAN = {
    "h1": 1, "main": 1, "title": True, "lang": "nl-BE", "unlabelled": [], "nameless": [], "inline": [],
    "handlers": [], "twice": [], "stored": [],
}  # fmt: skip
TWICE = "document.documentElement.style.fontSize = '200%'"
OVER = "document.documentElement.scrollWidth - innerWidth"


def look(page: Any) -> dict[str, Any]:
    """What is wrong with the page that is open, at every width and with letters twice as large."""
    wrong: dict[str, Any] = {}
    marked = page.evaluate(MARKUP)
    if marked != CLEAN:
        wrong["markup"] = {key: value for key, value in marked.items() if value != CLEAN[key]}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        room = page.evaluate(ROOM)
        if room["over"] > 0 or room["small"]:
            wrong[str(width)] = room
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate(TWICE)
    if (over := page.evaluate(OVER)) > 0:
        wrong["200 %"] = over
    return wrong


def test_every_page_fits_can_be_touched_and_is_silent(demo: Tour) -> None:
    wrong: list[str] = []
    for who, stops in demo.by_person():
        page = demo.enter(who, reduced_motion="reduce").new_page()
        heard: list[str] = []
        page.on("console", lambda message, heard=heard: heard.append(message.text))
        page.on("pageerror", lambda error, heard=heard: heard.append(str(error)))
        page.on(
            "request",
            lambda asked, heard=heard: None if asked.url.startswith(demo.url) else heard.append(asked.url),
        )
        for stop in stops:
            answer = page.goto(stop.url)
            found = look(page)
            if page.evaluate("document.getAnimations().length"):
                found["moves"] = True
            said = [line for line in heard if "404" not in line or answer.status != 404]
            heard.clear()
            wrong += [f"{stop.kind} {where}: {what}" for where, what in found.items()]
            wrong += [f"{stop.kind} heard: {line}" for line in said]
        page.context.close()
    assert not wrong, "\n".join(wrong)
