"""Reads our own sentences (see sentences/README.md)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent / "sentences"
BRUSSELS = ZoneInfo("Europe/Brussels")
_NAMES = {
    "f": "freq", "d": "days", "n": "n", "date": "date", "s": "start", "u": "until",
    "ue": "until_event", "t": "times", "p": "day_part", "dur": "duration_s", "q": "qty",
    "w": "within_48h", "k": "n_actions", "v": "verdict", "m": "missing", "vg": "vague",
    "b": "behaviour", "l": "label", "i": "ical", "a": "anchor",
}  # fmt: skip
_STRICT = ("freq", "days", "n", "date", "start", "until", "until_event", "times", "day_part",
           "anchor_rel", "anchor_event", "duration_s", "qty")  # fmt: skip
_LISTS = ("days", "times", "missing", "vague")


@dataclass(frozen=True)
class Row:
    text: str
    ref: datetime
    expect: dict[str, object]


def rows(name: str) -> Iterator[Row]:
    ref = datetime(2026, 3, 10, 9, tzinfo=BRUSSELS)
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            ref = datetime.fromisoformat(line[2:]).replace(tzinfo=BRUSSELS)
            continue
        text, _, said = line.partition(" | ")
        yield Row(text, ref, _expect(said))


def _expect(said: str) -> dict[str, object]:
    if said == "x":
        return {"is_plan": False}
    loose = said.endswith(" *") or said == "*"
    expect: dict[str, object] = {} if loose else dict.fromkeys(_STRICT)
    expect["is_plan"] = True
    for part in _parts(said.removesuffix("*").strip()):
        key, _, value = part.partition("=")
        name = _NAMES[key]
        if name == "anchor":
            expect["anchor_rel"], _, expect["anchor_event"] = value.partition(":")
        elif name in _LISTS:
            expect[name] = [item for item in value.split(",") if item]
        else:
            expect[name] = _value(name, value)
    return expect


def _parts(said: str) -> list[str]:
    """Split at the spaces that stand before a key."""
    found: list[str] = []
    for word in said.split(" "):
        if word.partition("=")[0] in _NAMES and "=" in word:
            found.append(word)
        elif found:
            found[-1] += " " + word
    return found


def _value(name: str, value: str) -> object:
    if name == "within_48h":
        return {"1": True, "0": False, "-": None}[value]
    if name in ("n", "duration_s", "qty", "n_actions"):
        return float(value) if "." in value else int(value)
    return value


def differences(expect: dict[str, object], found: dict[str, object]) -> dict[str, object]:
    """What was read otherwise than it is written: key -> (expected, found)."""
    wrong: dict[str, object] = {}
    for key, value in expect.items():
        want, got = _alike(key, value, found[key])
        if want != got:
            wrong[key] = (want, got)
    return wrong


def _alike(key: str, want: object, got: object) -> tuple[object, object]:
    """Both sides in the form in which they are compared."""
    if key == "ical":
        first = got[0] if got else {"dtstart": None, "rrule": None}
        return want, f"{first['dtstart']}/{first['rrule']}"
    if key == "n_actions":
        return want, min(int(got), 2)
    if key == "n":
        return want or 1, got or 1
    if key in _LISTS:
        return sorted(want or []), sorted(got)
    if key in ("behaviour", "anchor_event") and want and got:
        return str(want).lower(), str(got).lower()
    return want, got
