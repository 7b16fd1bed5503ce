"""What is asked about practices, people and clients."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from samenhang.method.summary import Summary
from samenhang.practice.access import Scope, of
from samenhang.practice.cards import ClientCard, PersonCard, PracticeCard
from samenhang.practice.models import Client, Consent, Practice, PracticeRole, Practitioner
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
    found = Practice._base_manager.get(pk=practice)  # noqa: SLF001
    return PracticeCard.from_json(found.unseal())


def card_of(client: Client) -> ClientCard:
    return ClientCard.from_json(client.unseal())


def listed(clients: Iterable[Client]) -> list[Listed]:
    """Open and sort clients by name; names stand sealed, so the database cannot."""
    found = [
        Listed(c.pk, card_of(c), Summary.from_json(c.unseal_summary()), c.closed_at is not None)
        for c in clients
    ]
    return sorted(found, key=lambda one: (one.card.first_name.casefold(), one.card.last_name.casefold()))


def person_name(practice: UUID, person: UUID) -> str:
    found = rows(Practitioner, practice).get(pk=person)
    return PersonCard.from_json(found.unseal()).name


@dataclass(frozen=True)
class Colleague:
    id: UUID
    name: str
    roles: tuple[str, ...]


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
    return {c.purpose: c for c in of(client, Consent).filter(withdrawn_at=None)}
