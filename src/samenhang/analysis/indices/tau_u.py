"""Tau-U in four published variants (Parker, Vannest, Davis & Sauber 2011; Tarlow 2017)."""

import math
from dataclasses import dataclass

import numpy as np

from samenhang.analysis.distributions import Floats, normal_tail_both
from samenhang.analysis.indices.kendall import Kendall, kendall


@dataclass(frozen=True)
class TauURow:
    """Kendall's S, the divisor, tau (not kept within -1..1), z and the two-sided p."""

    s: float
    d: float
    tau: float | None
    z: float | None
    p: float | None


@dataclass(frozen=True)
class TauUVariant:
    """The four rows of one variant."""

    a_vs_b: TauURow
    trend_a: TauURow
    a_vs_b_min_trend_a: TauURow
    a_vs_b_plus_trend_b_min_trend_a: TauURow


@dataclass(frozen=True)
class TauU:
    """Tau-U as `scan` computes it: complete_a, complete_b, parker, tarlow. Values as measured."""

    complete_a: TauUVariant
    complete_b: TauUVariant
    parker: TauUVariant
    tarlow: TauUVariant


def tau_u(a: Floats, b: Floats) -> TauU:
    """All variants for values a (m,) and b (n,) in order of observation."""
    m, n = len(a), len(b)
    found = _four(a, b)
    pairs_a, pairs_b = m * (m - 1) / 2, n * (n - 1) / 2
    counted = (m * n, pairs_a, m * n + pairs_a, m * n + pairs_a + pairs_b)
    parker = (m * n, pairs_a, m * n, (m + n) * (m + n - 1) / 2)
    tied = tuple(k.divisor for k in found[1:])
    complete_b = (m * n - _ties_between(a, b) / 2, *tied)
    with_ties = [k.z for k in found]
    return TauU(
        complete_a=_variant(found, counted, [_z_without_ties(k) for k in found]),
        complete_b=_variant(found, complete_b, with_ties),
        parker=_variant(found, parker, with_ties),
        tarlow=_variant(found, counted, [_z_continuity(k) for k in found]),
    )


def _four(a: Floats, b: Floats) -> tuple[Kendall, Kendall, Kendall, Kendall]:
    m, n = len(a), len(b)
    values = np.concatenate([a, b])
    phase = np.concatenate([np.zeros(m), np.ones(n)])
    down = np.arange(m, 0.0, -1)
    return (
        kendall(phase, values),
        kendall(np.arange(1.0, m + 1), a),
        kendall(np.concatenate([down, np.full(n, m + 1.0)]), values),
        kendall(np.concatenate([down, np.arange(m + 1.0, m + n + 1)]), values),
    )


def _variant(found: tuple[Kendall, ...], divisors: tuple[float, ...], zs: list[float | None]) -> TauUVariant:
    rows = [_row(k, d, z) for k, d, z in zip(found, divisors, zs, strict=True)]
    return TauUVariant(*rows)


def _row(found: Kendall, divisor: float, z: float | None) -> TauURow:
    tau = found.s / divisor if divisor > 0 else None
    p = None if z is None else normal_tail_both(z)
    return TauURow(s=found.s, d=float(divisor), tau=tau, z=z, p=p)


def _z_without_ties(found: Kendall) -> float | None:
    n = found.n
    spread = math.sqrt(n * (n - 1) * (2 * n + 5) / 2)
    return 3 * found.s / spread if spread > 0 else None


def _z_continuity(found: Kendall) -> float | None:
    if found.sd <= 0:
        return None
    return math.copysign(abs(found.s) - 1, found.s) / found.sd if found.s else 0.0


def _ties_between(a: Floats, b: Floats) -> float:
    return float(np.sum(a[:, None] == b[None, :]))
