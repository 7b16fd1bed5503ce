"""Finding a port on this machine that nobody listens on."""

import socket

from samenhang.environment import WrongConfiguration

USUAL_PORT = 8000
LOOPBACK = "127.0.0.1"
TRIES = 50


def is_free(port: int, host: str = LOOPBACK) -> bool:
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError:
            return False
    return True


def free_port(first: int, host: str = LOOPBACK) -> int:
    """Give this port, or the next that is free."""
    found = next((port for port in range(first, min(first + TRIES, 2**16)) if is_free(port, host)), None)
    if found is None:
        raise WrongConfiguration(f"Vanaf poort {first} is er geen vrije poort: kies een andere met --port.")
    return found
