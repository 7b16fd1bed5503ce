"""What was opened is not opened again as long as it is byte for byte the same.

Every row is still read anew: an answer never comes from memory alone, and a row that was changed, moved or
erased is noticed as before. What is kept in memory goes with the key that opened it: when that is
forgotten (erased) or closed (after five minutes), so is this. There is a bound to it, in sealed bytes.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar, cast

from samenhang.vault.keys import Owner, cipher, when_forgotten

T = TypeVar("T")
MOST, MOST_NAMES = 6 * 1024 * 1024, 4096


@dataclass(frozen=True)
class _Kept:
    key: object
    source: Any
    value: Any
    weight: int


_kept: OrderedDict[tuple[Owner, str], _Kept] = OrderedDict()
_weight = [0]
_lock = Lock()


def opened(owner: Owner, name: str, source: Any, make: Callable[[], T]) -> T:
    """Give what was made of this source before, when every byte of it is the same; else make it.

    A source is rows as they were read (with their sealed bytes), or lists of them. What is made of them
    is for reading only.
    """
    key = cipher(owner)
    found = _find(owner, name, key)
    if found is None or found.source != source:
        found = _keep(owner, name, _Kept(key, source, make(), _weight_of(source)))
    return cast("T", found.value)


def opened_each(owner: Owner, name: str, rows: Sequence[Any], read: Callable[[Any], T]) -> tuple[T, ...]:
    """Open rows one by one; of those that were opened before, none is opened again."""

    def read_what_is_new() -> tuple[T, ...]:
        before = _find(owner, name, cipher(owner))
        known = dict(zip(before.source, before.value, strict=True)) if before else {}
        return tuple(known[row] if row in known else read(row) for row in rows)

    return opened(owner, name, rows, read_what_is_new)


def forget() -> None:
    """Drop all of it from memory."""
    with _lock:
        _kept.clear()
        _weight[0] = 0


def _find(owner: Owner, name: str, key: object) -> _Kept | None:
    with _lock:
        found = _kept.get((owner, name))
        if found is None or found.key is not key:
            return None
        _kept.move_to_end((owner, name))
    return found


def _keep(owner: Owner, name: str, kept: _Kept) -> _Kept:
    with _lock:
        old = _kept.pop((owner, name), None)
        _weight[0] += kept.weight - (old.weight if old else 0)
        _kept[owner, name] = kept
        while (_weight[0] > MOST or len(_kept) > MOST_NAMES) and len(_kept) > 1:
            _weight[0] -= _kept.popitem(last=False)[1].weight
    return kept


def _weight_of(source: Any) -> int:
    """How many bytes lie in it: of what is sealed, all; of the rest, next to nothing."""
    if isinstance(source, bytes | bytearray | memoryview):
        return len(source)
    if isinstance(source, list | tuple):
        return sum(map(_weight_of, source))
    return 8


when_forgotten(forget)
