"""Emma's results come out of her data, whatever the seed."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from statistics import mean
from zoneinfo import ZoneInfo

import pytest

from samenhang.demo.calendar import Calendar
from samenhang.demo.cast import SEED
from samenhang.demo.emma import emma
from samenhang.demo.story import Names, Story
from samenhang.method.diary import MOST_ITEMS, open_days, problem_with
from samenhang.method.dossier import KeptSheet, fold
from samenhang.method.intake_scan import IntakeScan, is_complete

ZONE = ZoneInfo("Europe/Brussels")
MONDAY = date(2026, 11, 23)
SEEDS = [*range(20), SEED]
BEFORE, NOW = (42, 29), (14, 1)


def told(seed: int, today: date = MONDAY) -> Story:
    return emma(Calendar(today, ZONE), seed)


def answers(story: Story, names: Names, item: str, period: tuple[int, int]) -> list[float]:
    first, last = period
    return [
        filled.answers[names(item)]
        for filled in story.diary
        if last <= (MONDAY - filled.day).days <= first and filled.answers[names(item)] is not None
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_changed_for_emma_comes_out_of_her_own_days(seed: int) -> None:
    story, names = told(seed), Names(f"{seed} Emma")

    def change(item: str) -> tuple[float, float]:
        return mean(answers(story, names, item, BEFORE)), mean(answers(story, names, item, NOW))

    awake, awake_now = change("awake")
    headache, headache_now = change("headache")
    worry, worry_now = change("worry")
    energy, energy_now = change("energy")
    assert abs(awake - 45) <= 3
    assert abs(awake_now - 20) <= 3
    assert headache - headache_now >= 0.3
    assert worry - worry_now >= 2.5
    assert energy_now - energy >= 0.7


@pytest.mark.parametrize("seed", SEEDS)
def test_her_diary_is_that_of_a_person(seed: int) -> None:
    story = told(seed)
    days = sorted(filled.day for filled in story.diary)
    late = sum(filled.day not in open_days(filled.at) for filled in story.diary)
    share = len(days) / 42
    gaps = [(after - before).days for before, after in pairwise(days)]
    skipped = sum(None in filled.answers.values() for filled in story.diary)
    assert 0.75 <= share <= 0.85
    assert len(days) == len(set(days))
    assert max(gaps) <= 2
    assert (late, days[-1]) == (3, MONDAY - timedelta(days=2))
    assert 0 <= skipped <= 12
    assert all(filled.at.date() - filled.day <= timedelta(days=1) for filled in story.diary)


@pytest.mark.parametrize("seed", SEEDS)
def test_how_the_anchor_went(seed: int) -> None:
    story, anchor = told(seed), Names(f"{seed} Emma")("anchor")
    states = Counter(filled.actions[anchor] for filled in story.diary if anchor in filled.actions)
    assert states == {"done": 17, "plan_b": 4, "not_done": 2, "not_applicable": 1}


@pytest.mark.parametrize("today", [MONDAY + timedelta(days=n) for n in range(14)])
def test_every_today_has_its_story(today: date) -> None:
    story = told(SEED, today)
    assert next(meeting.at.date() for meeting in story.meetings if not meeting.minutes) == today
    assert sum(bool(filled.note) for filled in story.diary) == 12
    assert sum("nee gezegd" in filled.note.lower() for filled in story.diary) == 2
    assert all(filled.at.date() < today for filled in story.diary)
    assert [kept.at for kept in story.sheets] == sorted(kept.at for kept in story.sheets)


def test_every_answer_fits_its_question() -> None:
    story = told(SEED)
    items = {asked.item.id: asked.item for asked in story.questions}
    assert len(items) <= MOST_ITEMS
    assert {
        problem_with(items[key].kind, answer) for f in story.diary for key, answer in f.answers.items()
    } == {""}


def test_each_question_measures_a_factor_of_her_scans() -> None:
    story = told(SEED)
    sheets = [
        KeptSheet(str(n), str(n), kept.shape.slug, kept.at, kept.at.date(), kept.shape)
        for n, kept in enumerate(story.sheets)
    ]
    dossier = fold(sheets)
    factors: Mapping[str, str] = {factor.id: factor.text for factor in dossier.factors}
    assert [factors[asked.item.factor] for asked in story.questions] == [
        "Lang wakker liggen voor de slaap komt",
        "Piekeren in bed",
        "Hoofdpijn rond elf uur",
        "Een wandeling na het eten geeft weer energie",
        "Een collega schuift werk door",
        "’s Avonds nog laat op het scherm, vooral voor mails",
    ]
    assert len(factors) == 10
    assert dossier.parked == ()


def test_the_first_scan_has_nine_cells_and_what_waits() -> None:
    scan = next(kept.shape for kept in told(SEED).sheets if isinstance(kept.shape, IntakeScan))
    assert is_complete(scan)
    assert len(scan.later) == 4


def test_the_same_seed_tells_the_same_story() -> None:
    assert told(3) == told(3)
    assert told(3).diary != told(4).diary
