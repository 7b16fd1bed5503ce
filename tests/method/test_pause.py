"""A pause in one tap."""

from datetime import date

import pytest

from samenhang.method.pause import Pause, is_paused, last_pause, resume

OPEN = Pause("z1", date(2024, 2, 28), "emma")
ENDED = Pause("z1", date(2024, 2, 28), "emma", date(2024, 3, 1))


@pytest.mark.parametrize(
    ("pause", "day", "covered"),
    [
        (OPEN, date(2024, 2, 27), False),
        (OPEN, date(2024, 2, 28), True),
        (OPEN, date(2030, 1, 1), True),
        (ENDED, date(2024, 2, 29), True),
        (ENDED, date(2024, 3, 1), False),
    ],
)
def test_it_covers_its_days_until_the_first_that_counts(pause: Pause, day: date, covered: bool) -> None:
    assert pause.covers(day) is covered
    assert is_paused((Pause("z0", date(2020, 1, 1), "noor", date(2020, 1, 2)), pause), day) is covered


def test_without_a_pause_every_day_counts() -> None:
    assert not is_paused((), date(2024, 2, 29))


def test_resuming_is_once_and_never_before_it_began() -> None:
    assert resume(OPEN, date(2024, 3, 1)) == ENDED
    assert resume(ENDED, date(2024, 4, 1)) == ENDED
    early = resume(OPEN, date(2024, 2, 1))
    assert early == Pause("z1", date(2024, 2, 28), "emma", date(2024, 2, 28))
    assert not early.covers(date(2024, 2, 28))


def test_the_last_pause_is_the_one_that_began_last() -> None:
    later = Pause("z2", date(2024, 3, 5), "emma")
    assert (last_pause(()), last_pause((later, ENDED)), last_pause((ENDED, OPEN))) == (None, later, OPEN)
