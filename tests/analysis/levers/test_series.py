"""From a diary to days in a row: what is kept, what is dropped and why, what stands out."""

import datetime as dt
from typing import Any

import numpy as np
import pytest

from samenhang.analysis.levers.series import NodeReport, align, next_fixed
from samenhang.analysis.levers.tables import Node, read_diary

MONDAY = dt.date(2025, 3, 3)


def diary_of(**columns: Any) -> dict[str, Any]:
    days = len(next(iter(columns.values())))
    return {"date": [(MONDAY + dt.timedelta(days=d)).isoformat() for d in range(days)], **columns}


def align_all(diary: dict[str, Any], *nodes: Node) -> Any:
    return align(read_diary(diary, nodes), nodes)


def statuses(diary: dict[str, Any]) -> dict[str, str]:
    nodes = [Node(name) for name in diary if name != "date"]
    return {report.node: report.status for report in align_all(diary, *nodes).report}


UP = [4, 5, 6, 5, 3, 6, 7, 5, 4, 6]


def test_values_are_in_persons_own_spread_and_higher_is_better() -> None:
    series = align_all(diary_of(a=UP, b=UP), Node("a"), Node("b", polarity=-1))
    assert series.values[:, 0].mean() == pytest.approx(0)
    assert series.values[:, 0].std(ddof=1) == pytest.approx(1)
    assert series.values[:, 1] == pytest.approx(-series.values[:, 0])
    assert series.pairs.tolist() == [False] + [True] * 9


def test_days_that_are_not_there_are_not_bridged() -> None:
    diary = diary_of(a=[*UP, *UP])
    diary["date"][10:] = [(MONDAY + dt.timedelta(days=12 + d)).isoformat() for d in range(10)]
    series = align_all(diary, Node("a"))
    assert (series.days, series.observed, int(series.pairs.sum())) == (22, 20, 18)
    assert np.isnan(series.values[10:12]).all()


def test_weekend_trend_and_outside_things_are_columns() -> None:
    series = align_all(diary_of(a=UP, x_actie=[0] * 5 + [1] * 5), Node("a"))
    assert series.fixed[:, 0].tolist() == [1.0] * 10
    assert (series.fixed[:, 1] > 0).tolist() == [False] * 5 + [True] * 2 + [False] * 3
    assert series.fixed[[0, -1], 2].tolist() == [-1.0, 1.0]
    assert series.fixed[:, 3].tolist() == [0.0] * 5 + [1.0] * 5
    assert next_fixed(series) == pytest.approx([1.0, -2 / 7, 0.5, 1.0])


def test_what_comes_from_outside_goes_on_over_skipped_days() -> None:
    diary = diary_of(a=[*UP, *UP], x_actie=[0, None] + [1] * 16 + [None, 0])
    kept = [i for i in range(20) if i not in {4, 5}]
    diary = {name: [column[i] for i in kept] for name, column in diary.items()}
    assert align_all(diary, Node("a")).fixed[:, 3].tolist() == [0.0] * 2 + [1.0] * 16 + [0.0] * 2


def test_five_years_are_the_last_120_days() -> None:
    rng = np.random.default_rng(1)
    series = align_all(diary_of(a=rng.integers(0, 11, 1826).tolist()), Node("a"))
    assert (series.days, series.observed, series.older) == (120, 120, 1706)
    assert series.first == (MONDAY + dt.timedelta(days=1826 - 120)).toordinal()


def test_what_is_dropped_has_its_reason() -> None:
    nodes = [Node("vlak"), Node("weinig"), Node("elders"), Node("goed")]
    diary = diary_of(vlak=[5] * 10, weinig=[1, 2] + [None] * 8, goed=UP)
    series = align(read_diary(diary, nodes), nodes, ["notitie"])
    assert [(report.node, report.status) for report in series.report] == [
        ("vlak", "constant"),
        ("weinig", "too_few"),
        ("elders", "not_in_diary"),
        ("goed", "ok"),
        ("notitie", "no_node"),
    ]
    assert [node.name for node in series.nodes] == ["goed"]
    assert not NodeReport("vlak", 10, 0.0, "constant").kept


def test_what_stands_out_is_flagged_and_kept() -> None:
    rng = np.random.default_rng(2)
    usual = rng.integers(3, 8, 30).tolist()
    found = statuses(
        diary_of(
            hoog=[10] * 15 + rng.integers(5, 9, 15).tolist(),
            laag=[0, 5, 4] * 5 + [0, 6, 0] * 5,
            twee=[0, 10] * 15,
            breuk=[*rng.integers(1, 4, 15).tolist(), *rng.integers(6, 9, 15).tolist()],
            gewoon=usual,
            buiten=[*usual[:-1], 77],
        )
    )
    assert found == {
        "hoog": "ceiling+break",
        "laag": "floor",
        "twee": "ceiling+floor",
        "breuk": "break",
        "gewoon": "ok",
        "buiten": "off_scale",
    }


def test_an_empty_diary_has_no_days() -> None:
    series = align_all({"date": []}, Node("a"))
    assert (series.days, series.observed, len(series.pairs), series.nodes) == (0, 0, 0, ())


def test_one_day_is_a_day() -> None:
    assert align_all(diary_of(a=[3]), Node("a")).days == 1
