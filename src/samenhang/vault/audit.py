"""Who looked, who wrote: one line each, chained by HMAC per practice. Lines hold ids, never content.

A write leaves its line in its own transaction. Reads are gathered during a request and kept at its end;
when the disk is full or the database locked they wait in memory and nobody is kept from reading.
"""

import hmac
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.db import OperationalError, connection, transaction
from django.utils import timezone

from samenhang.vault.keys import Owner, derived, raw_key
from samenhang.vault.models import AuditLine

START = b"\x00" * 32


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
waiting: deque[Line] = deque(maxlen=100_000)


@contextmanager
def acting(actor: Actor) -> Iterator[None]:
    """Say who acts until the end of the block."""
    token = _actor.set(actor)
    try:
        yield
    finally:
        _actor.reset(token)


def wrote(
    action: str, object_id: object, *, subject: UUID | None = None, blob: bytes | memoryview = b""
) -> None:
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
    due = [*waiting, *lines]
    if not due:
        return
    try:
        keep(due)
        waiting.clear()
    except OperationalError:
        waiting.extend(lines)


def _line(action: str, object_id: object, subject: UUID | None, digest: bytes) -> Line:
    actor = _actor.get()
    if actor is None:
        raise LookupError(f"audit zonder handelende persoon: {action}")
    return Line(actor, action, str(object_id), subject, digest, timezone.now())


def keep(lines: list[Line]) -> None:
    """Chain and keep lines, in order, in the caller's transaction or in one of their own."""
    with transaction.atomic():
        heads: dict[UUID, tuple[int, bytes]] = {}
        for line in lines:
            practice = line.actor.practice
            seq, previous = heads.get(practice) or head(practice, lock=True)
            row = _row(line, seq + 1, previous)
            row.save(force_insert=True)
            heads[practice] = (row.seq, bytes(row.mac))


def head(practice: UUID, *, lock: bool = False) -> tuple[int, bytes]:
    """The number and MAC of the last line; a backup keeps it, so that a cut tail shows."""
    if lock and connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [str(practice)])
    last = AuditLine.objects.filter(practice=practice).order_by("-seq").values_list("seq", "mac").first()
    return (last[0], bytes(last[1])) if last else (0, START)


def _row(line: Line, seq: int, previous: bytes) -> AuditLine:
    row = AuditLine(
        practice=line.actor.practice,
        seq=seq,
        at=line.at,
        actor=line.actor.person,
        on_behalf_of=line.actor.on_behalf_of,
        role=line.actor.role,
        action=line.action,
        object_id=line.object_id,
        subject=line.subject,
        digest=line.digest,
        previous=previous,
    )
    row.mac = _mac(row)
    return row


def _mac(row: AuditLine) -> bytes:
    key = derived(raw_key(Owner.of_practice(row.practice)), "audit")
    fields = (
        row.practice,
        row.seq,
        row.at.isoformat(),
        row.actor,
        row.on_behalf_of,
        row.role,
        row.action,
        row.object_id,
        row.subject,
    )
    said = "|".join(map(str, fields)).encode()
    return hmac.digest(key, bytes(row.previous) + bytes(row.digest) + said, sha256)


@dataclass(frozen=True)
class Broken:
    """Where the chain of a practice no longer holds."""

    practice: UUID
    seq: int
    why: str


def verify(practice: UUID, *, expected: tuple[int, bytes] | None = None) -> list[Broken]:
    """Walk the chain: every number, every link, every MAC; and the head a backup remembers."""
    broken: list[Broken] = []
    seq, previous = 0, START
    found = None
    for row in AuditLine.objects.filter(practice=practice).order_by("seq").iterator(chunk_size=2000):
        seq += 1
        if row.seq != seq:
            broken.append(Broken(practice, row.seq, "een regel ontbreekt"))
            seq = row.seq
        elif bytes(row.previous) != previous:
            broken.append(Broken(practice, row.seq, "sluit niet aan op de vorige"))
        if not hmac.compare_digest(_mac(row), bytes(row.mac)):
            broken.append(Broken(practice, row.seq, "is gewijzigd"))
        previous = bytes(row.mac)
        if expected and row.seq == expected[0]:
            found = previous
    if expected and expected[0] and found != expected[1]:
        broken.append(Broken(practice, expected[0], "het einde is afgesneden"))
    return broken
