"""Filling in and keeping: once, for every tool."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from samenhang.dossier import queries as sheets
from samenhang.dossier import services as dossier
from samenhang.dossier.models import Encounter, Sheet
from samenhang.dossier.services import Keeping, NewerVersion
from samenhang.experiments import services as experiments
from samenhang.method.dossier import Dossier
from samenhang.method.sheet import Shape
from samenhang.practice.access import Scope
from samenhang.practice.models import Client
from samenhang.tools.tool import Follows, Room, Typed


@dataclass(frozen=True)
class Filling:
    """One person filling in one tool about one client, perhaps in a gesprek, perhaps as an edit."""

    scope: Scope
    client: Client
    room: Room
    encounter: Encounter | None = None
    base: Sheet | None = None

    def standing(self) -> Sheet | None:
        """The sheet that another window may have kept meanwhile."""
        if self.base:
            return sheets.versions(self.client, self.base)[0]
        return sheets.newest_sheet(self.client, self.room.card.slug, self.encounter)


def keep(filling: Filling, typed: Typed, known: Dossier, *, seen: str, born: UUID | None = None) -> Sheet:
    """Keep what was typed as a version, with all that follows; raise NewerVersion when one came between."""
    with transaction.atomic():
        standing = filling.standing()
        if standing and str(standing.pk) not in (seen, str(born)):
            raise NewerVersion(standing)
        form = filling.room.form
        shape = form.settled(form.shape(typed, known), timezone.localdate())
        sheet = keep_shape(filling, shape, form.follows(shape, typed), born=born)
        dossier.drop_draft(filling.client, filling.scope.person, filling.room.card.slug, filling.encounter)
    return sheet


def keep_shape(
    filling: Filling,
    shape: Shape,
    follows: Follows,
    *,
    born: UUID | None = None,
    at: datetime | None = None,
) -> Sheet:
    """Keep a shape and what follows from it, in one transaction."""
    client, person = filling.client, filling.scope.person
    keeping = Keeping(
        client,
        person,
        filling.room.card.audience,
        filling.encounter,
        base=filling.base.pk if filling.base else None,
        id=born,
        at=at,
    )
    with transaction.atomic():
        sheet = dossier.keep_sheet(keeping, shape)
        if follows.item:
            experiments.ask(client, follows.item)
        if follows.chosen:
            experiments.choose(client, follows.chosen, by=person, reason=follows.reason, at=at)
        experiments.propose(client, follows.proposed, by=person, at=at)
    return sheet


def restore(filling: Filling, old: Sheet) -> Sheet | None:
    """Make an earlier version the newest again, as a new version; nothing is overwritten."""
    shape = sheets.shape_of(old, filling.scope.person)
    newest = sheets.versions(filling.client, old)[0]
    if shape is None or newest.pk == old.pk:
        return None
    again = Filling(filling.scope, filling.client, filling.room, newest.encounter, newest)
    return keep_shape(again, shape, Follows())
