"""What a list needs of one client, kept up to date without opening everything."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given

from samenhang.method.diary import CheckIn, Kind
from samenhang.method.dossier import fold, merged_days
from samenhang.method.micro_action import DayState, MicroAction, State, Step, Weekday
from samenhang.method.pause import Pause
from samenhang.method.summary import (
    KEEPS,
    Answerable,
    Asked,
    Day,
    Learning,
    Mark,
    Notice,
    Summary,
    answerable,
    day_added,
    notices,
    summarise,
)
from tests.method.cast import CANVAS, EXPERIMENT, ITEM, LADDER, NOOR, PAUSE, at
from tests.method.strategies import QUICK, check_ins
from tests.method.test_dossier import kept

DONE, PLAN_B, NOT_DONE, NOT_APPLICABLE = DayState
TODAY = date(2024, 3, 14)
UNDER_TEST = MicroAction(
    "a",
    "Scherm uit",
    days=(Weekday.MO,),
    times=("22:15",),
    life=(Step(State.CHOSEN, at(5), NOOR),),
)


def with_check_in(summary: Summary, new: CheckIn) -> Summary | None:
    """One more check-in in a summary as it is kept."""
    document = day_added(summary.to_json(), new)
    return document and Summary.from_json(document)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def filled(day: date, *states: DayState) -> Day:
    moment = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
    return Day(day, moment, tuple(Mark(f"a{n}", state) for n, state in enumerate(states)))


def check_in(day: date, hour: int = 20, **actions: DayState) -> CheckIn:
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return CheckIn(f"{day}-{hour}", day, moment, {}, actions)


def test_the_summary_of_a_folded_client() -> None:
    candidate = MicroAction("b", "Wandelen")
    later = replace(UNDER_TEST, id="c", behaviour="Adem-reset", life=(Step(State.CHOSEN, at(6), NOOR),))
    days = (check_in(TODAY, 9, a=PLAN_B, b=NOT_DONE), check_in(TODAY, 20, b=DONE))
    dossier = fold(
        (kept(0, CANVAS), kept(1, LADDER)), (later, candidate, UNDER_TEST), (ITEM,), days, (PAUSE,)
    )
    assert summarise(dossier, items=2) == Summary(
        question="Hoe slaap ik weer in?",
        action="Scherm uit",
        action_when="ma om 22.15",
        under_test=2,
        test_began=date(2026, 3, 5),
        candidates=1,
        items=2,
        agreements=("Eerst de agenda, helder en zichtbaar",),
        days=(Day(TODAY, days[1].at, (Mark("a", PLAN_B), Mark("b", DONE))),),
        pause=PAUSE,
        asked=(Asked("i1", Kind.MINUTES),),
        actions=("a", "c", "b"),
    )


def test_an_empty_client_has_an_empty_summary() -> None:
    assert summarise(fold(())) == Summary()


def test_what_may_be_answered_stands_in_it() -> None:
    summary = Summary(asked=(Asked("i1", Kind.MINUTES),), actions=("a",))
    assert answerable(summary.to_json()) == Answerable({"i1": Kind.MINUTES}, {"a"})
    assert answerable(Summary().to_json()) == Answerable({}, set())


def test_what_an_earlier_version_kept_is_made_anew() -> None:
    earlier = {**Summary().to_json(), "version": 2}
    assert (answerable(earlier), day_added(earlier, check_in(TODAY))) == (None, None)


def test_the_day_to_learn_is_told_until_it_is_decided() -> None:
    open_one = replace(EXPERIMENT, ended=None)
    summary = summarise(fold(()), experiments=[open_one])
    assert summary.learning == (Learning(open_one.learns_on, open_one.question),)
    assert notices(summary, open_one.until) == ()
    assert notices(summary, open_one.learns_on) == (
        Notice("Het leermoment is er: ‘Hoelang duurde inslapen?’", "experiment"),
    )
    assert summarise(fold(()), experiments=[EXPERIMENT]).learning == ()


def test_a_day_counts_its_states() -> None:
    day = filled(TODAY, DONE, DONE, PLAN_B, NOT_DONE, NOT_APPLICABLE)
    assert (day.done, day.plan_b, day.not_done) == (2, 1, 1)


def test_only_the_last_days_that_were_filled_are_kept() -> None:
    days = [check_in(ago(2 * n), a=DONE) for n in range(KEEPS + 5)]
    assert [day.day for day in summarise(fold((), check_ins=days)).days] == [
        ago(2 * n) for n in reversed(range(KEEPS))
    ]


def test_a_second_check_in_of_a_day_adds_to_the_first() -> None:
    summary = Summary(question="Hoe slaap ik?", days=(filled(TODAY, DONE, PLAN_B),))
    assert with_check_in(summary, check_in(TODAY, 21, a1=NOT_DONE, a2=DONE)) == replace(
        summary,
        days=(
            Day(
                TODAY,
                datetime(2024, 3, 14, 21, tzinfo=UTC),
                (Mark("a0", DONE), Mark("a1", NOT_DONE), Mark("a2", DONE)),
            ),
        ),
    )


def test_a_check_in_without_actions_still_makes_its_day_filled() -> None:
    assert with_check_in(Summary(), check_in(TODAY)) == Summary(days=(filled(TODAY),))


def test_a_day_that_comes_in_late_takes_its_place() -> None:
    summary = Summary(days=(filled(ago(2)), filled(TODAY)))
    assert with_check_in(summary, check_in(ago(1))) == Summary(
        days=tuple(map(filled, (ago(2), ago(1), TODAY)))
    )


def test_a_day_before_all_that_is_kept_is_left_out() -> None:
    full = Summary(days=tuple(filled(ago(n)) for n in reversed(range(KEEPS))))
    assert with_check_in(full, check_in(ago(KEEPS))) == full


@pytest.mark.parametrize("hour", [19, 20])
def test_an_earlier_word_on_a_day_asks_to_fold_anew(hour: int) -> None:
    assert with_check_in(Summary(days=(filled(TODAY, DONE),)), check_in(TODAY, hour, a0=NOT_DONE)) is None


def test_an_earlier_word_that_says_nothing_else_is_added() -> None:
    summary = Summary(days=(filled(TODAY, DONE),))
    assert with_check_in(summary, check_in(TODAY, 19, a0=DONE, a1=PLAN_B)) == Summary(
        days=(filled(TODAY, DONE, PLAN_B),)
    )


def test_one_by_one_is_the_same_as_all_at_once_beyond_the_days_it_keeps() -> None:
    chance = random.Random(28)
    days = [ago(n) for n in range(2 * KEEPS) for _ in range(2)]
    some = [
        check_in(day, chance.randrange(24), **{chance.choice("ab"): chance.choice(list(DayState))})
        for day in days
    ]
    chance.shuffle(some)
    one_by_one_is_the_same_as_all_at_once(some)


@QUICK
@given(check_ins(days=5, most=12))
def test_one_by_one_is_the_same_as_all_at_once(some: list[CheckIn]) -> None:
    one_by_one_is_the_same_as_all_at_once(some)


def one_by_one_is_the_same_as_all_at_once(some: list[CheckIn]) -> None:
    summary = summarise(fold(()))
    for count, new in enumerate(some, start=1):
        whole = summarise(fold((), check_ins=some[:count]))
        quick = with_check_in(summary, new)
        before = merged_days(some[: count - 1]).get(new.day)
        if quick is None:
            assert before is not None
            assert new.at <= before.at
        else:
            assert quick == whole
        summary = whole


LIVELY = Summary(items=2, days=tuple(filled(ago(n)) for n in range(14, 3, -1)))


@pytest.mark.parametrize(
    ("summary", "text"),
    [
        (Summary(items=2), ""),
        (Summary(days=(filled(ago(9)),)), ""),
        (Summary(items=2, days=(filled(ago(3)),)), ""),
        (Summary(items=2, days=(filled(ago(4)),)), "Vulde sinds zondag niets meer in."),
        (Summary(under_test=1, days=(filled(ago(6)),)), "Vulde sinds vrijdag niets meer in."),
        (Summary(items=2, days=(filled(ago(7)),)), "Vulde sinds 7 maart niets meer in."),
        (Summary(items=2, days=(filled(ago(14)),)), "Vulde sinds 29 februari niets meer in."),
        (LIVELY, "Vulde sinds zondag niets meer in. Daarvoor bijna elke dag."),
        (replace(LIVELY, days=LIVELY.days[1:]), "Vulde sinds zondag niets meer in."),
    ],
)
def test_who_is_quiet_is_noticed_as_a_fact(summary: Summary, text: str) -> None:
    assert notices(summary, TODAY) == ((Notice(text, "diary"),) if text else ())


@pytest.mark.parametrize(
    ("pause", "noticed"),
    [
        (Pause("z", ago(8), "emma"), False),
        (Pause("z", ago(8), "emma", ago(0)), False),
        (Pause("z", ago(8), "emma", ago(2)), False),
        (Pause("z", ago(8), "emma", ago(3)), True),
        (Pause("z", ago(-1), "emma"), True),
    ],
    ids=["paused", "back today", "third day back", "fourth day back", "not yet"],
)
def test_who_pauses_is_not_quiet_and_starts_afresh(pause: Pause, noticed: bool) -> None:
    assert bool(notices(Summary(items=2, days=(filled(ago(9)),), pause=pause), TODAY)) is noticed


def test_plan_b_four_times_in_a_week_is_noticed() -> None:
    week = tuple(filled(ago(n), PLAN_B) for n in (7, 6, 4, 2, 0))
    assert notices(Summary(days=week), TODAY) == (
        Notice("Koos 4 van de laatste 7 dagen plan B. Misschien past het moment niet.", "action"),
    )
    assert notices(Summary(days=week[:-1]), TODAY) == ()
