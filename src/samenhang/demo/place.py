"""Where a demo lives: a directory of its own that is complete or not there. Knows no Django.

It is made beside its place under another name and renamed when all of it stands, so a demo that was
killed half-way leaves nothing that looks like one. Whoever works in a directory holds its lock; what is
left behind without a holder is cleared away at the next start.
"""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from samenhang.environment import DEMO_MARK, WrongConfiguration, cache_home

LOCK = "in-use.lock"
JUST_MADE = 10  # seconds in which a directory may still be without its lock
_held: list[int] = []

type_of_making = Callable[[Path], None]


def is_demo(data: Path) -> bool:
    return (data / DEMO_MARK).is_file()


def settle_in(data: Path | None, make: type_of_making) -> Path:
    """Give the directory of a demo that is complete, made when it was not there; keep its lock.

    Raise WrongConfiguration when the directory holds something that is not a demo.
    """
    if data is None:
        data = _place_of_its_own()
    data = data.expanduser().absolute()
    if not is_demo(data):
        _make_beside(data, make)
    _hold(data)
    return data


def _place_of_its_own() -> Path:
    """A name that is nobody's yet, in the platform's cache; what nobody holds any more is cleared away."""
    home = _home()
    _clear(home.iterdir())
    place = Path(tempfile.mkdtemp(prefix="practice-", dir=home))
    place.rmdir()
    return place


def _home() -> Path:
    """The cache, or where an ordinary user without one may write."""
    for home in _homes():
        with suppress(OSError):
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            if home.stat().st_uid == os.getuid() and os.access(home, os.W_OK | os.X_OK):
                return home
    raise WrongConfiguration("Er is geen plek om een oefenpraktijk te zetten: geef er een met --data.")


def _homes() -> Iterator[Path]:
    with suppress(WrongConfiguration):  # someone without a home
        yield cache_home() / "demo"
    yield Path(tempfile.gettempdir()) / f"samenhang-demo-{os.getuid()}"


def _make_beside(data: Path, make: type_of_making) -> None:
    if data.exists() and (not data.is_dir() or any(data.iterdir())):
        raise WrongConfiguration(
            f"In {data} staat al iets dat geen oefenpraktijk is: kies met --data een lege map."
        )
    try:
        data.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _clear(data.parent.glob(f".{data.name}.half-*"))
        half = Path(tempfile.mkdtemp(prefix=f".{data.name}.half-", dir=data.parent))
    except OSError as trouble:
        raise WrongConfiguration(
            f"Samenhang kan niet schrijven in {data.parent}: {trouble.strerror}."
        ) from None
    try:
        _hold(half)
        (half / DEMO_MARK).touch(mode=0o600)
        make(half)
        half.rename(data)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


def _hold(data: Path) -> None:
    """Hold the lock of a directory until this process ends."""
    lock = os.open(data / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    with suppress(BlockingIOError):  # two may work in one demo; the directory is in use all the same
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    _held.append(lock)


def _clear(left: Iterator[Path]) -> None:
    """Remove the directories that nobody holds."""
    for data in list(left):
        if data.is_dir() and _is_left(data):
            shutil.rmtree(data, ignore_errors=True)


def _is_left(data: Path) -> bool:
    try:
        lock = os.open(data / LOCK, os.O_RDWR)
    except OSError:
        return time.time() - data.stat().st_mtime > JUST_MADE
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    else:
        return True
    finally:
        os.close(lock)
