"""From a diary to an effect with its doubt, a verdict and its words."""

from collections.abc import Sequence

import numpy as np

from samenhang.analysis.case import (
    LONGEST,
    Better,
    Case,
    Day,
    Design,
    InputError,
    Kind,
    Plan,
    Value,
    read_case,
)
from samenhang.analysis.draws import Spread
from samenhang.analysis.effect.caveats import LASTIGER, caveats_of, count_missing
from samenhang.analysis.effect.numbers import say_days
from samenhang.analysis.effect.posterior import Posterior, effect_posterior
from samenhang.analysis.effect.prior import phi_weights, scale_of, smallest_change, within_sd
from samenhang.analysis.effect.result import Effect, NotEnough, RandomTest
from samenhang.analysis.effect.verdict import FEWEST, Chances, chances_of, got_harder, verdict_of
from samenhang.analysis.effect.words import Told, client_words, coach_words
from samenhang.analysis.randomised import drawn_spread

_NO_PLAN = Plan()


def estimate_effect(
    days: Sequence[Day],
    values: Sequence[Value],
    phases: Sequence[str],
    *,
    kind: Kind,
    better: Better,
    design: Design = "AB",
    plan: Plan = _NO_PLAN,
) -> Effect | NotEnough:
    """The effect of an action on one diary item, or why it cannot be said.

    One entry per row, in order of day: days as whole numbers or dates; values as numbers, None
    where nothing was filled in; phases 'A' (without) or 'B' (with the action). Never raises on a
    diary.
    """
    try:
        case = read_case(days, values, phases, kind=kind, better=better, design=design, plan=plan)
    except InputError as wrong:
        return _refuse(wrong.code, wrong.sentence)
    return estimate_case(case)


def estimate_case(case: Case) -> Effect | NotEnough:
    """The same for a case that has been read."""
    refused = _too_little(case)
    if refused is not None:
        return refused
    days, values, action = case.observed()
    scale = scale_of(case.kind, values)
    sd = within_sd(case, scale)
    m = smallest_change(case, sd)
    posterior = effect_posterior(days, values, action, phi_weights(case.design), scale)
    chances = chances_of(posterior, case.sign, m)
    return _tell(case, posterior, chances, m, caveats_of(case, sd))


def _tell(case: Case, posterior: Posterior, chances: Chances, m: float, caveats: tuple[str, ...]) -> Effect:
    lo90, hi90 = (float(one) for one in posterior.quantiles(np.array([0.05, 0.95])))
    verdict, spread = verdict_of(chances), drawn_spread(case)
    n_a, n_b = _counts(case)
    told = Told(
        case=case,
        verdict=verdict,
        chances=chances,
        effect=posterior.mean,
        lo90=lo90,
        hi90=hi90,
        smallest=m,
        phi=posterior.phi,
        trend=posterior.trend,
        n_a=n_a,
        n_b=n_b,
        missing=count_missing(case),
        reasons=(LASTIGER, *caveats) if got_harder(chances, verdict) else caveats,
        spread=spread,
    )
    return _effect(told, _random_test(spread, case.sign))


def _effect(told: Told, random_test: RandomTest | None) -> Effect:
    return Effect(
        effect=told.effect,
        lo90=told.lo90,
        hi90=told.hi90,
        p_improved=told.chances.improved,
        p_meaningful=told.chances.meaningful,
        p_worse=told.chances.worse,
        verdict=told.verdict,
        n_A=told.n_a,
        n_B=told.n_b,
        missing=told.missing,
        phi=told.phi,
        trend=told.trend,
        smallest_change=told.smallest,
        reasons=told.reasons,
        random_test=random_test,
        zin=client_words(told),
        zin_coach=coach_words(told),
    )


def _random_test(spread: Spread | None, sign: int) -> RandomTest | None:
    return None if spread is None else RandomTest(p=spread.p(sign), k=spread.k)


def _counts(case: Case) -> tuple[int, int]:
    """Observed days without and with the action."""
    seen = case.seen
    return int(np.sum(seen & ~case.action)), int(np.sum(seen & case.action))


def _too_little(case: Case) -> NotEnough | None:
    """The first thing that stands in the way of any estimate."""
    n_a, n_b = _counts(case)
    if n_a + n_b == 0:
        return _refuse("LEEG", "Er is nog niets ingevuld.", case)
    if len(case.days) > LONGEST or case.days[-1] - case.days[0] > LONGEST:
        sentence = f"Dit zijn meer dan {LONGEST} dagen: kies het stuk waar het om gaat."
        return _refuse("TE_LANG", sentence, case, have=n_a + n_b, need=LONGEST)
    if min(n_a, n_b) < FEWEST:
        return _too_few(case, n_a, n_b)
    _, values, _ = case.observed()
    if values.min() == values.max():
        sentence = "Alle ingevulde dagen hebben dezelfde waarde: daar is geen verschil uit te lezen."
        return _refuse("VLAK", sentence, case, have=1, need=2)
    return None


def _too_few(case: Case, n_a: int, n_b: int) -> NotEnough:
    code = "EEN_FASE" if min(n_a, n_b) == 0 else "KORT"
    sentence = (
        f"We hebben {say_days(n_a)} zonder en {say_days(n_b)} met de actie. "
        f"Van elk zijn er minstens {FEWEST} nodig."
    )
    return _refuse(code, sentence, case, have=min(n_a, n_b), need=FEWEST)


def _refuse(
    code: str, sentence: str, case: Case | None = None, have: int = 0, need: int = FEWEST
) -> NotEnough:
    n_a, n_b = (0, 0) if case is None else _counts(case)
    zin = f"Te vroeg om te zeggen. {sentence}"
    missing = 0 if case is None else count_missing(case)
    return NotEnough(have, need, code, n_a, n_b, missing, (code,), zin, zin)
