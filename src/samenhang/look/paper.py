"""The print shop: a template and its data become an A4 that reads aloud well, the same bytes every time."""

import json
import re
import threading
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

import typst

from samenhang.look.glyphs import PLAIN, legible, type_of_ranges

ROOT = Path(__file__).resolve().parents[1]
PRESS = Path(__file__).with_suffix("") / "press.typ"
FONTS = Path(__file__).with_suffix("") / "fonts"
STANDARD: Final = "ua-1"

type_of_page = tuple[Path, Mapping[str, object]]

# One compiler per process, warm; Typst lets one thread in at a time.
_at_work = threading.Lock()


class PaperFailed(Exception):
    """A page could not be made. It knows which templates and why, and never what was written on them."""

    def __init__(self, templates: Sequence[str], reason: str) -> None:
        super().__init__(f"{', '.join(templates)}: {reason}")
        self.templates, self.reason = tuple(templates), reason


def render(template: Path, data: Mapping[str, object], *, title: str, stamp: datetime | None = None) -> bytes:
    """Print one page; raise PaperFailed when the template does not hold."""
    return join([(template, data)], title=title, stamp=stamp)


def join(pages: Sequence[type_of_page], *, title: str, stamp: datetime | None = None) -> bytes:
    """Print pages one after the other in one document. Without a stamp it carries no date at all."""
    try:
        return _print(pages, legible(title), stamp)
    except typst.TypstError:
        # Rare signs can combine into something no font draws: then the plain alphabet, with placeholders.
        plain = [(template, _within(PLAIN, data)) for template, data in pages]
    try:
        return _print(plain, legible(title, PLAIN), stamp)
    except typst.TypstError as error:
        raise PaperFailed([template.parent.name for template, _ in pages], _unspoken(str(error))) from None


def _print(pages: Sequence[type_of_page], title: str, stamp: datetime | None) -> bytes:
    told = [{"template": _from_root(template), "data": data} for template, data in pages]
    with _at_work:
        printed = _compiler().compile(
            input=str(PRESS),
            sys_inputs={"title": title, "dated": "yes" if stamp else "", "pages": json.dumps(told)},
            pdf_standards=STANDARD,
            timestamp=int(stamp.timestamp()) if stamp else 0,
        )
    return cast("bytes", printed)


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(root=str(ROOT), font_paths=[str(FONTS)], ignore_system_fonts=True)


def _from_root(template: Path) -> str:
    return "/" + template.resolve().relative_to(ROOT).as_posix()


def _within(ranges: type_of_ranges, value: Any) -> Any:
    if isinstance(value, str):
        return legible(value, ranges)
    if isinstance(value, Mapping):
        return {key: _within(ranges, each) for key, each in value.items()}
    if isinstance(value, Sequence):
        return [_within(ranges, each) for each in value]
    return value


def _unspoken(diagnosis: str) -> str:
    """Typst quotes what it stumbled over; what someone wrote does not belong in a log."""
    return re.sub(r'`[^`]*`|"[^"]*"', "…", diagnosis)
