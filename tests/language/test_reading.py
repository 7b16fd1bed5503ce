"""What holds for every reading: whole results, spans with their places, the one question."""

from dataclasses import FrozenInstanceError
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from samenhang.language.nl import question, read
from samenhang.language.nl.plan import NO_PLAN, PLAN_KEYS, Span
from tests.language.rows import HERE, rows

BRUSSELS = ZoneInfo("Europe/Brussels")
TUESDAY = datetime(2026, 3, 10, 9, tzinfo=BRUSSELS)


def test_a_whole_plan() -> None:
    text = "Avondanker: vanaf maandag leg ik elke werkdag om half tien 's avonds mijn gsm in de gang."
    assert read(text, TUESDAY).to_json() == {
        "is_plan": True,
        "n_actions": 1,
        "verdict": "plan",
        "label": "Avondanker",
        "behaviour": "leg mijn gsm in de gang",
        "freq": "weekly",
        "days": ["MO", "TU", "WE", "TH", "FR"],
        "n": None,
        "date": None,
        "start": "2026-03-16",
        "until": None,
        "until_event": None,
        "times": ["21:30"],
        "day_part": None,
        "anchor_rel": None,
        "anchor_event": None,
        "duration_s": None,
        "qty": None,
        "within_48h": False,
        "ical": [{"dtstart": "2026-03-16T21:30:00", "rrule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"}],
        "missing": [],
        "vague": [],
    }


def test_what_is_no_plan_is_empty() -> None:
    plan = read("Hoe gaat het vandaag om 10 uur?", TUESDAY)
    assert plan == NO_PLAN
    assert list(plan.to_json()) == list(PLAN_KEYS)
    assert not any(value for key, value in plan.to_json().items() if key != "verdict")


def test_spans_show_what_was_read() -> None:
    text = "Doe: elke dag na ’t eten een kwartiertje wandelen"
    assert read(text, TUESDAY).spans == (
        Span("label", 0, 3, "Doe"),
        Span("rhythm", 5, 13, "elke dag"),
        Span("anchor", 14, 24, "na ’t eten"),
        Span("duration", 25, 41, "een kwartiertje"),
    ) or read(text, TUESDAY).spans == (
        Span("label", 0, 3, "Doe"),
        Span("rhythm", 5, 13, "elke dag"),
        Span("anchor", 14, 24, "na ’t eten"),
        Span("duration", 25, 40, "een kwartiertje"),
    )


@pytest.mark.parametrize("name", ["clock", "anchors", "dates"])
def test_spans_lie_where_they_say(name: str) -> None:
    for row in rows(name):
        for span in read(row.text, row.ref).spans:
            assert row.text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Beter slapen.", "Wat is de eerste zichtbare stap?"),
        ("Ik koop een agenda.", "Wanneer precies?"),
        ("Om 20u een kop thee zetten.", "Op welke dagen?"),
        ("Elke dag een appel eten.", "Waar hangt het aan vast?"),
        ("Elke dag om 20u lezen.", "Hoe lang of hoeveel?"),
        ("Elke dag om 20u tien minuten lezen.", None),
        ("Dank je wel!", None),
    ],
)
def test_one_question_is_asked(text: str, asked: str | None) -> None:
    assert question(read(text, TUESDAY)) == asked


def test_the_moment_is_taken_in_the_zone_of_the_reader() -> None:
    late = datetime(2026, 3, 10, 23, 30, tzinfo=UTC)
    assert read("Vandaag bel ik Jan.", late).date == "2026-03-11"
    assert read("Vandaag bel ik Jan.", late, "Atlantic/Azores").date == "2026-03-10"
    naive = datetime(2026, 3, 10, 9)  # noqa: DTZ001 - a moment without a zone is local
    assert read("Vandaag bel ik Jan.", naive).date == "2026-03-10"


def test_a_plan_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        read("Elke dag wandelen.", TUESDAY).freq = "weekly"


def test_typography_changes_nothing() -> None:
    plain = "Elke vrijdag om 16u één pagina in m'n dagboek, 's avonds niet."
    for other in (
        plain.replace("'", "’"),
        plain.replace(" ", "\u00a0"),
        plain.replace("é", "e\u0301"),
        plain.replace("vrijdag", "vrij\u00addag"),
        f"  {plain}\n",
    ):
        assert read(other, TUESDAY).to_json() | {"behaviour": None} == read(plain, TUESDAY).to_json() | {
            "behaviour": None
        }


def test_whole_quotes_are_the_sentence() -> None:
    assert read("“Elke dag om 8u wandelen.”", TUESDAY).times == ("08:00",)


def test_what_another_sentence_reports_is_not_planned() -> None:
    plan = read("Gisteren heb ik om 22u gelezen. Morgen lees ik om 21u een kwartier.", TUESDAY)
    assert (plan.times, plan.date, plan.duration_s) == (("21:00",), "2026-03-11", 900)


def test_our_sentences_are_many() -> None:
    assert sum(len(list(rows(path.stem))) for path in HERE.glob("*.txt")) > 500
