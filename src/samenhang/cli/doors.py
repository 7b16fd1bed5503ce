"""The web server in this very program: granian, one worker that comes back when it falls."""

import ctypes
import os
import signal
import sys
import threading
import time
from typing import Any

REQUESTS_AT_ONCE = 4
PAUSE = 0.2
APPLICATION = "samenhang.wsgi:application"


def open_doors(host: str, at: int, workers: int = 1) -> int:
    """Serve until told to stop. Workers are made from this process, with everything loaded."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    warm_up()
    while not _serve_once(host, at, workers):
        time.sleep(PAUSE)
    return 0


def _serve_once(host: str, at: int, workers: int) -> bool:
    """Serve; say whether it ended because it was told to. Workers that kept falling are no reason to stop."""
    from granian.constants import Interfaces
    from granian.server import Server

    server = Server(
        APPLICATION,
        address=host,
        port=at,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=REQUESTS_AT_ONCE,
        respawn_failed_workers=True,
        websockets=False,
        log_enabled=False,
    )
    try:
        server.serve(target_loader=load_application)
    except SystemExit:
        return bool(server.interrupt_signal)
    return True


def warm_up() -> None:
    """Load what every worker needs, once; and leave no connection open that two would share."""
    load = load_application
    load(APPLICATION, alone=False)
    from django.db import connections
    from django.urls import get_resolver

    _ = get_resolver().url_patterns
    connections.close_all()


def load_application(_: str, *, alone: bool = True) -> Any:
    """Give the application; a worker goes down with the process that made it."""
    if alone:
        _follow_parent(os.getppid())
    from samenhang.wsgi import application

    return application


def _follow_parent(parent: int) -> None:
    """Never outlive the parent: a worker left behind would keep the port and the database."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(PAUSE)
        os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=watch, daemon=True).start()
