"""Which of our figures answers to which figure of the R packages."""

from itertools import product
from typing import Any

KINDS = {
    "slider_int": "slider",
    "slider_half": "slider",
    "minutes": "minutes",
    "count": "count",
    "yesno": "yesno",
}
_CI = {"est": "Est", "se": "SE", "lo95": "CI_lower", "hi95": "CI_upper"}
_BLOCKS: dict[str, tuple[str, dict[str, str]]] = {
    "tau": ("Tau", _CI),
    "tau_bc": ("Tau_BC", {**_CI, "slope": "slope", "intercept": "intercept"}),
    "smd.baseline": ("SMD_baseline", {**_CI, "sd": "SD"}),
    "smd.pooled": ("SMD_pool", {**_CI, "sd": "SD"}),
    "lrr": (
        "LRR",
        {**_CI, "pct": "pct", "pct_lo95": "pct_lower", "pct_hi95": "pct_upper"},
    ),
    "nap": (
        "NAP",
        {
            "est": "null.Est",
            "se_unbiased": "unbiased.SE",
            "se_hanley": "Hanley.SE",
            "se_null": "null.SE",
            "lo95": "null.CI_lower",
            "hi95": "null.CI_upper",
        },
    ),
    "scan_corrected_tau": (
        "scan_corrected_tau",
        {
            "tau": "tau",
            "z": "z",
            "p": "p",
            "corrected": "correction",
            "baseline_tau": "baseline_tau",
            "baseline_p": "baseline_p",
            "tau_uncorrected": "tau_uncorrected",
            "tau_corrected": "tau_corrected",
        },
    ),
}
_ROWS = {
    "a_vs_b": "A vs. B",
    "trend_a": "Trend A",
    "a_vs_b_min_trend_a": "A vs. B - Trend A",
    "a_vs_b_plus_trend_b_min_trend_a": "A vs. B + Trend B - Trend A",
}
_TESTS = {
    "mean_b_a": "Mean B-A",
    "mean_a_b": "Mean A-B",
    "mean_abs": "Mean |A-B|",
    "median_b_a": "Median B-A",
    "median_a_b": "Median A-B",
    "nap": "NAP",
}
_TERMS = {"intercept": "(Intercept)", "trend": "mt", "level": "phaseB", "slope": "interB"}
_GLS = {"intercept": "(Intercept)", "trend": "t", "level": "d"}
_DESCRIBE = ("nA", "nB", "missing", "mA", "mB", "sdA", "sdB", "mdA", "mdB", "acf1_A")

Path = tuple[str, ...]


def pairs() -> list[tuple[Path, Path]]:
    """(path in our answer, path in the expected values)."""
    found: list[tuple[Path, Path]] = [((k,), (k.upper(), "Est")) for k in ("pnd", "pem", "pand", "ird")]
    for ours, (theirs, names) in _BLOCKS.items():
        found += [((*ours.split("."), k), (theirs, *v.split("."))) for k, v in names.items()]
    for variant, row, k in product(
        ("complete_a", "complete_b", "parker", "tarlow"), _ROWS, ("s", "d", "tau", "z", "p")
    ):
        name = {"s": "S", "d": "D", "tau": "Tau", "z": "Z", "p": "p"}[k]
        found.append((("tau_u", variant, row, k), ("scan_tau_u", variant, _ROWS[row], name)))
    for test, k in product(_TESTS, ("p", "observed", "k")):
        name = "number" if k == "k" else k
        found.append((("rand_test", test, k), ("rand_test_startday", _TESTS[test], name)))
    found.append((("rand_test", "limit"), ("rand_test_startday", "limit")))
    found += [(("describe", k), ("describe", k)) for k in _DESCRIBE]
    return found + _lines()


def _lines() -> list[tuple[Path, Path]]:
    found: list[tuple[Path, Path]] = []
    for ours, theirs in {"W": "W", "HM": "H-M", "BLB": "B&L-B"}.items():
        found.append((("ols", ours, "sigma"), ("plm", theirs, "sigma")))
        for part, term in product(("coef", "se", "t", "p"), _TERMS):
            found.append((("ols", ours, part, term), ("plm", theirs, part, _TERMS[term])))
    for model, terms in {
        "trend_level": ("intercept", "trend", "level"),
        "level": ("intercept", "level"),
    }.items():
        gls, hac = f"gls_corAR1_REML_{model}", f"newey_west_{model}"
        found += [(("gls_ar1", model, k), (gls, k)) for k in ("phi", "sigma")]
        found.append((("newey_west", model, "maxlags"), (hac, "maxlags")))
        for part, term in product(("coef", "se"), terms):
            found.append((("gls_ar1", model, part, term), (gls, part, _GLS[term])))
            found.append((("newey_west", model, part, term), (hac, part, term)))
    return found


def reach(tree: Any, path: Path) -> Any:
    """What stands at the path; None where it stops."""
    for step in path:
        if not isinstance(tree, dict) or step not in tree:
            return None
        tree = tree[step]
    return tree


def agrees(got: Any, want: Any, tolerance: float = 1e-6) -> bool:
    if want is None or isinstance(want, bool):
        return got is want
    return got is not None and abs(got - want) <= tolerance * (1 + abs(want))
