"""Days as they are said in Dutch."""

from datetime import date

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def weekday_name(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def day_and_month(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
