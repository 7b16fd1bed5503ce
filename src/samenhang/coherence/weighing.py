"""What map and diary together say: estimated once, kept in memory, forgotten with the keys."""

import json
import logging
import os
import subprocess
import sys
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from threading import Lock, Semaphore
from typing import Any

from samenhang.coherence.gathering import Case

log = logging.getLogger("samenhang.coherence")
MOST, PATIENCE_S = 256, 30
FEWEST_DAYS = 15  # fourteen pairs of days
AT_ONCE = 1

type_of_ends = tuple[str, str]


@dataclass(frozen=True)
class Lever:
    """A factor to push, with its doubt; `reach`: other goal -> (points, chance of better, is felt)."""

    factor: str
    mean: float
    lo90: float
    hi90: float
    p_best: float
    reach: Mapping[str, tuple[float, float, bool]]


@dataclass(frozen=True)
class Arrow:
    """An arrow that the diary shows beside the map."""

    source: str
    target: str
    lag: int
    mean: float


@dataclass(frozen=True)
class Weighed:
    """What was found. `states`: told arrow -> supports, open, contradicts, not_measured."""

    level: str
    reason: str = ""
    pairs: int = 0
    days: int = 0
    trust: float | None = None
    levers: tuple[Lever, ...] = ()
    states: Mapping[type_of_ends, str] = field(default_factory=dict)
    beside: tuple[Arrow, ...] = ()
    dropped: Mapping[str, str] = field(default_factory=dict)
    flagged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mode: str = ""


_kept: OrderedDict[str, Weighed] = OrderedDict()
_lock, _turn = Lock(), Semaphore(AT_ONCE)


def weigh(case: Case, *, live: bool = False) -> Weighed:
    """Weigh a case: thoroughly, in a process of its own; `live` while drawing, or what is known already."""
    known = _find(case.digest) or (_find(f"{case.digest} live") if live else None)
    if known:
        return known
    if live or len(case.diary["date"]) < FEWEST_DAYS:
        return _keep(f"{case.digest} live" if live else case.digest, _here(case))
    with _turn:
        return _find(case.digest) or _keep(case.digest, _apart(case) or _here(case))


def _here(case: Case) -> Weighed:
    from samenhang.analysis.case import InputError
    from samenhang.coherence.full import weigh as estimate

    try:
        return _read(estimate(json.loads(case.written), "fast"), "fast")
    except InputError as mistake:
        return Weighed("none", mistake.code)


def _apart(case: Case) -> Weighed | None:
    """The same in full; None when that process does not answer."""
    asked = json.dumps({"case": json.loads(case.written), "mode": "full"})
    alone = {"PATH": os.environ.get("PATH", ""), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-P", "-m", "samenhang.coherence.full"]
    try:
        done = subprocess.run(
            command, input=asked, capture_output=True, text=True, timeout=PATIENCE_S, env=alone, check=True
        )
    except (subprocess.SubprocessError, OSError) as trouble:
        log.warning("de volle schatting kwam niet: %s", type(trouble).__name__)
        return None
    return _read(json.loads(done.stdout), "full")


def _read(said: Mapping[str, Any], mode: str) -> Weighed:
    verdict, data, check = said["verdict"], said["data"], said["map_check"]
    status = {one["node"]: one["status"] for one in data["nodes"]}
    out = {"constant", "too_few", "not_in_diary"}
    return Weighed(
        level=verdict["level"],
        reason=verdict["reason_code"],
        pairs=data["pairs"],
        days=data["observed"],
        trust=check["trust"],
        levers=tuple(_lever(one, said["reach"]) for one in said["levers"]),
        states={(one["source"], one["target"]): one["state"] for one in check["arrows"]},
        beside=tuple(_beside(said["edges"])) if verdict["level"] != "map_only" else (),
        dropped={name: why for name, why in status.items() if why in out},
        flagged={name: tuple(why.split("+")) for name, why in status.items() if why not in {*out, "ok"}},
        mode=mode,
    )


def _lever(one: Mapping[str, Any], reach: Mapping[str, Any]) -> Lever:
    reached = {name: tuple(found) for name, found in reach.get(one["node"], {}).items()}
    return Lever(one["node"], one["mean"], one["lo90"], one["hi90"], one["p_best"], reached)


LIKELY, AS_SEEN, MOST_BESIDE = 0.8, 0.95, 3


def _beside(edges: list[Mapping[str, Any]]) -> list[Arrow]:
    """Arrows the map does not have and the diary does, the likeliest first; between two factors once."""
    found = [
        edge
        for edge in edges
        if not edge["in_map"] and edge["p_incl"] >= LIKELY and abs(edge["p_pos"] - 0.5) >= AS_SEEN - 0.5
    ]
    once: dict[frozenset[str], Arrow] = {}
    for edge in sorted(found, key=lambda e: (-e["p_incl"], e["source"], e["target"])):
        ends = frozenset((edge["source"], edge["target"]))
        once.setdefault(ends, Arrow(edge["source"], edge["target"], edge["lag"], edge["mean"]))
    return list(once.values())[:MOST_BESIDE]


def _find(key: str) -> Weighed | None:
    with _lock:
        return _kept.get(key)


def _keep(key: str, weighed: Weighed) -> Weighed:
    _goes_with_the_keys()
    with _lock:
        _kept[key] = weighed
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return weighed


@cache
def _goes_with_the_keys() -> None:
    """From the first estimate on; whoever only prints empty pages needs no keys."""
    from samenhang.vault.keys import when_forgotten

    when_forgotten(forget)


def forget() -> None:
    """Drop all of it from memory."""
    with _lock:
        _kept.clear()
