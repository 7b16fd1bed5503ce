"""What to know beside the levers, in Dutch: one clause each, ready for one sentence."""

from collections.abc import Iterator, Sequence

from samenhang.analysis.levers.estimate import Question
from samenhang.analysis.levers.series import WINDOW, NodeReport
from samenhang.analysis.levers.tables import LENSES, Arrow
from samenhang.analysis.levers.verdict import FEWEST_PAIRS

_WHY_DROPPED = {
    "constant": "elke dag hetzelfde",
    "too_few": "te weinig ingevuld",
    "not_in_diary": "niet gemeten",
    "no_node": "geen factor van de kaart",
}
_FLAGS = {
    "ceiling": "staat vaak op haar hoogste waarde",
    "floor": "staat vaak op haar laagste waarde",
    "off_scale": "komt buiten 0 tot 10",
    "break": "ligt in de tweede helft duidelijk anders dan in de eerste",
}
_REFUSALS = {
    "empty_diary": "er is nog niets ingevuld",
    "few_nodes": "er zijn geen twee factoren met een bruikbaar dagboek",
    "no_modifiable_node": "geen enkele bruikbare factor is te beïnvloeden",
    "no_goal": "geen enkele bruikbare factor is een doel",
}
_NOTHING = "zonder kaart is er nog niets om uit te kiezen"
_NAMES = {"bio": "Bio", "psycho": "Psycho", "sociaal": "Sociaal"}


def tell(question: Question, refused: str | None) -> tuple[str, ...]:
    """Clauses without a capital or a full stop, the weightiest first."""
    return tuple(_clauses(question, refused))


def _clauses(question: Question, refused: str | None) -> Iterator[str]:
    series = question.series
    if refused is not None:
        alone = "dit zijn voorstellen uit de kaart alleen"
        yield f"{_refusal(question, refused)}: {alone if question.arrows else _NOTHING}"
    for report in series.report:
        if not report.kept and (refused != "empty_diary" or report.status != "not_in_diary"):
            yield f"‘{report.node}’ telt niet mee ({_WHY_DROPPED[report.status]})"
    if series.older:
        yield f"alleen de laatste {WINDOW} dagen tellen mee"
    for report in series.report:
        yield from _flags(report)
    circle = find_circle(question.arrows)
    if circle:
        yield f"de kaart loopt in een kring ({' → '.join(circle)}): de weg terug telt een dag later"
    empty = _empty_lenses(question)
    if empty:
        yield f"op de kaart staat niets bij {' en '.join(empty)}"


def _refusal(question: Question, refused: str) -> str:
    if refused in _REFUSALS:
        return _REFUSALS[refused]
    have = int(question.series.pairs.sum())
    return f"van de {FEWEST_PAIRS} nodige paren van twee ingevulde dagen na elkaar zijn er {have}"


def _flags(report: NodeReport) -> Iterator[str]:
    if report.kept and report.status != "ok":
        told = " en ".join(_FLAGS[flag] for flag in report.status.split("+"))
        yield f"‘{report.node}’ {told}"


def find_circle(arrows: Sequence[Arrow]) -> tuple[str, ...]:
    """The first way along the arrows that comes back where it began, or nothing."""
    onward: dict[str, list[str]] = {}
    for arrow in arrows:
        onward.setdefault(arrow.source, []).append(arrow.target)
    for start in sorted(onward):
        ways: list[tuple[str, ...]] = [(start,)]
        seen = {start}
        while ways:
            way = ways.pop(0)
            for target in sorted(onward.get(way[-1], [])):
                if target == start:
                    return (*way, start)
                if target not in seen:
                    seen.add(target)
                    ways.append((*way, target))
    return ()


def _empty_lenses(question: Question) -> list[str]:
    """Lenses without any arrow, on a map that has arrows."""
    if not question.arrows:
        return []
    ends = {end for arrow in question.arrows for end in (arrow.source, arrow.target)}
    used = {node.lens for node in question.nodes if node.name in ends}
    return [_NAMES[lens] for lens in LENSES if lens not in used]
