"""Reads the sentences of first contact (see data/README.md)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

DATA = Path(__file__).parent / "data"
BRUSSELS = ZoneInfo("Europe/Brussels")
TIERS = ("core", "messy", "non")
# What follows from the fields (first moment, 48 hours) is proved apart, against dateutil.
WHOLE = ("is_plan", "n_actions", "verdict", "freq", "days", "n", "date", "start", "until", "until_event",
         "times", "day_part", "anchor_rel", "anchor_event", "duration_s", "qty")  # fmt: skip
EXTRA = ("behaviour", "missing", "vague", "label")
MANY = ("is_plan", "n_actions", "verdict")


@dataclass(frozen=True)
class Contact:
    id: str
    tier: str
    text: str
    ref: datetime
    expect: dict[str, Any]
    strict: list[str]


def names() -> list[str]:
    return sorted(path.stem.removeprefix("first_contact_") for path in DATA.glob("first_contact_*.jsonl"))


def contacts(name: str) -> Iterator[Contact]:
    for line in (DATA / f"first_contact_{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        ref = datetime.fromisoformat(row["ref"]).replace(tzinfo=BRUSSELS)
        expect = ({"n_actions": 0, "verdict": "geen_plan"} if row["tier"] == "non" else {}) | row["expect"]
        yield Contact(row["id"], row["tier"], row["text"], ref, expect, _strict(row))


def _strict(row: dict[str, Any]) -> list[str]:
    """Everything, or what is named when a row says only a part; of too many actions only that they are."""
    if row.get("partly"):
        return [key for key in row["expect"] if key not in EXTRA]
    return list(MANY if row["expect"].get("n_actions", 0) > 1 else WHOLE)
