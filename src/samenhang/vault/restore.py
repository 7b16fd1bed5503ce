"""Putting a back-up back: first rebuilt and proved beside, then in one move in its place, or not at all."""

import os
import sqlite3
from pathlib import Path

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection, transaction

from samenhang.vault.dump import clear, dumped, load, renumber
from samenhang.vault.elsewhere import beside, scratch
from samenhang.vault.house import practices, whole_house
from samenhang.vault.keys import forget, root_key
from samenhang.vault.models import Tombstone
from samenhang.vault.rebuild import Rebuilt, present_tombstones, rebuild, tables
from samenhang.vault.stream import BrokenBackup

_FULL = "Hier staat al een praktijk. Geef --force om ze door de back-up te vervangen."
_UNREADABLE = "Wat hier staat, kan niet gelezen worden. Geef --force om het te vervangen."
_RUNNING = "Samenhang draait nog op deze gegevens; zet het eerst stil. Er is niets veranderd."


def restore(data: Path, keys: Path, *, force: bool = False) -> Rebuilt:
    """Put a back-up in place of what is here; raise BrokenBackup or NoKey, and then nothing changed.

    Who was erased stays erased: by the tombstones of the keys file, and by those of the present database.
    """
    root_key()
    gone = _what_is_here(force=force)
    with scratch() as directory:
        place = directory / "back.sqlite3"
        rebuilt = rebuild(data, keys, place, gone=gone)
        if connection.vendor == "sqlite":
            _move_in(place)
        else:
            _copy_in(place)
    forget()
    return rebuilt


def _what_is_here(*, force: bool) -> list[Tombstone]:
    """Refuse a place that is not empty; give the erased that it knows."""
    table = apps.get_model("samenhang", "Practice")._meta.db_table  # noqa: SLF001
    with whole_house():
        try:
            if table not in connection.introspection.table_names():
                return []
            if practices() and not force:
                raise BrokenBackup(_FULL)
            return present_tombstones()
        except DatabaseError:
            if not force:
                raise BrokenBackup(_UNREADABLE) from None
            return []


def _move_in(place: Path) -> None:
    """SQLite: one file takes the place of another, when nobody has that one open."""
    target = Path(connection.settings_dict["NAME"])
    connection.close()
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _hold_still(target)
    with place.open("rb+") as file:
        os.fsync(file.fileno())
    place.chmod(0o600)
    place.replace(target)
    for extra in ("-wal", "-shm"):
        target.with_name(target.name + extra).unlink(missing_ok=True)
    handle = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _hold_still(target: Path) -> None:
    """Leaving the journal is possible for the only one who has the file open: so nobody else does."""
    if not target.exists():
        return
    alone = sqlite3.connect(target, timeout=1, isolation_level=None)
    try:
        mode = alone.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    except sqlite3.OperationalError:
        mode = "wal"
    except sqlite3.DatabaseError:
        mode = "delete"
    finally:
        alone.close()
    if mode != "delete":
        raise BrokenBackup(_RUNNING)


def _copy_in(place: Path) -> None:
    """PostgreSQL: every table emptied and filled in one transaction."""
    every = tables()
    by_label = {model._meta.label: model for model in every}  # noqa: SLF001
    with transaction.atomic(), whole_house(), beside(place) as alias:
        Session.objects.all().delete()
        clear(every)
        load(dumped(every, alias), by_label.__getitem__)
        renumber(every)
