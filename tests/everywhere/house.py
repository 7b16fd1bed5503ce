"""A house with everyone in it: two practices, five clients, and a word of their own in all that is theirs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.test import Client as Browser
from django.utils import timezone

from samenhang.dossier import services as dossier
from samenhang.dossier.models import Encounter, Sheet
from samenhang.experiments import services as experiments
from samenhang.experiments.queries import actions_of
from samenhang.experiments.recording import Filled, record_check_in
from samenhang.experiments.trials import Agreement, agree
from samenhang.method.diary import Better, DiaryItem
from samenhang.method.dossier import Dossier
from samenhang.method.experiment import Design
from samenhang.method.micro_action import MicroAction
from samenhang.practice import services
from samenhang.practice.cards import ClientCard
from samenhang.practice.middleware import PHONE_COOKIE
from samenhang.practice.models import Client, Device, OneTimeLink, Practice, Role
from samenhang.tools.catalog import ROOMS
from samenhang.tools.services import Filling, keep_shape
from samenhang.tools.tool import Follows
from samenhang.vault.scope import rows
from tests.conftest import Person, opened, person
from tests.look.papers import stuffed
from tests.practice.arrive import freshly


@dataclass(frozen=True)
class Theirs:
    """One client with something of everything, and the two words that stand in all of it."""

    client: Client
    coach: Person
    name: str
    canary: str
    sheet: Sheet
    encounter: Encounter
    action: str
    item: str
    experiment: str
    device: Device
    token: str

    @property
    def params(self) -> dict[str, Any]:
        """What an address about this client is filled with."""
        return {
            "client": self.client.pk,
            "sheet": self.sheet.pk,
            "other": self.sheet.pk,
            "encounter": self.encounter.pk,
            "action": self.action,
            "item": self.item,
            "experiment": self.experiment,
            "device": self.device.pk,
        }


def take_in(coach: Person, name: str) -> Theirs:
    """A client of this coach, with a dossier in which every text holds the client's own word."""
    canary, card = f"kanarie{name.lower()}", ClientCard(f"Naam{name.lower()}", "Claes")
    with coach.scope.entered():
        client = services.take_on(coach.scope, card)
        met = dossier.plan_encounter(client, timezone.now() + timedelta(minutes=5), place=canary)
        services.give_consent(client, "record")
        device, token = services.join_device(client)
        item = experiments.ask(client, DiaryItem(str(uuid4()), f"{canary}?", better=Better.HIGHER))
        action = _under_test(client, coach, canary)
        agreed = _agreed(client, coach, action, item)
        sheet = _fill_every_room(coach, client, canary)
        filled = Filled(
            uuid4(), timezone.localdate(), timezone.now(), {item.id: 4}, {action: "done"}, canary, "phone"
        )
        record_check_in(client, filled)
    return Theirs(client, coach, card.name, canary, sheet, met, action, item.id, agreed, device, token)


def _under_test(client: Client, coach: Person, canary: str) -> str:
    wanted = MicroAction(str(uuid4()), canary, plan_b=canary)
    return experiments.choose(client, wanted, by=coach.scope.person).id


def _agreed(client: Client, coach: Person, action: str, item: DiaryItem) -> str:
    living = next(each for each in actions_of(client) if each.id == action)
    return agree(client, Agreement(living, item, 1, Design.SINCE, 14), by=coach.scope.person).id


def _fill_every_room(coach: Person, client: Client, canary: str) -> Sheet:
    """Keep a stuffed sheet of every tool, and a draft of each; give the last sheet."""
    for room in ROOMS:
        shape = room.form.settled(stuffed(room.card.shape, lambda _: canary), timezone.localdate())
        kept = keep_shape(Filling(coach.scope, client, room), shape, Follows())
        fields = room.form.fields(shape, Dossier())
        dossier.type_draft(
            client, coach.scope.person, room.card.slug, None, typed={"fields": fields, "tab": "t"}
        )
    return kept


@dataclass(frozen=True)
class OfPractice:
    """What an address about a practice is filled with: a colleague, an invitation, a standing in."""

    person: Any
    link: Any
    arranged: int

    @property
    def params(self) -> dict[str, Any]:
        return {"person": self.person, "link": self.link, "arranged": self.arranged}


def settle(practice: Practice, coach: Person) -> OfPractice:
    """A colleague, an invitation and a standing in that is over."""
    greet = person(practice, f"Greet{coach.account.email[:3]}", Role.SUBSTITUTE)
    over = timezone.localdate() - timedelta(days=30)
    with coach.scope.entered():
        services.make_link(practice.pk, OneTimeLink.Kind.INVITE, coach.scope.person, role=Role.PEER)
        arranged = services.arrange_substitute(
            coach.scope, coach.scope.person, greet.scope.person, over, over, told=False
        )
    invitation = rows(OneTimeLink, practice.pk).get()
    return OfPractice(greet.scope.person, invitation.pk, arranged.pk)


@dataclass(frozen=True)
class Visitor:
    """Someone at the door: in which browser, past which rules, and whose names and words they may meet."""

    browser: Browser
    rules: frozenset[str]
    names: frozenset[str] = frozenset()
    canaries: frozenset[str] = frozenset()
    has_account: bool = False
    works_here: bool = False
    holds: frozenset[str] = frozenset()
    token: str = ""


_OPEN = frozenset({"open", "link", "first_start"})
_IN = _OPEN | {"account", "signed_in"}
_PLANS = _IN | {"planner"}
_CARES = _PLANS | {"coach"}
_OWN = _CARES | {"own_client", "planned_client"}


@dataclass(frozen=True)
class House:
    here: Practice
    noor: Person
    joke: Person
    bram: Person
    emma: Theirs
    tess: Theirs
    pim: Theirs
    ties: Theirs
    of_here: "OfPractice"
    of_there: "OfPractice"

    @property
    def everyone(self) -> tuple[Theirs, ...]:
        return (self.emma, self.tess, self.pim, self.ties)

    def fresh_link(self) -> str:
        """A link for a phone of Emma that was not used yet."""
        return services.make_link(self.here.pk, OneTimeLink.Kind.PHONE, self.emma.client.pk)


def build() -> House:
    here, there = opened("De Linde"), opened("Elders")
    noor, joke = person(here, "Noor", Role.COACH), person(here, "Joke", Role.COACH)
    bram = person(there, "Bram", Role.COACH, Role.OWNER)
    emma, tess = take_in(noor, "Emma"), take_in(noor, "Tess")
    pim, ties = take_in(joke, "Pim"), take_in(bram, "Ties")
    of_here, of_there = settle(here, noor), settle(there, bram)
    return House(here, noor, joke, bram, emma, tess, pim, ties, of_here, of_there)


def visitors(house: House) -> dict[str, Callable[[], Visitor]]:
    """Everyone who may come to the door, each made when it is their turn."""
    day = timedelta(days=1)
    return {
        "own coach": lambda: replace(
            _at_work(house, house.noor, _OWN, house.emma, house.tess), holds=frozenset({"arranged"})
        ),
        "other coach": lambda: _at_work(house, house.joke, _CARES, house.pim),
        "coach elsewhere": lambda: _at_work(house, house.bram, _CARES | {"practice_owner"}, house.ties),
        "stands in": lambda: _stand_in(house, _OWN, -day, day, house.emma, house.tess),
        "stands in today": lambda: _stand_in(house, _OWN, 0 * day, 0 * day, house.emma, house.tess),
        "stood in": lambda: _stand_in(house, _CARES, -7 * day, -day),
        "will stand in": lambda: _stand_in(house, _CARES, day, 7 * day),
        "stands in untold": lambda: _stand_in(house, _CARES, -day, day, told=False),
        "owner": lambda: replace(
            _at_work(house, person(house.here, "Sam", Role.OWNER), _IN | {"practice_owner"}),
            holds=frozenset({"person", "link"}),
        ),
        "secretary": lambda: _secretary(house),
        "peer": lambda: _at_work(house, person(house.here, "Lies", Role.PEER), _IN),
        "without a role": lambda: _at_work(house, person(house.here, "Wout"), _OPEN | {"account"}),
        "who left": lambda: _who_left(house),
        "half signed in": lambda: _half_signed_in(house),
        "own phone": lambda: _phone(house.emma, house.emma.token),
        "other phone": lambda: _phone(house.tess, house.tess.token),
        "phone elsewhere": lambda: _phone(house.ties, house.ties.token),
        "revoked phone": lambda: _revoked(house),
        "nobody": lambda: Visitor(Browser(), _OPEN),
    }


def _at_work(house: House, who: Person, rules: frozenset[str], *own: Theirs) -> Visitor:
    names = frozenset(each.name for each in own)
    canaries = frozenset(each.canary for each in own)
    return Visitor(freshly(who), rules, names, canaries, has_account=True, works_here=True)


def _stand_in(
    house: House, rules: frozenset[str], begins: timedelta, ends: timedelta, *own: Theirs, told: bool = True
) -> Visitor:
    """A colleague who stands in for Noor, from one day to another."""
    vera, today, noor = person(house.here, "Vera", Role.SUBSTITUTE), timezone.localdate(), house.noor
    with noor.scope.entered():
        arranged = services.arrange_substitute(
            noor.scope, noor.scope.person, vera.scope.person, today + begins, today + ends
        )
    if not told:
        arranged.clients_told_at = None
        arranged.save()
    return _at_work(house, vera, rules, *own)


def _secretary(house: House) -> Visitor:
    """Names and hours of the whole practice, and not a word of content."""
    an = _at_work(house, person(house.here, "An", Role.SECRETARY), _PLANS | {"planned_client"})
    return replace(an, names=frozenset(each.name for each in (house.emma, house.tess, house.pim)))


def _who_left(house: House) -> Visitor:
    gone = person(house.here, "Loes", Role.COACH)
    gone.practitioner.left_at = timezone.now()
    gone.practitioner.save()
    return replace(_at_work(house, gone, _OPEN | {"account"}), works_here=False)


def _half_signed_in(house: House) -> Visitor:
    """Noor with her password alone: the second step is still to come."""
    browser = Browser()
    browser.force_login(house.noor.account)
    return Visitor(browser, _OPEN | {"account"}, has_account=True)


def _phone(whose: Theirs, token: str) -> Visitor:
    browser = Browser()
    browser.cookies[PHONE_COOKIE] = token
    rules = _OPEN | {"own_phone", "device_token"}
    return Visitor(browser, rules, frozenset({whose.name}), frozenset({whose.canary}), token=token)


def _revoked(house: House) -> Visitor:
    emma, noor = house.emma, house.noor
    with noor.scope.entered():
        services.revoke_device(emma.client, emma.device.pk)
    return replace(_phone(emma, emma.token), rules=_OPEN, names=frozenset(), canaries=frozenset())


@contextmanager
def undone() -> Iterator[None]:
    """Do something and leave no trace: the next one finds the house as it was."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
