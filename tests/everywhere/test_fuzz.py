"""Thousands of bad requests, the same each time: no answer is a broken page, and none hangs.

More of them with SAMENHANG_FUZZ=10000; another road with SAMENHANG_FUZZ_SEED=7.
"""

import json
import os
from random import Random
from time import monotonic
from typing import Any
from uuid import UUID

import pytest
from django.core.cache import cache
from django.test import Client as Browser

from tests.everywhere.forms import fields_of
from tests.everywhere.house import House, Visitor, build, undone, visitors
from tests.everywhere.routes import Route, routes

MANY = int(os.environ.get("SAMENHANG_FUZZ", "2000"))
SEED = int(os.environ.get("SAMENHANG_FUZZ_SEED", "1"))
SLOWEST, BROKEN = 10.0, 500
STRAY, MOSTLY = 0.1, 0.9
WITH_FORMS = ("own coach", "owner", "own phone")
WHO = ("own coach", "owner", "secretary", "own phone", "nobody")
TOOLS = ("intakescan", "behoeftemeter", "veiligheidsladder", "sessiecanvas")
TEXTS = (
    *(
        "",
        " ",
        "0",
        "-1",
        "11",
        "9" * 40,
        "9" * 5000,
        "1e999",
        "NaN",
        "inf",
        "0x10",
        "٤",
        "ja",
        "nee",
        "on",
        "null",
    ),
    *("w" * 121, "w" * 5001, "🙂" * 300, "voor\x00na", "\u202e", "\ud83d", "a\r\nb", "|", "|||", "a|b|c|d"),
    *("2026-02-30", "0001-01-01", "9999-12-31", "31/12/2026", "25:61", "22.15", "24:00", "-00:01"),
    *("<script>alert(1)</script>", "{{ 7|add:7 }}{% load x %}", '#read("/etc/passwd")', "'; DROP TABLE x"),
    *("../../etc/passwd", "%00", "%s%n", "__proto__", "[]", "{}", '{"a":', "x|keep", "bio|action||x"),
    "8a6e0804-2bd0-4672-b79d-d97027f9071a",
)
NAMES = ("id", "client", "base", "born", "seen", "tab", "revision", "reason", "way", "choose", "stop", "x[]")
KINDS = (
    "application/x-www-form-urlencoded",
    "application/json",
    "text/plain",
    "multipart/form-data; boundary=x",
    "",
)


@pytest.fixture
def house(db: None) -> House:
    cache.clear()
    return build()


def known_forms(house: House, visitor: Visitor) -> dict[tuple[str, str], list[str]]:
    """The names of the fields on every page that this visitor may open, by its address and tool."""
    found = {}
    for route in routes():
        for tool in TOOLS if "tool" in dict(route.params) else TOOLS[:1]:
            with undone():
                page = visitor.browser.get(route.at(values(house, tool)))
            if page.status_code == 200 and page.headers["Content-Type"].startswith("text/html"):
                html = page.content.decode()
                names = {*fields_of(html), *fields_of(html, "data-autosave"), *NAMES}
                found[route.path, tool] = sorted(names)
    return found


def values(house: House, tool: str) -> dict[str, Any]:
    about = house.emma.params | house.of_here.params
    return about | {"tool": tool, "day": "vandaag", "role": "peer", "token": "x" * 22, "pk": 1}


def address(random: Random, route: Route, house: House, tool: str) -> str:
    """An address of this route: mostly one that exists, now and then one that cannot."""
    given = values(house, tool)
    for name, kind in route.params:
        if random.random() < STRAY:
            given[name] = {"uuid": UUID(int=random.getrandbits(128)), "int": random.getrandbits(70)}.get(
                kind, random.choice(("x", "é", "a" * 300, "%00", "-", "2026-99-99", "0001-01-01"))
            )
    return route.at(given)


def body(random: Random, names: list[str]) -> tuple[Any, str]:
    """A body: mostly a form with some of the names, else something that is no form."""
    if random.random() < 0.8:
        chosen = random.sample(names, random.randint(0, len(names)))
        typed = {name: random.choices(TEXTS, k=random.choice((1, 1, 1, 3))) for name in chosen}
        return {
            name: [text.encode("utf-8", "surrogatepass") for text in texts] for name, texts in typed.items()
        }, ""
    said = random.choice(
        (
            json.dumps({random.choice(names): random.choice(TEXTS) for _ in range(5)}),
            random.randbytes(random.randint(0, 400)),
            "[" * 5000,
            "&".join(f"a{n}=b" for n in range(1500)),
            '--x\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\nc\r\n--x--',
            "",
        )
    )
    return said, random.choice(KINDS)


def send(browser: Browser, where: str, said: Any, kind: str) -> Any:
    extra = {"HTTP_HX_REQUEST": "true"} if len(where) % 2 else {}
    if isinstance(said, dict):
        return browser.post(where, said, **extra)
    return browser.generic("POST", where, said, content_type=kind, **extra)


def test_no_request_breaks_the_house(house: House) -> None:
    random, known = Random(SEED), visitors(house)
    cast = {name: known[name]() for name in WHO}
    forms = {name: known_forms(house, cast[name]) for name in WITH_FORMS}
    roads, bad = {route.path: route for route in routes()}, []
    for visitor in cast.values():
        visitor.browser.raise_request_exception = False
    for number in range(MANY):
        who = random.choice(WITH_FORMS if random.random() < MOSTLY else WHO)
        path, tool = random.choice(list(forms.get(who, ()) or ((path, TOOLS[0]) for path in roads)))
        if random.random() < STRAY:
            path = random.choice(list(roads))
        where = address(random, roads[path], house, tool)
        said, kind = body(random, forms.get(who, {}).get((path, tool), list(NAMES)))
        status, took = _answered(cast[who].browser, where, said, kind)
        if status >= BROKEN or took > SLOWEST:
            bad.append((number, who, where, status, str(said)[:300]))
    assert bad == [], "\n".join(map(str, bad[:20]))


def _answered(browser: Browser, where: str, said: Any, kind: str) -> tuple[int, float]:
    """The status and how long it took; the house and the cookies are as they were."""
    jar, began = browser.cookies.copy(), monotonic()
    with undone():
        answer = send(browser, where, said, kind)
    browser.cookies.clear()
    browser.cookies.update(jar)
    return answer.status_code, monotonic() - began
