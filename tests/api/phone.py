"""A phone that sends check-ins, as the app on it does."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client as Browser
from django.utils import timezone

from samenhang.experiments import services as experiments
from samenhang.method.diary import DiaryItem, Kind, diary_day
from samenhang.method.micro_action import MicroAction
from samenhang.practice import services
from samenhang.practice.models import Client
from samenhang.wsgi import application
from tests.conftest import Person

ADDRESS = "/api/v1/check-ins"
JSON = "application/json"


class ShortWay(Browser):
    """Comes in as a web server brings it: by the short way, with the frame behind it."""

    def request(self, **request: Any) -> Any:
        told: dict[str, Any] = {}

        def start_response(status: str, headers: list[tuple[str, str]]) -> None:
            told.update(status=int(status[:3]), headers=dict(headers))

        pieces = application(self._base_environ(**{"HTTP_HOST": "testserver", **request}), start_response)
        response = HttpResponse(b"".join(pieces), **told)
        response.json = lambda: json.loads(response.content)  # type: ignore[attr-defined]
        return response


WAYS: list[type[Browser]] = [Browser]


@dataclass(frozen=True)
class Phone:
    client: Client
    token: str
    items: dict[Kind, str]
    action: str

    def body(self, **more: Any) -> dict[str, Any]:
        """A check-in of today, with an answer to every kind of question."""
        return {
            "id": str(uuid4()),
            "client": str(self.client.pk),
            "day": str(diary_day(timezone.localtime())),
            "at": timezone.localtime().isoformat(),
            "answers": {self.items[kind]: answer for kind, answer in ANSWERS.items()},
            "actions": {self.action: "done"},
            "note": "moe, maar het ging",
        } | more

    def send(self, body: Any, kind: str = JSON, token: str | None = None) -> Any:
        said = body if isinstance(body, str | bytes) else json.dumps(body)
        bearer = self.token if token is None else token
        return WAYS[-1]().post(ADDRESS, said, content_type=kind, HTTP_AUTHORIZATION=f"Bearer {bearer}")


ANSWERS = {Kind.SCALE: 4, Kind.MINUTES: 20.5, Kind.COUNT: 2, Kind.YES_NO: True, Kind.TIME: "22:15"}


def join(coach: Person, client: Client) -> Phone:
    """Let a phone in, with one question of each kind and one micro-action under test."""
    with coach.scope.entered():
        _, token = services.join_device(client)
        items = {kind: experiments.ask(client, DiaryItem(str(uuid4()), kind.label, kind)).id for kind in Kind}
        wanted = MicroAction(str(uuid4()), "Het scherm weg")
        action = experiments.choose(client, wanted, by=coach.scope.person)
    return Phone(client, token, items, action.id)
