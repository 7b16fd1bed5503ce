"""Around every request: trouble with the storage, headers, the first start, and who this is."""

import time
from collections.abc import Callable
from typing import cast

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse

from samenhang.practice.access import Scope, scope_of_account, scope_of_device
from samenhang.practice.models import Account
from samenhang.vault import audit
from samenhang.vault.keys import NoKey
from samenhang.vault.secret import token_hash

GetResponse = Callable[[HttpRequest], HttpResponseBase]
RETRY_AFTER = "5"
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


def storage_trouble(get_response: GetResponse) -> GetResponse:
    """A locked, full or absent database is 'try again soon', never a broken page."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return get_response(request)

    def process_exception(request: HttpRequest, trouble: Exception) -> HttpResponse | None:
        if isinstance(trouble, OperationalError | NoKey) or _is_full(trouble):
            return unavailable(request)
        return None

    middleware.process_exception = process_exception  # type: ignore[attr-defined]
    return middleware


def _is_full(trouble: Exception) -> bool:
    return isinstance(trouble, DatabaseError) and "full" in str(trouble)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503 with Retry-After: a page for people, one sentence for programs."""
    if request.path.startswith("/api/"):
        sentence = "De opslag is even niet bereikbaar. Probeer het zo opnieuw."
        response: HttpResponse = HttpResponse(
            f'{{"detail":"{sentence}"}}', content_type="application/json", status=503
        )
    else:
        response = HttpResponse(render_to_string("site/503.html"), status=503)
    response["Retry-After"] = RETRY_AFTER
    return response


def headers(get_response: GetResponse) -> GetResponse:
    """The headers of every answer, errors included."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response["Content-Security-Policy"] = POLICY
        response["Permissions-Policy"] = PERMISSIONS
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["X-Frame-Options"] = "DENY"
        response["Referrer-Policy"] = "no-referrer"
        response.setdefault("Cache-Control", "no-store")
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
    if _is_idle(request):
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


def _is_idle(request: HttpRequest) -> bool:
    """Whether nothing was done for half an hour; the stamp is renewed once a minute."""
    now, seen = int(time.time()), request.session.get("seen")
    if seen is not None and now - seen > settings.SESSION_IDLE:
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
            from samenhang.practice.start import is_started

            ready = is_started()
        if not ready and not request.path.startswith(("/begin/", "/static/", "/healthz")):
            return redirect(reverse("start:code"))
        return get_response(request)

    return middleware
