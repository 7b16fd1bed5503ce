"""What is asked about practices, people and clients."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from samenhang.method.summary import Summary
from samenhang.practice.access import ClientRequest, Scope, rows_of
from samenhang.practice.cards import ClientCard, PersonCard, PracticeCard
from samenhang.practice.models import (
    Client,
    Consent,
    OneTimeLink,
    Practice,
    PracticeRole,
    Practitioner,
    Role,
    Substitution,
)
from samenhang.vault.bare import as_record, bare_rows
from samenhang.vault.keys import Owner
from samenhang.vault.opened import opened
from samenhang.vault.scope import rows


@dataclass(frozen=True)
class Listed:
    """A client as a list shows one."""

    id: UUID
    card: ClientCard
    summary: Summary
    closed: bool


def practice_of(scope: Scope) -> Practice:
    return Practice._base_manager.get(pk=scope.practice)  # noqa: SLF001


def practice_card(practice: UUID) -> PracticeCard:
    sealed = bytes(bare_rows(Practice, ("sealed",), {"id": practice})[0][0])

    def read() -> PracticeCard:
        return PracticeCard.from_json(Practice(pk=practice, sealed=sealed).unseal())

    return opened(Owner.of_practice(practice), "card", sealed, read)


def card_of(client: Client) -> ClientCard:
    return opened(client.owner, "card", bytes(client.sealed), lambda: ClientCard.from_json(client.unseal()))


def summary_of(client: Client) -> Summary:
    kept = bytes(client.summary)
    return opened(client.owner, "summary", kept, lambda: Summary.from_json(client.unseal_summary()))


def listed(clients: Iterable[Client]) -> list[Listed]:
    """Open and sort clients by name; names stand sealed, so the database cannot."""
    found = [Listed(c.pk, card_of(c), summary_of(c), c.closed_at is not None) for c in clients]
    return sorted(found, key=lambda one: (one.card.first_name.casefold(), one.card.last_name.casefold()))


def person_name(practice: UUID, person: UUID) -> str:
    found = rows(Practitioner, practice).get(pk=person)
    return PersonCard.from_json(found.unseal()).name


@dataclass(frozen=True)
class Colleague:
    id: UUID
    name: str
    roles: tuple[str, ...]

    @property
    def role_names(self) -> str:
        """‘praktijkhouder, coach’, in the order of the roles."""
        return ", ".join(str(role.label) for role in Role if role in self.roles)


def colleagues(scope: Scope) -> list[Colleague]:
    """Everyone who works in the practice, with their open roles."""
    held: dict[UUID, list[str]] = {}
    for person, role in (
        rows(PracticeRole, scope.practice).filter(ended_at=None).values_list("practitioner", "role")
    ):
        held.setdefault(person, []).append(role)
    people = rows(Practitioner, scope.practice).filter(left_at=None)
    found = [
        Colleague(p.pk, PersonCard.from_json(p.unseal()).name, tuple(sorted(held.get(p.pk, ()))))
        for p in people
    ]
    return sorted(found, key=lambda one: one.name.casefold())


def standing_consents(client: Client) -> dict[str, Consent]:
    names = ("id", "purpose", "wording", "given_at", "withdrawn_at")
    found = (as_record(Consent, names, row) for row in rows_of(client, Consent, names, ("given_at",)))
    return {consent.purpose: consent for consent in found if consent.withdrawn_at is None}


@dataclass(frozen=True)
class Invitation:
    """An invitation that still stands: for which role, and until when."""

    id: UUID
    role_name: str
    expires_at: datetime


def standing_invitations(scope: Scope) -> list[Invitation]:
    found = scope.rows(OneTimeLink).filter(
        kind=OneTimeLink.Kind.INVITE, used_at=None, expires_at__gt=timezone.now()
    )
    return [Invitation(i.pk, str(Role(i.role).label), i.expires_at) for i in found.order_by("expires_at")]


@dataclass(frozen=True)
class Arrangement:
    """Who stands in for whom, from which day to which, as one of the two sees it."""

    id: int
    name: str
    mine: bool
    arranged: Substitution


def arrangements(scope: Scope) -> list[Arrangement]:
    """What is arranged from today on: who stands in for me, and for whom I stand in."""
    names = {one.id: one.name for one in colleagues(scope)}
    found = scope.rows(Substitution).filter(ends_on__gte=timezone.localdate()).order_by("starts_on", "pk")
    return [
        Arrangement(
            one.pk, names.get(_other(one, scope.person), "iemand die hier niet meer werkt"), mine, one
        )
        for one in found
        if (mine := one.coach_id == scope.person) or one.substitute_id == scope.person
    ]


def _other(one: Substitution, me: UUID) -> UUID:
    other: UUID = one.substitute_id if one.coach_id == me else one.coach_id
    return other


def about(request: ClientRequest) -> dict[str, Any]:
    """What every page about one client says of whom it is about."""
    person = card_of(request.client)
    return {
        "here": "clients",
        "client": request.client,
        "person": person,
        "age": person.age_on(timezone.localdate()),
    }
