"""Days and moments of a story, told backwards from today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from samenhang.method.day_names import day_and_month

SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """Today, and where: every day of a story is so many days from it."""

    today: date
    zone: ZoneInfo

    def day(self, ago: int) -> date:
        return self.today - timedelta(days=ago)

    def at(self, ago: int, clock: str) -> datetime:
        """The moment on a clock, so many days ago (or ahead, when negative)."""
        return datetime.combine(self.day(ago), time.fromisoformat(clock), self.zone)

    def said(self, ago: int) -> str:
        """The day as a person writes it: '9 november'."""
        return day_and_month(self.day(ago))

    def span(self, first: int, last: int) -> Iterator[int]:
        """Every day from so many days ago until so many, oldest first."""
        return iter(range(first, last - 1, -1))

    def is_weekend(self, ago: int) -> bool:
        return self.day(ago).weekday() >= SATURDAY

    def workday(self, ago: int) -> int:
        """That day, or the last working day before it."""
        return next(back for back in range(ago, ago + 3) if not self.is_weekend(back))
