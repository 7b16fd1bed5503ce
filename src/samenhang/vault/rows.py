"""The second wall, in PostgreSQL itself: a row is seen and written inside its own practice alone.

`FORCE` holds for the owner of the tables too. A migration that makes a table runs `guard` again; a test
walks every table and names the one that was forgotten.
"""

from typing import Any

POLICY = "own_practice"


def guard(apps: Any, schema_editor: Any) -> None:
    """Put row-level security on every table that belongs to a practice; nothing to do on SQLite."""
    if schema_editor.connection.vendor != "postgresql":
        return
    for table, column in guarded(apps):
        for statement in _statements(schema_editor.quote_name(table), schema_editor.quote_name(column)):
            schema_editor.execute(statement)


def guarded(apps: Any) -> list[tuple[str, str]]:
    """Every table of a practice, with the column that says which."""
    found = []
    for model in apps.get_app_config("samenhang").get_models():
        names = {field.name: field.column for field in model._meta.concrete_fields}  # noqa: SLF001
        column = names["id"] if model.__name__ == "Practice" else names.get("practice")
        if column:
            found.append((model._meta.db_table, column))  # noqa: SLF001
    return found


def _statements(table: str, column: str) -> tuple[str, ...]:
    here = "current_setting('samenhang.practice', true)"
    return (
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS {POLICY} ON {table}",
        f"CREATE POLICY {POLICY} ON {table} USING ({here} IN ({column}::text, '*'))",
    )
