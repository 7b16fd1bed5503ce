"""A real SQLite file of its own, for what memory cannot show: two connections, a lock, a full disk."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections

from samenhang.vault.together import writing

QUICK = 0.3
NO_END = 1073741823


@dataclass(frozen=True)
class Disk:
    path: Path

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Somebody else is writing, and goes on writing."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                other.execute("ROLLBACK")

    @contextmanager
    def full(self) -> Iterator[None]:
        """Not one page more fits in the file."""
        with connection.cursor() as cursor:
            (pages,) = cursor.execute("PRAGMA page_count").fetchone()
        self._at_most(pages)
        try:
            yield
        finally:
            self._at_most(NO_END)

    def _at_most(self, pages: int) -> None:
        """On every connection that writes: this thread's own, and the one that writes for all."""
        for door in (nullcontext, writing):
            with door(), connection.cursor() as cursor:
                cursor.execute(f"PRAGMA max_page_count = {pages}")

    def rows(self, table: str) -> int:
        """How many rows a table has, seen from outside."""
        with closing(sqlite3.connect(self.path)) as other:
            (count,) = other.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608
        return int(count)

    def tables(self) -> dict[str, int]:
        with closing(sqlite3.connect(self.path)) as other:
            names = other.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: self.rows(name) for (name,) in names}


@contextmanager
def pointed_at(path: Path) -> Iterator[None]:
    """Let this program, and every thread that starts now, work in that file."""
    old, settings = connections["default"], connections.settings["default"]
    before = settings["NAME"], settings["OPTIONS"]
    settings["NAME"], settings["OPTIONS"] = str(path), before[1] | {"timeout": QUICK}
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = old
        settings["NAME"], settings["OPTIONS"] = before


@pytest.fixture(scope="session")
def empty_disk(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Path:
    """A file with every table and no row, made once."""
    path: Path = tmp_path_factory.mktemp("empty") / "samenhang.sqlite3"
    if connection.vendor == "sqlite":
        with django_db_blocker.unblock(), pointed_at(path):
            call_command("migrate", verbosity=0)
    return path


@pytest.fixture
def disk(empty_disk: Path, django_db_blocker: Any, tmp_path: Path) -> Iterator[Disk]:
    if connection.vendor != "sqlite":
        pytest.skip("this is about a file of SQLite")
    path = tmp_path / "samenhang.sqlite3"
    copyfile(empty_disk, path)
    with django_db_blocker.unblock(), pointed_at(path):
        yield Disk(path)
