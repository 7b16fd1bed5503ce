"""Around every request: trouble with the storage, headers, the first start, and who this is."""

import time
from collections.abc import Callable
from typing import cast

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import resolve, reverse

from samenhang.practice.access import Scope, scope_of_account, scope_of_device
from samenhang.practice.models import Account
from samenhang.practice.start import has_code, is_started
from samenhang.vault import audit
from samenhang.vault.keys import NoKey
from samenhang.vault.secret import token_hash

GetResponse = Callable[[HttpRequest], HttpResponseBase]
RETRY_AFTER = "5"
API = "/api/"
PHONE_COOKIE = "__Host-toestel" if settings.SECURE else "toestel"

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
PERMISSIONS = ", ".join(
    (
        "camera=()",
        "microphone=()",
        "geolocation=()",
        "payment=()",
        "usb=()",
        "publickey-credentials-get=(self)",
        "publickey-credentials-create=(self)",
        "screen-wake-lock=(self)",
    )
)
HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("Permissions-Policy", PERMISSIONS),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
)
SENTENCE = "De opslag is even niet bereikbaar. Probeer het zo opnieuw."
UNAVAILABLE = f'{{"detail":"{SENTENCE}"}}'


def storage_trouble(get_response: GetResponse) -> GetResponse:
    """A locked, full or absent database is 'try again soon', never a broken page."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return get_response(request)

    def process_exception(request: HttpRequest, trouble: Exception) -> HttpResponse | None:
        return unavailable(request) if is_storage_trouble(trouble) else None

    middleware.process_exception = process_exception  # type: ignore[attr-defined]
    return middleware


def is_storage_trouble(trouble: BaseException | None) -> bool:
    """Whether trying again soon may help: the database is locked, full or down, or the key file away."""
    if isinstance(trouble, DatabaseError) and "full" in str(trouble):
        return True
    return isinstance(trouble, OperationalError | InterfaceError | NoKey)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503 with Retry-After: a page for people, one sentence for programs."""
    if request.path.startswith(API):
        response: HttpResponse = HttpResponse(UNAVAILABLE, content_type="application/json", status=503)
    else:
        response = HttpResponse(render_to_string("site/503.html"), status=503)
    response["Retry-After"] = RETRY_AFTER
    return response


class Csrf(CsrfViewMiddleware):
    """The token decides. A browser that keeps its referrer to itself names no origin with a form (‘null’)."""

    def _origin_verified(self, request: HttpRequest) -> bool:
        if request.META["HTTP_ORIGIN"] == "null":
            return bool(request.META.get("HTTP_SEC_FETCH_SITE", "same-origin") == "same-origin")
        return bool(super()._origin_verified(request))  # type: ignore[misc]


def headers(get_response: GetResponse) -> GetResponse:
    """The headers of every answer, errors included."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in HEADERS:
            response[name] = value
        response.setdefault("Cache-Control", "no-store")
        return response

    return middleware


def straight_to_the_api(get_response: GetResponse) -> GetResponse:
    """A phone brings its token with every check-in: no session, no form and no message on that way."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(API):
            return get_response(request)
        request.get_host()
        match = request.resolver_match = resolve(request.path_info)
        try:
            response: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
        except Exception as trouble:
            if is_storage_trouble(trouble):
                return unavailable(request)
            raise
        if isinstance(response, HttpResponse):
            response["Content-Length"] = str(len(response.content))  # in pieces it comes much later
        return response

    return middleware


def scoped(get_response: GetResponse) -> GetResponse:
    """Who is this: someone of a practice, a client's phone, or nobody yet."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        request.scope = None  # type: ignore[attr-defined]
        phone = request.COOKIES.get(PHONE_COOKIE)
        request.phone_scope = scope_of_device(token_hash(phone)) if phone else None  # type: ignore[attr-defined]
        scope = _signed_in_scope(request)
        with audit.gathering():
            if scope is None:
                return get_response(request)
            request.scope = scope  # type: ignore[attr-defined]
            with scope.entered():
                return get_response(request)

    return middleware


def _signed_in_scope(request: HttpRequest) -> Scope | None:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
        return None
    if _is_over(request):
        logout(request)
        return None
    if not _has_second_step(request):
        return None
    return scope_of_account(request.user.pk)


def _has_second_step(request: HttpRequest) -> bool:
    """Whether this session came in with a second step; a demo link is one, and works in a demo alone."""
    if request.session.get("second_step"):
        return True
    found = bool(is_mfa_enabled(cast("Account", request.user)))
    if found:
        request.session["second_step"] = True
    return found


def _is_over(request: HttpRequest) -> bool:
    """Whether half an hour went by idle (the stamp is renewed once a minute), or twelve hours in all."""
    now, seen = int(time.time()), request.session.get("seen")
    if seen is not None and now - seen > settings.SESSION_IDLE:
        return True
    if now - request.session.setdefault("since", now) > settings.SESSION_LASTS:
        return True
    if seen is None or now - seen > settings.SESSION_IDLE // 30:
        request.session["seen"] = now
    return False


def first_start(get_response: GetResponse) -> GetResponse:
    """Until there is a practice, every page leads to the first start."""
    ready = False

    def middleware(request: HttpRequest) -> HttpResponseBase:
        nonlocal ready
        if not ready:
            ready = is_started()
        if not ready and not _belongs_to_the_start(request):
            return redirect(reverse("start:code"))
        return get_response(request)

    return middleware


def _belongs_to_the_start(request: HttpRequest) -> bool:
    """The steps themselves; and, for whoever gave the code, the sign-in that they lead through."""
    if request.path.startswith(("/begin/", "/static/", "/healthz")):
        return True
    return request.path.startswith("/toegang/") and has_code(request.session)
