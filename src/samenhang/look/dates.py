"""Days, hours and small numbers as they are said in Dutch. Pure: today comes in as an argument."""

from datetime import date, datetime, time

from samenhang.method.day_names import MONTHS
from samenhang.method.day_names import WEEKDAYS as DAYS

SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
WORDS = (
    "nul",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)
FORTNIGHT, QUARTER = 14, 91


def say_weekday(day: date) -> str:
    return DAYS[day.weekday()]


def say_date(day: date, year: int | None = None) -> str:
    """'23 november', with its year when that is not the given one."""
    said = f"{day.day} {MONTHS[day.month - 1]}"
    return said if day.year == year else f"{said} {day.year}"


def say_day(day: date, year: int | None = None) -> str:
    """'maandag 23 november', with its year when that is not the given one."""
    return f"{say_weekday(day)} {say_date(day, year)}"


def say_short(day: date) -> str:
    """'23 nov', for axes and strips."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]}"


def say_clock(at: datetime | time | str) -> str:
    """'22.15': hours and minutes with a point."""
    if isinstance(at, str):
        return at[:5].replace(":", ".")
    return f"{at.hour}.{at.minute:02}"


def say_hours(hours: float) -> str:
    """'22.15' for 22.25 hours; hours past midnight start again at zero."""
    minutes = round(hours * 60) % 1440
    return f"{minutes // 60}.{minutes % 60:02}"


def say_number(number: int) -> str:
    """'vier' up to twelve, then figures."""
    return WORDS[number] if 0 <= number < len(WORDS) else str(number)


def say_ago(day: date, today: date) -> str:
    """How far a day lies from today, in the words one would use; far away it is a date."""
    away = (today - day).days
    near = {
        2: "eergisteren",
        1: "gisteren",
        0: "vandaag",
        -1: "morgen",
        -2: "overmorgen",
    }
    if away in near:
        return near[away]
    if abs(away) > QUARTER:
        return say_date(day, today.year)
    count, unit = (abs(away), "dagen") if abs(away) < FORTNIGHT else (round(abs(away) / 7), "weken")
    return f"{say_number(count)} {unit} geleden" if away > 0 else f"over {say_number(count)} {unit}"


def say_period(first: date, last: date, year: int | None = None) -> str:
    """'12 oktober tot 22 november'; what both ends share is said once."""
    if first == last:
        return say_date(last, year)
    start = say_date(first, year if first.year == year else last.year)
    if (first.year, first.month) == (last.year, last.month):
        start = str(first.day)
    return f"{start} tot {say_date(last, year)}"
