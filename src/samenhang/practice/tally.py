"""Rate limits that hold over processes and restarts: what was tried stands in the database.

The cache of Django, on one table, as JSON (never pickle: who can write the table must not run code) and
under hashed keys (the sign-in names addresses in them).
"""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import transaction
from django.utils import timezone

from samenhang.practice.models import Tally

FOREVER = datetime(9999, 1, 1, tzinfo=UTC)


class TallyCache(BaseCache):
    """A small cache in the database; expired rows go when a new one comes."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        row = Tally.objects.filter(key=self._hashed(key, version), expires_at__gt=timezone.now()).first()
        return row.value if row else default

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        fields = {"value": value, "expires_at": self._end(timeout)}
        Tally.objects.update_or_create(key=self._hashed(key, version), defaults=fields)

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Of two at once, one succeeds."""
        fields = {"value": value, "expires_at": self._end(timeout)}
        with transaction.atomic():
            Tally.objects.filter(expires_at__lte=timezone.now()).delete()
            _, made = Tally.objects.get_or_create(key=self._hashed(key, version), defaults=fields)
        return made

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        found = Tally.objects.filter(key=self._hashed(key, version), expires_at__gt=timezone.now())
        return bool(found.update(expires_at=self._end(timeout)))

    def delete(self, key: str, version: int | None = None) -> bool:
        return bool(Tally.objects.filter(key=self._hashed(key, version)).delete()[0])

    def clear(self) -> None:
        Tally.objects.all().delete()

    def _hashed(self, key: str, version: int | None) -> str:
        return sha256(self.make_and_validate_key(key, version=version).encode()).hexdigest()

    def _end(self, timeout: Any) -> datetime:
        stamp = self.get_backend_timeout(timeout)
        return FOREVER if stamp is None else datetime.fromtimestamp(stamp, UTC)


def count_try(what: str, limit: int, lasts: timedelta) -> bool:
    """Count one try before it is judged; False when there were `limit` already in the time it lasts."""
    key, now = sha256(what.encode()).hexdigest(), timezone.now()
    with transaction.atomic():
        row, _ = Tally.objects.select_for_update().get_or_create(
            key=key, defaults={"value": [], "expires_at": now + lasts}
        )
        recent = [at for at in row.value if at > (now - lasts).timestamp()]
        if len(recent) >= limit:
            return False
        row.value, row.expires_at = [*recent, now.timestamp()], now + lasts
        row.save()
    return True


def forget_tries(what: str) -> None:
    Tally.objects.filter(key=sha256(what.encode()).hexdigest()).delete()
