"""Who works in a practice: invited, given a role, gone. Done by its owner; one verb, one transaction."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from samenhang.practice.access import Scope
from samenhang.practice.models import (
    Account,
    Client,
    OneTimeLink,
    PracticeRole,
    Practitioner,
    Role,
)
from samenhang.practice.services import add_practitioner, house_at_work, make_link, use_link
from samenhang.vault import audit
from samenhang.vault.scope import rows

TO_INVITE = (Role.COACH, Role.SUBSTITUTE, Role.SECRETARY, Role.PEER)


class LastOwner(Exception):
    """A practice keeps at least one owner."""


def invite(scope: Scope, role: str) -> str:
    """Make a link for one colleague to be; give its token, which is kept nowhere."""
    with transaction.atomic():
        token = make_link(scope.practice, OneTimeLink.Kind.INVITE, scope.person, role=role)
        audit.wrote("practice.invite", role)
    return token


def withdraw_invitation(scope: Scope, link: UUID) -> bool:
    """Take back an invitation that still stands; False when there is none by this id here."""
    with transaction.atomic():
        open_links = rows(OneTimeLink, scope.practice).filter(
            pk=link, kind=OneTimeLink.Kind.INVITE, used_at=None
        )
        gone = bool(open_links.delete()[0])
        if gone:
            audit.wrote("practice.invite_withdraw", link)
    return gone


def join(token: str, name: str, email: str, password: str) -> Account | None:
    """Come in by an invitation: of two at once, one wins; None when it no longer works."""
    with transaction.atomic():
        link = use_link(OneTimeLink.Kind.INVITE, token)
        if link is None:
            return None
        account = Account.objects.create_user(email, password)
        add_practitioner(link.practice_id, account, name, (Role(link.role),))
    return account


def make_password_link(scope: Scope, person: Practitioner) -> str:
    """Make a link with which someone chooses a new password; the second step stays as it is."""
    with transaction.atomic():
        token = make_link(scope.practice, OneTimeLink.Kind.PASSWORD, person.pk)
        audit.wrote("practitioner.password_link", person.pk)
    return token


def choose_password(token: str, password: str) -> bool:
    """Choose a new password by a link; whoever was signed in with the old one is not any more."""
    with transaction.atomic():
        link = use_link(OneTimeLink.Kind.PASSWORD, token)
        if link is None:
            return False
        with house_at_work(link.practice_id):
            person = rows(Practitioner, link.practice_id).get(pk=link.subject)
            person.account.set_password(password)
            person.account.save(update_fields=["password"])
            audit.wrote("practitioner.password", person.pk)
    return True


def give_role(scope: Scope, person: Practitioner, role: str) -> None:
    """Give someone a role; twice is once."""
    with transaction.atomic():
        held = rows(PracticeRole, scope.practice).filter(practitioner=person, role=role, ended_at=None)
        if held.exists():
            return
        PracticeRole(practice_id=scope.practice, practitioner=person, role=role, given_by=scope.person).save(
            force_insert=True
        )
        audit.wrote(f"role.give.{role}", person.pk)


def end_role(scope: Scope, person: Practitioner, role: str) -> None:
    """Take a role back; raise LastOwner when the practice would be nobody's."""
    with transaction.atomic():
        if role == Role.OWNER:
            _keep_an_owner(scope, person)
        held = rows(PracticeRole, scope.practice).filter(practitioner=person, role=role, ended_at=None)
        if held.update(ended_at=timezone.now()):
            audit.wrote(f"role.end.{role}", person.pk)


def end_work(scope: Scope, person: Practitioner, heir: UUID | None = None) -> None:
    """Let someone go: at once out of everything; their open clients go to a colleague."""
    with transaction.atomic():
        _keep_an_owner(scope, person)
        now = timezone.now()
        for client in rows(Client, scope.practice).filter(coach=person, closed_at=None):
            rows(Client, scope.practice).filter(pk=client.pk).update(coach=heir)
            audit.wrote("client.hand_over", client.pk, subject=client.pk)
        rows(PracticeRole, scope.practice).filter(practitioner=person, ended_at=None).update(ended_at=now)
        person.left_at = now
        person.save(update_fields=["left_at"])
        Account.objects.filter(pk=person.account_id).update(is_active=False)
        audit.wrote("practitioner.end", person.pk)


def _keep_an_owner(scope: Scope, person: Practitioner) -> None:
    owners = rows(PracticeRole, scope.practice).filter(role=Role.OWNER, ended_at=None).select_for_update()
    held = set(owners.values_list("practitioner", flat=True))
    if held == {person.pk}:
        raise LastOwner
