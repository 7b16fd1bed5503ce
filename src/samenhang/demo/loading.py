"""Lets a story happen: every part of it through the services that everyone's data goes through."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction

from samenhang.demo.story import Agreed, Asked, Kept, Story, Tested, Told
from samenhang.dossier.models import Encounter
from samenhang.dossier.queries import newest_sheet
from samenhang.dossier.services import begin_encounter, end_encounter, plan_encounter
from samenhang.experiments import queries, services
from samenhang.experiments.recording import Filled, Recorded, problems, record_check_in
from samenhang.experiments.trials import Agreement, agree
from samenhang.method.canvas import Canvas
from samenhang.method.experiment import Design
from samenhang.practice.access import Scope
from samenhang.practice.models import Client
from samenhang.practice.services import give_consent, take_on
from samenhang.tools.catalog import room_of
from samenhang.tools.services import Filling, keep_shape
from samenhang.tools.tool import Follows, Typed


class Unbelievable(Exception):
    """A story that the services would refuse: a mistake in the story."""


def tell(scope: Scope, story: Story) -> Client:
    """Let a whole story happen to a new client of this coach, in the order in which it happened."""
    with transaction.atomic(), scope.entered():
        client = take_on(scope, story.card, came_at=story.came)
        for purpose in story.consents:
            give_consent(client, purpose, at=story.came)
        told = _Telling(scope, client, _meetings(client, story))
        for _, happen in sorted(told.events(story), key=lambda event: event[0]):
            happen()
    return client


def _meetings(client: Client, story: Story) -> list[Encounter]:
    planned = []
    for meeting in story.meetings:
        encounter = plan_encounter(client, meeting.at, place=meeting.place)
        if meeting.minutes:
            begin_encounter(encounter, meeting.at + timedelta(minutes=2))
            end_encounter(encounter, meeting.at + timedelta(minutes=meeting.minutes))
        planned.append(encounter)
    return planned


@dataclass(frozen=True)
class _Telling:
    scope: Scope
    client: Client
    meetings: list[Encounter]

    def events(self, story: Story) -> Iterator[tuple[datetime, Callable[[], None]]]:
        """Everything that happened, with its moment."""
        for kept in story.sheets:
            yield kept.at, partial(self.keep, kept)
        for asked in story.questions:
            yield asked.at, partial(self.ask, asked)
        for tested in story.tests:
            yield tested.at, partial(self.test, tested)
        for agreed in story.agreed:
            yield agreed.at, partial(self.agree, agreed)
        for told in story.told:
            yield told.at, partial(self.answer, told)
        for filled in story.diary:
            yield filled.at, partial(self.fill_in, filled)

    def keep(self, kept: Kept) -> None:
        room = room_of(kept.shape.slug)
        if room is None:
            raise Unbelievable(kept.shape.slug)
        meeting = self.meetings[kept.meeting - 1] if kept.meeting else None
        base = newest_sheet(self.client, room.card.slug) if room.card.goes_on else None
        filling = Filling(self.scope, self.client, room, meeting, base)
        if isinstance(kept.shape, Canvas):
            follows = Follows(chosen=kept.chosen, reason=kept.reason)
        else:
            follows = room.form.follows(kept.shape, Typed())
        keep_shape(filling, kept.shape, follows, at=kept.at)

    def ask(self, asked: Asked) -> None:
        services.ask(self.client, asked.item)

    def test(self, tested: Tested) -> None:
        services.choose(self.client, tested.action, by=self.scope.person, reason=tested.reason, at=tested.at)

    def agree(self, agreed: Agreed) -> None:
        action = next(a for a in queries.actions_of(self.client) if a.id == agreed.action)
        item = next(i for i in queries.items_of(self.client) if i.id == agreed.item)
        agreement = Agreement(action, item, agreed.smallest_change, Design.SINCE, agreed.days)
        agree(self.client, agreement, by=self.scope.person, at=agreed.at)

    def answer(self, told: Told) -> None:
        action = next(a for a in queries.actions_of(self.client) if a.id == told.action)
        services.answer_tried(self.client, action, worked=told.worked, by=self.scope.person, at=told.at)

    def fill_in(self, filled: Filled) -> None:
        wrong = problems(self.client, filled)
        if wrong or record_check_in(self.client, filled, received_at=filled.at) is not Recorded.NEW:
            raise Unbelievable(str(wrong))
