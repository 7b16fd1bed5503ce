"""Trouble with the storage is 503 and 'try again soon', wherever in the request it comes up."""

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError

from samenhang.practice import middleware
from tests.conftest import Person


def fails(*_: object, **__: object) -> None:
    raise OperationalError("database is locked")


def test_before_a_view_is_reached(noor: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = noor.browser()
    browser.raise_request_exception = False
    monkeypatch.setattr(middleware, "scope_of_account", fails)
    answer = browser.get("/vandaag/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")


def test_when_the_session_cannot_be_kept(noor: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = noor.browser()
    browser.raise_request_exception = False
    monkeypatch.setattr(Session, "save", fails)
    answer = browser.get("/vandaag/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")


def test_in_a_view(noor: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = noor.browser()
    monkeypatch.setattr("samenhang.desk.views.person_name", fails)
    answer = browser.get("/vandaag/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")


def test_other_trouble_is_still_a_broken_page(noor: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(*_: object) -> None:
        raise KeyError

    browser = noor.browser()
    browser.raise_request_exception = False
    monkeypatch.setattr("samenhang.desk.views.person_name", wrong)
    assert browser.get("/vandaag/").status_code == 500
