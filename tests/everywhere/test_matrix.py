"""Every address, every visitor, every method. What the declared rule says is what happens."""

from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponseBase
from django.utils import timezone
from pypdf import PdfReader

from tests.everywhere.house import House, Theirs, Visitor, build, undone, visitors
from tests.everywhere.routes import Route, routes

RULES = {
    *("open", "link", "account", "first_start", "device_token", "own_phone"),
    *("signed_in", "coach", "planner", "practice_owner", "own_client", "planned_client"),
}
VISITORS = tuple(visitors(House(*[None] * 10)))  # type: ignore[arg-type]
METHODS = ("GET", "POST")
AN_ADMITTED_ANSWER = {200, 201, 302, 405, 409, 422}
# A door of demos, a door with a link of another kind, and a listing that shows nothing.
OF_PRACTICE = {"person", "link", "arranged"}
CLOSED_TO_ALL = {"practice:sign_in", "practice:invited", "api:api-root"}


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[House]:
    """One house for all of these tests: each visitor comes and goes in a transaction inside this one."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.fixture
def house(built: House, db: None) -> House:
    cache.clear()  # the rates of the sign-in are counted there
    return built


def values_of(house: House, whose: Theirs) -> dict[str, Any]:
    """A value for every parameter that any address has; a new one asks for a value here."""
    return (
        (house.of_there if whose is house.ties else house.of_here).params
        | whose.params
        | {
            "tool": "sessiecanvas",
            "day": "vandaag",
            "role": "peer",
            "token": house.fresh_link(),
            "pk": 1,
        }
    )


def test_every_address_has_a_rule_that_is_known() -> None:
    found = routes()
    assert len(found) > 40, "the walk finds the house"
    assert [route for route in found if route.rule not in RULES] == []


@pytest.mark.parametrize("name", VISITORS)
def test_every_cell_is_as_its_rule_says(name: str, house: House) -> None:
    visitor, values = visitors(house)[name](), values_of(house, house.emma)
    others = [each for each in house.everyone if each.canary not in visitor.canaries]
    hidden = [each.canary for each in others]
    hidden += [each.name for each in house.everyone if each.name not in visitor.names]
    wrong = []
    for route in routes():
        for method in METHODS:
            with undone():
                answer = ask(visitor, route, method, values, house.emma)
            said = words_of(answer)
            if not _as_expected(route, method, visitor, answer, name):
                wrong.append((method, route.path, route.rule, answer.status_code))
            wrong += [(method, route.path, "leaks", word) for word in hidden if word in said]
    assert wrong == [], "\n".join(map(str, wrong))


def ask(visitor: Visitor, route: Route, method: str, values: dict[str, Any], about: Theirs) -> Any:
    """Ask, with the same cookies every time: signing out at one address does not carry to the next."""
    browser, cookies = visitor.browser, visitor.browser.cookies
    browser.cookies = deepcopy(cookies)
    try:
        return _ask(visitor, route, method, values, about)
    finally:
        browser.cookies = cookies


def _ask(visitor: Visitor, route: Route, method: str, values: dict[str, Any], about: Theirs) -> Any:
    here = route.at(values)
    if route.rule == "device_token" and method == "POST":
        body = {
            "id": str(uuid4()),
            "client": str(about.client.pk),
            "day": str(timezone.localdate()),
            "at": timezone.now().isoformat(),
        }
        bearer = {"HTTP_AUTHORIZATION": f"Bearer {visitor.token}"} if visitor.token else {}
        return visitor.browser.post(here, body, content_type="application/json", **bearer)
    return visitor.browser.generic(method, here, content_type="application/x-www-form-urlencoded")


def words_of(answer: HttpResponseBase) -> str:
    """All that an answer says: headers, text, and the text of a PDF."""
    body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]
    heads = " ".join(map(str, answer.headers.values()))
    if body.startswith(b"%PDF"):
        pages = PdfReader(BytesIO(body)).pages
        return heads + "".join(page.extract_text() for page in pages)
    return heads + body.decode()


def _as_expected(route: Route, method: str, visitor: Visitor, answer: Any, name: str) -> bool:
    status, to = answer.status_code, answer.headers.get("Location", "")
    if route.rule == "device_token":
        return bool(status == _of_the_api(method, visitor, name))
    if route.rule in visitor.rules:
        if route.name in CLOSED_TO_ALL or OF_PRACTICE & set(dict(route.params)) - visitor.holds:
            return status in {404, 405}
        without_key = route.rule == "account" and status == 404  # nobody of this cast has a second step yet
        return (status in AN_ADMITTED_ANSWER or without_key) and "/aanmelden/?" not in to
    if route.rule == "account" and not visitor.has_account:
        return bool(status == 302 and (to == "/" or to.startswith("/toegang/aanmelden/")))
    if route.rule == "own_phone" or visitor.works_here:
        return bool(status == 404)
    door = "/toegang/tweede-stap/app/" if visitor.has_account else "/toegang/aanmelden/?"
    return bool(status == 302 and to.startswith(door))


def _of_the_api(method: str, visitor: Visitor, name: str) -> int:
    if method == "GET":
        return 405
    if "device_token" not in visitor.rules:
        return 401
    return 201 if name == "own phone" else 404


def test_what_the_own_coach_may_open_opens(house: House) -> None:
    """The matrix would be easy to pass for a house that shows nothing: these show Emma's own word."""
    noor, values = visitors(house)["own coach"](), values_of(house, house.emma)
    pages = {"desk:client", "desk:diary", "desk:actions", "desk:action", "tools:sheet", "tools:fill"}
    shown = {
        route.name
        for route in routes()
        if route.name in pages | {"tools:paper"}
        and house.emma.canary in words_of(noor.browser.get(route.at(values)))
    }
    assert shown == pages | {"tools:paper"}


ABOUT_A_CLIENT = [route for route in routes() if "client" in route.uuids]
ABOUT_A_PRACTICE = [route for route in routes() if OF_PRACTICE & set(dict(route.params))]


@pytest.mark.parametrize("method", METHODS)
def test_no_other_id_opens_anything(method: str, house: House) -> None:
    """Every id in an address, and every pair, swapped for another client's: 404, never 403, not a word."""
    noor, own = visitors(house)["own coach"](), values_of(house, house.emma)
    leaks = []
    for route in ABOUT_A_CLIENT:
        for swapped, whose in _swaps(route, house):
            with undone():
                answer = ask(noor, route, method, own | swapped, house.emma)
            said = words_of(answer)
            leaks += [(route.path, swapped, word) for word in (whose.canary, whose.name) if word in said]
            if answer.status_code not in {404, 405}:
                leaks.append((route.path, swapped, str(answer.status_code)))
    assert leaks == [], "\n".join(map(str, leaks))


@pytest.mark.parametrize("method", METHODS)
def test_no_id_of_another_practice_opens_anything(method: str, house: House) -> None:
    """The owner elsewhere, and a coach here, with the ids of people and arrangements that are not theirs."""
    wrong = []
    known = visitors(house)
    for visitor, ids in (
        (known["coach elsewhere"](), house.of_here),
        (known["other coach"](), house.of_here),
        (known["owner"](), house.of_there),
    ):
        for route in ABOUT_A_PRACTICE:
            with undone():
                answer = ask(visitor, route, method, values_of(house, house.emma) | ids.params, house.emma)
            if answer.status_code not in {404, 405}:
                wrong.append((method, route.path, answer.status_code))
    assert wrong == [], "\n".join(map(str, wrong))


def _swaps(route: Route, house: House) -> Iterator[tuple[dict[str, Any], Theirs]]:
    """Each id by itself from another client of hers, of a colleague, of elsewhere, and from nowhere."""
    for name in route.uuids:
        for whose in (house.tess, house.pim, house.ties):
            inside = len(route.uuids) > 1 or whose is not house.tess
            if inside:
                yield {name: whose.params[name]}, whose
        yield {name: uuid4()}, house.ties


def test_other_methods_are_refused(house: House) -> None:
    noor, values = visitors(house)["own coach"](), values_of(house, house.emma)
    wrong = []
    for route in routes():
        for method in ("PUT", "PATCH", "DELETE", "TRACE"):
            with undone():
                answer = ask(noor, route, method, values, house.emma)
            if answer.status_code not in {404, 405} and not _allauth_says_the_form(route, answer):
                wrong.append((method, route.path, answer.status_code))
    assert wrong == [], "\n".join(map(str, wrong))


def _allauth_says_the_form(route: Route, answer: Any) -> bool:
    return route.rule in {"account", "open", "first_start"} and answer.status_code in {200, 302, 429}


def test_a_foreign_body_names_nobody(house: House) -> None:
    """The id of a sheet travels in a field and in a question mark too."""
    noor = visitors(house)["own coach"]()
    here = f"/clienten/{house.emma.client.pk}/vullen/sessiecanvas/"
    for foreign in (house.tess, house.pim, house.ties):
        asked = noor.browser.get(here, {"blad": str(foreign.sheet.pk)})
        typed = noor.browser.post(here, {"base": str(foreign.sheet.pk), "question": "x"})
        assert (asked.status_code, typed.status_code) == (404, 404)
        assert foreign.canary not in words_of(asked) + words_of(typed)


def test_ids_say_nothing(house: House) -> None:
    """Random, version 4: an id tells neither who nor when, and the next one cannot be guessed."""
    ids = [UUID(str(each.params[name])) for each in house.everyone for name in each.params]
    assert {each.version for each in ids} == {4}
