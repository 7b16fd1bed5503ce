"""The API of the phone: one thing, a check-in, idempotent and durable."""

import json
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from pydantic import ValidationError

from samenhang.api.schemas import CheckInBody, Problem, Problems, Receipt
from samenhang.experiments.recording import Filled, Recorded, is_plausible, problems, record_check_in
from samenhang.practice.access import Scope, scope_of_device
from samenhang.vault.secret import token_hash

JSON = "application/json"
WRONG = "Dit kan zo niet bewaard worden."

api = NinjaAPI(
    title="Samenhang",
    version="1",
    docs_url=None,
    urls_namespace="api",
    openapi_extra={"components": {"securitySchemes": {"DeviceBearer": {"type": "http", "scheme": "bearer"}}}},
)


@api.post(
    "/check-ins",
    response={
        201: Receipt,
        200: Receipt,
        401: Problem,
        404: Problem,
        409: Problem,
        422: Problems,
        503: Problem,
    },
    openapi_extra={
        "requestBody": {"required": True, "content": {JSON: {"schema": CheckInBody.json_schema()}}},
        "security": [{"DeviceBearer": []}],
    },
)
def check_in(request: HttpRequest) -> HttpResponse:
    """Keep one diary day: 201 when it is new and on the disk, 200 when it was there already."""
    scope = _device(request)
    if scope is None:
        return _said(401, {"detail": "Dit toestel is niet (meer) gekend. Vraag je coach een nieuwe link."})
    body = _read(request.body)
    if isinstance(body, dict):
        return _said(422, {"detail": WRONG, "fields": body})
    if body.client != scope.client:
        return _said(404, {"detail": "Deze cliënt is hier niet bekend."})
    with scope.entered():
        client, filled = scope.own_client(), _filled(body)
        wrong = _moment_problem(body.at) or problems(client, filled)
        if wrong:
            return _said(422, {"detail": WRONG, "fields": wrong})
        outcome = record_check_in(client, filled)
    if outcome is Recorded.OTHER:
        return _said(409, {"detail": "Onder dit nummer staat al een andere check-in."})
    return _said(outcome.value, {"id": str(body.id), "received": True})


def _device(request: HttpRequest) -> Scope | None:
    """Who the bearer token belongs to; the token is looked at before anything that was sent."""
    kind, _, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
    return scope_of_device(token_hash(token)) if kind.lower() == "bearer" else None


def _read(sent: bytes) -> CheckInBody | dict[str, str]:
    """Read what was sent; or say per field what is wrong with it."""
    try:
        return CheckInBody.model_validate(json.loads(sent))
    except ValidationError as trouble:
        return _told(trouble)
    except (ValueError, RecursionError):
        return {"body": "Dit is geen leesbare JSON."}


def _said(status: int, told: dict[str, Any]) -> HttpResponse:
    return HttpResponse(json.dumps(told), status=status, content_type=JSON)


def _filled(body: CheckInBody) -> Filled:
    return Filled(body.id, body.day, body.at, body.answers, body.actions, body.note or "", "phone")


def _moment_problem(at: datetime) -> dict[str, str]:
    if at.tzinfo is None:
        return {"at": "Geef het moment met zijn tijdzone, zoals 2026-11-22T21:30:00+01:00."}
    if not is_plausible(at):
        return {"at": "Dit moment ligt te ver weg om te kunnen kloppen."}
    return {}


_SENTENCES = {
    "missing": "Dit veld ontbreekt.",
    "uuid_parsing": "Geef een uuid.",
    "date_from_datetime_parsing": "Geef een dag als 2026-11-22.",
    "datetime_from_date_parsing": "Geef een moment als 2026-11-22T21:30:00+01:00.",
}


def _told(trouble: ValidationError) -> dict[str, str]:
    """Per field one sentence; what cannot be read at all is the body."""
    fields = {}
    for error in trouble.errors(include_url=False, include_context=False, include_input=False):
        name = ".".join(str(part) for part in error["loc"])
        fields[name or "body"] = _SENTENCES.get(error["type"], "Dit veld heeft niet de vorm die gevraagd is.")
    return fields
