"""A real lock and a real full disk, at the desk and on the phone: 'again soon', and nothing half written."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import sleep
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client as Browser
from django.urls import reverse

from samenhang.dossier.queries import current_sheets
from samenhang.practice import services
from samenhang.practice.cards import ClientCard
from samenhang.practice.middleware import PHONE_COOKIE
from samenhang.practice.models import Client, Role
from samenhang.vault import audit
from tests.conftest import Person, opened, person
from tests.desk.test_walk import CANVAS, SCAN
from tests.everywhere.forms import fields_of
from tests.on_disk import Disk

SLOWEST, REST = 10, 0.05


@dataclass(frozen=True)
class Desk:
    noor: Person
    emma: Client
    browser: Browser
    phone: Browser

    def fill(self, tool: str, typed: dict[str, Any]) -> Any:
        return self.browser.post(reverse("tools:fill", args=[self.emma.pk, tool]), typed)


@pytest.fixture
def desk(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(audit, "REST", REST)
    noor = person(opened("De Linde"), "Noor", Role.COACH)
    with noor.scope.entered():
        emma = services.take_on(noor.scope, ClientCard("Emma"))
        _, token = services.join_device(emma)
    phone, browser = Browser(), noor.browser()
    phone.cookies[PHONE_COOKIE] = token
    for each in (browser, phone):
        each.raise_request_exception = False
    assert browser.get(reverse("desk:client", args=[emma.pk])).status_code == 200
    assert phone.get(reverse("phone:today")).status_code == 200
    yield Desk(noor, emma, browser, phone)
    audit.waiting.clear()


def is_soon(answer: Any) -> None:
    """503 with a time to come back, in a page of our own, with every header."""
    assert answer.status_code == 503
    assert 0 < int(answer["Retry-After"]) <= SLOWEST
    assert "Even geduld" in answer.content.decode()
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "no-store"


WRITES: dict[str, tuple[str, dict[str, Any]]] = {
    "a scan": ("vullen/intakescan/", SCAN),
    "a canvas": ("vullen/sessiecanvas/", CANVAS),
    "a draft": ("vullen/sessiecanvas/concept/", {"question": "half", "tab": "t", "revision": "0"}),
    "a client": ("gegevens/", {"first_name": "Emma", "last_name": "Claes"}),
    "a consent": ("toestemming/", {"purpose": ["record", "diary"]}),
    "a link": ("toestellen/", {"x": "y"}),
    "a gesprek": ("gesprekken/", {"day": "2026-12-01", "hour": "10:00"}),
    "a question": (
        "dagboekvraag/nieuw/",
        {"text": "Hoe was het?", "kind": "scale", "better": "higher", "slot": "day"},
    ),
    "a day": ("dagboek/vandaag/", {"note": "goed"}),
}


@pytest.mark.parametrize(("where", "typed"), WRITES.values(), ids=WRITES)
def test_while_another_writes(where: str, typed: dict[str, Any], desk: Desk, disk: Disk) -> None:
    address, before = f"/clienten/{desk.emma.pk}/{where}", disk.tables()
    with disk.locked():
        is_soon(desk.browser.post(address, typed))
        assert disk.tables() == before
    assert desk.browser.post(address, typed).status_code in {200, 302}
    assert disk.tables() != before or where == "gegevens/"


@pytest.mark.parametrize("name", ["client", "dossier", "diary", "encounters", "actions"])
def test_nobody_is_kept_from_reading_while_another_writes(name: str, desk: Desk, disk: Disk) -> None:
    with disk.locked():
        assert desk.browser.get(reverse(f"desk:{name}", args=[desk.emma.pk])).status_code == 200
        assert desk.phone.get(reverse("phone:today")).status_code == 200


def test_a_phone_that_fills_in_while_another_writes(desk: Desk, disk: Disk) -> None:
    desk.fill("sessiecanvas", CANVAS)
    here = reverse("phone:check_in", args=["vandaag"])
    fields = fields_of(desk.phone.get(here).content.decode())
    before = disk.tables()
    with disk.locked():
        is_soon(desk.phone.post(here, fields))
    assert disk.rows("samenhang_checkin") == before["samenhang_checkin"]
    assert desk.phone.post(here, fields).status_code == 302
    assert desk.phone.post(here, fields).status_code == 302
    assert disk.rows("samenhang_checkin") == before["samenhang_checkin"] + 1, "the same form twice is once"


def test_a_full_disk_leaves_nothing_half_written(desk: Desk, disk: Disk) -> None:
    """Canvases until nothing fits: each is there with its action and its line, or not at all."""
    with disk.full():
        codes = []
        for number in range(30):
            typed = CANVAS | {"notes": "w" * 4000, "reason": "vol", "question": f"{number}", "new_item": ""}
            codes.append(desk.fill("sessiecanvas", typed).status_code)
            if codes[-1] == 503:
                break
        assert codes[-1] == 503
        kept = codes.count(302)
        assert disk.rows("samenhang_sheet") == kept
        assert disk.rows("samenhang_microaction") == kept
        assert desk.browser.get(reverse("desk:client", args=[desk.emma.pk])).status_code == 200
    assert audit.verify(desk.noor.scope.practice) == []
    assert desk.fill("sessiecanvas", CANVAS | {"reason": "weer plaats"}).status_code == 302


def test_a_full_disk_does_not_stop_reading(desk: Desk, disk: Disk) -> None:
    desk.fill("intakescan", SCAN)
    sheet = current_sheets(desk.emma)[0]
    with disk.full():
        for _ in range(40):
            assert desk.browser.get(reverse("desk:client", args=[desk.emma.pk])).status_code == 200
        assert desk.browser.get(reverse("tools:sheet", args=[desk.emma.pk, sheet.pk])).status_code == 200
        assert desk.phone.get(reverse("phone:today")).status_code == 200
    sleep(2 * REST)
    assert desk.browser.get(reverse("desk:client", args=[desk.emma.pk])).status_code == 200
    assert not audit.waiting, "the lines that waited are kept once there is room"
    assert audit.verify(desk.noor.scope.practice) == []


def test_signing_in_while_another_writes(desk: Desk, disk: Disk) -> None:
    browser = Browser(raise_request_exception=False)
    typed = {"login": "noor@example.org", "password": "een lang wachtwoord"}
    with disk.locked():
        answer = browser.post("/toegang/aanmelden/", typed)
    is_soon(answer)
    assert browser.post("/toegang/aanmelden/", typed).status_code == 302


def test_a_link_is_not_used_up_while_another_writes(desk: Desk, disk: Disk) -> None:
    token = services.make_link(desk.noor.scope.practice, "phone", desk.emma.pk)
    browser, here = Browser(raise_request_exception=False), reverse("phone:join", args=[token])
    with disk.locked():
        is_soon(browser.post(here, {"x": str(uuid4())}))
    assert browser.post(here).status_code == 302
    assert browser.get(reverse("phone:today")).status_code == 200
