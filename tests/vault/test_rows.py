"""The second wall: on PostgreSQL a forgotten scope reads no rows and writes none."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db import Error, connection, models, transaction
from pytest_django.fixtures import Settings

from samenhang.practice.models import Client, Practice, Practitioner
from samenhang.vault import audit, keys
from samenhang.vault.backup import back_up
from samenhang.vault.elsewhere import elsewhere
from samenhang.vault.erase import erase
from samenhang.vault.models import AuditLine, WrappedKey
from samenhang.vault.rebuild import _migrate
from samenhang.vault.restore import restore
from samenhang.vault.rows import guarded
from samenhang.vault.scope import rows, unscoped, within
from samenhang.vault.stream import BrokenBackup
from tests.conftest import Person
from tests.vault import full

pytestmark = [
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="gaat over PostgreSQL"),
    pytest.mark.postgres,
]


def test_every_table_of_a_practice_is_guarded(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        forced = {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT tablename FROM pg_policies")
        with_policy = {name for (name,) in cursor.fetchall()}
        cursor.execute(
            "SELECT table_name FROM information_schema.columns "
            "WHERE table_schema = 'public' AND column_name IN ('practice', 'practice_id')"
        )
        with_column = {name for (name,) in cursor.fetchall()}
    assert forced == with_policy == {table for table, _ in guarded(apps)}
    assert forced == with_column | {"samenhang_practice"}


def test_the_service_owns_nothing_and_is_nobody_special(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)


def own() -> list[type[models.Model]]:
    tables = {table for table, _ in guarded(apps)}
    return [m for m in apps.get_app_config("samenhang").get_models() if m._meta.db_table in tables]


def test_a_forgotten_scope_reads_no_rows(noor: Person, bram: Person, emma: Client) -> None:
    assert {model.__name__: model._base_manager.count() for model in own()} == {m.__name__: 0 for m in own()}
    assert list(rows(Client, noor.scope.practice)) == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM samenhang_client")
        assert cursor.fetchone() == (0,)


def test_inside_one_practice_the_other_is_not_there(noor: Person, bram: Person, emma: Client) -> None:
    with within(bram.scope.practice):
        assert list(rows(Client, noor.scope.practice)) == []
        assert [p.pk for p in Practitioner._base_manager.all()] == [bram.scope.person]
        assert Client._base_manager.filter(pk=emma.pk).update(closed_at=None) == 0
        assert not WrappedKey.objects.filter(subject=emma.pk).exists()
        assert set(AuditLine.objects.values_list("practice", flat=True)) == {bram.scope.practice}
    with unscoped("een toets over de muur"):
        assert Practice._base_manager.count() == 2


def test_a_row_cannot_be_written_into_another_practice(noor: Person, bram: Person) -> None:
    with within(bram.scope.practice), pytest.raises(Error, match="row-level security"), transaction.atomic():
        Practitioner(practice_id=noor.scope.practice, account=noor.account, sealed=b"x").save()


def test_a_failed_transaction_leaves_the_scope_as_it_was(noor: Person, bram: Person) -> None:
    with within(noor.scope.practice):
        with pytest.raises(Error), transaction.atomic(), within(bram.scope.practice):
            connection.cursor().execute("SELECT 1/0")
        assert [p.pk for p in Practitioner._base_manager.all()] == [noor.scope.person]
    assert Practitioner._base_manager.count() == 0


@pytest.mark.django_db(transaction=True)
def test_an_erasure_here_too_takes_key_and_rows() -> None:
    _, scope, clients = full.fill(lambda: "kanarie")
    with scope.entered():
        assert erase(scope.practice, clients[0].pk) > 15
        assert [c.pk for c in scope.clients()] == [clients[1].pk]
        assert not WrappedKey.objects.filter(subject=clients[0].pk).exists()


@pytest.mark.django_db(transaction=True)
def test_a_back_up_of_sqlite_comes_back_on_postgresql(tmp_path: Path, settings: Settings) -> None:
    settings.DATA, settings.ROOT_KEY_FILE = tmp_path / "data", tmp_path / "key" / "root.key"
    settings.DATA.mkdir()
    keys.make_root_key(settings.ROOT_KEY_FILE)
    with elsewhere(tmp_path / "klein.sqlite3"):
        _migrate()
        practice, scope, clients = full.fill(lambda: "kanarie")
        kept = back_up(tmp_path / "back-ups")
    back = restore(kept.data, kept.keys)
    assert (back.clients, back.rows) == (2, kept.rebuilt.rows)
    with scope.entered():
        assert [c.unseal()["first_name"] for c in scope.clients()] == ["kanarie"] * 2
        full.add_client(scope, lambda: "nieuw")
    assert audit.verify(practice.pk) == []
    again = back_up(tmp_path / "back-ups")
    assert again.rebuilt.clients == 3
    with pytest.raises(BrokenBackup, match="--force"):
        restore(kept.data, kept.keys)
    assert restore(again.data, again.keys, force=True).clients == 3
    assert {c.pk for c in clients} < set(_clients(practice))


def _clients(practice: Practice) -> list[object]:
    with within(practice.pk):
        return list(rows(Client, practice.pk).values_list("pk", flat=True))
