"""Where the shared samples lie, when they are there; nothing of the product needs them."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

_HERE = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("SAMENHANG_SHARED", _HERE.parent / "shared"))


def samples(name: str) -> list[dict[str, Any]]:
    path = SHARED / "data" / name
    if not path.exists():
        pytest.skip(f"{name} is not here")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
