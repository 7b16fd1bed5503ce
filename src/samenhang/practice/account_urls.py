"""The doors of the sign-in: only those that are used, each with its rule."""

from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import URLPattern, path

from samenhang.practice.access import rule


def _door(address: str, view: Any, name: str, who: str = "account") -> URLPattern:
    """A door of the sign-in: 'open' before it, 'account' for whoever got through the first step."""
    return path(address, rule(who)(view), name=name)


urlpatterns = [
    _door("aanmelden/", account.login, "account_login", "open"),
    _door("afmelden/", account.logout, "account_logout"),
    _door("opnieuw/", account.reauthenticate, "account_reauthenticate"),
    _door("gesloten/", account.account_inactive, "account_inactive", "open"),
    _door("wachtwoord/", account.password_change, "account_change_password"),
    _door("tweede-stap/", mfa.index, "mfa_index"),
    _door("tweede-stap/aanmelden/", mfa.authenticate, "mfa_authenticate", "open"),
    _door("tweede-stap/opnieuw/", mfa.reauthenticate, "mfa_reauthenticate"),
    _door("tweede-stap/app/", totp.activate_totp, "mfa_activate_totp"),
    _door("tweede-stap/app/weg/", totp.deactivate_totp, "mfa_deactivate_totp"),
    _door("tweede-stap/codes/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    _door("tweede-stap/codes/nieuw/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    _door("tweede-stap/codes/bewaren/", codes.download_recovery_codes, "mfa_download_recovery_codes"),
    _door("tweede-stap/sleutels/", passkeys.list_webauthn, "mfa_list_webauthn"),
    _door("tweede-stap/sleutels/nieuw/", passkeys.add_webauthn, "mfa_add_webauthn"),
    _door("tweede-stap/sleutels/opnieuw/", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    _door("tweede-stap/sleutels/<int:pk>/weg/", passkeys.remove_webauthn, "mfa_remove_webauthn"),
    _door("tweede-stap/sleutels/<int:pk>/naam/", passkeys.edit_webauthn, "mfa_edit_webauthn"),
    _door("aanmelden/sleutel/", passkeys.login_webauthn, "mfa_login_webauthn", "open"),
]
