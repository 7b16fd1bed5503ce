"""The indices equal those of the R packages, figure by figure."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from samenhang.analysis.case import Case, Plan, read_case
from samenhang.analysis.draws import Draw
from samenhang.analysis.indices import compute_indices
from tests.analysis.reference import KINDS, agrees, pairs, reach

HERE = Path(__file__).parent
SIMULATED = json.loads((HERE / "data" / "single_case_simulated.json").read_text())
BETTER = {"increase": "higher", "decrease": "lower"}
DRAWS = {
    "RBD": lambda _: Draw("pairs"),
    "CRD": lambda _: Draw("balanced"),
    "ATD": lambda limit: Draw("max_run", limit),
}


def as_case(row: dict[str, Any], kind: str) -> Case:
    return read_case(
        row["time"],
        row["y"],
        row["phase"],
        kind=kind,
        better=BETTER[row["direction"]],
        design="AB",
        plan=Plan(),
    )


def differences(row: dict[str, Any], kind: str, left_out: list[str]) -> list[str]:
    found = compute_indices(as_case(row, kind))
    assert found is not None
    ours, expected, wrong = asdict(found), row["expected"], []
    for path, theirs in pairs():
        name = ".".join(theirs)
        if theirs[0] not in expected and theirs[0] != "LRR":
            continue
        if any(name == one or name.startswith(one + ".") for one in left_out):
            continue
        block = expected.get(theirs[0])
        tolerance = block.get("tolerance", 1e-6) if isinstance(block, dict) else 1e-6
        got, want = reach(ours, path), reach(expected, theirs)
        if not agrees(got, want, tolerance):
            wrong.append(f"{'.'.join(path)}: {got!r}, expected {want!r}")
    return wrong


@pytest.mark.parametrize("row", SIMULATED["cases"], ids=lambda row: row["case"])
def test_simulated_cases_equal_r(row: dict[str, Any]) -> None:
    assert differences(row, KINDS[row["scale"]], row["not_checked"]) == []


@pytest.mark.parametrize("row", SIMULATED["alternation"], ids=lambda row: row["id"])
def test_drawn_days_equal_r(row: dict[str, Any]) -> None:
    case = read_case(
        list(range(1, len(row["y"]) + 1)),
        row["y"],
        row["labels"],
        kind=KINDS[row["kind"]],
        better="higher",
        design="alternation",
        plan=Plan(draw=DRAWS[row["design"]](row["limit"])),
    )
    check_three_tests(case, row, ("B-A", "A-B", "|A-B|"), row["assignments"])


@pytest.mark.parametrize("row", SIMULATED["startday"], ids=lambda row: row["id"])
def test_drawn_start_equals_r(row: dict[str, Any]) -> None:
    days = range(1, row["days"] + 1)
    case = read_case(
        list(days),
        row["y"],
        ["A" if day < row["start"] else "B" for day in days],
        kind=KINDS[row["kind"]],
        better="higher",
        design="AB_random_start",
        plan=Plan(start_window=tuple(row["window"])),
    )
    check_three_tests(case, row, ("Mean B-A", "Mean A-B", "Mean |A-B|"), row["k"])


def check_three_tests(case: Case, row: dict[str, Any], names: tuple[str, ...], k: int) -> None:
    found = compute_indices(case)
    assert found is not None
    assert found.rand_test is not None
    ours = (found.rand_test.mean_b_a, found.rand_test.mean_a_b, found.rand_test.mean_abs)
    observed = row["observed_B_minus_A"]
    for test, name, want in zip(ours, names, (observed, -observed, abs(observed)), strict=True):
        assert agrees(test.p, row["p"][name]["p"]), name
        assert agrees(test.observed, want), name
        assert test.k == k


# The published set has another layout for these; limits at +-1 are R's degenerate ones.
OTHER_LAYOUT = ("describe.missing", "SMD_baseline.SD", "SMD_pool.SD", "LRR", "scan_corrected_tau")
RENAMED = {"parker": "parker_a", "tarlow": "tarlow_a"}
# Equal on paper, apart in R's floats: our rule (9 decimals) counts them as ties.
FLOAT_TIES = {
    ("Parker2011", "Case1", "tau_bc"),
    ("Waddell2011", "Case1", "tau_bc"),
    ("exampleABC (A,B)", "Rosalind", "tau_bc"),
    ("Waddell2011 (every 5th value from the 4th set to NA)", "Case1", "rand_test"),
}


def test_published_cases_equal_r(published: Path) -> None:
    rows = json.loads(published.read_text())["cases"]
    wrong = [(row["dataset"], row["case"], *one) for row in rows for one in off_from_r(row)]
    assert [one for one in wrong if one[:3] not in FLOAT_TIES] == []


def off_from_r(row: dict[str, Any]) -> list[tuple[Any, ...]]:
    expected = dict(row["expected"])
    expected["scan_tau_u"] = {
        ours: expected.get("scan_tau_u", {}).get(RENAMED.get(ours, ours))
        for ours in ("complete_a", "complete_b", "parker", "tarlow")
    }
    found = compute_indices(as_case(row, "slider"))
    assert found is not None
    ours, wrong = asdict(found), []
    for path, theirs in pairs():
        name, want = ".".join(theirs), reach(expected, theirs)
        degenerate = "CI_" in name and want in {0, 1, -1}
        if want is None or degenerate or name.startswith(OTHER_LAYOUT):
            continue
        block = expected[theirs[0]]
        tolerance = block.get("tolerance", 1e-6) if isinstance(block, dict) else 1e-6
        got = reach(ours, path)
        if not agrees(got, want, 1e-4 if "CI_" in name else tolerance):
            wrong.append((path[0], path, got, want))
    return wrong
