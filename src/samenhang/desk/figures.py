"""The figures of an experiment for whoever knows them: named as in the field, none of them a verdict."""

from dataclasses import dataclass
from typing import Any

NONE = "niet te berekenen"


@dataclass(frozen=True)
class Figure:
    """One index: its name, its value, its bounds, and what it compares."""

    name: str
    value: str
    about: str


def rows_of_figures(indices: Any) -> tuple[Figure, ...]:
    """A row for each index that is defined for this design; nothing when a phase has no day."""
    if indices is None:
        return ()
    d = indices.describe
    rows = [
        Figure("Gemiddelde", f"{_say(d.mA)} zonder, {_say(d.mB)} met", f"{d.nA} en {d.nB} ingevulde dagen"),
        Figure("Mediaan", f"{_say(d.mdA)} zonder, {_say(d.mdB)} met", ""),
        Figure("Spreiding (SD)", f"{_say(d.sdA)} zonder, {_say(d.sdB)} met", ""),
        Figure("NAP", _with_bounds(indices.nap), "kans dat een dag met beter is dan een dag zonder"),
        Figure("Tau", _with_bounds(indices.tau), "samenhang tussen fase en waarde"),
        Figure("PND", _say(indices.pnd), "deel van de dagen met boven de beste dag zonder"),
        Figure("PAND", _say(indices.pand), "deel van de dagen zonder overlap"),
        Figure("SMD", _with_bounds(indices.smd.pooled), "verschil in spreidingen, gecorrigeerd"),
    ]
    if indices.lrr is not None:
        rows.append(Figure("LRR", _with_bounds(indices.lrr), "logaritme van de verhouding"))
    if indices.tau_bc is not None:
        rows.append(Figure("Tau-BC", _with_bounds(indices.tau_bc), "met de trend vooraf eruit"))
    if indices.tau_u is not None:
        less_trend = indices.tau_u.complete_a.a_vs_b_min_trend_a
        rows.append(Figure("Tau-U", _say(less_trend.tau), "A tegen B, min trend A"))
    if indices.gls_ar1 is not None and indices.gls_ar1.trend_level is not None:
        level = indices.gls_ar1.trend_level
        rows.append(Figure("GLS AR(1)", _say(level.coef.level), f"sprong; autocorrelatie {_say(level.phi)}"))
    return tuple(rows)


def _with_bounds(found: Any) -> str:
    if found is None or found.est is None:
        return NONE
    if found.lo95 is None or found.hi95 is None:
        return _say(found.est)
    return f"{_say(found.est)} (95 %: {_say(found.lo95)} tot {_say(found.hi95)})"


def _say(value: float | None) -> str:
    return NONE if value is None else f"{value:.2f}".replace(".", ",").replace("-", "−")
