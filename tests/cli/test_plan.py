"""`samenhang plan` and `samenhang lean`: files in, files out, one sentence for what is wrong."""

import json
from pathlib import Path

import pytest

from samenhang.cli.plan import lean_command, plan_command

REF = "2026-03-10T09:00:00+01:00"


def test_one_sentence_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert plan_command(["--ref", REF, "--json", "Morgen om 10u bel ik Jan."]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["date"], found["times"]) == ("2026-03-11", ["10:00"])


def test_one_sentence_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert plan_command(["--ref", "2026-03-10T09:00", "Elke dag lezen."]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Dit is een plan.",
        "  rhythm: Elke dag",
        "Waar hangt het aan vast?",
    ]


def test_without_a_moment_it_is_now(capsys: pytest.CaptureFixture[str]) -> None:
    assert plan_command(["Dank je!"]) == 0
    assert capsys.readouterr().out == "Hierin staat geen plan.\n"


def test_a_file_of_sentences(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = [
        {"id": "a", "text": "Morgen om 10u bel ik Jan.", "ref": REF, "tz": "Europe/Brussels"},
        {"id": "b", "text": "Elke\u2028dag wandelen.", "ref": REF},
    ]
    source.write_text(
        "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n\n", encoding="utf-8"
    )
    assert plan_command(["--jsonl", str(source), str(target)]) == 0
    found = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [(row["id"], row["plan"]["freq"]) for row in found] == [("a", "once"), ("b", "daily")]


def test_a_file_of_canvases(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"id": "c", "canvas": {"interventions": []}}), encoding="utf-8")
    assert lean_command(["--jsonl", str(source), str(target)]) == 0
    found = json.loads(target.read_text(encoding="utf-8"))
    assert found["waste"] == ["vage_stap", "geen_observatie", "geen_plan_b"]
    assert len(found["hints"]) == 3


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "Regel 1 is geen JSON."),
        ("[]", "Regel 1 is geen JSON-object."),
        ('{"id": "a", "ref": "2026-03-10"}', "Rij a heeft geen text."),
        ('{"id": "a", "text": "x", "ref": "gisteren"}', "Dit is geen ISO-moment: gisteren."),
        (
            '{"id": "a", "text": "x", "ref": "2026-03-10", "tz": "Mars/Olympus"}',
            "Deze tijdzone is niet gekend: Mars/Olympus.",
        ),
    ],
)
def test_bad_rows_write_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, said: str
) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(content, encoding="utf-8")
    assert plan_command(["--jsonl", str(source), str(target)]) == 2
    assert capsys.readouterr().err == said + "\n"
    assert not target.exists()


def test_a_row_without_a_canvas(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": "a"}', encoding="utf-8")
    assert lean_command(["--jsonl", str(source), str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err == "Rij a heeft geen canvas.\n"


def test_files_that_cannot_be_read_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert plan_command(["--jsonl", str(tmp_path / "no"), str(tmp_path / "out")]) == 2
    (tmp_path / "in").write_text("", encoding="utf-8")
    assert plan_command(["--jsonl", str(tmp_path / "in"), str(tmp_path / "no" / "out")]) == 2
    assert [line[:11] for line in capsys.readouterr().err.splitlines()] == ["Het bestand", "Het bestand"]


@pytest.mark.parametrize("argv", [[], ["--ref", "x", "zin"]])
def test_without_a_sentence_or_moment(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert plan_command(argv) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_wrong_option_is_said_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        lean_command([])
    assert stop.value.code == 2
    assert capsys.readouterr().err.startswith("Dit begrijpt Samenhang niet.")
