"""One case as the analysis wants it: days, values, what was planned. Refuses what it cannot use."""

import datetime as dt
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from samenhang.analysis.distributions import Floats
from samenhang.analysis.draws import Draw

Kind = Literal["slider", "minutes", "count", "yesno"]
Better = Literal["higher", "lower"]
Design = Literal["AB", "AB_random_start", "alternation"]
Day = float | str | dt.date
Value = float | str | None

_WHOLE = re.compile(r"[+-]?\d{1,7}")

LONGEST = 2_000  # days: more than five years is no longer one study


class InputError(ValueError):
    """A row or a setting that cannot be read: a reason code and one Dutch sentence."""

    def __init__(self, code: str, sentence: str, row: int | None = None) -> None:
        super().__init__(sentence)
        self.code, self.sentence, self.row = code, sentence, row


@dataclass(frozen=True)
class Plan:
    """What was agreed beforehand. Day numbers count from 1 when the rows hold dates.

    days: planned number of days; start_weekday: weekday of day 1 (0 = Monday);
    smallest_change in the natural unit; start_window: first and last day on which the action could
    have begun; draw: how on/off days were drawn; other_actions: how many others were running;
    interim: looked at before the agreed moment; exploratory: not the outcome chosen beforehand.
    """

    days: int | None = None
    start_weekday: int | None = None
    smallest_change: float | None = None
    start_window: tuple[int, int] | None = None
    draw: Draw | None = None
    other_actions: int = 0
    interim: bool = False
    exploratory: bool = False

    def __post_init__(self) -> None:
        if self.smallest_change is not None and not 0 < self.smallest_change < math.inf:
            raise ValueError(f"smallest_change {self.smallest_change!r} is geen getal boven 0")


@dataclass(frozen=True)
class Case:
    """Rows in order of day. days: (r,) whole numbers; values: (r,), NaN = nothing filled in."""

    days: NDArray[np.int64]
    values: Floats
    action: NDArray[np.bool_]
    kind: Kind
    better: Better
    design: Design
    plan: Plan

    @property
    def sign(self) -> int:
        """+1 where higher is better, -1 where lower is better."""
        return 1 if self.better == "higher" else -1

    @property
    def seen(self) -> NDArray[np.bool_]:
        """(r,) rows with a value."""
        return np.isfinite(self.values)

    def observed(self) -> tuple[Floats, Floats, Floats]:
        """(days, values, action 0/1) of the rows with a value, each (n,)."""
        seen = self.seen
        return self.days[seen].astype(float), self.values[seen], self.action[seen].astype(float)


def read_case(
    days: Sequence[Day],
    values: Sequence[Value],
    phases: Sequence[str],
    *,
    kind: Kind,
    better: Better,
    design: Design,
    plan: Plan,
) -> Case:
    """The rows as arrays, or `InputError` naming the row (from 0) and what is wrong with it."""
    for word, allowed in ((kind, Kind), (better, Better), (design, Design)):
        if word not in get_args(allowed):
            raise ValueError(f"{word!r} is not one of {get_args(allowed)}")
    if not len(days) == len(values) == len(phases):
        raise InputError("LENGTE", "Er zijn niet evenveel dagen, waarden en fasen.")
    numbers, weekday = read_days(days)
    return Case(
        days=numbers,
        values=np.array([_value(one, row) for row, one in enumerate(values)], dtype=float),
        action=np.array([_is_action(one, row) for row, one in enumerate(phases)], dtype=bool),
        kind=kind,
        better=better,
        design=design,
        plan=plan if weekday is None else replace(plan, start_weekday=weekday),
    )


def read_days(days: Sequence[Day]) -> tuple[NDArray[np.int64], int | None]:
    """Whole day numbers (r,), rising; dates count from 1 and also tell the weekday of day 1."""
    read = [_day(one, row) for row, one in enumerate(days)]
    dated = [isinstance(one, dt.date) for one in read]
    if any(dated) and not all(dated):
        raise InputError("DAGEN", "Gebruik dagnummers of datums, niet door elkaar.", dated.index(True))
    numbers = np.array([one.toordinal() if isinstance(one, dt.date) else one for one in read], dtype=np.int64)
    _refuse_disorder(numbers)
    if not any(dated):
        return numbers, None
    first = int(numbers[0])
    return numbers - first + 1, dt.date.fromordinal(first).weekday()


def _refuse_disorder(numbers: NDArray[np.int64]) -> None:
    steps = np.diff(numbers)
    if np.any(steps == 0):
        row = int(np.argmax(steps == 0)) + 1
        raise InputError("DUBBEL", "Dezelfde dag staat er twee keer in.", row)
    if np.any(steps < 0):
        row = int(np.argmax(steps < 0)) + 1
        raise InputError("VOLGORDE", "De dagen staan niet op volgorde.", row)


def _day(day: Day, row: int) -> int | dt.date:
    if isinstance(day, dt.datetime):
        return day.date()
    if isinstance(day, dt.date):
        return day
    text = str(int(day) if isinstance(day, float) and float(day).is_integer() else day).strip()
    try:
        return int(text) if _WHOLE.fullmatch(text) else dt.date.fromisoformat(text)
    except ValueError:
        raise InputError("DAGEN", f"‘{text}’ is geen dag.", row) from None


def _value(value: Value, row: int) -> float:
    if value is None or (isinstance(value, str) and not value.strip()):
        return float("nan")
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise InputError("GEEN_GETAL", f"‘{value}’ is geen getal.", row) from None
    if np.isnan(number) and not isinstance(value, str):
        return number
    if not abs(number) < 1e12:  # noqa: PLR2004 - infinity, "nan" as text, and numbers no diary holds
        raise InputError("GEEN_GETAL", f"‘{value}’ is geen getal om mee te rekenen.", row)
    return number


def _is_action(phase: str, row: int) -> bool:
    if phase not in ("A", "B"):
        raise InputError("FASE", f"‘{phase}’ is geen fase: A is zonder de actie, B met.", row)
    return phase == "B"
