"""The load: so many requests at once over connections that stay open, each answer looked at."""

import http.client
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from serving import Server


@dataclass(frozen=True)
class Request:
    path: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    wants: int = 200


@dataclass(frozen=True)
class Cost:
    """What a series of requests cost the server: CPU each, and how many a second."""

    cpu_ms: float
    rate: float


def fetch(server: Server, request: Request) -> bytes:
    return _ask(http.client.HTTPConnection("127.0.0.1", server.port, timeout=60), request)


def _ask(door: http.client.HTTPConnection, request: Request) -> bytes:
    door.request(request.method, request.path, request.body, {"Host": "localhost", **request.headers})
    answer = door.getresponse()
    body = answer.read()
    if answer.status != request.wants:
        raise RuntimeError(f"{request.method} {request.path}: {answer.status} {body[:300]!r}")
    return body


def measure(server: Server, requests: Iterable[Request], at_once: int) -> Cost:
    """Send requests, so many at once; give what they cost."""
    waiting = deque(requests)
    count, trouble = len(waiting), deque[Exception]()
    doors = [http.client.HTTPConnection("127.0.0.1", server.port, timeout=60) for _ in range(at_once)]
    threads = [threading.Thread(target=_send, args=(door, waiting, trouble)) for door in doors]
    before, began = server.cpu_ms(), time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took, spent = time.perf_counter() - began, server.cpu_ms() - before
    if trouble:
        raise trouble[0]
    return Cost(spent / count, count / took)


def _send(door: http.client.HTTPConnection, waiting: deque[Request], trouble: deque[Exception]) -> None:
    for request in _taken(waiting):
        try:
            _ask(door, request)
        except (OSError, RuntimeError, http.client.HTTPException) as wrong:
            trouble.append(wrong)
            return
    door.close()


def _taken(waiting: deque[Request]) -> Iterator[Request]:
    while True:
        try:
            yield waiting.popleft()
        except IndexError:
            return
