"""Recording a check-in: idempotent, durable, cheap. What is acknowledged is on the disk.

The id was made on the phone. The same id with the same content is the same check-in; with other content
it is refused. One statement decides that in the database, so two at once cannot both be new.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from samenhang.experiments import queries
from samenhang.experiments.models import CheckIn as CheckInRow
from samenhang.experiments.services import refresh_summary
from samenhang.method.diary import LONGEST_NOTE, CheckIn, diary_day, open_days, problem_with
from samenhang.method.micro_action import DayState
from samenhang.method.summary import Summary, with_check_in
from samenhang.practice.access import of
from samenhang.practice.models import Client
from samenhang.vault import audit

LATE, AHEAD = "late", "ahead"


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
    if len(filled.note) > LONGEST_NOTE:
        found["note"] = f"Een notitie is hoogstens {LONGEST_NOTE} tekens; deze is {len(filled.note)}."
    return found


def record_check_in(client: Client, filled: Filled) -> Recorded:
    """Keep a checked check-in; when this returns, it is on the disk."""
    row = CheckInRow(
        id=filled.id,
        practice_id=client.practice_id,
        client=client,
        day=filled.day,
        at=filled.at,
        received_at=timezone.now(),
        channel=filled.channel,
        flag=_flag(filled),
    )
    content = _content(filled)
    row.seal(content)
    with transaction.atomic():
        if not _insert_once(row):
            return _compare(client, filled.id, filled.day, content)
        audit.wrote("check_in.record", filled.id, subject=client.pk, blob=row.sealed)
        _add_to_summary(client, filled)
    return Recorded.NEW


def _content(filled: Filled) -> dict[str, Any]:
    return {"answers": dict(filled.answers), "actions": dict(filled.actions), "note": filled.note}


def _flag(filled: Filled) -> str:
    """Out of range is kept and flagged, never clamped: 'late' or 'ahead'."""
    local = timezone.localtime(filled.at)
    if filled.day in open_days(local):
        return ""
    return AHEAD if filled.day > diary_day(local) else LATE


_COLUMNS = ("id", "practice_id", "client_id", "day", "at", "received_at", "channel", "flag", "sealed")


def _insert_once(row: CheckInRow) -> bool:
    """One statement that inserts or finds it there."""
    fields = {field.attname: field for field in CheckInRow._meta.concrete_fields}  # noqa: SLF001
    values = [fields[name].get_db_prep_save(getattr(row, name), connection) for name in _COLUMNS]
    table = CheckInRow._meta.db_table  # noqa: SLF001
    names = ", ".join(f'"{name}"' for name in _COLUMNS)
    marks = ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING',  # noqa: S608
            values,
        )
        return bool(cursor.rowcount == 1)


def _compare(client: Client, known: UUID, day: date, content: dict[str, Any]) -> Recorded:
    there = of(client, CheckInRow).get(id=known)
    same = there.day == day and there.unseal() == json.loads(json.dumps(content))
    return Recorded.SAME if same else Recorded.OTHER


def _add_to_summary(client: Client, filled: Filled) -> None:
    """Add one day to the sealed summary, under a lock where the database has row locks."""
    fresh = of_same(client)
    actions = {key: DayState(state) for key, state in filled.actions.items()}
    new = CheckIn(str(filled.id), filled.day, filled.at, filled.answers, actions, filled.note)
    summary = with_check_in(Summary.from_json(fresh.unseal_summary()), new)
    if summary is None:
        refresh_summary(fresh)
        return
    fresh.seal_summary(summary.to_json())
    fresh.save(update_fields=["summary"])


def of_same(client: Client) -> Client:
    """The client's row as it is now, locked until the end of the transaction."""
    found: Client = (
        Client._base_manager.select_for_update().only("practice_id", "summary").get(pk=client.pk)  # noqa: SLF001
    )
    return found
