"""What goes back over the wire."""

import json
from dataclasses import dataclass
from typing import Any

JSON = "application/json"


@dataclass(frozen=True)
class Answer:
    """A status, and JSON to say with it."""

    status: int
    body: bytes


def said(status: int, **told: Any) -> Answer:
    return Answer(int(status), json.dumps(told).encode())
