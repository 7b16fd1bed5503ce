"""All indices of one case, from its observed days."""

from dataclasses import dataclass

import numpy as np

from samenhang.analysis.case import LONGEST, Case
from samenhang.analysis.indices.corrected import ScanCorrectedTau, TauBc, scan_corrected_tau, tau_bc
from samenhang.analysis.indices.gls import GlsPair, gls_ar1
from samenhang.analysis.indices.overlap import Nap, Tau, ird, nap, pand, pem, pnd, tau_of
from samenhang.analysis.indices.regression import NeweyWestPair, OlsCodings, newey_west, ols_codings
from samenhang.analysis.indices.resample import RandTest, RandTestAb, rand_test
from samenhang.analysis.indices.sizes import Describe, Lrr, SmdPair, describe, lrr, smd
from samenhang.analysis.indices.tau_u import TauU, tau_u


@dataclass(frozen=True)
class Indices:
    """All indices of one case; what is not defined is None.

    Turned (larger = improvement): nap, tau, tau_bc, pnd, pem, pand, ird, smd. As measured, B - A:
    the rest. Under `alternation` the indices that lean on one line through time are None.
    """

    describe: Describe
    nap: Nap
    tau: Tau
    pnd: float
    pem: float
    pand: float
    ird: float
    smd: SmdPair
    lrr: Lrr | None
    rand_test: RandTest | RandTestAb | None
    tau_bc: TauBc | None
    scan_corrected_tau: ScanCorrectedTau | None
    tau_u: TauU | None
    ols: OlsCodings | None
    gls_ar1: GlsPair | None
    newey_west: NeweyWestPair | None


def compute_indices(case: Case) -> Indices | None:
    """Every index of one case; None where a phase has no observed day, or above 2,000 of them."""
    days, values, action = case.observed()
    a, b = values[action == 0], values[action == 1]
    if len(a) == 0 or len(b) == 0 or len(days) > LONGEST:
        return None
    turned_a, turned_b = case.sign * a, case.sign * b
    found, kept = nap(turned_a, turned_b), pand(turned_a, turned_b)
    lines = case.design != "alternation"
    return Indices(
        describe=describe(a, b, missing=int(np.sum(~case.seen))),
        nap=found,
        tau=tau_of(found),
        pnd=pnd(turned_a, turned_b),
        pem=pem(turned_a, turned_b),
        pand=kept,
        ird=ird(kept, len(a), len(b)),
        smd=smd(a, b, case.sign),
        lrr=lrr(a, b, case.kind),
        rand_test=rand_test(case),
        tau_bc=tau_bc(values, action, case.sign) if lines else None,
        scan_corrected_tau=scan_corrected_tau(days, values, action) if lines else None,
        tau_u=tau_u(a, b) if lines else None,
        ols=_ols(case) if lines else None,
        gls_ar1=gls_ar1(days, values, action) if lines else None,
        newey_west=newey_west(days, values, action) if lines else None,
    )


def _ols(case: Case) -> OlsCodings:
    days, values, action = case.observed()
    rows = case.days.astype(float)
    return ols_codings(days, values, action, rows[0], rows[case.action][0])
