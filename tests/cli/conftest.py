from pathlib import Path
from typing import Any

import pytest

from tests.cli.house import demo_at


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def large(home: Path) -> tuple[Path, dict[str, Any]]:
    """The large demo, made once: its directory and its JSON."""
    data = home / "groot"
    return data, demo_at(home, data, "--seed", 7)
