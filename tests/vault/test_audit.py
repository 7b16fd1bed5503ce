"""The chain: what was changed, removed, moved or cut shows; reading goes on when it cannot be kept."""

import sqlite3
import threading
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.db import OperationalError, connection, connections, transaction

from samenhang.practice.models import Client, Practice
from samenhang.vault import audit
from samenhang.vault.audit import Actor, Broken
from samenhang.vault.models import AuditLine
from samenhang.vault.scope import within
from tests.conftest import Person, opened, person


@pytest.fixture(autouse=True)
def nothing_waits() -> Iterator[None]:
    audit.waiting.clear()
    audit._again_at[0] = 0.0
    yield
    audit.waiting.clear()
    audit._again_at[0] = 0.0


@pytest.fixture
def chain(practice: Practice) -> UUID:
    """The line of opening the practice, and nine reads."""
    with audit.acting(Actor(practice.pk, "noor", "coach")):
        for number in range(9):
            audit.read("client.page", number)
    return practice.pk


def change(practice: UUID, line: int, /, **values: object) -> None:
    with within(practice):
        AuditLine.objects.filter(practice=practice, seq=line).update(**values)


def test_a_whole_chain_holds(chain: UUID) -> None:
    with within(chain):
        assert AuditLine.objects.filter(practice=chain).count() == 10
        head = audit.head(chain)
    assert audit.verify(chain) == audit.verify(chain, expected=head) == []
    assert audit.verify(chain, expected=(0, audit.START)) == []


@pytest.mark.parametrize(
    "values",
    [
        {"actor": "bram"},
        {"on_behalf_of": "bram"},
        {"role": "owner"},
        {"action": "client.list"},
        {"object_id": "7"},
        {"subject": UUID(int=7)},
        {"digest": b"\x01" * 32},
        {"mac": b"\x01" * 32},
        {"at": "2020-01-01T00:00:00Z"},
        {"actor": "noo", "on_behalf_of": "r"},
        {"action": "client.pag", "object_id": "e4"},
    ],
    ids=str,
)
def test_a_changed_line_shows(chain: UUID, values: dict[str, object]) -> None:
    change(chain, 5, **values)
    assert audit.verify(chain)[0] == Broken(chain, 5, "is gewijzigd")


def test_the_last_lines_can_be_walked_alone(chain: UUID) -> None:
    change(chain, 3, actor="bram")
    assert audit.verify(chain, last=5) == []
    assert audit.verify(chain, last=99) == [Broken(chain, 3, "is gewijzigd")]
    change(chain, 8, actor="bram")
    assert audit.verify(chain, last=5) == [Broken(chain, 8, "is gewijzigd")]


def test_nothing_can_be_moved_from_one_part_to_the_next(practice: Practice) -> None:
    with audit.acting(Actor(practice.pk, "noor|x", "coach")):
        audit.read("a|b", "c")
    change(practice.pk, 2, actor="noor", on_behalf_of="x|")
    assert Broken(practice.pk, 2, "is gewijzigd") in audit.verify(practice.pk)
    change(practice.pk, 2, actor="noor|x", on_behalf_of="", action="a", object_id="b|c")
    assert Broken(practice.pk, 2, "is gewijzigd") in audit.verify(practice.pk)


def test_a_removed_line_shows(chain: UUID) -> None:
    with within(chain):
        AuditLine.objects.filter(practice=chain, seq=5).delete()
    assert audit.verify(chain) == [Broken(chain, 6, "een regel ontbreekt")]


def test_a_removed_line_shows_also_when_the_rest_closes_up(chain: UUID) -> None:
    with within(chain):
        AuditLine.objects.filter(practice=chain, seq=5).delete()
        for seq in range(6, 11):
            AuditLine.objects.filter(practice=chain, seq=seq).update(seq=seq - 1)
    assert Broken(chain, 5, "sluit niet aan op de vorige") in audit.verify(chain)


def test_two_lines_that_changed_places_show(chain: UUID) -> None:
    change(chain, 4, seq=99)
    change(chain, 5, seq=4)
    change(chain, 99, seq=5)
    assert {broken.seq for broken in audit.verify(chain)} >= {4, 5}


def test_a_cut_tail_shows_against_a_remembered_head(chain: UUID) -> None:
    with within(chain):
        head = audit.head(chain)
        AuditLine.objects.filter(practice=chain, seq__gt=7).delete()
    assert audit.verify(chain) == []
    assert audit.verify(chain, expected=head) == [Broken(chain, 10, "het einde is afgesneden")]


def test_a_tail_that_grew_again_after_the_cut_shows(chain: UUID) -> None:
    with within(chain):
        head = audit.head(chain)
        AuditLine.objects.filter(practice=chain, seq__gt=7).delete()
    with audit.acting(Actor(chain, "noor", "coach")):
        for number in range(5):
            audit.read("client.page", number)
    assert audit.verify(chain, expected=head) == [Broken(chain, 10, "het einde is afgesneden")]


def test_a_line_needs_someone_who_acts() -> None:
    with pytest.raises(LookupError, match="zonder handelende persoon"):
        audit.read("client.page", 1)


def test_a_write_that_is_undone_leaves_no_line(noor: Person, emma: Client) -> None:
    with noor.scope.entered():
        before = audit.head(emma.practice_id)
        with pytest.raises(KeyError), transaction.atomic():
            audit.wrote("client.rewrite", emma.pk, subject=emma.pk, blob=b"x")
            raise KeyError
        assert audit.head(emma.practice_id) == before


def test_what_is_too_long_is_cut_and_never_fails(practice: Practice) -> None:
    with audit.acting(Actor(practice.pk, "noor", "coach")):
        audit.read("a" * 90, "b" * 90)
    assert audit.verify(practice.pk) == []


def test_reads_of_one_request_are_kept_at_its_end(noor: Person, bram: Person) -> None:
    """Also of two practices, and after the scope was left."""
    with audit.gathering():
        for who in (noor, bram, noor):
            with who.scope.entered():
                audit.read("client.page", 1)
        with within(noor.scope.practice):
            before = audit.head(noor.scope.practice)[0]
    with within(noor.scope.practice):
        assert audit.head(noor.scope.practice)[0] == before + 2
    assert audit.verify(noor.scope.practice) == audit.verify(bram.scope.practice) == []


def test_a_request_that_read_nothing_keeps_nothing(practice: Practice) -> None:
    with within(practice.pk):
        before = audit.head(practice.pk)
        with audit.gathering():
            pass
        assert audit.head(practice.pk) == before


sqlite_only = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="gaat over SQLite")


def one_read(practice: UUID, number: int) -> None:
    with audit.gathering(), audit.acting(Actor(practice, "noor", "coach")):
        audit.read("client.page", number)


def ids(practice: UUID) -> list[str]:
    with within(practice):
        lines = AuditLine.objects.filter(practice=practice, action="client.page").order_by("seq")
        return [line.object_id for line in lines]


@sqlite_only
@pytest.mark.django_db(transaction=True)
def test_a_locked_database_keeps_nobody_from_reading(tmp_path: object) -> None:
    practice = opened("De Linde").pk
    connection.cursor().execute("PRAGMA busy_timeout=50")
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None, uri=True)
    other.execute("BEGIN IMMEDIATE")
    for number in range(5):
        one_read(practice, number)
    assert len(audit.waiting) == 5
    other.execute("ROLLBACK")
    other.close()
    audit._again_at[0] = 0.0
    one_read(practice, 5)
    assert (ids(practice), len(audit.waiting)) == (["0", "1", "2", "3", "4", "5"], 0)
    assert audit.verify(practice) == []


@sqlite_only
@pytest.mark.django_db(transaction=True)
def test_a_full_disk_keeps_nobody_from_reading() -> None:
    practice = opened("De Linde").pk
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count={pages}")
    try:
        for number in range(400):
            one_read(practice, number)
        assert audit.waiting
        with audit.acting(Actor(practice, "noor", "coach")), pytest.raises(OperationalError, match="full"):
            for number in range(200):
                audit.wrote("client.rewrite", number)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count=1073741823")
    audit._again_at[0] = 0.0
    one_read(practice, 400)
    assert ids(practice) == [str(number) for number in range(401)]
    assert audit.verify(practice) == []


def test_after_trouble_the_storage_gets_a_rest(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else every reader would wait for the lock, one after the other."""
    tries = []

    def full(lines: object) -> None:
        tries.append(lines)
        raise OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(audit, "keep", full)
        for number in range(20):
            one_read(practice.pk, number)
    assert (len(tries), len(audit.waiting)) == (1, 20)


@pytest.mark.django_db(transaction=True)
def test_many_readers_at_once_lose_and_double_nothing() -> None:
    practice = opened("De Linde").pk
    noor = person(Practice(pk=practice), "Noor")

    def reader(number: int) -> None:
        for turn in range(25):
            one_read(practice, number * 100 + turn)
        connections.close_all()

    threads = [threading.Thread(target=reader, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    audit._again_at[0] = 0.0
    one_read(practice, 999)
    found = ids(practice)
    assert sorted(map(int, found)) == sorted([n * 100 + t for n in range(4) for t in range(25)] + [999])
    for number in range(4):
        mine = [int(each) for each in found if int(each) // 100 == number and each != "999"]
        assert mine == sorted(mine)
    assert audit.verify(practice) == []
    assert noor.scope.practice == practice
