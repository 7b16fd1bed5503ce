"""What a form answers that hints nothing, draws nothing and has no buttons of its own."""

from collections.abc import Mapping

from samenhang.method.dossier import Dossier
from samenhang.tools.tool import Typed


def hint(_: Typed, __: Dossier) -> str:
    return ""


def picture(_: Typed, __: Dossier) -> str:
    return ""


def pointed(typed: Typed, _: Mapping[str, str]) -> Typed:
    return typed


def stepped(typed: Typed) -> Typed:
    return typed
