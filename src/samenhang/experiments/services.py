"""What happens between sessions: proposing, choosing, learning, asking."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from samenhang.experiments import queries
from samenhang.experiments.models import DiaryItem as ItemRow
from samenhang.experiments.models import MicroAction as ActionRow
from samenhang.experiments.models import Pause as PauseRow
from samenhang.method import micro_action as method
from samenhang.method.diary import MOST_ITEMS, DiaryItem
from samenhang.method.micro_action import MicroAction, Outcome, State
from samenhang.method.pause import Pause
from samenhang.method.pause import resume as method_resume
from samenhang.method.summary import summarise
from samenhang.practice.access import of
from samenhang.practice.models import Client
from samenhang.vault import audit
from samenhang.vault.bare import update_bare


class TooManyItems(Exception):
    """A check-in of half a minute holds six questions at most."""


def new_id() -> str:
    return str(uuid.uuid4())


def propose(client: Client, actions: Iterable[MicroAction], *, by: UUID, at: datetime | None = None) -> None:
    """Offer micro-actions as candidates; one that is already known takes its new wording."""
    moment = timezone.localtime(at)
    known = {action.id: action for action in queries.actions_of(client)}
    with transaction.atomic():
        for action in actions:
            old = known.get(action.id)
            if old is None:
                _keep_action(client, method.turn(action, State.PROPOSED, at=moment, by=str(by)), new=True)
            elif old.state is State.PROPOSED and old.behaviour != action.behaviour:
                _keep_action(client, method.reworded(old, action.behaviour))
        refresh_summary(client)


def choose(
    client: Client, action: MicroAction, *, by: UUID, reason: str = "", at: datetime | None = None
) -> MicroAction:
    """Put a micro-action under test; raise OneAtATime when another is and no reason is given."""
    moment = timezone.localtime(at)
    known = {each.id: each for each in queries.actions_of(client)}
    old = known.get(action.id)
    if old:
        action = replace(action, life=old.life, lens=old.lens, need=old.need, tried=old.tried)
    elif not action.life:
        action = method.turn(action, State.PROPOSED, at=moment, by=str(by))
    if action.state is not State.CHOSEN:
        action = method.choose(action, known.values(), at=moment, by=str(by), reason=reason)
    with transaction.atomic():
        _keep_action(client, action, new=old is None)
        refresh_summary(client)
    return action


def rewrite_action(client: Client, action: MicroAction) -> None:
    """Keep a micro-action with other words or another plan; its life stays what it was."""
    with transaction.atomic():
        _keep_action(client, action)
        refresh_summary(client)


def learn(
    client: Client,
    action: MicroAction,
    outcome: Outcome,
    *,
    by: UUID,
    reason: str = "",
    at: datetime | None = None,
) -> MicroAction:
    """Note what was learned: houden, bijsturen or loslaten."""
    moment = timezone.localtime(at)
    learned = method.turn(action, State.LEARNED, at=moment, by=str(by), reason=reason, outcome=outcome)
    rewrite_action(client, learned)
    return learned


def stop(
    client: Client, action: MicroAction, *, by: UUID, reason: str = "", at: datetime | None = None
) -> None:
    """Stop a micro-action or put a candidate aside."""
    rewrite_action(
        client, method.turn(action, State.STOPPED, at=timezone.localtime(at), by=str(by), reason=reason)
    )


def _keep_action(client: Client, action: MicroAction, *, new: bool = False) -> None:
    row = None if new else queries.action_row(client, action.id)
    if row is None:
        row = ActionRow(pk=UUID(action.id), practice_id=client.practice_id, client=client)
        new = True
    row.changed_at = timezone.now()
    row.seal(action.to_json())
    row.save(force_insert=new)
    audit.wrote(f"action.{action.state}", row.pk, subject=client.pk, blob=row.sealed)


def ask(client: Client, item: DiaryItem) -> DiaryItem:
    """Add a question to the diary, once; raise TooManyItems when six are open."""
    if of(client, ItemRow).filter(pk=item.id).exists():
        return item
    standing = [each for each in queries.items_of(client) if each.closed is None]
    if len(standing) >= MOST_ITEMS:
        raise TooManyItems
    row = ItemRow(pk=UUID(item.id), practice_id=client.practice_id, client=client, position=len(standing))
    row.seal(item.to_json())
    with transaction.atomic():
        row.save(force_insert=True)
        audit.wrote("item.ask", row.pk, subject=client.pk, blob=row.sealed)
        refresh_summary(client)
    return item


def let_measure(client: Client, asked: Mapping[str, str]) -> None:
    """Note of factors which question measures each, or none; other factors keep theirs."""
    factor_of = {item: factor for factor, item in asked.items() if item}
    with transaction.atomic():
        for item in queries.items_of(client) if asked else ():
            factor = factor_of.get(item.id, "" if item.factor in asked else item.factor)
            if factor != item.factor:
                row = of(client, ItemRow).get(pk=item.id)
                row.seal(replace(item, factor=factor).to_json())
                row.save(update_fields=["sealed"])
                audit.wrote("item.measure", row.pk, subject=client.pk, blob=row.sealed)


def close_item(client: Client, item: UUID, day: date) -> bool:
    """Stop asking a question; its answers stay. False when it is no question of this client."""
    row = of(client, ItemRow).filter(pk=item).first()
    if row is None:
        return False
    with transaction.atomic():
        row.seal(replace(DiaryItem.from_json(row.unseal()), closed=day).to_json())
        row.save(update_fields=["sealed"])
        audit.wrote("item.close", row.pk, subject=client.pk, blob=row.sealed)
        refresh_summary(client)
    return True


def pause(client: Client, began: date, *, by: UUID) -> None:
    """Ask nothing for a while; pausing twice is once."""
    if of(client, PauseRow).filter(ended=None).exists():
        return
    row = PauseRow(practice_id=client.practice_id, client=client, began=began)
    row.seal(Pause(str(row.pk), began, str(by)).to_json())
    with transaction.atomic():
        row.save(force_insert=True)
        audit.wrote("pause.begin", row.pk, subject=client.pk)
        refresh_summary(client)


def resume(client: Client, ended: date) -> None:
    """Days count again from this one on."""
    with transaction.atomic():
        for row in of(client, PauseRow).filter(ended=None):
            over = method_resume(Pause.from_json(row.unseal()), ended)
            row.ended = over.ended
            row.seal(over.to_json())
            row.save(update_fields=["ended", "sealed"])
            audit.wrote("pause.end", row.pk, subject=client.pk)
        refresh_summary(client)


def answer_tried(
    client: Client, action: MicroAction, *, worked: bool | None, by: UUID, at: datetime | None = None
) -> None:
    """Keep the answer to 'gelukt?': it is asked once."""
    rewrite_action(client, method.tell(action, worked=worked, at=timezone.localtime(at), by=str(by)))


def refresh_summary(client: Client) -> None:
    """Rewrite what lists show of a client, inside the transaction that changed it."""
    dossier = queries.dossier_of(client)
    items = sum(series.item.closed is None for series in dossier.series)
    client.seal_summary(summarise(dossier, items, queries.experiments_of(client)).to_json())
    update_bare(Client, {"summary": client.summary}, {"id": client.pk})
