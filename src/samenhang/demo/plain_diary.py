"""A plain diary for the other clients: most evenings, the action done but on the odd days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from samenhang.demo.calendar import Calendar
from samenhang.demo.story import Names
from samenhang.experiments.recording import Filled
from samenhang.method.diary import DiaryItem, Kind, type_of_answer
from samenhang.method.micro_action import DayState, MicroAction


@dataclass(frozen=True)
class Habit:
    """From how many days ago until how many, what is asked and tried, and which days went otherwise."""

    first: int
    last: int
    items: tuple[DiaryItem, ...]
    action: MicroAction
    odd: Mapping[int, DayState]
    began: int = 99
    skips: tuple[int, ...] = ()


def plain_diary(calendar: Calendar, names: Names, habit: Habit) -> Iterator[Filled]:
    random = Random(f"{names.seed} fills in")
    action = habit.action
    for ago in calendar.span(habit.first, habit.last):
        if ago in habit.skips or (ago not in (*habit.odd, habit.last) and random.random() < 0.07):
            continue
        tried = ago <= habit.began and not (action.days and calendar.is_weekend(ago))
        yield Filled(
            id=names.uuid(f"check-in {ago}"),
            day=calendar.day(ago),
            at=calendar.at(ago, f"{random.randint(20, 22)}:{random.randint(10, 59)}"),
            answers={item.id: _answer(item, random) for item in habit.items},
            actions={action.id: habit.odd.get(ago, DayState.DONE).value} if tried else {},
        )


def _answer(item: DiaryItem, random: Random) -> type_of_answer:
    middle = {"higher": 6, "lower": 4}.get(item.better.value, 5)
    return {
        Kind.SCALE: max(0, min(10, round(random.gauss(middle, 1.4)))),
        Kind.MINUTES: 5 * random.randint(2, 9),
        Kind.COUNT: random.choice((0, 0, 1, 1, 2, 3)),
        Kind.YES_NO: random.random() < 0.6,
        Kind.TIME: f"{random.randint(22, 23)}:{random.choice((0, 15, 30, 45)):02}",
    }[item.kind]
