"""Rebuilding a back-up in a file of its own: as it was, but who was erased since; and is it whole?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from samenhang.vault import audit
from samenhang.vault.dump import KEYS, data_tables, first, load
from samenhang.vault.elsewhere import elsewhere
from samenhang.vault.erase import remove
from samenhang.vault.house import practices
from samenhang.vault.keys import NoKey, Owner, raw_key
from samenhang.vault.models import Tombstone, WrappedKey
from samenhang.vault.sealed import SealedRecord, Tampered
from samenhang.vault.stream import BrokenBackup, read_lines

DATA, KEY_FILE = b"d", b"k"
SAMPLES = 25
_DOUBT = "De back-up is gelezen, maar klopt niet: "


@dataclass(frozen=True)
class Rebuilt:
    """What came out of a back-up, after what was erased since was taken away."""

    made_at: datetime
    rows: int
    clients: int
    erased: int
    opened: int
    audit_lines: int


def rebuild(
    data: Path, keys: Path, place: Path, *, gone: Iterable[Tombstone] = (), quiet: bool = False
) -> Rebuilt:
    """Rebuild a back-up at a place; raise BrokenBackup with one sentence when it is not whole.

    `gone` are the erased that the present database knows; `quiet` leaves no line in the audit.
    """
    for path, kind in ((data, DATA), (keys, KEY_FILE)):
        for _ in read_lines(path, kind):
            pass
    with elsewhere(place):
        try:
            return _rebuild(data, keys, list(gone), quiet=quiet)
        except (DatabaseError, KeyError, TypeError, ValueError):
            raise BrokenBackup(f"{_DOUBT}de rijen passen niet in de tabellen.") from None
        except Tampered:
            raise BrokenBackup(f"{_DOUBT}niet alles gaat open.") from None


def _rebuild(data: Path, keys: Path, gone: list[Tombstone], *, quiet: bool) -> Rebuilt:
    said, counts = _load(read_lines(data, DATA))
    _load(read_lines(keys, KEY_FILE))
    _migrate()
    with transaction.atomic():
        erased = _replay(gone)
    checked = _checked(said["heads"])
    if not quiet:
        _write_down(said["made_at"])
    clients = apps.get_model("samenhang", "Client")._base_manager.count()  # noqa: SLF001
    made = datetime.fromisoformat(said["made_at"])
    return Rebuilt(made, sum(counts.values()), clients, erased, *checked)


def applied_leaves() -> list[tuple[str, str]]:
    """Where the tables stand: of each app the newest migration that was applied."""
    loader = MigrationLoader(connection)
    applied = {key for key in loader.applied_migrations if key in loader.graph.nodes}
    older = {
        parent.key
        for key in applied
        for parent in loader.graph.node_map[key].parents
        if parent.key[0] == key[0]
    }
    return sorted(applied - older)


def _load(lines: Iterator[bytes]) -> tuple[dict[str, Any], dict[str, int]]:
    """Load a file in the tables of the version that wrote it."""
    said = first(lines)
    executor = MigrationExecutor(connection)
    targets = [(app, name) for app, name in said["leaves"]]
    if unknown := [target for target in targets if target not in executor.loader.graph.nodes]:
        raise BrokenBackup(f"De back-up is van een nieuwere versie van Samenhang ({unknown[0][1]}).")
    if any(backwards for _, backwards in executor.migration_plan(targets)):
        raise BrokenBackup("Het bestand .keys is ouder dan het bestand .data; er is niets veranderd.")
    executor.migrate(targets)
    known = executor.loader.project_state(targets).apps

    def model_of(label: str) -> type[models.Model]:
        return known.get_model(label)

    with transaction.atomic():
        return said, load(lines, model_of)


def _migrate() -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def _replay(gone: list[Tombstone]) -> int:
    """Erase again who was erased since; a client without a key and without a tombstone is no such one."""
    for tombstone in gone:
        Tombstone.objects.get_or_create(
            subject=tombstone.subject,
            defaults={"practice": tombstone.practice, "erased_at": tombstone.erased_at},
        )
    erased = sum(bool(remove(subject)) for subject in Tombstone.objects.values_list("subject", flat=True))
    with_key = WrappedKey.objects.filter(kind="client").values("subject")
    clients = apps.get_model("samenhang", "Client")._base_manager  # noqa: SLF001
    if keyless := clients.exclude(pk__in=with_key).count():
        raise BrokenBackup(
            f"Het bestand .keys is ouder dan het bestand .data: van {keyless} cliënten ontbreekt de sleutel."
        )
    return erased


def _checked(heads: dict[str, list[Any]]) -> tuple[int, int]:
    """Open every key and samples of every kind, walk every chain; give how much was opened and walked."""
    try:
        opened = sum(1 for key in WrappedKey.objects.all() if raw_key(_owner(key)))
        opened += sum(_open(row) for model in _sealed() for row in _some(model))
    except NoKey as missing:
        raise BrokenBackup(f"{_DOUBT}{missing.what}") from None
    walked = 0
    for practice, (seq, mac) in heads.items():
        if broken := audit.verify(UUID(practice), expected=(seq, bytes.fromhex(mac))):
            raise BrokenBackup(f"{_DOUBT}regel {broken[0].seq} van het logboek {broken[0].why}.")
        walked += seq
    return opened, walked


def _owner(key: WrappedKey) -> Owner:
    return Owner(key.kind, key.practice, key.subject)


def _sealed() -> Iterator[type[SealedRecord]]:
    return (model for model in data_tables() if issubclass(model, SealedRecord))


def _some(model: type[SealedRecord]) -> Iterator[SealedRecord]:
    yield from model._base_manager.order_by("?")[:SAMPLES]  # noqa: SLF001


def _open(row: SealedRecord) -> int:
    """Open everything in a row: its document, and what stands sealed beside it."""
    opened = 0
    for name in (name for name in dir(row) if name == "unseal" or name.startswith("unseal_")):
        part = name.removeprefix("unseal").removeprefix("_")
        blob = getattr(row, f"sealed_{part}", None) or getattr(row, part, b"") if part else row.sealed
        if blob:
            getattr(row, name)()
            opened += 1
    return opened


def _write_down(made_at: str) -> None:
    """Leave a line in every chain: from here on the house goes on from an older day."""
    for practice in practices():
        with audit.acting(audit.Actor(practice, "house", "house")):
            audit.wrote("backup.restore", made_at[:64])


def tables() -> list[type[models.Model]]:
    return [*data_tables(), *KEYS]


def present_tombstones() -> list[Tombstone]:
    return list(Tombstone.objects.all())
