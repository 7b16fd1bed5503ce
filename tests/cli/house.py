"""The command as a person runs it: a process of its own, with an environment of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LONG = 90.0


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "samenhang.cli.main", *map(str, words)]


def environment(home: Path, **more: object) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SAMENHANG", "DJANGO", "XDG"))
    }
    kept.pop("DATABASE_URL", None)
    return kept | {"HOME": str(home)} | {name: str(value) for name, value in more.items()}


def run(home: Path, *words: object, **more: object) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        command(*words),
        env=environment(home, **more),
        capture_output=True,
        text=True,
        timeout=LONG,
        check=False,
    )


def demo_at(home: Path, data: Path, *words: object) -> dict[str, Any]:
    """Make or open a demo without serving it; give its JSON."""
    done = run(home, "demo", "--data", data, "--no-serve", "--json", *words)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@contextmanager
def running(home: Path, *words: object, **more: object) -> Iterator[subprocess.Popen[str]]:
    """Run a command that goes on; end it, and everything it started, at the end."""
    process = subprocess.Popen(
        command(*words),
        env=environment(home, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(LONG)
        for pipe in (process.stdout, process.stderr):
            if pipe:
                pipe.close()


def a_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def fetch(url: str, *, follow: bool = True) -> tuple[int, str]:
    """Ask for a page, with cookies, like a browser that just opened."""
    jar = urllib.request.HTTPCookieProcessor()
    handlers = [jar] if follow else [jar, _Still()]
    try:
        with urllib.request.build_opener(*handlers).open(url, timeout=LONG) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read().decode()


class _Still(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def wait_for(url: str) -> tuple[int, str]:
    """Ask until something answers."""
    end = time.monotonic() + LONG
    while True:
        try:
            return fetch(url, follow=False)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
