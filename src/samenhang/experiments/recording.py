"""Recording a check-in: idempotent, durable, cheap. What is acknowledged is on the disk.

The id was made on the phone. The same id with the same content is the same check-in; with other content
it is refused. One statement decides that in the database, so two at once cannot both be new.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID, uuid5

from django.utils import timezone

from samenhang.experiments import queries
from samenhang.experiments.models import CheckIn as CheckInRow
from samenhang.experiments.services import refresh_summary
from samenhang.method.diary import LONGEST_NOTE, CheckIn, diary_day, open_days, problem_with
from samenhang.method.sheet import type_of_json
from samenhang.method.summary import Answerable, answerable, day_added
from samenhang.practice.access import of
from samenhang.practice.models import Client
from samenhang.vault import audit
from samenhang.vault.bare import bare_rows, insert_bare, on_postgres, update_bare
from samenhang.vault.keys import Owner, cipher
from samenhang.vault.sealed import encode, place_of, seal_bytes, unseal_bytes
from samenhang.vault.together import together

LATE, AHEAD = "late", "ahead"
EARLIEST, LATEST = 1990, 2200


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
    kinds = {item.id: item.kind for item in queries.items_of(client)}
    actions = {action.id for action in queries.actions_of(client)} if filled.actions else frozenset[str]()
    return _problems(filled, Answerable(kinds, actions))


def _problems(filled: Filled, may: Answerable) -> dict[str, str]:
    found: dict[str, str] = {}
    if not is_plausible(filled.day):
        found["day"] = "Deze dag ligt te ver weg om te kunnen kloppen."
    for key, answer in filled.answers.items():
        kind = may.kinds.get(key)
        wrong = problem_with(kind, answer) if kind else "Deze vraag hoort niet bij dit dagboek."
        if wrong:
            found[f"answers.{key}"] = wrong
    for key, state in filled.actions.items():
        if key not in may.actions:
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
    return together(lambda: _keep(client, filled, received_at, None))


def keep_typed(client: Client, filled: Filled) -> Recorded:
    """Keep a form that a person sent: one sent again with other answers adds to the day, and is not lost.

    Its number then follows from the first one and from what it says, so that it too is kept once.
    """
    outcome = record_check_in(client, filled)
    if outcome is not Recorded.OTHER:
        return outcome
    said = encode({"day": str(filled.day), **_content(filled)}).decode()
    return record_check_in(client, replace(filled, id=uuid5(filled.id, said)))


def check_and_record(client: Client, filled: Filled) -> Recorded | dict[str, str]:
    """The same, and first say what is wrong with it: what may be answered stands in the summary."""

    def keep() -> Recorded | dict[str, str]:
        summary = _summary(client, client.owner)
        may = answerable(summary)
        wrong = _problems(filled, may) if may else problems(client, filled)
        return wrong or _keep(client, filled, None, summary)

    return together(keep)


def _keep(
    client: Client, filled: Filled, received_at: datetime | None, summary: type_of_json | None
) -> Recorded:
    """Inside a transaction: the check-in, its line in the audit, its day in the summary."""
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
    if not insert_bare(CheckInRow, row, once=True):
        return _compare(client, filled.id, filled.day, content)
    audit.wrote("check_in.record", filled.id, subject=client.pk, blob=sealed)
    _add_to_summary(client, filled, _summary(client, owner) if summary is None else summary, owner)
    return Recorded.NEW


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


def _summary(client: Client, owner: Owner) -> type_of_json:
    """Open the sealed summary, under a lock where the database has row locks."""
    lock = "FOR UPDATE" if on_postgres() else ""
    blob = bytes(bare_rows(Client, ("summary",), {"id": client.pk}, last=lock)[0][0])
    found: type_of_json = json.loads(unseal_bytes(cipher(owner), blob, _summary_place(owner)))
    return found


def _summary_place(owner: Owner) -> bytes:
    return place_of("client", owner, owner.subject, "summary")


def _add_to_summary(client: Client, filled: Filled, summary: type_of_json, owner: Owner) -> None:
    """Add one day to the sealed summary."""
    actions = {action: queries.STATES[state] for action, state in filled.actions.items()}
    new = CheckIn(str(filled.id), filled.day, filled.at, filled.answers, actions, filled.note)
    document = day_added(summary, new)
    if document is None:
        refresh_summary(client)
        return
    blob = seal_bytes(cipher(owner), encode(document), _summary_place(owner))
    update_bare(Client, {"summary": blob}, {"id": client.pk})
