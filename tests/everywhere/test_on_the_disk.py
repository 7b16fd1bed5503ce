"""What is acknowledged is on the disk: between two acknowledgements the system was told to write."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import environment

CHECK_INS = 100


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is er niet")
def test_every_check_in_is_synced_before_it_is_acknowledged(tmp_path: Path) -> None:
    log = tmp_path / "strace"
    calls = "trace=write,pwrite64,fsync,fdatasync"
    words = ["strace", "-f", "-y", "-e", calls, "-o", str(log), sys.executable]
    ran = subprocess.run(
        [*words, "-m", "tests.everywhere.record", str(CHECK_INS)],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    if "Operation not permitted" in ran.stderr:
        pytest.skip("strace mag hier niet meekijken")
    assert ran.stdout.split() == ["BEGIN", *["201"] * CHECK_INS], ran.stderr
    assert synced(log.read_text()) == CHECK_INS


def synced(log: str) -> int:
    """How many acknowledgements had the journal written and then synced since the one before."""
    good, written, safe = 0, False, False
    for line in log.splitlines():
        if '"BEGIN\\n"' in line:
            good, written, safe = 0, False, False
        elif '"201\\n"' in line:
            good += written and safe
            written, safe = False, False
        elif "sqlite3-wal>" in line:
            is_sync = "fsync(" in line or "fdatasync(" in line
            written = written or not is_sync
            safe = is_sync
    return good
