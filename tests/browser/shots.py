"""Every page of the demo as a picture, to look at: python -m tests.browser.shots [page ...]."""

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.browser.test_axe import SEND, SPOIL
from tests.browser.tour import Stop, tour
from tests.look.browser import chromium

VIEWS = {
    "light-1280": ("light", 1280, 900),
    "light-390": ("light", 390, 844),
    "dark-1280": ("dark", 1280, 900),
    "dark-390": ("dark", 390, 844),
}


def shoot(target: Path, only: list[str]) -> None:
    """Light and dark, desk and phone; and each form with something to mend, once."""
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as data, chromium() as browser, tour(Path(data) / "data", browser) as demo:
        for who, stops in demo.by_person():
            page = demo.enter(who, reduced_motion="reduce").new_page()
            for stop in stops:
                if not only or any(part in stop.kind for part in only):
                    _shoot_all(page, stop, target)
            page.context.close()


def _shoot_all(page: Any, stop: Stop, target: Path) -> None:
    name = (
        re.sub(r"\W+", "-", stop.kind.partition(" · ")[0].replace("#", "dag").replace("*", "een"))
        .strip("-")
        .lower()
        or "begin"
    )
    page.goto(stop.url)
    for view, (theme, width, height) in VIEWS.items():
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": height})
        page.screenshot(path=target / f"{name}.{view}.png", full_page=True)
    form = page.evaluate_handle(SPOIL).as_element()
    if form is not None:
        with page.expect_navigation():
            form.evaluate(SEND)
        page.screenshot(path=target / f"{name}.mend-390.png")


if __name__ == "__main__":
    shoot(Path(sys.argv[1]), sys.argv[2:])
