"""What stands sealed about a practice, a person and a client: frozen, with their way to JSON."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from samenhang.method.sheet import dump, load


@dataclass(frozen=True)
class Card:
    @classmethod
    def from_json(cls, document: dict[str, Any]) -> Self:
        card: Self = load(cls, document)
        return card

    def to_json(self) -> dict[str, Any]:
        document: dict[str, Any] = dump(self)
        return document


@dataclass(frozen=True)
class HelpLine:
    """A number to call when it does not go well: for whom, and when it answers."""

    number: str
    name: str
    about: str = ""


@dataclass(frozen=True)
class PracticeCard(Card):
    name: str
    formal: bool = False
    help_lines: tuple[HelpLine, ...] = ()
    help_checked_on: date | None = None


@dataclass(frozen=True)
class PersonCard(Card):
    name: str


@dataclass(frozen=True)
class ClientCard(Card):
    first_name: str
    last_name: str = ""
    birth_date: date | None = None
    email: str = ""
    phone: str = ""
    fictional: bool = False

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def age_on(self, day: date) -> int | None:
        born = self.birth_date
        if born is None:
            return None
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


CHECKED_ON = date(2026, 11, 22)
_BELGIUM = (
    HelpLine("112", "Noodgevallen", "ziekenwagen, brandweer, politie, dag en nacht"),
    HelpLine("1813", "Zelfmoordlijn", "gratis en anoniem, dag en nacht, ook chat op zelfmoord1813.be"),
    HelpLine("106", "Tele-Onthaal", "iemand die luistert, dag en nacht"),
    HelpLine("1712", "Geweld of misbruik", "bellen, mailen of chatten"),
    HelpLine("102", "Awel", "voor kinderen en jongeren"),
    HelpLine("1733", "Huisarts van wacht", "in het weekend, op feestdagen en in veel streken ’s nachts"),
)
_NETHERLANDS = (
    HelpLine("112", "Noodgevallen", "ambulance, brandweer, politie, dag en nacht"),
    HelpLine("113", "Zelfmoordpreventie", "of 0800-0113, gratis, dag en nacht, ook chat op 113.nl"),
    HelpLine("088 0767 000", "De Luisterlijn", "iemand die luistert, dag en nacht"),
    HelpLine("0800-2000", "Veilig Thuis", "geweld of misbruik, dag en nacht"),
    HelpLine("0800-0432", "Kindertelefoon", "voor kinderen en jongeren"),
)


def usual_help_lines(country: str) -> tuple[HelpLine, ...]:
    """The help lines a new practice begins with; it checks and changes them itself."""
    return _NETHERLANDS if country == "NL" else _BELGIUM
