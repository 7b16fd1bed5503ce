"""First occurrences, rules and ends, against dateutil and against the clock's own jumps."""

import random
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr

from samenhang.language.nl import read
from samenhang.language.nl.lexicon import DAY_CODES, PART_END
from samenhang.language.nl.occurrences import moment_of, occurrences
from samenhang.language.nl.plan import Entry
from samenhang.language.nl.resolve import local, resolve
from samenhang.language.nl.schedule import Schedule

BRUSSELS = ZoneInfo("Europe/Brussels")
PLANS = 10_000


def random_schedule(rng: random.Random, today: date) -> Schedule:
    freq = rng.choice(["daily", "weekly", "every_n_days", "monthly", "once"])
    days: tuple[str, ...] = ()
    if freq == "weekly":
        days = tuple(sorted(rng.sample(DAY_CODES, rng.randint(1, 5)), key=DAY_CODES.index))
    if freq == "monthly":
        days = (rng.choice(["1", "2", "3", "4", "-1"]) + rng.choice(DAY_CODES),)
    several = rng.sample(range(0, 1440, 5), rng.randint(0, 2))
    end = rng.choice(["none", "none", "until", "span"])
    return Schedule(
        freq=freq,
        days=days,
        n=rng.randint(2, 5)
        if freq == "every_n_days"
        else rng.choice([None, 2])
        if freq == "weekly"
        else None,
        day=today + timedelta(days=rng.randint(0, 30)) if freq == "once" else None,
        start=today + timedelta(days=rng.randint(0, 20)) if rng.random() < 0.3 else None,
        until=today + timedelta(days=rng.randint(0, 90)) if end == "until" and freq != "once" else None,
        span=(rng.randint(1, 8), "week") if end == "span" and freq != "once" else None,
        times=tuple(sorted(several)),
        part=None if several else rng.choice([None, *PART_END]),
    )


def random_moment(rng: random.Random) -> datetime:
    return datetime(2024, 1, 1, tzinfo=UTC).astimezone(BRUSSELS) + timedelta(
        minutes=rng.randrange(4 * 365 * 24 * 60)
    )


def theirs(entry: Entry, many: int) -> list[datetime]:
    """The same entry by dateutil, on the wall clock; UNTIL is brought to it first."""
    first = datetime.fromisoformat(entry.dtstart)
    if entry.rrule is None:
        return [first]
    rule, _, until = entry.rrule.partition(";UNTIL=")
    if until:
        end = datetime.fromisoformat(until)
        end = end.astimezone(BRUSSELS).replace(tzinfo=None) if end.tzinfo else end.replace(hour=23)
        rule += f";UNTIL={end:%Y%m%dT%H%M%S}"
    return list(islice(rrulestr(rule, dtstart=first), many))


def wall(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def test_random_plans_agree_with_dateutil() -> None:
    rng = random.Random(7)
    for _ in range(PLANS):
        now = random_moment(rng)
        plan = random_schedule(rng, now.date())
        for dtstart, rrule in resolve(plan, now).entries or ():
            entry = Entry(dtstart, rrule)
            expected = theirs(entry, 4)
            # The first occurrence is one of its own rule, and the rest follow it.
            assert expected[0] == datetime.fromisoformat(dtstart), (plan, entry)
            ours = [wall(moment) for moment in islice(occurrences(entry, BRUSSELS), 4)]
            assert ours == [moment.date() for moment in expected], (plan, entry)


def test_the_first_occurrence_lies_ahead_and_none_before_it_does() -> None:
    rng = random.Random(11)
    for _ in range(PLANS // 5):
        now = random_moment(rng)
        plan = random_schedule(rng, now.date())
        if plan.freq in ("once", "every_n_days") or plan.n or plan.until:
            continue
        begin = max(now.date(), plan.start or now.date())
        for dtstart, rrule in resolve(plan, now).entries or ():
            first = datetime.fromisoformat(dtstart)
            earlier = rrulestr(
                (rrule or "").partition(";UNTIL")[0],
                dtstart=datetime.combine(begin - timedelta(days=400), first.time()),
            ).between(datetime.combine(begin, first.time()) - timedelta(minutes=1), first)
            if "T" in dtstart:
                assert local(first.date(), first.hour * 60 + first.minute, BRUSSELS) > now
                ahead = [day for day in earlier if day.replace(tzinfo=BRUSSELS) > now and day != first]
            else:
                ended = now.hour >= PART_END.get(plan.part or "", 24)
                ahead = [day for day in earlier if day != first and not (day.date() == now.date() and ended)]
            assert ahead == [], (plan, dtstart, now)


@pytest.mark.parametrize("weeks", [1, 2, 4, 8])
def test_a_weekly_plan_over_some_weeks_happens_as_often(weeks: int) -> None:
    rng = random.Random(weeks)
    for _ in range(50):
        now = random_moment(rng)
        plan = read(f"Gedurende {weeks} weken op dinsdag om 20u zwemmen.", now)
        assert plan.ical is not None
        assert len(list(occurrences(plan.ical[0], BRUSSELS))) == weeks


@pytest.mark.parametrize(
    ("ref", "text", "within"),
    [
        ("2026-03-27T22:00", "Zondag om 23u een bad nemen.", True),
        ("2026-03-27T22:00", "Zondag om 23u01 een bad nemen.", False),
        ("2026-10-23T22:00", "Zondag om 21u een bad nemen.", True),
        ("2026-10-23T22:00", "Zondag om 21u01 een bad nemen.", False),
        ("2026-06-05T22:00", "Zondag om 22u een bad nemen.", True),
        ("2026-06-05T22:00", "Zondag om 22u01 een bad nemen.", False),
    ],
)
def test_forty_eight_hours_are_hours_that_pass(ref: str, text: str, *, within: bool) -> None:
    now = datetime.fromisoformat(ref).replace(tzinfo=BRUSSELS)
    assert read(text, now).within_48h is within


def test_a_time_that_the_clock_skips_moves_on_with_it() -> None:
    entry = Entry("2026-03-28T02:30:00", "FREQ=DAILY")
    moments = list(islice(occurrences(entry, BRUSSELS), 3))
    assert [str(moment) for moment in moments] == [
        "2026-03-28 02:30:00+01:00",
        "2026-03-29 03:30:00+02:00",
        "2026-03-30 02:30:00+02:00",
    ]


def test_a_time_that_comes_twice_is_the_first() -> None:
    moments = list(islice(occurrences(Entry("2026-10-24T02:30:00", "FREQ=DAILY"), BRUSSELS), 3))
    assert [str(moment) for moment in moments] == [
        "2026-10-24 02:30:00+02:00",
        "2026-10-25 02:30:00+02:00",
        "2026-10-26 02:30:00+01:00",
    ]


@pytest.mark.parametrize(
    ("until", "text"),
    [
        ("20261031T225959Z", "Tot en met 31 oktober elke dag om 8u wandelen."),
        ("20261015T215959Z", "Tot en met 15 oktober elke dag om 8u wandelen."),
        ("20261031", "Tot en met 31 oktober elke dag wandelen."),
    ],
)
def test_until_is_the_end_of_the_last_day(until: str, text: str) -> None:
    plan = read(text, datetime(2026, 10, 1, 9, tzinfo=BRUSSELS))
    assert plan.ical is not None
    assert (plan.ical[0].rrule or "").endswith(f";UNTIL={until}")
    last = list(occurrences(plan.ical[0], BRUSSELS))[-1]
    assert wall(last).isoformat() == plan.until


def test_two_times_of_every_second_day_fall_on_the_same_days() -> None:
    plan = read("Om de dag om 7u en 21u ademen.", datetime(2026, 3, 10, 9, tzinfo=BRUSSELS))
    assert [entry.dtstart for entry in plan.ical or ()] == ["2026-03-12T07:00:00", "2026-03-10T21:00:00"]


def test_an_end_before_the_first_leaves_no_entry() -> None:
    plan = read("Tot vrijdag elke zaterdag om 9u zwemmen.", datetime(2026, 3, 10, 9, tzinfo=BRUSSELS))
    assert (plan.until, plan.ical) == ("2026-03-13", None)


def test_a_rule_without_a_day_ends() -> None:
    assert list(occurrences(Entry("2026-03-10", "FREQ=MONTHLY;BYMONTHDAY=32"), BRUSSELS)) == []
    assert list(occurrences(Entry("9999-12-31", "FREQ=DAILY"), ZoneInfo("UTC"))) == [date.max]


def test_the_last_day_of_the_month() -> None:
    entry = Entry("2026-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1")
    assert [str(day) for day in islice(occurrences(entry, BRUSSELS), 3)] == [
        "2026-01-31",
        "2026-02-28",
        "2026-03-31",
    ]


def test_a_moment_is_a_day_or_an_aware_time() -> None:
    assert moment_of(Entry("2026-03-10", None), BRUSSELS) == date(2026, 3, 10)
    assert str(moment_of(Entry("2026-03-29T02:30:00", None), BRUSSELS)) == "2026-03-29 03:30:00+02:00"


def test_a_month_that_never_has_the_day_gives_nothing() -> None:
    now = datetime(2026, 3, 10, 9, tzinfo=BRUSSELS)
    assert resolve(Schedule(freq="monthly", days=("32",)), now).entries is None
