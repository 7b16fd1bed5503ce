"""A plan as calendar text: the golden files, and the rules of RFC 5545 that we need."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from samenhang.language.nl import read
from samenhang.language.nl.ics import calendar_text

GOLDEN = Path(__file__).parent / "calendars"
BRUSSELS = ZoneInfo("Europe/Brussels")
NOW = datetime(2026, 10, 23, 14, 30, tzinfo=BRUSSELS)
CASES = {
    "werkdagen": "Gedurende twee weken elke werkdag om 8u10 tien minuten stappen.",
    "tweemaal": "Elke dag om 7u en om 21u30 twee minuten ademhalen.",
    "maandelijks": "De eerste maandag van de maand maak ik mijn budget op.",
    "eenmaal": "Morgen om 16u bel ik de huisarts; één vraag, niet meer.",
}


def text_for(sentence: str, zone: str = "Europe/Brussels") -> str | None:
    return calendar_text(
        read(sentence, NOW, zone),
        ZoneInfo(zone),
        name=zone,
        uid="proef@samenhang",
        stamp=datetime(2026, 10, 23, tzinfo=UTC),
    )


@pytest.mark.parametrize("name", CASES)
def test_the_golden_files(name: str) -> None:
    # Bytes: the line ends are part of the format.
    assert (text_for(CASES[name]) or "").encode() == (GOLDEN / f"{name}.ics").read_bytes()


def test_no_day_gives_no_calendar() -> None:
    assert text_for("Twee keer per week zwemmen.") is None


def test_lines_are_short_and_no_character_is_cut() -> None:
    long = text_for("Elke dag om 8u " + "één ééntje " * 20 + "schrijven.")
    assert long is not None
    assert max(len(line.encode()) for line in long.split("\r\n")) <= 75
    assert "één ééntje" in long.replace("\r\n ", "")


def test_a_zone_that_never_moves_and_one_of_the_south() -> None:
    assert "TZOFFSETTO:+0900\r\nEND:STANDARD" in (text_for("Elke dag om 8u wandelen.", "Asia/Tokyo") or "")
    south = text_for("Elke dag om 8u wandelen.", "Australia/Sydney") or ""
    assert "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU\r\nTZOFFSETFROM:+1100\r\nTZOFFSETTO:+1000" in south


def test_an_own_title_and_no_alarm() -> None:
    plan = read("Elke dag om 8u wandelen.", NOW)
    text = calendar_text(
        plan,
        BRUSSELS,
        name="Europe/Brussels",
        uid="u",
        stamp=NOW,
        summary="Stap; rust, \\ lucht",
        alarm=False,
    )
    assert text is not None
    assert "SUMMARY:Stap\\; rust\\, \\\\ lucht\r\nEND:VEVENT" in text
