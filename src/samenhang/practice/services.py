"""What is done to practices, people, clients, consents, devices and links: one verb, one transaction."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from samenhang.method.summary import Summary
from samenhang.practice.access import Scope, of
from samenhang.practice.cards import CHECKED_ON, ClientCard, PersonCard, PracticeCard, usual_help_lines
from samenhang.practice.models import (
    Account,
    Client,
    Consent,
    Device,
    OneTimeLink,
    Practice,
    PracticeRole,
    Practitioner,
    Role,
    Substitution,
)
from samenhang.vault import audit
from samenhang.vault.keys import make_key
from samenhang.vault.scope import unscoped, within
from samenhang.vault.secret import new_token, token_hash

CONSENT_WORDING = 1
LINK_LASTS = timedelta(hours=72)
HOUSE = "house"


def open_practice(name: str, country: str, retention: str = "coach") -> Practice:
    """Open a practice with its own key and the usual help lines of its country."""
    practice = Practice(country=country, retention=retention)
    card = PracticeCard(name, help_lines=usual_help_lines(country), help_checked_on=CHECKED_ON)
    with transaction.atomic(), within(practice.pk), audit.acting(_house(practice.pk)):
        make_key(practice.owner)
        practice.seal(card.to_json())
        practice.save(force_insert=True)
        audit.wrote("practice.open", practice.pk, blob=practice.sealed)
    return practice


def rewrite_practice(practice: Practice, card: PracticeCard) -> None:
    with transaction.atomic():
        practice.seal(card.to_json())
        practice.save(update_fields=["sealed"])
        audit.wrote("practice.rewrite", practice.pk, blob=practice.sealed)


def add_practitioner(practice: UUID, account: Account, name: str, roles: Iterable[Role]) -> Practitioner:
    """Let someone work in a practice, with a key of their own for what is theirs alone."""
    person = Practitioner(practice_id=practice, account=account)
    with transaction.atomic(), within(practice), audit.acting(_house(practice)):
        make_key(person.own_key)
        person.seal(PersonCard(name).to_json())
        person.save(force_insert=True)
        for role in roles:
            PracticeRole(practice_id=practice, practitioner=person, role=role).save(force_insert=True)
        audit.wrote("practitioner.add", person.pk, blob=person.sealed)
    return person


def take_on(scope: Scope, card: ClientCard, *, came_at: datetime | None = None) -> Client:
    """Take on a client: with a key of their own, so that they can be erased for good."""
    client = Client(practice_id=scope.practice, coach_id=scope.person)
    if came_at is not None:
        client.came_at = came_at
    with transaction.atomic():
        make_key(client.owner)
        client.seal(card.to_json())
        client.seal_summary(Summary().to_json())
        client.save(force_insert=True)
        audit.wrote("client.take_on", client.pk, subject=client.pk, blob=client.sealed)
    return client


def rewrite_client(client: Client, card: ClientCard) -> None:
    with transaction.atomic():
        client.seal(card.to_json())
        client.save(update_fields=["sealed"])
        audit.wrote("client.rewrite", client.pk, subject=client.pk, blob=client.sealed)


def give_consent(client: Client, purpose: str, *, at: datetime | None = None) -> Consent:
    """Note that a client agrees to one purpose, in today's wording; twice is once."""
    with transaction.atomic():
        standing = of(client, Consent).filter(purpose=purpose, withdrawn_at=None).first()
        if standing:
            return standing
        consent = Consent(
            practice_id=client.practice_id, client=client, purpose=purpose, wording=CONSENT_WORDING
        )
        if at is not None:
            consent.given_at = at
        consent.seal({})
        consent.save(force_insert=True)
        audit.wrote("consent.give", consent.pk, subject=client.pk)
    return consent


def withdraw_consent(client: Client, purpose: str) -> None:
    """Note that a client no longer agrees; what was agreed before stays on record."""
    with transaction.atomic():
        changed = (
            of(client, Consent).filter(purpose=purpose, withdrawn_at=None).update(withdrawn_at=timezone.now())
        )
        if changed:
            audit.wrote("consent.withdraw", purpose, subject=client.pk)


def join_device(client: Client) -> tuple[Device, str]:
    """Let a phone submit check-ins; the token is shown once and only its hash is kept."""
    token = new_token()
    device = Device(practice_id=client.practice_id, client=client, token_hash=token_hash(token))
    device.seal({})
    with transaction.atomic():
        device.save(force_insert=True)
        audit.wrote("device.join", device.pk, subject=client.pk)
    return device, token


def revoke_device(client: Client, device: UUID) -> bool:
    """Make a phone's token worthless at once."""
    with transaction.atomic():
        gone = of(client, Device).filter(pk=device, revoked_at=None).update(revoked_at=timezone.now())
        if gone:
            audit.wrote("device.revoke", device, subject=client.pk)
    return bool(gone)


def make_link(
    practice: UUID, kind: str, subject: UUID, *, role: str = "", lasts: timedelta = LINK_LASTS
) -> str:
    """Make a link that works once; give its token, which is kept nowhere."""
    token = new_token()
    link = OneTimeLink(
        practice_id=practice,
        kind=kind,
        subject=subject,
        role=role,
        token_hash=token_hash(token),
        expires_at=timezone.now() + lasts,
    )
    with within(practice):
        link.save(force_insert=True)
    return token


def open_link(kind: str, token: str) -> OneTimeLink | None:
    """Find a link that still works, without using it."""
    with unscoped("een link noemt alleen zijn sleutel") as every:
        return (
            every(OneTimeLink)
            .filter(kind=kind, token_hash=token_hash(token), used_at=None, expires_at__gt=timezone.now())
            .first()
        )


def use_link(kind: str, token: str) -> OneTimeLink | None:
    """Use a link up: of two at once, one wins."""
    link = open_link(kind, token)
    if link is None:
        return None
    with within(link.practice_id):
        used = OneTimeLink._base_manager.filter(pk=link.pk, used_at=None).update(used_at=timezone.now())  # noqa: SLF001
    return link if used else None


def arrange_substitute(scope: Scope, coach: UUID, substitute: UUID, starts: date, ends: date) -> Substitution:
    """Let a colleague stand in from one day to another; it counts once the clients were told."""
    arranged = Substitution(
        practice_id=scope.practice,
        coach_id=coach,
        substitute_id=substitute,
        starts_on=starts,
        ends_on=ends,
        clients_told_at=timezone.now(),
    )
    with transaction.atomic():
        arranged.save(force_insert=True)
        audit.wrote("substitution.arrange", arranged.pk)
    return arranged


def _house(practice: UUID) -> audit.Actor:
    """The program itself, when nobody has signed in yet."""
    return audit.Actor(practice, HOUSE, HOUSE)
