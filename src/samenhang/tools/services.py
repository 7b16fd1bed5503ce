"""Filling in and keeping: once, for every tool."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from samenhang.dossier import queries as sheets
from samenhang.dossier import services as dossier
from samenhang.dossier.models import Encounter, Sheet
from samenhang.dossier.services import Keeping, NewerVersion
from samenhang.experiments import services as experiments
from samenhang.method.diary import DiaryItem
from samenhang.method.dossier import Dossier
from samenhang.method.micro_action import MicroAction
from samenhang.method.sheet import Shape
from samenhang.practice.access import Scope
from samenhang.practice.models import Client
from samenhang.tools.comparing import is_same
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


class SentAgain(NewerVersion):
    """The form that became a sheet comes back with other words: they go on where that sheet is."""

    def __init__(self, newer: Sheet, kept: Shape | None) -> None:
        super().__init__(newer)
        self.kept = kept


def keep(filling: Filling, typed: Typed, known: Dossier, *, seen: str, born: UUID | None = None) -> Sheet:
    """Keep what was typed as a version, with all that follows; raise NewerVersion when one came between."""
    with transaction.atomic():
        if again := kept_before(filling, typed, known, born):
            return again
        standing = filling.standing()
        if standing and str(standing.pk) != seen:
            raise NewerVersion(standing)
        form = filling.room.form
        shape = form.settled(form.shape(typed, known), timezone.localdate())
        sheet = keep_shape(filling, shape, form.follows(shape, typed), born=born)
        dossier.drop_draft(filling.client, filling.scope.person, filling.room.card.slug, filling.encounter)
    return sheet


def kept_before(filling: Filling, typed: Typed, known: Dossier, born: UUID | None) -> Sheet | None:
    """The sheet that this very form became, when it is sent again: a second tap changes nothing.

    Raise SentAgain when it comes back with other words, so that these are not lost.
    """
    sheet = sheets.find_sheet(filling.client, born) if born else None
    if sheet is None:
        return None
    kept = sheets.shape_of(sheet, filling.scope.person)
    if kept is None or not _says_as_kept(filling, kept, typed, known):
        raise SentAgain(sheets.versions(filling.client, sheet)[0], kept)
    return sheet


def _says_as_kept(filling: Filling, kept: Shape, typed: Typed, known: Dossier) -> bool:
    """Whether what was typed is what was kept: the sheet, and what it set in motion beside the sheet."""
    form = filling.room.form
    if not is_same(kept, form.settled(form.shape(typed, known), timezone.localdate())):
        return False
    follows = form.follows(kept, typed)
    actions = {action.id: action for action in (*known.under_test, *known.candidates, *known.learned)}
    items = {series.item.id: series.item for series in known.series}
    return _is_planned_so(follows.chosen, actions) and _is_asked_so(follows.item, items)


def _is_planned_so(wanted: MicroAction | None, known: Mapping[str, MicroAction]) -> bool:
    living = known.get(wanted.id) if wanted else None
    if wanted is None or living is None:
        return True
    lived = replace(wanted, life=living.life, lens=living.lens, need=living.need, tried=living.tried)
    return lived == living


def _is_asked_so(wanted: DiaryItem | None, known: Mapping[str, DiaryItem]) -> bool:
    living = known.get(wanted.id) if wanted else None
    if wanted is None or living is None:
        return True
    return (wanted.kind, wanted.better, wanted.slot) == (living.kind, living.better, living.slot)


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
        goes_on=filling.room.card.goes_on,
    )
    with transaction.atomic():
        sheet = dossier.keep_sheet(keeping, shape)
        experiments.let_measure(client, dict(follows.measures))
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
    form, goes_on = filling.room.form, filling.room.card.goes_on
    return keep_shape(again, shape, form.follows(shape, Typed()) if goes_on else Follows())
