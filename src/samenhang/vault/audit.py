"""Who looked, who wrote: one line each, chained by HMAC per practice. Lines hold ids, never content.

A write leaves its line in its own transaction. Reads are gathered during a request and kept at its end;
when the disk is full or the database locked they wait in memory and nobody is kept from reading.
"""

import hmac
import json
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from threading import Lock
from time import monotonic
from typing import Any
from uuid import UUID

from django.db import Error, connection, transaction
from django.utils import timezone

from samenhang.vault.bare import bare_rows, insert_bare, on_postgres
from samenhang.vault.keys import NoKey, Owner, derived, raw_key
from samenhang.vault.models import AuditLine
from samenhang.vault.scope import within

type_of_blob = bytes | memoryview
START = b"\x00" * 32
REST = 5.0


@dataclass(frozen=True)
class Actor:
    """Who acts, in which role, and for whom when it is for someone else."""

    practice: UUID
    person: str
    role: str
    on_behalf_of: str = ""


@dataclass(frozen=True)
class Line:
    actor: Actor
    action: str
    object_id: str
    subject: UUID | None
    digest: bytes
    at: datetime


_actor: ContextVar[Actor | None] = ContextVar("actor", default=None)
_reads: ContextVar[list[Line] | None] = ContextVar("reads", default=None)
waiting: deque[Line] = deque()
_keeper = Lock()
_again_at = [0.0]


@contextmanager
def acting(actor: Actor) -> Iterator[None]:
    """Say who acts until the end of the block."""
    token = _actor.set(actor)
    try:
        yield
    finally:
        _actor.reset(token)


def wrote(action: str, object_id: object, *, subject: UUID | None = None, blob: type_of_blob = b"") -> None:
    """Add the line of a write, inside the transaction that writes."""
    keep([_line(action, object_id, subject, sha256(blob).digest())])


def read(action: str, object_id: object, *, subject: UUID | None = None) -> None:
    """Add the line of a read: at the end of the request when one is being gathered, else now."""
    line = _line(action, object_id, subject, START)
    gathered = _reads.get()
    if gathered is None:
        keep([line])
    else:
        gathered.append(line)


@contextmanager
def gathering() -> Iterator[None]:
    """Gather the reads of one request and keep them at its end, without ever failing it."""
    lines: list[Line] = []
    token = _reads.set(lines)
    try:
        yield
    finally:
        _reads.reset(token)
        _keep_or_wait(lines)


def _keep_or_wait(lines: list[Line]) -> None:
    """Let one thread keep the lines of all, in order; after trouble, leave the storage a moment's rest."""
    waiting.extend(lines)
    while waiting and monotonic() >= _again_at[0] and _keeper.acquire(blocking=False):
        try:
            due = list(waiting)
            keep(due)
            for _ in due:
                waiting.popleft()
        except (Error, NoKey):
            _again_at[0] = monotonic() + REST
        finally:
            _keeper.release()


def _line(action: str, object_id: object, subject: UUID | None, digest: bytes) -> Line:
    actor = _actor.get()
    if actor is None:
        raise LookupError(f"audit zonder handelende persoon: {action}")
    return Line(actor, action[:48], str(object_id)[:64], subject, digest, timezone.now())


def keep(lines: list[Line]) -> None:
    """Chain and keep lines, in order, in the caller's transaction or in one of their own."""
    with transaction.atomic(savepoint=False):
        for practice in sorted({line.actor.practice for line in lines}):
            with within(practice):
                seq, previous = head(practice, lock=True)
                for line in (each for each in lines if each.actor.practice == practice):
                    said = _said(line, seq + 1, previous)
                    insert_bare(AuditLine, said)
                    seq, previous = said["seq"], said["mac"]


def head(practice: UUID, *, lock: bool = False) -> tuple[int, bytes]:
    """The number and MAC of the last line; a backup keeps it, so that a cut tail shows."""
    if lock and on_postgres():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [str(practice)])
    last = bare_rows(AuditLine, ("seq", "mac"), {"practice": practice}, order=("-seq",), last="LIMIT 1")
    return (last[0][0], bytes(last[0][1])) if last else (0, START)


def _said(line: Line, seq: int, previous: bytes) -> dict[str, Any]:
    who = line.actor
    said: dict[str, Any] = {"seq": seq, "practice": who.practice, "at": line.at, "previous": previous}
    said |= {"actor": who.person, "on_behalf_of": who.on_behalf_of, "role": who.role, "action": line.action}
    said |= {"object_id": line.object_id, "subject": line.subject, "digest": line.digest}
    return {**said, "mac": _mac(said)}


_CHAINED = (
    *("seq", "practice", "at", "actor", "on_behalf_of", "role", "action"),
    *("object_id", "subject", "digest", "previous"),
)


def _mac(said: Mapping[str, Any]) -> bytes:
    """Over all a line says, each part apart: nothing can be moved from one part to the next."""
    key = derived(raw_key(Owner.of_practice(said["practice"])), "audit")
    return hmac.digest(key, json.dumps([_as_chained(said[name]) for name in _CHAINED]).encode(), sha256)


def _as_chained(part: Any) -> str:
    if isinstance(part, datetime):
        return part.astimezone(UTC).isoformat()
    return bytes(part).hex() if isinstance(part, bytes | memoryview) else str(part)


@dataclass(frozen=True)
class Broken:
    """Where the chain of a practice no longer holds."""

    practice: UUID
    seq: int
    why: str


def verify(practice: UUID, *, expected: tuple[int, bytes] | None = None, last: int = 0) -> list[Broken]:
    """Walk the chain, or its `last` lines: every number, link and MAC; and the head a backup remembers."""
    with within(practice):
        return list(_broken(practice, expected or (0, START), last))


def _broken(practice: UUID, expected: tuple[int, bytes], last: int) -> Iterator[Broken]:
    seq, previous, lines = 0, START, AuditLine.objects.filter(practice=practice).order_by("seq")
    if last and (before := lines.filter(seq=head(practice)[0] - last).first()):
        seq, previous, lines = before.seq, bytes(before.mac), lines.filter(seq__gt=before.seq)
    for row in lines.iterator(chunk_size=2000):
        if row.seq != seq + 1:
            yield Broken(practice, row.seq, "een regel ontbreekt")
        elif bytes(row.previous) != previous:
            yield Broken(practice, row.seq, "sluit niet aan op de vorige")
        if not hmac.compare_digest(_mac(vars(row)), bytes(row.mac)):
            yield Broken(practice, row.seq, "is gewijzigd")
        seq, previous = row.seq, bytes(row.mac)
    seq, mac = expected
    if seq and not AuditLine.objects.filter(practice=practice, seq=seq, mac=mac).exists():
        yield Broken(practice, seq, "het einde is afgesneden")
