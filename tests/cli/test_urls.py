"""`samenhang urls`: every address with who may come in."""

import json
from pathlib import Path

from django.views import View
from django.views.decorators.http import require_GET, require_http_methods

from samenhang.cli.urls import EVERY_METHOD, methods_of, routes
from samenhang.practice.access import coach
from tests.cli.house import run


@coach
@require_http_methods(["POST", "GET"])
def page(request: object) -> None: ...


def bare(request: object) -> None: ...


class Shown(View):
    def get(self, request: object) -> None: ...


def test_the_methods_of_a_view() -> None:
    assert [methods_of(view) for view in (page, require_GET(bare), Shown.as_view(), bare)] == [
        ["GET", "POST"],
        ["GET"],
        ["GET"],
        EVERY_METHOD,
    ]


def test_every_address_has_a_rule() -> None:
    assert [route["path"] for route in routes() if not route["rule"]] == []


def test_a_route_says_its_parameters() -> None:
    (found,) = (route for route in routes() if route["path"] == "/clienten/{client}/")
    assert found == {
        "path": "/clienten/{client}/",
        "name": "desk:client",
        "methods": ["GET"],
        "params": {"client": "uuid"},
        "rule": "own_client",
    }


def test_the_phone_posts_check_ins() -> None:
    (found,) = (route for route in routes() if route["path"] == "/api/v1/check-ins")
    assert (found["name"], found["methods"], found["rule"]) == ("api:check_in", ["POST"], "device_token")


def test_the_command_prints_one_json_document(tmp_path: Path) -> None:
    done = run(tmp_path, "urls", "--json", SAMENHANG_DATA=tmp_path)
    assert done.returncode == 0
    assert {tuple(route) for route in json.loads(done.stdout)} == {
        ("path", "name", "methods", "params", "rule")
    }
