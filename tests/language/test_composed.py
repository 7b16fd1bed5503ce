"""Thousands of sentences from known parts: what goes in comes out."""

import random
from datetime import datetime
from zoneinfo import ZoneInfo

from samenhang.language.nl import read
from samenhang.language.nl.plan import Plan
from tests.language.composed import Composed, compose

REF = datetime(2026, 3, 10, 9, tzinfo=ZoneInfo("Europe/Brussels"))
SENTENCES = 4000
KEYS = ("freq", "date", "start", "until", "day_part", "anchor_rel", "duration_s", "qty")


def is_right(made: Composed, plan: Plan) -> bool:
    said = made.expect
    lists = (",".join(plan.days), ",".join(plan.times), plan.n or 1, (plan.anchor_event or "").lower())
    expected = (said.get("days", ""), said.get("times", ""), said.get("n", 1), said.get("anchor_event", ""))
    return (
        plan.n_actions == 1 and lists == expected and all(getattr(plan, key) == said.get(key) for key in KEYS)
    )


def test_composed_sentences_are_read_as_they_were_made() -> None:
    rng = random.Random(20260310)
    made = [compose(rng) for _ in range(SENTENCES)]
    wrong = [one.text for one in made if not is_right(one, read(one.text, REF))]
    assert len(wrong) <= SENTENCES * 0.002, wrong
