"""Clock times: 22:15, 22u15, 10.55 uur, half elf, kwart voor drie, vijf voor half drie, om 8."""

import re
from typing import NamedTuple

from samenhang.language.nl.lexicon import HOUR_WORDS, NUMBERS, TIMES_WORDS, UNIT_DAYS, UNIT_SECONDS
from samenhang.language.nl.scan import Scan

NOON, MIDNIGHT, DAY = 12 * 60, 0, 24 * 60
_LAST_HOUR, _CLOCK_HOURS, _HALF_HOUR, _HOUR = 24, 12, 30, 60
_NOBODY = 99

# What would make it a number or a stretch of time: 22.155, 10:55 min, 17u 10'.
_AFTER = r"(?![\d/]|[.,]\d|\s{0,3}%|'|\s{0,3}(?:min|minuten|minuut|sec|seconden|km|kg|euro)(?![^\W\d_]))"
_MINUTES = re.compile(
    r"(\d{1,2})(?:\s{0,3}[:uh]\s{0,3}|(\.))([0-5]\d)" + _AFTER + r"(\s{0,3}(?:uur|u|h)(?![^\W\d_]))?",
)
# "10u 12u en 15u" are hours side by side, not minutes.
_TWO_HOURS = re.compile(r"\d{1,2}[uh]\s{1,3}\d{1,2}[uh](?![^\W_])")
_HOURS = re.compile(r"(\d{1,2})\s{0,3}(?:uur|u|h)(?![^\W\d_])")
_ONE = r"\d{1,2}(?:[.:uh][0-5]\d)?(?:\s{0,3}[uh](?![^\W\d_]))?"
_SEVERAL = re.compile(
    rf"{_ONE}(?:(?:,\s|\s{{0,3}}/\s{{0,3}}|(?<=[uh])\s){_ONE})*\s{{0,3}}(?:,\s|/|\ben\b|&|\+)\s{{0,3}}(?:en\s)?{_ONE}\s{{0,3}}(?:uur|u|h)(?![^\W_])",
)
_EACH_OF_SEVERAL = re.compile(r"(\d{1,2})(?:[.:uh]([0-5]\d))?")
_NOT_HOURS = UNIT_SECONDS.keys() | UNIT_DAYS.keys() | TIMES_WORDS | {
    "redenen", "mensen", "dingen", "personen", "u", "x", "%", "/", "km", "glazen", "euro",
}  # fmt: skip
_NOT_SPOKEN = _NOT_HOURS - {"uur", "u", "s"}
_TO_OR_PAST = {"voor": -1, "over": 1, "na": 1}
_NAMED = {"middernacht": MIDNIGHT, "middaguur": NOON}
_EXACTLY = frozenset(("stipt", "precies", "exact", "ongeveer", "circa"))
_MORE = frozenset(("en", ",", "&", "+", "/"))
_MORE_LEADS = frozenset(("om", "rond", "tegen"))
_END_MARKS = frozenset(("", ",", ".", ";", ":", "!", "?", ")", "-", "en", "of"))


class Clock(NamedTuple):
    """Minutes after midnight; spoken ones still wait for a day part to choose the half day."""

    minutes: int
    spoken: bool


def times_at(s: Scan, i: int, led: str = "") -> tuple[int, tuple[Clock, ...]] | None:
    """One or more clock times from word i; `led` is the preposition before it, if any."""
    several = _several_at(s, i)
    if several is not None:
        return several
    one = clock_at(s, i, led)
    if one is None:
        return None
    j, clock = one
    clocks = [clock]
    while s.fold[j] in _MORE:
        k = j + 2 if s.fold[j + 1] == "en" else j + 1
        again = s.fold[k] in _MORE_LEADS
        more = clock_at(s, k + again, "om" if again else "")
        if more is None and not again and led:
            more = _bare_at_end(s, k)
        if more is None:
            break
        j, clock = more
        clocks.append(clock)
    return j, tuple(clocks)


def clock_at(s: Scan, i: int, led: str = "") -> tuple[int, Clock] | None:
    """One clock time at word i."""
    word = s.fold[i]
    if word in _EXACTLY:
        return clock_at(s, i + 1, led)
    if word == "half":
        return _half_at(s, i)
    if word == "kwart":
        return _to_or_past(s, i + 1, 15)
    if word in _NAMED:
        return i + 1, Clock(_NAMED[word], spoken=False)
    if word.isdecimal():
        return _digits_at(s, i, led)
    # "rond een uur of acht" is about eight o'clock.
    about = bool(led) and s.fold[i : i + 3] == ["een", "uur", "of"]
    return clock_at(s, i + 3, "range") if about else _word_at(s, i, led)


def resolve(clock: Clock, part: str | None, *, evening: bool = False) -> int:
    """Minutes after midnight, the day part and an evening anchor deciding the half day."""
    minutes = clock.minutes
    if minutes >= 13 * 60 or (minutes < _HOUR and not clock.spoken):
        # Late hours, and those of midnight, are what they say.
        return minutes % DAY
    if part in ("avond", "namiddag"):
        return _late(minutes, part)
    if not clock.spoken:
        return minutes
    if part is not None:
        return _in_part(minutes, part)
    if evening and 5 * 60 <= minutes < NOON:
        return minutes + NOON
    return minutes + NOON if _HALF_HOUR < minutes < 7 * 60 else minutes


def _late(minutes: int, part: str) -> int:
    if minutes < NOON:
        return minutes + NOON
    return minutes - NOON if part == "avond" and minutes < 13 * 60 else minutes


def _in_part(minutes: int, part: str) -> int:
    if part == "middag":
        return minutes + NOON if minutes < 10 * 60 else minutes
    if part == "nacht":
        if minutes >= NOON:
            return minutes - NOON
        return minutes + NOON if minutes >= 8 * 60 else minutes
    return minutes


def _several_at(s: Scan, i: int) -> tuple[int, tuple[Clock, ...]] | None:
    if not s.fold[i].isdecimal():
        return None
    found = _SEVERAL.match(s.low, s.words.start[i])
    if found is None:
        return None
    clocks = []
    for hour, minute in _EACH_OF_SEVERAL.findall(found.group()):
        if int(hour) > _LAST_HOUR:
            return None
        clocks.append(_clock(int(hour), int(minute or 0), spoken=not minute and hour[0] != "0"))
    return s.words.index_at(found.end(), i), tuple(clocks)


def _digits_at(s: Scan, i: int, led: str) -> tuple[int, Clock] | None:
    place = s.words.start[i]
    found = None if _TWO_HOURS.match(s.low, place) else _MINUTES.match(s.low, place)
    if found is not None and int(found[1]) <= _LAST_HOUR and (not found[2] or led or found[4]):
        j = s.words.index_at(found.end(), i)
        return j, _clock(int(found[1]), int(found[3]), spoken=False)
    past = _to_or_past(s, i + 1, int(s.fold[i])) if _is_short(s.fold[i]) else None
    if past is not None:
        return past
    found = _HOURS.match(s.low, place)
    if found is not None and int(found[1]) <= _LAST_HOUR:
        j = s.words.index_at(found.end(), i)
        return j, _clock(int(found[1]), 0, spoken=found[1][0] != "0")
    if led and _is_short(s.fold[i]) and int(s.fold[i]) <= _LAST_HOUR:
        return _bare(s, i, int(s.fold[i]), led)
    return None


def _word_at(s: Scan, i: int, led: str) -> tuple[int, Clock] | None:
    value = NUMBERS.get(s.fold[i], _NOBODY)
    past = _to_or_past(s, i + 1, value)
    if past is not None or value > _LAST_HOUR:
        return past
    # "een uur" is an hour long; "om een uur" and "één uur" are one o'clock.
    if value == 1 and not s.words.has_accent(i) and not (led and s.fold[i + 1] == "uur"):
        return None
    if s.fold[i + 1] == "uur":
        return i + 2, _clock(value, 0, spoken=True)
    return _bare(s, i, value, led) if led else None


def _bare(s: Scan, i: int, value: int, led: str) -> tuple[int, Clock] | None:
    """As in "om 8", "tegen zes": an hour without its word."""
    after = s.fold[i + 1]
    ranged = led == "range"
    if after in _NOT_HOURS or (not ranged and after in (".", ",", "-") and s.fold[i + 2].isdecimal()):
        return None
    if led != "om" and not ranged and after not in _END_MARKS and s.fold[i + 2] not in ("ik", "we", "wij"):
        return None
    return i + 1, _clock(value, 0, spoken=True)


def _bare_at_end(s: Scan, i: int) -> tuple[int, Clock] | None:
    word, after = s.fold[i], s.fold[i + 1]
    value = int(word) if word.isdecimal() and _is_short(word) else NUMBERS.get(word, _NOBODY)
    if value > _LAST_HOUR or (after not in _END_MARKS and after not in HOUR_WORDS):
        return None
    return i + 1, _clock(value, 0, spoken=True)


def _half_at(s: Scan, i: int) -> tuple[int, Clock] | None:
    hour = _spoken_hour(s, i + 1)
    if hour is None:
        return None
    j = i + 3 if s.fold[i + 2] == "uur" else i + 2
    minutes = hour * 60 - _HALF_HOUR if hour > 1 else NOON + _HALF_HOUR
    return j, Clock(minutes, spoken=hour <= _CLOCK_HOURS)


def _to_or_past(s: Scan, i: int, minutes: int) -> tuple[int, Clock] | None:
    """From the word after the minutes: voor drie, over half zes, na tien."""
    if s.fold[i] in ("minuten", "min", "minuutjes"):
        i += 2 if s.fold[i + 1] == "." else 1
    sign = _TO_OR_PAST.get(s.fold[i])
    if sign is None or minutes >= _HALF_HOUR:
        return None
    if s.fold[i + 1] == "half":
        half = _half_at(s, i + 1)
        if half is None:
            return None
        return half[0], Clock((half[1].minutes + sign * minutes) % DAY, spoken=True)
    hour = _spoken_hour(s, i + 1)
    if hour is None:
        return None
    j = i + 3 if s.fold[i + 2] in ("uur", "u") else i + 2
    total = hour * 60 + sign * minutes
    return j, Clock(total if hour > 1 or sign > 0 else total + NOON, spoken=hour <= _CLOCK_HOURS)


def _spoken_hour(s: Scan, i: int) -> int | None:
    word = s.fold[i]
    digits = word.isdecimal() and _is_short(word)
    value = int(word) if digits else NUMBERS.get(word, _NOBODY)
    fits = 1 <= value <= (_LAST_HOUR if digits else _CLOCK_HOURS)
    return value if fits and s.fold[i + 1] not in _NOT_SPOKEN else None


def _is_short(digits: str) -> bool:
    """Two digits make an hour; more do not."""
    return len(digits) <= len("24")


def _clock(hour: int, minute: int, *, spoken: bool) -> Clock:
    return Clock((hour * 60 + minute) % DAY, spoken and hour <= _CLOCK_HOURS)
