"""The stored versions of every shape. After giving a shape a new version and its upgrade, keep it for good:

.venv/bin/python -m tests.method.versions
"""

import dataclasses
import json
import types
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from samenhang.method.sheet import Document, Shape, type_of_json
from tests.method.cast import EVERYTHING

FIXTURES = Path(__file__).parent / "fixtures"
FIELDS = FIXTURES / "fields.json"


def fixture_of(slug: str, version: int) -> Path:
    return FIXTURES / f"{slug}.v{version}.json"


def document_of(kept: Document) -> type_of_json:
    """What is stored of one document: what is shared, and of a sheet the coach's own part."""
    own = {"private": kept.to_json(private=True)} if isinstance(kept, Shape) else {}
    return {"shared": kept.to_json(), **own}


def read(kind: type[Document], stored: type_of_json) -> Document:
    kept = kind.from_json(stored["shared"])
    return kept.with_private(stored["private"]) if isinstance(kept, Shape) else kept


def fields_of(kind: Any) -> Any:
    """The tree of a shape: names, types, the values of enums, and what is private."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin is tuple:
        return [fields_of(inside[0])]
    if origin in (Union, types.UnionType):
        return {"or nothing": [fields_of(each) for each in inside if each is not type(None)]}
    if issubclass(kind, Enum):
        return " | ".join(str(each.value) for each in kind)
    if not dataclasses.is_dataclass(kind):
        return kind.__name__
    hints = get_type_hints(kind)
    return {
        f.name + (" (private)" if f.metadata.get("private") else ""): fields_of(hints[f.name])
        for f in dataclasses.fields(kind)
    }


def keep() -> None:
    """Store what is new; what was stored stays as it was."""
    fields = json.loads(FIELDS.read_text("utf-8")) if FIELDS.exists() else {}
    for kept in EVERYTHING:
        fixture = fixture_of(kept.slug, kept.version)
        fields.setdefault(fixture.stem, fields_of(type(kept)))
        if not fixture.exists():
            write(fixture, document_of(kept))
    write(FIELDS, fields)


def write(path: Path, document: Any) -> None:
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    keep()
