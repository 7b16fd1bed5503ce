"""`samenhang bench`: what can be measured, and one sentence where nothing can."""

import subprocess
from pathlib import Path

import pytest

from samenhang.cli import bench
from samenhang.cli.main import main


def test_without_a_name_it_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench"]) == 0
    said = capsys.readouterr().out
    assert {line.split()[0] for line in said.splitlines()} >= {"fold", "web"}


def test_a_name_runs_that_measurement_with_its_options(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = []

    def run(words: list[str], *, check: bool) -> subprocess.CompletedProcess[str]:
        ran.append((words[1:], check))
        return subprocess.CompletedProcess(words, 7)

    monkeypatch.setattr(subprocess, "run", run)
    assert main(["bench", "web", "--rounds", "3"]) == 7
    assert ran == [([bench.BENCH / "web.py", "--rounds", "3"], False)]


def test_an_unknown_name_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "load"]) == 2
    assert capsys.readouterr().err.startswith("Er is geen meting ‘load’. Er zijn: ")


def test_without_the_folder_it_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "BENCH", tmp_path / "bench")
    assert main(["bench", "web"]) == 2
    assert capsys.readouterr().err.count(".") == 1
