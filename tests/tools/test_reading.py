"""One sentence becomes a plan: what was read is shown, can be dropped, and asks for one thing at most."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client as Browser
from django.utils import timezone

from samenhang.experiments.queries import actions_of
from samenhang.method.micro_action import MicroAction, Relation, Weekday, is_planned
from samenhang.method.rhythm import DayPart, Rhythm
from samenhang.practice.models import Client
from samenhang.tools.plan_fields import plan_fields
from samenhang.tools.reading import FIELDS, READ, Reading, reading, says_the_same, stepped
from samenhang.tools.tool import Typed
from tests.conftest import Person
from tests.tools.test_two_tabs import Window

SUNDAY = datetime(2026, 11, 22, 20, 0, tzinfo=ZoneInfo("Europe/Brussels"))
PUSH_UPS = "Om de dag om 7 uur tien push-ups tot eind december"
LAPTOP = "Ma–wo–vr vijf minuten adempauze vóór ik mijn laptop open."


def read(sentence: str, **typed: list[str]) -> Reading:
    return reading(sentence, SUNDAY, Typed(typed))


def chips(found: Reading) -> dict[str, str]:
    return {chip.part.value: chip.text for chip in found.chips if not chip.dropped}


def test_days_duration_and_anchor_are_read_apart() -> None:
    found = read(LAPTOP)
    assert chips(found) == {"when": "ma, wo, vr", "anchor": "vóór ik mijn laptop open", "lasts": "5 minuten"}
    assert found.ask is None
    assert found.action == MicroAction(
        id="",
        behaviour="Adempauze",
        rhythm=Rhythm.WEEKLY,
        days=(Weekday.MO, Weekday.WE, Weekday.FR),
        relation=Relation.BEFORE,
        anchor="ik mijn laptop open",
        duration_s=300,
    )


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Elke avond om 22.15 het scherm weg", {"when": "elke dag", "at": "om 22.15"}),
        (PUSH_UPS, {"until": "vanaf 23 november tot en met 31 december"}),
        ("Drie keer per week wandelen na het werk", {"when": "3 keer per week", "anchor": "na het werk"}),
        ("Morgen om 10 uur de huisarts bellen", {"when": "op ma 23 november", "at": "om 10.00"}),
        ("Mediteren elke avond", {"at": "'s avonds"}),
    ],
)
def test_what_was_read_is_said_in_words(sentence: str, said: dict[str, str]) -> None:
    assert said.items() <= chips(read(sentence)).items()


def test_a_label_stays_with_the_behaviour() -> None:
    assert read("Adem-reset: om 10.55 uur 60 seconden zuchtend ademen").action.behaviour.startswith(
        "Adem-reset: "
    )


def test_of_two_actions_in_a_sentence_neither_is_lost() -> None:
    sentence = "Elke avond om 22.15 het scherm weg en 10 minuten lezen"
    assert read(sentence).action.behaviour == sentence


@pytest.mark.parametrize(
    ("part", "left"),
    [
        ("when|ma, wo, vr", {"rhythm": Rhythm.ON_EVENT, "days": ()}),
        ("anchor|vóór ik mijn laptop open", {"relation": None, "anchor": ""}),
        ("lasts|5 minuten", {"duration_s": None}),
    ],
)
def test_what_is_dropped_is_not_in_the_plan_and_stays_in_sight(part: str, left: dict[str, Any]) -> None:
    found = read(LAPTOP, dropped=[part])
    assert found.action == replace(read(LAPTOP).action, **left)
    assert [chip.value for chip in found.chips if chip.dropped] == [part]


def test_a_drop_of_what_the_sentence_no_longer_says_drops_nothing() -> None:
    assert read(LAPTOP, dropped=["lasts|10 minuten"]) == read(LAPTOP)


def test_dropping_the_day_of_a_single_day_leaves_no_period() -> None:
    sentence = "Morgen om 10 uur de huisarts bellen"
    action = read(sentence, dropped=["when|op ma 23 november"]).action
    assert (action.start, action.until, action.times) == (None, None, ("10:00",))


@pytest.mark.parametrize("part", ["at|om 7.00", "until|vanaf 23 november tot en met 31 december"])
def test_hours_and_the_period_can_be_dropped(part: str) -> None:
    whole = read(PUSH_UPS)
    part = next(chip.value for chip in whole.chips if chip.part == part.partition("|")[0])
    left = read(PUSH_UPS, dropped=[part]).action
    kept = (left.times, left.until)
    assert kept == (((), whole.action.until) if part.startswith("at") else (("07:00",), None))


def test_an_anchor_that_is_dropped_takes_its_rhythm_along() -> None:
    found = read("Na het ontbijt 5 minuten stretchen")
    assert found.action.rhythm is Rhythm.ON_EVENT
    (anchor,) = [chip.value for chip in found.chips if chip.part == "anchor"]
    assert read("Na het ontbijt 5 minuten stretchen", dropped=[anchor]).action.rhythm is None


def test_one_thing_is_asked_and_the_next_is_not_when_it_stays_open() -> None:
    ask = read("Mediteren").ask
    assert ask
    assert (ask.gap, ask.question) == ("wanneer", "Wanneer precies?")
    assert ask.suggested
    assert read("Mediteren", without=["wanneer"]).ask is None


def test_what_is_no_plan_stays_as_it_was_typed() -> None:
    found = read("Ik voel me moe")
    assert (found.is_plan, found.chips, found.ask) == (False, (), None)
    assert found.action == MicroAction("", "Ik voel me moe")


@pytest.mark.parametrize("sentence", ["", " ", "🙂", "\x00", "a" * 10_000, "om om om 25:99 uur"])
def test_any_text_is_read_or_left(sentence: str) -> None:
    assert read(sentence).action.behaviour[1:] == sentence[1:]


@pytest.mark.parametrize(
    ("sentence", "planned"),
    [
        ("Om de dag 10 minuten wandelen", [False, True, False, True]),
        ("Om de twee weken op maandag een brief schrijven", [True, False, False, False]),
        ("Elke maandag en dinsdag om 8 uur wandelen", [True, True, False, False]),
        ("Morgen om 10 uur de huisarts bellen", [True, False, False, False]),
    ],
)
def test_the_check_in_asks_for_it_on_the_days_it_was_planned(sentence: str, planned: list[bool]) -> None:
    action = read(sentence).action
    assert [is_planned(action, date(2026, 11, 23 + n)) for n in range(4)] == planned


def test_every_part_of_the_day_and_relation_is_known() -> None:
    parts = ("ochtend", "voormiddag", "middag", "namiddag", "avond", "nacht")
    found = {read(f"Elke {part} 5 minuten wandelen").action.day_part for part in parts}
    assert found == set(DayPart)
    said = ("voor het eten", "na het eten", "bij het eten", "tijdens het eten", "zodra ik eet")
    assert {read(f"Een glas water drinken {each}").action.relation for each in said} == set(Relation)


def test_the_same_sentence_gives_the_same_plan_and_another_plan_shows() -> None:
    action = read(LAPTOP).action
    assert says_the_same(LAPTOP, SUNDAY, action)
    assert not says_the_same(LAPTOP, SUNDAY, replace(action, times=("09:00",)))
    assert not says_the_same("Ik voel me moe", SUNDAY, MicroAction("", "Ik voel me moe"))


def after(sentence: str, **tapped: list[str]) -> Typed:
    typed = Typed({"intervention": [sentence], "reading": [READ], **tapped})
    return stepped(typed, reading(sentence, SUNDAY, typed))


def test_an_answer_joins_the_sentence() -> None:
    assert after("Mediteren.", suggested=["elke avond"]).text("intervention") == "Mediteren elke avond"
    assert after("Mediteren", answer=["na het eten"]).text("intervention") == "Mediteren na het eten"
    assert after("Meer rust nemen", answer=["elke dag 10 minuten wandelen"]).text("intervention") == (
        "Meer rust nemen: elke dag 10 minuten wandelen"
    )


def test_an_answer_to_nothing_changes_nothing() -> None:
    assert after(LAPTOP, answer=["elke dag"]).text("intervention") == LAPTOP


def test_going_on_without_is_remembered_and_nonsense_is_not() -> None:
    assert after("Mediteren", skip=["wanneer"]).all("without") == ["wanneer"]
    assert after("Mediteren", skip=["x"]).all("without") == []


def test_not_right_opens_the_fields_with_what_was_read() -> None:
    typed = after(LAPTOP, mend=["fields"])
    assert typed.text("reading") == FIELDS
    assert typed.text("intervention") == LAPTOP
    assert {name: typed.values[name] for name in plan_fields(MicroAction("", ""))} == {
        "how": ["weekly"],
        "n": [""],
        "days": ["0", "2", "4"],
        "times": [""],
        "day_part": [""],
        "relation": ["before"],
        "anchor": ["ik mijn laptop open"],
        "minutes": ["5"],
        "start": [""],
        "until": [""],
    }
    assert after(LAPTOP, mend=["read"]).text("reading") == READ


@pytest.fixture
def browser(noor: Person) -> Browser:
    return noor.browser()


@pytest.fixture
def address(emma: Client) -> str:
    return f"/clienten/{emma.pk}/vullen/sessiecanvas/"


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true", "HX-Target": "read"}], ids=["page", "piece"])
def test_the_page_shows_what_was_read(browser: Browser, address: str, headers: dict[str, str]) -> None:
    """Without a script it is a step of the form, and the whole page comes back."""
    said = {"intervention": LAPTOP, "reading": READ, "question": "Hoe begin ik de dag?"}
    answer = browser.post(f"{address}lezen/", said, headers=headers)
    page = answer.content.decode()
    assert answer.status_code == 200
    for words in ("ma, wo, vr", "vóór ik mijn laptop open", "5 minuten"):
        assert words in page
    assert ("Hoe begin ik de dag?" in page) is not bool(headers)
    assert ("<html" in page) is not bool(headers)


def test_an_answer_comes_back_with_the_sentence(browser: Browser, address: str) -> None:
    answer = browser.post(
        f"{address}lezen/",
        {"intervention": "Mediteren", "reading": READ, "suggested": "elke avond"},
        headers={"HX-Request": "true", "HX-Target": "sentence"},
    )
    assert "Mediteren elke avond</textarea>" in answer.content.decode()


def test_a_sentence_that_is_kept_is_a_plan_and_opens_again_as_it_was(
    browser: Browser, address: str, emma: Client
) -> None:
    window = Window(browser, address)
    window.type(question="Hoe begin ik de dag?", intervention=LAPTOP)
    assert window.keep().status_code == 302
    (action,) = actions_of(emma)
    assert (action.behaviour, action.days, action.duration_s) == ("Adempauze", (0, 2, 4), 300)
    again = browser.get(f"{address}?blad={_newest(emma)}").content.decode()
    assert LAPTOP in again
    assert "Zo lees ik het" in again


def test_a_plan_that_says_otherwise_opens_in_the_fields(browser: Browser, address: str, emma: Client) -> None:
    window = Window(browser, address)
    window.type(question="Hoe begin ik de dag?", intervention=LAPTOP, reading=FIELDS, times="9.00")
    window.keep()
    (action,) = actions_of(emma)
    assert (action.behaviour, action.times) == (LAPTOP, ("09:00",))
    again = browser.get(f"{address}?blad={_newest(emma)}").content.decode()
    assert 'name="times" value="09:00"' in again


def _newest(client: Client) -> Any:
    from samenhang.dossier.models import Sheet
    from samenhang.practice.access import of

    return of(client, Sheet).latest("kept_at").pk


def test_until_is_counted_from_when_it_was_said(browser: Browser, address: str, emma: Client) -> None:
    """Kept once more on another day, four weeks do not begin anew."""
    window = Window(browser, address)
    window.type(intervention="Elke avond 10 minuten wandelen, vier weken lang")
    window.keep()
    (first,) = actions_of(emma)
    assert first.until
    assert 26 <= (first.until - timezone.localdate()).days <= 28


def test_the_canvas_says_one_hint_at_a_time(browser: Browser, address: str) -> None:
    window = Window(browser, address)
    window.type(question="Wat nu?")
    assert "hint" not in _hint(window.autosave())
    window.type(intervention="Meer rust")
    assert _hint(window.autosave()).count("<p") == 1


def _hint(answer: Any) -> str:
    return str(answer.content.decode().partition('id="hint"')[2])
