"""What the story of a client is made of. Everything in it is fictional, and goes in by the usual doors."""

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from samenhang.experiments.recording import Filled
from samenhang.method.diary import DiaryItem
from samenhang.method.micro_action import MicroAction
from samenhang.method.sheet import Shape
from samenhang.practice.cards import ClientCard


@dataclass(frozen=True)
class Names:
    """Lasting identities by name: the same seed gives the same ones."""

    seed: str

    def uuid(self, name: str) -> UUID:
        return UUID(bytes=sha256(f"{self.seed}|{name}".encode()).digest()[:16], version=4)

    def __call__(self, name: str) -> str:
        return str(self.uuid(name))


@dataclass(frozen=True)
class Meeting:
    """A gesprek: held when `minutes` says how long it lasted, else still to come."""

    at: datetime
    place: str = "in je praktijk"
    minutes: int = 0


@dataclass(frozen=True)
class Kept:
    """A sheet kept in a gesprek (by its number), or between two when it is 0."""

    at: datetime
    shape: Shape
    meeting: int = 0
    chosen: MicroAction | None = None
    reason: str = ""


@dataclass(frozen=True)
class Asked:
    at: datetime
    item: DiaryItem


@dataclass(frozen=True)
class Tested:
    """A micro-action put under test between two sheets, with the reason when another runs."""

    at: datetime
    action: MicroAction
    reason: str = ""


@dataclass(frozen=True)
class Agreed:
    """An experiment agreed on at the start: a micro-action, its outcome, and for how many days."""

    at: datetime
    action: str
    item: str
    smallest_change: float
    days: int


@dataclass(frozen=True)
class Told:
    """The answer to 'gelukt?' about a candidate."""

    at: datetime
    action: str
    worked: bool


@dataclass(frozen=True)
class Story:
    card: ClientCard
    came: datetime
    meetings: tuple[Meeting, ...] = ()
    sheets: tuple[Kept, ...] = ()
    questions: tuple[Asked, ...] = ()
    tests: tuple[Tested, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    told: tuple[Told, ...] = ()
    diary: tuple[Filled, ...] = ()
    consents: tuple[str, ...] = field(default=("record", "diary", "analysis"))
