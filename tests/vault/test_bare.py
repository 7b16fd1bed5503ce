"""Rows without the frame: a moment is kept as the database keeps it, or it is no moment."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import connection

from samenhang.experiments.models import CheckIn
from samenhang.vault.bare import _ways_in

BRUSSELS = timezone(timedelta(hours=1))


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="gaat over SQLite")
def test_a_moment_goes_in_as_utc_without_saying_so() -> None:
    (way,) = _ways_in(CheckIn, ("at",), "sqlite")
    assert way(datetime(2026, 11, 22, 21, 30, tzinfo=BRUSSELS), connection) == "2026-11-22 20:30:00"
    assert way(datetime(2026, 11, 22, 20, 30, tzinfo=UTC), connection) == "2026-11-22 20:30:00"
    assert way(None, connection) is None
    with pytest.raises(ValueError, match="zonder tijdzone"):
        way(datetime(2026, 11, 22, 20, 30), connection)  # noqa: DTZ001 that is the mistake
