"""`samenhang urls --json`: every address, its methods, its parameters and who may come in."""

import inspect
import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from samenhang.cli.arguments import Arguments
from samenhang.cli.frame import start_frame

EVERY_METHOD = ["DELETE", "GET", "PATCH", "POST", "PUT"]
_PART = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")

type_of_route = dict[str, Any]


def urls_command(argv: Sequence[str]) -> int:
    """Print every route; one without a rule has `null` there, and the suite fails on it."""
    parser = Arguments("urls", "Elk adres, met wie er binnen mag.")
    parser.add_argument("--json", action="store_true", help="als één JSON-document")
    asked = parser.parse_args(argv)
    start_frame()
    found = sorted(routes(), key=lambda route: str(route["path"]))
    if asked.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    width = max(len(route["path"]) for route in found)
    for route in found:
        print(f"{route['path']:<{width}}  {','.join(route['methods']):<20}  {route['rule'] or 'GEEN REGEL'}")
    return 0


def routes() -> Iterator[type_of_route]:
    """Walk every address of the house."""
    from django.urls import get_resolver

    yield from _walk(get_resolver().url_patterns, "/", "")


def _walk(patterns: Sequence[Any], before: str, namespace: str) -> Iterator[type_of_route]:
    for each in patterns:
        address = before + str(each.pattern)
        if hasattr(each, "url_patterns"):
            inner = f"{namespace}{each.namespace}:" if each.namespace else namespace
            yield from _walk(each.url_patterns, address, inner)
        else:
            yield _route(address, namespace, each)


def _route(address: str, namespace: str, each: Any) -> type_of_route:
    return {
        "path": _PART.sub(r"{\g<name>}", address),
        "name": f"{namespace}{each.name}" if each.name else None,
        "methods": methods_of(each.callback),
        "params": {part["name"]: part["kind"] or "str" for part in _PART.finditer(address)},
        "rule": getattr(each.callback, "rule", None),
    }


def methods_of(view: Callable[..., Any]) -> list[str]:
    """The methods a view answers: said by Django's decorators, by its class, or by the API."""
    for layer in _layers(view):
        held = inspect.getclosurevars(layer).nonlocals if inspect.isfunction(layer) else {}
        if "request_method_list" in held:
            return sorted(held["request_method_list"])
        if "view_class" in vars(layer):
            return _methods_of_class(layer.view_class)
        operations = getattr(held.get("self"), "operations", ())
        if operations:
            return sorted({method for operation in operations for method in operation.methods})
    return EVERY_METHOD


def _layers(view: Any) -> Iterator[Any]:
    """A view and everything it wraps, outermost first."""
    while view is not None:
        yield view
        view = getattr(view, "__wrapped__", None)


def _methods_of_class(view: type[Any]) -> list[str]:
    return [method for method in EVERY_METHOD if hasattr(view, method.lower())]
