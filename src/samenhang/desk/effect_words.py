"""What an experiment cannot tell, each in a heading and a sentence: the doubt has a place of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samenhang.method.experiment import Experiment

_CAVEATS = {
    "GELIJKTIJDIG": (
        "Er liep meer tegelijk",
        "Op dezelfde dagen liep nog een andere micro-actie. Geen enkele kan de eer alleen krijgen.",
    ),
    "TREND": (
        "Het ging al de goede kant op",
        "Vóór de start schoof het al in die richting. Een deel was er misschien ook zonder de actie gekomen.",
    ),
    "STARTDIP": (
        "Jullie begonnen in een zware week",
        "Na zulke dagen wordt het vaak vanzelf weer wat lichter.",
    ),
    "GATEN": ("Er ontbreken dagen", "Dagen zonder antwoord kunnen net de drukste of de beste geweest zijn."),
    "KORT": ("Het zijn weinig dagen", "Met een week erbij aan elke kant wordt het beeld eerlijker."),
    "PLAFOND": (
        "Er was weinig ruimte",
        "Vóór de start zat het al vaak aan het beste uiteinde. Beter kon dan bijna niet.",
    ),
    "WEEKEND": ("Weekends vielen ongelijk", "De ene periode had meer weekenddagen dan de andere."),
}


@dataclass(frozen=True)
class Doubt:
    """One thing that is not known."""

    title: str
    text: str


def doubts(experiment: Experiment, reasons: Sequence[str], missing: Sequence[date]) -> tuple[Doubt, ...]:
    """Everything that the answer leaves open, what this diary shows first."""
    found = [Doubt(*_CAVEATS[code]) for code in reasons if code in _CAVEATS]
    if missing:
        count = "Eén dag werd" if len(missing) == 1 else f"{len(missing)} dagen werden"
        found.append(Doubt("Wat niet ingevuld is", f"{count} niet ingevuld. Die tellen niet mee."))
    if experiment.is_afterthought:
        found.append(
            Doubt("Achteraf afgesproken", "De actie liep al toen jullie dit afspraken. Dit verkent.")
        )
    if not experiment.design.is_drawn:
        found.append(
            Doubt("Iets anders kan meespelen", "De dagen werden niet geloot. Wat nog veranderde, telt mee.")
        )
    found.append(Doubt("Of het blijft", "Dit gaat over deze dagen. Later kan het anders zijn."))
    return tuple(found)
