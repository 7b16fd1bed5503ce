"""What may be said: each verdict by its rule, and never only one lever where there are two."""

import pytest

from samenhang.analysis.levers.rows import Lever
from samenhang.analysis.levers.verdict import Verdict, judge, named
from tests.analysis.levers.people import estimate, person


def levers(*chances: float, lo90: float = 0.1) -> list[Lever]:
    return [Lever(f"n{i}", i + 1, 1.0, lo90, 2.0, p, 1.0, 1.0) for i, p in enumerate(chances)]


@pytest.mark.parametrize(
    ("rows", "refused", "expected"),
    [
        (levers(0.9, 0.1), "few_pairs", Verdict("map_only", "few_pairs", 0.9)),
        (levers(0.34, 0.33, 0.33), None, Verdict("weak", "no_clear_lever", 0.34)),
        (levers(0.49, 0.51 - 0.02, 0.02), None, Verdict("shared", "close_together", 0.49)),
        (levers(0.6, 0.4, lo90=-0.1), None, Verdict("shared", "gain_unsure", 0.6)),
        (levers(0.6, 0.4), None, Verdict("clear", "one_stands_out", 0.6)),
    ],
    ids=lambda one: getattr(one, "level", ""),
)
def test_the_first_rule_that_holds(rows: list[Lever], refused: str | None, expected: Verdict) -> None:
    assert judge(rows, refused) == expected


def test_levers_are_named_until_four_in_five_is_reached_and_never_alone() -> None:
    rows = levers(0.45, 0.3, 0.15, 0.1)
    assert [row.node for row in named(rows, judge(rows, None))] == ["n0", "n1", "n2"]
    clear = levers(0.9, 0.06, 0.04)
    assert [row.node for row in named(clear, judge(clear, None))] == ["n0", "n1"]
    alone = levers(1.0)
    assert len(named(alone, judge(alone, None))) == 1
    assert len(estimate(person(), mode="fast").named()) >= 2
