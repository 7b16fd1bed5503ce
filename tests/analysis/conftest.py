"""Where the reference sets lie, and a diary to change one thing in."""

import os
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def published() -> Path:
    """Published cases: read in place, never copied; skipped where they are not at hand."""
    shared = Path(os.environ.get("SAMENHANG_SHARED", ROOT.parent / "shared"))
    path = shared / "data" / "reference" / "single_case_published.json"
    if not path.exists():
        pytest.skip("the published reference cases are not at hand (SAMENHANG_SHARED)")
    return path


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20_260)
