import gzip
import re

import pytest

from tests.look.colours import contrast, linear, themes
from tests.look.render import HOUSE

CSS = (HOUSE / "static/samenhang.css").read_text()
JS = (HOUSE / "static/samenhang.js").read_text()
THEMES = themes(CSS)
INKS = ("ink", "ink-2", "ink-3", "thread", "bio", "psy", "soc", "unknown")
GROUNDS = ("linen", "sheet", "weave")
PAIRS = [
    *((ink, ground, 4.5) for ink in INKS for ground in GROUNDS),
    *(("edge", ground, 3.0) for ground in GROUNDS),
    *(("focus", ground, 3.0) for ground in GROUNDS),
    *((lens, f"{lens}-wash", 4.5) for lens in ("bio", "psy", "soc", "unknown")),
    *((ink, "thread-wash", 4.5) for ink in ("ink", "ink-2", "thread")),
    ("on-do", "do", 4.5),
    ("on-do", "do-deep", 4.5),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("over", "under", "need"), PAIRS)
def test_everything_can_be_read(theme: str, over: str, under: str, need: float) -> None:
    assert contrast(THEMES[theme][over], THEMES[theme][under]) >= need


def test_both_themes_have_the_same_tokens_within_what_a_screen_shows() -> None:
    assert THEMES["light"].keys() == THEMES["dark"].keys()
    assert not [
        name
        for theme in THEMES.values()
        for name, colour in theme.items()
        if any(not -0.002 <= part <= 1.002 for part in linear(colour))
    ]


def layers(css: str) -> dict[str, str]:
    """Each layer with all that was said in it."""
    parts = re.split(r"^@layer (\w+) \{$", css, flags=re.MULTILINE)
    said: dict[str, str] = {}
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        said[name] = said.get(name, "") + text
    return said


def test_only_tokens_hold_colours() -> None:
    colour = re.compile(
        r"#[0-9a-f]{3,8}\b(?![^{};]*\{)|\b(?:oklch|oklab|rgba?|hsla?|lab|lch|color|color-mix)\(",
        re.IGNORECASE,
    )
    found = {
        name: colour.findall(text) for name, text in layers(CSS).items() if name not in {"tokens", "print"}
    }
    assert found == {"base": [], "layout": [], "components": []}


def test_every_token_that_is_used_exists() -> None:
    defined = set(re.findall(r"(--[\w-]+):", CSS))
    assert set(re.findall(r"var\((--[\w-]+)", CSS)) - defined == set()


def test_nothing_comes_from_elsewhere() -> None:
    assert re.findall(r"@import|url\(|@font-face", CSS) == []
    assert re.findall(r"https?://|import\(|\beval\b|Function\(|innerHTML|\.style\b", JS) == []


def test_the_house_stays_light() -> None:
    assert len(gzip.compress(CSS.encode(), 9, mtime=0)) <= 14_000
    assert len(JS.encode()) <= 15_000


def test_motion_stops_for_who_asks_and_only_breath_moves() -> None:
    assert "animation: none !important; transition: none !important" in CSS
    animated = re.findall(r"^\s*([^{}\n]+?) \{[^}]*\banimation(?:-name)?: (?!none)[a-z]", CSS, re.MULTILINE)
    assert animated
    assert all(selector.split()[0] in {".lung", ".cue"} for selector in animated)
