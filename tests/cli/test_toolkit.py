import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from samenhang.cli.toolkit import toolkit_command
from samenhang.tools.catalog import ROOMS

NAMES = ("intakescan", "behoeftemeter", "veiligheidsladder", "samenhangkaart", "sessiecanvas")


def test_every_tool_becomes_an_empty_page_and_all_of_them_a_booklet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert toolkit_command(["--out", str(tmp_path / "nieuw"), "--practice", "De Linde"]) == 0
    pages = {
        path.stem: len(PdfReader(BytesIO(path.read_bytes())).pages) for path in (tmp_path / "nieuw").iterdir()
    }
    assert pages == {**dict.fromkeys(NAMES, 1), "toolkit": len(NAMES)}
    assert "6 pdf's" in capsys.readouterr().out


def test_a_place_that_cannot_be_written_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bezet").write_text("")
    assert toolkit_command(["--out", str(tmp_path / "bezet")]) == 2
    assert capsys.readouterr().err.startswith("De toolkit kon niet geprint worden")


def test_every_room_has_its_page() -> None:
    assert all((room.place / "paper.typ").is_file() for room in ROOMS)


def test_it_prints_without_a_house(tmp_path: Path) -> None:
    """As whoever only wants the pages runs it: no data, no keys, no frame."""
    command = [sys.executable, "-m", "samenhang.cli.main", "toolkit", "--out", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, env={"PATH": ""}, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(tmp_path.iterdir())) == len(NAMES) + 1
