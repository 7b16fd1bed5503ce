"""A practice with something in every table, made through the services; every text is a canary."""

import dataclasses
import types
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from django.utils import timezone

from samenhang.dossier import services as dossier
from samenhang.dossier.services import Keeping
from samenhang.experiments import services as experiments
from samenhang.experiments.queries import actions_of
from samenhang.experiments.recording import Filled, record_check_in
from samenhang.experiments.trials import Agreement, agree
from samenhang.method.catalog import SHAPES
from samenhang.method.diary import Better, DiaryItem, diary_day
from samenhang.method.experiment import Design
from samenhang.method.micro_action import MicroAction
from samenhang.method.sheet import Audience
from samenhang.practice import services
from samenhang.practice.access import Scope, scope_of_account
from samenhang.practice.cards import ClientCard
from samenhang.practice.models import Account, Client, Practice, Role
from samenhang.vault.scope import within

Mark = Callable[[], str]


def filled_shape(kind: Any, mark: Mark) -> Any:
    """Any value of a type, with a canary wherever a text may stand."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return filled_shape(next(arg for arg in get_args(kind) if arg is not type(None)), mark)
    if origin is tuple:
        inner = [arg for arg in get_args(kind) if arg is not Ellipsis]
        return tuple(filled_shape(arg, mark) for arg in inner)
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        made = {f.name: filled_shape(hints[f.name], mark) for f in dataclasses.fields(kind)}
        if "id" in made:
            made["id"] = str(uuid.uuid4())
        return kind(**made)
    return filled_value(kind, mark)


def filled_value(kind: Any, mark: Mark) -> Any:
    if issubclass(kind, Enum):
        return next(iter(kind))
    simple: dict[Any, Any] = {
        bool: True,
        int: 5,
        float: 5.0,
        date: date(2026, 3, 1),
        time: time(9, 30),
        datetime: datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    }
    return simple[kind] if kind in simple else mark()


def add_person(practice: Practice, mark: Mark, *roles: Role) -> tuple[Account, Scope]:
    account = Account.objects.create_user(f"{uuid.uuid4().hex[:12]}@example.org", mark())
    services.add_practitioner(practice.pk, account, mark(), roles)
    scope = scope_of_account(account.pk)
    assert scope
    return account, scope


def open_practice(mark: Mark) -> Practice:
    practice = services.open_practice(mark(), "BE")
    with within(practice.pk):
        practice.recovery_checked_at = timezone.now()
        practice.save()
    return practice


def add_client(scope: Scope, mark: Mark, *, days: int = 3) -> Client:
    """A client with every kind of row; `scope` is entered by the caller."""
    card = ClientCard(mark(), mark(), date(1997, 3, 14), f"{mark()}@example.org", mark())
    client = services.take_on(scope, card)
    services.give_consent(client, "diary")
    services.join_device(client)
    services.make_link(scope.practice, "phone", client.pk)
    encounter = dossier.plan_encounter(client, timezone.now(), place=mark())
    for shape in SHAPES.values():
        keeping = Keeping(client, scope.person, Audience.SHARED, encounter)
        sheet = dossier.keep_sheet(keeping, filled_shape(shape, mark))
        typed = {"question": mark(), "notes": mark()}
        dossier.type_draft(client, scope.person, shape.slug, encounter, typed=typed, base=sheet.pk)
    action = MicroAction(str(uuid.uuid4()), mark(), anchor=mark(), plan_b=mark(), first_step=mark())
    experiments.propose(client, [action], by=scope.person)
    experiments.choose(client, action, by=scope.person, reason=mark())
    asked = DiaryItem(str(uuid.uuid4()), mark(), better=Better.HIGHER, low=mark(), high=mark())
    item = experiments.ask(client, asked)
    add_check_ins(client, item.id, mark, days)
    living = next(each for each in actions_of(client) if each.id == action.id)
    agree(client, Agreement(living, item, 1, Design.SINCE, 14), by=scope.person)
    experiments.pause(client, date(2026, 1, 1), by=scope.person)
    return client


def add_check_ins(client: Client, item: str, mark: Mark, days: int) -> None:
    now = timezone.localtime()
    for back in range(days):
        day = diary_day(now) - timedelta(days=back)
        record_check_in(client, Filled(uuid.uuid4(), day, now, {item: back % 11}, {}, mark()))


def fill(mark: Mark, *, clients: int = 2, days: int = 3) -> tuple[Practice, Scope, list[Client]]:
    """A whole practice, with two people and some clients."""
    practice = open_practice(mark)
    _, other = add_person(practice, mark, Role.COACH)
    _, scope = add_person(practice, mark, Role.COACH, Role.OWNER)
    with scope.entered():
        made = [add_client(scope, mark, days=days) for _ in range(clients)]
        today = timezone.localdate()
        services.arrange_substitute(scope, scope.person, other.person, today, today)
        services.make_link(practice.pk, "invite", other.person, role="peer")
    return practice, scope, made
