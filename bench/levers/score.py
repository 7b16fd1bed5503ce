"""How well a method picks the lever: regret, coverage, and whether its chances can be believed."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from bench.levers.peers import Pick

from samenhang.analysis.levers.simulate import Person, World, regret, simulate_person

Method = Callable[[Person], Pick]


@dataclass(frozen=True)
class Cell:
    """Means over people. claimed: highest P(best); hit: how often that node was the best."""

    method: str
    people: int
    regret: float
    error: float
    covered: float | None
    claimed: float | None
    hit: float | None
    ms: float


def score(name: str, method: Method, world: World, people: int, seed: int) -> Cell:
    """The same people for every method: person k of a world depends on seed and k alone."""
    regrets, covered, claimed, hits, spent = [], [], [], [], 0.0
    for k in range(people):
        person = simulate_person(world, np.random.default_rng([seed, k]))
        able = [i for i, node in enumerate(person.nodes) if node.modifiable]
        if np.ptp(person.truth[able]) < 1e-9:
            continue  # nothing to choose between
        started = time.process_time()
        pick = method(person)
        spent += time.process_time() - started
        order = {node.name: i for i, node in enumerate(person.nodes)}
        regrets.append(regret(person, order[pick.best]))
        covered += [low <= person.truth[order[n]] <= high for n, (low, high) in pick.intervals.items()]
        if pick.chances:
            top = max(pick.chances, key=pick.chances.__getitem__)
            claimed.append(pick.chances[top])
            hits.append(person.truth[order[top]] >= person.truth[able].max() - 1e-12)
    return Cell(
        name,
        len(regrets),
        float(np.mean(regrets)),
        float(np.std(regrets) / np.sqrt(len(regrets))),
        float(np.mean(covered)) if covered else None,
        float(np.mean(claimed)) if claimed else None,
        float(np.mean(hits)) if hits else None,
        1000 * spent / len(regrets),
    )


def line(where: str, cell: Cell) -> str:
    """A row of the table."""
    doubt = "–"
    if cell.covered is not None and cell.claimed is not None and cell.hit is not None:
        gap = cell.claimed - cell.hit
        doubt = f"{cell.covered:.3f} | {cell.claimed:.2f} − {cell.hit:.2f} = {gap:+.3f}"
    else:
        doubt = "– | –"
    return f"| {where} | {cell.method} | {cell.regret:.3f} ± {cell.error:.3f} | {doubt} | {cell.ms:.0f} |"


HEAD = "| mensen | methode | regret | dekking | P(beste) − raak | ms |\n|---|---|---|---|---|---|"
