"""How often a page asks the database does not grow with what is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samenhang.dossier import services as dossier
from samenhang.dossier.services import Keeping
from samenhang.experiments import services as experiments
from samenhang.experiments.recording import Filled, record_check_in
from samenhang.method.canvas import Canvas
from samenhang.method.diary import DiaryItem
from samenhang.method.sheet import Audience
from samenhang.practice import services
from samenhang.practice.cards import ClientCard
from samenhang.practice.middleware import PHONE_COOKIE
from samenhang.practice.models import Client
from tests.conftest import Person

FEW, MANY = 10, 100
FEW_CLIENTS, MANY_CLIENTS = 4, 40


def asks(browser: Browser, address: str) -> int:
    """How many questions one page takes, once everything is warm."""
    assert browser.get(address).status_code == 200
    with CaptureQueriesContext(connection) as seen:
        browser.get(address)
    return len(seen)


@contextmanager
def at_work(noor: Person) -> Iterator[None]:
    with noor.scope.entered():
        yield


def fill_up(noor: Person, emma: Client, begin: int, end: int) -> None:
    """Sheets, gesprekken and check-ins, one of each for every number."""
    item = DiaryItem(str(uuid4()), "Hoe was het?")
    with at_work(noor):
        if begin == 0:
            experiments.ask(emma, item)
        for number in range(begin, end):
            at = timezone.now() - timedelta(days=number, minutes=1)
            shape = Canvas(question=f"Vraag {number}")
            dossier.keep_sheet(Keeping(emma, noor.scope.person, Audience.SHARED, at=at), shape)
            dossier.plan_encounter(emma, at)
            record_check_in(emma, Filled(uuid4(), at.date(), at, {}, {}, f"dag {number}"))


PAGES = ("client", "dossier", "diary", "actions", "encounters", "consent", "devices", "edit_client")


def test_pages_of_a_client_ask_as_often_for_a_hundred_as_for_ten(noor: Person, emma: Client) -> None:
    browser = noor.browser()
    fill_up(noor, emma, 0, FEW)
    addresses = [reverse(f"desk:{name}", args=[emma.pk]) for name in PAGES]
    addresses += [reverse("tools:fill", args=[emma.pk, "sessiecanvas"])]
    few = {address: asks(browser, address) for address in addresses}
    fill_up(noor, emma, FEW, MANY)
    assert {address: asks(browser, address) for address in addresses} == few
    assert max(few.values()) <= 30


def test_the_pages_of_a_phone_ask_as_often_for_a_hundred_as_for_ten(noor: Person, emma: Client) -> None:
    with at_work(noor):
        _, token = services.join_device(emma)
    phone = Browser()
    phone.cookies[PHONE_COOKIE] = token
    addresses = [reverse("phone:today"), reverse("phone:check_in", args=["vandaag"]), reverse("phone:done")]
    fill_up(noor, emma, 0, FEW)
    few = {address: asks(phone, address) for address in addresses}
    fill_up(noor, emma, FEW, MANY)
    assert {address: asks(phone, address) for address in addresses} == few
    assert max(few.values()) <= 20


def take_on(noor: Person, begin: int, end: int) -> None:
    """Clients, each with a gesprek today."""
    today = timezone.make_aware(datetime.combine(timezone.localdate(), time(12)))
    with at_work(noor):
        for number in range(begin, end):
            client = services.take_on(noor.scope, ClientCard(f"Cliënt {number}"))
            dossier.plan_encounter(client, today + timedelta(minutes=number))


@pytest.mark.parametrize("name", ["desk:today", "desk:clients", "practice:home", "desk:new_client"])
def test_lists_ask_as_often_for_forty_clients_as_for_four(name: str, noor: Person) -> None:
    browser, address = noor.browser(), reverse(name)
    take_on(noor, 0, FEW_CLIENTS)
    few = asks(browser, address)
    take_on(noor, FEW_CLIENTS, MANY_CLIENTS)
    assert asks(browser, address) == few
    assert few <= 20


def test_a_check_in_costs_as_much_on_the_hundredth_day(noor: Person, emma: Client) -> None:
    def cost() -> int:
        with at_work(noor), CaptureQueriesContext(connection) as seen:
            now = timezone.now()
            record_check_in(emma, Filled(uuid4(), now.date(), now, {}, {}, "nu"))
        return len(seen)

    fill_up(noor, emma, 0, FEW)
    cost()
    few = cost()
    fill_up(noor, emma, FEW, MANY)
    cost()
    assert cost() == few
    assert few <= 12
