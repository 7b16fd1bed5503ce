"""`samenhang levers` from files to JSON, and what it says of mistakes: one sentence, never a traceback."""

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samenhang.analysis import fit
from samenhang.cli.levers import levers_command
from samenhang.cli.main import main

HEADER = ["node", "domain", "polarity", "goal_weight", "modifiable", "slot"]
NODES = [["slaap", "bio", 1, 1, 1, 0], ["piekeren", "psycho", -1, 1, 1, 3], ["rust", "sociaal", 1, 1, 1, 2]]
MAP = [["slaap", "rust", 2], ["piekeren", "slaap", -3]]


def days(count: int, columns: int = 3, seed: int = 1) -> list[list[Any]]:
    rng = np.random.default_rng(seed)
    start = dt.date(2025, 3, 3)
    values = np.clip(np.round(rng.normal(5, 1.6, (count, columns))), 0, 10).astype(int).tolist()
    return [[(start + dt.timedelta(days=i)).isoformat(), *row] for i, row in enumerate(values)]


class Desk:
    """A folder with diary, nodes and map, and a place for the answer."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder, folder / "out.json"
        self.lay("diary", ["date", "slaap", "piekeren", "rust"], days(40))
        self.lay("nodes", HEADER, NODES)
        self.lay("map", ["source", "target", "strength"], MAP)

    def lay(self, name: str, header: list[str], rows: list[list[Any]]) -> None:
        with (self.folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header, *rows])

    def run(self, *extra: str, out: bool = True) -> int:
        words = [
            word
            for name in ("diary", "nodes", "map")
            for word in (f"--{name}", str(self.folder / f"{name}.csv"))
        ]
        return levers_command([*words, "--draws", "400", *(["--out", str(self.out)] if out else []), *extra])

    @property
    def answer(self) -> dict[str, Any]:
        return json.loads(self.out.read_text("utf-8"), parse_constant=pytest.fail)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize("mode", ["fast", "full"])
def test_the_command_gives_what_python_gives(desk: Desk, mode: str) -> None:
    assert desk.run("--mode", mode, "--seed", "5", "--horizon", "14") == 0
    rows = days(40)
    diary = {name: [row[i] for row in rows] for i, name in enumerate(["date", "slaap", "piekeren", "rust"])}
    nodes = [dict(zip(HEADER, row, strict=True)) for row in NODES]
    found = fit(diary, nodes, MAP, mode=mode, draws=400, seed=5, horizon=14)
    assert desk.out.read_text("utf-8") == found.to_json()


def test_without_out_the_json_is_on_the_screen(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("--mode", "fast", "--json", out=False) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "samenhang.levers/1"


def test_a_diary_alone_is_enough(desk: Desk) -> None:
    words = ["--diary", str(desk.folder / "diary.csv"), "--nodes", str(desk.folder / "nodes.csv")]
    assert main(["levers", *words, "--mode", "fast", "--out", str(desk.out)]) == 0
    assert desk.answer["map_check"] == {"given": False, "trust": None, "log_bf": None, "arrows": []}


@pytest.mark.parametrize("count", [0, 6], ids=["empty", "few"])
def test_too_little_is_the_map_alone_and_three(
    desk: Desk, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.lay("diary", ["date", "slaap", "piekeren", "rust"], days(count))
    assert desk.run() == 3
    assert desk.answer["verdict"]["level"] == "map_only"
    assert len(desk.answer["levers"]) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "dit zijn voorstellen uit de kaart alleen" in said


def test_one_node_is_three_and_the_map_alone(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.lay("nodes", HEADER, NODES[:1])
    desk.lay("map", ["source", "target", "strength"], [])
    assert desk.run() == 3
    said = capsys.readouterr().err
    assert "‘rust’ telt niet mee (geen factor van de kaart)" in said
    assert [row["node"] for row in desk.answer["levers"]] == ["slaap"]


def test_forty_nodes_are_done(desk: Desk) -> None:
    names = [f"f{i}" for i in range(40)]
    desk.lay("nodes", HEADER, [[name, "bio", 1, 1, 1, i % 4] for i, name in enumerate(names)])
    desk.lay("diary", ["date", *names], days(50, 40))
    desk.lay("map", ["source", "target", "strength"], [["f0", "f1", 2]])
    assert desk.run("--mode", "fast") == 0
    assert len(desk.answer["levers"]) == 40


def test_five_years_are_the_last_120_days(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.lay("diary", ["date", "slaap", "piekeren", "rust"], days(1826))
    assert desk.run("--mode", "fast") == 0
    assert (desk.answer["data"]["days"], desk.answer["data"]["last"]) == (120, "2030-03-02")
    assert "alleen de laatste 120 dagen tellen mee" in capsys.readouterr().err.casefold()


def test_a_circle_on_the_map_is_told_and_done(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.lay("map", ["source", "target", "strength"], [*MAP, ["rust", "slaap", 1]])
    assert desk.run("--mode", "fast") == 0
    assert "de weg terug telt een dag later" in capsys.readouterr().err


def test_a_dropped_node_is_named_with_its_reason(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.lay("diary", ["date", "slaap", "piekeren", "rust"], [[*row[:3], 5] for row in days(40)])
    assert desk.run("--mode", "fast") == 0
    assert "‘rust’ telt niet mee (elke dag hetzelfde)" in capsys.readouterr().err
    assert {n["node"]: n["status"] for n in desk.answer["data"]["nodes"]}["rust"] == "constant"
    assert "not_measured" in {arrow["state"] for arrow in desk.answer["map_check"]["arrows"]}


def test_a_file_as_a_dutch_spreadsheet_writes_it_is_read_the_same(desk: Desk) -> None:
    assert desk.run("--mode", "fast") == 0
    usual = desk.answer
    for name in ("diary", "nodes", "map"):
        path = desk.folder / f"{name}.csv"
        text = path.read_text("utf-8").replace(",", ";").replace("\r\n", "\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").replace(";5;", ";5,0;").encode())
    assert desk.run("--mode", "fast") == 0
    assert desk.answer == usual


def _text(name: str, text: str) -> Any:
    return lambda desk: (desk.folder / name).write_text(text, "utf-8")


MISTAKES = {
    "unknown node": (
        lambda d: d.lay("map", ["source", "target", "strength"], [["slaap", "maan", 1]]),
        "Rij 1: Op de kaart staat ‘maan’, en dat is geen factor.",
    ),
    "self-arrow": (
        lambda d: d.lay("map", ["source", "target", "strength"], [*MAP, ["rust", "rust", 1]]),
        "Rij 3: Op de kaart wijst ‘rust’ naar zichzelf.",
    ),
    "a day twice": (
        lambda d: d.lay("diary", ["date", "slaap", "piekeren", "rust"], [*days(20), days(1)[0]]),
        "Rij 21: De dag 2025-03-03 staat er twee keer in.",
    ),
    "text": (
        lambda d: d.lay("diary", ["date", "slaap", "piekeren", "rust"], [["2025-03-03", "goed", 1, 2]]),
        "Rij 1: Kolom ‘slaap’: ‘goed’ is geen getal.",
    ),
    "off the scale": (
        lambda d: d.lay("diary", ["date", "slaap"], [["2025-03-03", 7], ["2025-03-04", 77]]),
        "Rij 2: Kolom ‘slaap’: ‘77’ ligt niet tussen 0 en 10.",
    ),
    "a nameless node": (
        lambda d: d.lay("nodes", HEADER, [["", "bio", 1, 1, 1, 0]]),
        "Rij 1: ‘node’ is niet ingevuld.",
    ),
    "no date": (_text("diary.csv", "slaap,rust\n1,2\n"), "diary.csv, regel 1: kolom date ontbreekt."),
    "nothing": (_text("diary.csv", ""), "diary.csv, regel 1: kolom date ontbreekt."),
    "ragged": (
        _text("diary.csv", "date,slaap\n\n2025-03-03,1,2\n"),
        "diary.csv, regel 3: te veel of te weinig velden.",
    ),
    "a name twice": (
        _text("diary.csv", "date,slaap,slaap\n2025-03-03,1,2\n"),
        "diary.csv, regel 1: twee kolommen hebben dezelfde naam.",
    ),
    "no nodes": (lambda d: d.lay("nodes", HEADER, []), "Er is geen enkele factor opgegeven."),
    "no file": (
        lambda d: (d.folder / "map.csv").unlink(),
        "map.csv is niet te lezen (FileNotFoundError).",
    ),
    "no text": (
        lambda d: (d.folder / "map.csv").write_bytes(b"\xff\xfe\x00"),
        "map.csv is niet te lezen (UnicodeDecodeError).",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_sentence_and_two(desk: Desk, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    spoil, sentence = MISTAKES[name]
    spoil(desk)
    assert desk.run() == 2
    assert capsys.readouterr().err == f"{sentence}\n"
    assert not desk.out.exists()


@pytest.mark.parametrize("extra", [("--draws", "3"), ("--horizon", "0"), ("--mode", "slow"), ("--seed", "x")])
def test_a_setting_that_cannot_be_is_two(
    desk: Desk, extra: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run(*extra) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_place_that_cannot_be_written_is_two(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("--mode", "fast", "--out", str(desk.folder), out=False) == 2
    assert "is niet te schrijven" in capsys.readouterr().err


def test_help_is_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    assert levers_command(["--help"]) == 0
    assert "welke ene plek" in capsys.readouterr().out.casefold()
