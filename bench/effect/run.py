"""Figures of the effect engine on simulated people, beside peers: python -m bench.effect.run."""

import argparse
import json
import statistics
from collections.abc import Callable, Iterable
from dataclasses import asdict
from itertools import product
from pathlib import Path

import numpy as np
from bench.effect import calibration, looking, real, rscan
from bench.effect.peers import gls, ols, welch
from bench.effect.people import Group
from bench.effect.score import Cell, own, peer

SIZES = [(7, 7), (7, 14), (14, 14), (14, 21), (21, 28)]
PHIS = [0.0, 0.3, 0.6]
OUT = Path(__file__).parents[1] / "out"

Runner = Callable[[Group, int, int], Cell]
METHODS: dict[str, Runner] = {
    "samenhang": own,
    "GLS AR(1) + trend": lambda g, n, s: peer(gls, g, n, s),
    "OLS + verloop": lambda g, n, s: peer(ols, g, n, s),
    "Welch t": lambda g, n, s: peer(welch, g, n, s),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200, help="people per cell")
    parser.add_argument("--seed", type=int, default=9000)
    parser.add_argument("--only-own", action="store_true", help="leave the peers out")
    parser.add_argument("--part", choices=PARTS, nargs="*", default=list(PARTS))
    args = parser.parse_args()
    report = {}
    for part in args.part:
        print(f"\n## {part}\n")
        report[part] = PARTS[part](args.people, args.seed, args.only_own)
    OUT.mkdir(exist_ok=True)
    (OUT / "effect.json").write_text(json.dumps(report, indent=1, default=float))


def grid(count: int, seed: int, only_own: bool) -> object:  # noqa: FBT001
    """False verdicts, coverage, power and interval score over size x autocorrelation x drift."""
    found = {}
    print("| methode | vals pos. | ergste cel | elk pos. | ergste | drift 2 | dekking | kracht | IS |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, run in METHODS.items():
        if only_own and name != "samenhang":
            continue
        cells = [run(group, count, seed + i) for i, group in enumerate(_grid_groups())]
        found[name] = [asdict(cell) for cell in cells]
        _print_grid(name, cells)
        if name == "samenhang":
            own_cells = cells
    _print_strata(own_cells)
    return found


def _grid_groups() -> list[Group]:
    drifts = {0.0: (-1, 0, 1, 2), 0.5: (-1, 0, 1), 1.0: (-1, 0, 1), 1.5: (-1, 0, 1)}
    return [
        Group(a, b, phi, drift, effect)
        for effect, (a, b), phi in product(drifts, SIZES, PHIS)
        for drift in drifts[effect]
    ]


def _print_grid(name: str, cells: list[Cell]) -> None:
    none = [c for c in cells if c.group.effect == 0 and c.group.drift < 2]
    steep = [c for c in cells if c.group.drift == 2]
    usual = [c for c in cells if c.group.drift < 2]
    power = [
        _mean("improved", (c for c in usual if c.group.effect == e and c.group.drift >= 0))
        for e in (0.5, 1.0, 1.5)
    ]
    one = [c for c in usual if c.group.effect == 1]
    print(
        f"| {name} | {_mean('improved', none):.3f} | {max(c.improved for c in none):.3f} "
        f"| {_mean('positive', none):.3f} | {max(c.positive for c in none):.3f} "
        f"| {_mean('improved', steep):.3f} | {_mean('covered', usual):.3f} "
        f"| {' / '.join(f'{p:.3f}' for p in power)} "
        f"| {_mean('score', one):.2f} ({_mean('score_sd', one):.2f} SD) |"
    )


def _print_strata(cells: list[Cell]) -> None:
    usual = [c for c in cells if c.group.drift < 2]
    strata: dict[str, Callable[[Cell], object]] = {
        "dagen": lambda c: f"{c.group.n_a}+{c.group.n_b}",
        "autocorrelatie": lambda c: c.group.phi,
        "drift": lambda c: c.group.drift,
        "effect": lambda c: c.group.effect,
    }
    print("\nDekking per laag:")
    for name, key in strata.items():
        parts = {key(c): [] for c in usual}
        for cell in usual:
            parts[key(cell)].append(cell)
        print(f"- {name}: " + ", ".join(f"{k}: {_mean('covered', v):.3f}" for k, v in parts.items()))
    ms = [c.ms for c in usual]
    print(f"- ms CPU per casus: mediaan {statistics.median(ms):.2f}, hoogste cel {max(ms):.2f}")


def stress(count: int, seed: int, _only_own: bool) -> object:  # noqa: FBT001
    """What the grid does not hold: other items, missing days, bad-day starts, other people."""
    kinds = {
        "slider per half punt": {"step": 0.5},
        "slider, lager is beter": {"better": "lower"},
        "mensen verschillen meer (SD x 1,6)": {"sd_spread": 0.5},
        "minuten (scheef)": {"kind": "minutes", "better": "lower"},
        "aantallen": {"kind": "count", "better": "lower"},
        "ja/nee": {"kind": "yesno"},
        "20 op de 100 dagen ontbreken": {"missing": "random"},
        "vooral slechte dagen ontbreken": {"missing": "bad_days"},
        "start na slechte dagen": {"start": "after_bad_days"},
        "geloot per paar dagen": {"design": "alternation"},
        "geloot, half van de dagen": {"design": "alternation", "draw": "balanced"},
    }
    print("| wat | vals verbeterd | elk positief | dekking (geen / 1 SD) | kracht 1 SD |")
    print("|---|---|---|---|---|")
    found = {}
    for i, (name, change) in enumerate(kinds.items()):
        alternation = change.get("design") == "alternation"
        sizes = [(7, 7), (14, 14), (21, 21)] if alternation else [(7, 14), (14, 14), (21, 28)]
        cells = {
            effect: [
                own(Group(a, b, phi, drift, effect, **change), count, seed + 700 + 40 * i + j)
                for j, ((a, b), phi, drift) in enumerate(product(sizes, PHIS, (0, 1)))
            ]
            for effect in (0.0, 1.0)
        }
        found[name] = {effect: [asdict(c) for c in cs] for effect, cs in cells.items()}
        print(
            f"| {name} | {_mean('improved', cells[0.0]):.3f} | {_mean('positive', cells[0.0]):.3f} "
            f"| {_mean('covered', cells[0.0]):.3f} / {_mean('covered', cells[1.0]):.3f} "
            f"| {_mean('improved', cells[1.0]):.2f} |"
        )
    return found


def harm(count: int, seed: int, _only_own: bool) -> object:  # noqa: FBT001
    """It gets worse: how often does the client still read 'Geen merkbaar verschil'?"""
    found = {}
    for effect in (-0.5, -1.0, -1.5):
        groups = [Group(a, b, p, d, effect) for (a, b), p, d in product(SIZES, PHIS, (-1, 0, 1))]
        cells = [own(group, count, seed + 500 + i) for i, group in enumerate(groups)]
        found[effect] = _mean("no_difference", cells)
        print(f"- {effect} SD: {found[effect]:.4f}; verbeterd {_mean('improved', cells):.4f}")
    return found


def _mean(name: str, cells: Iterable[Cell]) -> float:
    return float(np.mean([getattr(cell, name) for cell in cells]))


PARTS: dict[str, Callable[[int, int, bool], object]] = {
    "grid": grid,
    "stress": stress,
    "harm": harm,
    "looking": looking.looking,
    "calibration": calibration.calibration,
    "real": real.real,
    "scan": rscan.scan,
}

if __name__ == "__main__":
    main()
