"""The web server in this very program: granian, one worker that comes back when it falls.

The parent stays small: it holds the door and watches. The worker loads the frame, and before its first
request makes ready what must be ready; when that cannot be, all of it stops with one sentence.
"""

import ctypes
import gc
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from granian._granian import SocketHolder
from granian.constants import Interfaces
from granian.server.mp import MPServer

from samenhang.cli.ports import WAITING
from samenhang.environment import WrongConfiguration

REQUESTS_AT_ONCE = 12
SELDOM = 20_000
PAUSE = 0.2
LONGEST_GOODBYE = 10
_holder: Any = SocketHolder  # of a socket: its number, whether it is a Unix one, how many may wait
_PLAIN = (False, WAITING)
READY, REFUSED = "ready", "refused"


def serve_at(door: socket.socket, make_ready: Callable[[], None], *, workers: int = 1) -> int:
    """Serve until told to stop; give 0, or 2 when a worker found that it cannot be."""
    with TemporaryDirectory(prefix="samenhang-") as notes:
        opening = Opening(make_ready, Path(notes))
        while not _serve(door, opening, workers):
            time.sleep(PAUSE)
        door.close()
        return 2 if (opening.notes / REFUSED).exists() else 0


@dataclass(frozen=True)
class Opening:
    """How a worker begins: the first one makes ready, and what it finds counts for all."""

    make_ready: Callable[[], None]
    notes: Path  # a directory in which one worker leaves word for the next, and for the parent

    def __call__(self, _: str) -> Any:
        """Give the application, in a worker."""
        gc.disable()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent, which says when to stop
        parent = os.getppid()
        _follow(parent)
        if not (self.notes / READY).exists():
            self._begin(parent)
        from samenhang.wsgi import application

        gc.freeze()  # what was loaded stays: no collection needs to walk it
        gc.set_threshold(
            SELDOM
        )  # a page makes thousands of small things, and nearly none of them go in circles
        gc.enable()
        return application

    def _begin(self, parent: int) -> None:
        try:
            self.make_ready()
        except WrongConfiguration as wrong:
            print(wrong, file=sys.stderr, flush=True)
            (self.notes / REFUSED).touch()
            os.kill(parent, signal.SIGTERM)
            os._exit(1)
        (self.notes / READY).touch()


def _serve(door: socket.socket, opening: Opening, workers: int) -> bool:
    """Serve; say whether it ended because it was told to. A worker that kept falling is no reason to stop."""
    server = _AtDoor(
        "samenhang.wsgi:application",
        interface=Interfaces.WSGI,
        workers=workers,
        workers_kill_timeout=LONGEST_GOODBYE,
        blocking_threads=REQUESTS_AT_ONCE,
        respawn_failed_workers=True,
        websockets=False,
        log_enabled=False,
    )
    server.door = door
    try:
        server.serve(target_loader=opening)
    except SystemExit:
        return bool(server.interrupt_signal)
    return True


class _AtDoor(MPServer):
    """Granian at a door that is open already: on Linux each worker would open and close one of its own."""

    door: socket.socket

    def _init_shared_socket(self) -> None:
        self.door.set_inheritable(True)
        number = self.door.fileno()
        vars(self).update(_ssp=None, _sso=self.door, _sfd=number, _shd=_holder(number, *_PLAIN))

    def _drop_shared_socket(self) -> None:
        """The door stays open until all of it ends."""


def _follow(parent: int) -> None:
    """Never outlive the parent: a worker left behind would keep the port and the database."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
    else:
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(PAUSE)
    os.kill(os.getpid(), signal.SIGKILL)
