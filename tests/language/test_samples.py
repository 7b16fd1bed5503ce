"""The shared samples of plans, when they are there: core, times and dates as the contract compares them."""

import runpy
from datetime import datetime
from typing import Any

from samenhang.language.nl import read
from tests.language.shared import SHARED, samples


def test_the_sample_sentences() -> None:
    rows = samples("plans_dev.jsonl")
    same = runpy.run_path(str(SHARED / "data" / "score_plans.py"))["same"]
    wrong: list[tuple[Any, ...]] = []
    for row in rows:
        found = read(row["text"], datetime.fromisoformat(row["ref"]), row["tz"]).to_json()
        wrong += [
            (row["id"], key, row["expect"].get(key), found[key])
            for key in row["strict"]
            if not same(key, row["expect"].get(key), found[key])
        ]
    assert len({key[0] for key in wrong}) <= 0.05 * len(rows), wrong
