"""Opens the practices of a demo and lets every story happen in them."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from samenhang.demo.calendar import Calendar
from samenhang.demo.cast import House, Person
from samenhang.demo.loading import tell
from samenhang.practice import services
from samenhang.practice.access import Scope, scope_of_account
from samenhang.practice.models import Account, Practice, Practitioner

A_WEEK = timedelta(days=7)


def furnish(houses: tuple[House, ...], seed: int) -> None:
    """Make every practice of a demo, with its people, clients and all that happened."""
    for house in houses:
        _open(house, seed)


def _open(house: House, seed: int) -> Practice:
    practice = services.open_practice(house.name, "BE")
    practice.recovery_checked_at = timezone.now()
    practice.save(update_fields=["recovery_checked_at"])
    people = {person.name: _hire(practice, person) for person in house.people}
    calendar = Calendar(timezone.localdate(), ZoneInfo(practice.zone))
    for person in house.people:
        for story in person.clients:
            tell(_scope(people[person.name]), story(calendar, seed))
    if house.stands_in:
        substitute, coach = (people[name] for name in house.stands_in)
        with _scope(coach).entered():
            services.arrange_substitute(
                _scope(coach), coach.pk, substitute.pk, calendar.today - A_WEEK, calendar.today + A_WEEK
            )
    return practice


def _hire(practice: Practice, person: Person) -> Practitioner:
    """Nobody has a password in a demo: one comes in by a link that works once."""
    account = Account.objects.create_user(person.email)
    return services.add_practitioner(practice.pk, account, person.name, person.roles)


def _scope(person: Practitioner) -> Scope:
    scope = scope_of_account(person.account_id)
    if scope is None:
        raise LookupError(str(person.pk))
    return scope
