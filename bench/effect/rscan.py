"""The R package scan beside us, where R is present."""

import csv
import shutil
import subprocess
import tempfile
import time
from itertools import product
from pathlib import Path

import numpy as np
from bench.effect.people import Group, people

SCRIPT = Path(__file__).with_name("scan.R")


def scan(count: int, seed: int, _only_own: bool) -> object:  # noqa: FBT001
    """plm with AR(1) on 100 people: share called improved, and CPU time a case."""
    if shutil.which("Rscript") is None:
        print("- R is hier niet aanwezig: overgeslagen.")
        return None
    groups = [Group(14, 21, phi, drift, 0.0) for phi, drift in product((0.0, 0.3, 0.6), (0, 1))]
    made = [
        p
        for i, g in enumerate(groups)
        for p in people(g, max(5, count // 10), np.random.default_rng(seed + i))
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        with path.open("w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["person", "day", "phase", "value"])
            for number, person in enumerate(made):
                for day, value, on in zip(*person.case.observed(), strict=True):
                    rows.writerow([number, int(day), "AB"[int(on)], value])
        started = time.perf_counter()
        answer = subprocess.run(["Rscript", SCRIPT, path], capture_output=True, text=True, check=False)
    if answer.returncode:
        print("- R of het pakket scan antwoordt niet: overgeslagen.")
        return None
    ms = 1000 * (time.perf_counter() - started) / len(made)
    print(f"- scan plm AR(1): verbeterd {float(answer.stdout):.3f}; {ms:.0f} ms per casus")
    return {"improved": float(answer.stdout), "ms": ms}
