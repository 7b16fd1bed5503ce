"""Another database, for a while: a SQLite file in which a back-up is rebuilt and looked at."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend

from samenhang.vault.keys import forget

ENGINE = "django.db.backends.sqlite3"
LEFT_BEHIND = ".herstel-"


def at(path: Path, alias: str = "default") -> BaseDatabaseWrapper:
    """A connection to a SQLite file that is being made: quick, and worth nothing until it is whole."""
    quick = "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;"
    options = {"init_command": quick, "transaction_mode": "IMMEDIATE"}
    known = connections.databases["default"]
    made: BaseDatabaseWrapper = load_backend(ENGINE).DatabaseWrapper(
        {**known, "ENGINE": ENGINE, "NAME": str(path), "OPTIONS": options}, alias
    )
    return made


@contextmanager
def elsewhere(path: Path) -> Iterator[None]:
    """Let this thread work in another file: rows, keys, audit; what it opened there is forgotten."""
    here, there = connections["default"], at(path)
    connections["default"] = there
    forget()
    try:
        yield
    finally:
        there.close()
        connections["default"] = here
        forget()


@contextmanager
def beside(path: Path, alias: str = "elsewhere") -> Iterator[str]:
    """Read from another file beside the usual database, under a name of its own."""
    there = connections[alias] = at(path, alias)
    try:
        yield alias
    finally:
        there.close()
        del connections[alias]


@contextmanager
def scratch() -> Iterator[Path]:
    """A directory that is gone afterwards, on the same disk as the data and as closed as they are."""
    settings.DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(dir=settings.DATA, prefix=LEFT_BEHIND) as directory:
        yield Path(directory)
