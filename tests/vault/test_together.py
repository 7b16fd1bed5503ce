"""What several threads write at once goes to the disk in one go, and nobody's trouble is another's."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from threading import Barrier, Event
from typing import Any

import pytest
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction

from samenhang.vault import together as module
from samenhang.vault.together import together
from tests.on_disk import Disk

WHO: ContextVar[str] = ContextVar("who", default="nobody")
TABLE = "samenhang_tombstone"


def _put(number: int) -> Callable[[], int]:
    def put() -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {TABLE} (subject, practice, erased_at) VALUES (%s, %s, %s)",  # noqa: S608
                [f"{number:032x}", "0" * 32, "2026-11-22"],
            )
        return number

    return put


def _all_at_once(tasks: list[Callable[[], Any]]) -> list[Any]:
    """Hold the turn until every task waits for it; give what each brought, or its trouble."""
    ready = Barrier(len(tasks) + 1)

    def one(number: int) -> Any:
        WHO.set(f"thread {number}")
        ready.wait()
        try:
            return together(tasks[number])
        except ValueError as trouble:
            return trouble
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(tasks)) as threads:
        with module._turn:
            found = [threads.submit(one, number) for number in range(len(tasks))]
            ready.wait()
            waited = Event()
            while len(module._waiting) < len(tasks):
                waited.wait(0.01)
        return [each.result() for each in found]


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen: list[str] = []
    commit = transaction.Atomic.__exit__

    def counted(self: Any, *trouble: Any) -> None:
        seen.append("rolled back" if trouble[0] else "kept")
        commit(self, *trouble)

    monkeypatch.setattr(transaction.Atomic, "__exit__", counted)
    return seen


def test_those_who_wait_share_one_commit(disk: Disk, commits: list[str]) -> None:
    assert _all_at_once([_put(n) for n in range(8)]) == list(range(8))
    assert commits == ["kept"]
    assert disk.rows(TABLE) == 8


def test_each_task_runs_in_the_context_it_came_from(disk: Disk) -> None:
    assert _all_at_once([WHO.get] * 5) == [f"thread {n}" for n in range(5)]


def test_one_that_fails_spoils_nothing_for_the_others(disk: Disk, commits: list[str]) -> None:
    def fail() -> None:
        _put(99)()
        raise ValueError("niet goed")

    found = _all_at_once([_put(0), fail, _put(2)])
    assert [str(each) for each in found] == ["0", "niet goed", "2"]
    assert sorted(commits) == ["kept", "kept", "rolled back", "rolled back"]
    assert disk.rows(TABLE) == 2, "what a failed task wrote is gone"


def test_inside_a_transaction_it_belongs_to_that(disk: Disk) -> None:
    with pytest.raises(ValueError, match="toch niet"), transaction.atomic():
        together(_put(1))
        raise ValueError("toch niet")
    assert disk.rows(TABLE) == 0


def test_after_a_lock_the_next_one_is_kept(disk: Disk) -> None:
    from django.db import OperationalError

    with disk.locked(), pytest.raises(OperationalError):
        together(_put(1))
    assert together(_put(2)) == 2
    assert disk.rows(TABLE) == 1


def test_what_breaks_the_writing_closes_its_connection_and_gives_the_own_one_back(disk: Disk) -> None:
    mine = connections[DEFAULT_DB_ALIAS]
    with pytest.raises(KeyboardInterrupt), module.writing():
        shared = connections[DEFAULT_DB_ALIAS]
        shared.ensure_connection()
        assert shared is not mine
        raise KeyboardInterrupt
    assert shared.connection is None
    assert connections[DEFAULT_DB_ALIAS] is mine
    assert together(_put(1)) == 1, "the next one simply writes"
