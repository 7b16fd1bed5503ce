"""The commands that keep what is there, as a person runs them."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from samenhang.cli.main import main
from tests.cli.conftest import Site

Inside = Callable[[Site], AbstractContextManager[None]]


def test_backup_restore_and_audit_in_one_life(site: Site) -> None:
    made = site.run("backup", str(site.back_ups), "--json")
    assert (made.code, made.err) == (0, "")
    assert made.json | {"seconds": 0} == {
        "ok": True,
        "data": made.json["data"],
        "keys": made.json["keys"],
        "clients": 2,
        "rows": made.json["rows"],
        "opened": made.json["opened"],
        "audit_lines": made.json["audit_lines"],
        "removed": [],
        "seconds": 0,
    }
    files = [made.json["data"], made.json["keys"]]
    refused = site.run("restore", *files)
    assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)
    back = site.run("restore", *files, "--force", "--json")
    assert (back.code, back.json["clients"], back.json["erased"]) == (0, 2, 0)
    checked = site.run("audit", "verify", "--json")
    assert checked.json == {"ok": True, "practices": 1, "compared_with": files[1], "broken": []}


def test_the_same_in_words(site: Site) -> None:
    made = site.run("backup", str(site.back_ups))
    assert (made.code, made.out.startswith("OK: samenhang-"), "nagekeken" in made.out) == (0, True, True)
    data, keys = (next(site.back_ups.glob(kind)) for kind in ("*.data", "*.keys"))
    assert "2 cliënten" in site.run("restore", str(data), str(keys), "--force").out
    assert site.run("audit", "verify").out.startswith("OK: elke regel")


def test_erasing_asks_to_type_the_name(site: Site) -> None:
    client = site.known["clients"][0]
    refused = site.run("erase", client, said="Iemand anders\n")
    assert (refused.code, "niets gewist" in refused.err) == (2, True)
    done = site.run("erase", client, "--json", said="kanarie KANARIE\n")
    assert (done.code, done.json["ok"], done.json["client"]) == (0, True, client)
    assert done.json["journal_cut"] is True
    again = site.run("erase", client, "--yes")
    assert (again.code, again.err) == (2, "Er is geen cliënt met dit nummer.\n")
    other = site.run("erase", site.known["clients"][1], "--yes")
    assert (other.code, other.out.startswith("Gewist:")) == (0, True)
    assert site.run("audit", "verify", "--json").json["ok"] is True


def test_the_key_file_comes_back_from_the_words(site: Site) -> None:
    key = site.key.read_text()
    refused = site.run("restore", "--words", said=site.known["words"])
    assert (refused.code, "staat al een sleutelbestand" in refused.err) == (2, True)
    site.key.unlink()
    missing = site.run("backup", str(site.back_ups))
    assert (missing.code, missing.err.count("\n"), "sleutelbestand" in missing.err) == (2, 1, True)
    wrong = site.run("restore", "--words", said=site.known["words"].replace(" ", " fietsbel ", 1))
    assert (wrong.code, "‘fietsbel’" in wrong.err, site.key.exists()) == (2, True, False)
    back = site.run("restore", "--words", "--json", said=site.known["words"] + "\n\nen nog iets")
    assert (back.code, set(back.json), site.key.read_text()) == (0, {"ok", "fingerprint"}, key)
    assert site.run("audit", "verify").code == 0


def test_words_and_files_at_once_on_a_new_machine(site: Site, tmp_path: Path) -> None:
    made = site.run("backup", str(site.back_ups), "--json").json
    new = Site(tmp_path / "nieuw", site.known)
    back = new.run("restore", made["data"], made["keys"], "--words", said=site.known["words"].upper())
    assert (back.code, back.err) == (0, "")
    assert "2 cliënten" in back.out
    assert new.run("audit", "verify").code == 0


def test_a_touched_audit_is_said(site: Site) -> None:
    site.run("backup", str(site.back_ups))
    with sqlite3.connect(site.data / "samenhang.sqlite3") as database:
        last = database.execute("SELECT max(seq) FROM samenhang_auditline").fetchone()[0]
        database.execute("DELETE FROM samenhang_auditline WHERE seq = ?", [last])
    broken = site.run("audit", "verify", "--json")
    why = {"practice": site.known["practice"], "seq": last, "why": "het einde is afgesneden"}
    assert (broken.code, broken.json["broken"]) == (2, [why])
    assert "het einde is afgesneden" in site.run("audit", "verify").out


@pytest.mark.parametrize(
    "words",
    [
        ("backup",),
        ("restore", "één.data"),
        ("restore",),
        ("erase", "geen-nummer"),
        ("audit",),
        ("audit", "anders"),
        ("backup", "x", "--onbekend"),
        ("restore", "/nergens/a.data", "/nergens/a.keys", "--force"),
        ("backup", "/proc/nergens"),
        ("audit", "verify", "--keys", "/nergens/a.keys"),
    ],
)
def test_bad_input_is_one_sentence(
    site: Site, inside: Inside, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with inside(site):
        assert said(*words) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1), told.err


def said(*words: str) -> int:
    try:
        return main(words)
    except SystemExit as end:
        return int(str(end.code))


@pytest.mark.parametrize("command", ["backup", "restore", "erase", "audit", "doctor"])
def test_help_is_dutch(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert said(command, "--help") == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Gebruik: samenhang {command}")
    assert not {"usage", "options", "positional", "show"} & set(told.lower().replace(":", " ").split())


def test_data_of_nobody_is_one_sentence(tmp_path: Path) -> None:
    empty = Site(tmp_path, {})
    for words in (("backup", str(tmp_path / "b")), ("audit", "verify")):
        ran = empty.run(*words)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1), ran.err
