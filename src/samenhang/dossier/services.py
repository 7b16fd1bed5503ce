"""Keeping sheets and drafts, planning and holding encounters."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from samenhang.dossier.models import Draft, Encounter, Sheet
from samenhang.method.sheet import Audience, Shape
from samenhang.practice.access import of
from samenhang.practice.models import Client
from samenhang.vault import audit

type_of_typed = dict[str, Any]


class NewerVersion(Exception):
    """Someone, or another tab, kept a newer version: the second sees it and loses nothing."""

    def __init__(self, newer: Sheet) -> None:
        super().__init__("newer version")
        self.newer = newer


@dataclass(frozen=True)
class Keeping:
    """Everything needed to keep a sheet, besides its content."""

    client: Client
    author: UUID
    audience: Audience
    encounter: Encounter | None = None
    base: UUID | None = None
    id: UUID | None = None
    at: datetime | None = None
    goes_on: bool = False  # one sheet over many gesprekken: each version is of its own day


def keep_sheet(keeping: Keeping, shape: Shape) -> Sheet:
    """Keep a version of a sheet; raise NewerVersion when its base was already superseded.

    The same id with the same content twice is once: what comes in again from a phone changes nothing.
    """
    at = keeping.at or timezone.now()
    with transaction.atomic():
        if keeping.id and (known := of(keeping.client, Sheet).filter(pk=keeping.id).first()):
            return known
        base = of(keeping.client, Sheet).filter(pk=keeping.base).first() if keeping.base else None
        if base and (newer := newest_after(keeping.client, base)):
            raise NewerVersion(newer)
        sheet = _new_sheet(keeping, shape, base, at)
        try:
            with transaction.atomic():
                sheet.save(force_insert=True)
        except IntegrityError:
            raise NewerVersion((base and newest_after(keeping.client, base)) or sheet) from None
        audit.wrote(f"sheet.keep.{shape.slug}", sheet.pk, subject=keeping.client.pk, blob=sheet.sealed)
    return sheet


def newest_after(client: Client, base: Sheet) -> Sheet | None:
    """Give the newest version when a sheet was superseded, else nothing."""
    newest = of(client, Sheet).filter(lineage=base.lineage).order_by("kept_at").last()
    return newest if newest and newest.pk != base.pk else None


def _new_sheet(keeping: Keeping, shape: Shape, base: Sheet | None, at: datetime) -> Sheet:
    client = keeping.client
    sheet = Sheet(
        practice_id=client.practice_id,
        client=client,
        author_id=keeping.author,
        tool=shape.slug,
        audience=keeping.audience,
        encounter=keeping.encounter,
        supersedes=base,
        day=base.day if base and not keeping.goes_on else timezone.localtime(at).date(),
        kept_at=at,
    )
    if keeping.id:
        sheet.pk = keeping.id
    if base:
        sheet.lineage = base.lineage
    sheet.seal(shape.to_json())
    if shape.has_private:
        sheet.seal_private(shape.to_json(private=True))
    return sheet


def find_draft(client: Client, author: UUID, tool: str, encounter: Encounter | None) -> Draft | None:
    return of(client, Draft).filter(author=author, tool=tool, encounter=encounter).first()


def type_draft(
    client: Client,
    author: UUID,
    tool: str,
    encounter: Encounter | None,
    *,
    typed: type_of_typed,
    base: UUID | None = None,
) -> Draft:
    """Keep what is being typed, as it is, right or wrong: nothing typed is ever lost."""
    with transaction.atomic():
        draft = find_draft(client, author, tool, encounter)
        if draft is None:
            draft = Draft(
                practice_id=client.practice_id,
                client=client,
                author_id=author,
                tool=tool,
                encounter=encounter,
                base_id=base,
            )
        draft.revision += 1
        draft.typed_at = timezone.now()
        draft.seal(typed)
        draft.save()
    return draft


def drop_draft(client: Client, author: UUID, tool: str, encounter: Encounter | None) -> None:
    draft = find_draft(client, author, tool, encounter)
    if draft:
        draft.delete()


def typed_in(draft: Draft) -> type_of_typed:
    typed: type_of_typed = draft.unseal()
    return json.loads(json.dumps(typed)) if typed else {}


def plan_encounter(client: Client, at: datetime, *, place: str = "") -> Encounter:
    """Plan a gesprek with the client's own coach; the same moment twice is once, at the last place given."""
    known = of(client, Encounter).filter(planned_at=at, cancelled_at=None).first()
    planned = known or Encounter(
        practice_id=client.practice_id, client=client, coach_id=client.coach_id, planned_at=at
    )
    if known and place in {"", known.unseal()["place"]}:
        return known
    planned.seal({"place": place})
    with transaction.atomic():
        planned.save(force_insert=known is None)
        audit.wrote("encounter.plan", planned.pk, subject=client.pk)
    return planned


def begin_encounter(encounter: Encounter, at: datetime | None = None) -> None:
    """Begin; beginning twice keeps the first moment."""
    if encounter.begun_at is None:
        encounter.begun_at = at or timezone.now()
        encounter.save(update_fields=["begun_at"])


def end_encounter(encounter: Encounter, at: datetime | None = None) -> None:
    if encounter.ended_at is None:
        encounter.ended_at = at or timezone.now()
        encounter.save(update_fields=["ended_at"])


def cancel_encounter(encounter: Encounter) -> None:
    encounter.cancelled_at = timezone.now()
    encounter.save(update_fields=["cancelled_at"])
