"""Agreeing on an experiment, and deciding at its end."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from random import Random, SystemRandom
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from samenhang.experiments import queries, services
from samenhang.experiments.models import Experiment as ExperimentRow
from samenhang.method.diary import DiaryItem
from samenhang.method.experiment import (
    A_DAY,
    Design,
    Experiment,
    can_be_tested,
    days_before,
    draw_days,
    draw_start,
    ended,
    lag_of,
    open_ones,
)
from samenhang.method.micro_action import MicroAction, Outcome, State
from samenhang.practice.access import of
from samenhang.practice.models import Client
from samenhang.vault import audit


class NotTestable(Exception):
    """An experiment asks for a micro-action under test and an outcome with a direction."""


@dataclass(frozen=True)
class Agreement:
    """What the two of them agree on: everything else follows from it."""

    action: MicroAction
    item: DiaryItem
    smallest_change: float
    design: Design
    days: int


def agree(
    client: Client,
    agreed: Agreement,
    *,
    by: UUID,
    at: datetime | None = None,
    chance: Random | None = None,
) -> Experiment:
    """Lock an experiment; one about the same micro-action that still runs is replaced, and both stay."""
    if agreed.action.state is not State.CHOSEN or not can_be_tested(agreed.item):
        raise NotTestable
    moment = timezone.localtime(at)
    made = _drawn(client, agreed, moment, str(by), chance or SystemRandom())
    before = [e for e in open_ones(queries.experiments_of(client)) if e.action == made.action]
    made = replace(made, replaces=before[-1].id if before else "")
    with transaction.atomic():
        row = ExperimentRow(
            pk=UUID(made.id), practice_id=client.practice_id, client_id=client.pk, made_at=moment
        )
        row.seal(made.to_json())
        row.save(force_insert=True)
        audit.wrote("experiment.lock", row.pk, subject=client.pk, blob=row.sealed)
        services.refresh_summary(client)
    return made


def _drawn(client: Client, agreed: Agreement, moment: datetime, by: str, chance: Random) -> Experiment:
    from samenhang.analysis.effect.result import ENGINE  # NumPy comes along, so not before it is asked

    today = moment.date()
    window: tuple[date, ...] = ()
    on_days: tuple[date, ...] = ()
    chosen_on = timezone.localtime(agreed.action.chosen_at).date() if agreed.action.chosen_at else today
    begins = start = chosen_on
    if agreed.design is Design.DRAWN_DAYS:
        begins = start = today + A_DAY
        on_days = draw_days(start, agreed.days, chance)
    elif agreed.design is Design.DRAWN_START:
        begins, window = draw_start(today + A_DAY, chance)
    if agreed.design is not Design.DRAWN_DAYS:
        start = min((days_before(_told(client, agreed.item), begins), *window))
    return Experiment(
        id=services.new_id(),
        action=agreed.action.id,
        behaviour=agreed.action.behaviour,
        item=agreed.item.id,
        question=agreed.item.text,
        kind=agreed.item.kind,
        better=agreed.item.better,
        smallest_change=agreed.smallest_change,
        design=agreed.design,
        start=start,
        begins=begins,
        until=begins + (agreed.days - 1) * A_DAY,
        locked_at=moment,
        by=by,
        engine=ENGINE,
        on_days=on_days,
        window=window,
        lag=lag_of(agreed.item),
    )


def _told(client: Client, item: DiaryItem) -> tuple[date, ...]:
    """The days that the answers so far tell of."""
    series, lag = queries.dossier_of(client).series, lag_of(item) * A_DAY
    return tuple(day - lag for each in series if each.item.id == item.id for day, _ in each.points)


def decide_experiment(
    client: Client, experiment: Experiment, outcome: Outcome, *, by: UUID, reason: str = ""
) -> None:
    """Note keep, adjust or let go; the micro-action learns the same in the same transaction."""
    now = timezone.now()
    row = of(client, ExperimentRow).get(pk=experiment.id)
    with transaction.atomic():
        row.seal(ended(experiment, outcome, at=now, by=str(by), reason=reason).to_json())
        row.save(update_fields=["sealed"])
        audit.wrote("experiment.end", row.pk, subject=client.pk, blob=row.sealed)
        for action in queries.actions_of(client):
            if action.id == experiment.action and action.state is State.CHOSEN:
                services.learn(client, action, outcome, by=by, reason=reason)
        services.refresh_summary(client)
