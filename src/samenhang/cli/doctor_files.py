"""What `doctor` sees from outside: the key file, the rights, the back-ups, the address, clock and disk."""

import shutil
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection

from samenhang.cli.doctor import DANGER, NOTE, WARNING, Finding
from samenhang.vault.backup import noted
from samenhang.vault.keys import NoRootKey, loose_bits, root_key

BACKUP_EVERY = timedelta(hours=36)
LEAST_FREE = 1 << 30
LEAST_SHARE = 0.05
THIS_PROGRAM = datetime(2026, 1, 1, tzinfo=UTC)


def findings() -> Iterator[Finding]:
    yield from _key()
    yield from _rights()
    yield from _back_up()
    yield from _address()
    yield from _clock()
    yield from _disk()


def _key() -> Iterator[Finding]:
    key: Path = settings.ROOT_KEY_FILE
    if key.exists() and stat.S_IMODE(key.stat().st_mode) & loose_bits(key):
        yield Finding(
            "key_loose",
            DANGER,
            "Anderen op deze machine kunnen het sleutelbestand lezen.",
            f"chmod 600 {key}",
        )
    else:
        try:
            root_key()
        except NoRootKey as trouble:
            fix = "Zet het sleutelbestand terug, of maak het opnieuw met: samenhang restore --words"
            yield Finding("key_absent", DANGER, str(trouble), fix)
    if is_beside(key, settings.DATA):
        yield Finding(
            "key_beside_data",
            DANGER,
            "De sleutel staat bij de gegevens: wie de ene map kopieert, heeft alles.",
            f"Verplaats {key.name} naar een andere map en wijs ernaar met SAMENHANG_ROOT_KEY_FILE.",
        )
    note = noted()
    if note and is_beside(key, note.data.parent):
        fix = "Zet back-ups op een andere plaats dan de sleutel."
        yield Finding("key_beside_backup", DANGER, "De sleutel staat bij de back-ups.", fix)


def is_beside(key: Path, data: Path) -> bool:
    """Whether one directory holds both: the key in the data, or the data under the key's own directory."""
    key, data = key.resolve(), data.resolve()
    return key.is_relative_to(data) or data.is_relative_to(key.parent)


def _rights() -> Iterator[Finding]:
    database = Path(connection.settings_dict["NAME"]) if connection.vendor == "sqlite" else settings.DATA
    around = {settings.DATA, database.parent, settings.ROOT_KEY_FILE.parent}
    for folder in sorted(path for path in around if path.exists()):
        mode = stat.S_IMODE(folder.stat().st_mode)
        open_to_all = 0o077 if folder == settings.DATA else 0o022
        if mode & open_to_all and not mode & stat.S_ISVTX:
            text = f"De map {folder} staat open voor anderen op deze machine."
            yield Finding("folder_loose", WARNING, text, f"chmod 700 {folder}")
    for path in (settings.DATA / "session.key", database):
        if path.is_file() and stat.S_IMODE(path.stat().st_mode) & 0o077 and not _closed(path.parent):
            text = f"Anderen kunnen {path.name} lezen."
            yield Finding("data_loose", WARNING, text, f"chmod 600 {path}")


def _closed(folder: Path) -> bool:
    """A file in a directory that only its owner enters is out of reach, whatever its own rights."""
    return not stat.S_IMODE(folder.stat().st_mode) & 0o077


def _back_up() -> Iterator[Finding]:
    note = noted()
    if note is None:
        fix = "Maak er een, elke nacht, op een andere schijf: samenhang backup MAP"
        yield Finding("backup_none", DANGER, "Er is nog geen back-up gemaakt.", fix)
        return
    age = datetime.now(UTC) - note.at
    if age > BACKUP_EVERY:
        text = f"De laatste geslaagde back-up is van {note.at:%d-%m-%Y}, {age.days} dagen geleden."
        fix = f"Maak er een, en kijk waarom het ’s nachts niet lukt: samenhang backup {note.data.parent}"
        yield Finding("backup_old", DANGER if age > timedelta(days=7) else WARNING, text, fix)
    if not (note.data.exists() and note.keys.exists()):
        text = f"De laatste back-up staat niet meer in {note.data.parent}."
        yield Finding("backup_gone", WARNING, text, "Sluit die schijf aan of maak een nieuwe back-up.")
    elif note.data.is_relative_to(settings.DATA):
        text = "De back-ups staan in dezelfde map als de gegevens."
        yield Finding("backup_beside_data", WARNING, text, "Kies een map op een andere schijf.")


def _address() -> Iterator[Finding]:
    if not settings.SECURE:
        yield Finding(
            "no_https",
            WARNING,
            f"Het adres {settings.SITE_URL} is zonder https: alleen op deze machine te gebruiken.",
            "Zet er een proxy met https voor en geef dat adres in SAMENHANG_URL.",
        )


def _clock() -> Iterator[Finding]:
    now = datetime.now(UTC)
    note = noted()
    fix = "Laat de machine haar tijd ophalen: timedatectl set-ntp true"
    if now < THIS_PROGRAM or (note and note.at > now + timedelta(minutes=5)):
        text = f"De klok staat op {now:%d-%m-%Y %H:%M} UTC, en dat kan niet."
        yield Finding("clock_odd", DANGER, text, fix)
    synchronised = Path("/run/systemd/timesync")
    if synchronised.exists() and not (synchronised / "synchronized").exists():
        yield Finding("clock_unsynced", NOTE, "De klok wordt niet gelijkgezet.", fix)


def _disk() -> Iterator[Finding]:
    if not settings.DATA.exists():
        return
    disk = shutil.disk_usage(settings.DATA)
    if disk.free < LEAST_FREE or disk.free < LEAST_SHARE * disk.total:
        text = f"De schijf is bijna vol: nog {disk.free / 1e9:.1f} GB vrij."
        fix = "Maak plaats. Is ze vol, dan blijft lezen gaan, maar bewaren niet."
        yield Finding("disk_full", DANGER if disk.free < LEAST_FREE // 4 else WARNING, text, fix)
