"""A practice on disk, and the command `samenhang` run on it as a person would."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from samenhang.vault.elsewhere import elsewhere
from tests.cli.house import demo_at


@dataclass
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class Site:
    """A data directory, a key elsewhere, a place for back-ups."""

    home: Path
    known: dict[str, Any]

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def key(self) -> Path:
        return self.home / "key" / "root.key"

    @property
    def back_ups(self) -> Path:
        return self.home / "back-ups"

    def run(self, *words: str, said: str = "", **more: str) -> Ran:
        ran = subprocess.run(
            [sys.executable, "-m", "samenhang.cli.main", *words],
            input=said,
            capture_output=True,
            text=True,
            env=environment(self.home) | more,
            check=False,
        )
        return Ran(ran.returncode, ran.stdout, ran.stderr)


def environment(home: Path) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return plain | {
        "SAMENHANG_DATA": str(home / "data"),
        "SAMENHANG_ROOT_KEY_FILE": str(home / "key" / "root.key"),
        "DJANGO_SETTINGS_MODULE": "samenhang.settings",
    }


@pytest.fixture
def inside(settings: Settings, db: None) -> Callable[[Site], AbstractContextManager[None]]:
    """Work on a site in this very process: quicker than a program for every question."""

    @contextmanager
    def enter(site: Site) -> Iterator[None]:
        settings.DATA, settings.ROOT_KEY_FILE = site.data, site.key
        settings.DEMO = (site.data / "demo.mark").exists()
        with elsewhere(site.data / "samenhang.sqlite3"):
            yield

    return enter


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Site:
    home = tmp_path_factory.mktemp("praktijk")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.cli.prepare"],
        capture_output=True,
        text=True,
        env=environment(home),
        check=True,
    )
    return Site(home, json.loads(ran.stdout))


@pytest.fixture
def site(prepared: Site, tmp_path: Path) -> Site:
    home = tmp_path / "huis"
    shutil.copytree(prepared.home, home)
    return Site(home, prepared.known)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def large(home: Path) -> tuple[Path, dict[str, Any]]:
    """The large demo, made once: its directory and its JSON."""
    data = home / "groot"
    return data, demo_at(home, data, "--seed", 7)
