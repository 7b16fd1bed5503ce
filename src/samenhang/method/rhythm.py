"""How often a micro-action comes back, and on which part of the day."""

from enum import StrEnum

EVERY_OTHER = 2


class Rhythm(StrEnum):
    """The rhythms that the reader of sentences knows, by the same names; a month is too long to test."""

    ONCE = "once"
    DAILY = "daily"
    WEEKLY = "weekly"
    EVERY_N_DAYS = "every_n_days"
    PER_WEEK = "per_week"
    PER_DAY = "per_day"
    HOURLY = "hourly"
    ON_EVENT = "on_event"

    def label(self, n: int) -> str:
        """Say the rhythm in words; nothing where the days or the anchor say it."""
        if self is Rhythm.EVERY_N_DAYS:
            return "om de dag" if n == EVERY_OTHER else f"elke {n} dagen"
        return {
            "daily": "elke dag",
            "weekly": "" if n == 1 else f"elke {n} weken",
            "per_week": f"{n} keer per week",
            "per_day": f"{n} keer per dag",
            "hourly": "elk uur" if n == 1 else f"elke {n} uur",
        }.get(self.value, "")


class DayPart(StrEnum):
    """Noon and afternoon are two: 'middag' is not 'namiddag'."""

    MORNING = "morning"
    FORENOON = "forenoon"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"

    @property
    def label(self) -> str:
        return {
            "morning": "'s ochtends",
            "forenoon": "in de voormiddag",
            "noon": "'s middags",
            "afternoon": "in de namiddag",
            "evening": "'s avonds",
            "night": "'s nachts",
        }[self.value]
