"""How allauth fits this house: no open sign-up, own words, sealed secrets, fresh sign-ins."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from samenhang.practice.models import Account
from samenhang.vault.secret import seal_secret, unseal_secret

MISMATCH = "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Kijk beide nog eens na."
TOO_MANY = "Er waren te veel pogingen na elkaar. Wacht vijf minuten en probeer het opnieuw."
WRONG_CODE = "Deze code klopt niet, of niet meer. Wacht op de volgende en typ die over."


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Deze aanmelding is gesloten. Vraag het na bij je praktijkhouder.",
        "email_password_mismatch": MISMATCH,
        "enter_current_password": "Dit is niet je huidige wachtwoord.",
        "incorrect_password": "Dit wachtwoord klopt niet.",
        "invalid_login": MISMATCH,
        "rate_limited": TOO_MANY,
        "too_many_login_attempts": TOO_MANY,
    }

    def is_open_for_signup(self, request: Any) -> bool:  # noqa: ARG002
        """Accounts come from the first start and from invitations, never from a form on the web."""
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:  # noqa: ARG002
        """Ask again only when the sign-in is not fresh."""
        return not is_fresh(context.request)


class MFAAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": "Herstelcodes horen bij een tweede stap. Maak die eerst.",
    }

    def encrypt(self, text: str) -> str:
        return seal_secret(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal_secret(encrypted_text)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002
        """‘Sleutel 1’: a name to begin with, which its owner can change."""
        return f"Sleutel {Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Samenhang"}


def is_fresh(request: HttpRequest) -> bool:
    """Whether someone proved of late who they are; without a second step there is nothing to guard yet."""
    account = request.user
    if not isinstance(account, Account):
        return False
    if not request.session.get("second_step") and not is_mfa_enabled(account):
        return True
    records = get_authentication_records(request, account)
    return bool(records) and time.time() - records[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def enter(request: HttpRequest, account: Account, how: str) -> None:
    """Sign someone in without the sign-in page: at the first start, by invitation, by a demo link."""
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    record_authentication(request, account, method=how)


def freshly(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A step that asks for a fresh sign-in: roles, and later export and erasure. Goes under the rule."""

    @wraps(view)
    def fresh_view(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if is_fresh(request):
            return view(request, *args, **kwargs)
        back = {"next": request.get_full_path() if request.method == "GET" else reverse("practice:home")}
        return redirect(f"{reverse('account_reauthenticate')}?{urlencode(back)}")

    return fresh_view
