"""T6 Session canvas: one question, one hypothesis, one intervention, one observation, one follow-up."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from samenhang.method.lever import Lever
from samenhang.method.sheet import Shape, entry, type_of_json

MOST_ITEMS = 2


@dataclass(frozen=True)
class Intervention:
    """The micro-action as it was agreed here; `action` points to the living one."""

    text: str = entry("Welke ene micro-actie testen we tot volgende keer?")
    action: str = ""
    when: str = entry("wanneer")
    anchor: str = entry("waar het aan vasthangt")
    duration: str = entry("hoelang")
    first_step: str = entry("eerste stap")


@dataclass(frozen=True)
class Watched:
    """A diary item that will show an effect, as it was worded when it was picked."""

    text: str
    item: str = ""


@dataclass(frozen=True)
class Later:
    """A goal that may wait. Nothing is lost; it is only out of sight."""

    text: str
    id: str = ""
    put_away: bool = False


@dataclass(frozen=True)
class Place:
    """The factor of the map that was chosen as the place to push, as it was worded then."""

    text: str = entry("De plek op de kaart")
    id: str = ""


@dataclass(frozen=True)
class Canvas(Shape):
    slug: ClassVar[str] = "canvas"
    version: ClassVar[int] = 2

    question: str = entry("Vraag", hint="Wat is vandaag belangrijk?")
    lever: Lever | None = entry("Hefboom", hint="Waar zit de hefboom?", default=None)
    hypothesis: str = entry("Hypothese", hint="Waar zit de hefboom?")
    place: Place = entry("Op de kaart", default=Place())
    intervention: Intervention = entry(
        "Interventie",
        hint="Welke ene micro-actie testen we tot volgende keer?",
        default=Intervention(),
    )
    observation: str = entry("Observatie", hint="Waaraan merk je het, en hoe hou je het bij?")
    watched: tuple[Watched, ...] = entry("Dagboekvragen", default=())
    follow_up: str = entry("Vervolg", hint="En als het niet lukt?")
    later: tuple[Later, ...] = entry("Bewaard voor later", default=())
    notes: str = entry("Notities voor jezelf", private=True)

    @classmethod
    def upgrade(cls, document: type_of_json, version: int) -> type_of_json:  # noqa: ARG003 - of version 1
        """A canvas of before the map names no place on it."""
        return document


BOXES = ("question", "hypothesis", "intervention", "observation", "follow_up")


def filled(canvas: Canvas) -> int:
    """How many of the five boxes hold something."""
    return sum(
        bool(text)
        for text in (
            canvas.question,
            canvas.hypothesis,
            canvas.intervention.text,
            canvas.observation,
            canvas.follow_up,
        )
    )


def is_complete(canvas: Canvas) -> bool:
    return filled(canvas) == len(BOXES)


def with_identities(canvas: Canvas, new_id: Callable[[], str]) -> Canvas:
    """Give every parked goal its lasting identity."""
    return replace(canvas, later=tuple(replace(goal, id=goal.id or new_id()) for goal in canvas.later))
