"""Pictures of the gallery, to look at: python -m tests.look.shots MAP [page ...]."""

import sys
from pathlib import Path

from tests.look.browser import chromium, serve
from tests.look.gallery import prepare

WIDTHS = (1280, 390)


def shoot(target: Path, only: list[str]) -> None:
    names = [name for name in prepare(target / "html") if not only or name in only]
    with serve(target / "html") as base, chromium() as browser:
        for name in names:
            for theme in ("light", "dark"):
                for width in (390,) if name.startswith("phone") else WIDTHS:
                    page = browser.new_page(
                        viewport={"width": width, "height": 844 if width == 390 else 900}, color_scheme=theme
                    )
                    page.goto(f"{base}{name}.html")
                    page.screenshot(path=target / f"{name}-{theme}-{width}.png", full_page=True)
                    page.close()


if __name__ == "__main__":
    shoot(Path(sys.argv[1]), sys.argv[2:])
