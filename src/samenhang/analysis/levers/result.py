"""What `fit` gives back: levers, arrows, how well the map fits, a verdict, and the same as JSON."""

import datetime as dt
import json
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from typing import Any

import numpy as np

from samenhang.analysis.distributions import Floats
from samenhang.analysis.levers.check import check_map
from samenhang.analysis.levers.estimate import Draws, Question
from samenhang.analysis.levers.lever import Drawn
from samenhang.analysis.levers.rows import Edge, Lever, MapCheck, to_plain
from samenhang.analysis.levers.tables import Node
from samenhang.analysis.levers.touches import Touch, find_touches
from samenhang.analysis.levers.verdict import Verdict, judge, named
from samenhang.analysis.levers.words import tell

SCHEMA = "samenhang.levers/1"
SESOI = 0.1  # points a goal: less is not worth the push
DOUBT = 0.05  # chance that no network of this kind is true: then every node is as likely the best


@dataclass(frozen=True)
class Fit:
    """An estimate. nodes: as they were given; refused: why the diary cannot speak yet, or None."""

    nodes: tuple[Node, ...]
    question: Question
    draws: Draws
    refused: str | None
    digest: str

    def levers(self) -> tuple[Lever, ...]:
        """The nodes that can be influenced, the highest expected gain first."""
        return self._levers

    def touches(self) -> tuple[Touch, ...]:
        """The reasons behind the levers, best lever first: what each does to every goal."""
        return self._touches

    def edges(self) -> tuple[Edge, ...]:
        """Every possible arrow of one day and of a day later, in the order of the nodes."""
        return self._edges

    def map_check(self) -> MapCheck:
        """How far the diary agrees with the map, as a whole and per arrow."""
        return self._map_check

    @cached_property
    def verdict(self) -> Verdict:
        """How clearly one lever stands out."""
        return judge(self._levers, self.refused)

    def named(self) -> tuple[Lever, ...]:
        """The levers to speak of together, never fewer than two where there are two."""
        return named(self._levers, self.verdict)

    def notes(self) -> tuple[str, ...]:
        """What to know beside it, in Dutch: what was dropped and why, and what stands out in the diary."""
        return tell(self.question, self.refused)

    def next_day(self) -> dict[str, float]:
        """The day after the diary as expected, in points; only for nodes the diary can speak of."""
        series = self.question.series
        turn = np.array([node.polarity for node in series.nodes])
        points = series.centre + turn * series.sd * self.draws.ahead[: len(series.nodes)]
        return {node.name: float(one) for node, one in zip(series.nodes, points, strict=True)}

    def to_json(self) -> str:
        """One JSON document, the same bytes for the same input and seed."""
        document = {
            "schema": SCHEMA,
            "version": version("samenhang"),
            "seed": self.question.seed,
            "input_sha256": self.digest,
            "data": self._data(),
            "verdict": self.verdict,
            "map_check": self._map_check,
            "levers": self._levers,
            "edges": self._edges,
            "diagnostics": self.draws.soundness,
            "horizon": self.question.horizon,
            "unit": "points",
        }
        return json.dumps(to_plain(document), ensure_ascii=False, indent=1, allow_nan=False) + "\n"

    def _data(self) -> dict[str, Any]:
        series = self.question.series
        by_name = {report.node: report for report in series.report}
        places = [*(node.name for node in self.nodes), *(name for name in by_name if name not in self._place)]
        reports = [by_name[name] for name in places]
        return {
            "days": series.days,
            "observed": series.observed,
            "pairs": int(series.pairs.sum()),
            "first": _date(series.first) if series.days else None,
            "last": _date(series.first + series.days - 1) if series.days else None,
            "nodes": [{"node": r.node, "n": r.n, "sd": r.sd, "status": r.status} for r in reports],
        }

    @cached_property
    def _place(self) -> dict[str, int]:
        return {node.name: at for at, node in enumerate(self.nodes)}

    @cached_property
    def _levers(self) -> tuple[Lever, ...]:
        able = [i for i, node in enumerate(self.draws.nodes) if node.modifiable]
        gain = np.ascontiguousarray(self.draws.gain[:, able].T)
        best = np.bincount(gain.argmax(0), minlength=len(able)) / gain.shape[1]
        best = (1 - DOUBT) * best + DOUBT / len(able)
        worth = SESOI * sum(node.goal_weight for node in self.draws.nodes)
        mean, low, high = gain.mean(1), *_ends(gain)
        positive, felt = (gain > 0).mean(1), (gain > worth).mean(1)
        place = [self._place[self.draws.nodes[i].name] for i in able]
        order = sorted(range(len(able)), key=lambda k: (-mean[k], place[k]))
        return tuple(
            Lever(
                self.draws.nodes[able[k]].name,
                rank,
                *(float(one[k]) for one in (mean, low, high, best, positive, felt)),
            )
            for rank, k in enumerate(order, 1)
        )

    @cached_property
    def _touches(self) -> tuple[Touch, ...]:
        rank = {lever.node: lever.rank for lever in self._levers}
        found = find_touches(self.draws, self.question.horizon)
        return tuple(sorted(found, key=lambda touch: (rank[touch.node], self._place[touch.goal])))

    @cached_property
    def _edges(self) -> tuple[Edge, ...]:
        nodes, told = self.draws.nodes, {(a.source, a.target) for a in self.question.arrows}
        place = [self._place[node.name] for node in nodes]
        count = len(nodes)
        keys = sorted(
            (
                (i, j, lag)
                for i in range(count)
                for j in range(count)
                for lag in (0, 1)
                if i != j and (lag or nodes[i].slot <= nodes[j].slot)
            ),
            key=lambda key: (place[key[0]], place[key[1]], key[2]),
        )
        sources, targets, lags = np.array(keys, dtype=np.int64).reshape(-1, 3).T
        turn = np.array([node.polarity for node in nodes])
        points = turn * self.draws.sd
        size = np.ascontiguousarray(self.draws.arrows[:, targets, sources + lags * count].T)
        size *= (points[targets] / points[sources])[:, None]
        mean, low, high = size.mean(1), *_ends(size)
        positive, there = (size > 0).mean(1), self.draws.inclusion[targets, sources + lags * count]
        return tuple(
            Edge(
                source=nodes[i].name,
                target=nodes[j].name,
                lag=lag,
                mean=float(mean[k]),
                lo90=float(low[k]),
                hi90=float(high[k]),
                p_pos=float(positive[k]),
                p_incl=float(there[k]),
                in_map=(nodes[i].name, nodes[j].name) in told,
            )
            for k, (i, j, lag) in enumerate(keys)
        )

    @cached_property
    def _map_check(self) -> MapCheck:
        return check_map(self.question, self.draws)


def _ends(draws: Floats | Drawn) -> tuple[Drawn, Drawn]:
    """(low, high), (k,): between them nine draws in ten, five in a hundred beyond either; draws (k, D)."""
    ranked = np.sort(draws.astype(np.float32), axis=1)  # half the decimals sort in half the time
    last = ranked.shape[1] - 1
    return ranked[:, round(0.05 * last)], ranked[:, round(0.95 * last)]


def _date(day: int) -> str:
    return dt.date.fromordinal(day).isoformat()
