"""One thread for matrices this small: a second one only waits, and burns as much doing so.

NumPy brings OpenBLAS along and has no call for it; where it is not found, all stays as it is.
"""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

_LOADED = Path("/proc/self/maps")
_NAMES = (
    "scipy_openblas_{}_num_threads64_",
    "scipy_openblas_{}_num_threads",
    "openblas_{}_num_threads64_",
    "openblas_{}_num_threads",
)

type_of_threads = tuple[Callable[[], int], Callable[[int], object]]


@contextmanager
def one_thread() -> Iterator[None]:
    """Within it, OpenBLAS uses one thread; afterwards as many as before."""
    found = _threads(_LOADED)
    if found is None:
        yield
        return
    how_many, use = found
    before = how_many()
    use(1)
    try:
        yield
    finally:
        use(before)


@cache
def _threads(loaded: Path) -> type_of_threads | None:
    """How to ask and set the threads of the OpenBLAS in this process; None when there is none to find."""
    try:
        lines = loaded.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return None
    paths = sorted({line.split(maxsplit=5)[-1] for line in lines if "openblas" in line})
    for path in paths:
        library = ctypes.CDLL(path)
        for name in _NAMES:
            use = getattr(library, name.format("set"), None)
            if use is not None:
                return getattr(library, name.format("get")), use
    return None
