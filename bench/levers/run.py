"""Figures of the levers on simulated people, beside peers: python -m bench.levers.run."""

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np
from bench.levers import real
from bench.levers.peers import NEEDS_MAP, PEERS, own
from bench.levers.score import HEAD, Cell, line, score

from samenhang.analysis import fit
from samenhang.analysis.levers.simulate import World, simulate_person

OUT = Path(__file__).parents[1] / "out"
DAYS, MAPS = (28, 60, 120), ("good", "poor", "wrong", "none")
WORLDS = {
    "alles dezelfde dag": {"kind": "same_day"},
    "alles een dag later": {"kind": "lagged"},
    "verborgen druk": {"hidden_stress": True},
    "verloop": {"drift": True},
    "slechte dagen overgeslagen": {"skips_bad_days": True},
    "drie doelen, zelf niet te sturen": {"goals": "some"},
    "veel pijlen": {"arrows": 2.5},
    "weinig pijlen": {"arrows": 0.6},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100, help="people per cell")
    parser.add_argument("--seed", type=int, default=8000)
    parser.add_argument("--only-own", action="store_true", help="leave the peers out")
    parser.add_argument("--modes", nargs="*", default=["full", "fast"], choices=["full", "fast"])
    parser.add_argument("--part", choices=PARTS, nargs="*", default=list(PARTS))
    args = parser.parse_args()
    report = {}
    for part in args.part:
        print(f"\n## {part}\n", flush=True)
        report[part] = PARTS[part](args)
    OUT.mkdir(exist_ok=True)
    (OUT / "levers.json").write_text(json.dumps(report, indent=1, default=float))


def grid(args: argparse.Namespace) -> object:
    """Days by kind of map, in the usual world, a fifth of the days missed."""
    print(HEAD)
    return [
        _cell(f"{days} dagen, kaart {kind}", World(days=days, map=kind), args)  # type: ignore[arg-type]
        for days in DAYS
        for kind in MAPS
    ]


def worlds(args: argparse.Namespace) -> object:
    """Sixty days in worlds that the model does not know, with a good map and without."""
    print(HEAD)
    return [
        _cell(f"{name}, kaart {kind}", World(map=kind, **change), args)  # type: ignore[arg-type]
        for name, change in WORLDS.items()
        for kind in ("good", "none")
    ]


def _cell(where: str, world: World, args: argparse.Namespace) -> list[dict[str, object]]:
    methods = {f"Samenhang {mode}": own(mode) for mode in args.modes}
    if not args.only_own:
        methods |= {n: one for n, one in PEERS.items() if world.map != "none" or n not in NEEDS_MAP}
    found: list[Cell] = []
    for name, method in methods.items():
        found.append(score(name, method, world, args.people, args.seed))
        print(line(where, found[-1]), flush=True)
    return [asdict(cell) for cell in found]


def speed(args: argparse.Namespace) -> object:
    """CPU of one estimate with its JSON: 10 nodes, 60 days, 4000 draws."""
    people = [simulate_person(World(nodes=10), np.random.default_rng([args.seed, k])) for k in range(9)]
    found = {}
    for mode in args.modes:
        times = []
        for person in people:
            started = time.process_time()
            fit(person.diary, person.nodes, person.arrows, mode=mode).to_json()
            times.append(1000 * (time.process_time() - started))
        found[mode] = times
        print(f"- {mode}: mediaan {np.median(times):.0f} ms, van {min(times):.0f} tot {max(times):.0f}")
    return found


PARTS: dict[str, Callable[[argparse.Namespace], object]] = {
    "grid": grid,
    "worlds": worlds,
    "real": lambda args: real.real(args.people, args.modes[0]),
    "speed": speed,
}

if __name__ == "__main__":
    main()
