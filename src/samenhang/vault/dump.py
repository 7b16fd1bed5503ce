"""Every row of the house as lines of JSON, the same from SQLite and from PostgreSQL, and back.

A table begins with one object that names it and its columns; its rows are arrays. The last line counts.
"""

import base64
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

from samenhang.vault.models import Tombstone, WrappedKey
from samenhang.vault.stream import BrokenBackup

LABELS = ("samenhang", "account", "mfa")
KEYS: tuple[type[models.Model], ...] = (WrappedKey, Tombstone)
_BATCH = 2000
_AS_THEY_ARE = {"CharField", "EmailField", "BigAutoField", "BigIntegerField", "BooleanField"}
type_of_model = type[models.Model]


def data_tables() -> list[type_of_model]:
    """Every table that holds something of ours, but the keys: those go in a file apart."""
    found = [m for label in LABELS for m in apps.get_app_config(label).get_models(include_auto_created=True)]
    return [model for model in found if model not in KEYS and model._meta.managed]  # noqa: SLF001


def dumped(tables: Iterable[type_of_model], using: str = "default") -> Iterator[bytes]:
    """The rows of tables, one line each, and at the end how many there were."""
    counts: dict[str, int] = {}
    for model in tables:
        label, columns = model._meta.label, _columns(model)  # noqa: SLF001
        yield _line({"table": label, "columns": columns})
        counts[label] = 0
        rows = model._base_manager.using(using).order_by("pk").values_list(*columns)  # noqa: SLF001
        for row in rows.iterator(_BATCH):
            counts[label] += 1
            yield _line(row)
    yield _line({"counts": counts})


def _columns(model: type_of_model) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]  # noqa: SLF001


def _line(said: Any) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), default=_plain).encode()


def _plain(value: Any) -> str:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, date) else str(value)


def load(lines: Iterable[bytes], model_of: Callable[[str], type_of_model]) -> dict[str, int]:
    """Put rows in the tables they came from, in the caller's transaction; give how many of each."""
    counts: dict[str, int] = {}
    heading: dict[str, Any] = {}
    for said in _batches(map(json.loads, lines)):
        if isinstance(said, list):
            counts[heading["table"]] += _insert(model_of(heading["table"]), heading["columns"], said)
        elif "table" in said:
            heading = said
            counts[said["table"]] = 0
        elif said["counts"] == counts:
            return counts
    raise BrokenBackup("De back-up telt andere rijen dan erin staan; er is niets veranderd.")


def _batches(lines: Iterator[Any]) -> Iterator[Any]:
    """Objects one by one, arrays some thousands at a time."""
    held: list[Any] = []
    for said in lines:
        if isinstance(said, list):
            held.append(said)
        if held and (isinstance(said, dict) or len(held) >= _BATCH):
            yield held
            held = []
        if isinstance(said, dict):
            yield said


def _insert(model: type_of_model, columns: list[str], rows: list[Any]) -> int:
    """Insert rows, column by column made ready: a quarter of a million must not take long."""
    target = connections["default"]
    by_name = {field.attname: field for field in model._meta.concrete_fields}  # noqa: SLF001
    fields = [by_name[name] for name in columns]
    made = [
        map(_way_in(field, target), held) for field, held in zip(fields, zip(*rows, strict=True), strict=True)
    ]
    quote = target.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    with target.cursor() as cursor:
        table = quote(model._meta.db_table)  # noqa: SLF001
        cursor.executemany(
            f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608
            list(zip(*made, strict=True)),
        )
    return len(rows)


def _way_in(field: Any, target: BaseDatabaseWrapper) -> Callable[[Any], Any]:
    """The way from JSON to what a column of this database takes."""
    while field.remote_field:
        field = field.target_field
    uuid = UUID if target.features.has_native_uuid_field else _bare_uuid
    kinds: dict[str, Callable[[Any], Any]] = {
        "UUIDField": uuid,
        "DateTimeField": lambda said: target.ops.adapt_datetimefield_value(datetime.fromisoformat(said)),
        "DateField": lambda said: target.ops.adapt_datefield_value(date.fromisoformat(said)),
        "BinaryField": base64.b64decode,
        "JSONField": lambda said: field.get_db_prep_save(said, target),
    }
    if field.get_internal_type() in _AS_THEY_ARE:
        return lambda said: said
    way = kinds.get(
        field.get_internal_type(), lambda said: field.get_db_prep_save(field.to_python(said), target)
    )
    return lambda said: None if said is None else way(said)


def _bare_uuid(said: str) -> str:
    return said.replace("-", "")


def clear(tables: Iterable[type_of_model]) -> None:
    """Empty tables, in the caller's transaction; references are checked at its end."""
    with connection.cursor() as cursor:
        for model in tables:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")  # noqa: S608, SLF001


def renumber(tables: Iterable[type_of_model]) -> None:
    """Let the counters of the database go on after the highest number that came in."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)


def first(lines: Iterator[bytes]) -> dict[str, Any]:
    """The line that says what follows."""
    for line in islice(lines, 1):
        found: dict[str, Any] = json.loads(line)
        return found
    raise BrokenBackup("De back-up is leeg.")
