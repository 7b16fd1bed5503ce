"""Each caveat fires on its own trigger and stays silent beside it."""

from typing import Any

import numpy as np
import pytest

from samenhang.analysis.effect import Plan
from tests.analysis.people import diary, effect_of, noise

CALM = (5 + np.tile([1.0, -1.0, 0.0, 1.0, -1.0, 0.0, 0.0], 5)).tolist()


def reasons(values: list, n_a: int = 14, **changes: Any) -> tuple[str, ...]:
    return effect_of(values, n_a, **changes).reasons


def test_a_calm_complete_diary_has_none() -> None:
    assert reasons(CALM, plan=Plan(days=35, start_weekday=0)) == ()


@pytest.mark.parametrize("better", ["higher", "lower"])
def test_it_was_already_getting_better(better: str) -> None:
    rise = np.linspace(-2, 2, 35)
    y = np.array(CALM) + (rise if better == "higher" else -rise)
    assert "TREND" in reasons(y.tolist(), better=better)
    assert "TREND" not in reasons(y.tolist(), better="lower" if better == "higher" else "higher")


def test_a_bad_start() -> None:
    y = [2.0, 2.0, 1.0, *CALM[3:]]
    assert "STARTDIP" in reasons(y)
    assert "STARTDIP" not in reasons(y, better="lower")


def test_drawn_days_have_no_start_or_trend_caveat() -> None:
    y = (np.array([1.0, 1.0, 1.0, *CALM[3:28]]) + np.linspace(-2, 2, 28)).tolist()
    assert reasons(y, phases=["A", "B"] * 14, design="alternation") == ()


@pytest.mark.parametrize(
    ("empty", "plan", "expected"),
    [
        (set(range(0, 35, 3)), Plan(), True),
        ({3, 4, 5}, Plan(), True),
        ({3, 4, 6}, Plan(), False),
        ({32, 33, 34}, Plan(days=35), True),
        (set(), Plan(days=38), True),
        (set(), Plan(days=36), False),
    ],
)
def test_days_missing(empty: set[int], plan: Plan, expected: bool) -> None:
    y = [None if i in empty else one for i, one in enumerate(CALM)]
    assert ("GATEN" in reasons(y, plan=plan)) is expected


def test_few_days() -> None:
    assert "KORT" in reasons(CALM, 6)
    assert "KORT" not in reasons(CALM, 7)


@pytest.mark.parametrize(
    ("values", "kind", "better", "expected"),
    [
        ([10.0] * 5 + [8.0, 7.0] * 15, "slider", "higher", True),
        ([10.0] * 5 + [8.0, 7.0] * 15, "slider", "lower", False),
        ([0.0] * 5 + [3.0, 4.0] * 15, "slider", "lower", True),
        ([0.0] * 5 + [30.0, 40.0] * 15, "minutes", "lower", True),
        ([90.0] * 5 + [30.0, 40.0] * 15, "minutes", "higher", False),
        ([1.0, 0.0, 0.0] * 12, "yesno", "higher", False),
        ([1.0] * 12 + [0.0, 1.0, 1.0] * 8, "yesno", "higher", True),
    ],
)
def test_already_at_the_end_of_the_scale(values: list, kind: str, better: str, expected: bool) -> None:
    assert ("PLAFOND" in reasons(values, kind=kind, better=better)) is expected


def test_more_weekend_days_on_one_side() -> None:
    y = diary(5, 30)
    assert "WEEKEND" in reasons(y, 5, plan=Plan(start_weekday=0))
    assert "WEEKEND" not in reasons(y, 5)
    assert "WEEKEND" not in reasons(y, 14, plan=Plan(start_weekday=0))


def test_another_action_was_running() -> None:
    assert "GELIJKTIJDIG" in reasons(CALM, plan=Plan(other_actions=1))


def test_harder_comes_first() -> None:
    harder = [
        told
        for seed in range(60)
        if "LASTIGER" in (told := effect_of(diary(10, 12, effect=-1.5, seed=seed), 10)).reasons
    ]
    assert harder
    for told in harder:
        assert told.reasons[0] == "LASTIGER"
        assert told.zin.startswith("Het werd eerder wat lastiger dan lichter.")
        assert "Geen merkbaar verschil" not in told.zin
        assert "geen merkbaar verschil" not in told.zin


def test_a_small_harder_change_is_not_called_no_difference() -> None:
    y = 5 + noise(1, 120, phi=0.0, sd=0.5) - 0.9 * (np.arange(120) >= 60)
    told = effect_of(y.tolist(), 60, plan=Plan(smallest_change=1.0))
    assert told.verdict == "geen_verschil"
    assert told.hi90 < 0
    assert told.zin.startswith(
        "Het werd eerder wat lastiger dan lichter. Het verschil is klein. Een verandering van "
        "2 punten of meer is weinig waarschijnlijk."
    )
