"""Rows as the database gives them, for what is read by the thousand or written within a millisecond.

A model for every row and a query built anew for every page is what costs most there. Whoever calls this
came through the door, names the practice, and turns into values only what it needs.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, connections, models

M = TypeVar("M", bound=models.Model)
type_of_rows = list[tuple[Any, ...]]
type_of_model = type[models.Model]
type_of_names = tuple[str, ...]


def on_postgres() -> bool:
    """Which of the two databases this thread works in: a back-up is rebuilt in one of its own."""
    return connections[DEFAULT_DB_ALIAS].vendor == "postgresql"


def bare_rows(
    model: type_of_model,
    columns: type_of_names,
    where: Mapping[str, Any],
    *,
    order: type_of_names = (),
    last: str = "",
) -> type_of_rows:
    """Give columns of the rows that fit; `order` names columns, with a minus for descending."""
    here = connections[DEFAULT_DB_ALIAS]
    sql = _select(model, columns, tuple(where), order, here.vendor)
    return cast("type_of_rows", _done(here, f"{sql} {last}", _prepared(here, model, where)).fetchall())


def insert_bare(model: type_of_model, values: Mapping[str, Any], *, once: bool = False) -> bool:
    """Insert one row; with `once` say whether it was new, decided by the database in this one statement."""
    here = connections[DEFAULT_DB_ALIAS]
    sql = _insert(model, tuple(values), here.vendor, once)
    return bool(_done(here, sql, _prepared(here, model, values)).rowcount == 1)


def update_bare(model: type_of_model, values: Mapping[str, Any], where: Mapping[str, Any]) -> bool:
    """Change the rows that fit; say whether there was one."""
    here = connections[DEFAULT_DB_ALIAS]
    sql = _update(model, tuple(values), tuple(where), here.vendor)
    said = [*_prepared(here, model, values), *_prepared(here, model, where)]
    return bool(_done(here, sql, said).rowcount == 1)


def _done(here: Any, sql: str, said: Sequence[Any]) -> Any:
    """Run a statement: on SQLite with the driver itself, its trouble told as Django tells it."""
    if here.vendor != "sqlite" or here.force_debug_cursor:
        cursor = here.cursor()
        cursor.execute(sql.replace("?", "%s"), said)
        return cursor
    here.ensure_connection()
    here.validate_no_broken_transaction()
    with here.wrap_database_errors:
        return here.connection.execute(sql, said)


def as_values(model: type_of_model, columns: type_of_names, row: Sequence[Any]) -> list[Any]:
    """Turn what the database gave into values of Python: ids, days, moments, bytes."""
    here = connections[DEFAULT_DB_ALIAS]
    ways = _ways_out(model, columns, here.vendor)
    return [_through(here, found, value, column) for (column, found), value in zip(ways, row, strict=True)]


def as_record(model: type[M], columns: type_of_names, row: Sequence[Any]) -> M:
    """Make a record of a row, as a query would give it; what was not asked for stays out of it."""
    said = dict(zip(columns, as_values(model, columns, row), strict=True))
    order = tuple(name for name in _fields(model) if name in said)
    return model.from_db(DEFAULT_DB_ALIAS, order, [said[name] for name in order])


def _through(here: Any, converters: tuple[Any, ...], value: Any, column: Any) -> Any:
    for convert in converters:
        value = convert(value, column, here)
    return value


def _prepared(here: Any, model: type_of_model, values: Mapping[str, Any]) -> list[Any]:
    ways = _ways_in(model, tuple(values), here.vendor)
    return [
        value if way is None else way(value, here) for way, value in zip(ways, values.values(), strict=True)
    ]


@cache
def _ways_in(model: type_of_model, names: type_of_names, vendor: str) -> tuple[Any, ...]:
    """For each column what turns its value into what the driver takes; None where it takes it as it is."""
    return tuple(_way_in(_fields(model)[name], vendor) for name in names)


def _way_in(field: Any, vendor: str) -> Any:
    kind = field.target_field if field.is_relation else field
    if isinstance(kind, models.CharField | models.IntegerField | models.BinaryField):
        return None
    if vendor == "sqlite" and isinstance(kind, models.UUIDField):
        return lambda value, _: value and value.hex
    if vendor == "sqlite" and isinstance(kind, models.DateTimeField):
        return _moment_in
    return field.get_db_prep_save


def _moment_in(moment: datetime | None, _: Any) -> str | None:
    """A moment as SQLite keeps it: in UTC, without saying so. One without a zone is no moment."""
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise ValueError("een moment zonder tijdzone")
    return str(moment.astimezone(UTC).replace(tzinfo=None))


@cache
def _fields(model: type_of_model) -> dict[str, Any]:
    return {field.attname: field for field in model._meta.concrete_fields}  # noqa: SLF001


@cache
def _ways_out(
    model: type_of_model, columns: type_of_names, _vendor: str
) -> tuple[tuple[Any, tuple[Any, ...]], ...]:
    """For each column what turns its raw value into one of Python."""
    found = []
    for name in columns:
        column = _fields(model)[name].get_col(model._meta.db_table)  # noqa: SLF001
        here = connections[DEFAULT_DB_ALIAS]
        ways = (*here.ops.get_db_converters(column), *column.get_db_converters(here))
        found.append((column, ways))
    return tuple(found)


@cache
def _select(
    model: type_of_model, columns: type_of_names, where: type_of_names, order: type_of_names, vendor: str
) -> str:
    sorted_by = ", ".join(
        f"{_name(model, name.removeprefix('-'))}{' DESC' if name.startswith('-') else ''}" for name in order
    )
    asked = ", ".join(_unread(model, name, vendor) for name in columns)
    return (
        f"SELECT {asked} FROM {_table(model)} WHERE {_each(model, where, vendor, ' AND ')}"  # noqa: S608
        + (f" ORDER BY {sorted_by}" if order else "")
    )


def _unread(model: type_of_model, name: str, vendor: str) -> str:
    """A column as it lies there: the driver of SQLite would read every day and moment of every row."""
    dated = vendor == "sqlite" and isinstance(_fields(model)[name], models.DateField)
    return f"+{_name(model, name)}" if dated else _name(model, name)


@cache
def _insert(model: type_of_model, names: type_of_names, vendor: str, once: bool) -> str:  # noqa: FBT001
    marks = ", ".join(_mark(vendor) for _ in names)
    said = " ON CONFLICT DO NOTHING" if once else ""
    return f"INSERT INTO {_table(model)} ({_names(model, names)}) VALUES ({marks}){said}"  # noqa: S608


@cache
def _update(model: type_of_model, names: type_of_names, where: type_of_names, vendor: str) -> str:
    changed, here = _each(model, names, vendor, ", "), _each(model, where, vendor, " AND ")
    return f"UPDATE {_table(model)} SET {changed} WHERE {here}"  # noqa: S608


def _each(model: type_of_model, names: type_of_names, vendor: str, between: str) -> str:
    return between.join(f"{_name(model, name)} = {_mark(vendor)}" for name in names)


def _mark(vendor: str) -> str:
    """Where a value comes: every value travels beside the statement, never in it."""
    return "?" if vendor == "sqlite" else "%s"


def _names(model: type_of_model, names: type_of_names) -> str:
    return ", ".join(_name(model, name) for name in names)


def _name(model: type_of_model, name: str) -> str:
    return connections[DEFAULT_DB_ALIAS].ops.quote_name(_fields(model)[name].column)


def _table(model: type_of_model) -> str:
    return connections[DEFAULT_DB_ALIAS].ops.quote_name(model._meta.db_table)  # noqa: SLF001
