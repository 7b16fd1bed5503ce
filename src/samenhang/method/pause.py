"""A pause in one tap: its days do not count, nothing is asked, and nothing has to be explained."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from samenhang.method.sheet import Document


@dataclass(frozen=True)
class Pause(Document):
    """From `began` on, days do not count; `ended` is the first day that counts again."""

    slug: ClassVar[str] = "pause"

    id: str
    began: date
    by: str
    ended: date | None = None

    def covers(self, day: date) -> bool:
        return self.began <= day and (self.ended is None or day < self.ended)


def resume(pause: Pause, day: date) -> Pause:
    """End a pause: this day counts again. A pause that has ended stays as it was."""
    return pause if pause.ended else replace(pause, ended=max(day, pause.began))


def is_paused(pauses: Iterable[Pause], day: date) -> bool:
    return any(pause.covers(day) for pause in pauses)


def last_pause(pauses: Iterable[Pause]) -> Pause | None:
    """The pause that began last, running or ended."""
    return max(pauses, key=lambda pause: (pause.began, pause.ended or date.max, pause.id), default=None)
