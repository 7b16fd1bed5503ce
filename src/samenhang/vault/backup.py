"""A back-up: everything sealed in one file, the wrapped keys in another, and proved before it counts.

The data file may be kept for years. The keys file is kept a week: any data file and the newest keys file
are all that may still be read, so who was erased is gone from every back-up within seven days.
"""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from samenhang.vault import audit
from samenhang.vault.dump import KEYS, data_tables, dumped, first
from samenhang.vault.elsewhere import scratch
from samenhang.vault.house import practices, whole_house
from samenhang.vault.keys import root_key
from samenhang.vault.rebuild import DATA, KEY_FILE, Rebuilt, applied_leaves, rebuild
from samenhang.vault.stream import read_lines, write_lines

KEYS_LAST = timedelta(days=7)
_EARLY = timedelta(hours=12)
STAMP = "%Y%m%dT%H%M%SZ"
NOTE = "last-backup.json"


@dataclass(frozen=True)
class Kept:
    """A back-up that was made, rebuilt elsewhere, and found whole."""

    data: Path
    keys: Path
    rebuilt: Rebuilt
    removed: tuple[Path, ...]
    seconds: float


def back_up(directory: Path, *, now: datetime | None = None) -> Kept:
    """Make a back-up and prove it; on any trouble nothing of it stays and old keys are left alone."""
    began, moment = time.monotonic(), now or datetime.now(UTC)
    root_key()
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    data, keys = _names(directory, moment)
    new_data, new_keys = (path.with_name(f".{path.name}.part") for path in (data, keys))
    try:
        _write(new_data, new_keys, moment)
        with scratch() as place:
            rebuilt = rebuild(new_data, new_keys, place / "proof.sqlite3", quiet=True)
        new_keys.rename(keys)
        new_data.rename(data)
        _settle(directory)
    finally:
        new_data.unlink(missing_ok=True)
        new_keys.unlink(missing_ok=True)
    removed = tuple(remove_old_keys(directory, moment, but=keys))
    kept = Kept(data, keys, rebuilt, removed, time.monotonic() - began)
    _note(kept, moment)
    return kept


def _names(directory: Path, moment: datetime) -> tuple[Path, Path]:
    """Two names that are free: one second on when a back-up of this very second is there."""
    while True:
        stem = f"samenhang-{moment.astimezone(UTC):{STAMP}}"
        names = directory / f"{stem}.data", directory / f"{stem}.keys"
        if not any(name.exists() for name in names):
            return names
        moment += timedelta(seconds=1)


def _write(data: Path, keys: Path, moment: datetime) -> None:
    for part in (data, keys):
        part.unlink(missing_ok=True)
    with _snapshot(), whole_house():
        said = {"format": 1, "made_at": moment.isoformat(), "leaves": applied_leaves(), "heads": _heads()}
        write_lines(data, DATA, _with_first(said, dumped(data_tables())))
        write_lines(keys, KEY_FILE, _with_first(said, dumped(KEYS)))


def _with_first(said: dict[str, Any], lines: Iterator[bytes]) -> Iterator[bytes]:
    yield json.dumps(said).encode()
    yield from lines


@contextmanager
def _snapshot() -> Iterator[None]:
    """One moment of the whole database; others go on writing meanwhile."""
    mode = getattr(connection, "transaction_mode", None)
    try:
        if connection.vendor == "sqlite":
            connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
        with transaction.atomic(durable=True):
            if connection.vendor == "postgresql":
                connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    finally:
        if connection.vendor == "sqlite":
            connection.transaction_mode = mode  # type: ignore[attr-defined]


def _heads() -> dict[str, list[Any]]:
    """The end of every chain, so that a tail that is cut later shows."""
    heads = {str(practice): audit.head(practice) for practice in practices()}
    return {practice: [seq, mac.hex()] for practice, (seq, mac) in heads.items()}


def _settle(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_old_keys(directory: Path, now: datetime, *, but: Path) -> Iterator[Path]:
    """Remove keys files of a week old: rather half a day too soon than, next time, a day too late."""
    for path in sorted(directory.glob("samenhang-*.keys")):
        made = made_at(path)
        if path != but and made and now - made > KEYS_LAST - _EARLY:
            path.unlink()
            yield path


def made_at(path: Path) -> datetime | None:
    """When a back-up was made, by its name; None when it is not one of ours."""
    try:
        return datetime.strptime(path.stem.removeprefix("samenhang-"), STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _note(kept: Kept, moment: datetime) -> None:
    """Leave a note for `doctor`: when the last back-up succeeded, and where it stands."""
    said = {"at": moment.isoformat(), "data": str(kept.data.resolve()), "keys": str(kept.keys.resolve())}
    note: Path = settings.DATA / NOTE
    fresh = note.with_suffix(".part")
    fresh.write_text(json.dumps(said), encoding="utf-8")
    fresh.replace(note)


@dataclass(frozen=True)
class Note:
    """When the last back-up succeeded, and where it was put."""

    at: datetime
    data: Path
    keys: Path


def noted() -> Note | None:
    """Read the note; None when there is none that can be read."""
    try:
        said = json.loads((settings.DATA / NOTE).read_text(encoding="utf-8"))
        return Note(datetime.fromisoformat(said["at"]), Path(said["data"]), Path(said["keys"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remembered_heads(keys: Path) -> dict[UUID, tuple[int, bytes]]:
    """The ends of the chains as a back-up remembers them; raise BrokenBackup."""
    heads = first(read_lines(keys, KEY_FILE))["heads"]
    return {UUID(practice): (seq, bytes.fromhex(mac)) for practice, (seq, mac) in heads.items()}
