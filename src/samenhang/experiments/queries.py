"""Reading actions, items and check-ins back, and the fold over all of a client."""

import json
from uuid import UUID

from django.utils import timezone

from samenhang.dossier.queries import kept_sheets
from samenhang.experiments.models import CheckIn as CheckInRow
from samenhang.experiments.models import DiaryItem as ItemRow
from samenhang.experiments.models import MicroAction as ActionRow
from samenhang.experiments.models import Pause as PauseRow
from samenhang.method.diary import CheckIn, DiaryItem
from samenhang.method.dossier import Dossier, fold
from samenhang.method.micro_action import DayState, MicroAction
from samenhang.method.pause import Pause
from samenhang.practice.access import of
from samenhang.practice.models import Client
from samenhang.vault.keys import cipher
from samenhang.vault.sealed import place_of, unseal_bytes

STATES = {state.value: state for state in DayState}


def actions_of(client: Client) -> list[MicroAction]:
    """Every micro-action of a client, in the order they were made."""
    return [MicroAction.from_json(row.unseal()) for row in of(client, ActionRow).order_by("made_at")]


def action_row(client: Client, action: UUID | str) -> ActionRow | None:
    return of(client, ActionRow).filter(pk=action).first()


def items_of(client: Client) -> list[DiaryItem]:
    """Every diary item of a client, in the order they are asked."""
    found = of(client, ItemRow).order_by("position", "made_at")
    return [DiaryItem.from_json(row.unseal()) for row in found]


def check_ins_of(client: Client) -> list[CheckIn]:
    """Every check-in of a client, opened. Three years are a thousand of them: the loop is kept bare."""
    owner = client.owner
    key = cipher(owner)
    zone = timezone.get_current_timezone()
    rows = of(client, CheckInRow).order_by("day", "received_at")
    opened = []
    for known, day, at, flag, blob in rows.values_list("id", "day", "at", "flag", "sealed").iterator(2000):
        said = json.loads(unseal_bytes(key, bytes(blob), place_of("checkin", owner, known)))
        actions = {action: STATES[state] for action, state in said["actions"].items()}
        opened.append(
            CheckIn(str(known), day, at.astimezone(zone), said["answers"], actions, said["note"], bool(flag))
        )
    return opened


def dossier_of(client: Client, reader: UUID | None = None) -> Dossier:
    """Read, open, fold: the client as a screen shows them."""
    return fold(
        kept_sheets(client, reader),
        actions_of(client),
        items_of(client),
        check_ins_of(client),
        pauses_of(client),
    )


def pauses_of(client: Client) -> list[Pause]:
    return [Pause.from_json(row.unseal()) for row in of(client, PauseRow)]
