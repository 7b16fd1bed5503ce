"""Sentences written by other hands before the reader met them: what is right at first contact, and now.

Run: .venv/bin/python bench/language/first_contact.py [a b …] [--show 40]

Each set lies in `tests/language/data/first_contact_<name>.jsonl`; its README says how the rows are written.
The comparison is the contract's own scorer where it lies beside the product, and nothing else.
"""

import argparse
import contextlib
import io
import json
import runpy
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.language.contact import TIERS, Contact, contacts, names  # noqa: E402
from tests.language.shared import SHARED  # noqa: E402

from samenhang.language.nl import read  # noqa: E402

MOMENT = ("times", "day_part", "duration_s", "freq", "days", "n", "date", "start", "until", "until_event")


def read_all(rows: list[Contact]) -> dict[str, dict[str, Any]]:
    return {row.id: read(row.text, row.ref).to_json() for row in rows}


def as_gold(row: Contact) -> dict[str, Any]:
    expect = {"n_actions": 1, "verdict": "plan"} | row.expect
    return {
        "id": row.id, "text": row.text, "expect": expect, "strict": row.strict, "tier": row.tier,
        "loose_extra": [key for key in ("behaviour", "missing", "vague", "label") if key not in row.expect],
    }  # fmt: skip


def scored(rows: list[Contact], found: dict[str, dict[str, Any]], show: int) -> str:
    """The scorer's own report over these rows."""
    scorer = runpy.run_path(str(SHARED / "data" / "score_plans.py"))
    with tempfile.TemporaryDirectory() as folder:
        gold, pred = Path(folder, "gold.jsonl"), Path(folder, "pred.jsonl")
        gold.write_text("".join(json.dumps(as_gold(row)) + "\n" for row in rows))
        pred.write_text("".join(json.dumps({"id": key, "plan": plan}) + "\n" for key, plan in found.items()))
        with contextlib.redirect_stdout(io.StringIO()) as out:
            scorer["main"]([str(gold), str(pred), "--show", str(show)])
    return out.getvalue()


def figures(rows: list[Contact], found: dict[str, dict[str, Any]]) -> None:
    same = runpy.run_path(str(SHARED / "data" / "score_plans.py"))["same"]
    for tier in TIERS:
        of_tier = [row for row in rows if row.tier == tier]
        if not of_tier:
            continue
        bad = [
            {key for key in row.strict if not same(key, row.expect.get(key), found[row.id].get(key))}
            for row in of_tier
        ]
        right = sum(not keys for keys in bad)
        when = sum(not keys & set(MOMENT) for keys in bad)
        print(f"  {tier:6} {right}/{len(of_tier)} = {right / len(of_tier):.3f}", end="")
        print(f"   times and dates {when / len(of_tier):.3f}" if tier != "non" else "   left alone")


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("names", nargs="*", default=names())
    asked.add_argument("--show", type=int, default=0)
    asked.add_argument("--tier")
    chosen = asked.parse_args()
    for name in chosen.names:
        rows = [row for row in contacts(name) if chosen.tier in (None, row.tier)]
        found = read_all(rows)
        print(f"set {name}, {len(rows)} sentences")
        if chosen.show:
            print(scored(rows, found, chosen.show))
        elif not chosen.tier:
            figures(rows, found)


if __name__ == "__main__":
    main()
