"""A stolen copy shows nothing: not the database, its journal, the back-ups, the logs or temporary files."""

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest

CANARY = "Kanarievogel"


def disguises(word: str) -> dict[str, bytes]:
    """Every way in which a text stands readable in a file; base64 at each of its three offsets."""
    plain = word.encode()
    found = {
        "utf-8": plain,
        "utf-16-le": word.encode("utf-16-le"),
        "utf-16-be": word.encode("utf-16-be"),
        "hex": plain.hex().encode(),
        "HEX": plain.hex().upper().encode(),
        "reversed": plain[::-1],
    }
    for offset in range(3):
        whole = base64.b64encode(b"\0" * offset + plain)
        found[f"base64+{offset}"] = whole[4 if offset else 0 : len(whole) - 4]
    return found


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("gestolen")
    for name in ("temp", "copy"):
        (home / name).mkdir()
    environment = {
        **os.environ,
        "SAMENHANG_DATA": str(home / "data"),
        "SAMENHANG_ROOT_KEY_FILE": str(home / "key" / "root.key"),
        "DJANGO_SETTINGS_MODULE": "samenhang.settings",
        "TMPDIR": str(home / "temp"),
    }
    environment.pop("DATABASE_URL", None)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.vault.live", str(home / "copy"), CANARY],
        capture_output=True,
        env=environment,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert b"500" in ran.stderr
    (home / "copy" / "log").write_bytes(ran.stderr)
    (home / "copy" / "said").write_bytes(ran.stdout)
    return home / "copy"


def test_every_table_was_filled(copy: Path) -> None:
    lines, same, empty = (copy / "said").read_text().strip("\n").split(" ")
    assert (int(lines) > 50, same, empty) == (True, "True", "")


def test_the_copy_is_whole(copy: Path) -> None:
    names = {path.name for path in copy.rglob("*") if path.is_file()}
    assert {"samenhang.sqlite3", "samenhang.sqlite3-wal", "samenhang.sqlite3-shm", "session.key"} <= names
    assert {path.suffix for path in (copy / "data" / "back-ups").iterdir()} == {".data", ".keys"}


@pytest.mark.parametrize("disguise", disguises(CANARY))
def test_no_canary_is_found(copy: Path, disguise: str) -> None:
    needle = disguises(CANARY)[disguise]
    files = [path for path in copy.rglob("*") if path.is_file()]
    assert [str(path) for path in files if needle in path.read_bytes()] == []


def test_the_search_itself_finds_what_is_there() -> None:
    """A canary that sings: each disguise is found in a file that holds it."""
    word = f"x{CANARY}00001"
    held = {
        "utf-8": word.encode(),
        "utf-16-le": word.encode("utf-16-le"),
        "utf-16-be": word.encode("utf-16-be"),
        "hex": word.encode().hex().encode(),
        "HEX": word.encode().hex().upper().encode(),
        "reversed": word.encode()[::-1],
    }
    for offset in range(3):
        held[f"base64+{offset}"] = base64.b64encode(b"\0" * offset + word[1:].encode())
    assert {name for name, needle in disguises(CANARY).items() if needle in held[name]} == set(held)
