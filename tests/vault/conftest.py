"""A house of its own on disk: a filled practice in a SQLite file, whatever the suite's database is."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from samenhang.practice.access import Scope
from samenhang.practice.models import Client, Practice
from samenhang.vault import keys
from samenhang.vault.elsewhere import elsewhere
from samenhang.vault.rebuild import _migrate
from tests.vault import full


@dataclass
class House:
    """A filled practice, and where it stands."""

    data: Path
    database: Path
    back_ups: Path
    practice: Practice
    scope: Scope
    clients: list[Client]


@pytest.fixture
def house(tmp_path: Path, settings: Settings, db: None) -> Iterator[House]:
    settings.DATA = tmp_path / "data"
    settings.ROOT_KEY_FILE = tmp_path / "key" / "root.key"
    settings.DATA.mkdir()
    keys.make_root_key(settings.ROOT_KEY_FILE)
    database = settings.DATA / "samenhang.sqlite3"
    with elsewhere(database):
        _migrate()
        practice, scope, clients = full.fill(lambda: "kanarie")
        yield House(settings.DATA, database, tmp_path / "back-ups", practice, scope, clients)
