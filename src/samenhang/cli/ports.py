"""The door on the street: a listening socket, held from before the frame is loaded until the very end.

Whoever knocks while a worker is being made, or made again, waits a moment instead of being refused.
"""

import socket

from samenhang.environment import WrongConfiguration

USUAL_PORT = 8000
LOOPBACK = "127.0.0.1"
WAITING = 1024
TRIES = 50


def open_door(host: str, port: int) -> socket.socket:
    """Listen on a port; raise OSError when it is taken or not ours to have."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=WAITING)


def open_this_door(host: str, port: int) -> socket.socket:
    """Listen on this port and no other; raise WrongConfiguration with one sentence."""
    try:
        return open_door(host, port)
    except OSError as trouble:
        raise WrongConfiguration(
            f"Poort {port} op {host} gaat niet open ({trouble.strerror}): kies een andere met --port."
        ) from None


def open_next_door(host: str, first: int) -> socket.socket:
    """Listen on this port, or on the next that is free."""
    for port in range(first, min(first + TRIES, 2**16)):
        try:
            return open_door(host, port)
        except OSError:
            continue
    raise WrongConfiguration(f"Vanaf poort {first} is er geen vrije poort: kies een andere met --port.")
