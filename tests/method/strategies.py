"""Any value of any shape, made from its type hints."""

import dataclasses
import types
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import settings
from hypothesis import strategies as st

from samenhang.method.diary import CheckIn, type_of_answer
from samenhang.method.micro_action import DayState

QUICK = settings(max_examples=30, deadline=None)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=2))])
DATES = st.dates(date(2000, 1, 1), date(2100, 1, 1))
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    bool: st.booleans(),
    int: st.integers(0, 10),
    float: st.floats(0, 100),
    date: DATES,
    datetime: st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=ZONES),  # noqa: DTZ001
}


def anything(kind: Any) -> st.SearchStrategy[Any]:
    origin, inside = get_origin(kind), get_args(kind)
    if kind in PLAIN:
        return PLAIN[kind]
    if origin is tuple:
        return st.lists(anything(inside[0]), max_size=3).map(tuple)
    if origin in (Union, types.UnionType):
        return st.none() | anything(next(a for a in inside if a is not type(None)))
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    hints = get_type_hints(kind)
    return st.builds(kind, **{f.name: anything(hints[f.name]) for f in dataclasses.fields(kind)})


ANSWERS: st.SearchStrategy[Mapping[str, type_of_answer]] = st.dictionaries(
    st.sampled_from("ijk"),
    st.none() | st.integers(0, 10) | st.booleans() | st.sampled_from(["22:15", "00:30"]),
)
ACTIONS = st.dictionaries(st.sampled_from("abc"), st.sampled_from(DayState))


@st.composite
def check_ins(draw: st.DrawFn, days: int = 3, most: int = 8) -> list[CheckIn]:
    """Check-ins of a few days, several a day, some at the same moment; each id once."""
    return [
        CheckIn(
            f"c{number}",
            date(2024, 2, 28) + timedelta(days=draw(st.integers(0, days - 1))),
            datetime(2024, 2, 28, tzinfo=UTC) + timedelta(hours=draw(st.integers(0, 5))),
            draw(ANSWERS),
            draw(ACTIONS),
            draw(st.sampled_from(["", "moe", "goed geslapen\ntoch moe"])),
            draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, most)))
    ]
