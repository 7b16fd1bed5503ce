"""Other readers of dates beside ours, on the same sentences, for what all can do: day and clock.

Run: .venv/bin/python bench/language/peers.py [--python VENV/bin/python] [--node FOLDER]

`--python` is the interpreter of a throw-away environment with dateparser; `--node` is a folder in which
`npm install chrono-node` was done. What is absent is said in one line. A sentence is right when the day and
every clock that it means are among what was found; only sentences that mean a day or a clock count.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.language.contact import BRUSSELS, contacts, names  # noqa: E402
from tests.language.shared import SHARED  # noqa: E402

from samenhang.language.nl import read  # noqa: E402

# What a peer found in one sentence: the day and the clock of each moment, either may be missing.
Moments = list[tuple[str | None, str | None]]
Peer = Callable[[list[tuple[str, datetime]]], list[Moments]]

DATEPARSER = """
import json, sys
from datetime import datetime
from dateparser.search import search_dates
for line in sys.stdin:
    text, ref = json.loads(line)
    settings = {"RELATIVE_BASE": datetime.fromisoformat(ref), "PREFER_DATES_FROM": "future"}
    found = search_dates(text, languages=["nl"], settings=settings) or []
    print(json.dumps([[f"{at:%Y-%m-%d}", f"{at:%H:%M}"] for _, at in found]))
"""
CHRONO = """
const chrono = require("chrono-node");
const two = (n) => String(n).padStart(2, "0");
require("fs").readFileSync(0, "utf8").trim().split("\\n").forEach((line) => {
  const [text, ref] = JSON.parse(line);
  const found = chrono.nl.parse(text, new Date(ref), { forwardDate: true }).map((one) => {
    const at = one.start;
    const day = [at.get("year"), two(at.get("month")), two(at.get("day"))].join("-");
    return [day, at.isCertain("hour") ? two(at.get("hour")) + ":" + two(at.get("minute")) : null];
  });
  console.log(JSON.stringify(found));
});
"""


def meant() -> list[tuple[str, datetime, dict[str, Any]]]:
    """Every sentence that says a day or a clock, of the first contacts and of the samples."""
    rows = [(row.text, row.ref, row.expect) for name in names() for row in contacts(name)]
    path = SHARED / "data" / "plans_dev.jsonl"
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows.append((row["text"], datetime.fromisoformat(row["ref"]).astimezone(BRUSSELS), row["expect"]))
    return [row for row in rows if row[2].get("date") or row[2].get("times")]


def is_right(expect: dict[str, Any], found: Moments) -> bool:
    """Its day where one is meant, and every clock that is meant; what else was found does not count."""
    day, times = expect.get("date"), set(expect.get("times") or ())
    if day and day not in {at for at, _ in found}:
        return False
    return times <= {clock for _, clock in found}


def ours(sentences: list[tuple[str, datetime]]) -> list[Moments]:
    plans = [read(text, ref) for text, ref in sentences]
    return [[(plan.date, clock) for clock in plan.times or (None,)] for plan in plans]


def through(command: list[str], folder: Path | None = None) -> Peer:
    """A peer that reads [text, moment] a line and writes its moments a line."""

    def ask(sentences: list[tuple[str, datetime]]) -> list[Moments]:
        asked = "".join(
            json.dumps([text, ref.replace(tzinfo=None).isoformat()]) + "\n" for text, ref in sentences
        )
        answer = subprocess.run(
            command,
            input=asked,
            capture_output=True,
            text=True,
            check=True,
            cwd=folder,
            env={"TZ": "Europe/Brussels"},
        )
        return [[(day, clock) for day, clock in json.loads(line)] for line in answer.stdout.splitlines()]

    return ask


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--python", default=sys.executable)
    asked.add_argument("--node", type=Path)
    chosen = asked.parse_args()
    rows = meant()
    print(f"day and clock, {len(rows)} sentences that say one")
    peers: dict[str, Peer] = {
        "samenhang": ours,
        "dateparser": through([chosen.python, "-c", DATEPARSER]),
        "chrono-node": through(
            ["/usr/bin/env", "PATH=/usr/local/bin:/usr/bin", "node", "-e", CHRONO], chosen.node
        ),
    }
    for name, peer in peers.items():
        try:
            found = peer([(text, ref) for text, ref, _ in rows])
        except (OSError, subprocess.CalledProcessError):
            print(f"  {name}: not here")
            continue
        right = sum(is_right(expect, got) for (_, _, expect), got in zip(rows, found, strict=True))
        print(f"  {name}: {right}/{len(rows)} = {right / len(rows):.3f}")


if __name__ == "__main__":
    main()
