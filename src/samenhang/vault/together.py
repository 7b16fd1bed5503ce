"""One trip to the disk for all who wait: what threads of this house write at the same moment is kept at once.

SQLite has one writer, and a flush costs more than all the rest of a small write. So whoever has the turn
takes along what came in meanwhile, in one transaction; nobody returns before it is on the disk. When one
piece of work fails, nothing of the trip stays and each is done again alone: it spoils nothing for others.
"""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import Context, copy_context
from threading import Lock
from typing import Any, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction

T = TypeVar("T")
_turn = Lock()


class _Work:
    """What one thread wants done, with the context it came in, and how it ended."""

    def __init__(self, task: Callable[[], Any]) -> None:
        self.task = task
        self.context: Context = copy_context()
        self.is_done = False
        self.given: Any = None
        self.trouble: BaseException | None = None

    def do(self) -> Any:
        return self.context.copy().run(self.task)

    def end(self, given: Any = None, trouble: BaseException | None = None) -> None:
        self.given, self.trouble, self.is_done = given, trouble, True


_waiting: deque[_Work] = deque()
_writers: list[Any] = []


def together(task: Callable[[], T]) -> T:
    """Do a task inside a transaction, perhaps one shared with others; when this returns it is on the disk.

    The task may run in another thread (in this one's context) and more than once, never more than once
    with effect. What it raises, is raised here.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        with transaction.atomic(savepoint=False):
            return task()
    work = _Work(task)
    _waiting.append(work)
    with _turn:
        if not work.is_done:
            with writing():
                _take_along([_waiting.popleft() for _ in range(len(_waiting))])
    if work.trouble is not None:
        raise work.trouble
    return cast("T", work.given)


@contextmanager
def writing() -> Iterator[None]:
    """Write through one connection, whoever has the turn: it knows what changed and reads nothing anew."""
    mine = connections[DEFAULT_DB_ALIAS]
    if not _writers or _writers[0].settings_dict["NAME"] != mine.settings_dict["NAME"]:
        _writers[:] = [mine.copy(DEFAULT_DB_ALIAS)]
        _writers[0].inc_thread_sharing()
    connections[DEFAULT_DB_ALIAS] = _writers[0]
    try:
        yield
    except BaseException:
        _writers[0].close()
        raise
    finally:
        connections[DEFAULT_DB_ALIAS] = mine


def _take_along(all_of_it: list[_Work]) -> None:
    try:
        with transaction.atomic():
            given = [work.do() for work in all_of_it]
    except Exception as trouble:  # noqa: BLE001 it is raised where it belongs
        if len(all_of_it) == 1:
            all_of_it[0].end(trouble=trouble)
            return
        for work in all_of_it:
            _take_along([work])
        return
    for work, result in zip(all_of_it, given, strict=True):
        work.end(result)
