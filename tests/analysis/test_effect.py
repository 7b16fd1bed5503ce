"""An effect with its doubt: truth, symmetry, the same answer twice, and refusals."""

import math
import subprocess
import sys
from dataclasses import asdict, fields
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from samenhang.analysis.case import LONGEST
from samenhang.analysis.draws import Draw
from samenhang.analysis.effect import Effect, NotEnough, Plan, Verdict, estimate_effect, to_row
from samenhang.analysis.effect.verdict import Chances, got_harder, verdict_of
from tests.analysis.people import diary, effect_of, noise, tell


def test_a_large_change_in_a_long_diary_is_seen() -> None:
    told = effect_of(diary(21, 28, effect=4.0, level=3), 21)
    assert told.verdict == "verbeterd"
    assert told.lo90 < told.effect < told.hi90
    assert 2.5 < told.effect < 5
    assert (told.n_A, told.n_B, told.missing) == (21, 28, 0)


def test_the_same_change_downwards_is_worse() -> None:
    told = effect_of(diary(21, 28, effect=-4.0, level=7), 21)
    assert told.verdict is Verdict.WORSE
    assert "LASTIGER" not in told.reasons


def test_nothing_changes_in_a_long_calm_diary() -> None:
    y = (5 + 0.3 * np.tile([1.0, -1.0], 60)).tolist()
    assert effect_of(y, 60, plan=Plan(smallest_change=1.0)).verdict is Verdict.NO_DIFFERENCE


def test_false_improvement_is_rare_and_truth_is_covered() -> None:
    told = [effect_of(diary(14, 21, seed=seed), 14) for seed in range(200)]
    assert sum(one.verdict is Verdict.IMPROVED for one in told) <= 8
    assert 0.85 <= np.mean([one.lo90 <= 0 <= one.hi90 for one in told]) <= 0.97


def test_the_same_diary_gives_the_same_answer() -> None:
    y = diary(14, 21, effect=1.5)
    assert effect_of(y, 14) == effect_of(list(y), 14)


def test_turning_the_scale_turns_the_answer() -> None:
    y = diary(14, 21, effect=1.5)
    up = effect_of(y, 14)
    down = effect_of([10 - one for one in y], 14, better="lower")
    assert down.effect == pytest.approx(-up.effect)
    assert (down.lo90, down.hi90) == pytest.approx((-up.hi90, -up.lo90))
    assert (down.p_improved, down.p_meaningful) == pytest.approx((up.p_improved, up.p_meaningful))
    assert (down.verdict, down.phi, down.reasons) == (up.verdict, pytest.approx(up.phi), up.reasons)


@pytest.mark.parametrize("kind", ["minutes", "count", "yesno"])
def test_other_items_are_answered_in_their_own_unit(kind: str) -> None:
    y = np.exp(noise(4, 35, sd=0.3)) * 40 - 15 * (np.arange(35) >= 14)
    values = {"minutes": np.round(y), "count": np.round(y / 8), "yesno": (y > 35) * 1.0}[kind]
    told = effect_of(values.tolist(), 14, kind=kind, better="lower")
    assert told.lo90 < told.effect < told.hi90 < 2
    word = {"minutes": "minuten", "count": "keer", "yesno": "dagen op de 100"}[kind]
    assert word in told.zin_coach


def test_minutes_in_hours_say_the_same() -> None:
    y = np.round(np.exp(noise(4, 35, sd=0.3)) * 40)
    minutes = effect_of(y.tolist(), 14, kind="minutes", better="lower")
    hours = effect_of((y / 60).tolist(), 14, kind="minutes", better="lower")
    assert hours.effect * 60 == pytest.approx(minutes.effect)
    assert hours.p_meaningful == pytest.approx(minutes.p_meaningful)


def test_a_missing_row_and_an_empty_value_say_the_same() -> None:
    y = diary(14, 21, effect=1.5)
    days = list(range(1, 36))
    phases = ["A"] * 14 + ["B"] * 21
    empty: list[Any] = [None if day in {5, 20} else one for day, one in zip(days, y, strict=True)]
    kept = [i for i, day in enumerate(days) if day not in {5, 20}]
    one = tell(empty, 14)
    other = tell(
        [y[i] for i in kept],
        14,
        days=[days[i] for i in kept],
        phases=[phases[i] for i in kept],
    )
    not_a_number = [math.nan if one is None else one for one in empty]
    assert one == other == tell(not_a_number, 14)
    assert one.missing == 2


def test_dates_say_the_same_as_day_numbers() -> None:
    y = diary(14, 21, effect=1.5)
    start = date(2026, 1, 5)
    dates = [start + timedelta(days=i) for i in range(35)]
    told = effect_of(y, 14, plan=Plan(start_weekday=0))
    assert effect_of(y, 14, days=dates) == told
    assert effect_of(y, 14, days=[one.isoformat() for one in dates]) == told
    assert effect_of(y, 14, days=[datetime.combine(d, datetime.min.time()) for d in dates]) == told


def test_arrays_are_as_welcome_as_lists() -> None:
    y = diary(14, 21, effect=1.5)
    found = effect_of(np.array(y), 14, days=np.arange(1.0, 36), phases=np.repeat(["A", "B"], [14, 21]))
    assert found == effect_of(y, 14)


@pytest.mark.parametrize("change", [{"kind": "mood"}, {"better": "up"}, {"design": "ABA"}])
def test_a_programmers_mistake_raises(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="is not one of"):
        tell(diary(14, 21), 14, **change)
    with pytest.raises(ValueError, match="smallest_change"):
        Plan(smallest_change=0)


def test_drawn_days_are_tested_exactly() -> None:
    phases = ["A", "B", "B", "A"] * 7
    y = np.clip(np.round(5 + noise(3, 28) + 2.5 * (np.array(phases) == "B")), 0, 10).tolist()
    plan = Plan(days=28, draw=Draw("balanced"))
    told = effect_of(y, 0, phases=phases, design="alternation", plan=plan)
    assert told.verdict is Verdict.IMPROVED
    assert told.random_test is not None
    assert told.random_test.k == math.comb(28, 14)
    assert told.random_test.p < 0.01
    without = effect_of(y, 0, phases=phases, design="alternation")
    assert without.random_test is None
    assert without.effect == told.effect


def test_a_drawn_start_is_tested_over_its_window() -> None:
    told = effect_of(
        diary(14, 21, effect=3.0, level=4),
        14,
        design="AB_random_start",
        plan=Plan(start_window=(8, 20)),
    )
    assert told.random_test is not None
    assert told.random_test.k == 13
    unknown = effect_of(diary(14, 21), 14, design="AB_random_start")
    assert unknown.random_test is None


def test_drawn_days_without_a_row_are_filled_in_from_the_plan() -> None:
    phases = ["A", "B"] * 10
    y = diary(10, 10, effect=0, seed=5)
    kept = [i for i in range(20) if i not in {3, 8}]
    told = effect_of(
        [y[i] for i in kept],
        0,
        days=[i + 1 for i in kept],
        phases=[phases[i] for i in kept],
        design="alternation",
        plan=Plan(days=20, draw=Draw("pairs")),
    )
    assert told.random_test is not None
    assert told.random_test.k == 1024


FLAT = [5.0] * 28
GOOD = diary(14, 14)
REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("VLAK", {"values": FLAT}),
    ("EEN_FASE", {"phases": ["A"] * 28}),
    ("EEN_FASE", {"phases": ["B"] * 28}),
    ("KORT", {"phases": ["A"] * 4 + ["B"] * 24}),
    ("KORT", {"values": [None] * 10 + GOOD[10:]}),
    ("LEEG", {"values": [None] * 28}),
    ("LEEG", {"values": [], "days": [], "phases": []}),
    ("DUBBEL", {"days": [1, *range(1, 28)]}),
    ("VOLGORDE", {"days": list(range(28, 0, -1))}),
    ("DAGEN", {"days": ["maandag", *range(2, 29)]}),
    ("DAGEN", {"days": [date(2026, 1, 1), *range(2, 29)]}),
    ("GEEN_GETAL", {"values": ["veel", *GOOD[1:]]}),
    ("GEEN_GETAL", {"values": [[1], *GOOD[1:]]}),
    ("GEEN_GETAL", {"values": [math.inf, *GOOD[1:]]}),
    ("GEEN_GETAL", {"values": [-math.inf, *GOOD[1:]]}),
    ("GEEN_GETAL", {"values": ["nan", *GOOD[1:]]}),
    ("GEEN_GETAL", {"values": [1e300, *GOOD[1:]]}),
    ("FASE", {"phases": ["C"] * 28}),
    ("FASE", {"phases": [["A"], *"A" * 13, *"B" * 14]}),
    ("DAGEN", {"days": [0.5, *range(2, 29)]}),
    ("DAGEN", {"days": [10**9, *range(2, 29)]}),
    ("DAGEN", {"days": [None, *range(2, 29)]}),
    ("LENGTE", {"days": [1, 2]}),
    ("TE_LANG", {"values": GOOD * 400, "days": range(1, 11201), "phases": ["A", "B"] * 5600}),
    ("TE_LANG", {"days": [*range(1, 28), 5 * LONGEST]}),
]


@pytest.mark.parametrize(("code", "change"), REFUSED, ids=lambda one: str(one)[:40])
def test_what_cannot_be_used_is_refused_with_a_reason(code: str, change: dict[str, Any]) -> None:
    asked = {"days": list(range(1, 29)), "values": GOOD, "phases": ["A"] * 14 + ["B"] * 14}
    asked |= change
    told = estimate_effect(**asked, kind="slider", better="higher")
    assert isinstance(told, NotEnough)
    assert told.why == code
    assert code in told.reasons
    assert told.zin.startswith("Te vroeg om te zeggen. ")
    assert told.zin.endswith(".")
    assert not hasattr(told, "verdict")
    row = to_row(told)
    assert row["verdict"] == "te_vroeg"
    assert row["effect"] is row["lo90"] is row["random_test"] is None


def test_a_row_holds_the_figures_of_the_effect() -> None:
    told = effect_of(diary(14, 21), 14)
    row = to_row(told)
    assert set(row) == {field.name for field in fields(Effect)}
    assert row == {**asdict(told), "verdict": str(told.verdict), "reasons": list(told.reasons)}


@pytest.mark.parametrize(
    ("chances", "verdict"),
    [
        (Chances(0.99, 0.95, 0.0, 0.01, 0.2), Verdict.IMPROVED),
        (Chances(0.01, 0.0, 0.95, 0.99, 0.2), Verdict.WORSE),
        (Chances(0.95, 0.5, 0.0, 0.05, 0.95), Verdict.LIKELY_IMPROVED),
        (Chances(0.9, 0.85, 0.0, 0.1, 0.95), Verdict.LIKELY_IMPROVED),
        (Chances(0.6, 0.1, 0.1, 0.4, 0.9), Verdict.NO_DIFFERENCE),
        (Chances(0.6, 0.1, 0.1, 0.4, 0.89), Verdict.TOO_EARLY),
    ],
)
def test_the_first_rule_that_holds(chances: Chances, verdict: Verdict) -> None:
    assert verdict_of(chances) is verdict


def test_harder_is_said_unless_worse_already_says_it() -> None:
    clearly = Chances(0.04, 0.0, 0.5, 0.96, 0.95)
    mostly = Chances(0.1, 0.0, 0.86, 0.9, 0.1)
    assert got_harder(clearly, Verdict.NO_DIFFERENCE)
    assert got_harder(mostly, Verdict.TOO_EARLY)
    assert not got_harder(clearly, Verdict.WORSE)
    assert not got_harder(Chances(0.5, 0.3, 0.3, 0.5, 0.4), Verdict.TOO_EARLY)


def test_importing_analysis_brings_no_numpy() -> None:
    code = "import sys, samenhang.analysis; print('numpy' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"


def test_the_package_hands_over_what_it_promises() -> None:
    import samenhang.analysis as package

    assert all(getattr(package, name) for name in package.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = package.nothing
