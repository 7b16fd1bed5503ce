"""The place of a demo is whole or not there, and nobody clears away what another works in."""

import os
from pathlib import Path

import pytest

from samenhang.demo import place
from samenhang.demo.place import LOCK, is_demo, settle_in
from samenhang.environment import WrongConfiguration


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "samenhang" / "demo"


def fill(half: Path) -> None:
    (half / "iets").write_text("er staat iets")


def let_go() -> None:
    for lock in place._held:
        os.close(lock)
    place._held.clear()


def test_it_is_made_whole_and_kept_private(tmp_path: Path) -> None:
    data = settle_in(tmp_path / "demo", fill)
    assert is_demo(data)
    assert sorted(path.name for path in data.iterdir()) == ["demo.mark", "iets", LOCK]
    assert data.stat().st_mode & 0o077 == 0


def test_a_kept_one_is_not_made_again(tmp_path: Path) -> None:
    settle_in(tmp_path / "demo", fill)
    assert settle_in(tmp_path / "demo", lambda _: pytest.fail("nog eens gemaakt")) == tmp_path / "demo"


def test_an_empty_directory_will_do(tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    assert is_demo(settle_in(tmp_path / "demo", fill))


def test_what_broke_half_way_leaves_nothing(tmp_path: Path) -> None:
    def break_down(half: Path) -> None:
        fill(half)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        settle_in(tmp_path / "demo", break_down)
    assert list(tmp_path.iterdir()) == []


def test_a_place_of_its_own_each_time(cache: Path) -> None:
    first, second = settle_in(None, fill), settle_in(None, fill)
    assert sorted(cache.iterdir()) == sorted([first, second])


def test_what_nobody_holds_goes_at_the_next_start(cache: Path) -> None:
    settle_in(None, fill)
    let_go()
    assert list(cache.iterdir()) != [last := settle_in(None, fill)]
    assert list(cache.iterdir()) == [last]


def test_what_was_just_made_is_left_alone(cache: Path) -> None:
    (cache / ".practice-x.half-y").mkdir(parents=True)
    settle_in(None, fill)
    assert (cache / ".practice-x.half-y").exists()
    os.utime(cache / ".practice-x.half-y", (0, 0))
    settle_in(None, fill)
    assert not (cache / ".practice-x.half-y").exists()


def test_a_place_that_holds_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("een bestand")
    with pytest.raises(WrongConfiguration, match="geen oefenpraktijk"):
        settle_in(tmp_path / "demo", fill)


def test_without_a_cache_it_goes_to_the_temporary_place(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.parent.parent.mkdir()
    cache.parent.write_text("hier kan geen map staan")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert settle_in(None, fill).parent == tmp_path / f"samenhang-demo-{os.getuid()}"
