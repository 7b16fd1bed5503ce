"""Every door of access: who is let in, who is sent to sign in, who finds nothing."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from samenhang.practice import access, services
from samenhang.practice.access import Scope, of, scope_of_account, scope_of_device
from samenhang.practice.models import Client, Consent, PracticeRole, Practitioner, Role
from samenhang.vault import audit
from samenhang.vault.models import AuditLine
from samenhang.vault.scope import rows, within
from samenhang.vault.secret import token_hash
from tests.conftest import Person

PRACTICE, PERSON = UUID(int=1), UUID(int=2)


def scope(*roles: str, client: UUID | None = None) -> Scope:
    return Scope(PRACTICE, PERSON, frozenset(roles), client)


@pytest.mark.parametrize(
    ("who", "carer", "plans", "owner", "written"),
    [
        (scope(Role.COACH), True, True, False, "coach"),
        (scope(Role.SUBSTITUTE), True, True, False, "substitute"),
        (scope(Role.SECRETARY), False, True, False, "secretary"),
        (scope(Role.OWNER), False, False, True, "owner"),
        (scope(Role.PEER), False, False, False, "peer"),
        (scope(Role.OWNER, Role.COACH), True, True, True, "coach"),
        (scope(), False, False, False, "none"),
        (scope(client=UUID(int=3)), False, False, False, "client"),
    ],
)
def test_what_a_role_may(who: Scope, carer: bool, plans: bool, owner: bool, written: str) -> None:
    assert (who.is_carer, who.plans, who.is_owner, who.role) == (carer, plans, owner, written)


def asked(scope: Scope | None, **more: Any) -> HttpRequest:
    request = RequestFactory().get("/ergens/")
    request.user = more.pop("user", AnonymousUser())
    request.scope = scope
    request.resolver_match = None
    for name, value in more.items():
        setattr(request, name, value)
    return request


def page(request: Any, *_: object) -> HttpResponse:
    return HttpResponse(str(getattr(request, "client", "")) and "een cliënt")


DOORS = {
    access.signed_in: {Role.COACH, Role.SUBSTITUTE, Role.SECRETARY, Role.OWNER, Role.PEER},
    access.coach: {Role.COACH, Role.SUBSTITUTE},
    access.planner: {Role.COACH, Role.SUBSTITUTE, Role.SECRETARY},
    access.practice_owner: {Role.OWNER},
}


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door(page).rule)
def test_who_passes_a_door(door: Any) -> None:
    passed = set()
    for role in Role:
        try:
            passed.add(door(page)(asked(scope(role))) and role)
        except Http404:
            continue
    assert passed == DOORS[door]
    with pytest.raises(Http404):
        door(page)(asked(scope()))


def test_who_is_not_signed_in_is_sent_to_the_door(noor: Person) -> None:
    stranger = access.coach(page)(asked(None))
    assert (stranger.status_code, stranger.url) == (302, "/toegang/aanmelden/?next=/ergens/")
    half = access.coach(page)(asked(None, user=noor.account))
    assert (half.status_code, half.url) == (302, "/toegang/tweede-stap/app/")


def test_own_client_fetches_and_notes_the_reading(noor: Person, bram: Person, emma: Client) -> None:
    view = access.own_client(page)
    with noor.scope.entered():
        assert view(asked(noor.scope), client=emma.pk).content == "een cliënt".encode()
        line = AuditLine.objects.filter(practice=emma.practice_id).latest("seq")
    assert (line.actor, line.role, line.subject) == (str(noor.scope.person), "coach", emma.pk)
    with bram.scope.entered():
        before = audit.head(bram.scope.practice)
        with pytest.raises(Http404):
            view(asked(bram.scope), client=emma.pk)
        assert audit.head(bram.scope.practice) == before


def test_planned_client_is_for_who_plans(noor: Person, an: Person, joke: Person, emma: Client) -> None:
    view = access.planned_client(page)
    for who in (noor, an):
        with who.scope.entered():
            assert view(asked(who.scope), client=emma.pk).status_code == 200
    with joke.scope.entered(), pytest.raises(Http404):
        view(asked(joke.scope), client=emma.pk)


def test_a_phone_reaches_its_own_client_and_no_other(noor: Person, emma: Client) -> None:
    with noor.scope.entered():
        device, token = services.join_device(emma)
    phone = scope_of_device(token_hash(token))
    assert phone == Scope(emma.practice_id, device.pk, frozenset(), emma.pk)
    view = access.own_phone(page)
    assert view(asked(None, phone_scope=phone)).status_code == 200
    with phone.entered():
        assert [c.pk for c in phone.clients()] == [emma.pk]
        with pytest.raises(Http404):
            phone.client_or_404(uuid4())
    with pytest.raises(Http404):
        view(asked(None, phone_scope=None))
    with noor.scope.entered():
        assert services.revoke_device(emma, device.pk)
        assert not services.revoke_device(emma, device.pk)
    assert scope_of_device(token_hash(token)) is None


def test_who_left_or_never_came_has_no_scope(noor: Person) -> None:
    assert scope_of_account(uuid4()) is None
    with within(noor.scope.practice):
        rows(PracticeRole, noor.scope.practice).update(ended_at=timezone.now())
        assert scope_of_account(noor.account.pk).roles == frozenset()
        rows(Practitioner, noor.scope.practice).update(left_at=timezone.now())
    assert scope_of_account(noor.account.pk) is None


def test_rows_about_a_client_come_through_the_client(noor: Person, emma: Client) -> None:
    for model in (Client, Consent):
        with pytest.raises(TypeError, match="hoort bij een cliënt"):
            noor.scope.rows(model)
    with noor.scope.entered():
        assert noor.scope.rows(Practitioner).count() == 1
        services.give_consent(emma, "diary")
        assert {consent.purpose for consent in of(emma, Consent)} == {"analysis", "diary"}
