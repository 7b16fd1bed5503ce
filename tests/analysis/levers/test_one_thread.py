"""Small matrices want one thread; afterwards there are as many as before, also when it went wrong."""

from pathlib import Path

import numpy as np
import pytest

from samenhang.analysis.levers.one_thread import _threads, one_thread

MAPS = Path("/proc/self/maps")


@pytest.mark.skipif(not MAPS.exists(), reason="geen /proc op deze machine")
def test_within_it_there_is_one_and_afterwards_as_many_as_before() -> None:
    np.linalg.inv(np.eye(2))
    found = _threads(MAPS)
    if found is None:
        pytest.skip("een NumPy zonder OpenBLAS")
    how_many, use = found
    use(2)
    with one_thread():
        assert how_many() == 1
    assert how_many() == 2
    with pytest.raises(ZeroDivisionError), one_thread():
        _ = 1 / 0
    assert how_many() == 2


def test_where_there_is_nothing_to_find_all_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "maps").write_text("7f00-7f01 r-xp 00000000 08:01 42 /lib/libm.so.6\n")
    assert _threads(tmp_path / "maps") is None
    assert _threads(tmp_path / "nergens") is None
    monkeypatch.setattr("samenhang.analysis.levers.one_thread._LOADED", tmp_path / "nergens")
    with one_thread():
        assert np.linalg.inv(np.eye(2)).tolist() == [[1, 0], [0, 1]]


def test_a_library_that_does_not_know_the_call_is_passed_over(tmp_path: Path) -> None:
    lines = MAPS.read_text().splitlines() if MAPS.exists() else []
    libc = next(
        (line.split(maxsplit=5)[-1] for line in lines if "libc" in line and line.endswith(".so.6")), ""
    )
    if not libc:
        pytest.skip("geen gewone libc")
    other = tmp_path / "libopenblas-ish.so"
    other.symlink_to(libc)
    (tmp_path / "maps").write_text(f"7f00-7f01 r-xp 00000000 08:01 42 {other}\n")
    assert _threads(tmp_path / "maps") is None
