"""Every address of the house, walked from the URLconf, with the rule of its view."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

_PART = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")


@dataclass(frozen=True)
class Route:
    """One address: `/clienten/<uuid:client>/`, the name it is reversed by, and the rule its view carries."""

    path: str
    name: str
    rule: str | None
    params: tuple[tuple[str, str], ...]

    def at(self, values: Mapping[str, Any]) -> str:
        """The address with every parameter filled in; a parameter nobody has a value for raises."""
        return _PART.sub(lambda part: str(values[part["name"]]), self.path)

    @property
    def uuids(self) -> tuple[str, ...]:
        return tuple(name for name, kind in self.params if kind == "uuid")


def routes() -> list[Route]:
    return list(_walk(get_resolver().url_patterns, "/", ""))


def _walk(patterns: list[Any], above: str, space: str) -> Iterator[Route]:
    for each in patterns:
        path = above + str(each.pattern)
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from _walk(each.url_patterns, path, inner)
        elif isinstance(each, URLPattern):
            params = tuple((part["name"], part["kind"] or "str") for part in _PART.finditer(path))
            rule = getattr(each.callback, "rule", None)
            yield Route(path, space + (each.name or ""), rule, params)
