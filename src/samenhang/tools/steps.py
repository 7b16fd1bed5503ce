"""The five steps of a gesprek, on one thread: arrive, safety, look back, canvas, close."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from samenhang.dossier.models import Encounter

STEPS = ("arrive", "safety_ladder", "look_back", "canvas", "close")
_WORDS = {
    "arrive": ("Arriveren", "drie keer rustig uit"),
    "safety_ladder": ("Veiligheid", "wat we afspreken"),
    "look_back": ("Terugblik", "houden, bijsturen, loslaten"),
    "canvas": ("Canvas", "één vraag, één stap"),
    "close": ("Afronden", "wat volgt"),
}
_TOOLS = {"safety_ladder": "veiligheidsladder", "canvas": "sessiecanvas"}


@dataclass(frozen=True)
class Step:
    name: str
    title: str
    about: str
    href: str
    state: str


def href_of(encounter: Encounter, name: str) -> str:
    client: UUID = encounter.client_id
    if name in _TOOLS:
        return reverse("tools:fill_in", args=[client, encounter.pk, _TOOLS[name]])
    return reverse(f"desk:{name}", args=[client, encounter.pk])


def steps(encounter: Encounter, now: str, done: Iterable[str] = ()) -> list[Step]:
    """The thread of a gesprek: what is done, where you are, what comes."""
    passed = set(done)
    found = []
    for name in STEPS:
        state = "now" if name == now else "done" if name in passed else "next"
        found.append(Step(name, *_WORDS[name], href_of(encounter, name), state))
    return found


def done_steps(encounter: Encounter, kept: Iterable[str]) -> set[str]:
    """Which steps lie behind: begun, the tools kept in this gesprek, and ended."""
    passed = {slug for slug in kept if slug in STEPS}
    if encounter.begun_at:
        passed.add("arrive")
    if "canvas" in passed or encounter.ended_at:
        passed.add("look_back")
    if encounter.ended_at:
        passed.add("close")
    return passed


def after(encounter: Encounter, name: str) -> str:
    """Where to go when a step is done; a tool outside the five leads back to the canvas."""
    following = STEPS.index(name) + 1 if name in STEPS else STEPS.index("canvas")
    return href_of(encounter, STEPS[min(following, len(STEPS) - 1)])
