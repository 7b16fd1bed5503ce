"""Erasing for good: key and rows at once, and a tombstone, so that no back-up brings anyone back."""

import time
from uuid import UUID

from django.apps import apps
from django.db import connection, models, transaction
from django.utils import timezone

from samenhang.vault import audit
from samenhang.vault.keys import forget
from samenhang.vault.models import AuditLine, Tombstone, WrappedKey
from samenhang.vault.scope import rows, within

_KEPT = (AuditLine, Tombstone, WrappedKey)
_PATIENCE = 5.0


def erase(practice: UUID, client: UUID) -> int:
    """Erase a client of a practice; give how many rows went. Who acts must be known, for the audit."""
    with transaction.atomic(), within(practice):
        rows(apps.get_model("samenhang", "Client"), practice).get(pk=client)
        gone = remove(client)
        Tombstone(subject=client, practice=practice, erased_at=timezone.now()).save(force_insert=True)
        audit.wrote("client.erase", client, subject=client)
        transaction.on_commit(checkpoint)
    forget(client)
    return gone


def remove(client: UUID) -> int:
    """Take away a client's key and every row that names the client, but the audit's."""
    key = WrappedKey.objects.filter(subject=client, kind="client")
    for held in key:
        key.update(wrapped=bytes(len(held.wrapped)))
    key.delete()
    gone = 0
    for model, names in _naming_a_client():
        for name in names:
            gone += model._base_manager.filter(**{name: client}).delete()[0]  # noqa: SLF001
    return gone


def _naming_a_client() -> list[tuple[type[models.Model], list[str]]]:
    """Where a client is named: its own row (and all that hangs on it), and ids that are no reference."""
    found: list[tuple[type[models.Model], list[str]]] = [(apps.get_model("samenhang", "Client"), ["pk"])]
    for model in apps.get_app_config("samenhang").get_models():
        if model not in _KEPT:
            names = [field.name for field in model._meta.concrete_fields if _is_loose_id(field)]  # noqa: SLF001
            found.append((model, names))
    return found


def _is_loose_id(field: "models.Field[object, object]") -> bool:
    return field.name in ("client", "subject") and isinstance(field, models.UUIDField)


def checkpoint() -> bool:
    """Fold SQLite's journal into the file and cut it, so that nothing erased waits there; False when busy."""
    if connection.vendor != "sqlite":
        return True
    until = time.monotonic() + _PATIENCE
    with connection.cursor() as cursor:
        while True:
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            if not busy or time.monotonic() > until:
                return not busy
            time.sleep(0.05)
