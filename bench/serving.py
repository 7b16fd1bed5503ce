"""Starts the two servers of a measurement on one core, and reads what they cost from /proc."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SERVERS, LOAD = {0}, {max(os.sched_getaffinity(0))}
MIB = 1024 * 1024
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Server:
    process: subprocess.Popen[bytes]
    port: int

    def family(self) -> list[int]:
        """The server and its workers."""
        found = [self.process.pid]
        for pid in found:
            found += _children(pid)
        return found

    def cpu_ms(self) -> float:
        """CPU time of the server and its workers so far, to the nanosecond, as the scheduler counts it."""
        return sum(_spent(task) for pid in self.family() for task in _tasks(pid)) / 1e6

    def memory_mib(self) -> tuple[float, float]:
        """What lies in memory: of all processes together (shared pages once), and of the largest alone."""
        family = self.family()
        return sum(map(_share, family)) / MIB, max(map(_resident, family)) / MIB


def _tasks(pid: int) -> list[Path]:
    with suppress(OSError):
        return list(Path(f"/proc/{pid}/task").iterdir())
    return []


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for task in _tasks(pid):
        with suppress(OSError):
            found += map(int, (task / "children").read_text().split())
    return found


def _spent(task: Path) -> int:
    with suppress(OSError):
        return int((task / "schedstat").read_text().split()[0])
    return 0


def _share(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _resident(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@contextmanager
def empty_server() -> Iterator[Server]:
    """E: an empty view behind the middleware of startproject, under the same server."""
    port = free_port()
    words = ["-m", "granian", "empty_site:application", "--interface", "wsgi", "--workers", "1"]
    words += ["--blocking-threads", "4", "--no-ws", "--no-log", "--port", str(port)]
    with _running(words, {"PYTHONPATH": str(HERE / "empty")}, port, "/") as server:
        yield server


@contextmanager
def product_server(env: Mapping[str, str]) -> Iterator[Server]:
    port = free_port()
    words = ["-m", "samenhang.cli.main", "serve", "--port", str(port)]
    with _running(words, {**env, "SAMENHANG_URL": f"http://localhost:{port}"}, port, "/healthz") as server:
        yield server


@contextmanager
def _running(words: list[str], env: Mapping[str, str], port: int, path: str) -> Iterator[Server]:
    os.sched_setaffinity(0, SERVERS)  # children stay where they were born
    process = subprocess.Popen(
        [sys.executable, *words], env={**os.environ, **env}, stdout=subprocess.DEVNULL, cwd=HERE
    )
    os.sched_setaffinity(0, LOAD)
    try:
        _wait_for(process, port, path)
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(process: subprocess.Popen[bytes], port: int, path: str) -> None:
    for _ in range(600):
        with suppress(OSError, http.client.HTTPException):
            door = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            door.request("GET", path)
            door.getresponse().read()
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"no answer from the server: {process.args}")
