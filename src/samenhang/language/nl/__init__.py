"""Dutch sentences as plans: `read` is the door; the parts behind it load at its first use."""

from __future__ import annotations

# What typing.TYPE_CHECKING says, without loading typing for it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from samenhang.language.nl.plan import Plan

__all__ = ["question", "read"]


def read(text: str, ref: datetime, tz: str = "Europe/Brussels") -> Plan:
    """Read one Dutch sentence as a plan, seen from `ref`; never raises on any text."""
    from samenhang.language.nl.reader import read_sentence

    return read_sentence(text, ref, tz)


def question(plan: Plan) -> str | None:
    """The one next question about a plan, or None when nothing is missing."""
    from samenhang.language.nl.gaps import question_for

    return question_for(plan.missing)
