"""The first start: the code from the terminal, what was already done, and what is done at each step."""

import hmac
import os
import secrets
from collections.abc import MutableMapping
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from samenhang.environment import WrongConfiguration
from samenhang.practice import services
from samenhang.practice.cards import PersonCard, PracticeCard, usual_help_lines
from samenhang.practice.models import Account, Practice, Practitioner, Role
from samenhang.practice.tally import count_try, forget_tries
from samenhang.vault import keys
from samenhang.vault.scope import unscoped

ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
GROUPS, GROUP = 3, 4
TRIES, WAIT = 5, timedelta(minutes=15)
_TRIED = "first start"
_PASSED = "first_start"


class StartedElsewhere(Exception):
    """Another window was quicker with the same step."""


def is_started() -> bool:
    """Whether there is a practice whose recovery sheet was checked."""
    with unscoped("voor de eerste start is er nog geen praktijk") as every:
        return every(Practice).exclude(recovery_checked_at=None).exists()


def start_code() -> str:
    """Make the code to print in the terminal; an earlier one no longer counts. Only its hash is kept.

    The root key is made here too: what a browser remembers is sealed under it from the first page on.
    """
    if begun() is None:
        _have_root_key(Path(settings.ROOT_KEY_FILE))
    letters = "".join(secrets.choice(ALPHABET) for _ in range(GROUPS * GROUP))
    path = _code_file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(_hash(letters))
    fresh.replace(path)
    return "-".join(letters[i : i + GROUP] for i in range(0, len(letters), GROUP))


def _have_root_key(path: Path) -> None:
    """Make the root key where there is none; without a place for it the start stops with one sentence."""
    try:
        if not path.exists():
            keys.make_root_key(path)
    except OSError:
        if not path.exists():
            raise WrongConfiguration(
                f"De sleutel kan niet in {path.parent} bewaard worden: maak die map schrijfbaar, "
                "of wijs met SAMENHANG_ROOT_KEY_FILE een andere plaats aan."
            ) from None


def may_try_code() -> bool:
    """Count one try; False when there were five in the last quarter of an hour."""
    return count_try(_TRIED, TRIES, WAIT)


def is_right_code(typed: str) -> bool:
    """Compare in constant time; dashes, spaces and small letters do not matter."""
    letters = "".join(c for c in typed.upper() if c.isalnum())
    try:
        kept = _code_file().read_text("ascii")
    except FileNotFoundError:
        return False
    return hmac.compare_digest(kept, _hash(letters))


def pass_code(session: MutableMapping[str, Any]) -> None:
    """Remember in this browser that the code was right."""
    session[_PASSED] = True
    forget_tries(_TRIED)


def has_code(session: MutableMapping[str, Any]) -> bool:
    return bool(session.get(_PASSED))


def _code_file() -> Path:
    return Path(settings.DATA) / "start.code"


def _hash(letters: str) -> str:
    return sha256(f"samenhang start {letters}".encode()).hexdigest()


def begun() -> Practice | None:
    """Give the practice that is being opened, if it got that far."""
    with unscoped("wie de praktijk opent, heeft zich nog niet aangemeld") as every:
        return every(Practice).filter(recovery_checked_at=None).first()


def first_coach(practice: Practice) -> Practitioner | None:
    with unscoped("de eerste coach heeft zich nog niet aangemeld") as every:
        return every(Practitioner).filter(practice=practice.pk).select_related("account").first()


def has_second_step(account: Account) -> bool:
    return Authenticator.objects.filter(user=account).exists()


def has_seen_codes(account: Account) -> bool:
    """Whether the recovery codes were written down, or there are none."""
    codes = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).first()
    return codes is None or bool(codes.wrap().did_view)


def name_practice(name: str, country: str, retention: str) -> Practice:
    """Open the practice, or rename the one that was begun."""
    practice = begun()
    if practice is None:
        with transaction.atomic():
            if begun() or is_started():
                raise StartedElsewhere
            return services.open_practice(name, country, retention)
    card = PracticeCard.from_json(practice.unseal())
    lines = card.help_lines if practice.country == country else usual_help_lines(country)
    with services.house_at_work(practice.pk):
        services.settle_practice(
            practice, PracticeCard(name, card.formal, lines, card.help_checked_on), country, retention
        )
    return practice


def name_coach(practice: Practice, name: str, email: str, password: str) -> Account:
    """Let the first coach in, as owner too; or correct who that is."""
    with transaction.atomic():
        coach = first_coach(practice)
        if coach is None:
            account = Account.objects.create_user(email, password)
            services.add_practitioner(practice.pk, account, name, (Role.OWNER, Role.COACH))
            return account
        account = coach.account
        account.email = email
        if password:
            account.set_password(password)
        account.save()
        with services.house_at_work(practice.pk):
            services.rename_practitioner(coach, PersonCard(name))
    return account


def confirm_sheet(practice: Practice) -> None:
    """Note that words of the recovery sheet were retyped: from here on the house is open."""
    with transaction.atomic():
        practice.recovery_checked_at = timezone.now()
        practice.save(update_fields=["recovery_checked_at"])
        services.note_recovery(practice)
    _code_file().unlink(missing_ok=True)
