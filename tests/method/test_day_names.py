from datetime import date

import pytest

from samenhang.method.day_names import day_and_month, weekday_name


@pytest.mark.parametrize(
    ("day", "weekday", "said"),
    [
        (date(2024, 2, 29), "donderdag", "29 februari"),
        (date(2024, 12, 30), "maandag", "30 december"),
        (date(2025, 1, 5), "zondag", "5 januari"),
    ],
)
def test_days_are_said_in_dutch(day: date, weekday: str, said: str) -> None:
    assert (weekday_name(day), day_and_month(day)) == (weekday, said)
