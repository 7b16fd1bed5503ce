"""Any text at all: never raises, never hangs, never invents a time."""

import random
import string
import subprocess
import sys
import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from samenhang.language.nl import read
from samenhang.language.nl.help_card import help_card
from tests.language.rows import HERE, rows

REF = datetime(2026, 3, 10, 9, tzinfo=ZoneInfo("Europe/Brussels"))
OURS = [row.text for path in sorted(HERE.glob("*.txt")) for row in rows(path.stem)]
WORDS = [word for text in OURS for word in text.split()]
# A slow machine is not a hang: ten times what the bench asks for.
PATIENCE_S = 0.5


def any_character(rng: random.Random) -> str:
    kinds = (
        lambda: chr(rng.randrange(32, 127)),
        lambda: chr(rng.randrange(0x250)),
        lambda: chr(rng.randrange(0xD800)),
        lambda: chr(rng.randrange(0xE000, 0x110000)),
        lambda: chr(rng.randrange(0x300, 0x370)),
        lambda: rng.choice("\n\t\0\u2028\u200b\xad\ud800"),
    )
    return rng.choice(kinds)()


def mixed(rng: random.Random, kind: int) -> str:
    if kind == 0:
        return "".join(any_character(rng) for _ in range(rng.randrange(100)))
    if kind == 1:
        return " ".join(rng.choice(WORDS) for _ in range(rng.randrange(25)))
    if kind == 2:
        text = list(rng.choice(OURS))
        for _ in range(rng.randrange(1, 6)):
            text.insert(
                rng.randrange(len(text) + 1),
                rng.choice(["", "  ", "0", "9", ":", ".", "u", "en", any_character(rng)]),
            )
        return "".join(text)
    return "".join(rng.choice("0123456789uh:.,/-eastn ") for _ in range(rng.randrange(60)))


@pytest.mark.parametrize("kind", range(4))
def test_no_text_raises_and_spans_stay_true(kind: int) -> None:
    rng = random.Random(kind)
    for _ in range(1200):
        text = mixed(rng, kind)
        plan = read(text, REF)
        assert [span.text for span in plan.spans] == [text[span.start : span.end] for span in plan.spans]
        assert plan.is_plan or plan.times == ()


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "1" * 10_000,
        " " * 10_000,
        '"' * 10_000,
        "om 8 en " * 1250,
        "ma " * 3333,
        "12 en " * 1666,
        "ik ga " * 1666,
        "na de " * 1666,
        "als ik " * 1428,
        "1," * 5000,
        ": " * 5000,
        "ik wil mezelf " * 714,
        " ".join(WORDS)[:10_000],
        "".join(random.Random(3).choice(string.printable) for _ in range(10_000)),
    ],
)
def test_ten_thousand_characters_take_a_moment(text: str) -> None:
    began = time.process_time()
    read(text, REF)
    help_card(text)
    assert time.process_time() - began < PATIENCE_S


@pytest.mark.parametrize(
    "text",
    [
        "Elke dag wandelen met 3 vrienden.",
        "Elke dag tram 12 nemen.",
        "Elke dag 2 appels en 5 noten eten.",
        "Elke dag hoofdstuk 7 herlezen.",
        "Elke dag mijn score 8/10 noteren.",
        "Elke dag 14 euro sparen in een pot.",
        "Elke dag drie na elkaar uitademen.",
        "Elke dag 3 km lopen.",
    ],
)
def test_a_number_is_no_time(text: str) -> None:
    assert read(text, REF).times == ()


def test_nothing_heavy_loads_before_the_first_sentence() -> None:
    code = (
        "import sys; before = set(sys.modules); import samenhang.language.nl;"
        "heavy = {'dataclasses', 'datetime', 'json', 're', 'typing', 'zoneinfo'};"
        "print(sorted(heavy & (set(sys.modules) - before)))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
