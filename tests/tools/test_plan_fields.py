"""Every plan that a sentence can say, the fields can hold: opening them loses nothing."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from samenhang.method.micro_action import MicroAction, Relation, Weekday
from samenhang.method.rhythm import DayPart, Rhythm
from samenhang.tools.plan_fields import plan_fields, plan_from, plan_offers, plan_problems
from samenhang.tools.reading import reading
from samenhang.tools.tool import Typed

SUNDAY = datetime(2026, 11, 22, 10, 0, tzinfo=ZoneInfo("Europe/Brussels"))
WEDNESDAY = date(2026, 11, 25)
SENTENCES = (
    "Elke dag om 7.30 uur tien minuten wandelen.",
    "Elke avond tien minuten lezen.",
    "Op maandag, woensdag en vrijdag vijf minuten ademen vóór ik mijn laptop open.",
    "Om de andere dag een half uur fietsen.",
    "Elke drie dagen vijf minuten tekenen.",
    "Drie keer per week twintig minuten zwemmen.",
    "Twee keer per dag één minuut zuchtend ademen.",
    "Elke twee uur een glas water drinken.",
    "Om de twee weken op dinsdag een uur wandelen.",
    "Morgen om 10.55 uur één minuut uitademen.",
    "Telkens als de telefoon gaat, drie keer ademen.",
    "Na het avondeten tien minuten wandelen tot vrijdag.",
    "In de voormiddag 90 seconden rekken, elke werkdag.",
    "Vanaf maandag elke ochtend vijf minuten schrijven tot 18 december.",
)


def typed(**given: str) -> Typed:
    return Typed({name: value.split() if name == "days" else [value] for name, value in given.items()})


def plan(action: MicroAction) -> tuple[object, ...]:
    return (
        *(action.rhythm, action.n, action.days, action.times, action.day_part),
        *(action.relation, action.anchor, action.duration_s, action.start, action.until),
    )


@pytest.mark.parametrize("sentence", SENTENCES)
def test_opening_the_fields_of_a_sentence_loses_nothing(sentence: str) -> None:
    said = reading(sentence, SUNDAY, Typed()).action
    assert said.rhythm is not None
    held = Typed(plan_fields(said))
    assert plan_problems(held) == {}
    assert plan(plan_from(held, said.behaviour, "", SUNDAY.date())) == plan(said)


def test_the_sentences_try_every_rhythm() -> None:
    assert {reading(each, SUNDAY, Typed()).action.rhythm for each in SENTENCES} == set(Rhythm)


@pytest.mark.parametrize(
    ("given", "rhythm", "n", "start"),
    [
        ({"days": "0 2"}, Rhythm.WEEKLY, 1, None),
        ({"days": "0 1 2 3 4 5 6"}, Rhythm.DAILY, 1, None),
        ({"times": "7.30"}, Rhythm.DAILY, 1, None),
        ({"anchor": "het eten"}, Rhythm.ON_EVENT, 1, None),
        ({}, None, 1, None),
        ({"how": "every_n_days"}, Rhythm.EVERY_N_DAYS, 2, SUNDAY.date()),
        (
            {"how": "every_n_days", "n": "3", "start": "2026-11-25"},
            Rhythm.EVERY_N_DAYS,
            3,
            date(2026, 11, 25),
        ),
        ({"how": "weekly", "days": "1", "n": "2"}, Rhythm.WEEKLY, 2, SUNDAY.date()),
        ({"how": "daily", "n": "5"}, Rhythm.DAILY, 1, None),
        ({"how": "per_week", "n": "3"}, Rhythm.PER_WEEK, 3, None),
        ({"how": "once", "until": "2026-11-25"}, Rhythm.ONCE, 1, WEDNESDAY),
    ],
)
def test_how_often(given: dict[str, str], rhythm: Rhythm | None, n: int, start: date | None) -> None:
    found = plan_from(typed(**given), "Wandelen", "", SUNDAY.date())
    assert (found.rhythm, found.n, found.start) == (rhythm, n, start)


def test_a_clock_says_more_than_a_part_of_the_day_and_days_only_count_by_the_week() -> None:
    given = typed(how="per_week", days="1 2", times="9u en 14.30", day_part="evening", minutes="0,75")
    found = plan_from(given, "Wandelen", "a1", SUNDAY.date())
    assert (found.times, found.day_part, found.days, found.duration_s) == (("09:00", "14:30"), None, (), 45)
    later = plan_from(
        typed(how="weekly", days="1", day_part="evening", relation="after"), "", "", SUNDAY.date()
    )
    assert (later.days, later.day_part, later.relation) == ((Weekday.TU,), DayPart.EVENING, Relation.AFTER)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"times": "straks"}, {"times": "Schrijf een uur als 22.15, of laat het open."}),
        ({"minutes": "601"}, {"minutes": "Schrijf een aantal minuten tot 600, of laat het open."}),
        ({"minutes": "-1"}, {"minutes": "Schrijf een aantal minuten tot 600, of laat het open."}),
        ({"minutes": "0"}, {"minutes": "Schrijf een aantal minuten tot 600, of laat het open."}),
        ({"n": "0"}, {"n": "Schrijf een getal van 1 tot 31, of laat het open."}),
        ({"n": "vaak"}, {"n": "Schrijf een getal van 1 tot 31, of laat het open."}),
        ({"start": "morgen"}, {"start": "Schrijf een datum als 2026-12-31, of laat het open."}),
        ({"until": "31/12"}, {"until": "Schrijf een datum als 2026-12-31, of laat het open."}),
        ({"start": "2026-12-02", "until": "2026-12-01"}, {"until": "Dit ligt vóór het begin op 2 december."}),
        ({"start": "2026-12-01", "until": "2026-12-02", "minutes": "1,5", "n": "2"}, {}),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(given: dict[str, str], said: dict[str, str]) -> None:
    assert plan_problems(typed(**given)) == said


def test_what_was_chosen_stays_chosen() -> None:
    offered = plan_offers(typed(how="hourly", day_part="night", relation="after", days="3"))
    assert [each for each, _, chosen in offered["rhythms"] if chosen] == [Rhythm.HOURLY]
    assert [each for each, chosen in offered["day_parts"] if chosen] == [DayPart.NIGHT]
    assert [each for each, chosen in offered["relations"] if chosen] == [Relation.AFTER]
    assert [short for _, short, chosen in offered["weekdays"] if chosen] == ["do"]
