"""A client's phone: the link, the day, the pause, the one question, and nothing that was not asked for."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

from samenhang.experiments import services as experiments
from samenhang.experiments.filling import questions
from samenhang.experiments.models import CheckIn as Row
from samenhang.experiments.queries import actions_of, check_ins_of, dossier_of
from samenhang.method.diary import DiaryItem, diary_day
from samenhang.method.micro_action import MicroAction, Weekday
from samenhang.method.pause import is_paused
from samenhang.practice import services
from samenhang.practice.access import of
from samenhang.practice.cards import ClientCard
from samenhang.practice.middleware import PHONE_COOKIE
from samenhang.practice.models import Client, Device, OneTimeLink
from tests.conftest import Person
from tests.everywhere.forms import fields_of

TODAY = reverse("phone:today")


@pytest.fixture
def link(noor: Person, emma: Client) -> str:
    token = services.make_link(noor.scope.practice, OneTimeLink.Kind.PHONE, emma.pk)
    return reverse("phone:join", args=[token])


@pytest.fixture
def phone(noor: Person, emma: Client) -> Browser:
    with noor.scope.entered():
        _, token = services.join_device(emma)
    browser = Browser()
    browser.cookies[PHONE_COOKIE] = token
    return browser


def page(answer: Any) -> str:
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_link_joins_once(link: str, emma: Client) -> None:
    one, two = Browser(), Browser()
    assert (one.get(link).status_code, two.get(link).status_code) == (200, 200)
    assert of(emma, Device).count() == 0, "looking changes nothing"
    assert one.post(link).status_code == 302
    assert (two.post(link).status_code, two.get(link).status_code) == (404, 404)
    assert (one.get(TODAY).status_code, two.get(TODAY).status_code) == (200, 404)
    assert of(emma, Device).count() == 1


def test_a_link_goes_by(noor: Person, emma: Client) -> None:
    token = services.make_link(
        noor.scope.practice, OneTimeLink.Kind.PHONE, emma.pk, lasts=timedelta(seconds=-1)
    )
    gone = Browser().post(reverse("phone:join", args=[token]))
    assert (gone.status_code, of(emma, Device).count()) == (404, 0)


@pytest.mark.parametrize("token", ["x", "é", "a" * 2000, "%00", "..", "'--"])
def test_a_link_that_is_none(token: str, emma: Client) -> None:
    assert Browser().post(f"/mij/link/{token}/").status_code == 404


def test_a_link_for_a_phone_signs_nobody_in(noor: Person) -> None:
    token = services.make_link(noor.scope.practice, OneTimeLink.Kind.SIGN_IN, noor.scope.person)
    assert Browser().post(reverse("phone:join", args=[token])).status_code == 404


def test_a_revoked_phone_reads_nothing_more(phone: Browser, noor: Person, emma: Client) -> None:
    device = of(emma, Device).get()
    assert phone.get(TODAY).status_code == 200
    noor.browser().post(reverse("desk:revoke", args=[emma.pk, device.pk]))
    assert (phone.get(TODAY).status_code, phone.post(reverse("phone:pause")).status_code) == (404, 404)
    assert phone.get(reverse("phone:help")).status_code == 200, "help stays one tap away"


def test_the_page_of_a_fresh_client_says_that_nothing_is_ready(phone: Browser) -> None:
    said = page(phone.get(TODAY))
    assert "Er staat nog niets klaar." in said
    assert "None" not in said
    assert "Dag Emma" in said
    assert "Vul in, een halve minuut" not in said
    empty = page(phone.get(reverse("phone:check_in", args=["vandaag"])))
    assert "Er zijn nog geen vragen om in te vullen." in empty
    for name in ("phone:done", "phone:breathe", "phone:help"):
        page(phone.get(reverse(name)))


def test_a_long_name_is_said_whole(phone: Browser, emma: Client, noor: Person) -> None:
    with noor.scope.entered():
        services.rewrite_client(emma, ClientCard("Wolfeschlegelstein" * 6, "<b>x</b>"))
    said = page(phone.get(TODAY))
    assert "Wolfeschlegelstein" * 6 in said
    assert "<b>x</b>" not in said


def test_a_day_on_which_nothing_is_asked_says_so(phone: Browser, noor: Person, emma: Client) -> None:
    tomorrow = Weekday((timezone.localdate() + timedelta(days=1)).weekday())
    with noor.scope.entered():
        once = MicroAction(str(uuid4()), "Wandelen", days=(tomorrow,), start=timezone.localdate())
        experiments.choose(emma, once, by=noor.scope.person)
    said = page(phone.get(TODAY))
    assert "Vandaag wordt er niets gevraagd." in said
    assert "Vul in, een halve minuut" not in said
    ask(noor, emma)
    assert "Vul in, een halve minuut" in page(phone.get(TODAY))


def ask(noor: Person, emma: Client) -> str:
    with noor.scope.entered():
        item = experiments.ask(emma, DiaryItem(str(uuid4()), "Hoe gespannen?"))
    return f"q_{item.id}"


def test_a_pause_and_back(phone: Browser, noor: Person, emma: Client) -> None:
    ask(noor, emma)
    phone.post(reverse("phone:pause"))
    said = page(phone.get(TODAY))
    assert "Het is even pauze." in said
    assert "Vul in, een halve minuut" not in said
    assert is_paused(dossier_of(emma).pauses, timezone.localdate())
    phone.post(reverse("phone:pause"))
    assert "Het is even pauze." not in page(phone.get(TODAY))
    for _ in range(4):
        phone.post(reverse("phone:pause"))
    assert page(phone.get(TODAY))


def test_whether_it_worked_is_asked_once(phone: Browser, noor: Person, emma: Client) -> None:
    with noor.scope.entered():
        made = [MicroAction(str(uuid4()), "Wandelen"), MicroAction(str(uuid4()), "Te vroeg")]
        experiments.propose(
            emma, made[:1], by=noor.scope.person, at=timezone.now() - timedelta(hours=48, minutes=1)
        )
        experiments.propose(emma, made[1:], by=noor.scope.person)
    said = page(phone.get(TODAY))
    assert "Gelukt?" in said
    assert "Te vroeg" not in said
    posted = {"action": made[0].id, "gelukt": "ja"}
    assert phone.post(reverse("phone:tried"), posted).status_code == 302
    assert phone.post(reverse("phone:tried"), posted | {"gelukt": "nee"}).status_code == 302
    told = {action.behaviour: action.tried and action.tried.worked for action in actions_of(emma)}
    assert told == {"Wandelen": True, "Te vroeg": None}
    assert "Gelukt?" not in page(phone.get(TODAY))


@pytest.mark.parametrize("posted", [{}, {"action": "x"}, {"gelukt": "misschien"}, {"action": "x" * 5000}])
def test_an_answer_to_nothing_changes_nothing(posted: dict[str, str], phone: Browser, emma: Client) -> None:
    assert phone.post(reverse("phone:tried"), posted).status_code == 302
    assert actions_of(emma) == []


def at_hour(monkeypatch: pytest.MonkeyPatch, hour: int, minute: int) -> datetime:
    """Let it be that time of today, for whoever asks."""
    moment = timezone.localtime().replace(hour=hour, minute=minute)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    return moment


@pytest.mark.parametrize(
    ("hour", "minute", "offered"), [(3, 59, False), (4, 0, True), (11, 59, True), (12, 0, False)]
)
def test_yesterday_is_offered_until_noon(
    hour: int,
    minute: int,
    offered: bool,
    phone: Browser,
    noor: Person,
    emma: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ask(noor, emma)
    at_hour(monkeypatch, hour, minute)
    assert ("Gisteren kan ook nog" in page(phone.get(TODAY))) is offered


@pytest.mark.parametrize(("hour", "flag"), [(11, ""), (13, "late")])
def test_yesterday_filled_in_late_is_kept_and_flagged(
    hour: int, flag: str, phone: Browser, noor: Person, emma: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = ask(noor, emma)
    with noor.scope.entered():
        item = dossier_of(emma).series[0].item
    assert item.opened is None
    moment = at_hour(monkeypatch, hour, 0)
    here = reverse("phone:check_in", args=["gisteren"])
    fields = fields_of(phone.get(here).content.decode()) | {name: ["4"]}
    assert phone.post(here, fields).status_code == 302
    row = of(emma, Row).get()
    assert (row.day, row.flag) == (moment.date() - timedelta(days=1), flag)


BAD = {
    "no number": ("veel", "Geef een getal van 0 tot 10, of sla over."),
    "too much": ("11", "Geef een getal van 0 tot 10, of sla over."),
    "not one": ("nan", "Geef een getal van 0 tot 10, of sla over."),
    "endless": ("inf", "Geef een getal van 0 tot 10, of sla over."),
    "huge": ("1e999", "Geef een getal van 0 tot 10, of sla over."),
    "long": ("9" * 5000, "Geef een getal van 0 tot 10, of sla over."),
    "hostile": ("<script>alert(1)</script>", "Geef een getal van 0 tot 10, of sla over."),
}


@pytest.mark.parametrize(("typed", "sentence"), BAD.values(), ids=BAD)
def test_an_answer_that_cannot_be_is_refused_and_stands(
    typed: str, sentence: str, phone: Browser, noor: Person, emma: Client
) -> None:
    name, here = ask(noor, emma), reverse("phone:check_in", args=["vandaag"])
    answer = phone.post(here, {name: typed, "note": "wat ik typte", "born": str(uuid4())})
    said = answer.content.decode()
    assert (answer.status_code, of(emma, Row).count()) == (422, 0)
    assert said.count('class="mend"') == 1
    assert sentence in said
    assert "wat ik typte" in said
    assert "<script>alert" not in said


def test_a_note_of_five_thousand_signs_is_kept_and_one_more_refused(
    phone: Browser, noor: Person, emma: Client
) -> None:
    ask(noor, emma)
    here = reverse("phone:check_in", args=["vandaag"])
    answer = phone.post(here, {"note": "w" * 5001})
    assert answer.status_code == 422
    assert "w" * 5001 in answer.content.decode()
    assert phone.post(here, {"note": "w" * 5000}).status_code == 302
    assert [each.note for each in check_ins_of(emma)] == ["w" * 5000]


@pytest.mark.parametrize("day", ["morgen", "2026-11-22", "x", "0001-01-01"])
def test_a_phone_fills_in_two_days_only(day: str, phone: Browser) -> None:
    assert phone.get(f"/mij/check-in/{day}/").status_code == 404


def _fill(phone: Browser, emma: Client, note: str) -> Any:
    address = reverse("phone:check_in", args=["vandaag"])
    experiments.ask(emma, DiaryItem(str(uuid4()), "Hoe ging het?"))
    return phone.post(address, fields_of(page(phone.get(address))) | {"note": note})


def test_explicit_words_in_a_note_open_the_help_lines_at_the_field(
    phone: Browser, noor: Person, emma: Client
) -> None:
    with noor.scope.entered():
        shown = page(_fill(phone, emma, "Ik wil niet meer leven."))
        assert [each.note for each in check_ins_of(emma)] == ["Ik wil niet meer leven."], "it is kept first"
    card = shown.partition('id="note"')[2]
    assert 'id="help"' in card
    assert "autofocus" in card, "also without a script it comes in sight by itself"
    assert 'href="tel:' in card
    assert "niemand krijgt er bericht van" in card


@pytest.mark.parametrize(
    "note", ["", "Ik ben doodmoe van het werk.", "Gisteren een film over zelfmoord gezien."]
)
def test_other_words_open_nothing(note: str, phone: Browser, noor: Person, emma: Client) -> None:
    with noor.scope.entered():
        assert _fill(phone, emma, note).status_code == 302


def test_nothing_remembers_that_the_help_lines_opened(phone: Browser, noor: Person, emma: Client) -> None:
    with noor.scope.entered():
        _fill(phone, emma, "Ik wil niet meer leven.")
    again = page(phone.get(reverse("phone:check_in", args=["vandaag"])))
    assert 'id="help"' not in again


def test_a_form_sent_again_with_other_answers_adds_to_the_day_and_is_kept_once(
    phone: Browser, noor: Person, emma: Client
) -> None:
    """Back in the browser, changed, sent again: the page still carries the number of the first time."""
    name, here, born = ask(noor, emma), reverse("phone:check_in", args=["vandaag"]), str(uuid4())
    first, second = {"born": born, name: "4"}, {"born": born, name: "7"}
    sent = [phone.post(here, each).status_code for each in (first, second, second)]
    assert (sent, of(emma, Row).count()) == ([302, 302, 302], 2)
    (day,) = dossier_of(emma).days.values()
    assert list(day.answers.values()) == [7]


def test_the_script_of_the_page_hears_whether_it_was_new(phone: Browser, noor: Person, emma: Client) -> None:
    name, here = ask(noor, emma), reverse("phone:check_in", args=["vandaag"])
    typed = {"born": str(uuid4()), name: "4"}
    answers = [phone.post(here, typed, headers={"X-Stays": "1"}) for _ in range(2)]
    assert [each.status_code for each in answers] == [201, 200]
    assert all("<h1>Bewaard.</h1>" in each.content.decode() for each in answers)
    assert of(emma, Row).count() == 1


def test_nothing_is_asked_of_an_action_on_a_day_before_it_was_chosen(noor: Person, emma: Client) -> None:
    today = diary_day(timezone.localtime())
    with noor.scope.entered():
        chosen = experiments.choose(emma, MicroAction(str(uuid4()), "Wandelen"), by=noor.scope.person)
    known = dossier_of(emma)
    assert [action.id for action, _, _ in questions(known, today).actions] == [chosen.id]
    assert questions(known, today - timedelta(days=1)).actions == ()
