"""Our own sentences, by construction: everything that is said is read, and nothing else."""

import pytest

from samenhang.language.nl import read
from tests.language.rows import HERE, Row, differences, rows

NAMES = sorted(
    path.stem for path in HERE.glob("*.txt") if not path.stem.startswith(("observation", "planb", "help"))
)


@pytest.mark.parametrize("row", [pytest.param(row, id=row.text) for name in NAMES for row in rows(name)])
def test_a_sentence_is_read_as_it_is_meant(row: Row) -> None:
    assert differences(row.expect, read(row.text, row.ref).to_json()) == {}


def test_no_sentence_of_ours_stands_in_the_samples() -> None:
    from tests.language.shared import samples

    theirs = {row["text"] for row in samples("plans_dev.jsonl")}
    assert [row.text for name in NAMES for row in rows(name) if row.text in theirs] == []
