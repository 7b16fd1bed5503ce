"""Rows as the database gives them, for what is read by the thousand or written within a millisecond.

A model for every row and a query built anew for every page is what costs most there. Whoever calls this
came through the door, names the practice, and turns into values only what it needs.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from django.db import connection, models

type_of_rows = list[tuple[Any, ...]]
type_of_model = type[models.Model]
type_of_names = tuple[str, ...]


def bare_rows(
    model: type_of_model,
    columns: type_of_names,
    where: Mapping[str, Any],
    *,
    order: type_of_names = (),
    last: str = "",
) -> type_of_rows:
    """Give columns of the rows that fit; `order` names columns, with a minus for descending."""
    sql = _select(model, columns, tuple(where), order)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} {last}".rstrip(), _prepared(model, where))
        return cursor.fetchall()


def insert_bare(model: type_of_model, values: Mapping[str, Any], *, once: bool = False) -> bool:
    """Insert one row; with `once` say whether it was new, decided by the database in this one statement."""
    sql = _insert(model, tuple(values), once)
    with connection.cursor() as cursor:
        cursor.execute(sql, _prepared(model, values))
        return bool(cursor.rowcount == 1)


def update_bare(model: type_of_model, values: Mapping[str, Any], where: Mapping[str, Any]) -> bool:
    """Change the rows that fit; say whether there was one."""
    sql = _update(model, tuple(values), tuple(where))
    with connection.cursor() as cursor:
        cursor.execute(sql, [*_prepared(model, values), *_prepared(model, where)])
        return bool(cursor.rowcount == 1)


def as_values(model: type_of_model, columns: type_of_names, row: Sequence[Any]) -> list[Any]:
    """Turn what the database gave into values of Python: ids, days, moments, bytes."""
    ways = _ways(model, columns, connection.vendor)
    return [_through(found, value, column) for (column, found), value in zip(ways, row, strict=True)]


def _through(converters: tuple[Any, ...], value: Any, column: Any) -> Any:
    for convert in converters:
        value = convert(value, column, connection)
    return value


def _prepared(model: type_of_model, values: Mapping[str, Any]) -> list[Any]:
    fields = _fields(model)
    return [fields[name].get_db_prep_save(value, connection) for name, value in values.items()]


@cache
def _fields(model: type_of_model) -> dict[str, Any]:
    return {field.attname: field for field in model._meta.concrete_fields}  # noqa: SLF001


@cache
def _ways(
    model: type_of_model, columns: type_of_names, _vendor: str
) -> tuple[tuple[Any, tuple[Any, ...]], ...]:
    """For each column what turns its raw value into one of Python."""
    found = []
    for name in columns:
        column = _fields(model)[name].get_col(model._meta.db_table)  # noqa: SLF001
        ways = (*connection.ops.get_db_converters(column), *column.get_db_converters(connection))
        found.append((column, ways))
    return tuple(found)


@cache
def _select(model: type_of_model, columns: type_of_names, where: type_of_names, order: type_of_names) -> str:
    sorted_by = ", ".join(
        f"{_name(model, name.removeprefix('-'))}{' DESC' if name.startswith('-') else ''}" for name in order
    )
    return (
        f"SELECT {_names(model, columns)} FROM {_table(model)} WHERE {_each(model, where, ' AND ')}"  # noqa: S608
        + (f" ORDER BY {sorted_by}" if order else "")
    )


@cache
def _insert(model: type_of_model, names: type_of_names, once: bool) -> str:  # noqa: FBT001
    marks = ", ".join(["%s"] * len(names))
    said = " ON CONFLICT DO NOTHING" if once else ""
    return f"INSERT INTO {_table(model)} ({_names(model, names)}) VALUES ({marks}){said}"  # noqa: S608


@cache
def _update(model: type_of_model, names: type_of_names, where: type_of_names) -> str:
    changed = _each(model, names, ", ")
    return f"UPDATE {_table(model)} SET {changed} WHERE {_each(model, where, ' AND ')}"  # noqa: S608


def _each(model: type_of_model, names: type_of_names, between: str) -> str:
    return between.join(f"{_name(model, name)} = %s" for name in names)


def _names(model: type_of_model, names: type_of_names) -> str:
    return ", ".join(_name(model, name) for name in names)


def _name(model: type_of_model, name: str) -> str:
    return connection.ops.quote_name(_fields(model)[name].column)


def _table(model: type_of_model) -> str:
    return connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001
