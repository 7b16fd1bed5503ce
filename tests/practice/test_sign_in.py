"""Signing in: two steps, our own words, limits that hold, and sessions that end."""

import time

import pytest
from django.contrib.sessions.models import Session
from django.test import Client as Browser

from samenhang.practice.models import Account, Tally
from tests.conftest import Person
from tests.practice.arrive import code_now, freshly, mends, open_browser, set_up_app, typed, words

PASSWORD = "een lang wachtwoord"
NEW = "nog een langer wachtwoord"
APP = "/toegang/tweede-stap/app/"


def sign_in(browser: Browser, person: Person, password: str = PASSWORD):
    return browser.post("/toegang/aanmelden/", {"login": person.account.email, "password": password})


def test_without_a_second_step_one_makes_it_first(noor: Person) -> None:
    browser = open_browser()
    sign_in(browser, noor)
    page = browser.get("/vandaag/", follow=True)
    assert page.redirect_chain[-1][0] == APP
    set_up_app(browser, APP)
    assert browser.get("/vandaag/").status_code == 200
    assert b"<code>" in browser.get("/toegang/tweede-stap/codes/").content
    assert browser.post("/toegang/tweede-stap/codes/").url == "/"


def test_with_a_second_step_the_password_alone_opens_nothing(noor: Person) -> None:
    browser = open_browser()
    sign_in(browser, noor)
    secret = set_up_app(browser, APP)
    other = open_browser()
    assert sign_in(other, noor).url.startswith("/toegang/tweede-stap/aanmelden/")
    assert other.get("/vandaag/").url.startswith("/toegang/aanmelden/")
    page = other.post("/toegang/tweede-stap/aanmelden/", {"code": "000000"})
    assert mends(page) == ["Deze code klopt niet, of niet meer. Wacht op de volgende en typ die over."]
    assert other.post("/toegang/tweede-stap/aanmelden/", {"code": code_now(secret)}).status_code == 302
    assert other.get("/vandaag/").status_code == 200


def test_a_recovery_code_works_once(noor: Person) -> None:
    browser = open_browser()
    sign_in(browser, noor)
    set_up_app(browser, APP)
    shown = words(browser.get("/toegang/tweede-stap/codes/"))
    code = next(word for word in shown.split() if word.isdigit() and len(word) == 4)
    code += " " + shown.split()[shown.split().index(code) + 1]
    for outcome in (302, 200):
        other = open_browser()
        sign_in(other, noor)
        page = other.post("/toegang/tweede-stap/aanmelden/", {"code": code})
        assert page.status_code == outcome


def test_what_is_wrong_is_said_at_its_field_and_the_address_stays(noor: Person) -> None:
    page = sign_in(open_browser(), noor, "mis")
    assert mends(page) == ["Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Kijk beide nog eens na."]
    assert typed(page, "login") == "noor@example.org"
    assert typed(page, "password") == ""
    page = open_browser().post("/toegang/aanmelden/", {"login": "noor@", "password": ""})
    assert mends(page) == [
        "Dit lijkt geen e-mailadres. Staat er een @ en een punt in?",
        "Vul je wachtwoord in.",
    ]


def test_an_unknown_address_is_told_nothing_else(noor: Person) -> None:
    page = open_browser().post("/toegang/aanmelden/", {"login": "wie@example.org", "password": "mis"})
    assert mends(page) == ["Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Kijk beide nog eens na."]


def test_after_five_wrong_passwords_the_right_one_waits_too_from_any_address(noor: Person) -> None:
    for n in range(5):
        browser = open_browser()
        browser.post(
            "/toegang/aanmelden/",
            {"login": noor.account.email, "password": "mis"},
            headers={"x-forwarded-for": f"10.0.0.{n}"},
        )
    page = sign_in(open_browser(), noor)
    assert mends(page) == ["Er waren te veel pogingen na elkaar. Wacht vijf minuten en probeer het opnieuw."]
    assert not any("noor" in row.key or "127.0.0.1" in row.key for row in Tally.objects.all())


def test_a_new_password_ends_the_other_sessions(noor: Person) -> None:
    here, there = freshly(noor), freshly(noor)
    assert there.get("/vandaag/").status_code == 200
    changed = here.post("/toegang/wachtwoord/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert changed.status_code == 302
    assert here.get("/vandaag/").status_code == 200
    assert there.get("/vandaag/").url.startswith("/toegang/aanmelden/")


def test_a_new_password_has_its_sentences(noor: Person) -> None:
    browser = freshly(noor)
    page = browser.post(
        "/toegang/wachtwoord/", {"oldpassword": "mis", "password1": "kort", "password2": "lang"}
    )
    assert mends(page) == [
        "Dit is niet je huidige wachtwoord.",
        "Neem minstens 12 tekens. Een paar woorden na elkaar is prima.",
    ]
    page = browser.post(
        "/toegang/wachtwoord/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW + "x"}
    )
    assert mends(page) == ["Dit is niet twee keer hetzelfde. Typ het nieuwe wachtwoord opnieuw."]
    page = browser.post(
        "/toegang/wachtwoord/", {"oldpassword": PASSWORD, "password1": "passwordpassword", "password2": "x"}
    )
    assert NEW.encode() not in page.content


@pytest.mark.parametrize(("stamp", "ago"), [("seen", 31 * 60), ("since", 12 * 60 * 60 + 60)])
def test_a_session_ends_idle_after_half_an_hour_and_always_after_twelve(
    noor: Person, stamp: str, ago: int
) -> None:
    browser = noor.browser()
    assert browser.get("/vandaag/").status_code == 200
    session = browser.session
    session[stamp] = int(time.time()) - ago
    session.save()
    assert browser.get("/vandaag/").url.startswith("/toegang/aanmelden/")
    assert not Session.objects.exists() or browser.get("/praktijk/").status_code == 302


def test_a_closed_account_does_not_come_in(noor: Person) -> None:
    browser = noor.browser()
    Account.objects.update(is_active=False)
    assert browser.get("/vandaag/").url.startswith("/toegang/aanmelden/")
    assert sign_in(open_browser(), noor).url == "/toegang/gesloten/"


def test_nobody_signs_up(noor: Person) -> None:
    page = open_browser().get("/toegang/nieuw/")
    assert "Je komt binnen op uitnodiging" in words(page)


def test_adding_a_key_asks_who_you_are_when_that_was_long_ago(noor: Person) -> None:
    browser = noor.browser()
    assert browser.get("/toegang/tweede-stap/sleutels/nieuw/").url.startswith("/toegang/opnieuw/")
    page = browser.post("/toegang/opnieuw/?next=/toegang/tweede-stap/sleutels/nieuw/", {"password": "mis"})
    assert mends(page) == ["Dit wachtwoord klopt niet."]
    page = browser.post(
        "/toegang/opnieuw/", {"password": PASSWORD, "next": "/toegang/tweede-stap/sleutels/nieuw/"}
    )
    assert browser.get(page.url).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/toegang/aanmelden/",
        "/toegang/afmelden/",
        "/toegang/opnieuw/",
        "/toegang/gesloten/",
        "/toegang/wachtwoord/",
        "/toegang/tweede-stap/",
        "/toegang/tweede-stap/app/",
        "/toegang/tweede-stap/sleutels/",
        "/toegang/tweede-stap/sleutels/nieuw/",
        "/toegang/nieuw/",
    ],
)
def test_every_page_of_the_sign_in_is_dutch_and_strict(noor: Person, address: str) -> None:
    browser = open_browser() if "aanmelden" in address else freshly(noor)
    page = browser.get(address).content.decode()
    assert "<script>" not in page
    assert "<style" not in page
    assert " style=" not in page
    assert "onclick" not in page
    assert "placeholder" not in page
    for english in ("Password", "Sign", "Email", "Authenticator", "Security", "Code:"):
        assert english not in page


def test_a_form_of_this_house_passes_though_the_browser_names_no_origin(noor: Person) -> None:
    browser = Browser(HTTP_HOST="localhost", enforce_csrf_checks=True)
    page = browser.get("/toegang/aanmelden/")
    token = typed(page, "csrfmiddlewaretoken")
    said = {"login": "noor@example.org", "password": PASSWORD, "csrfmiddlewaretoken": token}
    here = {"origin": "null", "sec-fetch-site": "same-origin"}
    elsewhere = {"origin": "null", "sec-fetch-site": "cross-site"}
    assert browser.post("/toegang/aanmelden/", said, headers=elsewhere).status_code == 403
    assert (
        browser.post("/toegang/aanmelden/", {**said, "csrfmiddlewaretoken": "x"}, headers=here).status_code
        == 403
    )
    assert (
        browser.post("/toegang/aanmelden/", said, headers={"origin": "https://elders.example"}).status_code
        == 403
    )
    assert browser.post("/toegang/aanmelden/", said, headers=here).status_code == 302
