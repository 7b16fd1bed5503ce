"""Looking every two days: how often is it ever called improved while nothing works?"""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import numpy as np
from bench.effect.peers import welch
from bench.effect.people import Group, people

from samenhang.analysis.case import Case
from samenhang.analysis.effect import Effect, estimate_case


def looking(count: int, seed: int, only_own: bool) -> object:  # noqa: FBT001
    """Share of people with at least one false verdict over all looks, per cell."""
    found = {}
    cells = list(product([(14, 14), (14, 28), (21, 28)], (0.0, 0.3, 0.6), (-1, 0, 1)))
    rules = {"samenhang": _is_improved, "Welch t": lambda case: welch(case).improved}
    for name, rule in rules.items():
        if only_own and name != "samenhang":
            continue
        for i, ((a, b), phi, drift) in enumerate(cells):
            rng = np.random.default_rng(seed + 900 + i)
            made = people(Group(a, b, phi, drift, 0.0), count, rng)
            ever = np.mean([_ever(p.case, a, rule) for p in made])
            found[f"{name} {a}+{b} phi {phi} drift {drift}"] = float(ever)
        for drift in (-1, 0, 1):
            ending = f"drift {drift}"
            mine = [v for k, v in found.items() if k.startswith(name) and k.endswith(ending)]
            print(f"- {name}, {ending}: ooit {np.mean(mine):.3f}, ergste cel {max(mine):.3f}")
    return found


def _is_improved(case: Case) -> bool:
    told = estimate_case(case)
    return isinstance(told, Effect) and told.verdict == "verbeterd"


def _ever(case: Case, n_a: int, rule: Callable[[Case], bool]) -> bool:
    return any(rule(_until(case, day)) for day in range(n_a + 5, len(case.days) + 1, 2))


def _until(case: Case, day: int) -> Case:
    return replace(case, days=case.days[:day], values=case.values[:day], action=case.action[:day])
