"""The product as it is started at home: a process of its own, its words read from the terminal."""

import json
import os
import queue
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE = 120


@dataclass(frozen=True)
class Open:
    """A practice that is open: where it is, and what the terminal said."""

    url: str
    said: list[str]

    @property
    def guests(self) -> dict[str, Any]:
        """Everyone in a demo, with their way in."""
        found: dict[str, Any] = json.loads(self.said[0])
        return found


@contextmanager
def practice(data: Path) -> Iterator[Open]:
    """`samenhang serve` on an empty directory, up to the code of the first start."""
    at = free_port()
    with _started(data, at, ["serve", "--port", str(at)], last="en geef daar deze code:") as house:
        yield house


@contextmanager
def demo(data: Path) -> Iterator[Open]:
    """A demo with the case Emma."""
    at = free_port()
    with _started(data, at, ["demo", "--port", str(at), "--data", str(data), "--json"], last="{") as house:
        yield house


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def _started(data: Path, at: int, words: list[str], last: str) -> Iterator[Open]:
    url = f"http://localhost:{at}"
    env = {k: v for k, v in os.environ.items() if not k.startswith(("SAMENHANG_", "DJANGO_", "DATABASE_"))}
    env |= {"SAMENHANG_DATA": str(data), "SAMENHANG_URL": url}
    trouble = data.parent / f"{data.name}.log"
    with trouble.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "samenhang.cli.main", *words],
            env=env,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        try:
            said = _read_until(process, last, trouble)
            _knock(at)
            yield Open(url, said)
        finally:
            process.terminate()
            process.wait(20)
            if process.stdout:
                process.stdout.close()


def _knock(at: int) -> None:
    """Wait until the door is open: the words come a moment before it."""
    for _ in range(PATIENCE * 10):
        with suppress(ConnectionRefusedError), socket.create_connection(("localhost", at)):
            return
        time.sleep(0.1)


def _read_until(process: subprocess.Popen[str], last: str, trouble: Path) -> list[str]:
    """What the terminal says, up to the line that begins with `last`."""
    lines: queue.Queue[str] = queue.Queue()

    def read() -> None:
        for line in process.stdout or ():
            lines.put(line)
        lines.put("")

    threading.Thread(target=read, daemon=True).start()
    said: list[str] = []
    while not said or not said[-1].startswith(last):
        line = lines.get(timeout=PATIENCE)
        assert line, f"{said} {trouble.read_text()}"
        said.append(line.strip())
    return said
