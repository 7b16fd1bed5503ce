from datetime import date, timedelta

import pytest

from samenhang.look.scales import Scale, day_marks, scale_of, short, unroll_hours
from samenhang.method.diary import Kind


def test_the_upright_axis() -> None:
    assert scale_of(Kind.SCALE, [4]) == Scale(0, 10, ((0, "0"), (5, "5"), (10, "10")))
    assert scale_of(Kind.YES_NO, [1]) == Scale(0, 1, ((0, "nee"), (1, "ja")))
    assert scale_of(Kind.MINUTES, [57]).marks == ((0, "0"), (15, "15"), (30, "30"), (45, "45"), (60, "60"))
    assert scale_of(Kind.COUNT, [0]) == Scale(0, 1, ((0, "0"), (1, "1")))
    assert scale_of(Kind.COUNT, [5000]).high >= 5000


@pytest.mark.parametrize("most", [0, 1, 7, 61, 1440, 3.5])
def test_every_amount_fits(most: float) -> None:
    scale = scale_of(Kind.MINUTES, [most])
    assert scale.high >= most
    assert len(scale.marks) <= 6


def test_hours_run_on_past_midnight() -> None:
    assert unroll_hours([23.75, 0.5, 22]) == (23.75, 24.5, 22)
    assert unroll_hours([7, 8, 7.5]) == (7, 8, 7.5)
    assert unroll_hours([22]) == (22,)
    scale = scale_of(Kind.TIME, unroll_hours([23.75, 0.5, 22]))
    assert scale.marks == ((22, "22.00"), (23, "23.00"), (24, "0.00"), (25, "1.00"))
    assert scale_of(Kind.TIME, [7]) == Scale(7, 8, ((7, "7.00"), (8, "8.00")))


@pytest.mark.parametrize("days", [1, 2, 6, 14, 42, 90, 199, 365, 1095, 8000])
@pytest.mark.parametrize("most", [4, 8])
def test_there_are_always_some_dates_and_never_too_many(days: int, most: int) -> None:
    first = date(2026, 10, 14)
    marks = day_marks(first, first + timedelta(days=days - 1), most)
    assert 1 <= len(marks) <= most
    assert all(first <= day <= first + timedelta(days=days - 1) for day, _ in marks)


def test_dates_are_mondays_then_months() -> None:
    first = date(2026, 10, 14)
    assert [text for _, text in day_marks(first, date(2026, 11, 4), 8)] == ["19 okt", "26 okt", "2 nov"]
    assert [text for _, text in day_marks(first, date(2027, 10, 1), 4)] == ["jan 2027", "apr", "jul", "okt"]


def test_places_are_short() -> None:
    assert [short(n) for n in (1, 1.04, 1.25, -3.0)] == ["1", "1", "1.2", "-3"]
