"""`samenhang demo`, as a person runs it."""

import json
import os
import re
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from samenhang.demo.calendar import Calendar
from samenhang.demo.emma import emma
from samenhang.method.sheet import texts
from tests.cli.house import a_port, demo_at, fetch, run, running

pytestmark = pytest.mark.slow
type_of_large = tuple[Path, dict[str, Any]]


def test_the_json_is_what_the_contract_says(large: type_of_large) -> None:
    _, told = large
    assert list(told) == ["base_url", "practices", "people", "clients"]
    assert {tuple(each) for each in told["practices"]} == {("id", "name")}
    assert {tuple(each) for each in told["people"]} == {("name", "role", "practice", "sign_in")}
    assert {tuple(each) for each in told["clients"]} == {
        ("id", "name", "practice", "coach", "phone_link", "device_token", "items", "actions")
    }
    assert {tuple(item) for c in told["clients"] for item in c["items"]} == {("id", "kind", "text")}
    assert {tuple(action) for c in told["clients"] for action in c["actions"]} == {("id", "text", "state")}
    assert {person["role"] for person in told["people"]} == {
        *("coach", "owner", "secretary", "peer", "substitute")
    }


def test_the_same_number_gives_the_same_people_and_data(home: Path, large: type_of_large) -> None:
    def lasting(told: dict[str, Any]) -> Any:
        return [
            [(person["name"], person["role"]) for person in told["people"]],
            [(c["name"], c["coach"], c["items"], c["actions"]) for c in told["clients"]],
        ]

    assert lasting(demo_at(home, home / "nog eens", "--seed", 7)) == lasting(large[1])


def test_a_kept_demo_is_opened_again_with_new_links(home: Path, large: type_of_large) -> None:
    data, first = large
    again = demo_at(home, data)
    assert [c["id"] for c in again["clients"]] == [c["id"] for c in first["clients"]]
    assert not {p["sign_in"] for p in again["people"]} & {p["sign_in"] for p in first["people"]}


def test_nothing_of_what_was_told_stands_in_clear(large: type_of_large) -> None:
    """Names, questions, notes, sheets: none of it in any file of the data directory."""
    from zoneinfo import ZoneInfo

    from django.utils import timezone

    data, told = large
    story = emma(Calendar(timezone.localdate(), ZoneInfo("Europe/Brussels")), 7)
    said = {text for kept in story.sheets for text in texts(kept.shape)}
    said |= {filled.note for filled in story.diary if filled.note} | {"Claes", "Wouters", "De Smet"}
    said |= {item["text"] for c in told["clients"] for item in c["items"]}
    stored = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert len(said) > 80
    assert [text for text in said if len(text) > 4 and "-" not in text and text.encode() in stored] == []


def test_three_lines_in_dutch_then_it_serves(home: Path) -> None:
    port = a_port()
    with running(home, "demo", "--port", port) as process:
        assert process.stdout
        lines = [process.stdout.readline() for _ in range(3)]
        assert lines[0] == f"Samenhang staat klaar op http://localhost:{port}\n"
        coach, client = (re.search(r"http://localhost:\d+/\S+", line) for line in lines[1:])
        assert coach
        assert client
        assert "/mij/link/" in client[0]
        status, page = fetch(coach[0])
        assert (status, "Emma Claes" in page) == (200, True)
        assert fetch(coach[0])[0] == 404
        process.terminate()
        assert process.wait(30) == 0


def test_the_json_comes_first_and_the_phone_link_works(home: Path) -> None:
    port = a_port()
    with running(home, "demo", "--port", port, "--json") as process:
        assert process.stdout
        told = json.loads(process.stdout.readline())
        assert told["base_url"] == f"http://localhost:{port}"
        status, page = fetch(told["clients"][0]["phone_link"])
        assert (status, "Emma" in page) == (200, True)


def test_a_taken_port_gives_the_next_and_says_so(home: Path) -> None:
    port = a_port()
    with running(home, "demo", "--port", port, "--json") as first:
        assert first.stdout
        first.stdout.readline()
        with running(home, "demo", "--port", port, "--json") as second:
            assert second.stdout
            assert second.stderr
            told = json.loads(second.stdout.readline())
            assert told["base_url"] == f"http://localhost:{port + 1}"
            assert second.stderr.readline().startswith(f"Poort {port} is bezet")
            assert fetch(f"http://localhost:{port}/healthz")[0] == 200


@pytest.mark.parametrize("after", [0.2, 0.8, 1.6])
def test_killed_half_way_and_started_again(home: Path, after: float) -> None:
    data = home / f"gedood na {after}"
    with running(home, "demo", "--data", data, "--no-serve", "--json") as process:
        time.sleep(after)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert len(demo_at(home, data)["clients"]) == 5
    assert not list(home.glob(f".{data.name}.half-*"))


def test_a_directory_with_something_else_is_left_alone(home: Path) -> None:
    data = home / "iets anders"
    data.mkdir()
    (data / "brief.txt").write_text("van mij")
    done = run(home, "demo", "--data", data, "--no-serve")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "geen oefenpraktijk" in done.stderr
    assert [path.name for path in data.iterdir()] == ["brief.txt"]


def test_a_fresh_demo_replaces_the_one_before(home: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert run(home, "demo", "--no-serve", XDG_CACHE_HOME=tmp_path).returncode == 0
    (left,) = (tmp_path / "samenhang" / "demo").iterdir()
    assert left.stat().st_mode & 0o077 == 0


def test_what_it_does_not_understand_is_one_dutch_sentence(home: Path) -> None:
    done = run(home, "demo", "--poort", "9")
    assert (done.returncode, done.stderr) == (
        2,
        "Dit begrijpt Samenhang niet. Kijk met: samenhang demo --help\n",
    )
    assert "Gebruik: samenhang demo" in run(home, "demo", "--help").stdout
