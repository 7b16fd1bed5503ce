"""Sessions of which a stolen copy is worth nothing: the row is named by a hash, its content sealed.

The name in the cookie opens a session; the database holds only its SHA-256, so nobody can make a cookie
from a copy. What stands in the session (messages, steps of the sign-in) is sealed under the root key.
"""

import json
from hashlib import sha256
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.utils import timezone

from samenhang.vault.sealed import Tampered, encode
from samenhang.vault.secret import seal_secret, unseal_secret


def kept_name(session_key: str) -> str:
    """The name under which a session is kept: forty of the 64 digits, 160 bits, as wide as the column."""
    return sha256(session_key.encode()).hexdigest()[:40]


class SessionStore(db.SessionStore):
    def encode(self, session_dict: dict[str, Any]) -> str:
        return seal_secret(encode(session_dict).decode())

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """Open what was kept; what does not open is an empty session, so: sign in again."""
        try:
            found: dict[str, Any] = json.loads(unseal_secret(str(session_data)))
        except Tampered:
            return {}
        return found

    def _get_session_from_db(self) -> Session | None:
        name = kept_name(self.session_key or "")
        found = Session.objects.filter(session_key=name, expire_date__gt=timezone.now()).first()
        if found is None:
            self._session_key = None
        return found

    def exists(self, session_key: str) -> bool:
        return super().exists(kept_name(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        name = kept_name(self._get_or_create_session_key())  # type: ignore[attr-defined]
        return Session(session_key=name, session_data=self.encode(data), expire_date=self.get_expiry_date())

    def save(self, must_create: bool = False) -> None:  # noqa: FBT001, FBT002 Django's own signature
        """Keep the session; a locked or full storage is said to be just that."""
        try:
            super().save(must_create)
        except UpdateError as lost:
            if isinstance(lost.__context__, OperationalError):
                raise lost.__context__ from None
            raise

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            super().delete(kept_name(key))
