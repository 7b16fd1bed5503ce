"""Every page of the demo at every width: it fits, it can be touched, it is silent and well marked up."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.tour import Tour

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WIDTHS = (1280, 768, 390, 320)
HERE = Path(__file__).parent
ROOM, MARKUP = (HERE / "room.js").read_text(), (HERE / "markup.js").read_text()
CLEAN: dict[str, Any] = {"h1": 1, "main": 1, "title": True, "lang": "nl-BE"} | {
    name: [] for name in ("unlabelled", "nameless", "inline", "handlers", "twice", "stored")
}
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
