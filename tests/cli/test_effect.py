"""`samenhang effect` and `samenhang indices` from files to JSON, and what they say of mistakes."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from samenhang.cli.effect import effect_command, indices_command
from tests.analysis.people import diary, effect_of

META: dict[str, Any] = {
    "type": "slider",
    "unit": "punten",
    "better": "higher",
    "design": "AB",
    "planned_A": 14,
    "planned_B": 21,
    "days": 35,
    "start_weekday": 0,
}
COMMANDS = [effect_command, indices_command]


class Desk:
    """A folder with cases.csv and cases.json, and a place for the answer."""

    def __init__(self, folder: Path) -> None:
        self.cases, self.meta = folder / "cases.csv", folder / "cases.json"
        self.out = folder / "results.json"

    def lay(self, rows: list[list[Any]], meta: dict[str, Any]) -> None:
        with self.cases.open("w", newline="") as file:
            csv.writer(file).writerows([["case_id", "day", "phase", "value"], *rows])
        self.meta.write_text(json.dumps(meta))

    def run(self, command: Any = effect_command) -> int:
        files = ["--cases", self.cases, "--meta", self.meta, "--out", self.out]
        return command([str(one) for one in files])

    @property
    def answer(self) -> dict[str, Any]:
        return json.loads(self.out.read_text(), parse_constant=pytest.fail)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def rows(case_id: str, values: list[Any], n_a: int = 14) -> list[list[Any]]:
    return [[case_id, i + 1, "A" if i < n_a else "B", one] for i, one in enumerate(values)]


def test_effect_gives_what_python_gives(desk: Desk) -> None:
    y = diary(14, 21, effect=2)
    desk.lay(rows("emma", y), {"emma": META})
    assert desk.run() == 0
    assert set(desk.answer) == {"cases", "engine", "version", "ms_per_case"}
    told, row = effect_of(y, 14), desk.answer["cases"]["emma"]
    assert row["effect"] == told.effect
    assert row["zin"] == told.zin


def test_indices_of_the_same_file(desk: Desk) -> None:
    desk.lay(rows("emma", diary(14, 21)), {"emma": META})
    assert desk.run(indices_command) == 0
    assert set(desk.answer) == {"cases", "version"}
    assert desk.answer["cases"]["emma"]["describe"]["nA"] == 14


@pytest.mark.parametrize("command", COMMANDS)
def test_order_of_cases_changes_nothing(desk: Desk, command: Any) -> None:
    one, two = rows("a", diary(14, 21, seed=1)), rows("b", diary(14, 21, seed=2))
    desk.lay(one + two, {"a": META, "b": META})
    desk.run(command)
    first = desk.answer["cases"]
    desk.lay(two + one, {"b": META, "a": META})
    desk.run(command)
    assert desk.answer["cases"] == first


@pytest.mark.parametrize("command", COMMANDS)
def test_too_little_everywhere_is_three_and_still_written(desk: Desk, command: Any) -> None:
    desk.lay(rows("a", [3.0] * 5, n_a=5), {"a": META, "leeg": META})
    assert desk.run(command) == 3
    assert set(desk.answer["cases"]) == {"a", "leeg"}


def test_one_case_with_too_little_beside_one_with_enough_is_fine(desk: Desk) -> None:
    desk.lay(rows("a", diary(14, 21)) + rows("kort", [3, 4, 5], 1), {"a": META, "kort": META})
    assert desk.run() == 0
    assert desk.answer["cases"]["kort"]["verdict"] == "te_vroeg"
    assert desk.answer["cases"]["kort"]["effect"] is None


Y = diary(14, 21)
WRONG: list[tuple[str, list[list[Any]], dict[str, Any], list[str]]] = [
    ("unknown case", rows("onbekend", Y), {"a": META}, ["regel 2", "onbekend"]),
    ("phase", [*rows("a", Y), ["a", 36, "C", 1]], {"a": META}, ["regel 37", "‘a’", "‘C’"]),
    ("text", [*rows("a", Y), ["a", 36, "B", "veel"]], {"a": META}, ["regel 37", "‘a’", "veel"]),
    ("infinite", [*rows("a", Y), ["a", 36, "B", "inf"]], {"a": META}, ["regel 37", "‘a’"]),
    ("day", [*rows("a", Y), ["a", "x", "B", 1]], {"a": META}, ["regel 37", "‘a’", "‘x’"]),
    ("twice", [*rows("a", Y), ["a", 35, "B", 1]], {"a": META}, ["regel 37", "twee keer"]),
    ("order", [*rows("a", Y), ["a", 3, "B", 1]], {"a": META}, ["regel 37", "volgorde"]),
    ("fields", [*rows("a", Y), ["a", 36, "B"]], {"a": META}, ["regel 37", "velden"]),
    ("more fields", [*rows("a", Y), ["a", 36, "B", 1, 2]], {"a": META}, ["regel 37", "velden"]),
    ("type", rows("a", Y), {"a": META | {"type": "mood"}}, ["‘a’", "type"]),
    ("better", rows("a", Y), {"a": META | {"better": "up"}}, ["‘a’", "better"]),
    ("design", rows("a", Y), {"a": META | {"design": None}}, ["‘a’", "design"]),
    ("smallest", rows("a", Y), {"a": META | {"smallest_change": 0}}, ["‘a’", "smallest_change"]),
    ("window", rows("a", Y), {"a": META | {"start_window": [9, 2]}}, ["‘a’", "start_window"]),
    ("draw", rows("a", Y), {"a": META | {"randomisation": {"method": "coin"}}}, ["‘a’", "coin"]),
    (
        "max_run",
        rows("a", Y),
        {"a": META | {"randomisation": {"method": "max_run", "max_run": 0}}},
        ["‘a’", "max_run"],
    ),
    ("meta shape", rows("a", Y), {"a": 3}, ["cases.json"]),
]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("rows_", "meta", "named"), [one[1:] for one in WRONG], ids=[one[0] for one in WRONG]
)
def test_a_mistake_is_named_and_nothing_is_written(
    desk: Desk,
    capsys: pytest.CaptureFixture[str],
    command: Any,
    rows_: list[list[Any]],
    meta: dict[str, Any],
    named: list[str],
) -> None:
    desk.lay(rows_, meta)
    assert desk.run(command) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert all(word in said.err for word in named)
    assert not desk.out.exists()


def test_files_that_are_not_there_or_not_readable(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run() == 2
    assert "cases.json" in capsys.readouterr().err
    desk.lay(rows("a", Y), {"a": META})
    desk.cases.write_bytes(b"\xff\xfe\xff")
    assert desk.run() == 2
    desk.cases.write_text("case_id,day,value\na,1,2\n")
    assert desk.run() == 2
    assert "phase" in capsys.readouterr().err
    desk.lay(rows("a", Y), {"a": META})
    desk.out = desk.out / "nergens" / "r.json"
    assert desk.run() == 2


def test_agreements_are_read(desk: Desk) -> None:
    days = [f"2026-03-{day:02d}" for day in range(2, 30)]
    on_off = [["w", d, "AB"[i % 2], v] for i, (d, v) in enumerate(zip(days, diary(14, 14), strict=True))]
    start = [["s", d, "AB"[i > 12], v] for i, (d, v) in enumerate(zip(days, diary(14, 14), strict=True))]
    meta = {
        "w": META
        | {
            "planned_A": None,
            "days": 28,
            "design": "alternation",
            "randomisation": "pairs of days",
        },
        "s": META
        | {
            "design": "AB_random_start",
            "start_window": ["2026-03-09", "2026-03-20"],
            "other_actions": 2,
            "randomisation": "drawn by hand",
            "smallest_change": 1,
        },
    }
    desk.lay(on_off + start, meta)
    assert desk.run() == 0
    cases = desk.answer["cases"]
    assert cases["s"]["random_test"]["k"] == 12
    assert "GELIJKTIJDIG" in cases["s"]["reasons"]
    assert cases["s"]["smallest_change"] == 1
    assert cases["w"]["random_test"]["k"] == 2**14


def test_one_diary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "dagboek.csv"
    lines = [f"{i + 1},{'A' if i < 14 else 'B'},{one}" for i, one in enumerate(Y)]
    path.write_text("day,phase,value\n" + "\n".join(lines) + "\n")
    say = [str(path), "--soort", "slider", "--beter", "hoger"]
    assert effect_command(say) == 0
    assert json.loads(capsys.readouterr().out)["cases"]["dagboek"]["n_A"] == 14
    window = [*say, "--ontwerp", "ab-geloot", "--startvenster", "8:20", "--kleinste-verschil", "2"]
    assert effect_command(window) == 0
    row = json.loads(capsys.readouterr().out)["cases"]["dagboek"]
    assert (row["random_test"]["k"], row["smallest_change"]) == (13, 2)
    for draw in ("paren", "half", "hoogstens:3"):
        assert effect_command([*say, "--loting", draw]) == 0
    capsys.readouterr()
    for wrong in (
        [*say, "--loting", "munt"],
        [*say, "--loting", "hoogstens"],
        [*say, "--cases", "x.csv"],
        [str(path)],
        [],
        ["--cases", "x.csv"],
        [*say[:-1], "beter"],
        [*say, "--startvenster", "acht"],
    ):
        assert effect_command(wrong) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert len(said.err.strip().splitlines()) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_dutch(command: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["--help"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("gebruik:")
    assert "toon deze uitleg" in text
    assert "show this" not in text
