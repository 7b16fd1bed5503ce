"""The measure of the suite: what must be reached whole, and how it says in one line what was not."""

import pytest

from tests.everywhere.covered import LEAST, ROOT, WHOLE, too_little


def report(percent: float = 98.0, **files: tuple[list[int], list[list[int]]]) -> dict[str, object]:
    whole = {f"/a/src/b/src/{part}": {"missing_lines": [], "missing_branches": []} for part in WHOLE}
    found = whole | {
        f"/a/src/b/src/samenhang/{name.replace('__', '/')}.py": {
            "missing_lines": lines,
            "missing_branches": branches,
        }
        for name, (lines, branches) in files.items()
    }
    return {"files": found, "totals": {"percent_covered": percent}}


def test_enough_says_nothing() -> None:
    assert too_little(report(LEAST, method__need=([], []), desk__views=([1], [[1, 2]]))) == ""


def test_too_little_of_everything_says_both_numbers() -> None:
    assert too_little(report(94.94)) == "Dekking: 94.9 % van alles samen, 95 % is het minste."


def test_a_line_and_a_branch_that_must_be_reached_are_named_once() -> None:
    missing = report(vault__keys=([7], [[6, 7], [9, 11], [12, -3]]), practice__access=([85], []))
    assert too_little(missing) == (
        "Dekking: geen test komt bij samenhang/practice/access.py:85, samenhang/vault/keys.py:7, "
        "samenhang/vault/keys.py:9->11, samenhang/vault/keys.py:12->uit."
    )


def test_it_stays_one_line() -> None:
    said = too_little(report(method__need=(list(range(1, 40)), [])))
    assert said.endswith("samenhang/method/need.py:5 en nog 34.")
    assert "\n" not in said


def test_what_was_not_measured_is_not_enough() -> None:
    assert too_little({"files": {}, "totals": {"percent_covered": 100.0}}) == (
        "Dekking: van samenhang/method/ is niets gemeten."
    )


@pytest.mark.parametrize("part", WHOLE)
def test_what_must_be_whole_is_there(part: str) -> None:
    assert (ROOT / "src" / part).exists()
