"""`samenhang toolkit`: every tool of the method as an empty A4, one by one and all in one."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from samenhang.look.paper import ROOT, PaperFailed, join, type_of_page
from samenhang.look.paper_data import paper_data
from samenhang.method.canvas import Canvas
from samenhang.method.intake_scan import QUESTIONS, IntakeScan
from samenhang.method.needs_meter import NeedsMeter
from samenhang.method.safety_ladder import SafetyLadder
from samenhang.method.sheet import Shape

FREE = "Vrij te kopiëren · samenhang"


@dataclass(frozen=True)
class Card:
    """What an empty page of one tool is called and says of itself."""

    slug: str
    title: str
    shape: type[Shape]
    foot: str
    prompts: Mapping[str, Sequence[str]] = field(default_factory=dict)


# By the name of the room, in the order of the booklet.
CARDS: Mapping[str, Card] = {
    "intake_scan": Card(
        "intakescan",
        "Intakescan",
        IntakeScan,
        "Per lens één sterkte, één knelpunt, één stap. De rest mag wachten.",
        {f"{lens.value}.{cell.value}": asked for (lens, cell), asked in QUESTIONS.items()},
    ),
    "needs_meter": Card(
        "behoeftemeter",
        "Behoeftemeter",
        NeedsMeter,
        "Een beeld van één week, om samen over te praten.",
    ),
    "safety_ladder": Card(
        "veiligheidsladder",
        "Veiligheidsladder",
        SafetyLadder,
        "Wat je afspreekt, geldt tot je het samen verandert.",
    ),
    "canvas": Card(
        "sessiecanvas",
        "Sessiecanvas",
        Canvas,
        "Eén vraag, één hefboom, één stap. De rest mag wachten.",
    ),
}


def papers(rooms: Path = ROOT / "tools") -> list[Path]:
    """Every tool that can be printed, in the order of the booklet."""
    order = list(CARDS)
    return sorted(rooms.glob("*/paper.typ"), key=lambda paper: order.index(paper.parent.name))


def toolkit_command(argv: Sequence[str]) -> int:
    """Print the toolkit into a folder; give 0, or 1 with one sentence when it could not be done."""
    asked = _parser().parse_args(argv)
    try:
        written = print_toolkit(asked.out, papers(), practice=asked.practice)
    except (OSError, PaperFailed) as error:
        print(f"De toolkit kon niet geprint worden: {error}", file=sys.stderr)
        return 1
    print(f"{len(written)} pdf's in {asked.out}: {', '.join(path.name for path in written)}")
    return 0


def print_toolkit(out: Path, templates: Sequence[Path], *, practice: str = "") -> list[Path]:
    """Print each template as an empty page, and all of them as one document."""
    out.mkdir(parents=True, exist_ok=True)
    pages = [(template, _empty(template, practice)) for template in templates]
    written = [_write(out, _card(page[0]).slug, _card(page[0]).title, [page]) for page in pages]
    return [*written, _write(out, "toolkit", "Toolkit", pages)]


def _write(out: Path, slug: str, title: str, pages: Sequence[type_of_page]) -> Path:
    path = out / f"{slug}.pdf"
    path.write_bytes(join(pages, title=title))
    return path


def _card(template: Path) -> Card:
    return CARDS[template.parent.name]


def _empty(template: Path, practice: str) -> Mapping[str, object]:
    card = _card(template)
    return paper_data(
        card.shape,
        title=card.title,
        practice=practice,
        foot=card.foot,
        foot_right=FREE,
        prompts=card.prompts,
    )


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
