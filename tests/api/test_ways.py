"""The short way and the frame give the same answer, headers and all; what is not plain goes to the frame."""

from typing import Any

import pytest
from django.test import Client as Browser

from samenhang.api import entry
from samenhang.api.entry import LONGEST
from samenhang.practice.models import Client
from tests.api.phone import ADDRESS, JSON, Phone, ShortWay, join
from tests.conftest import Person


@pytest.fixture
def phone(noor: Person, emma: Client) -> Phone:
    return join(noor, emma)


@pytest.fixture
def past_the_frame(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the short way answered itself."""
    answered: list[Any] = []
    answer = entry._answer

    def seen(environ: Any) -> Any:
        answered.append(answer(environ))
        return answered[-1]

    monkeypatch.setattr(entry, "_answer", seen)
    return answered


def _both(phone: Phone, body: Any, **more: Any) -> list[Any]:
    more.setdefault("HTTP_AUTHORIZATION", f"Bearer {phone.token}")
    return [way().post(ADDRESS, body, content_type=JSON, **more) for way in (Browser, ShortWay)]


@pytest.mark.parametrize(
    ("change", "status"),
    [({}, 200), ({"note": "anders"}, 409), ({"day": "nooit"}, 422), ({"client": None}, 422)],
    ids=str,
)
def test_both_ways_say_the_same(
    change: dict[str, Any], status: int, phone: Phone, past_the_frame: list[Any]
) -> None:
    body = phone.body()
    assert phone.send(body).status_code == 201
    answers = _both(phone, {**body, **change})
    assert [answer.status_code for answer in answers] == [status, status]
    assert answers[0].content == answers[1].content
    assert {name.title(): value for name, value in answers[0].items()} == {
        name.title(): value for name, value in answers[1].items()
    }
    assert len(past_the_frame) == 1


def test_a_stranger_is_told_the_same(phone: Phone) -> None:
    answers = _both(phone, phone.body(), HTTP_AUTHORIZATION="Bearer niemand")
    assert [answer.status_code for answer in answers] == [401, 401]
    assert answers[0].content == answers[1].content


def test_an_answer_says_how_long_it_is(phone: Phone) -> None:
    """In pieces, the last of them waits for the other side to say that the first arrived."""
    for answer in _both(phone, phone.body()):
        assert answer["Content-Length"] == str(len(answer.content))


@pytest.mark.parametrize(
    "more",
    [
        {"HTTP_HOST": "elders.example"},
        {"CONTENT_LENGTH": str(LONGEST + 1)},
        {"CONTENT_LENGTH": ""},
        {"CONTENT_LENGTH": "-1"},
        {"CONTENT_LENGTH": "vijf"},
        {"REQUEST_METHOD": "PUT"},
    ],
    ids=str,
)
def test_what_is_not_plain_goes_to_the_frame(
    more: dict[str, str], phone: Phone, past_the_frame: list[Any]
) -> None:
    answer = ShortWay().post(
        ADDRESS, phone.body(), content_type=JSON, HTTP_AUTHORIZATION=f"Bearer {phone.token}", **more
    )
    assert (answer.status_code >= 400, past_the_frame) == (True, [])


def test_what_breaks_is_one_sentence_and_no_content_in_the_log(
    phone: Phone, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(entry, "_received", lambda *_: 1 / 0)
    answer = ShortWay().post(
        ADDRESS,
        phone.body(note="geheim"),
        content_type=JSON,
        HTTP_AUTHORIZATION=f"Bearer {phone.token}",
    )
    assert (answer.status_code, answer.json()["detail"]) == (500, entry.BROKEN)
    assert "geheim" not in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_an_earlier_word_on_a_day_that_says_otherwise_is_kept_beside_it(phone: Phone) -> None:
    """The summary cannot know then, and is made anew."""
    late, early = phone.body(), phone.body()
    early |= {"at": f"{early['day']}T05:00:00+01:00", "actions": {phone.action: "plan_b"}}
    assert [phone.send(body).status_code for body in (late, early)] == [201, 201]
