"""The only door to a client: who is this, what may they see.

A scope is one person in one practice with their roles. It hands out clients and rows; what it does not
hand out does not exist for that person (404, never 403). Every view carries a rule from this module; a
route without one fails the suite.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from samenhang.practice.models import Client, Device, OfClient, PracticeRole, Practitioner, Role, Substitution
from samenhang.vault import audit
from samenhang.vault.bare import as_record, as_values, bare_rows, type_of_rows
from samenhang.vault.scope import Scoped, rows, unscoped, within

R = TypeVar("R", bound=Scoped)
C = TypeVar("C", bound=OfClient)
View = Callable[..., HttpResponseBase]

CARERS = frozenset({Role.COACH, Role.SUBSTITUTE})
_KNOWN = ("practice_id", "id")  # in the order of the fields, as from_db wants them
_CLIENT = ("id", "practice_id", "coach_id", "came_at", "closed_at", "sealed", "summary")


@dataclass(frozen=True)
class Scope:
    """One person at work in one practice, or one client on a phone."""

    practice: UUID
    person: UUID
    roles: frozenset[str]
    client: UUID | None = None

    @property
    def is_carer(self) -> bool:
        return bool(self.roles & CARERS)

    @property
    def is_owner(self) -> bool:
        return Role.OWNER in self.roles

    @property
    def plans(self) -> bool:
        """May see who comes when: carers for their own clients, the secretary for all."""
        return self.is_carer or Role.SECRETARY in self.roles

    @property
    def role(self) -> str:
        """The role to write in the audit."""
        if self.client:
            return "client"
        order = (Role.COACH, Role.SUBSTITUTE, Role.OWNER, Role.SECRETARY, Role.PEER)
        return next((role.value for role in order if role in self.roles), "none")

    def clients(self) -> "QuerySet[Client]":
        """The clients whose content this person may see."""
        everyone = rows(Client, self.practice)
        if self.client:
            return everyone.filter(pk=self.client)
        if not self.is_carer:
            return everyone.none()
        return everyone.filter(Q(coach=self.person) | Q(coach__in=self._stands_in_for()))

    def planned_clients(self) -> "QuerySet[Client]":
        """The clients whose name and hours this person may see."""
        return rows(Client, self.practice) if Role.SECRETARY in self.roles else self.clients()

    def client_or_404(self, client: UUID) -> Client:
        """One client by their number. Nearly always it is the coach's own: then nobody else is asked for."""
        found = self._own(client) if self.is_carer else None
        found = found or self.clients().filter(pk=client).first()
        if found is None:
            raise Http404
        return found

    def _own(self, client: UUID) -> Client | None:
        where = {"practice_id": self.practice, "id": client, "coach_id": self.person}
        found = bare_rows(Client, _CLIENT, where)
        return as_record(Client, _CLIENT, found[0]) if found else None

    def own_client(self) -> Client:
        """The client whose phone this is: the device stands in the database under that client, so both do."""
        if self.client is None:
            raise Http404
        return Client.from_db(DEFAULT_DB_ALIAS, _KNOWN, (self.practice, self.client))

    def rows(self, model: type[R]) -> "QuerySet[R]":
        """Rows of this practice that are about no client; the caller's rule says who may."""
        if issubclass(model, OfClient | Client):
            raise TypeError(f"{model.__name__} hoort bij een cliënt: vraag het met `of`")
        return rows(model, self.practice)

    def _stands_in_for(self) -> Any:
        today = timezone.localdate()
        return (
            rows(Substitution, self.practice)
            .filter(substitute=self.person, starts_on__lte=today, ends_on__gte=today)
            .exclude(clients_told_at=None)
            .values("coach")
        )

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Work inside this scope: rows of this practice, audit lines in this name."""
        with within(self.practice), audit.acting(self.actor()):
            yield

    def actor(self) -> audit.Actor:
        return audit.Actor(self.practice, str(self.person), self.role)


def of(client: Client, model: type[C]) -> "QuerySet[C]":
    """Every row of one kind about a client that came through the door."""
    return rows(model, client.practice_id).filter(client=client.pk)


def rows_of(client: Client, model: type[C], columns: tuple[str, ...], order: tuple[str, ...]) -> type_of_rows:
    """The same, bare: only these columns, as the database gives them, for what comes by the thousand."""
    where = {"practice_id": client.practice_id, "client_id": client.pk}
    return bare_rows(model, columns, where, order=order)


def scope_of_account(account: UUID) -> Scope | None:
    """Give the scope of someone who signed in; None when they no longer work anywhere."""
    names = ("practice_id", "id")
    with unscoped("wie zich aanmeldt, heeft nog geen praktijk"):
        found = bare_rows(Practitioner, names, {"account_id": account}, last="AND left_at IS NULL")
        if not found:
            return None
        practice, person = as_values(Practitioner, names, found[0])
        held = bare_rows(PracticeRole, ("role",), {"practitioner_id": person}, last="AND ended_at IS NULL")
    return Scope(practice, person, frozenset(role for (role,) in held))


def scope_of_device(token_hash: bytes) -> Scope | None:
    """Give the scope of a phone by the hash of its token; None when revoked or unknown."""
    names = ("practice_id", "client_id", "id")
    with unscoped("een toestel noemt alleen zijn sleutel"):
        found = bare_rows(Device, names, {"token_hash": token_hash}, last="AND revoked_at IS NULL")
    if not found:
        return None
    practice, client, device = as_values(Device, names, found[0])
    return Scope(practice, device, frozenset(), client)


class PractitionerRequest(HttpRequest):
    """A request of someone who works in a practice."""

    scope: Scope
    htmx: Any


class ClientRequest(PractitionerRequest):
    """A request about one client that came through the door."""

    client: Client


def rule(name: str) -> Callable[[View], View]:
    """Mark a view that guards itself, or needs no guard, with the name of its rule."""

    def mark(view: View) -> View:
        view.rule = name  # type: ignore[attr-defined]
        return view

    return mark


def _guard(name: str, may: Callable[[Scope], bool]) -> Callable[[View], View]:
    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            scope = getattr(request, "scope", None)
            if scope is None:
                return _to_the_door(request)
            if not may(scope):
                raise Http404
            return view(request, *args, **kwargs)

        return rule(name)(guarded)

    return guard


def _to_the_door(request: HttpRequest) -> HttpResponseBase:
    """Sign in first; someone who did without a second step makes one."""
    if request.user.is_authenticated:
        return redirect("mfa_activate_totp")
    return redirect_to_login(request.get_full_path())


signed_in = _guard("signed_in", lambda scope: bool(scope.roles))
coach = _guard("coach", lambda scope: scope.is_carer)
planner = _guard("planner", lambda scope: scope.plans)
practice_owner = _guard("practice_owner", lambda scope: scope.is_owner)


def own_client(view: View) -> View:
    """The client's own coach, or who stands in: fetches the client and notes the reading."""

    @wraps(view)
    def with_client(request: Any, client: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.client = request.scope.client_or_404(client)
        match = request.resolver_match
        audit.read(match.view_name if match else "", client, subject=client)
        return view(request, *args, **kwargs)

    return rule("own_client")(coach(with_client))


def planned_client(view: View) -> View:
    """Whoever plans for this client: name and hours, no content."""

    @wraps(view)
    def with_client(request: Any, client: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = request.scope.planned_clients().filter(pk=client).first()
        if found is None:
            raise Http404
        request.client = found
        return view(request, *args, **kwargs)

    return rule("planned_client")(planner(with_client))


def own_phone(view: View) -> View:
    """The client's own phone, known by its cookie."""

    @wraps(view)
    def on_phone(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        scope = getattr(request, "phone_scope", None)
        if scope is None:
            raise Http404
        with scope.entered():
            request.client = scope.client_or_404(scope.client)
            return view(request, *args, **kwargs)

    return rule("own_phone")(on_phone)
