"""`samenhang serve`, as a person runs it."""

import os
import re
import signal
import sqlite3
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from samenhang.environment import DEMO_MARK
from tests.cli.house import a_port, demo_at, fetch, run, running, wait_for

pytestmark = pytest.mark.slow


def children(process: "subprocess.Popen[str]") -> list[int]:
    found = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, text=True, check=False
    )
    return [int(pid) for pid in found.stdout.split()]


@pytest.fixture(scope="module")
def unmarked(home: Path) -> tuple[Path, dict[str, Any]]:
    """A data directory that was a demo and lost its mark: its links must be worth nothing."""
    data = home / "zonder merk"
    told = demo_at(home, data)
    (data / DEMO_MARK).unlink()
    return data, told


def test_it_says_where_it_is_and_stops_when_told(home: Path, large: tuple[Path, Any]) -> None:
    port, data = a_port(), large[0]
    with running(home, "serve", "--port", port, SAMENHANG_DATA=data) as process:
        assert process.stdout
        assert process.stdout.readline() == (
            f"Samenhang is open op http://localhost:8000 (luistert op 127.0.0.1, poort {port}).\n"
        )
        assert wait_for(f"http://localhost:{port}/healthz") == (200, "ok\n")
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0


def test_demo_links_are_worth_nothing_without_the_mark(
    home: Path, unmarked: tuple[Path, dict[str, Any]]
) -> None:
    data, told = unmarked
    port = a_port()
    link = told["people"][0]["sign_in"].replace(told["base_url"], f"http://localhost:{port}")
    more = {"SAMENHANG_DATA": data, "SAMENHANG_ROOT_KEY_FILE": data / "root.key"}
    with running(home, "serve", "--port", port, **more):
        assert wait_for(f"http://localhost:{port}/healthz")[0] == 200
        assert fetch(link)[0] == 404


def test_a_fallen_worker_comes_back(home: Path, large: tuple[Path, Any]) -> None:
    port = a_port()
    with running(home, "serve", "--port", port, SAMENHANG_DATA=large[0]) as process:
        for _ in range(3):
            assert wait_for(f"http://localhost:{port}/healthz")[0] == 200
            (worker,) = children(process)
            os.kill(worker, signal.SIGKILL)
            assert fetch(f"http://localhost:{port}/healthz") == (200, "ok\n")


def test_a_worker_goes_down_with_its_parent(home: Path, large: tuple[Path, Any]) -> None:
    port = a_port()
    for _ in range(2):
        with running(home, "serve", "--port", port, SAMENHANG_DATA=large[0]) as process:
            assert wait_for(f"http://localhost:{port}/healthz")[0] == 200
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            time.sleep(0.3)


@pytest.mark.parametrize(
    ("words", "more", "said"),
    [
        (("--workers", 2), {}, "Op SQLite werkt één werker"),
        (("--workers", 0), {}, "Het aantal werkers is één of meer."),
        ((), {"SAMENHANG_URL": "http://praktijk.example"}, "gebruik https"),
        ((), {"DATABASE_URL": "mysql://ergens"}, "iets anders kent Samenhang niet"),
        (("--deur", 2), {}, "Dit begrijpt Samenhang niet."),
    ],
)
def test_what_is_wrong_stops_it_with_one_sentence(
    home: Path, tmp_path: Path, words: tuple[object, ...], more: dict[str, object], said: str
) -> None:
    done = run(home, "serve", "--port", a_port(), *words, SAMENHANG_DATA=tmp_path / "d", **more)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert said in done.stderr


def test_without_its_key_the_house_stays_shut(home: Path, unmarked: tuple[Path, dict[str, Any]]) -> None:
    more = {"SAMENHANG_DATA": unmarked[0], "SAMENHANG_ROOT_KEY_FILE": home / "weg" / "root.key"}
    done = run(home, "serve", "--port", a_port(), **more)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "Het sleutelbestand is er niet" in done.stderr


def test_a_taken_port_is_said(home: Path, large: tuple[Path, Any]) -> None:
    port = a_port()
    with running(home, "serve", "--port", port, SAMENHANG_DATA=large[0]):
        assert wait_for(f"http://localhost:{port}/healthz")[0] == 200
        done = run(home, "serve", "--port", port, SAMENHANG_DATA=large[0])
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert done.stderr.startswith(f"Poort {port} op 127.0.0.1 gaat niet open")


def test_the_first_start_makes_the_tables_and_says_its_code(home: Path, tmp_path: Path) -> None:
    port = a_port()
    with running(home, "serve", "--port", port, SAMENHANG_DATA=tmp_path) as process:
        assert process.stdout
        said = [process.stdout.readline() for _ in range(3)]
        assert said[1] == "Eerste start: ga naar http://localhost:8000/begin/\n"
        assert re.fullmatch(r"en geef daar deze code: \w+(-\w+)+\n", said[2])
        assert wait_for(f"http://localhost:{port}/healthz")[0] == 200
    with sqlite3.connect(tmp_path / "samenhang.sqlite3") as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    assert "samenhang_sheet" in tables
