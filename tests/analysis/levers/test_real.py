"""A real diary is read and answered: Flückiger 2014 (openESM, CC0), read where it lies."""

import csv
import datetime as dt
import os
from pathlib import Path

import numpy as np
import pytest

from samenhang.analysis.levers.fit import fit
from samenhang.analysis.levers.tables import Node

ROOT = Path(__file__).parents[3]
ITEMS = {"sq": 0, "phys_act": 2, "pa": 3, "na": 3}


@pytest.fixture
def people() -> dict[str, dict[str, list]]:
    shared = Path(os.environ.get("SAMENHANG_SHARED", ROOT.parent / "shared"))
    path = shared / "data" / "diaries" / "0015_flueckiger_ts.tsv"
    if not path.exists():
        pytest.skip("the real diaries are not at hand (SAMENHANG_SHARED)")
    found: dict[str, dict[str, list]] = {}
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            columns = found.setdefault(row["id"], {"date": [], **{item: [] for item in ITEMS}})
            columns["date"].append((dt.date(2024, 1, 1) + dt.timedelta(days=int(row["day"]))).isoformat())
            for item in ITEMS:
                columns[item].append(None if row[item] in {"", "NA"} else float(row[item]))
    return found


def test_real_diaries_are_answered(people: dict[str, dict[str, list]]) -> None:
    nodes = [Node(name, polarity=-1 if name == "na" else 1, slot=slot) for name, slot in ITEMS.items()]
    for diary in list(people.values())[:10]:
        found = fit(diary, nodes, [("sq", "pa", 2)], mode="fast", draws=200)
        assert all(np.isfinite([row.mean, row.lo90, row.hi90]).all() for row in found.levers())
        assert all(np.isfinite(value) for value in found.next_day().values())
