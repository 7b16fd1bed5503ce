"""Map and diary weighed: in a process of its own, kept by what went in, and never a traceback."""

import json
import logging
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from samenhang.coherence import weighing
from samenhang.coherence.gathering import Case, gather
from samenhang.coherence.weighing import Arrow, Weighed, forget, weigh, weigh_live
from samenhang.method.dossier import Dossier
from samenhang.method.influence_map import Change, InfluenceMap
from samenhang.vault.keys import forget as forget_keys
from tests.coherence.cast import LATE, MAP, day, dossier


@pytest.fixture(autouse=True)
def _fresh() -> None:
    forget()


def case_of(days: int, shape: InfluenceMap = MAP) -> Case:
    return gather(dossier(days, shape), shape, day(days))


def test_from_day_0_the_map_alone_speaks() -> None:
    found = weigh(case_of(0))
    assert (found.level, found.reason, found.days, found.mode) == ("map_only", "empty_diary", 0, "fast")
    assert found.levers[0].factor == "late"
    assert {lever.factor for lever in found.levers} == {"late", "sleep", "calm"}
    points, better, is_reached = found.levers[0].reach["sleep"]
    assert points > 0.1
    assert better > 0.5
    assert is_reached
    assert "calm" not in found.levers[0].reach
    assert set(found.states.values()) == {"not_measured"}
    assert found.beside == ()


def test_with_a_diary_both_count_in_a_process_of_its_own() -> None:
    found = weigh(case_of(60))
    assert (found.mode, found.days, found.pairs) == ("full", 60, 59)
    assert found.level in ("shared", "clear", "weak")
    assert found.levers[0].factor == "late"
    assert found.states["late", "sleep"] == "supports"
    assert found.states["vague", "late"] == "not_measured"
    assert found.dropped == {"vague": "not_in_diary"}
    assert found.trust is not None


def test_the_same_question_is_weighed_once() -> None:
    case = case_of(60)
    assert weigh(case) is weigh(case)
    assert weigh_live(case) is weigh(case)


def test_while_drawing_it_is_quick_and_does_not_stand_in_for_the_thorough_one() -> None:
    case = case_of(60)
    assert weigh_live(case).mode == "fast"
    assert weigh(case).mode == "full"


def test_a_map_too_large_for_the_page_is_weighed_apart_and_drawn_with_few_draws(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(weighing, "MOST_HERE", 2)
    assert (weigh(case_of(0)).level, weigh(case_of(0)).mode) == ("map_only", "full")
    many = tuple(replace(LATE, id=f"f{n}", text=f"Factor {n}") for n in range(40))
    started = time.process_time()
    weigh_live(gather(Dossier(), InfluenceMap(many), day(0)))
    assert time.process_time() - started < 3


def test_whoever_waits_too_long_gets_the_quick_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as hurried, weighing._turn:
        hurried.setattr(weighing, "PATIENCE_S", 0.01)
        assert weigh(case_of(60)).mode == "fast"
    assert weigh(case_of(60)).mode == "full"


def test_when_the_other_process_does_not_answer_there_is_still_an_answer(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "executable", "/nergens/python")
    with caplog.at_level(logging.WARNING, "samenhang.coherence"):
        assert weigh(case_of(60)).mode == "fast"
    assert caplog.messages == ["de volle schatting kwam niet: FileNotFoundError"]


def test_a_process_that_fails_says_only_what_kind_of_failure(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with caplog.at_level(logging.WARNING, "samenhang.coherence"):
        assert weigh(case_of(60)).mode == "fast"
    assert caplog.messages == ["de volle schatting kwam niet: CalledProcessError"]


def test_the_other_process_speaks_json_and_knows_no_django() -> None:
    asked = json.dumps({"case": json.loads(case_of(30).written), "mode": "fast", "draws": 400})
    module = "import sys, runpy; runpy.run_module('samenhang.coherence.full', run_name='__main__')"
    tell = f"{module}; sys.stderr.write(str('django' in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", tell], input=asked, capture_output=True, text=True, check=True
    )
    assert done.stderr == "False"
    assert json.loads(done.stdout)["schema"] == "samenhang.levers/1"


@pytest.mark.parametrize(
    ("shape", "reason"),
    [
        (InfluenceMap(), "GEEN_KNOPEN"),
        (InfluenceMap((LATE.__class__(**{**vars(LATE), "change": Change.NOT}),)), "NIETS_TE_DOEN"),
    ],
)
def test_what_cannot_be_weighed_says_why(shape: InfluenceMap, reason: str) -> None:
    assert weigh(gather(Dossier(), shape, day(0))) == Weighed("none", reason)


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "MOST", 1)
    first, second = case_of(0), case_of(0, InfluenceMap(MAP.factors))
    one = weigh(first)
    weigh(second)
    assert weigh(first) is not one


def test_it_is_forgotten_with_the_keys() -> None:
    case = case_of(0)
    one = weigh(case)
    forget_keys()
    assert weigh(case) is not one


def edge(source: str, target: str, **more: object) -> dict[str, object]:
    return {
        "source": source, "target": target, "lag": 1, "mean": 0.4,
        "p_incl": 0.9, "p_pos": 0.9, "in_map": False,
    } | more  # fmt: skip


def test_beside_the_map_only_what_is_likely_and_points_one_way() -> None:
    edges = [
        edge("a", "b", p_incl=0.95, p_pos=0.01, mean=-0.4),
        edge("b", "a", p_incl=0.9),
        edge("a", "c", in_map=True),
        edge("b", "c", p_incl=0.5, p_pos=0.5),
        edge("c", "d", p_pos=0.6),
        edge("d", "a", lag=0, p_incl=0.85, p_pos=0.85),
    ]
    assert weighing._beside(edges) == [Arrow("a", "b", 1, -0.4), Arrow("d", "a", 0, 0.4)]


def test_what_moves_on_the_same_day_counts_whichever_way_it_points() -> None:
    edges = [
        edge("a", "b", lag=0, p_incl=0.38, p_pos=0.0, mean=-0.2),
        edge("b", "a", lag=0, p_incl=0.6, p_pos=0.0, mean=-0.5),
        edge("a", "c", lag=0, p_incl=0.5, p_pos=0.5, in_map=True),
        edge("c", "a", lag=0, p_incl=0.4, p_pos=0.4),
    ]
    assert weighing._beside(edges) == [Arrow("b", "a", 0, -0.5)]
    assert weighing._together(edges) == {frozenset("ab"), frozenset("ac")}
