"""Six weeks of Emma's evenings: two before, four with what she tries. Seeded, with the noise of a life.

She fills in as the last thing on her screen. Night questions look back on the night before, so one day
holds: how the night was, how the day was, when the screen went away. What goes in is a story of causes
(work handed over -> late screen -> long awake -> worrying -> headache, little energy); the results are
whatever the program finds in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import exp
from random import Random

from samenhang.demo.calendar import Calendar
from samenhang.demo.emma_words import TALK, notes
from samenhang.method.micro_action import DayState

FIRST, BEGAN, LAST = 42, 28, 2  # days ago: first evening, first evening with the anchor, last filled one
BESIDE = 20  # days ago: from when breathing and the values card ran beside it
RECENT = 14
KEEP = (FIRST, BEGAN, LAST)
AWAKE_BEFORE, AWAKE_NOW = 45.0, 20.0
EMPTY = 3
MORNINGS, LATE = 4, 3
MEMORY = 0.35

type_of_answers = dict[str, int | bool | str | None]
type_of_states = dict[str, DayState]


@dataclass
class Evening:
    """One day as it was, filled in or not."""

    ago: int
    weekend: bool
    kept: bool  # has something to tell: never empty
    to_talk: int  # days until the conversation at work; below zero after it
    anchor: DayState | None = None
    handed: int = 0
    screen: float = 23.2  # hour on the clock
    awake: float = AWAKE_BEFORE
    worry: float = 6.0
    headache: bool = False
    energy: float = 5.0
    filled: bool = True
    others: type_of_states = field(default_factory=dict)


def evenings(calendar: Calendar, random: Random) -> list[Evening]:
    """Every evening of the six weeks, oldest first."""
    kept, talk = {*KEEP, *notes(calendar)}, calendar.workday(TALK)
    lived = [
        Evening(ago, calendar.is_weekend(ago), ago in kept, ago - talk) for ago in calendar.span(FIRST, LAST)
    ]
    _choose_filled(lived, random)
    _give_states(lived, random)
    _live_evenings(lived, random)
    _live_nights(lived, random)
    _live_days(lived, random)
    return lived


def _choose_filled(lived: list[Evening], random: Random) -> None:
    """Three evenings before and three since stay empty, besides yesterday; never two close together."""
    for part in (_between(lived, FIRST, BEGAN + 1), _between(lived, BEGAN, LAST)):
        may = [e for e in part if not e.kept]
        while sum(not e.filled for e in part) < EMPTY:
            one = random.choices(may, [2 if e.weekend else 1 for e in may])[0]
            one.filled = not all(e.filled for e in lived if 0 < abs(e.ago - one.ago) <= 2) and one.filled


def _between(lived: list[Evening], first: int, last: int) -> list[Evening]:
    return [e for e in lived if last <= e.ago <= first]


def _give_states(lived: list[Evening], random: Random) -> None:
    """How the four actions went: mostly done, sometimes plan B, once away."""
    tested = [e for e in _between(lived, BEGAN, LAST) if e.filled]
    rare = random.sample([e for e in tested if e.ago not in (BEGAN, LAST)], 7)
    odd = [DayState.PLAN_B] * 4 + [DayState.NOT_DONE] * 2 + [DayState.NOT_APPLICABLE]
    for e in _between(lived, BEGAN, LAST):
        e.anchor = DayState.DONE
    for e, state in zip(rare, odd, strict=True):
        e.anchor = state
    for e in _between(lived, BESIDE, LAST):
        if not e.weekend:
            usual = (DayState.DONE, DayState.PLAN_B, DayState.NOT_DONE)
            e.others["breath"] = random.choices(usual, (8, 2, 1))[0]
            e.others["values"] = random.choices(usual, (7, 1, 2))[0]
        if e.to_talk == 0:
            e.others["talk"] = DayState.DONE


_SCREEN: Mapping[DayState, float] = {
    DayState.DONE: 22.25,
    DayState.PLAN_B: 22.75,
    DayState.NOT_DONE: 23.3,
    DayState.NOT_APPLICABLE: 23.0,
}


def _live_evenings(lived: list[Evening], random: Random) -> None:
    """Work handed over by day keeps the screen on in the evening."""
    for e in lived:
        odds = (5, 3, 1) if e.to_talk < 0 else (2, 4, 3)
        e.handed = 0 if e.weekend else random.choices((0, 1, 2), odds)[0]
        if e.anchor is None:
            e.screen = 22.95 + 0.22 * e.handed + 0.3 * e.weekend + random.gauss(0, 0.16)
        else:
            e.screen = _SCREEN[e.anchor] + random.gauss(0, 0.05)


def _live_nights(lived: list[Evening], random: Random) -> None:
    """How long she lay awake follows the evening before, and the nights before a little."""
    drift = 0.0
    for before, e in zip([lived[0], *lived], lived, strict=False):
        drift = MEMORY * drift + random.gauss(0, 1)
        spread = 7.0 if e.ago >= BEGAN else 4.0
        late = max(-0.6, min(0.6, before.screen - (23.2 if before.anchor is None else 22.35)))
        e.awake = _usual(e.ago) + spread * drift + 9 * late + 2 * e.weekend
    _settle(_between(lived, FIRST, BEGAN + 1), AWAKE_BEFORE + random.gauss(0, 0.8))
    _settle(_between(lived, RECENT, LAST), AWAKE_NOW + random.gauss(0, 0.6))
    for e in lived:
        step = 5 if random.random() < 0.7 else 1
        e.awake = max(5, step * round(e.awake / step))


def _usual(ago: int) -> float:
    if ago >= BEGAN:
        return AWAKE_BEFORE
    return AWAKE_NOW + 18 * exp(-(BEGAN - 1 - ago) / 5)


def _settle(part: list[Evening], mean: float) -> None:
    """Lay the filled nights of a period around its mean, without a slope: how this person's story goes."""
    told = [e for e in part if e.filled]
    middle = sum(e.ago for e in told) / len(told)
    centre = sum(e.awake for e in told) / len(told)
    slope = sum((e.ago - middle) * e.awake for e in told) / sum((e.ago - middle) ** 2 for e in told)
    for e in part:
        e.awake += mean - centre - slope * (e.ago - middle)


def _live_days(lived: list[Evening], random: Random) -> None:
    """Worrying in bed and the day after follow the night."""
    for e in lived:
        calmer = 1.2 if e.ago < RECENT else 0.4 if e.ago < BEGAN else 0.0
        e.worry = 1.9 + 0.1 * e.awake - calmer + random.gauss(0, 0.9)
    for first, last, share in ((FIRST, BEGAN + 1, 0.55), (BEGAN, RECENT + 1, 0.4), (RECENT, LAST, 0.17)):
        told = [e for e in _between(lived, first, last) if e.filled]
        weight = {e.ago: 0.05 * e.awake + 0.6 * e.handed + random.gauss(0, 1) for e in told}
        for e in sorted(told, key=lambda e: -weight[e.ago])[: round(share * len(told))]:
            e.headache = True
    for e in lived:
        e.energy = 7.6 - 0.055 * e.awake - 1.1 * e.headache + 0.4 * e.weekend + random.gauss(0, 0.9)


def answers(e: Evening, random: Random) -> type_of_answers:
    """What she answers that evening; now and then one question is skipped."""
    given: type_of_answers = {
        "awake": int(e.awake),
        "worry": _on_ten(e.worry),
        "headache": e.headache,
        "energy": _on_ten(e.energy),
        "handed": e.handed,
        "screen": _clock(e.screen),
    }
    if random.random() < 0.12 and not e.kept:
        given[random.choice(("worry", "energy", "handed", "screen"))] = None
    return given


def _on_ten(value: float) -> int:
    return max(0, min(10, round(value)))


def _clock(hours: float) -> str:
    hour, minute = divmod(round(hours * 60 / 5) * 5, 60)
    return f"{hour % 24:02}:{minute:02}"


def filled_at(e: Evening, habit: str, random: Random) -> tuple[int, str]:
    """When she filled it in, as days ago and a clock: as the last thing on the screen, or the day after.

    The morning after is in time; once the day is closed, it is late.
    """
    if habit == "morning":
        return e.ago - 1, f"{random.randint(7, 8):02}:{random.randint(2, 50):02}"
    if habit == "late":
        return e.ago - 1, f"{random.randint(12, 18):02}:{random.randint(5, 59):02}"
    minutes = round(e.screen * 60) - random.randint(1, 6)
    day, minutes = divmod(minutes, 24 * 60)
    return e.ago - day, f"{minutes // 60:02}:{minutes % 60:02}"


def told(calendar: Calendar, random: Random) -> Iterator[tuple[Evening, type_of_answers, tuple[int, str]]]:
    """The evenings she filled in, with what she answered and when."""
    lived = [e for e in evenings(calendar, random) if e.filled]
    other = random.sample([e.ago for e in lived], MORNINGS + LATE)
    habits = {ago: "morning" if n < MORNINGS else "late" for n, ago in enumerate(other)}
    for e in lived:
        yield e, answers(e, random), filled_at(e, habits.get(e.ago, ""), random)
