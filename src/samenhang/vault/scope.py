"""No row without a scope: a default manager refuses, and PostgreSQL refuses once more.

`within` says for which practice this thread works; on PostgreSQL the row-level policies read it. Rows
come from `practice.access` alone. `unscoped` is the escape hatch: rare, with its reason, easy to grep.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from contextvars import ContextVar
from typing import Any, TypeVar
from uuid import UUID

from django.db import Error, connection, models

from samenhang.vault.bare import on_postgres

M = TypeVar("M", bound=models.Model)
EVERY = "*"
_practice: ContextVar[UUID | str] = ContextVar("practice", default="")


class Unscoped(Exception):
    """A query that did not come through a scope: a programmer's mistake, never a user's."""


class ScopedManager(models.Manager[M]):
    def get_queryset(self) -> "models.QuerySet[M]":
        raise Unscoped(f"{self.model.__name__} zonder scope")


class Scoped(models.Model):
    """A row that belongs to one practice."""

    practice: Any = models.ForeignKey("samenhang.Practice", on_delete=models.CASCADE, related_name="+")
    objects: Any = ScopedManager()

    class Meta:
        abstract = True


def rows(model: type[M], practice: UUID) -> "models.QuerySet[M]":
    """Every row of a practice; the caller narrows it further."""
    return model._base_manager.filter(practice=practice)  # noqa: SLF001


def within(practice: UUID | str) -> AbstractContextManager[None]:
    """Work for one practice; nested and exceptional ways out restore what was."""
    return _telling(practice if isinstance(practice, UUID) else UUID(practice))


@contextmanager
def unscoped(reason: str) -> "Iterator[Callable[[type[M]], models.QuerySet[M]]]":
    """Look across practices, for a stated reason: to find out who someone is, or for the whole house."""
    if not reason.strip():
        raise Unscoped("unscoped() vraagt een reden")
    with _telling(EVERY):
        yield lambda model: model._base_manager.all()  # noqa: SLF001


@contextmanager
def _telling(practice: UUID | str) -> Iterator[None]:
    """Tell the database, and tell it back. In a failed transaction it no longer listens, and need not:
    rolling back restores what it was told before.
    """
    token = _practice.set(practice)
    try:
        _tell_database(practice)
        yield
    finally:
        _practice.reset(token)
        with suppress(Error):
            _tell_database(_practice.get())


def _tell_database(practice: UUID | str) -> None:
    if on_postgres():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('samenhang.practice', %s, false)", [str(practice)])
