"""`samenhang toolkit`: every tool of the method as an empty A4, one by one and all in one."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from samenhang.look.paper import PaperFailed
from samenhang.tools.catalog import ROOMS
from samenhang.tools.printing import empty_page, print_booklet, print_page


def toolkit_command(argv: Sequence[str]) -> int:
    """Print the toolkit into a folder; give 0, or 2 with one sentence when it could not be done."""
    asked = _parser().parse_args(argv)
    try:
        written = print_toolkit(asked.out, practice=asked.practice)
    except (OSError, PaperFailed) as error:
        print(f"De toolkit kon niet geprint worden: {error}", file=sys.stderr)
        return 2
    print(f"{len(written)} pdf's in {asked.out}: {', '.join(path.name for path in written)}")
    return 0


def print_toolkit(out: Path, *, practice: str = "") -> list[Path]:
    """Print each tool as an empty page, and all of them as one document."""
    out.mkdir(parents=True, exist_ok=True)
    pages = {room.card.path: print_page(empty_page(room, practice), room.card.title) for room in ROOMS} | {
        "toolkit": print_booklet(practice=practice)
    }
    return [_write(out / f"{name}.pdf", page) for name, page in pages.items()]


def _write(path: Path, page: bytes) -> Path:
    path.write_bytes(page)
    return path


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="samenhang toolkit", description="De lege bladen van de methode, op A4."
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="de map voor de pdf's")
    parser.add_argument("--lang", choices=["nl"], default="nl", help="de taal van de bladen")
    parser.add_argument(
        "--practice", default="", metavar="NAAM", help="de naam van je praktijk, bovenaan elk blad"
    )
    return parser
