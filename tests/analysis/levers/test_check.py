"""What the diary says of each told arrow."""

from dataclasses import replace

import numpy as np
import pytest

from samenhang.analysis.levers.estimate import look_ahead
from samenhang.analysis.levers.fit import fit
from samenhang.analysis.levers.tables import Node
from tests.analysis.levers.people import estimate, layout_of, person, series_of

NODES = [Node("slaap", slot=0), Node("rust", slot=3), Node("werk", slot=2)]


def diary(strength: float, days: int = 80) -> dict[str, list]:
    rng = np.random.default_rng(7)
    sleep = rng.normal(5, 1.6, days)
    calm = 5 + strength * (sleep - 5) + rng.normal(0, 1.0, days)
    work = rng.normal(5, 1.6, days)
    dates = np.datetime64("2025-01-01") + np.arange(days)
    return {"date": [str(d) for d in dates], "slaap": sleep, "rust": calm, "werk": work}


@pytest.mark.parametrize("mode", ["fast", "full"])
@pytest.mark.parametrize(("strength", "state"), [(0.8, "supports"), (-0.8, "contradicts")])
def test_an_arrow_that_is_there_is_supported_and_its_reverse_contradicted(
    mode: str, strength: float, state: str
) -> None:
    found = fit(diary(strength), NODES, [("slaap", "rust", 2)], mode=mode, draws=800)
    (arrow,) = found.map_check().arrows
    assert arrow.state == state


def test_an_arrow_to_what_was_dropped_is_not_measured() -> None:
    flat = {**diary(0.5), "werk": [5] * 80}
    found = fit(flat, NODES, [("slaap", "werk", 2), ("slaap", "rust", 1)], mode="fast", draws=400)
    states = {arrow.target: arrow.state for arrow in found.map_check().arrows}
    assert states == {"werk": "not_measured", "rust": "supports"}


def test_a_map_only_of_what_was_dropped_is_no_map_to_the_diary() -> None:
    flat = {**diary(0.5), "werk": [5] * 80}
    found = fit(flat, NODES, [("slaap", "werk", 2)], mode="fast", draws=400)
    assert (found.map_check().given, found.map_check().trust) == (True, None)


def test_before_there_are_days_enough_measured_arrows_are_open() -> None:
    short = {name: column[:10] for name, column in diary(0.5).items()}
    found = fit(short, NODES, [("slaap", "rust", 2)], mode="fast", draws=400)
    assert [arrow.state for arrow in found.map_check().arrows] == ["open"]


def test_edges_speak_in_the_words_of_the_nodes() -> None:
    found = fit(diary(0.8), [replace(NODES[0], polarity=-1), *NODES[1:]], mode="fast", draws=800)
    (edge,) = [e for e in found.edges() if (e.source, e.target, e.lag) == ("slaap", "rust", 0)]
    assert edge.mean == pytest.approx(0.8, abs=0.15)
    assert edge.p_incl > 0.9
    assert edge.lo90 < edge.mean < edge.hi90


def test_the_day_ahead_is_lived_on_from_the_last_and_drawn_to_the_usual() -> None:
    series = series_of(person(33, nodes=3))
    layout = layout_of(series)
    mean = np.zeros((1, 3, layout.width))
    mean[0, :, 0] = [0.2, 0.4, 0.0]
    mean[0, 2, layout.fixed] = 0.5  # the first moves the third on the same day
    mean[0, 0, layout.fixed + 3] = 0.3  # and itself a day later
    ahead = look_ahead(series, layout, mean, np.array([[1.0, 2.0, -1.0]]))
    assert ahead == pytest.approx(0.7 * np.array([0.5, 0.4, 0.25]))


def test_next_day_is_in_points() -> None:
    ahead = estimate(person(33)).next_day()
    assert all(-2 <= value <= 12 for value in ahead.values())
