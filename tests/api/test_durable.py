"""What was acknowledged is on the disk: the order of the system calls, and a server that is killed."""

import http.client
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from uuid import UUID

import pytest

from samenhang.experiments.models import CheckIn
from tests.api.live import Live, make_live

ROUNDS = int(os.environ.get("SAMENHANG_KILLS", "10"))  # 200 before a release
POSTS = 20
PHONES = 4
STRACE = shutil.which("strace")
TABLE = CheckIn._meta.db_table

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="/proc en strace zijn van Linux"),
]


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Live:
    return make_live(tmp_path_factory.mktemp("levend"))


def kept(live: Live) -> list[str]:
    """The ids in the database, as another program reads them."""
    with closing(sqlite3.connect(live.database)) as other:
        found = other.execute(f'SELECT id FROM "{TABLE}"').fetchall()  # noqa: S608
        assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return [str(UUID(known)) for (known,) in found]


def worker_of(server: subprocess.Popen[bytes]) -> int:
    tasks = Path(f"/proc/{server.pid}/task").iterdir()
    return int(" ".join((task / "children").read_text() for task in tasks).split()[0])


@contextmanager
def traced(pid: int, to: Path) -> Iterator[None]:
    """Write down every flush to the disk and every answer of a process, in their order."""
    calls = "trace=fsync,fdatasync,write,writev,sendto,sendmsg"
    words = [str(STRACE), "-f", "-tt", "-y", "-s", "80", "-e", calls, "-p", str(pid), "-o", str(to)]
    with subprocess.Popen(words, stderr=subprocess.PIPE) as tracer:
        assert tracer.stderr
        attached = tracer.stderr.readline()
        if b"attached" not in attached:
            tracer.kill()
            pytest.skip(f"strace mag hier niet meekijken: {attached!r}")
        try:
            yield
        finally:
            tracer.send_signal(signal.SIGINT)
            tracer.wait(timeout=20)


@pytest.mark.skipif(STRACE is None, reason="GEEN STRACE: de volgorde op de schijf is hier NIET nagekeken")
def test_the_flush_comes_before_the_answer(live: Live, tmp_path: Path) -> None:
    """Twenty of twenty: between one answer and the next, the journal was flushed to the disk."""
    log = tmp_path / "calls"
    with live.open() as server, closing(live.door()) as door:
        assert live.send(door, live.body()) == 201
        with traced(worker_of(server), log):
            assert [live.send(door, live.body()) for _ in range(POSTS)] == [201] * POSTS
            time.sleep(0.2)
    seen = "".join(_kinds(log.read_text("utf-8", "replace")))
    assert seen.count("A") == POSTS, seen
    assert re.fullmatch("(F+A)+F*", seen), seen


def _kinds(log: str) -> Iterator[str]:
    """F for a flush of the database or its journal that ended well, A for an answer."""
    waiting: set[str] = set()
    for line in log.splitlines():
        thread = line.split(maxsplit=1)[0]
        flush = "sync(" in line and "samenhang.sqlite3" in line
        if flush and "unfinished" in line:
            waiting.add(thread)
        elif (flush and line.endswith("= 0")) or ("sync resumed" in line and thread in waiting):
            waiting.discard(thread)
            yield "F"
        elif "HTTP/1.1 201" in line:
            yield "A"


def send_until_told(live: Live, said: list[str], over: threading.Event) -> None:
    """A phone on an evening on which the server falls: sends again what was not acknowledged."""
    door, body = live.door(), live.body()
    while not over.is_set():
        try:
            status = live.send(door, body)
        except (OSError, http.client.HTTPException):
            door.close()
            time.sleep(0.02)
            continue
        if status in (200, 201):
            said.append(body["id"])
            body = live.body()


def test_a_killed_server_loses_and_doubles_nothing(live: Live) -> None:
    """Killed amid the posts of four phones, again and again; what was acknowledged is there, once."""
    before, said, over = set(kept(live)), list[str](), threading.Event()
    phones = [threading.Thread(target=send_until_told, args=(live, said, over)) for _ in range(PHONES)]
    with live.open() as server:
        for phone in phones:
            phone.start()
        for turn in range(ROUNDS):
            _wait_for_more(said, len(said) + 2 + turn % 7)
            with suppress(ProcessLookupError, IndexError):
                os.kill(worker_of(server), signal.SIGKILL)
            live.wait()
        over.set()
        for phone in phones:
            phone.join()
    found = kept(live)
    assert len(found) == len(set(found)), "double"
    assert len(said) == len(set(said)) >= 2 * ROUNDS
    assert set(said) - set(found) == set(), "acknowledged and lost"
    assert len(set(found) - before - set(said)) <= PHONES, "kept, and its phone not told yet"


def _wait_for_more(said: list[str], count: int) -> None:
    ends = time.monotonic() + 30
    while len(said) < count and time.monotonic() < ends:
        time.sleep(0.005)
    assert len(said) >= count, "the server did not come back"
