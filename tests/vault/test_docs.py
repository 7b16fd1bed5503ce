"""What the pages on trust and back-ups promise is there: tests, commands and findings by their name."""

import re
from pathlib import Path

from samenhang.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "docs" / "beheer" / name for name in ("vertrouwen.md", "back-up.md")]


def test_every_test_that_is_named_is_there() -> None:
    named = {name for page in PAGES for name in re.findall(r"`(tests/[\w/]+\.py)`", page.read_text())}
    assert len(named) > 6
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_command_that_is_named_is_there() -> None:
    named = {word for page in PAGES for word in re.findall(r"samenhang ([a-z]+)", page.read_text())}
    assert {"backup", "restore", "erase", "audit", "doctor"} <= named & set(COMMANDS)


def test_the_core_stays_small() -> None:
    core = ("keys", "sealed", "scope", "audit")
    files = [ROOT / "src" / "samenhang" / "vault" / f"{name}.py" for name in core]
    assert sum(len(path.read_text().splitlines()) for path in files) <= 600
