"""The short way in for check-ins: what phones send by the thousand each evening goes past the frame.

It takes only what is plain to see: a POST to the one address, of a sensible length, for this house.
Whatever else comes, the frame answers, and the frame answers this too when asked: both ask `receiving`.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.db import close_old_connections
from django.http.request import split_domain_port, validate_host

from samenhang.api.answer import JSON, Answer, said
from samenhang.practice.middleware import API, HEADERS, RETRY_AFTER, UNAVAILABLE, is_storage_trouble

ADDRESS = f"{API}v1/check-ins"
LONGEST = 100_000  # a check-in of six answers and a full note is a tenth of it
BROKEN = "Dit ging mis bij ons. Probeer het later opnieuw."
ALWAYS = (
    *HEADERS,
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    *([("Strict-Transport-Security", f"max-age={settings.SECURE_HSTS_SECONDS}")] if settings.SECURE else []),
)
STATUS_LINES = {status.value: f"{status.value} {status.phrase}" for status in HTTPStatus}
type_of_environ = dict[str, Any]
type_of_application = Callable[[type_of_environ, Callable[..., Any]], Iterable[bytes]]
_log = logging.getLogger(__name__)


def with_short_way(application: type_of_application) -> type_of_application:
    """Put the short way before an application."""

    def entry(environ: type_of_environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != ADDRESS or not _is_plain(environ):
            return application(environ, start_response)
        answer = _answer(environ)
        start_response(STATUS_LINES[answer.status], _headers(answer))
        return [answer.body]

    return entry


def _is_plain(environ: Mapping[str, Any]) -> bool:
    length = environ.get("CONTENT_LENGTH") or ""
    return (
        environ.get("REQUEST_METHOD") == "POST"
        and length.isascii()
        and length.isdigit()
        and int(length) <= LONGEST
        and _is_this_house(environ.get("HTTP_HOST", ""))
    )


@lru_cache(maxsize=64)
def _is_this_house(host: str) -> bool:
    return bool(validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS))


def _answer(environ: Mapping[str, Any]) -> Answer:
    try:
        sent = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        return _received(environ.get("HTTP_AUTHORIZATION", ""), sent)
    except Exception as trouble:  # noqa: BLE001 the frame would catch it too
        close_old_connections()
        if is_storage_trouble(trouble):
            return Answer(HTTPStatus.SERVICE_UNAVAILABLE, UNAVAILABLE.encode())
        _log.exception("check-in")
        return said(HTTPStatus.INTERNAL_SERVER_ERROR, detail=BROKEN)


def _received(authorization: str, sent: bytes) -> Answer:
    """What reads a check-in is loaded with the first one: a house that starts does not wait for it."""
    from samenhang.api.receiving import received

    return received(authorization, sent)


def _headers(answer: Answer) -> list[tuple[str, str]]:
    again = [("Retry-After", RETRY_AFTER)] if answer.status == HTTPStatus.SERVICE_UNAVAILABLE else []
    length = ("Content-Length", str(len(answer.body)))
    return [("Content-Type", JSON), length, *ALWAYS, *again]
