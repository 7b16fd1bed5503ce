"""What goes into the weighing: factors as they are named, by identity, and nothing that was not answered."""

import json
from dataclasses import replace
from statistics import fmean, stdev

from samenhang.coherence.gathering import USUAL_SPREAD, gather
from samenhang.method.diary import Better, DiaryItem, Kind
from samenhang.method.dossier import Dossier, fold
from samenhang.method.influence_map import InfluenceMap
from samenhang.method.map_now import map_now
from tests.coherence.cast import CALM, ITEMS, LATE, MAP, SLEEP, answered, day, dossier


def test_the_nodes_of_a_map_without_a_diary() -> None:
    case = gather(dossier(), MAP, day(40))
    assert case.diary == {"date": [], "late": [], "sleep": [], "calm": []}
    assert case.nodes == (
        {"node": "late", "domain": "bio", "polarity": -1, "goal_weight": 1.0, "modifiable": 1, "slot": 3},
        {"node": "sleep", "domain": "bio", "polarity": -1, "goal_weight": 1.0, "modifiable": 1, "slot": 0},
        {"node": "calm", "domain": "psycho", "polarity": 1, "goal_weight": 0.0, "modifiable": 1, "slot": 2},
        {
            "node": "vague",
            "domain": "sociaal",
            "polarity": -1,
            "goal_weight": 1.0,
            "modifiable": 0,
            "slot": 2,
        },
    )
    assert case.arrows == (("vague", "late", 2), ("late", "sleep", 3), ("calm", "sleep", -2))


def test_a_map_of_strengths_alone_is_for_those_strengths() -> None:
    case = gather(Dossier(), InfluenceMap((CALM,)), day(0))
    assert [node["goal_weight"] for node in case.nodes] == [1.0]


def test_a_bottleneck_that_is_asked_as_how_well_is_turned() -> None:
    case = gather(fold((), items=ITEMS, check_ins=(answered(0, sleep=3), answered(1, sleep=8))), MAP, day(5))
    assert case.diary["sleep"] == [7.0, 2.0]


def test_a_strength_that_is_asked_as_how_badly_is_turned() -> None:
    asked = (replace(ITEMS[2], better=Better.LOWER),)
    case = gather(fold((), items=asked, check_ins=(answered(0, calm=3),)), MAP, day(5))
    assert case.diary["calm"] == [7.0]


def test_what_is_no_slider_is_laid_on_one_by_its_own_spread() -> None:
    days = [answered(n, late=late) for n, late in enumerate((0, 3, 1, 4, 2))]
    found = gather(fold((), items=ITEMS, check_ins=days), MAP, day(9)).diary["late"]
    assert (round(fmean(found), 6), round(stdev(found), 6)) == (5.0, USUAL_SPREAD)
    assert sorted(found) == [found[0], found[2], found[4], found[1], found[3]]


def test_one_answer_or_the_same_every_day_has_no_spread() -> None:
    once = gather(fold((), items=ITEMS, check_ins=(answered(0, late=3),)), MAP, day(9))
    same = gather(fold((), items=ITEMS, check_ins=[answered(n, late=3) for n in range(3)]), MAP, day(9))
    assert (once.diary["late"], same.diary["late"]) == ([3.0], [5.0, 5.0, 5.0])


def test_days_without_an_answer_are_absent_and_old_days_do_not_count() -> None:
    days = (answered(0, sleep=5), answered(130, sleep=6), answered(131), answered(132, calm=None, sleep=7))
    case = gather(fold((), items=ITEMS, check_ins=days), MAP, day(140))
    assert case.diary["date"] == [day(130).isoformat(), day(132).isoformat()]
    assert (case.diary["sleep"], case.diary["calm"]) == ([4.0, 3.0], [None, None])
    assert gather(fold((), items=ITEMS, check_ins=days), MAP, day(131)).diary["date"] == [
        day(130).isoformat()
    ]


def test_a_question_that_measures_nothing_of_the_map_stays_out() -> None:
    loose = DiaryItem("i-loose", "Los", Kind.SCALE)
    known = fold((), items=(loose,), check_ins=(answered(0, loose=4),))
    assert gather(known, InfluenceMap((LATE, SLEEP)), day(3)).diary == {"date": []}


def test_an_action_that_ran_on_some_days_is_a_column_of_its_own() -> None:
    case = gather(dossier(20), MAP, day(30))
    assert case.diary["x_0"] == [int(n > 10 and n % 2 == 1) for n in range(20)]
    assert "x_0" not in gather(dossier(8), MAP, day(30)).diary


def test_nothing_in_it_says_a_name_and_the_same_gives_the_same() -> None:
    known = dossier(20)
    case = gather(known, map_now(known), day(30))
    assert [name for name in ("Late mail", "Onrustige slaap", "Hoe goed") if name in case.written] == []
    assert gather(dossier(20), map_now(known), day(30)).digest == case.digest
    assert gather(dossier(21), map_now(known), day(30)).digest != case.digest
    assert json.loads(case.written)["map"][0] == ["vague", "late", 2]
