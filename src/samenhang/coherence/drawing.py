"""The map as a picture: factors on a ring, threads across it, said the same as in the sentences."""

from samenhang.coherence.weighing import Weighed
from samenhang.coherence.words import seen_as
from samenhang.look.dates import say_number
from samenhang.look.hoop.drawing import draw_for_paper
from samenhang.look.hoop.shapes import Dot, Hoop, Stitch
from samenhang.look.map_chart import draw_hoop
from samenhang.method.influence_map import InfluenceMap, Placed, in_order, letter_of, tidied
from samenhang.method.intake_scan import Cell
from samenhang.method.lens import Lens

LONGEST_LABEL = 80
MOST_DRAWN = 24  # threads: beyond it the sentences alone say the rest
_KINDS = {Cell.STRENGTH: "strength", Cell.BOTTLENECK: "bottleneck"}
_LENS_WORDS = {lens.value: lens.label for lens in Lens}


def draw_map(shape: InfluenceMap, weighed: Weighed | None = None, lever: str = "") -> str:
    """The map on the screen; with what the diary says of it, and the lever that was chosen."""
    hoop = _hoop(shape, weighed, lever)
    return draw_hoop(hoop, title="De samenhangkaart", description=_describe(shape), lens_words=_LENS_WORDS)


def draw_map_on_paper(shape: InfluenceMap) -> str:
    """The same for an A4."""
    hoop, said = _hoop(tidied(shape), None, ""), _describe(shape)
    return draw_for_paper(hoop, title="De samenhangkaart", description=said, lens_words=_LENS_WORDS)


def _hoop(shape: InfluenceMap, weighed: Weighed | None, lever: str) -> Hoop:
    standing = shape.standing
    return Hoop(
        dots=tuple(_dot(one, lever) for one in standing),
        stitches=tuple(
            Stitch(
                letter_of(n),
                one.source,
                one.target,
                int(one.strength),
                seen_as(weighed, one.source, one.target)[0] if weighed else "likely",
                key=lever in (one.source, one.target),
            )
            for n, one in enumerate(in_order(shape)[:MOST_DRAWN])
        ),
        order=tuple(one.id for one in standing) if shape.arranged else (),
    )


def _dot(one: Placed, lever: str) -> Dot:
    word = one.cell.label.lower()
    return Dot(
        one.id,
        one.lens.value,
        _short(one.text),
        _KINDS[one.cell],
        word if one.item else f"{word} · niet gemeten",
        lever=one.id == lever,
    )


def _short(name: str) -> str:
    """A name as it fits on the ring, with a mark where it goes on: the sentences hold it whole."""
    words = " ".join(name.split())
    return words if len(words) <= LONGEST_LABEL else f"{words[: LONGEST_LABEL - 1].rstrip()}…"


def _describe(shape: InfluenceMap) -> str:
    count, threads = len(shape.standing), len(shape.influences)
    factors = f"{say_number(count)} {'factor' if count == 1 else 'factoren'} in drie lenzen"
    said = f"{say_number(threads)} {'invloed' if threads == 1 else 'invloeden'}"
    return f"{factors} met {said}. De zinnen op deze bladzijde zeggen hetzelfde."
