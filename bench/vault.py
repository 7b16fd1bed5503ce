"""Wall and CPU time of a back-up (made, rebuilt, checked), of putting it back, and of `doctor`.

200 clients with three years of daily check-ins, each with its audit line, in a fresh directory; the
promise is that they are back within 60 s.

Run: .venv/bin/python bench/vault.py [clients] [days]
"""

import os
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

_home = Path(tempfile.mkdtemp(prefix="samenhang-bench-"))
os.environ["SAMENHANG_DATA"] = str(_home / "data")
os.environ["SAMENHANG_ROOT_KEY_FILE"] = str(_home / "key" / "root.key")
os.environ.pop("DATABASE_URL", None)
sys.path.insert(0, str(Path(__file__).parents[1]))

from samenhang.cli.frame import start_frame  # noqa: E402

start_frame(migrate=True)

from django.conf import settings  # noqa: E402
from django.db import transaction  # noqa: E402
from tests.vault import full  # noqa: E402

from samenhang.cli.doctor import findings  # noqa: E402
from samenhang.experiments.models import CheckIn  # noqa: E402
from samenhang.experiments.queries import check_ins_of  # noqa: E402
from samenhang.practice import services  # noqa: E402
from samenhang.practice.cards import ClientCard  # noqa: E402
from samenhang.practice.models import Client  # noqa: E402
from samenhang.vault import audit, keys  # noqa: E402
from samenhang.vault.backup import back_up  # noqa: E402
from samenhang.vault.models import AuditLine  # noqa: E402
from samenhang.vault.restore import restore  # noqa: E402

CLIENTS, DAYS = (int(word) for word in (*sys.argv[1:], "200", "1096")[:2]) if sys.argv[1:] else (200, 1096)
NOTE = "Vandaag ging het beter dan gisteren; na het eten een half uur gewandeld."


def fill_client(client: Client, items: list[str]) -> None:
    """Three years in one go: the same rows and lines as one by one, without the waiting."""
    start = datetime.now(UTC) - timedelta(days=DAYS)
    made, lines = [], []
    for number in range(DAYS):
        at = start + timedelta(days=number)
        row = CheckIn(
            id=uuid.uuid4(),
            practice_id=client.practice_id,
            client=client,
            day=at.date(),
            at=at,
            channel="phone",
        )
        answers = {item: (number * 7 + place) % 11 for place, item in enumerate(items)}
        row.seal({"answers": answers, "actions": {items[0]: "done"}, "note": NOTE if number % 3 == 0 else ""})
        made.append(row)
        lines.append(audit._line("check_in.record", row.id, client.pk, b"\0" * 32))  # noqa: SLF001
    CheckIn._base_manager.bulk_create(made, batch_size=2000)  # noqa: SLF001
    keep(lines)


def keep(lines: list[audit.Line]) -> None:
    seq, previous = audit.head(lines[0].actor.practice)
    chained = []
    for line in lines:
        row = AuditLine(**audit._said(line, seq + 1, previous))  # noqa: SLF001
        chained.append(row)
        seq, previous = row.seq, row.mac
    AuditLine.objects.bulk_create(chained, batch_size=2000)


def megabytes(path: Path) -> float:
    return path.stat().st_size / 1e6


def timed(what: str, work: Callable[[], Any]) -> Any:
    wall, cpu = time.monotonic(), time.process_time()
    result = work()
    print(f"{what:<44}{time.monotonic() - wall:7.2f} s wall {time.process_time() - cpu:7.2f} s CPU")
    return result


def main() -> None:
    keys.make_root_key(settings.ROOT_KEY_FILE)
    practice = full.open_practice(lambda: "De Linde")
    _, scope = full.add_person(practice, lambda: "Noor", "coach")
    items = [str(uuid.uuid4()) for _ in range(5)]
    with scope.entered():
        for number in range(CLIENTS):
            with transaction.atomic():
                fill_client(services.take_on(scope, ClientCard(f"Cliënt {number}")), items)
    database = settings.DATABASES["default"]["NAME"]
    print(f"{CLIENTS} clients x {DAYS} days, {megabytes(database):.0f} MB")
    kept = timed("back-up, rebuilt and checked", lambda: back_up(_home / "back-ups"))
    print(f"{kept.rebuilt.rows} rows, {kept.rebuilt.opened} seals opened, data {megabytes(kept.data):.0f} MB")
    timed("restore, checked", lambda: restore(kept.data, kept.keys, force=True))
    timed("doctor", lambda: list(findings()))
    with scope.entered():
        client = scope.clients().first()
        assert client
        assert len(check_ins_of(client)) == DAYS
        timed(f"open {DAYS} check-ins of one client", lambda: check_ins_of(client))


if __name__ == "__main__":
    main()
