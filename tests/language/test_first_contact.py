"""The sentences of first contact stay at least as well read as they are now."""

import pytest

from samenhang.language.nl import read
from tests.language.contact import Contact, contacts, names
from tests.language.rows import differences

FLOORS = {"core": 0.96, "messy": 0.88, "non": 0.95}


def is_right(row: Contact) -> bool:
    found = read(row.text, row.ref).to_json()
    expect = {key: row.expect.get(key) for key in row.strict}
    return not differences(expect, found).keys() - {"anchor_event"}


@pytest.mark.parametrize("tier", FLOORS)
@pytest.mark.parametrize("name", names())
def test_a_set_stays_read(name: str, tier: str) -> None:
    rows = [row for row in contacts(name) if row.tier == tier]
    wrong = [row.text for row in rows if not is_right(row)]
    assert len(wrong) <= (1 - FLOORS[tier]) * len(rows), wrong
