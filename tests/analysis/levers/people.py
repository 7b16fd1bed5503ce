"""Simulated people for the tests, and the few settings that keep them quick."""

from dataclasses import replace
from typing import Any

import numpy as np

from samenhang.analysis.levers.fit import fit
from samenhang.analysis.levers.prior import lay_out, order_nodes
from samenhang.analysis.levers.result import Fit
from samenhang.analysis.levers.series import Series, align
from samenhang.analysis.levers.simulate import Person, World, simulate_person
from samenhang.analysis.levers.tables import read_diary, read_map, read_nodes

QUICK = 400


def person(seed: int = 1, **world: Any) -> Person:
    return simulate_person(World(**{"nodes": 5, **world}), np.random.default_rng(seed))


def estimate(one: Person, **changes: Any) -> Fit:
    return fit(one.diary, one.nodes, one.arrows, **{"draws": QUICK, **changes})


def series_of(one: Person) -> Series:
    nodes = read_nodes(one.nodes)
    return align(read_diary(one.diary, nodes), order_nodes(nodes, read_map(one.arrows, nodes)))


def layout_of(series: Series) -> Any:
    return lay_out(series.nodes, series.fixed.shape[1])


def without_days(one: Person, gone: set[int]) -> Person:
    """The same diary, some rows left out."""
    kept = [i for i in range(len(one.diary["date"])) if i not in gone]
    return replace(one, diary={name: [column[i] for i in kept] for name, column in one.diary.items()})
