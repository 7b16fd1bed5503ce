"""A back-up is proved when it is made, comes back whole, and is refused whole when anything is wrong."""

import os
import sqlite3
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from pytest_django.fixtures import Settings

from samenhang import migrations
from samenhang.dossier.models import Sheet
from samenhang.practice.models import Account, Client
from samenhang.vault import audit, backup, keys, stream
from samenhang.vault import rebuild as rebuilding
from samenhang.vault.backup import Kept, back_up, made_at
from samenhang.vault.dump import data_tables, dumped
from samenhang.vault.erase import erase
from samenhang.vault.keys import NoKey
from samenhang.vault.models import AuditLine, WrappedKey
from samenhang.vault.restore import _hold_still, restore
from samenhang.vault.scope import rows
from samenhang.vault.stream import BrokenBackup, read_lines, write_lines
from tests.vault import full
from tests.vault.conftest import House

LAST_STEP = max(path.stem for path in Path(migrations.__file__).parent.glob("0*.py")).encode()


def contents() -> list[bytes]:
    """Everything there is, but the audit, which a restore goes on with."""
    return list(dumped([m for m in rebuilding.tables() if m is not AuditLine]))


def empty(house: House) -> None:
    connection.close()
    for path in house.data.iterdir():
        path.unlink()


def test_what_comes_back_is_what_was_there(house: House) -> None:
    before, kept = contents(), back_up(house.back_ups)
    assert kept.rebuilt.clients == 2
    assert kept.rebuilt.rows > 60
    assert kept.rebuilt.opened > 40
    empty(house)
    back = restore(kept.data, kept.keys)
    assert contents() == before
    assert (back.rows, back.erased) == (kept.rebuilt.rows, 0)
    assert audit.verify(house.practice.pk) == []
    with house.scope.entered():
        sheet = rows(Sheet, house.practice.pk).filter(client=house.clients[0]).first()
        assert sheet
        assert "kanarie" in str(sheet.unseal())


def test_a_back_up_leaves_two_closed_files_and_a_note(house: House) -> None:
    kept = back_up(house.back_ups)
    assert {p.name for p in house.back_ups.iterdir()} == {kept.data.name, kept.keys.name}
    assert kept.data.stem == kept.keys.stem
    assert {p.stat().st_mode & 0o777 for p in house.back_ups.iterdir()} == {0o600}
    assert {p.name for p in house.data.iterdir()} == {"samenhang.sqlite3", "last-backup.json"}
    again = back_up(house.back_ups)
    assert again.data != kept.data


def test_no_table_of_ours_is_forgotten() -> None:
    from django.apps import apps

    of_the_frame = {"sessions.Session", "contenttypes.ContentType", "auth.Permission", "auth.Group"}
    of_the_frame |= {"auth.Group_permissions"}
    every = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    assert every - of_the_frame == {model._meta.label for model in rebuilding.tables()}


def test_the_data_file_holds_no_key(house: House) -> None:
    kept = back_up(house.back_ups)
    in_data = b"".join(read_lines(kept.data, rebuilding.DATA))
    assert b"WrappedKey" not in in_data
    assert b"WrappedKey" in b"".join(read_lines(kept.keys, rebuilding.KEY_FILE))


def test_keys_of_a_week_ago_are_removed_and_data_stays(house: House) -> None:
    now = datetime.now(UTC)
    made = [back_up(house.back_ups, now=now - timedelta(days=days)) for days in (8, 7, 6, 1)]
    (house.back_ups / "samenhang-iets-anders.keys").write_text("van iemand")
    kept = back_up(house.back_ups, now=now)
    assert {path.name for path in house.back_ups.glob("*.keys")} == {
        made[2].keys.name,
        made[3].keys.name,
        kept.keys.name,
        "samenhang-iets-anders.keys",
    }
    assert len(list(house.back_ups.glob("*.data"))) == 5
    assert made_at(kept.keys) == now.replace(microsecond=0)


def test_a_place_that_is_not_empty_is_not_overwritten_unasked(house: House) -> None:
    kept = back_up(house.back_ups)
    with house.scope.entered():
        full.add_client(house.scope, lambda: "nieuw")
    before = contents()
    with pytest.raises(BrokenBackup, match="--force"):
        restore(kept.data, kept.keys)
    assert contents() == before
    assert restore(kept.data, kept.keys, force=True).clients == 2
    assert contents() != before


def test_something_unreadable_is_not_overwritten_unasked(house: House) -> None:
    kept = back_up(house.back_ups)
    connection.close()
    house.database.write_bytes(b"geen database, maar wel van iemand" * 200)
    with pytest.raises(BrokenBackup, match="--force"):
        restore(kept.data, kept.keys)
    connection.close()
    assert restore(kept.data, kept.keys, force=True).clients == 2


def test_a_file_that_someone_has_open_is_not_replaced(tmp_path: Path) -> None:
    place = tmp_path / "samenhang.sqlite3"
    _hold_still(place)
    server = sqlite3.connect(place)
    server.execute("PRAGMA journal_mode=WAL")
    server.execute("CREATE TABLE iets (nummer)")
    with pytest.raises(BrokenBackup, match="draait nog"):
        _hold_still(place)
    server.close()
    _hold_still(place)
    place.write_bytes(b"geen database" * 500)
    _hold_still(place)


@pytest.mark.parametrize("which", ["data", "keys"])
def test_a_file_that_was_touched_is_refused_and_nothing_changes(house: House, which: str) -> None:
    """Every byte of the head, and bytes, cuts and additions all through the rest."""
    kept = back_up(house.back_ups)
    path: Path = getattr(kept, which)
    whole, before = path.read_bytes(), contents()
    step = max(1, len(whole) // 40)
    places = [*range(45), *range(45, len(whole), step), len(whole) - 1]
    touched: list[bytes] = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in places]
    touched += [whole[:at] for at in range(0, len(whole), step)]
    touched += [whole + b"\0", whole + whole[45:], b"", whole[: len(whole) - 1]]
    for content in touched:
        path.write_bytes(content)
        with pytest.raises(BrokenBackup) as refused:
            restore(kept.data, kept.keys, force=True)
        assert str(refused.value).count(".") == 1 or ".keys" in str(refused.value)
    path.write_bytes(whole)
    assert contents() == before


def test_chunks_cannot_change_places_or_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "groot"
    lines = [os.urandom(3000).hex().encode() for _ in range(300)]
    write_lines(path, b"d", lines)
    assert list(read_lines(path, b"d")) == lines
    whole = path.read_bytes()
    head, chunks, at = whole[:42], [], 42
    while at < len(whole):
        size = 4 + int.from_bytes(whole[at : at + 4])
        chunks.append(whole[at : at + size])
        at += size
    assert len(chunks) > 3
    swapped = [chunks[1], chunks[0], *chunks[2:]]
    for wrong in (swapped, chunks[1:], chunks[:-1], [*chunks, chunks[-1]], chunks[:1] + chunks[2:], []):
        path.write_bytes(head + b"".join(wrong))
        with pytest.raises(BrokenBackup):
            list(read_lines(path, b"d"))


def test_what_is_cut_before_it_is_sealed_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The chunks are whole, but what is in them is not."""
    path = tmp_path / "half"
    with monkeypatch.context() as cut:
        cut.setattr(stream, "_compressed", lambda lines: [zlib.compress(b"een regel\nen een half")[:-6]])
        write_lines(path, b"d", [])
    with pytest.raises(BrokenBackup, match="onvolledig"):
        list(read_lines(path, b"d"))


def test_a_line_without_end_is_no_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lang"
    write_lines(path, b"d", [os.urandom(400_000).hex().encode()])
    monkeypatch.setattr(stream, "_LONGEST_LINE", 1000)
    with pytest.raises(BrokenBackup, match="onvolledig"):
        list(read_lines(path, b"d"))


def test_two_back_ups_of_one_second_have_two_names(house: House) -> None:
    now = datetime.now(UTC)
    one, other = back_up(house.back_ups, now=now), back_up(house.back_ups, now=now)
    assert made_at(other.data) == now.replace(microsecond=0) + timedelta(seconds=1)
    assert len({one.data, one.keys, other.data, other.keys}) == len(list(house.back_ups.iterdir())) == 4


def test_keys_of_an_older_version_than_the_data_are_refused(house: House) -> None:
    kept = back_up(house.back_ups)
    counted_wrong(kept.keys, rebuilding.KEY_FILE, lambda line: line.replace(LAST_STEP, b"0001_start"))
    with pytest.raises(BrokenBackup, match="ouder dan het bestand"):
        restore(kept.data, kept.keys, force=True)


def test_the_key_of_another_house_is_one_sentence(house: House, settings: Settings, tmp_path: Path) -> None:
    kept = back_up(house.back_ups)
    before = contents()
    settings.ROOT_KEY_FILE = tmp_path / "other" / "root.key"
    keys.forget()
    with pytest.raises(NoKey, match="is er niet"):
        restore(kept.data, kept.keys, force=True)
    keys.make_root_key(settings.ROOT_KEY_FILE)
    with pytest.raises(BrokenBackup, match="andere sleutel"):
        restore(kept.data, kept.keys, force=True)
    assert contents() == before


@pytest.mark.parametrize(
    ("pick", "sentence"),
    [
        (lambda kept: (kept.keys, kept.data), "Geef eerst het bestand .data"),
        (lambda kept: (kept.data, kept.data), "Geef eerst het bestand .data"),
        (lambda kept: (kept.data, Path("/nergens/x.keys")), "kan niet gelezen worden"),
        (lambda kept: (Path(__file__), kept.keys), "geen back-up van Samenhang"),
    ],
)
def test_the_wrong_files_are_one_sentence(house: House, pick: Callable[[Kept], Any], sentence: str) -> None:
    with pytest.raises(BrokenBackup, match=sentence):
        restore(*pick(back_up(house.back_ups)), force=True)


def test_keys_older_than_the_data_are_not_taken_for_an_erasure(house: House) -> None:
    old = back_up(house.back_ups)
    with house.scope.entered():
        full.add_client(house.scope, lambda: "nieuw")
    new = back_up(house.back_ups)
    with pytest.raises(BrokenBackup, match="van 1 cliënten ontbreekt de sleutel"):
        restore(new.data, old.keys, force=True)


def test_old_data_and_new_keys_are_what_may_still_be_read(house: House) -> None:
    old = back_up(house.back_ups)
    gone, stays = house.clients
    with house.scope.entered():
        erase(house.practice.pk, gone.pk)
    new = back_up(house.back_ups)
    back = restore(old.data, new.keys, force=True)
    assert (back.clients, back.erased) == (1, 1)
    assert [row.pk for row in rows(Client, house.practice.pk)] == [stays.pk]
    assert audit.verify(house.practice.pk) == []


def test_what_is_here_knows_who_was_erased(house: House) -> None:
    """Also with the keys of before the erasure: the present tombstones are replayed."""
    old = back_up(house.back_ups)
    with house.scope.entered():
        erase(house.practice.pk, house.clients[0].pk)
    assert restore(old.data, old.keys, force=True).erased == 1


def test_a_restore_is_a_line_in_the_audit(house: House) -> None:
    kept = back_up(house.back_ups)
    restore(kept.data, kept.keys, force=True)
    assert AuditLine.objects.latest("seq").action == "backup.restore"


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (lambda h: AuditLine.objects.filter(seq=5).delete(), "regel 6 van het logboek een regel ontbreekt"),
        (lambda h: rows(Client, h.practice.pk).update(sealed=b"\x01" * 40), "niet alles gaat open"),
        (lambda h: WrappedKey.objects.filter(kind="person").update(wrapped=b"\x01" * 60), "niet alles"),
        (lambda h: WrappedKey.objects.filter(kind="person").delete(), "geen sleutel meer voor person"),
    ],
)
def test_a_back_up_of_what_is_broken_is_not_called_good(
    house: House, harm: Callable[[House], object], sentence: str
) -> None:
    old = back_up(house.back_ups, now=datetime.now(UTC) - timedelta(days=9))
    harm(house)
    with pytest.raises(BrokenBackup, match=sentence):
        back_up(house.back_ups)
    assert set(house.back_ups.iterdir()) == {old.data, old.keys}


def test_rows_that_point_at_nothing_are_refused(house: House) -> None:
    connection.cursor().execute("PRAGMA foreign_keys=OFF")
    Account.objects.all()._raw_delete("default")
    with pytest.raises(BrokenBackup, match="passen niet"):
        back_up(house.back_ups)


def test_a_back_up_is_one_moment_while_others_write(house: House) -> None:
    """The snapshot keeps nobody from writing and does not see what they write."""
    connection.cursor().execute("PRAGMA journal_mode=WAL")
    with backup._snapshot():
        before = list(dumped(data_tables()))
        other = sqlite3.connect(house.database, timeout=1)
        other.execute("DELETE FROM samenhang_checkin")
        other.commit()
        other.close()
        assert list(dumped(data_tables())) == before
    assert list(dumped(data_tables())) != before
    with transaction.atomic():
        assert Account.objects.count() == 2


def counted_wrong(path: Path, kind: bytes, change: Callable[[bytes], bytes]) -> None:
    lines = [change(line) for line in read_lines(path, kind)]
    path.unlink()
    write_lines(path, kind, [line for line in lines if line])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda line: b"" if line.startswith(b'{"counts') else line, "telt andere rijen"),
        (lambda line: line.replace(b'{"counts":{', b'{"counts":{"x":1,'), "telt andere rijen"),
        (lambda line: line.replace(b'"samenhang", "0', b'"samenhang", "9'), "nieuwere versie"),
        (lambda line: line.replace(b'"columns":["sealed",', b'"columns":["gezegeld",'), "passen niet"),
        (lambda line: b"", "is leeg"),
        (lambda line: b"geen json", "passen niet"),
    ],
)
def test_a_well_sealed_file_that_makes_no_sense_is_refused(
    house: House, change: Callable[[bytes], bytes], sentence: str
) -> None:
    kept = back_up(house.back_ups)
    counted_wrong(kept.data, rebuilding.DATA, change)
    with pytest.raises(BrokenBackup, match=sentence):
        restore(kept.data, kept.keys, force=True)
