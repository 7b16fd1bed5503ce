"""`samenhang bench NAME`: the figures of the folder bench/, measured on this machine."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from samenhang.cli.arguments import Arguments
from samenhang.environment import WrongConfiguration

BENCH = Path(__file__).resolve().parents[3] / "bench"
PARTS = {"serving", "load", "house"}  # what the others are made of


def bench_command(argv: Sequence[str]) -> int:
    """Run one measurement, or name them; 2 with one sentence where they are not."""
    asked, rest = _parser().parse_known_args(argv)
    known = measurements()
    if not known:
        raise WrongConfiguration("De metingen staan in de map bench van de broncode, en die is hier niet.")
    if asked.name is None:
        print("\n".join(f"  {name:<8}  {_first_line(path)}" for name, path in known.items()))
        return 0
    if asked.name not in known:
        raise WrongConfiguration(f"Er is geen meting ‘{asked.name}’. Er zijn: {', '.join(known)}.")
    return subprocess.run([sys.executable, known[asked.name], *rest], check=False).returncode


def measurements() -> dict[str, Path]:
    """Every measurement by name."""
    return {path.stem: path for path in sorted(BENCH.glob("*.py")) if path.stem not in PARTS}


def _first_line(path: Path) -> str:
    return path.read_text("utf-8").split("\n", 1)[0].strip('" ')


def _parser() -> Arguments:
    parser = Arguments("bench", "Meet hoe snel het hier is, en vergelijk. Zonder naam: wat er te meten is.")
    parser.add_argument("name", nargs="?", metavar="NAAM", help="welke meting; wat volgt, gaat ernaartoe")
    return parser
