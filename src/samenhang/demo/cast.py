"""Who plays in a demo: the small one is Noor's working day, the large one has two practices."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from samenhang.demo.calendar import Calendar
from samenhang.demo.emma import emma
from samenhang.demo.others import hanne, joris, nadia, yusuf
from samenhang.demo.story import Story
from samenhang.practice.models import Role

SEED = 29
type_of_teller = Callable[[Calendar, int], Story]


@dataclass(frozen=True)
class Person:
    name: str
    roles: tuple[Role, ...]
    clients: tuple[type_of_teller, ...] = ()

    @property
    def email(self) -> str:
        return f"{self.name.lower()}@example.org"


@dataclass(frozen=True)
class House:
    """A practice with its people; `stands_in` is who stands in for whom."""

    name: str
    people: tuple[Person, ...]
    stands_in: tuple[str, str] | None = None


SMALL = (
    House(
        "Praktijk De Linde",
        (Person("Noor", (Role.COACH, Role.OWNER), (emma, joris, hanne, yusuf, nadia)),),
    ),
)
LARGE = (
    House(
        "Praktijk De Linde",
        (
            Person("Noor", (Role.COACH,), (emma, partial(joris, started=True))),
            Person("Joke", (Role.COACH,), (hanne,)),
            Person("Sam", (Role.OWNER,)),
            Person("An", (Role.SECRETARY,)),
            Person("Lies", (Role.PEER,)),
            Person("Vera", (Role.SUBSTITUTE,)),
        ),
        stands_in=("Vera", "Noor"),
    ),
    House("Praktijk Elders", (Person("Bram", (Role.COACH, Role.OWNER), (yusuf,)),)),
)
