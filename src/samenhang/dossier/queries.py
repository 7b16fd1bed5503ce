"""Reading sheets back and folding them."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from samenhang.dossier.models import Encounter, Sheet
from samenhang.method.catalog import SHAPES
from samenhang.method.dossier import KeptSheet
from samenhang.method.sheet import Shape, UnknownVersion
from samenhang.practice.access import Scope, of, rows_of
from samenhang.practice.models import Client
from samenhang.vault.bare import as_values, type_of_rows
from samenhang.vault.opened import opened_each
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


A_DAY = timedelta(days=1)
_SHEET = (
    *("id", "lineage", "tool", "kept_at", "day", "encounter_id", "author_id"),
    *("practice_id", "client_id", "sealed", "sealed_private"),
)


def kept_sheets(client: Client, reader: UUID | None = None) -> list[KeptSheet]:
    """Every version of every sheet of a client, opened, in the order they were kept."""
    return list(read_sheets(client, bare_sheets(client), reader))


def bare_sheets(client: Client) -> type_of_rows:
    return rows_of(client, Sheet, _SHEET, ("kept_at",))


def read_sheets(client: Client, bare: type_of_rows, reader: UUID | None) -> tuple[KeptSheet, ...]:
    """Open sheets that were read, for one reader."""

    def read(row: tuple[Any, ...]) -> KeptSheet:
        said = dict(zip(_SHEET, as_values(Sheet, _SHEET, row), strict=True))
        return _kept(Sheet(**said), reader)

    return opened_each(client.owner, f"sheets of {reader}", bare, read)


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


def find_sheet(client: Client, sheet: UUID) -> Sheet | None:
    return of(client, Sheet).filter(pk=sheet).first()


def sheet_or_404(client: Client, sheet: UUID) -> Sheet:
    found = find_sheet(client, sheet)
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


_MET = ("id", "planned_at", "begun_at", "ended_at", "cancelled_at")


def met_and_next(client: Client) -> tuple[int, tuple[Encounter, int] | None]:
    """How many gesprekken were held, and the one that comes next with its number; the others stay bare."""
    known = [row for row in rows_of(client, Encounter, _MET, ("planned_at",)) if row[4] is None]
    held = sum(row[3] is not None for row in known)
    for row in known:
        if row[3] is None:
            said = dict(zip(_MET, as_values(Encounter, _MET, row), strict=True))
            return held, (Encounter(**said), 1 + sum(other[1] < row[1] for other in known))
    return held, None


def number_of(encounter: Encounter, known: Iterable[Encounter]) -> int:
    return 1 + sum(other.planned_at < encounter.planned_at for other in known)


@dataclass(frozen=True)
class Appointment:
    encounter: Encounter
    client: Client
    number: int
    place: str


def appointments(scope: Scope, day: date) -> list[Appointment]:
    """Who comes on a day: for a carer the own clients, for the secretary all of the practice.

    Where it is may say something of the client: only who may see the content reads the place.
    """
    begin, end = (timezone.make_aware(datetime.combine(each, time.min)) for each in (day, day + A_DAY))
    every = rows(Encounter, scope.practice).filter(cancelled_at=None).order_by("planned_at")
    planned = list(every.filter(planned_at__gte=begin, planned_at__lt=end))
    come = {each.client_id for each in planned}
    allowed = {client.pk: client for client in scope.planned_clients().filter(pk__in=come)}
    own = set(scope.clients().filter(pk__in=come).values_list("pk", flat=True))
    before: dict[UUID, list[datetime]] = {}
    for client, at in every.filter(client__in=allowed.keys()).values_list("client", "planned_at"):
        before.setdefault(client, []).append(at)
    return [
        Appointment(
            each,
            allowed[each.client_id],
            1 + bisect_left(before[each.client_id], each.planned_at),
            str(each.unseal().get("place", "")) if each.client_id in own else "",
        )
        for each in planned
        if each.client_id in allowed
    ]
