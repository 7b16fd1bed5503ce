"""A check-in over the wire: once is once, what is refused says why, what is acknowledged is kept whole."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client as Browser
from django.utils import timezone

from samenhang.experiments.models import CheckIn as Row
from samenhang.experiments.queries import check_ins_of
from samenhang.method.diary import LONGEST_NOTE, Kind, diary_day
from samenhang.method.micro_action import DayState
from samenhang.practice.access import of
from samenhang.practice.cards import ClientCard
from samenhang.practice.models import Client, Role
from samenhang.practice.services import revoke_device, take_on
from tests.api.phone import ADDRESS, WAYS, Phone, ShortWay, join
from tests.conftest import Person, opened, person
from tests.on_disk import Disk


@pytest.fixture(autouse=True, params=[Browser, ShortWay], ids=["frame", "short way"])
def way(request: pytest.FixtureRequest) -> Iterator[None]:
    """All of it holds for both ways in."""
    WAYS.append(request.param)
    yield
    WAYS.pop()


@pytest.fixture
def phone(noor: Person, emma: Client) -> Phone:
    return join(noor, emma)


def kept(phone: Phone) -> int:
    return of(phone.client, Row).count()


def test_new_is_201_again_is_200_other_is_409(phone: Phone) -> None:
    body = phone.body()
    answers = [phone.send(body), phone.send(body), phone.send(body | {"note": "iets anders"})]
    assert [answer.status_code for answer in answers] == [201, 200, 409]
    assert [answer.json() for answer in answers[:2]] == [{"id": body["id"], "received": True}] * 2
    assert answers[2].json() == {"detail": "Onder dit nummer staat al een andere check-in."}
    assert kept(phone) == 1


def test_all_that_was_sent_is_kept(phone: Phone) -> None:
    body = phone.body()
    assert phone.send(body).status_code == 201
    (found,) = check_ins_of(phone.client)
    assert (found.id, str(found.day), found.note) == (body["id"], body["day"], body["note"])
    assert dict(found.answers) == body["answers"]
    assert dict(found.actions) == {phone.action: DayState.DONE}
    assert not found.late


@pytest.mark.parametrize("field", ["day", "answers", "actions", "note"])
def test_any_other_content_under_the_same_id_is_409(field: str, phone: Phone) -> None:
    body = phone.body()
    other = {
        "day": str(diary_day(timezone.localtime()) - timedelta(days=1)),
        "answers": {},
        "actions": {phone.action: "plan_b"},
        "note": None,
    }
    phone.send(body)
    assert phone.send(body | {field: other[field]}).status_code == 409
    assert dict(check_ins_of(phone.client)[0].answers) == body["answers"]


def test_another_order_is_the_same_content(phone: Phone) -> None:
    body = phone.body()
    phone.send(body)
    again = dict(reversed(body.items())) | {"answers": dict(reversed(body["answers"].items()))}
    assert phone.send(again).status_code == 200


def test_two_clients_may_use_the_same_id(phone: Phone, noor: Person) -> None:
    with noor.scope.entered():
        tess = take_on(noor.scope, ClientCard("Tess"))
    hers = join(noor, tess)
    one = str(uuid4())
    assert phone.send(phone.body(id=one)).status_code == 201
    assert hers.send(hers.body(id=one)).status_code == 201


def test_of_many_at_once_one_is_new(disk: Disk) -> None:
    """Sixteen times the same id, from threads, into a real file: one 201, the rest 200 or 'again soon'."""
    noor = person(opened("De Linde"), "Noor", Role.COACH)
    with noor.scope.entered():
        phone = join(noor, take_on(noor.scope, ClientCard("Emma")))
    body = phone.body()

    def send(_: int) -> int:
        try:
            answer = phone.send(body)
            return int(answer.status_code)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        codes = list(threads.map(send, range(16)))
    assert codes.count(201) == 1
    assert set(codes) <= {200, 201, 503}
    assert disk.rows(Row._meta.db_table) == 1
    assert phone.send(body).status_code == 200


@pytest.mark.parametrize("days", [0, 1, 2, 400])
def test_late_is_kept_and_flagged(days: int, phone: Phone) -> None:
    noon = timezone.localtime().replace(hour=13, minute=0)
    day = noon.date() - timedelta(days=days)
    answer = phone.send(phone.body(at=noon.isoformat(), day=str(day)))
    row = of(phone.client, Row).get()
    assert (answer.status_code, row.day, row.flag) == (201, day, "late" if days else "")


def test_yesterday_is_on_time_until_noon(phone: Phone) -> None:
    early = timezone.localtime().replace(hour=11, minute=59)
    answer = phone.send(phone.body(at=early.isoformat(), day=str(early.date() - timedelta(days=1))))
    assert (answer.status_code, of(phone.client, Row).get().flag) == (201, "")


def test_ahead_is_kept_and_flagged(phone: Phone) -> None:
    answer = phone.send(phone.body(day=str(timezone.localdate() + timedelta(days=3))))
    assert (answer.status_code, of(phone.client, Row).get().flag) == (201, "ahead")


NOTES = {
    "as long as may be": "w" * LONGEST_NOTE,
    "signs": "🙂" * 100 + "👩‍👧 مرحبا بالعالم \u202eachterstevoren 漢字 ẹ́",
    "nul": "voor\x00na",
    "lines": "een\ntwee\r\n\tdrie ",
    "hostile": '<script>alert(1)</script>{{ settings.SECRET_KEY }}#read("/etc/passwd")\'; DROP TABLE x; --',
    "half a pair": "\ud800",
}


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_a_note_is_kept_whole_or_refused(note: str, phone: Phone) -> None:
    answer = phone.send(phone.body(note=note))
    assert answer.status_code in {201, 422}
    assert [each.note for each in check_ins_of(phone.client)] == [note] * (answer.status_code == 201)
    if answer.status_code == 422:
        assert list(answer.json()["fields"]) == ["note"]


def test_the_longest_note_is_kept_and_one_sign_more_is_refused(phone: Phone) -> None:
    assert phone.send(phone.body(note="é" * LONGEST_NOTE)).status_code == 201
    answer = phone.send(phone.body(note="é" * (LONGEST_NOTE + 1)))
    sentence = "Een notitie is hoogstens 5000 tekens; deze is 5001."
    assert (answer.status_code, answer.json()["fields"]) == (422, {"note": sentence})
    assert kept(phone) == 1


BAD_ANSWERS: list[tuple[Kind, Any]] = [
    *((Kind.SCALE, bad) for bad in (-1, 11, 10.001, 1e400, -1e400, 10**400, "4", True, [4], {"a": 1}, "NaN")),
    *((Kind.MINUTES, bad) for bad in (-0.1, 1441, False, "20 min")),
    *((Kind.COUNT, bad) for bad in (2.5, 1001, -3, True)),
    *((Kind.YES_NO, bad) for bad in (1, 0, "ja", "true", [])),
    *((Kind.TIME, bad) for bad in ("24:00", "7:5", "22.15", 22, "22:15:00", "٢٢:١٥", " 22:15", True)),
]


@pytest.mark.parametrize(("kind", "bad"), BAD_ANSWERS, ids=lambda value: str(value)[:24])
def test_an_answer_that_cannot_be_is_refused_at_its_question(kind: Kind, bad: Any, phone: Phone) -> None:
    item = phone.items[kind]
    answer = phone.send(phone.body(answers={item: bad}))
    assert answer.status_code == 422
    assert _sentences(answer) == [f"answers.{item}"]
    assert kept(phone) == 0


@pytest.mark.parametrize("bad", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_no_answer(bad: str, phone: Phone) -> None:
    """Python reads these in JSON; no other program would."""
    said = phone.body(answers={phone.items[Kind.SCALE]: "HIER"})
    import json

    answer = phone.send(json.dumps(said).replace('"HIER"', bad))
    assert answer.status_code == 422
    assert kept(phone) == 0


def _sentences(answer: Any) -> list[str]:
    """The fields that are refused; each with one Dutch sentence."""
    told = answer.json()
    assert told["detail"] == "Dit kan zo niet bewaard worden."
    for sentence in told["fields"].values():
        assert sentence[0].isupper()
        assert sentence[-1] == "."
        assert not any(word in sentence.lower() for word in ("should", "valid", "input", "field required"))
    return sorted(told["fields"])


BAD_FIELDS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "id": ({"id": "1"}, ["id"]),
    "id number": ({"id": 7}, ["id"]),
    "client": ({"client": "emma"}, ["client"]),
    "day": ({"day": "2026-02-30"}, ["day"]),
    "day words": ({"day": "gisteren"}, ["day"]),
    "day number": ({"day": 12}, ["day"]),
    "day far": ({"day": "0001-01-01"}, ["day"]),
    "day very far": ({"day": "9999-12-31"}, ["day"]),
    "at": ({"at": "nu"}, ["at"]),
    "at without a zone": ({"at": "2026-11-22T10:00:00"}, ["at"]),
    "at long ago": ({"at": "0001-01-01T00:00:00+14:00"}, ["at"]),
    "at far": ({"at": "9999-12-31T23:59:59-12:00"}, ["at"]),
    "at number": ({"at": 1e18}, ["at"]),
    "answers": ({"answers": []}, ["answers"]),
    "answers text": ({"answers": "x"}, ["answers"]),
    "actions": ({"actions": ["done"]}, ["actions"]),
    "note": ({"note": {"a": 1}}, ["note"]),
    "unknown item": ({"answers": {"x": 1}}, ["answers.x"]),
    "unknown action": ({"actions": {"x": "done"}}, ["actions.x"]),
}


@pytest.mark.parametrize(("more", "fields"), BAD_FIELDS.values(), ids=BAD_FIELDS)
def test_a_field_that_cannot_be_is_named(more: dict[str, Any], fields: list[str], phone: Phone) -> None:
    answer = phone.send(phone.body(**more))
    assert (answer.status_code, kept(phone)) == (422, 0), answer.content
    assert _sentences(answer) == fields


def test_an_action_in_a_state_that_is_none(phone: Phone) -> None:
    answer = phone.send(phone.body(actions={phone.action: "perfect"}))
    assert (answer.status_code, _sentences(answer)) == (422, [f"actions.{phone.action}"])


@pytest.mark.parametrize("absent", ["id", "client", "day", "at"])
def test_what_lacks_is_named(absent: str, phone: Phone) -> None:
    body = phone.body()
    del body[absent]
    answer = phone.send(body)
    assert (answer.status_code, _sentences(answer)) == (422, [absent])


DEEP = "[" * 100_000
UNREADABLE: dict[str, bytes | str] = {
    "nothing": "",
    "no json": "day=2026-11-22",
    "half": '{"id": ',
    "a list": "[]",
    "a number": "7",
    "null": "null",
    "not utf-8": b'{"id": "\xff\xfe"}',
    "deep": DEEP,
    "deep objects": '{"answers":' * 50_000,
    "a huge number": '{"id": ' + "9" * 100_000 + "}",
}


@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_refused(body: bytes | str, phone: Phone) -> None:
    answer = phone.send(body)
    assert (answer.status_code, kept(phone)) == (422, 0), answer.content[:200]
    assert _sentences(answer)


def test_deep_answers_are_refused(phone: Phone) -> None:
    deep: Any = 1
    for _ in range(300):
        deep = [deep]
    assert phone.send(phone.body(answers={phone.items[Kind.SCALE]: deep})).status_code == 422


def test_ten_megabytes_are_refused_and_not_read(phone: Phone) -> None:
    answer = phone.send(phone.body(note="w" * 10_000_000))
    assert (answer.status_code, kept(phone)) == (413, 0)
    assert answer.json()["detail"].endswith(".")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_another_content_type_is_read_or_refused(kind: str, phone: Phone) -> None:
    """What is JSON may come under another name; it is never half understood."""
    assert phone.send(phone.body(), kind=kind).status_code in {201, 415, 422}


def test_a_key_that_stands_twice_is_read_once(phone: Phone) -> None:
    import json

    said = json.dumps(phone.body(note="een"))
    answer = phone.send(said[:-1] + ', "note": "twee"}')
    assert (answer.status_code, [each.note for each in check_ins_of(phone.client)]) == (201, ["twee"])


@pytest.mark.parametrize("token", ["", "x", "é", "a" * 5000, "null", "Bearer Bearer"])
def test_who_is_not_known_is_401(token: str, phone: Phone) -> None:
    answer = phone.send(phone.body(), token=token)
    assert (answer.status_code, kept(phone)) == (401, 0)
    assert answer.json() == {"detail": "Dit toestel is niet (meer) gekend. Vraag je coach een nieuwe link."}


def test_without_a_token_is_401(phone: Phone) -> None:
    assert WAYS[-1]().post(ADDRESS, phone.body(), content_type="application/json").status_code == 401


def test_a_revoked_phone_is_401_at_once(phone: Phone, noor: Person) -> None:
    from samenhang.practice.models import Device

    body = phone.body()
    assert phone.send(body).status_code == 201
    with noor.scope.entered():
        revoke_device(phone.client, of(phone.client, Device).get().pk)
    assert phone.send(body).status_code == 401


def test_a_client_of_another_is_404(phone: Phone, noor: Person) -> None:
    with noor.scope.entered():
        tess = take_on(noor.scope, ClientCard("Tess"))
    answers = [phone.send(phone.body(client=str(other))) for other in (tess.pk, uuid4())]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content, "who exists and who does not look the same"
    assert of(tess, Row).count() == 0


def test_no_cookie_is_set_and_nothing_is_stored_on_the_way(phone: Phone) -> None:
    answer = phone.send(phone.body())
    assert (answer["Cache-Control"], answer.cookies) == ("no-store", {})


def test_a_lock_is_503_and_then_once(disk: Disk) -> None:
    """Refused while another writes, with nothing half kept; and new when it is sent again."""
    noor = person(opened("De Linde"), "Noor", Role.COACH)
    with noor.scope.entered():
        phone = join(noor, take_on(noor.scope, ClientCard("Emma")))
    body = phone.body()
    with disk.locked():
        answer = phone.send(body)
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert answer.json()["detail"].endswith(".")
    assert disk.rows(Row._meta.db_table) == 0
    assert phone.send(body).status_code == 201


def test_a_full_disk_is_503_and_nothing_half_kept(disk: Disk) -> None:
    noor = person(opened("De Linde"), "Noor", Role.COACH)
    with noor.scope.entered():
        phone = join(noor, take_on(noor.scope, ClientCard("Emma")))
    before = disk.tables()
    with disk.full():
        answers = [phone.send(phone.body(note="w" * 5000)) for _ in range(8)]
        after = disk.tables()
    codes = [answer.status_code for answer in answers]
    assert codes[-1] == 503
    assert answers[-1]["Retry-After"] == "5"
    assert after[Row._meta.db_table] - before[Row._meta.db_table] == codes.count(201)
    assert phone.send(phone.body()).status_code == 201
