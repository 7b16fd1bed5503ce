"""The forms of the sign-in: allauth's own rules, in our words."""

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.forms.fields import InvalidJSONInput

_MAIL = "Vul je e-mailadres in."
_PASSWORD = "Vul je wachtwoord in."  # noqa: S105
_CODE = "Typ de code over."
_SILENT = "De sleutel gaf geen antwoord. Probeer opnieuw."


class OwnWords:
    """Give fields their own labels and sentences, and take placeholders away."""

    fields: dict[str, forms.Field]
    WORDS: ClassVar[Mapping[str, tuple[str, str]]] = {}

    def speak(self) -> None:
        for name, (label, missing) in self.WORDS.items():
            field = self.fields[name]
            field.label, field.help_text = label, ""
            field.error_messages["required"] = missing
            field.widget.attrs.pop("placeholder", None)


class LoginForm(OwnWords, account.LoginForm):
    WORDS = {"login": ("E-mailadres", _MAIL), "password": ("Wachtwoord", _PASSWORD)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.speak()
        self.fields["login"].error_messages["invalid"] = (
            "Dit lijkt geen e-mailadres. Staat er een @ en een punt in?"
        )
        self.fields["login"].widget.attrs["autocomplete"] = "username webauthn"

    def clean(self) -> dict[str, Any]:
        """Say at the password that the two do not match: that is what is typed again."""
        try:
            super().clean()  # type: ignore[no-untyped-call]
        except forms.ValidationError as wrong:
            self.add_error("password", wrong)
        return self.cleaned_data


class ReauthenticateForm(OwnWords, account.ReauthenticateForm):
    WORDS = {"password": ("Wachtwoord", _PASSWORD)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.speak()


class ChangePasswordForm(OwnWords, account.ChangePasswordForm):
    WORDS = {
        "oldpassword": ("Je huidige wachtwoord", "Vul je huidige wachtwoord in."),
        "password1": ("Je nieuwe wachtwoord", "Kies een nieuw wachtwoord."),
        "password2": ("Nog eens je nieuwe wachtwoord", "Typ je nieuwe wachtwoord nog eens."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.speak()
        self.fields["password1"].help_text = password_validators_help_texts()[0]

    def clean(self) -> dict[str, Any] | None:
        cleaned: dict[str, Any] | None = super().clean()  # type: ignore[no-untyped-call]
        if "password2" in self.errors and self.cleaned_data.get("password1"):
            self.errors["password2"] = self.error_class(
                ["Dit is niet twee keer hetzelfde. Typ het nieuwe wachtwoord opnieuw."]
            )
        return cleaned


class AuthenticateForm(OwnWords, mfa.AuthenticateForm):
    WORDS = {"code": ("Code uit je app, of een herstelcode", _CODE)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.speak()
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autofocus": True}


class ReauthenticateCodeForm(OwnWords, mfa.ReauthenticateForm):
    WORDS = {"code": ("Code uit je app", _CODE)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.speak()
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class ActivateTOTPForm(OwnWords, totp.ActivateTOTPForm):
    """Keeps the same secret over reloads until it is used: a square once scanned stays good."""

    WORDS = {"code": ("De zes cijfers uit je app", "Typ de zes cijfers over die je app nu toont.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        session = context.request.session
        scanned = session.get(SECRET_SESSION_KEY)
        super().__init__(*args, **kwargs)
        if scanned:
            session[SECRET_SESSION_KEY] = self.secret = scanned
        self.speak()
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code"}

    @property
    def spaced_secret(self) -> str:
        """The secret in groups of four, to type over."""
        return " ".join(self.secret[i : i + 4] for i in range(0, len(self.secret), 4))


class Credential(forms.JSONField):
    """What a key answered; what cannot be read, however deep or long, is no answer."""

    def __init__(self) -> None:
        silent = {"required": _SILENT, "invalid": _SILENT}
        super().__init__(widget=forms.HiddenInput, error_messages=silent)

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except (ValueError, RecursionError):
            raise forms.ValidationError(_SILENT, code="invalid") from None

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What stands in the form again: nothing of an answer that could not be read."""
        try:
            return super().bound_data(data, initial)
        except (ValueError, RecursionError):
            return InvalidJSONInput("")


class AuthenticateWebAuthnForm(passkeys.AuthenticateWebAuthnForm):
    credential = Credential()


class LoginWebAuthnForm(passkeys.LoginWebAuthnForm):
    credential = Credential()


class ReauthenticateWebAuthnForm(passkeys.ReauthenticateWebAuthnForm):
    credential = Credential()


class AddWebAuthnForm(OwnWords, passkeys.AddWebAuthnForm):
    WORDS = {"name": ("Naam van de sleutel", "Geef de sleutel een naam.")}
    credential = Credential()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.speak()
        self.fields["passwordless"].label = "Met deze sleutel wil ik me aanmelden zonder wachtwoord"
        self.fields[
            "passwordless"
        ].help_text = "De sleutel vraagt dan zelf om een vingerafdruk of een pincode."


class EditWebAuthnForm(OwnWords, passkeys.EditWebAuthnForm):
    WORDS = {"name": ("Naam van de sleutel", "Geef de sleutel een naam.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.speak()
