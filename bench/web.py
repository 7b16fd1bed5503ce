"""What pages and check-ins cost, as ratios to E: an empty Django view under the same server.

Each round goes E, product, E, product …; the ratio is that of CPU time per request within one round, and
the table gives the median of the rounds with the lowest and the highest. Servers on one core, load on the
other. Run: .venv/bin/python bench/web.py [--rounds N] [--only PART] [--keep DIR]
"""

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from load import Request, fetch, measure
from serving import HERE, LOAD, Server, empty_server, product_server

EMPTY, PAGES, POSTS = 400, 24, 320
THREADS = 4
E = Request("/")
type_of_requests = Callable[[], list[Request]]


@dataclass(frozen=True)
class Piece:
    """One kind of work: what is sent, how many at once, and the figure to stay under."""

    name: str
    requests: type_of_requests
    at_once: int
    most: float | None = None


def main() -> None:
    asked = _arguments()
    with TemporaryDirectory(prefix="samenhang-bench-") as made:
        at = asked.keep or Path(made)
        env = {"SAMENHANG_DATA": str(at / "data"), "SAMENHANG_ROOT_KEY_FILE": str(at / "key" / "root.key")}
        known = _house(at, env)
        print(f"load before: {_load()}; {asked.rounds} rounds, servers on one core, load on the other\n")
        start, held = _first_pages(env, asked.rounds)
        with empty_server() as empty, product_server(env) as product:
            _warm(product, known)
            table(empty, product, _wanted(known, asked.only), asked.rounds)
            _sizes(product, known)
            memory, largest = product.memory_mib()
        print(f"\nstart to first page: {_spread(start, '{:.2f}')} s CPU (at most 1.5)")
        print(f"at rest: {_spread(held, '{:.0f}')} MiB, parent and worker (at most 120)")
        print(f"after all this, and the paper press: {memory:.0f} MiB, of which the worker {largest:.0f}")
    print(f"load after: {_load()}")


def pieces(known: Mapping[str, Any]) -> Iterator[Piece]:
    long = known["long"]
    for name, most in (("year", None), ("years", 60)):
        yield Piece(
            f"client page, {name}", _pages(known, long["session"], f"/clienten/{long[name]}/"), THREADS, most
        )
    yield Piece(
        "map page, years", _pages(known, long["session"], f"/clienten/{long['years']}/kaart/"), THREADS, 40
    )
    for name in ("four", "forty"):
        yield Piece(f"today, {name} clients", _pages(known, known[name], "/vandaag/"), THREADS)
    for at_once in (1, 8, 32):
        yield Piece(f"check-in, {at_once} at once", lambda: _check_ins(known, POSTS), at_once, 4)
    yield Piece("one A4", _pages(known, long["session"], _paper(known)), 1)


def _wanted(known: Mapping[str, Any], only: str) -> Iterator[Piece]:
    return (piece for piece in pieces(known) if only in piece.name)


def table(empty: Server, product: Server, kinds: Iterator[Piece], rounds: int) -> None:
    """Measure every piece and print what it costs beside E."""
    print(f"{'':26}{'× E (CPU), min–max':>24}{'ms CPU':>9}{'E ms':>7}{'/s':>7}{'E /s':>7}  at most")
    medians: dict[str, float] = {}
    for piece in kinds:
        costs = [_round(empty, product, piece) for _ in range(rounds)]
        ratios = [mine.cpu_ms / theirs.cpu_ms for theirs, mine in costs]
        middle = [
            statistics.median(values)
            for values in (
                [mine.cpu_ms for _, mine in costs],
                [theirs.cpu_ms for theirs, _ in costs],
                [mine.rate for _, mine in costs],
                [theirs.rate for theirs, _ in costs],
            )
        ]
        medians[piece.name] = middle[0]
        said = "" if piece.most is None else f"{piece.most:g} ×"
        print(
            f"{piece.name:26}{_spread(ratios, '{:.1f}'):>24}{middle[0]:9.2f}{middle[1]:7.3f}"
            f"{middle[2]:7.0f}{middle[3]:7.0f}  {said}",
            flush=True,
        )
    _growth(medians, "client page, year", "client page, years", "1,095 days against 365", 2.5)
    _growth(medians, "today, four clients", "today, forty clients", "today, 40 clients against 4", 2)


def _growth(medians: Mapping[str, float], small: str, large: str, name: str, most: float) -> None:
    if {small, large} <= medians.keys():
        print(f"{name:26}{medians[large] / medians[small]:18.2f} × (at most {most:g})")


def _round(empty: Server, product: Server, piece: Piece) -> Any:
    return (
        measure(empty, [E] * EMPTY, piece.at_once),
        measure(product, piece.requests(), piece.at_once),
    )


def _pages(known: Mapping[str, Any], session: str, path: str) -> type_of_requests:
    one = Request(path, headers={"Cookie": f"{known['cookie']}={session}"})
    return lambda: [one] * PAGES


def _check_ins(known: Mapping[str, Any], count: int) -> list[Request]:
    """Evening: many phones, each a diary day of six answers and one micro-action."""
    now = datetime.now(UTC)
    return [_check_in(known["phones"][n % len(known["phones"])], now) for n in range(count)]


def _check_in(phone: Mapping[str, Any], now: datetime) -> Request:
    body = {
        "id": str(uuid.uuid4()),
        "client": phone["id"],
        "day": now.date().isoformat(),
        "at": datetime.now(UTC).isoformat(),
        "answers": phone["items"],
        "actions": {phone["action"]: "done"},
        "note": "Het ging.",
    }
    headers = {"Authorization": f"Bearer {phone['token']}", "Content-Type": "application/json"}
    return Request("/api/v1/check-ins", "POST", headers, json.dumps(body).encode(), 201)


def _paper(known: Mapping[str, Any]) -> str:
    return str(known["long"]["paper"])


def _warm(product: Server, known: Mapping[str, Any]) -> None:
    for piece in pieces(known):
        measure(product, piece.requests()[:8], 1)


def _sizes(product: Server, known: Mapping[str, Any]) -> None:
    long = known["long"]
    for name in ("year", "years"):
        body = fetch(product, _pages(known, long["session"], f"/clienten/{long[name]}/")()[0])
        packed = len(gzip.compress(body, 6))
        sizes = f"{len(body) / 1024:.1f} KB, gzip -6 {packed / 1024:.1f} KB"
        print(f"size of the client page, {name}: {sizes} (at most 60)")


def _first_pages(env: Mapping[str, str], rounds: int) -> tuple[list[float], list[float]]:
    """CPU from nothing to the first page in seconds, and what it then holds in memory."""
    spent: list[float] = []
    held: list[float] = []
    for _ in range(rounds):
        with product_server(env) as server:
            fetch(server, Request("/toegang/aanmelden/"))
            spent.append(server.cpu_ms() / 1000)
            held.append(server.memory_mib()[0])
    return spent, held


def _house(at: Path, env: Mapping[str, str]) -> Any:
    """Fill a data directory, or take the one that is there."""
    told = at / "house.json"
    if not told.exists():
        done = subprocess.run(
            [sys.executable, HERE / "house.py"], env={**os.environ, **env}, check=True, capture_output=True
        )
        told.write_bytes(done.stdout)
    return json.loads(told.read_text())


def _spread(values: list[float], form: str) -> str:
    low, middle, high = (form.format(f(values)) for f in (min, statistics.median, max))
    return f"{middle} ({low}–{high})"


def _load() -> str:
    return "{:.1f} {:.1f} {:.1f}".format(*os.getloadavg())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="what has this in its name, as ‘check-in’")
    parser.add_argument("--keep", type=Path, help="a directory whose filled house is used again")
    os.sched_setaffinity(0, LOAD)
    return parser.parse_args()


if __name__ == "__main__":
    main()
