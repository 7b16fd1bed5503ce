"""`samenhang plan` and `samenhang lean`: Dutch sentences and canvases to JSON."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from samenhang.cli.arguments import Arguments
from samenhang.language.nl import question, read
from samenhang.language.nl.lean import canvas_of, check
from samenhang.language.nl.plan import Plan

OK, BAD_INPUT = 0, 2
_ZONE = "Europe/Brussels"
_SAID = {
    "plan": "Dit is een plan.",
    "vaag": "Dit is nog vaag.",
    "te_veel": "Dit zijn meerdere acties tegelijk.",
    "geen_plan": "Hierin staat geen plan.",
}


class _BadInput(Exception):
    """What is wrong with the input."""


def plan_command(argv: Sequence[str]) -> int:
    """Read one sentence, or a file of them; the exit code is the answer."""
    parser = Arguments("plan", "Leest een zin als plan.")
    parser.add_argument("zin", nargs="?", help="de zin")
    parser.add_argument("--ref", metavar="ISO", help="het moment waarop de zin gezegd is (nu)")
    parser.add_argument("--json", action="store_true", help="alleen het JSON-document")
    parser.add_argument("--jsonl", nargs=2, metavar=("IN", "UIT"), help="rijen met id, text en ref")
    return _run(lambda: _plan(parser.parse_args(argv)))


def lean_command(argv: Sequence[str]) -> int:
    """Check a file of canvases."""
    parser = Arguments("lean", "Leancheck van canvassen.")
    parser.add_argument(
        "--jsonl",
        nargs=2,
        metavar=("IN", "UIT"),
        required=True,
        help="rijen met id en canvas",
    )
    return _run(lambda: _convert(parser.parse_args(argv).jsonl, _lean_row))


def _run(command: Callable[[], None]) -> int:
    try:
        command()
    except _BadInput as problem:
        print(problem, file=sys.stderr)
        return BAD_INPUT
    return OK


def _plan(asked: argparse.Namespace) -> None:
    if asked.jsonl:
        _convert(asked.jsonl, _plan_row)
        return
    if asked.zin is None:
        raise _BadInput("Geef een zin, of --jsonl met een bestand om te lezen en een om te schrijven.")
    zone = ZoneInfo(_ZONE)
    ref = _moment(asked.ref, zone) if asked.ref else datetime.now(zone)
    plan = read(asked.zin, ref)
    if asked.json:
        print(json.dumps(plan.to_json(), ensure_ascii=False))
    else:
        print("\n".join(_lines(plan)))


def _lines(plan: Plan) -> Iterator[str]:
    yield _SAID[plan.verdict]
    yield from (f"  {span.kind}: {span.text}" for span in plan.spans)
    ask = question(plan)
    if ask is not None:
        yield ask


def _plan_row(row: dict[str, Any]) -> dict[str, Any]:
    name = str(row.get("tz") or _ZONE)
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as problem:
        raise _BadInput(f"Deze tijdzone is niet gekend: {name}.") from problem
    plan = read(_text(row, "text"), _moment(_text(row, "ref"), zone), name)
    return {"id": row.get("id"), "plan": plan.to_json()}


def _lean_row(row: dict[str, Any]) -> dict[str, Any]:
    canvas = row.get("canvas")
    if not isinstance(canvas, dict):
        raise _BadInput(f"Rij {row.get('id')} heeft geen canvas.")
    waste = check(canvas_of(canvas))
    return {
        "id": row.get("id"),
        "waste": [one.label for one in waste],
        "hints": [one.hint for one in waste],
    }


def _convert(paths: list[str], row_of: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Every row of one file to a row of the other; nothing is written when a row is wrong."""
    source, target = map(Path, paths)
    try:
        lines = source.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as problem:
        raise _BadInput(f"Het bestand {source} is niet te lezen.") from problem
    done = [row_of(_row(line, number)) for number, line in enumerate(lines, 1) if line.strip()]
    try:
        target.write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in done),
            encoding="utf-8",
        )
    except OSError as problem:
        raise _BadInput(f"Het bestand {target} is niet te schrijven.") from problem


def _row(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as problem:
        raise _BadInput(f"Regel {number} is geen JSON.") from problem
    if not isinstance(row, dict):
        raise _BadInput(f"Regel {number} is geen JSON-object.")
    return row


def _text(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str):
        raise _BadInput(f"Rij {row.get('id')} heeft geen {key}.")
    return value


def _moment(text: str, zone: ZoneInfo) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as problem:
        raise _BadInput(f"Dit is geen ISO-moment: {text}.") from problem
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
