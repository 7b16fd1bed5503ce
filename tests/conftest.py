"""The fixed cast: Noor and her client Emma, Joke in the same practice, Bram elsewhere who must never see."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from django.conf import settings
from django.test import Client as Browser

from samenhang.practice import services
from samenhang.practice.access import Scope, scope_of_account
from samenhang.practice.cards import ClientCard
from samenhang.practice.models import Account, Client, Practice, Practitioner, Purpose, Role
from samenhang.vault import keys
from samenhang.vault.scope import within
from tests.look.browser import CHROMIUM, NAMES
from tests.on_disk import disk, empty_disk  # noqa: F401 fixtures for whoever asks

NO_BROWSER = f"GEEN CHROMIUM: de browsertests zijn overgeslagen. Zet SAMENHANG_CHROMIUM, of een van {NAMES}."


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Without a browser its tests are skipped aloud; where everything must be proved, they fail."""
    if CHROMIUM is None and item.get_closest_marker("browser"):
        if os.environ.get("CI") == "true":
            pytest.fail(NO_BROWSER, pytrace=False)
        pytest.skip(NO_BROWSER)


@dataclass(frozen=True)
class Person:
    """Someone who works in a practice, with a browser in which they are signed in."""

    practitioner: Practitioner
    account: Account
    scope: Scope

    def browser(self) -> Browser:
        browser = Browser(HTTP_HOST="localhost")
        browser.force_login(self.account)
        session = browser.session
        session["second_step"] = True
        session.save()
        return browser


@pytest.fixture(scope="session", autouse=True)
def root_key() -> None:
    if not settings.ROOT_KEY_FILE.exists():
        keys.make_root_key(settings.ROOT_KEY_FILE)


@pytest.fixture(autouse=True)
def no_open_keys() -> Iterator[None]:
    yield
    keys.forget()


def person(practice: Practice, name: str, *roles: Role) -> Person:
    account = Account.objects.create_user(f"{name.lower()}@example.org", "een lang wachtwoord")
    practitioner = services.add_practitioner(practice.pk, account, name, roles)
    scope = scope_of_account(account.pk)
    assert scope
    return Person(practitioner, account, scope)


def opened(name: str) -> Practice:
    from django.utils import timezone

    practice = services.open_practice(name, "BE")
    with within(practice.pk):
        practice.recovery_checked_at = timezone.now()
        practice.save()
    return practice


@pytest.fixture
def practice(db: None) -> Practice:
    return opened("De Linde")


@pytest.fixture
def elsewhere(db: None) -> Practice:
    return opened("Elders")


@pytest.fixture
def noor(practice: Practice) -> Person:
    return person(practice, "Noor", Role.COACH)


@pytest.fixture
def joke(practice: Practice) -> Person:
    return person(practice, "Joke", Role.COACH)


@pytest.fixture
def sam(practice: Practice) -> Person:
    return person(practice, "Sam", Role.OWNER)


@pytest.fixture
def an(practice: Practice) -> Person:
    return person(practice, "An", Role.SECRETARY)


@pytest.fixture
def lies(practice: Practice) -> Person:
    return person(practice, "Lies", Role.PEER)


@pytest.fixture
def bram(elsewhere: Practice) -> Person:
    return person(elsewhere, "Bram", Role.COACH, Role.OWNER)


@pytest.fixture
def emma(noor: Person) -> Client:
    card = ClientCard("Emma", "Claes", date(1997, 3, 14), fictional=True)
    with noor.scope.entered():
        client = services.take_on(noor.scope, card)
        services.give_consent(client, Purpose.ANALYSIS)
        return client
