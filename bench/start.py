"""What a start costs: CPU from the command to the first page, and memory at rest, of parent and worker.

A demo is made first and not counted; then `samenhang serve` opens it. CPU time is user + system of both
processes; memory is counted twice: RSS (shared pages counted in each) and PSS (shared pages once).

Run: .venv/bin/python bench/start.py
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROUNDS = 5
TICK = os.sysconf("SC_CLK_TCK")
COMMAND = [sys.executable, "-m", "samenhang.cli.main"]
PAGE = "toegang/aanmelden/"


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        data = Path(home) / "data"
        env = {**os.environ, "HOME": home, "SAMENHANG_DATA": str(data)}
        began, spent = time.monotonic(), os.times()
        make = [*COMMAND, "demo", "--no-serve", "--json", "--data", str(data)]
        subprocess.run(make, env=env, check=True, stdout=subprocess.DEVNULL)
        now = os.times()
        cpu = now.children_user + now.children_system - spent.children_user - spent.children_system
        print(f"making a demo:            {cpu:5.2f} s CPU, {time.monotonic() - began:5.2f} s")
        rounds = [once(env) for _ in range(ROUNDS)]
    for name, unit, column in zip(NAMES, UNITS, zip(*rounds, strict=True), strict=True):
        print(f"{name:<25} {statistics.median(column):5.2f} {unit}")


NAMES = ("start to first page:", "the same, on the clock:", "at rest, RSS of both:", "at rest, PSS of both:")
UNITS = ("s CPU", "s", "MiB", "MiB")


def once(env: dict[str, str]) -> tuple[float, float, float, float]:
    port = a_port()
    began = time.monotonic()
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", str(port)], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        process.stdout.readline()  # type: ignore[union-attr]
        with urllib.request.urlopen(f"http://localhost:{port}/{PAGE}") as answer:
            assert answer.status == 200
        clock = time.monotonic() - began
        both = [process.pid, *children(process.pid)]
        cpu = sum(map(cpu_of, both))
        time.sleep(1)
        return cpu, clock, memory(both, "Rss"), memory(both, "Pss")
    finally:
        process.terminate()
        process.wait()


def a_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def cpu_of(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def memory(pids: list[int], kind: str) -> float:
    lines = [line for pid in pids for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith(f"{kind}:")) / 1024


if __name__ == "__main__":
    main()
