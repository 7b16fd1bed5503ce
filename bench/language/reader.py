"""How well and how fast sentences are read: our own corpus, the shared samples where they lie beside it.

Run: .venv/bin/python bench/language/reader.py

Accuracy compares as the contract does. CPU is process time of one thread, the best of five rounds for each
sentence, beside a fixed loop of plain arithmetic: on another machine the ratio to that loop is what holds.
What others make of the same sentences is in `peers.py`; what is read at first contact in `first_contact.py`.
"""

import gc
import json
import runpy
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.language.rows import HERE, Row, differences, rows  # noqa: E402
from tests.language.shared import SHARED  # noqa: E402

from samenhang.language.nl import read  # noqa: E402
from samenhang.language.nl.lean import canvas_of, check  # noqa: E402

ROUNDS = 5
TIMES = ("times", "day_part", "duration_s")
DATES = ("freq", "days", "n", "date", "start", "until", "until_event", "within_48h", "ical")
NOT_SENTENCES = ("observation", "planb", "help")


def own_rows() -> Iterator[Row]:
    for path in sorted(HERE.glob("*.txt")):
        if not path.stem.startswith(NOT_SENTENCES):
            yield from rows(path.stem)


def calibration() -> float:
    """Microseconds of a fixed loop, the best of five."""

    def loop() -> int:
        total = 0
        for number in range(1000):
            total += number * number % 7
        return total

    return min(cpu_us(loop) for _ in range(ROUNDS))


def cpu_us(work: Callable[[], object]) -> float:
    began = time.process_time_ns()
    work()
    return (time.process_time_ns() - began) / 1e3


def best_us(text: str, ref: datetime) -> float:
    return min(cpu_us(lambda: read(text, ref)) for _ in range(ROUNDS))


def own_accuracy() -> None:
    made = list(own_rows())
    wrong = [differences(row.expect, read(row.text, row.ref).to_json()) for row in made]
    for name, keys in (("core", None), ("times", TIMES), ("dates", DATES)):
        right = sum(not (found if keys is None else found.keys() & set(keys)) for found in wrong)
        print(f"  {name:6} {right}/{len(made)} = {right / len(made):.3f}")
    nots = [row for row in made if row.expect == {"is_plan": False}]
    taken = sum(read(row.text, row.ref).is_plan for row in nots)
    print(f"  no plan, read as a plan: {taken}/{len(nots)} = {taken / len(nots):.3f}")


def shared_rows(name: str) -> list[dict[str, Any]]:
    path = SHARED / "data" / name
    return (
        [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
        if path.exists()
        else []
    )


def shared_accuracy(samples: list[dict[str, Any]]) -> None:
    same = runpy.run_path(str(SHARED / "data" / "score_plans.py"))["same"]
    right = dict.fromkeys(("core", "times", "dates"), 0)
    for row in samples:
        found = read(row["text"], datetime.fromisoformat(row["ref"]), row["tz"]).to_json()
        bad = {key for key in row["strict"] if not same(key, row["expect"].get(key), found[key])}
        right["core"] += not bad
        right["times"] += not bad & set(TIMES)
        right["dates"] += not bad & set(DATES)
    for name, count in right.items():
        print(f"  {name:6} {count}/{len(samples)} = {count / len(samples):.3f}")


def lean_accuracy(samples: list[dict[str, Any]]) -> None:
    right = sum(
        sorted(waste.label for waste in check(canvas_of(row["canvas"]))) == sorted(row["waste"])
        for row in samples
    )
    print(f"  lean, whole canvases {right}/{len(samples)} = {right / len(samples):.3f}")


def speed(texts: list[tuple[str, datetime]]) -> None:
    fixed = calibration()
    gc.collect()
    spent = sorted(best_us(*one) for one in texts)
    median, p95 = statistics.median(spent), spent[int(len(spent) * 0.95)]
    print(f"  fixed loop {fixed:.0f} us; median {median / 1e3:.3f} ms = {median / fixed:.1f} x, ", end="")
    print(f"p95 {p95 / 1e3:.3f} ms = {p95 / fixed:.1f} x, max {spent[-1] / 1e3:.3f} ms")
    words = " ".join(text for text, _ in texts)
    for size, text in ((500, words[:500]), (10_000, words[:10_000]), (10_000, "x9:é " * 2000)):
        print(f"  {size} characters: {best_us(text, texts[0][1]) / 1e3:.2f} ms")


def imports() -> None:
    code = (
        "import time; began = time.process_time(); import samenhang.language.nl as nl;"
        "first = time.process_time(); import datetime; now = datetime.datetime.now();"
        "nl.read('Elke dag om 8u wandelen.', now);"
        "print((first - began) * 1e3, (time.process_time() - first) * 1e3)"
    )
    answers = [
        [
            float(part)
            for part in subprocess.run(
                [sys.executable, "-c", code], capture_output=True, text=True, check=True
            ).stdout.split()
        ]
        for _ in range(ROUNDS)
    ]
    alone, first = (min(answer[k] for answer in answers) for k in (0, 1))
    print(f"  import {alone:.1f} ms; first sentence, with all it loads, {first:.1f} ms")


def main() -> None:
    made = [(row.text, row.ref) for row in own_rows() if row.text]
    print(f"own corpus, {len(made)} sentences")
    own_accuracy()
    samples = shared_rows("plans_dev.jsonl")
    if samples:
        print(f"shared samples, {len(samples)} sentences")
        shared_accuracy(samples)
        lean_accuracy(shared_rows("lean_dev.jsonl"))
    print("speed")
    speed(made)
    imports()


if __name__ == "__main__":
    main()
