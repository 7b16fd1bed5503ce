"""How on/off days were drawn: which assignments a method can give, and how many."""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Draw:
    """How the on/off days were drawn: pairs, balanced, or balanced with at most `max_run` alike."""

    method: Literal["pairs", "balanced", "max_run"]
    max_run: int = 0


def count_draws(days: int, draw: Draw) -> int:
    """How many assignments of `days` days the method allows."""
    if draw.method == "pairs":
        return int(2 ** (days // 2))
    if draw.method == "balanced":
        return math.comb(days, days // 2)
    return continuations(days, draw.max_run)[0][0, 0, 0]


def is_admissible(labels: NDArray[np.int64], draw: Draw) -> bool:
    half = len(labels) // 2
    if len(labels) % 2 or max(int(np.sum(labels == 0)), int(np.sum(labels == 1))) > half:
        return False
    if draw.method == "pairs":
        first, second = labels[0::2], labels[1::2]
        return bool(np.all((first != second) | (first < 0)))
    return draw.method == "balanced" or _longest_run(labels) <= draw.max_run


def _longest_run(labels: NDArray[np.int64]) -> int:
    """Longest row of equal known labels."""
    edges = np.concatenate([[0], np.flatnonzero(np.diff(labels)) + 1, [len(labels)]])
    lengths = np.diff(edges)[labels[edges[:-1]] >= 0]
    return int(lengths.max(initial=0))


def continuations(days: int, max_run: int) -> list[dict[tuple[int, int, int], int]]:
    """ahead[day][action days so far, last label, run] = ways to finish; exact integers."""
    half = days // 2
    max_run = min(max_run, half)
    ahead: list[dict[tuple[int, int, int], int]] = [{} for _ in range(days + 1)]
    for last in (0, 1):
        for run in range(1, max_run + 1):
            ahead[days][half, last, run] = 1
    for day in range(days - 1, -1, -1):
        for taken in range(min(day, half) + 1):
            for last in (0, 1):
                for run in range(max_run + 1):
                    ahead[day][taken, last, run] = _ways(ahead[day + 1], taken, last, run)
    return ahead


def _ways(after: dict[tuple[int, int, int], int], taken: int, last: int, run: int) -> int:
    total = 0
    for label in (0, 1):
        length = run + 1 if run and label == last else 1
        total += after.get((taken + label, label, length), 0)
    return total
