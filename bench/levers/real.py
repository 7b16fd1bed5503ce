"""One day ahead on real diaries, beside AR(1) and the person's own mean.

openESM: Flückiger 2014 and Habets 2020 (CC0), Jang 2024 and Fried 2021 (CC BY 4.0); read where they lie.
"""

import csv
import datetime as dt
import os
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from samenhang.analysis import fit
from samenhang.analysis.distributions import Floats
from samenhang.analysis.levers.tables import Node

ROOT = Path(__file__).parents[2]
START = dt.date(2024, 1, 1)
LONGEST, HELD_OUT = 60, 10
# Fourteen days are too few to speak of days: there one moment follows another, the nights not bridged.
MOMENTS = {"0014_habets_ts.tsv": 7, "0001_fried_ts.tsv": 4}
SETS: dict[str, tuple[str, dict[str, int]]] = {
    "0015_flueckiger_ts.tsv": ("day", {"sq": 0, "phys_act": 2, "pa": 3, "na": 3}),
    "0014_habets_ts.tsv": (
        "day",
        {"well": 2, "down": 2, "tense": 2, "tired": 2, "cheerful": 2, "relaxed": 2},
    ),
    "0017_jang_ts.tsv": (
        "date",
        {"positive_feeling": 3, "negative_feeling": 3, "anxiety": 3, "annoying": 3, "sleep_duration": 0},
    ),
    "0001_fried_ts.tsv": (
        "day",
        {"relax": 2, "irritable": 2, "worry": 2, "nervous": 2, "anhedonia": 2, "tired": 2},
    ),
}


def real(most: int, mode: str = "full") -> object:
    """Median over people of the MSE (in the person's variance) beyond that of AR(1); below 0 is better."""
    shared = Path(os.environ.get("SAMENHANG_SHARED", ROOT.parent / "shared"))
    found = {}
    print("| dagboeken | mensen | AR(1) | Samenhang − AR(1), mediaan | gemiddelde − AR(1), mediaan |")
    print("|---|---|---|---|---|")
    for name, (day, items) in SETS.items():
        path = shared / "data" / "diaries" / name
        if not path.exists():
            print(f"- {name} is hier niet aanwezig: overgeslagen.")
            continue
        errors = [_errors(days, items, mode) for days in list(_people(path, day, items).values())[:most]]
        table = np.array([one for one in errors if one is not None])
        beyond = np.median(table - table[:, :1], axis=0)
        found[name] = beyond.tolist()
        ar1 = np.median(table[:, 0])
        print(
            f"| {name[5:-7]} | {len(table)} | {ar1:.3f} | {beyond[1]:+.3f} | {beyond[2]:+.3f} |", flush=True
        )
    return found


def _people(path: Path, day: str, items: dict[str, int]) -> dict[str, dict[int, Floats]]:
    """Per person, per day number, the mean answer on each item."""
    answers: dict[str, dict[int, list[list[float]]]] = defaultdict(lambda: defaultdict(list))
    moments, heard = MOMENTS.get(path.name), defaultdict(int)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row[day] in {"", "NA"}:
                continue
            number = dt.date.fromisoformat(row[day]).toordinal() if "-" in row[day] else int(float(row[day]))
            if moments is not None:
                heard[row["id"], number] += 1
                number = number * (moments + 1) + heard[row["id"], number]
            values = [float(row[i]) if row[i] not in {"", "NA"} else np.nan for i in items]
            answers[row["id"]][number].append(values)
    with np.errstate(all="ignore"):
        return {who: {d: _mean(v) for d, v in sorted(days.items())} for who, days in answers.items()}


def _mean(rows: list[list[float]]) -> Floats:
    table = np.array(rows)
    seen = np.isfinite(table)
    total = np.where(seen, table, 0).sum(0)
    return np.where(seen.any(0), total / np.maximum(seen.sum(0), 1), np.nan)


def _errors(days: dict[int, Floats], items: dict[str, int], mode: str) -> tuple[float, float, float] | None:
    """(AR(1), Samenhang, own mean): mean squared error in variances, over the last days of the diary."""
    first = min(days)
    days = {d - first: v for d, v in days.items() if d - first < LONGEST}
    last = max(days)
    tests = [d for d in range(max(14, last - HELD_OUT + 1), last + 1) if d in days and d - 1 in days]
    table = np.array([days.get(d, np.full(len(items), np.nan)) for d in range(last + 1)])
    spread = np.nanstd(table, axis=0)
    squares: list[tuple[Floats, Floats, Floats]] = []
    for test in tests:
        known = table[:test]
        told = _ahead(known, items, mode)
        if told is None:
            continue
        guesses = (_ar1(known), told, np.nanmean(known, 0))
        squares.append(tuple(((table[test] - one) / spread) ** 2 for one in guesses))  # type: ignore[arg-type]
    if len(squares) < 3 or np.any(spread < 1e-9):
        return None
    means = np.nanmean(np.array(squares), axis=(0, 2))
    return float(means[0]), float(means[1]), float(means[2])


def _ahead(known: Floats, items: dict[str, int], mode: str) -> Floats | None:
    diary: dict[str, list[Any]] = {
        "date": [(START + dt.timedelta(days=d)).isoformat() for d in range(len(known))]
    }
    diary |= {name: known[:, i].tolist() for i, name in enumerate(items)}
    nodes = [Node(name, slot=slot) for name, slot in items.items()]
    found = fit(diary, nodes, mode=mode, draws=800)
    if found.refused is not None:
        return None
    usual = np.nanmean(known, 0)
    return np.array([found.next_day().get(name, usual[i]) for i, name in enumerate(items)])


def _ar1(known: Floats) -> Floats:
    """Per item: intercept and own lag by least squares over consecutive days."""
    guess = np.nanmean(known, 0)
    for i in range(known.shape[1]):
        before, after = known[:-1, i], known[1:, i]
        both = np.isfinite(before) & np.isfinite(after)
        if both.sum() > 3 and np.ptp(before[both]) > 0 and np.isfinite(known[-1, i]):
            slope, level = np.polyfit(before[both], after[both], 1)
            guess[i] = level + slope * known[-1, i]
    return guess
