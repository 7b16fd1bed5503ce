"""A real server on a real disk, with a phone that may send: what the suite cannot show inside itself."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

ROOT = Path(__file__).parents[2]
BACK_WITHIN = 30

FILL = """
from samenhang.cli.frame import start_frame
start_frame(migrate=True)
import json
from django.conf import settings
from django.utils import timezone
from samenhang.practice import services
from samenhang.practice.access import scope_of_account
from samenhang.practice.cards import ClientCard
from samenhang.practice.models import Account, Role
from samenhang.vault import keys
keys.make_root_key(settings.ROOT_KEY_FILE)
practice = services.open_practice("De Linde", "BE")
practice.recovery_checked_at = timezone.now()
practice.save()
account = Account.objects.create_user("noor@example.org", "een lang wachtwoord")
services.add_practitioner(practice.pk, account, "Noor", (Role.COACH,))
scope = scope_of_account(account.pk)
with scope.entered():
    client = services.take_on(scope, ClientCard("Emma"))
    print(json.dumps({"client": str(client.pk), "token": services.join_device(client)[1]}))
"""


@dataclass(frozen=True)
class Live:
    """A data directory with one phone, and the port on which a server opens."""

    data: Path
    env: Mapping[str, str]
    client: str
    token: str
    port: int

    @property
    def database(self) -> Path:
        return self.data / "samenhang.sqlite3"

    @contextmanager
    def open(self) -> Iterator[subprocess.Popen[bytes]]:
        """Serve until the end of the block; however it ends, nothing of it stays behind."""
        words = [sys.executable, "-m", "samenhang.cli.main", "serve", "--port", str(self.port)]
        with subprocess.Popen(
            words, env=self.env, cwd=self.data, stdout=subprocess.DEVNULL, start_new_session=True
        ) as server:
            try:
                self.wait()
                yield server
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(server.pid, signal.SIGKILL)

    def wait(self) -> None:
        ends = time.monotonic() + BACK_WITHIN
        while time.monotonic() < ends:
            with suppress(OSError, http.client.HTTPException):
                door = self.door()
                door.request("GET", "/healthz")
                if door.getresponse().status == 200:
                    return
            time.sleep(0.05)
        raise TimeoutError("the server did not open")

    def door(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)

    def body(self, **more: Any) -> dict[str, Any]:
        now = datetime.now(UTC)
        return {
            "id": str(uuid4()),
            "client": self.client,
            "day": now.date().isoformat(),
            "at": now.isoformat(),
            "note": "Het ging.",
            **more,
        }

    def send(self, door: http.client.HTTPConnection, body: Mapping[str, Any]) -> int:
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        door.request("POST", "/api/v1/check-ins", json.dumps(body), headers)
        answer = door.getresponse()
        answer.read()
        return answer.status


def make_live(place: Path) -> Live:
    """Fill a data directory in a process of its own."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    data = place / "data"
    env = {
        **{
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("SAMENHANG", "DATABASE"))
        },
        "SAMENHANG_DATA": str(data),
        "SAMENHANG_ROOT_KEY_FILE": str(place / "key" / "root.key"),
        "SAMENHANG_URL": f"http://localhost:{port}",
        "DJANGO_SETTINGS_MODULE": "samenhang.settings",
    }
    done = subprocess.run([sys.executable, "-c", FILL], env=env, check=True, capture_output=True, cwd=ROOT)
    told = json.loads(done.stdout)
    return Live(data, env, told["client"], told["token"], port)
