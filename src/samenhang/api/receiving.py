"""What is done with a check-in that came in, whichever way: it is refused with a reason, or kept."""

import json
from datetime import datetime
from http import HTTPStatus

from pydantic import ValidationError

from samenhang.api.answer import Answer, said
from samenhang.api.schemas import CheckInBody
from samenhang.experiments.recording import Filled, Recorded, check_and_record, is_plausible
from samenhang.practice.access import Scope, scope_of_device
from samenhang.vault.secret import token_hash

WRONG = "Dit kan zo niet bewaard worden."
STRANGER = "Dit toestel is niet (meer) gekend. Vraag je coach een nieuwe link."


def received(authorization: str, sent: bytes) -> Answer:
    """Keep one diary day: 201 when it is new and on the disk, 200 when it was there already."""
    scope = _device(authorization)
    if scope is None:
        return said(HTTPStatus.UNAUTHORIZED, detail=STRANGER)
    body = _read(sent)
    if isinstance(body, dict):
        return _refused(body)
    if body.client != scope.client:
        return said(HTTPStatus.NOT_FOUND, detail="Deze cliënt is hier niet bekend.")
    return _kept(scope, body)


def _kept(scope: Scope, body: CheckInBody) -> Answer:
    if wrong := _moment_problem(body.at):
        return _refused(wrong)
    with scope.entered():
        outcome = check_and_record(scope.own_client(), _filled(body))
    if isinstance(outcome, dict):
        return _refused(outcome)
    if outcome is Recorded.OTHER:
        return said(HTTPStatus.CONFLICT, detail="Onder dit nummer staat al een andere check-in.")
    return said(outcome.value, id=str(body.id), received=True)


def _refused(fields: dict[str, str]) -> Answer:
    return said(HTTPStatus.UNPROCESSABLE_ENTITY, detail=WRONG, fields=fields)


def _device(authorization: str) -> Scope | None:
    """Who the bearer token belongs to; the token is looked at before anything that was sent."""
    kind, _, token = authorization.partition(" ")
    return scope_of_device(token_hash(token)) if kind.lower() == "bearer" else None


def _read(sent: bytes) -> CheckInBody | dict[str, str]:
    """Read what was sent; or say per field what is wrong with it."""
    try:
        return CheckInBody.model_validate(json.loads(sent))
    except ValidationError as trouble:
        return _told(trouble)
    except (ValueError, RecursionError):
        return {"body": "Dit is geen leesbare JSON."}


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
