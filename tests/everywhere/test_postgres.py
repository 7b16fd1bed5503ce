"""The database tests once more, on PostgreSQL, as a role that owns nothing and may do little."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.everywhere.postgres import NoPostgres, postgres, prepared

ROOT = Path(__file__).parents[2]
WITH_ROWS = ("vault", "practice", "dossier", "experiments", "coherence", "referral", "intervision", "outside")
ON_SQLITE_ANYHOW = ("test_backup.py", "test_erase.py", "test_stolen_copy.py", "test_recovery.py")


@pytest.mark.slow
@pytest.mark.postgres
def test_the_database_tests_hold_on_postgresql() -> None:
    try:
        with postgres() as server, prepared(server) as address:
            ran = again(address)
    except NoPostgres as why:
        pytest.skip(str(why))
    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
    assert " passed" in ran.stdout


def again(address: str) -> "subprocess.CompletedProcess[str]":
    folders = [f"tests/{name}" for name in WITH_ROWS if (ROOT / "tests" / name).is_dir()]
    left_out = [f"--ignore=tests/vault/{name}" for name in ON_SQLITE_ANYHOW]
    words = ["-q", "--reuse-db", "-p", "no:xdist", *left_out, *folders]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *words],
        env={**environment, "DATABASE_URL": address},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
