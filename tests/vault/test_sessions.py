"""A copied session row signs nobody in, and says nothing."""

from importlib import import_module

import pytest
from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.db import DatabaseError, OperationalError
from django.test import Client as Browser

from samenhang.vault.sessions import SessionStore, kept_name
from tests.conftest import Person


@pytest.fixture
def session(db: None) -> SessionStore:
    made = SessionStore()
    made["wie"] = "Emma"
    made.save()
    return made


def test_this_is_the_engine_in_use() -> None:
    assert import_module(settings.SESSION_ENGINE).SessionStore is SessionStore


def test_a_session_is_read_back_by_its_cookie_alone(session: SessionStore) -> None:
    row = Session.objects.get()
    assert SessionStore(session.session_key)["wie"] == "Emma"
    assert row.session_key == kept_name(session.session_key)
    assert "wie" not in SessionStore(row.session_key)
    assert "Emma" not in row.session_data


def test_a_cookie_made_from_a_stolen_row_opens_nothing(noor: Person) -> None:
    browser = noor.browser()
    assert browser.get("/vandaag/").status_code == 200
    thief = Browser(HTTP_HOST="localhost")
    thief.cookies[settings.SESSION_COOKIE_NAME] = Session.objects.get().session_key
    assert thief.get("/vandaag/").status_code == 302


def test_a_changed_row_is_an_empty_session(session: SessionStore) -> None:
    Session.objects.update(session_data="zomaar")
    assert dict(SessionStore(session.session_key).items()) == {}


def test_deleting_and_renewing_work_by_the_cookie(session: SessionStore) -> None:
    first = session.session_key
    session.cycle_key()
    assert (session.session_key != first, Session.objects.count()) == (True, 1)
    session.delete()
    assert Session.objects.count() == 0
    SessionStore().delete()


@pytest.mark.parametrize(
    ("trouble", "told"), [(OperationalError("locked"), OperationalError), (DatabaseError("weg"), UpdateError)]
)
def test_a_locked_storage_is_said_to_be_just_that(
    session: SessionStore, monkeypatch: pytest.MonkeyPatch, trouble: Exception, told: type[Exception]
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr(Session, "save", fails)
    with pytest.raises(told):
        session.save()
