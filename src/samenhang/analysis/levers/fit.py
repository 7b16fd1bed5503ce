"""From a map and a diary to levers with their doubt: `fit` answers, whatever there is."""

import hashlib
import json
import math
from collections.abc import Callable
from typing import Any, Literal

from samenhang.analysis.case import InputError
from samenhang.analysis.levers.closed import estimate_closed
from samenhang.analysis.levers.estimate import Draws, Question
from samenhang.analysis.levers.map_alone import estimate_map_alone
from samenhang.analysis.levers.one_thread import one_thread
from samenhang.analysis.levers.prior import order_nodes
from samenhang.analysis.levers.result import Fit
from samenhang.analysis.levers.sampled import estimate_sampled
from samenhang.analysis.levers.series import Series, align
from samenhang.analysis.levers.tables import (
    Arrow,
    Diary,
    Node,
    other_columns,
    read_diary,
    read_map,
    read_nodes,
)
from samenhang.analysis.levers.verdict import FEWEST_NODES, FEWEST_PAIRS

Mode = Literal["fast", "full"]

_MODES: dict[str, Callable[[Question], Draws]] = {"fast": estimate_closed, "full": estimate_sampled}
_FEWEST_DRAWS, _MOST_DRAWS = 100, 100_000
_LONGEST = 365


def fit(
    diary: Any,
    nodes: Any,
    map: Any = None,  # noqa: A002 - the word of the method
    *,
    mode: Mode = "full",
    draws: int = 4000,
    horizon: int = 28,
    seed: int = 1,
) -> Fit:
    """Which one node to push, from a diary, its nodes and a map.

    diary: columns 'date' and one a node, points, None or NaN = nothing filled in, `x_...` 0/1 from
    outside; a mapping, a DataFrame, a structured array or rows; None or empty: the map alone speaks.
    nodes: node, domain, polarity, goal_weight, modifiable, slot. map: source, target, strength -3..3.
    mode: 'fast' (closed form) or 'full' (sampled, missing days inside). horizon in days. The same
    input and seed give the same answer. Raises `InputError` with one Dutch sentence.
    """
    _refuse_settings(mode, draws, horizon, seed)
    known = read_nodes(nodes)
    arrows = read_map(map, known)
    written = read_diary({"date": []} if diary is None else diary, known)
    others = () if diary is None else other_columns(diary, known)
    ordered = order_nodes(known, arrows)
    series = align(written, ordered, others)
    refused = _refusal(series)
    question = Question(series, ordered, arrows, draws, horizon, seed)
    with one_thread():
        found = _MODES[mode](question) if refused is None else estimate_map_alone(question)
    return Fit(known, question, found, refused, _digest(written, known, arrows))


def levers_from_map(
    nodes: Any,
    map: Any,  # noqa: A002 - the word of the method
    *,
    draws: int = 4000,
    horizon: int = 28,
    seed: int = 1,
) -> Fit:
    """What the map alone proposes, from the first day: the map lived through, no diary yet."""
    return fit(None, nodes, map, mode="fast", draws=draws, horizon=horizon, seed=seed)


def _refuse_settings(mode: str, draws: int, horizon: int, seed: int) -> None:
    if mode not in _MODES:
        raise InputError("INSTELLING", f"‘{mode}’ is geen manier van rekenen: fast of full.")
    if not _FEWEST_DRAWS <= draws <= _MOST_DRAWS:
        sentence = f"Het aantal trekkingen ligt tussen {_FEWEST_DRAWS} en {_MOST_DRAWS}."
        raise InputError("INSTELLING", sentence)
    if not 1 <= horizon <= _LONGEST:
        raise InputError("INSTELLING", f"De termijn is 1 tot {_LONGEST} dagen.")
    if seed < 0:
        raise InputError("INSTELLING", "Het begingetal (seed) is 0 of meer.")


def _refusal(series: Series) -> str | None:
    """Why the diary cannot speak yet, as a code."""
    if series.observed == 0:
        return "empty_diary"
    if len(series.nodes) < FEWEST_NODES:
        return "few_nodes"
    if not any(node.modifiable for node in series.nodes):
        return "no_modifiable_node"
    if not any(node.goal_weight > 0 for node in series.nodes):
        return "no_goal"
    return "few_pairs" if int(series.pairs.sum()) < FEWEST_PAIRS else None


def _digest(diary: Diary, nodes: tuple[Node, ...], arrows: tuple[Arrow, ...]) -> str:
    """SHA-256 of what was read, in an order of its own: the order of columns and rows does not matter."""
    columns = {**diary.values, **diary.exogenous}
    told = {
        "days": diary.days,
        "columns": {
            name: [None if math.isnan(x) else x for x in one.tolist()] for name, one in columns.items()
        },
        "nodes": sorted([vars(node) for node in nodes], key=lambda node: str(node["name"])),
        "map": sorted([a.source, a.target, a.strength] for a in arrows),
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
