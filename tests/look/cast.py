"""Emma's days and answers, made up for the look."""

import math
import random
from datetime import date, timedelta

from samenhang.method.diary import Better, DiaryItem, Kind
from samenhang.method.dossier import NeedPoint, Series, StripDay
from samenhang.method.micro_action import DayState

FIRST = date(2026, 10, 12)
START = date(2026, 10, 26)
LAST = date(2026, 11, 22)
STATES = "d d d b d d n d d d d d b d d x d d d b d - n d d b d d".split()  # noqa: SIM905
WORD = {
    "d": DayState.DONE,
    "b": DayState.PLAN_B,
    "n": DayState.NOT_DONE,
    "x": DayState.NOT_APPLICABLE,
    "-": None,
}
STRIP = tuple(StripDay(START + timedelta(days=n), WORD[state]) for n, state in enumerate(STATES))
SLEEP = DiaryItem("slaap", "Hoeveel minuten lag je wakker?", Kind.MINUTES, Better.LOWER)
REST = DiaryItem(
    "rust", "Hoe uitgerust werd je wakker?", Kind.SCALE, Better.HIGHER, low="niet", high="heel uitgerust"
)
BED = DiaryItem("bed", "Hoe laat ging het licht uit?", Kind.TIME)
ACHE = DiaryItem("pijn", "Had je hoofdpijn?", Kind.YES_NO)


def series(
    item: DiaryItem, days: int = 42, seed: int = 29, missing: frozenset[int] = frozenset((5, 22, 37))
) -> Series:
    rng = random.Random(seed)  # noqa: S311  made-up days
    points = []
    for n in range(days):
        level = 45 if n < 14 else 19.5 + 19 * math.exp(-(n - 14) / 2.6)
        value = max(4, round(level + rng.gauss(0, 6)))
        if item.kind is Kind.SCALE:
            value = max(0, min(10, round(9 - value / 9)))
        if item.kind is Kind.TIME:
            value = (22.25 + value / 20) % 24
        if item.kind is Kind.YES_NO:
            value = int(value > 35)
        if n not in missing:
            points.append((FIRST + timedelta(days=n), float(value)))
    return Series(item, tuple(points))


def needs(*scores: int) -> tuple[NeedPoint, ...]:
    return tuple(
        NeedPoint(FIRST + timedelta(weeks=n), score, thwarted=False) for n, score in enumerate(scores)
    )
