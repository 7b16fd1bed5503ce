"""Numbers as a client reads them: whole or one decimal, a comma, a word for the unit."""

from dataclasses import dataclass

from samenhang.analysis.case import Kind

_MOST = 97
_WHOLE_FROM = 10


@dataclass(frozen=True)
class Unit:
    """One and many of a unit, and what a value is multiplied by to be said in it."""

    one: str
    many: str
    times: float = 1.0

    def say(self, value: float) -> str:
        """'1,5 punten', '1 punt'."""
        number = say_number(value * self.times)
        return f"{number} {self.one if number in {'1', '-1'} else self.many}"

    def bare(self, value: float) -> str:
        """'1,5'."""
        return say_number(value * self.times)

    def word(self, value: float) -> str:
        """The unit after a smallest change: 'punt' up to 1, 'punten' above."""
        return self.one if abs(value * self.times) <= 1 else self.many


UNITS: dict[Kind, Unit] = {
    "slider": Unit("punt", "punten"),
    "minutes": Unit("minuut", "minuten"),
    "count": Unit("keer", "keer"),
    "yesno": Unit("dag op de 100", "dagen op de 100", 100.0),
}


def say_number(value: float) -> str:
    """Whole from ten on, else one decimal with a comma; never '-0' or ',0'."""
    text = f"{value:.0f}" if abs(value) >= _WHOLE_FROM else f"{value:.1f}"
    text = text.removesuffix(".0").replace(".", ",")
    return "0" if text == "-0" else text


def say_chance(chance: float) -> str:
    """'93 op de 100', never surer than 97 or 3."""
    whole = round(100 * chance)
    if whole > _MOST:
        return f"meer dan {_MOST} op de 100"
    if whole < 100 - _MOST:
        return f"minder dan {100 - _MOST} op de 100"
    return f"{whole} op de 100"


def say_days(count: int) -> str:
    """'1 dag', '12 dagen'."""
    return f"{count} dag" if count == 1 else f"{count} dagen"
