"""The API of the phone: one thing, a check-in, idempotent and durable."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Status
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

from samenhang.api.schemas import CheckInBody, Problem, Problems, Receipt
from samenhang.experiments.recording import Filled, Recorded, is_plausible, problems, record_check_in
from samenhang.practice.access import Scope, scope_of_device
from samenhang.vault.secret import token_hash

WRONG = "Dit kan zo niet bewaard worden."

api = NinjaAPI(title="Samenhang", version="1", docs_url=None, urls_namespace="api")


class DeviceBearer(HttpBearer):
    def authenticate(self, request: HttpRequest, token: str) -> Scope | None:  # noqa: ARG002
        return scope_of_device(token_hash(token))


@api.post(
    "/check-ins",
    auth=DeviceBearer(),
    response={
        201: Receipt,
        200: Receipt,
        401: Problem,
        404: Problem,
        409: Problem,
        422: Problems,
        503: Problem,
    },
)
def check_in(request: HttpRequest, body: CheckInBody) -> Status[Any]:
    """Keep one diary day: 201 when it is new and on the disk, 200 when it was there already."""
    scope: Scope = request.auth  # type: ignore[attr-defined]
    if body.client != scope.client:
        return Status(404, {"detail": "Deze cliënt is hier niet bekend."})
    with scope.entered():
        client = scope.client_or_404(body.client)
        wrong = _moment_problem(body.at) or problems(client, _filled(body))
        if wrong:
            return Status(422, {"detail": WRONG, "fields": wrong})
        outcome = record_check_in(client, _filled(body))
    if outcome is Recorded.OTHER:
        return Status(409, {"detail": "Onder dit nummer staat al een andere check-in."})
    return Status(outcome.value, {"id": body.id})


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


@api.exception_handler(ValidationError)
def not_valid(request: HttpRequest, trouble: ValidationError) -> HttpResponse:
    fields = {}
    for error in trouble.errors:
        name = ".".join(str(part) for part in error["loc"] if part not in ("body", "body_params"))
        fields[name or "body"] = _SENTENCES.get(error["type"], "Dit veld heeft niet de vorm die gevraagd is.")
    return api.create_response(request, {"detail": WRONG, "fields": fields}, status=422)


@api.exception_handler(HttpError)
def not_readable(request: HttpRequest, trouble: HttpError) -> HttpResponse:
    """A body that is no JSON is bad input like any other."""
    if trouble.status_code == 400:  # noqa: PLR2004
        told = {"detail": WRONG, "fields": {"body": "Dit is geen leesbare JSON."}}
        return api.create_response(request, told, status=422)
    return api.create_response(request, {"detail": WRONG}, status=trouble.status_code)


@api.exception_handler(AuthenticationError)
def not_known(request: HttpRequest, _: AuthenticationError) -> HttpResponse:
    told = {"detail": "Dit toestel is niet (meer) gekend. Vraag je coach een nieuwe link."}
    return api.create_response(request, told, status=401)
