"""What to keep in mind beside a verdict: codes with a fixed trigger, computed from the days."""

import math
from collections.abc import Iterator

import numpy as np

from samenhang.analysis.case import Case
from samenhang.analysis.distributions import Booleans, Floats

LASTIGER = "LASTIGER"

_START_DAYS = 3
_GAP_SHARE, _GAP_ROW = 0.25, 3
_SHORT = 7
_CEILING_SHARE = 0.3
_CEILING_SHARE_YES_NO = 0.8  # of two values one is always the best
_WEEKEND_SHARE = 0.2
_SATURDAY = 5


def caveats_of(case: Case, sd: float) -> tuple[str, ...]:
    """The codes that hold, in a fixed order (LASTIGER comes with the verdict); sd: natural unit."""
    return tuple(_holding(case, sd))


def _holding(case: Case, sd: float) -> Iterator[str]:
    days, values, action = case.observed()
    before, turned = action == 0, case.sign * values
    if case.design != "alternation":
        if _rises_before(days, turned, before, sd):
            yield "TREND"
        if _dips_at_start(turned[before], sd):
            yield "STARTDIP"
    if has_gaps(case):
        yield "GATEN"
    if min(before.sum(), (~before).sum()) < _SHORT:
        yield "KORT"
    if _is_at_best(case, values[before]):
        yield "PLAFOND"
    if _weekends_differ(case, days, before):
        yield "WEEKEND"
    if case.plan.other_actions > 0:
        yield "GELIJKTIJDIG"


def _rises_before(days: Floats, turned: Floats, before: Booleans, sd: float) -> bool:
    """A slopes the good way: >= 1 SD over the study, and more than its own standard error."""
    x, y = days[before], turned[before]
    off = x - x.mean()
    spread = float(off @ off)
    slope = float(off @ y) / spread
    length = float(days[-1] - days[0])
    return slope * length >= sd and slope >= sd / math.sqrt(spread)


def _dips_at_start(turned_before: Floats, sd: float) -> bool:
    """The first three observed days lie >= 1 SD on the bad side of the rest of A."""
    start, rest = turned_before[:_START_DAYS], turned_before[_START_DAYS:]
    return len(rest) > 0 and float(rest.mean() - start.mean()) >= sd


def count_missing(case: Case) -> int:
    """Planned days without a value; without a plan: days from first to last row without a value."""
    observed = int(case.seen.sum())
    if case.plan.days is not None:
        return max(0, case.plan.days - observed)
    return int(case.days[-1] - case.days[0]) + 1 - observed if len(case.days) else 0


def has_gaps(case: Case) -> bool:
    """More than a quarter of the planned days missing, or three days in a row."""
    missing, observed = count_missing(case), int(case.seen.sum())
    if missing > _GAP_SHARE * (missing + observed):
        return True
    first, last = _planned_ends(case)
    days = np.concatenate([[first - 1], case.days[case.seen], [last + 1]])
    return bool(np.diff(days).max() > _GAP_ROW)


def _planned_ends(case: Case) -> tuple[int, int]:
    """First and last day of the study as far as the rows and the plan tell."""
    first, last = int(case.days[0]), int(case.days[-1])
    if case.plan.days is not None and int(last - first) + 1 < case.plan.days:
        last = max(last, min(first, 1) + case.plan.days - 1)
    return first, last


def _is_at_best(case: Case, before: Floats) -> bool:
    """At least 30 of 100 days of A at the best value the item has; 80 where it has only two."""
    tops = {"slider": 10.0, "yesno": 1.0}
    best = 0.0 if case.better == "lower" else tops.get(case.kind)
    share = _CEILING_SHARE_YES_NO if case.kind == "yesno" else _CEILING_SHARE
    return best is not None and float(np.mean(before == best)) >= share


def _weekends_differ(case: Case, days: Floats, before: Booleans) -> bool:
    """The share of weekend days differs by more than .2 between the phases."""
    if case.plan.start_weekday is None:
        return False
    weekend = (case.plan.start_weekday + days - 1) % 7 >= _SATURDAY
    return bool(abs(weekend[before].mean() - weekend[~before].mean()) > _WEEKEND_SHARE + 1e-9)
