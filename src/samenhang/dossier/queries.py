"""Reading sheets back and folding them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from samenhang.dossier.models import Encounter, Sheet
from samenhang.method.catalog import SHAPES
from samenhang.method.dossier import KeptSheet
from samenhang.method.sheet import Shape, UnknownVersion
from samenhang.practice.access import Scope, of
from samenhang.practice.models import Client
from samenhang.vault.scope import rows


def shape_of(sheet: Sheet, reader: UUID | None = None) -> Shape | None:
    """Open a sheet as its shape, with the author's own part for the author alone.

    None when a newer program wrote it: it is shown as such and never guessed at.
    """
    kind = SHAPES.get(sheet.tool)
    if kind is None:
        return None
    try:
        shape = kind.from_json(sheet.unseal())
        if sheet.sealed_private and reader == sheet.author_id:
            shape = shape.with_private(sheet.unseal_private())
    except UnknownVersion:
        return None
    return shape


def kept_sheets(client: Client, reader: UUID | None = None) -> list[KeptSheet]:
    """Every version of every sheet of a client, opened, in the order they were kept."""
    return [_kept(sheet, reader) for sheet in of(client, Sheet).order_by("kept_at")]


def _kept(sheet: Sheet, reader: UUID | None) -> KeptSheet:
    return KeptSheet(
        id=str(sheet.pk),
        lineage=str(sheet.lineage),
        tool=sheet.tool,
        kept_at=sheet.kept_at,
        day=sheet.day,
        shape=shape_of(sheet, reader),
        encounter=str(sheet.encounter_id or ""),
    )


def sheet_or_404(client: Client, sheet: UUID) -> Sheet:
    found = of(client, Sheet).filter(pk=sheet).first()
    if found is None:
        raise Http404
    return found


def versions(client: Client, sheet: Sheet) -> list[Sheet]:
    """Every version of one sheet, newest first."""
    return list(of(client, Sheet).filter(lineage=sheet.lineage).order_by("-kept_at"))


def newest_sheet(client: Client, tool: str, encounter: Encounter | None = None) -> Sheet | None:
    """The newest sheet of a tool: of one encounter when given, else of all."""
    found = of(client, Sheet).filter(tool=tool)
    if encounter:
        found = found.filter(encounter=encounter)
    return found.order_by("kept_at").last()


def current_sheets(client: Client) -> list[Sheet]:
    """The newest version of each sheet, newest first, without opening any."""
    newest: dict[UUID, Sheet] = {}
    for sheet in of(client, Sheet).order_by("kept_at").defer("sealed", "sealed_private"):
        newest[sheet.lineage] = sheet
    return sorted(newest.values(), key=lambda s: s.kept_at, reverse=True)


def encounter_or_404(client: Client, encounter: UUID) -> Encounter:
    found = of(client, Encounter).filter(pk=encounter).first()
    if found is None:
        raise Http404
    return found


def encounters(client: Client) -> list[Encounter]:
    """Every gesprek that was not cancelled, in order; its place in the list is its number."""
    return list(of(client, Encounter).filter(cancelled_at=None).order_by("planned_at"))


def number_of(encounter: Encounter, known: Iterable[Encounter]) -> int:
    return 1 + sum(other.planned_at < encounter.planned_at for other in known)


@dataclass(frozen=True)
class Appointment:
    encounter: Encounter
    client: Client
    number: int
    place: str


def appointments(scope: Scope, day: date, *, with_place: bool = True) -> list[Appointment]:
    """Who comes on a day: for a carer the own clients, for the secretary all of the practice."""
    midnight = timezone.make_aware(datetime.combine(day, datetime.min.time()))
    allowed = {client.pk: client for client in scope.planned_clients()}
    planned = rows(Encounter, scope.practice).filter(client__in=allowed.keys(), cancelled_at=None)
    by_client: dict[UUID, list[Encounter]] = {}
    for each in planned.order_by("planned_at"):
        by_client.setdefault(each.client_id, []).append(each)
    return sorted(
        (
            Appointment(
                each,
                allowed[client],
                number_of(each, all_of),
                str(each.unseal().get("place", "")) if with_place else "",
            )
            for client, all_of in by_client.items()
            for each in all_of
            if timezone.localdate(each.planned_at) == timezone.localdate(midnight)
        ),
        key=lambda one: one.encounter.planned_at,
    )
