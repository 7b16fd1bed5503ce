"""Reading actions, items and check-ins back, and the fold over all of a client."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.utils import timezone

from samenhang.dossier.queries import bare_sheets, read_sheets
from samenhang.experiments.models import CheckIn as CheckInRow
from samenhang.experiments.models import DiaryItem as ItemRow
from samenhang.experiments.models import Experiment as ExperimentRow
from samenhang.experiments.models import MicroAction as ActionRow
from samenhang.experiments.models import Pause as PauseRow
from samenhang.method.diary import CheckIn, DiaryItem
from samenhang.method.dossier import STRIP, Dossier, StripDay, fold, strip
from samenhang.method.experiment import Experiment
from samenhang.method.micro_action import DayState, MicroAction
from samenhang.method.pause import Pause
from samenhang.method.sheet import Document
from samenhang.practice.access import of, rows_of
from samenhang.practice.models import Client, Consent, OfClient, Purpose
from samenhang.vault.bare import as_values, type_of_rows
from samenhang.vault.keys import cipher
from samenhang.vault.opened import opened, opened_each
from samenhang.vault.sealed import place_of, unseal_bytes

STATES = {state.value: state for state in DayState}
D = TypeVar("D", bound=Document)
_CHECK_IN = ("id", "day", "at", "flag", "sealed")


def actions_of(client: Client) -> list[MicroAction]:
    """Every micro-action of a client, in the order they were made."""
    return list(_read(client, MicroAction, ActionRow, _bare_actions(client)))


def action_row(client: Client, action: UUID | str) -> ActionRow | None:
    return of(client, ActionRow).filter(pk=action).first()


def items_of(client: Client) -> list[DiaryItem]:
    """Every diary item of a client, in the order they are asked."""
    return list(_read(client, DiaryItem, ItemRow, _bare_items(client)))


def check_ins_of(client: Client) -> list[CheckIn]:
    """Every check-in of a client, opened. Three years are a thousand of them: the loop is kept bare."""
    return list(_read_check_ins(client, _bare_check_ins(client)))


def pauses_of(client: Client) -> list[Pause]:
    return list(_read(client, Pause, PauseRow, _bare_pauses(client)))


def experiments_of(client: Client) -> list[Experiment]:
    """Every experiment of a client, in the order in which they were agreed."""
    rows = rows_of(client, ExperimentRow, ("id", "sealed"), ("made_at",))
    return list(_read(client, Experiment, ExperimentRow, rows))


def thread_of(known: Dossier, action: MicroAction, last: date, length: int = STRIP) -> tuple[StripDay, ...]:
    """The days of one micro-action up to a day, by the practice's own clock."""
    return strip(known, action, last, length, timezone.get_current_timezone())


def dossier_of(client: Client, reader: UUID | None = None) -> Dossier:
    """Read, open, fold: the client as a screen shows them. What did not change is not opened anew."""
    bare = {
        "sheets": bare_sheets(client),
        "actions": _bare_actions(client),
        "items": _bare_items(client),
        "check-ins": _bare_check_ins(client),
        "pauses": _bare_pauses(client),
        "consents": rows_of(client, Consent, ("purpose", "withdrawn_at"), ("given_at",)),
    }
    name = f"dossier of {reader} in {timezone.get_current_timezone_name()}"
    return opened(client.owner, name, list(bare.values()), lambda: _fold(client, reader, bare))


def _fold(client: Client, reader: UUID | None, bare: Mapping[str, type_of_rows]) -> Dossier:
    folded = fold(
        read_sheets(client, bare["sheets"], reader),
        _read(client, MicroAction, ActionRow, bare["actions"]),
        _read(client, DiaryItem, ItemRow, bare["items"]),
        _read_check_ins(client, bare["check-ins"]),
        _read(client, Pause, PauseRow, bare["pauses"]),
    )
    agreed = {purpose for purpose, withdrawn_at in bare["consents"] if withdrawn_at is None}
    return replace(folded, may_weigh=Purpose.ANALYSIS in agreed)


def _bare_actions(client: Client) -> type_of_rows:
    return rows_of(client, ActionRow, ("id", "sealed"), ("made_at",))


def _bare_items(client: Client) -> type_of_rows:
    return rows_of(client, ItemRow, ("id", "sealed"), ("position", "made_at"))


def _bare_pauses(client: Client) -> type_of_rows:
    return rows_of(client, PauseRow, ("id", "sealed"), ("began",))


def _bare_check_ins(client: Client) -> type_of_rows:
    return rows_of(client, CheckInRow, _CHECK_IN, ("day", "received_at"))


def _read(client: Client, kind: type[D], model: type[OfClient], rows: type_of_rows) -> tuple[D, ...]:
    """Open the one document of each row."""
    owner = client.owner

    def read(row: tuple[Any, ...]) -> D:
        known, blob = as_values(model, ("id", "sealed"), row)
        place = place_of(model._meta.model_name or "", owner, known)  # noqa: SLF001
        return kind.from_json(json.loads(unseal_bytes(cipher(owner), bytes(blob), place)))

    return opened_each(owner, kind.slug, rows, read)


def _read_check_ins(client: Client, rows: type_of_rows) -> tuple[CheckIn, ...]:
    owner = client.owner
    key, zone = cipher(owner), timezone.get_current_timezone()

    def read(row: tuple[Any, ...]) -> CheckIn:
        known, day, at, flag, blob = as_values(CheckInRow, _CHECK_IN, row)
        said = json.loads(unseal_bytes(key, bytes(blob), place_of("checkin", owner, known)))
        actions = {action: STATES[state] for action, state in said["actions"].items()}
        at = at.astimezone(zone)
        return CheckIn(str(known), day, at, said["answers"], actions, said["note"], bool(flag))

    return opened_each(owner, f"check-ins in {zone}", rows, read)
