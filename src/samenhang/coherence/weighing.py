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
DRAWS, MOST_HERE = 4000, 12  # beyond so many factors not in the process that answers pages
LIVE_DRAWS, FEWEST_DRAWS, LIVE_WORK = 400, 100, 60_000

LIKELY, AS_SEEN, MOST_BESIDE = 0.8, 0.95, 3  # what the diary must say of an arrow to be told, and how many

type_of_ends = tuple[str, str]
type_of_edge = Mapping[str, Any]


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
    together: frozenset[frozenset[str]] = frozenset()  # what moves on the same day, whichever way
    dropped: Mapping[str, str] = field(default_factory=dict)
    flagged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mode: str = ""

    @property
    def has_diary(self) -> bool:
        """Whether the diary has a say in it, beside the map or without one."""
        return self.level not in ("none", "map_only")


_kept: OrderedDict[str, Weighed] = OrderedDict()
_lock, _turn = Lock(), Semaphore(AT_ONCE)


def weigh(case: Case) -> Weighed:
    """Weigh a case thoroughly: what is small at once, the rest in a process of its own, one at a time.

    Whoever waits too long gets the quick answer, which is not kept in place of the thorough one.
    """
    if known := _find(case.digest):
        return known
    if len(case.diary["date"]) < FEWEST_DAYS and len(case.nodes) <= MOST_HERE:
        return _keep(case.digest, _here(case, DRAWS))
    if not _turn.acquire(timeout=PATIENCE_S):
        return weigh_live(case)
    try:
        found = _find(case.digest) or _apart(case)
    finally:
        _turn.release()
    return _keep(case.digest, found) if found else weigh_live(case)


def weigh_live(case: Case) -> Weighed:
    """The same while somebody draws: what is known already, else quick and with fewer draws."""
    if known := _find(case.digest):
        return known
    return _here(case, max(FEWEST_DRAWS, min(LIVE_DRAWS, LIVE_WORK // max(1, len(case.nodes)) ** 2)))


def _here(case: Case, draws: int) -> Weighed:
    from samenhang.analysis.case import InputError
    from samenhang.coherence.full import weigh as estimate

    try:
        return _read(estimate(json.loads(case.written), "fast", draws), "fast")
    except InputError as mistake:
        return Weighed("none", mistake.code)


def _apart(case: Case) -> Weighed | None:
    """The same in full; None when that process does not answer."""
    asked = json.dumps({"case": json.loads(case.written), "mode": "full", "draws": DRAWS})
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
        together=_together(said["edges"]),
        dropped={name: why for name, why in status.items() if why in out},
        flagged={name: tuple(why.split("+")) for name, why in status.items() if why not in {*out, "ok"}},
        mode=mode,
    )


def _lever(one: Mapping[str, Any], reach: Mapping[str, Any]) -> Lever:
    reached = {name: tuple(found) for name, found in reach.get(one["node"], {}).items()}
    return Lever(one["node"], one["mean"], one["lo90"], one["hi90"], one["p_best"], reached)


def _beside(edges: list[type_of_edge]) -> list[Arrow]:
    """Arrows the map does not have and the diary does, the likeliest first; between two factors once."""
    told = {_ends(edge) for edge in edges if edge["in_map"]}
    later = [edge for edge in edges if edge["lag"] and not edge["in_map"]]
    same = [edge for ends, edge in _same_day(edges).items() if ends not in told]
    found = [edge for edge in (*later, *same) if _is_likely(edge) and _points_one_way(edge)]
    once: dict[frozenset[str], Arrow] = {}
    for edge in sorted(found, key=lambda e: (-e["p_incl"], e["source"], e["target"])):
        arrow = Arrow(edge["source"], edge["target"], edge["lag"], edge["mean"])
        once.setdefault(_ends(edge), arrow)
    return list(once.values())[:MOST_BESIDE]


def _together(edges: list[type_of_edge]) -> frozenset[frozenset[str]]:
    return frozenset(ends for ends, edge in _same_day(edges).items() if _is_likely(edge))


def _ends(edge: type_of_edge) -> frozenset[str]:
    return frozenset((edge["source"], edge["target"]))


def _is_likely(edge: type_of_edge) -> bool:
    return bool(edge["p_incl"] >= LIKELY)


def _points_one_way(edge: type_of_edge) -> bool:
    """Whether it is more with more, or more with less, wherever it is there at all."""
    more = edge["p_pos"] / edge["p_incl"]
    return bool(more >= AS_SEEN or more <= 1 - AS_SEEN)


def _same_day(edges: list[type_of_edge]) -> dict[frozenset[str], type_of_edge]:
    """What moves on the same day, two by two: a pair is as likely as both directions together."""
    found: dict[frozenset[str], type_of_edge] = {}
    for edge in (one for one in edges if not one["lag"]):
        other = found.get(_ends(edge))
        if other is None:
            found[_ends(edge)] = edge
            continue
        likelier = edge if edge["p_incl"] > other["p_incl"] else other
        both = {name: min(1.0, edge[name] + other[name]) for name in ("p_incl", "p_pos")}
        found[_ends(edge)] = {**likelier, **both}
    return found


def _find(key: str) -> Weighed | None:
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
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
