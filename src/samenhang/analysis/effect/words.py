"""The verdict in Dutch: one text for the client, one with the figures for the coach.

'Sinds', not 'door', unless the days were drawn; a number with every word; no statistics' terms for
the client. The sentences themselves are a contract: people and pages lean on them.
"""

from dataclasses import dataclass

from samenhang.analysis.case import Case
from samenhang.analysis.draws import Spread
from samenhang.analysis.effect.caveats import LASTIGER
from samenhang.analysis.effect.numbers import UNITS, Unit, say_chance, say_days, say_number
from samenhang.analysis.effect.verdict import Chances, Verdict

# How often 'waarschijnlijk_verbeterd' is seen in 100 people for whom nothing works (bench/effect).
SEEN_WITHOUT_EFFECT = 5

CAVEATS = {
    "TREND": "het ging al de goede kant op vóór je begon",
    "STARTDIP": "je begon in een slechte week; daarna wordt het vaak vanzelf wat beter",
    "GATEN": "er ontbreken dagen",
    "KORT": "weinig dagen",
    "PLAFOND": "het zat al bijna aan het einde van de schaal",
    "WEEKEND": "de ene periode had meer weekenddagen",
    LASTIGER: "het werd eerder wat lastiger dan lichter",
    "GELIJKTIJDIG": "er liep nog een andere actie",
}
# Said to the client beside a verdict that sounds good: other reasons why it may look better.
_OTHER_REASONS = ("TREND", "STARTDIP", "WEEKEND", "GELIJKTIJDIG")
_HARDER = "Het werd eerder wat lastiger dan lichter."
_TALK = "Bespreek dit samen; stoppen mag. (Let op: bij rode vlaggen -> doorverwijskaart.)"


@dataclass(frozen=True)
class Told:
    """Everything a sentence may need; effect and bounds natural, not turned."""

    case: Case
    verdict: Verdict
    chances: Chances
    effect: float
    lo90: float
    hi90: float
    smallest: float
    phi: float
    trend: float
    n_a: int
    n_b: int
    missing: int
    reasons: tuple[str, ...]
    spread: Spread | None

    @property
    def unit(self) -> Unit:
        return UNITS[self.case.kind]

    @property
    def better_by(self) -> float:
        """The effect, turned: larger = better."""
        return self.case.sign * self.effect

    @property
    def better_between(self) -> tuple[float, float]:
        """The 90 % bounds of the turned effect, low first."""
        low, high = sorted((self.case.sign * self.lo90, self.case.sign * self.hi90))
        return low, high


def client_words(told: Told) -> str:
    """The text for the client: the verdict's sentence, the days, and what else may explain it."""
    parts = [_HARDER] if LASTIGER in told.reasons else []
    parts.extend(_standing(told))
    parts.append(_VERDICTS[told.verdict](told))
    parts.extend(_days(told))
    parts.extend(_other_reasons(told))
    return " ".join(parts)


def _standing(told: Told) -> list[str]:
    """What kind of look this is, where it is not the agreed one."""
    plan, parts = told.case.plan, []
    if plan.interim:
        parts.append("Tussenstand: het besluit valt op het afgesproken moment.")
    if plan.exploratory:
        parts.append("Verkennend: dit kozen jullie niet vooraf als maat.")
    return parts


def _too_early(told: Told) -> str:
    unit = told.unit
    return (
        f"Te vroeg om te zeggen. We hebben {_with_and_without(told.n_a, told.n_b)}. "
        "Je dagen schommelen nog te veel: het verschil kan liggen tussen "
        f"{unit.bare(told.lo90)} en {unit.say(told.hi90)}."
    )


def _likely(told: Told) -> str:
    return (
        "Het lijkt beter te gaan, maar zeker is het niet. "
        f"Gemiddeld {told.unit.say(told.better_by)} beter; de kans dat het echt beter is, "
        f"schatten we op {say_chance(told.chances.improved)}. "
        f"Zo’n beeld zien we ook bij ongeveer {SEEN_WITHOUT_EFFECT} op de 100 mensen "
        "bij wie niets werkt."
    )


def _improved(told: Told) -> str:
    unit, (low, high) = told.unit, told.better_between
    if told.case.design == "alternation":
        return (
            f"Op dagen met de actie was het gemiddeld {unit.say(told.better_by)} beter "
            f"dan op dagen zonder. {_credit_of_days(told)}"
        )
    return (
        f"Het gaat beter sinds je met de actie begon: gemiddeld {unit.say(told.better_by)} "
        f"(waarschijnlijk tussen {unit.bare(low)} en {unit.bare(high)}). "
        f"De kans dat dit meer is dan {unit.bare(told.smallest)} {unit.word(told.smallest)}: "
        f"{say_chance(told.chances.meaningful)}. {_credit_of_start(told)}"
    )


def _credit_of_days(told: Told) -> str:
    if told.spread is None:
        return "De dagen waren niet geloot: misschien speelde er nog iets anders mee."
    if told.case.plan.other_actions:
        return "De dagen waren geloot."
    return "De dagen waren geloot, dus dit spreekt voor de actie zelf."


def _credit_of_start(told: Told) -> str:
    plain = "Of het door de actie komt, weten we hiermee niet zeker: er veranderde misschien nog iets anders."
    if told.spread is None:
        return plain
    as_far = round(told.spread.p(told.case.sign) * told.spread.k)
    return (
        f"De startdag was geloot: bij {as_far} van de {told.spread.k} mogelijke startdagen "
        f"was het verschil minstens zo groot. {plain}"
    )


def _no_difference(told: Told) -> str:
    unlikely = f"Een verandering van {told.unit.say(2 * told.smallest)} of meer is weinig waarschijnlijk."
    next_step = "Dat is ook een uitkomst: kies samen of je de actie aanpast of een andere hefboom test."
    opening = "Het verschil is klein." if LASTIGER in told.reasons else "Geen merkbaar verschil."
    return f"{opening} {unlikely} {next_step}"


def _worse(told: Told) -> str:
    by = told.unit.say(-told.better_by)
    if told.case.design == "alternation":
        return f"Op dagen met de actie was het gemiddeld {by} slechter dan op dagen zonder. {_TALK}"
    return f"Het gaat minder goed sinds de start: gemiddeld {by} slechter. {_TALK}"


_VERDICTS = {
    Verdict.TOO_EARLY: _too_early,
    Verdict.LIKELY_IMPROVED: _likely,
    Verdict.IMPROVED: _improved,
    Verdict.NO_DIFFERENCE: _no_difference,
    Verdict.WORSE: _worse,
}


def _with_and_without(n_a: int, n_b: int) -> str:
    return f"{say_days(n_a)} zonder en {say_days(n_b)} met de actie"


def _days(told: Told) -> list[str]:
    parts = []
    if told.verdict is not Verdict.TOO_EARLY:
        parts.append(f"Dit gaat over {_with_and_without(told.n_a, told.n_b)}.")
    if told.missing:
        verb = "is" if told.missing == 1 else "zijn"
        parts.append(f"{say_days(told.missing)} {verb} niet ingevuld.")
    return parts


def _other_reasons(told: Told) -> list[str]:
    if told.verdict not in {Verdict.IMPROVED, Verdict.LIKELY_IMPROVED}:
        return []
    found = [CAVEATS[code] for code in told.reasons if code in _OTHER_REASONS]
    return [_mind(found)] if found else []


def _mind(found: list[str]) -> str:
    """'Let op: het ene. Het andere.'"""
    return "Let op: " + ". ".join([found[0], *(one[0].upper() + one[1:] for one in found[1:])]) + "."


def coach_words(told: Told) -> str:
    """The text for the coach: the same verdict with its figures."""
    parts = [_figures(told), _chances(told), _days_and_run(told)]
    if told.spread is not None:
        parts.append(_test_words(told.spread, told.case.sign))
    if told.reasons:
        parts.append(_mind([CAVEATS[code] for code in told.reasons]))
    return " ".join(parts)


def _figures(told: Told) -> str:
    unit = told.unit
    return (
        f"{_NAMES[told.verdict]}: verschil {unit.say(told.effect)} (met min zonder; 90%-interval "
        f"{unit.bare(told.lo90)} tot {unit.bare(told.hi90)})."
    )


def _chances(told: Told) -> str:
    chances = told.chances
    return (
        f"Kans op beter: {say_chance(chances.improved)}; op meer dan "
        f"{told.unit.say(told.smallest)} beter: {say_chance(chances.meaningful)}; "
        f"op zoveel slechter: {say_chance(chances.worse)}."
    )


def _days_and_run(told: Told) -> str:
    return (
        f"{_with_and_without(told.n_a, told.n_b)}, {told.missing} niet ingevuld. "
        f"Verband tussen twee dagen na elkaar: {say_number(told.phi)}; verwacht verloop zonder "
        f"actie over de hele periode: {told.unit.say(told.trend)}."
    )


_NAMES = {
    Verdict.TOO_EARLY: "Te vroeg om te zeggen",
    Verdict.LIKELY_IMPROVED: "Waarschijnlijk verbeterd",
    Verdict.IMPROVED: "Verbeterd",
    Verdict.NO_DIFFERENCE: "Klein of geen verschil",
    Verdict.WORSE: "Verslechterd",
}


def _test_words(spread: Spread, sign: int) -> str:
    p = f"{spread.p(sign):.3f}".replace(".", ",")
    return f"Lotingstoets: p = {p} over {spread.k} mogelijke lotingen."
