"""What the whole suite reached, and whether that is enough: `script/test` asks it after a run of all."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from coverage import Coverage

WHOLE = (
    "samenhang/method/",
    "samenhang/analysis/",
    "samenhang/vault/",
    "samenhang/practice/access.py",
)  # every line and every branch
LEAST = 95.0  # of everything together
ROOT = Path(__file__).parents[2]
MOST_NAMED = 5


def too_little(report: Mapping[str, Any]) -> str:
    """One line about what the suite did not reach; nothing when it is enough."""
    files = {name.rpartition("src/")[2]: file for name, file in report["files"].items()}
    for part in WHOLE:
        if not any(name.startswith(part) for name in files):
            return f"Dekking: van {part} is niets gemeten."
    missing = [each for name, file in sorted(files.items()) for each in _missing(name, file)]
    reached = report["totals"]["percent_covered"]
    if missing:
        more = f" en nog {len(missing) - MOST_NAMED}" if len(missing) > MOST_NAMED else ""
        return f"Dekking: geen test komt bij {', '.join(missing[:MOST_NAMED])}{more}."
    return "" if reached >= LEAST else f"Dekking: {reached:.1f} % van alles samen, {LEAST:g} % is het minste."


def _missing(name: str, file: Mapping[str, Any]) -> Iterator[str]:
    if not name.startswith(WHOLE):
        return
    lines = set(file["missing_lines"])
    yield from (f"{name}:{line}" for line in sorted(lines))
    for begin, end in file["missing_branches"]:
        if not {begin, end} & lines:
            yield f"{name}:{begin}->{end if end > 0 else 'uit'}"


def _report() -> Mapping[str, Any]:
    kept = Coverage()
    kept.load()
    with TemporaryDirectory() as place:
        kept.json_report(outfile=str(Path(place) / "report.json"))
        found: Mapping[str, Any] = json.loads((Path(place) / "report.json").read_text("utf-8"))
    return found


if __name__ == "__main__":
    sys.exit(too_little(_report()) or None)
