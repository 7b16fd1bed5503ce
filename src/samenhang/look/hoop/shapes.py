"""What a map is made of: dots on a ring, stitches between them, and the order somebody gave the dots."""

import re
from dataclasses import dataclass
from typing import Final

LENSES: Final = ("psycho", "social", "bio")  # clockwise, from the top
KINDS: Final = ("strength", "bottleneck", "neutral")
SURE: Final = ("sure", "likely", "early")
STRONGEST: Final = 3

_LETTER = re.compile(r"[A-Z]{1,2}")


@dataclass(frozen=True)
class Dot:
    """One factor on the ring; `kind_word` is printed under its name."""

    id: str
    lens: str
    name: str
    kind: str
    kind_word: str
    lever: bool = False
    closed: bool = False


@dataclass(frozen=True)
class Stitch:
    """One influence: -3 dampens strongly, 3 strengthens strongly; `key` touches the lever."""

    letter: str
    source: str
    target: str
    strength: int
    sure: str
    key: bool = False


@dataclass(frozen=True)
class Hoop:
    """A whole map. `order` holds ids as somebody put them; those that are no longer there are passed over."""

    dots: tuple[Dot, ...]
    stitches: tuple[Stitch, ...]
    order: tuple[str, ...] = ()


def settled(hoop: Hoop) -> Hoop:
    """The same map, told in one way: dots by name, stitches by letter. ValueError for one that cannot be."""
    for dot in hoop.dots:
        _check_dot(dot)
    known = {dot.id for dot in hoop.dots}
    if len(known) < len(hoop.dots):
        raise ValueError("two dots with one id")
    for stitch in hoop.stitches:
        _check_stitch(stitch, known)
    if len({stitch.letter for stitch in hoop.stitches}) < len(hoop.stitches):
        raise ValueError("two stitches with one letter")
    return Hoop(
        tuple(sorted(hoop.dots, key=lambda dot: (dot.name.casefold(), dot.name, dot.id))),
        tuple(sorted(hoop.stitches, key=lambda stitch: (len(stitch.letter), stitch.letter))),
        tuple(dict.fromkeys(each for each in hoop.order if each in known)),
    )


def _check_dot(dot: Dot) -> None:
    if dot.lens not in LENSES or dot.kind not in KINDS:
        raise ValueError(f"no such lens or kind: {dot.lens!r}, {dot.kind!r}")


def _check_stitch(stitch: Stitch, known: set[str]) -> None:
    if not _LETTER.fullmatch(stitch.letter):
        raise ValueError(f"no such letter: {stitch.letter!r}")
    if not {stitch.source, stitch.target} <= known:
        raise ValueError(f"stitch {stitch.letter} joins a dot that is not there")
    if stitch.source == stitch.target:
        raise ValueError(f"stitch {stitch.letter} joins a dot with itself")
    if not 1 <= abs(stitch.strength) <= STRONGEST or stitch.sure not in SURE:
        raise ValueError(f"stitch {stitch.letter}: no such strength or certainty")
