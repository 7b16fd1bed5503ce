"""Erased is erased: here, in the file itself, and in every back-up."""

import sqlite3
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import connection

from samenhang.dossier.models import Sheet
from samenhang.practice.models import Client
from samenhang.vault import erase as erasing
from samenhang.vault.backup import back_up
from samenhang.vault.erase import checkpoint, erase
from samenhang.vault.keys import NoKey
from samenhang.vault.models import AuditLine, Tombstone, WrappedKey
from samenhang.vault.restore import restore
from samenhang.vault.scope import rows
from tests.vault import full
from tests.vault.conftest import House

WIPED = 20


def naming(client: UUID) -> set[str]:
    """Every table in which some column of some row names the client."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        for row in model._base_manager.values_list():
            if any(str(client) in str(value) for value in row):
                found.add(model.__name__)
    return found


def test_nothing_names_the_erased_but_the_audit_and_the_tombstone(house: House) -> None:
    client = house.clients[0]
    assert len(naming(client.pk)) > 12
    with house.scope.entered():
        assert erase(house.practice.pk, client.pk) > 15
    assert naming(client.pk) == {"AuditLine", "Tombstone"}
    assert naming(house.clients[1].pk) > {"Client", "Sheet", "WrappedKey"}


def test_an_erasure_is_a_tombstone_and_a_line(house: House) -> None:
    client = house.clients[0]
    with house.scope.entered():
        erase(house.practice.pk, client.pk)
    assert Tombstone.objects.get().subject == client.pk
    line = AuditLine.objects.latest("seq")
    assert (line.action, line.subject, line.actor) == ("client.erase", client.pk, str(house.scope.person))


def test_half_an_erasure_is_none(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise KeyError

    client = house.clients[0]
    before = naming(client.pk)
    monkeypatch.setattr("samenhang.vault.audit.wrote", fails)
    with house.scope.entered():
        with pytest.raises(KeyError):
            erase(house.practice.pk, client.pk)
        assert naming(client.pk) == before
        assert client.unseal()["first_name"] == "kanarie"


def test_the_key_itself_is_gone_from_the_file(house: House) -> None:
    """With the journal cut: not a byte of the wrapped keys is left in any file of the database."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA secure_delete=FAST")
    with house.scope.entered():
        many = [full.services.take_on(house.scope, full.ClientCard(f"naam {n}")) for n in range(300)]
        wiped = {c.pk: bytes(WrappedKey.objects.get(subject=c.pk).wrapped) for c in many[::15]}
        for client in wiped:
            erase(house.practice.pk, client)
    assert len(wiped) == WIPED
    files = list(house.data.glob("samenhang.sqlite3*"))
    found = [key for key in wiped.values() for path in files if key[13:45] in path.read_bytes()]
    assert found == []
    assert house.data.joinpath("samenhang.sqlite3-wal").stat().st_size == 0


def test_twenty_of_twenty_are_gone_from_every_back_up(house: House) -> None:
    """Old data with the newest keys: their rows do not come back, and their notes do not open."""
    with house.scope.entered():
        clients = [full.add_client(house.scope, lambda: "geheim") for _ in range(WIPED)]
        notes = {c.pk: rows(Sheet, house.practice.pk).filter(client=c, tool="canvas").get() for c in clients}
        assert all(sheet.unseal_private()["notes"] == "geheim" for sheet in notes.values())
    old = [back_up(house.back_ups)]
    with house.scope.entered():
        for client in clients:
            erase(house.practice.pk, client.pk)
    newest = back_up(house.back_ups)
    for kept in (*old, newest):
        back = restore(kept.data, newest.keys, force=True)
        assert back.clients == 2
        assert all(naming(client.pk) == {"AuditLine", "Tombstone"} for client in clients)
    with house.scope.entered():
        for sheet in notes.values():
            for opening in (sheet.unseal, sheet.unseal_private):
                with pytest.raises(NoKey):
                    opening()


def test_a_private_note_needs_the_clients_key_also_with_the_persons(house: House) -> None:
    """Whoever still holds the person's key, and the blob from an old back-up, has noise."""
    client = house.clients[0]
    with house.scope.entered():
        sheet = rows(Sheet, house.practice.pk).filter(client=client, tool="canvas").get()
        erase(house.practice.pk, client.pk)
        assert WrappedKey.objects.filter(subject=house.scope.person, kind="person").exists()
        with pytest.raises(NoKey, match="client"):
            sheet.unseal_private()


def test_a_busy_journal_is_said(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    connection.cursor().execute("PRAGMA journal_mode=WAL")
    monkeypatch.setattr(erasing, "_PATIENCE", 0.1)
    connection.cursor().execute("PRAGMA busy_timeout=10")
    reader = sqlite3.connect(house.database, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM samenhang_client").fetchone()
    with house.scope.entered():
        erase(house.practice.pk, house.clients[0].pk)
    assert not checkpoint()
    reader.execute("COMMIT")
    reader.close()
    assert checkpoint()


def test_erasing_who_is_not_there_is_refused(house: House) -> None:
    with house.scope.entered(), pytest.raises(Client.DoesNotExist):
        erase(house.practice.pk, uuid4())
