"""Recording a check-in: idempotent, durable, cheap. What is acknowledged is on the disk.

The id was made on the phone. The same id with the same content is the same check-in; with other content
it is refused. One statement decides that in the database, so two at once cannot both be new.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from threading import Lock
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from samenhang.experiments import queries
from samenhang.experiments.models import CheckIn as CheckInRow
from samenhang.experiments.services import refresh_summary
from samenhang.method.diary import LONGEST_NOTE, CheckIn, diary_day, open_days, problem_with
from samenhang.method.micro_action import DayState
from samenhang.method.summary import day_added
from samenhang.practice.access import of
from samenhang.practice.models import Client
from samenhang.vault import audit
from samenhang.vault.bare import bare_rows, insert_bare, update_bare
from samenhang.vault.keys import cipher
from samenhang.vault.sealed import encode, place_of, seal_bytes, unseal_bytes

LATE, AHEAD = "late", "ahead"
EARLIEST, LATEST = 1990, 2200
_turn = Lock()


class Recorded(Enum):
    NEW = 201
    SAME = 200
    OTHER = 409


@dataclass(frozen=True)
class Filled:
    """A check-in as it came in, not yet checked."""

    id: UUID
    day: date
    at: datetime
    answers: Mapping[str, Any]
    actions: Mapping[str, str]
    note: str = ""
    channel: str = "phone"


def problems(client: Client, filled: Filled) -> dict[str, str]:
    """Say per field what is wrong, each in one sentence; nothing when all is well."""
    found: dict[str, str] = {}
    if not is_plausible(filled.day):
        found["day"] = "Deze dag ligt te ver weg om te kunnen kloppen."
    items = {item.id: item for item in queries.items_of(client)}
    for key, answer in filled.answers.items():
        item = items.get(key)
        wrong = problem_with(item.kind, answer) if item else "Deze vraag hoort niet bij dit dagboek."
        if wrong:
            found[f"answers.{key}"] = wrong
    known = {action.id for action in queries.actions_of(client)} if filled.actions else set()
    for key, state in filled.actions.items():
        if key not in known:
            found[f"actions.{key}"] = "Deze micro-actie hoort niet bij dit dagboek."
        elif state not in queries.STATES:
            found[f"actions.{key}"] = "Kies gedaan, plan B, niet, of telt niet mee."
    return found | _note_problem(filled.note)


def _note_problem(note: str) -> dict[str, str]:
    if len(note) > LONGEST_NOTE:
        return {"note": f"Een notitie is hoogstens {LONGEST_NOTE} tekens; deze is {len(note)}."}
    if any("\ud800" <= sign <= "\udfff" for sign in note):
        return {"note": "Er staat een half teken in deze notitie; haal het weg of typ het opnieuw."}
    return {}


def is_plausible(day: date) -> bool:
    """Whether a day can be counted with: out of range is kept and flagged, out of history is refused."""
    return EARLIEST <= day.year <= LATEST


def record_check_in(client: Client, filled: Filled, *, received_at: datetime | None = None) -> Recorded:
    """Keep a checked check-in; when this returns, it is on the disk."""
    owner, content = client.owner, _content(filled)
    sealed = seal_bytes(cipher(owner), encode(content), place_of("checkin", owner, filled.id))
    row = {
        "id": filled.id,
        "practice_id": client.practice_id,
        "client_id": client.pk,
        "day": filled.day,
        "at": filled.at,
        "received_at": received_at or timezone.now(),
        "channel": filled.channel,
        "flag": _flag(filled),
        "sealed": sealed,
    }
    with _in_turn(), transaction.atomic():
        if not insert_bare(CheckInRow, row, once=True):
            return _compare(client, filled.id, filled.day, content)
        audit.wrote("check_in.record", filled.id, subject=client.pk, blob=sealed)
        _add_to_summary(client, filled)
    return Recorded.NEW


@contextmanager
def _in_turn() -> Iterator[None]:
    """SQLite has one writer: threads of this house take turns here, instead of waking up to ask for it."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with _turn:
        yield


def _content(filled: Filled) -> dict[str, Any]:
    return {"answers": dict(filled.answers), "actions": dict(filled.actions), "note": filled.note}


def _flag(filled: Filled) -> str:
    """Out of range is kept and flagged, never clamped: 'late' or 'ahead'."""
    local = timezone.localtime(filled.at)
    if filled.day in open_days(local):
        return ""
    return AHEAD if filled.day > diary_day(local) else LATE


def _compare(client: Client, known: UUID, day: date, content: dict[str, Any]) -> Recorded:
    there = of(client, CheckInRow).get(id=known)
    same = there.day == day and there.unseal() == json.loads(json.dumps(content))
    return Recorded.SAME if same else Recorded.OTHER


def _add_to_summary(client: Client, filled: Filled) -> None:
    """Add one day to the sealed summary, under a lock where the database has row locks."""
    lock = "FOR UPDATE" if connection.features.has_select_for_update else ""
    here = {"id": client.pk}
    blob = bytes(bare_rows(Client, ("summary",), here, last=lock)[0][0])
    key, place = cipher(client.owner), place_of("client", client.owner, client.pk, "summary")
    actions = {action: DayState(state) for action, state in filled.actions.items()}
    new = CheckIn(str(filled.id), filled.day, filled.at, filled.answers, actions, filled.note)
    document = day_added(json.loads(unseal_bytes(key, blob, place)), new)
    if document is None:
        refresh_summary(client)
        return
    update_bare(Client, {"summary": seal_bytes(key, encode(document), place)}, here)
