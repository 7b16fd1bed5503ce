"""Doctor says what is unsafe, each with its fix, within five seconds."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from samenhang.cli.doctor import doctor_command, findings
from samenhang.cli.doctor_files import is_beside
from tests.cli.conftest import Site

ALWAYS = {"no_https", "no_second_step"}
OF_THIS_MACHINE = {"clock_unsynced", "disk_full"}
Look = Callable[[Site], set[str]]


@pytest.fixture
def look(inside: Callable[[Site], AbstractContextManager[None]]) -> Look:
    """Ask in this process; the quick connection of the suite is no finding."""

    def codes(site: Site) -> set[str]:
        with inside(site):
            found = list(findings())
        assert all(each.text and each.fix for each in found)
        return {each.code for each in found} - OF_THIS_MACHINE - {"sqlite_settings"}

    return codes


@pytest.fixture(scope="module")
def proved(prepared: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    home = tmp_path_factory.mktemp("in-orde") / "huis"
    shutil.copytree(prepared.home, home)
    site = Site(home, prepared.known)
    assert site.run("backup", str(site.back_ups)).code == 0
    return site


@pytest.fixture
def sound(proved: Site, tmp_path: Path) -> Site:
    """A practice as it should be, but for what a test machine cannot have."""
    shutil.copytree(proved.home, tmp_path / "huis")
    site = Site(tmp_path / "huis", proved.known)
    note = site.data / "last-backup.json"
    note.write_text(note.read_text().replace(str(proved.home), str(site.home)))
    return site


def test_a_sound_practice(sound: Site) -> None:
    """As a program, as a person runs it."""
    told = sound.run("doctor", "--json", SAMENHANG_URL="https://praktijk.example").json
    assert all(set(each) == {"code", "level", "text", "fix"} for each in told["findings"])
    assert {each["code"] for each in told["findings"]} - OF_THIS_MACHINE == {"no_second_step"}
    assert told["ok"] is False


def loose_key(site: Site) -> None:
    site.key.chmod(0o644)


def no_key(site: Site) -> None:
    site.key.unlink()


def other_key(site: Site) -> None:
    site.key.write_text("ab" * 32)


def key_beside(site: Site) -> None:
    shutil.copy(site.key, site.data / "root.key")


def loose_data(site: Site) -> None:
    site.data.chmod(0o755)


def loose_key_folder(site: Site) -> None:
    site.key.parent.chmod(0o777)


def no_backup(site: Site) -> None:
    (site.data / "last-backup.json").unlink()


def aged(site: Site, age: timedelta) -> None:
    note = site.data / "last-backup.json"
    said = json.loads(note.read_text()) | {"at": (datetime.now(UTC) - age).isoformat()}
    note.write_text(json.dumps(said))


def old_backup(site: Site) -> None:
    aged(site, timedelta(days=3))


def backup_from_tomorrow(site: Site) -> None:
    aged(site, -timedelta(days=1))


def backup_gone(site: Site) -> None:
    shutil.rmtree(site.back_ups)


def demo(site: Site) -> None:
    (site.data / "demo.mark").touch()


def sheet_unchecked(site: Site) -> None:
    _do(site, "UPDATE samenhang_practice SET recovery_checked_at = NULL")


def behind(site: Site) -> None:
    _do(site, "DELETE FROM django_migrations WHERE app = 'mfa'")


def touched_audit(site: Site) -> None:
    _do(site, "UPDATE samenhang_auditline SET actor = 'bram' WHERE seq = 5")


def cut_audit(site: Site) -> None:
    _do(site, "DELETE FROM samenhang_auditline WHERE seq > 20")


def audit_of_tomorrow(site: Site) -> None:
    _do(site, "UPDATE samenhang_auditline SET at = '2090-01-01 00:00:00' WHERE seq = 30")
    _do(site, "DELETE FROM samenhang_auditline WHERE seq > 30")


def lost_key(site: Site) -> None:
    _do(site, "DELETE FROM samenhang_wrappedkey WHERE kind = 'practice'")


def broken_file(site: Site) -> None:
    (site.data / "samenhang.sqlite3").write_bytes(b"geen databank" * 999)


def _do(site: Site, statement: str) -> None:
    with sqlite3.connect(site.data / "samenhang.sqlite3") as database:
        database.execute(statement)
    database.close()


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        (loose_key, {"key_loose", "key_not_fitting"}),
        (no_key, {"key_absent", "key_not_fitting"}),
        (other_key, {"key_not_fitting"}),
        (loose_data, {"folder_loose", "data_loose"}),
        (loose_key_folder, {"folder_loose"}),
        (no_backup, {"backup_none"}),
        (old_backup, {"backup_old"}),
        (backup_from_tomorrow, {"clock_odd"}),
        (backup_gone, {"backup_gone"}),
        (demo, {"demo_data"}),
        (sheet_unchecked, {"sheet_unchecked"}),
        (touched_audit, {"audit_broken"}),
        (cut_audit, {"audit_broken"}),
        (audit_of_tomorrow, {"audit_broken", "clock_odd"}),
        (lost_key, {"key_lost"}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_each_harm_is_found(sound: Site, look: Look, harm: Callable[[Site], None], found: set[str]) -> None:
    harm(sound)
    assert look(sound) == ALWAYS | found


def test_what_hides_the_inside_is_said_alone(sound: Site, look: Look) -> None:
    behind(sound)
    assert look(sound) == {"no_https", "migrations_behind"}
    broken_file(sound)
    assert look(sound) == {"no_https", "database"}


def test_key_beside_the_data(sound: Site, look: Look) -> None:
    for place, code in ((sound.data, "key_beside_data"), (sound.back_ups, "key_beside_backup")):
        shutil.copy(sound.key, place / "root.key")
        moved = Moved(sound.home, sound.known)
        moved.place = place
        assert look(moved) >= ALWAYS | {code}


class Moved(Site):
    """A site whose key was put in another place."""

    place: Path

    @property
    def key(self) -> Path:
        return self.place / "root.key"


@pytest.mark.parametrize(
    ("key", "data", "beside"),
    [
        ("/a/data/root.key", "/a/data", True),
        ("/a/root.key", "/a/data", True),
        ("/a/key/root.key", "/a/data", False),
        ("/a/data-sleutel/root.key", "/a/data", False),
        ("/etc/samenhang/root.key", "/var/lib/samenhang", False),
    ],
)
def test_when_a_key_is_beside(key: str, data: str, beside: bool) -> None:
    assert is_beside(Path(key), Path(data)) is beside


def test_backups_in_the_data_directory(sound: Site, look: Look) -> None:
    note = sound.data / "last-backup.json"
    shutil.copytree(sound.back_ups, sound.data / "back-ups")
    note.write_text(note.read_text().replace(str(sound.back_ups), str(sound.data / "back-ups")))
    assert look(sound) == ALWAYS | {"backup_beside_data"}


def test_a_slower_engine_than_asked_for(sound: Site, inside: Callable[[Site], Any]) -> None:
    with inside(sound):
        connection.cursor().execute("PRAGMA synchronous=OFF")
        told = {each.code: each.text for each in findings()}
    assert "synchronous=0" in told["sqlite_settings"]


def test_in_words(sound: Site, inside: Callable[[Site], Any], capsys: pytest.CaptureFixture[str]) -> None:
    no_backup(sound)
    with inside(sound):
        assert doctor_command([]) == 0
    assert "GEVAAR: Er is nog geen back-up gemaakt.\n  → Maak er een" in capsys.readouterr().out


def test_within_five_seconds_of_work(sound: Site) -> None:
    """In processor time, start included: a busy test machine is not the doctor's."""
    before = os.times()
    assert sound.run("doctor").code == 0
    after = os.times()
    assert after.children_user + after.children_system - before.children_user - before.children_system < 5


def test_nothing_at_all_is_an_answer_too(tmp_path: Path, look: Look) -> None:
    empty = Site(tmp_path, {})
    empty.data.mkdir()
    assert {"key_absent", "backup_none", "migrations_behind"} <= look(empty)
