"""The closed form against the same model by brute force, and the refined factors against every subset."""

import math
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from samenhang.analysis.levers.network import (
    draw_arrows,
    draw_chance,
    order_chances,
    order_days,
    share_out,
    solve,
    sum_pairs,
    weigh,
)
from samenhang.analysis.levers.prior import (
    RESIDUAL,
    RESIDUAL_WORTH,
    Prior,
    turn_slots,
    with_map,
    without_map,
)
from samenhang.analysis.levers.sites import refine
from samenhang.analysis.levers.tables import Arrow
from tests.analysis.levers.people import layout_of, person, series_of


def rows_of(series, layout, node):
    """Outcome and columns of one equation, pair by pair, as a reader of the model would write them."""
    outcome, columns = [], []
    for day in range(1, series.days):
        today, before = series.values[day], series.values[day - 1]
        if not (np.isfinite(today).any() and np.isfinite(before).any()) or np.isnan(today[node]):
            continue
        row = [*series.fixed[day], *np.nan_to_num(today), *np.nan_to_num(before)]
        outcome.append(today[node])
        columns.append([value for value, there in zip(row, layout.allowed[node], strict=True) if there])
    return np.array(outcome), np.array(columns)


def brute_force(y, x, mean, variance):
    """Posterior mean, scale and log fit through the marginal covariance: a multivariate t."""
    n, df, scale = len(y), RESIDUAL_WORTH, RESIDUAL
    whole = np.eye(n) + x @ np.diag(variance) @ x.T
    back = np.linalg.inv(whole)
    off = y - x @ mean
    pull = np.diag(variance) @ x.T @ back
    squares = df * scale + off @ back @ off
    log = math.lgamma((df + n) / 2) - math.lgamma(df / 2) - n / 2 * math.log(math.pi * df * scale)
    log += -0.5 * np.linalg.slogdet(whole)[1] - (df + n) / 2 * math.log(squares / (df * scale))
    spread = squares / (df + n) * (np.diag(variance) - pull @ x @ np.diag(variance))
    return mean + pull @ off, spread, log


def test_every_equation_equals_brute_force() -> None:
    one = person(11, days=40)
    series = series_of(one)
    layout = layout_of(series)
    prior = with_map(layout, series.nodes, one.arrows)
    mean, variance = prior.moments()
    found = solve(sum_pairs(series, layout), layout, mean, variance)
    for node in range(layout.nodes):
        there = layout.allowed[node]
        y, x = rows_of(series, layout, node)
        centre, spread, log = brute_force(y, x, mean[node, there], variance[node, there])
        assert found.mean[node, there] == pytest.approx(centre, abs=1e-10)
        own = found.inverse[node][np.ix_(there, there)] * found.b[node] / found.a[node]
        assert own == pytest.approx(spread, abs=1e-10)
        assert found.log_fit[node] == pytest.approx(log, abs=1e-8)
        assert np.all(found.mean[node, ~there] == 0)


def test_the_other_way_round_a_slot_is_the_same_equations_with_its_own_columns() -> None:
    series = series_of(person(16, nodes=6, days=40))
    layout = layout_of(series)
    turned = turn_slots(layout)
    prior = without_map(layout)
    found = solve(sum_pairs(series, turned), turned, *prior.moments())
    assert np.array_equal(turned.allowed | layout.allowed, layout.possible)
    for node in range(layout.nodes):
        there = turned.allowed[node]
        y, x = rows_of(series, turned, node)
        mean, variance = (one[node, there] for one in prior.moments())
        centre, _, log = brute_force(y, x, mean, variance)
        assert found.mean[node, there] == pytest.approx(centre, abs=1e-10)
        assert found.log_fit[node] == pytest.approx(log, abs=1e-8)


def test_the_order_within_a_slot_is_weighed_slot_by_slot() -> None:
    series = series_of(person(16, nodes=6, days=40, map="none"))
    layout = layout_of(series)
    orders = order_days(series, layout)
    prior = without_map(layout)
    chances = order_chances(orders, prior)
    fits = np.array([order.log_fit(prior) for order in orders])
    for slot in set(layout.slots):
        here = np.array(layout.slots) == slot
        one, other = np.exp(fits[:, here].sum(1) - fits[:, here].sum(1).max())
        assert chances[:, here] == pytest.approx(
            np.array([[one], [other]]) / (one + other) + np.zeros(here.sum())
        )
    apart = [replace(node, slot=i % 4) for i, node in enumerate(series.nodes[:4])]
    alone = replace(series, nodes=tuple(apart), values=series.values[:, :4])
    assert len(order_days(alone, layout_of(alone))) == 1


def test_drawn_arrows_have_the_mean_and_spread_of_the_closed_form() -> None:
    series = series_of(person(12))
    layout = layout_of(series)
    found = solve(sum_pairs(series, layout), layout, *without_map(layout).moments())
    chance = draw_chance(found, layout, 20_000, np.random.default_rng(1))
    drawn = draw_arrows(found, layout, chance).astype(float)
    part = slice(layout.fixed, layout.width)
    assert drawn.mean(0) == pytest.approx(found.mean[:, part], abs=0.01)
    own = np.diagonal(found.inverse, axis1=1, axis2=2)[:, part] * (found.b / (found.a - 1))[:, None]
    expected = np.where(layout.allowed[:, part], own, 0.0)
    assert drawn.var(0) == pytest.approx(expected, rel=0.1, abs=1e-4)


def test_the_weight_of_a_map_is_bayes_over_the_slab_widths_and_the_orders() -> None:
    one = person(13, map="good")
    series = series_of(one)
    layout = layout_of(series)
    told, gaps = (with_map(layout, series.nodes, one.arrows, whole=whole) for whole in (True, False))
    free = without_map(layout)
    orders = order_days(series, layout)
    trust = weigh(orders, (told, gaps, free), odds=2.0)

    def likely(prior: Prior, widen: float) -> float:
        """The sum over every choice of an order in every slot, written out."""
        fits = [solve(sum_pairs(series, o.layout), o.layout, *prior.moments(widen)).log_fit for o in orders]
        slots = sorted(set(layout.slots))
        total = 0.0
        for choice in product(range(len(orders)), repeat=len(slots)):
            taken = dict(zip(slots, choice, strict=True))
            total += math.exp(sum(fits[taken[s]][j] for j, s in enumerate(layout.slots)) + 200)
        return total / len(orders) ** len(slots)

    widths = ((0.3, 0.25), (1.0, 0.5), (2.0, 0.25))
    fits = [sum(w * likely(prior, widen) for widen, w in widths) for prior in (told, gaps, free)]
    assert trust.log_bf == pytest.approx(math.log((fits[0] + fits[1]) / 2 / fits[2]), abs=1e-6)
    weights = np.array([fits[0], fits[1], fits[2]]) / sum(fits)
    assert trust.weights == pytest.approx(weights)
    assert trust.map == pytest.approx(weights[0] + weights[1])
    alone = weigh(orders, (free,), odds=2.0)
    assert (alone.map, alone.log_bf, alone.weights.tolist()) == (None, None, [1.0])


def test_a_true_map_is_trusted_and_a_false_one_is_not() -> None:
    weights = {"good": [], "wrong": []}
    for kind, found in weights.items():
        for seed in range(8):
            one = person(seed, map=kind, nodes=8, days=120, missing=0.0)
            series = series_of(one)
            layout = layout_of(series)
            priors = (with_map(layout, series.nodes, one.arrows), without_map(layout))
            found.append(weigh(order_days(series, layout), priors, 1.0).map)
    assert np.mean(weights["good"]) > 0.85
    assert np.mean(weights["wrong"]) < 0.25


def test_shares_add_up() -> None:
    assert share_out(np.array([0.5, 0.25, 0.25]), 7).tolist() == [3, 2, 2]
    assert share_out(np.array([1.0]), 5).tolist() == [5]


def test_refined_factors_are_near_the_sum_over_all_subsets() -> None:
    """One equation with four arrows: sixteen subsets, each conjugate, weighed exactly."""
    one = person(14, nodes=3, days=80, missing=0.0, map="none")
    series = series_of(one)
    layout = layout_of(series)
    prior = without_map(layout)
    found = refine(sum_pairs(series, layout), layout, prior)
    node = 2
    there = np.flatnonzero(layout.allowed[node])
    arrows = [k for k in there if layout.arrows[node, k]]
    y, x = rows_of(series, layout, node)
    weights, means, flags = [], [], []
    for flag in product((0, 1), repeat=len(arrows)):
        on = dict(zip(arrows, flag, strict=True))
        used = np.array([bool(on.get(k, 1)) for k in there])
        mean, variance = prior.mean[node, there][used], prior.variance[node, there][used]
        centre, _, log = brute_force(y, x[:, used], mean, variance)
        chance = sum(math.log(prior.chance[node, k] if on[k] else 1 - prior.chance[node, k]) for k in arrows)
        full = np.zeros(len(there))
        full[used] = centre
        weights.append(log + chance)
        means.append(full)
        flags.append(flag)
    share = np.exp(np.array(weights) - max(weights))
    share /= share.sum()
    exact = share @ np.array(means)
    assert found.posterior.mean[node, there] == pytest.approx(exact, abs=0.05)
    assert found.inclusion[node, arrows] == pytest.approx(share @ np.array(flags), abs=0.15)


def test_a_map_of_every_arrow_leaves_nothing_free() -> None:
    series = series_of(person(15, nodes=3, map="none"))
    layout = layout_of(series)
    names = [node.name for node in series.nodes]
    arrows = [Arrow(a, b, 2.0) for a in names for b in names if a != b]
    prior = with_map(layout, series.nodes, arrows)
    found = refine(sum_pairs(series, layout), layout, prior)
    assert np.all(np.isfinite(found.posterior.mean))
