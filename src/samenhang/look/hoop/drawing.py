"""The influence map as SVG: dots on a ring, stitches inside, words outside. Same map, same bytes."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from samenhang.look.glyphs import legible
from samenhang.look.hoop.curves import Curve
from samenhang.look.hoop.labels import Label, label_dot, label_lens, settle
from samenhang.look.hoop.order import order_dots
from samenhang.look.hoop.pen import on_paper, on_screen, short, spoken, type_of_pen
from samenhang.look.hoop.pills import HIGH, MINUS, Pill
from samenhang.look.hoop.ring import ARC, MIDDLES, Ring, stand, type_of_spot
from samenhang.look.hoop.sewing import MEDAL, sew
from samenhang.look.hoop.shapes import Dot, Hoop, settled
from samenhang.look.hoop.stitches import BAR, DOT, HALO, Thread
from samenhang.look.hoop.widths import plain

SIGNS: Final = {  # the three signs of look/sprite.html
    "bio": '<path d="M1.5 12c2-6 5-6 7 0s5 6 7 0 5-6 7 0"/>',
    "psycho": (
        '<path d="M12.5 11.5a2.25 2.25 0 0 1 4.5 0a4.5 4.5 0 0 1-9 0a6.75 6.75 0 0 1 13.5 0a9 9 0 0 1-18 0"/>'
    ),
    "social": '<circle cx="8.4" cy="12" r="5.9"/><circle cx="15.6" cy="12" r="5.9"/>',
}
WEIGHTS: Final = {1: "m-w1", 2: "m-w2", 3: "m-w3"}
CERTAIN: Final = {"sure": "", "likely": " m-maybe", "early": " m-unknown"}
KINDS: Final = {"strength": "m-strength", "bottleneck": "m-bottle", "neutral": "m-neutral"}
DASH: Final = "–"  # the printed sans has no minus sign
ANCHORS: Final = {-1: "end", 0: "middle", 1: "start"}
LEAST_WIDE, EDGE, WIDE = 760.0, 8.0, 1060.0


@dataclass(frozen=True)
class Layout:
    """Where everything stands: what the two pens draw."""

    ring: Ring
    dots: tuple[tuple[Dot, type_of_spot], ...]
    medals: tuple[tuple[str, type_of_spot], ...]
    threads: tuple[Thread, ...]
    pills: tuple[Pill, ...]
    labels: tuple[Label, ...]  # first of the dots, then of the lenses


def draw(
    hoop: Hoop,
    *,
    title: str,
    description: str,
    lens_words: Mapping[str, str],
    lever_word: str = "hefboom",
    prefix: str = "map",
) -> str:
    """The whole `<svg>`, dressed by the stylesheet. `prefix` keeps ids apart on a page with two maps.

    ValueError for a map that cannot be: an unknown id, a stitch to itself, two of one id or letter.
    """
    layout = lay_out(hoop, lens_words, lever_word)
    left, top, wide, high = window(layout)
    size = ' class="m-wide"' if wide > WIDE else ""
    head = (
        f'<svg{size} viewBox="{left} {top} {wide} {high}" role="img" aria-labelledby="{prefix}-t {prefix}-d">'
        f'<title id="{prefix}-t">{spoken(plain(title))}</title>'
        f'<desc id="{prefix}-d">{spoken(plain(description))}</desc>'
    )
    return "\n".join((head, *_draw(layout, on_screen), "</svg>"))


def draw_for_paper(
    hoop: Hoop, *, title: str, description: str, lens_words: Mapping[str, str], lever_word: str = "hefboom"
) -> str:
    """The same map as an SVG file of its own, in the inks, the fonts and the signs of the print shop."""
    words = {lens: legible(word) for lens, word in lens_words.items()}
    layout = lay_out(_legible(hoop), words, legible(lever_word))
    left, top, wide, high = window(layout)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'viewBox="{left} {top} {wide} {high}"><title>{spoken(plain(legible(title)))}</title>'
        f"<desc>{spoken(plain(legible(description)))}</desc>"
    )
    return "\n".join((head, *_draw(layout, on_paper), "</svg>")).replace(MINUS, DASH)


def _legible(hoop: Hoop) -> Hoop:
    dots = (replace(dot, name=legible(dot.name), kind_word=legible(dot.kind_word)) for dot in hoop.dots)
    return replace(hoop, dots=tuple(dots))


def order_of(hoop: Hoop) -> tuple[str, ...]:
    """The ids in the order they stand on the ring, clockwise from the top lens, lens by lens."""
    return tuple(each for row in order_dots(settled(hoop)).values() for each in row)


def lay_out(hoop: Hoop, lens_words: Mapping[str, str], lever_word: str) -> Layout:
    """Give everything its place."""
    hoop = settled(hoop)
    orders = order_dots(hoop)
    sewn = sew(hoop, orders)
    angles = stand(orders)
    labels = [_label(sewn.ring, angles[dot.id], dot, lever_word) for dot in hoop.dots]
    labels += [label_lens(sewn.ring, turn, lens_words[lens], MEDAL + 11) for lens, turn in sewn.turns.items()]
    dots = tuple((dot, sewn.at[dot.id]) for dot in hoop.dots)
    medals = tuple((lens, sewn.ring.spot(turn)) for lens, turn in sewn.turns.items())
    return Layout(sewn.ring, dots, medals, sewn.threads, sewn.pills, settle(labels, sewn.discs))


def _label(ring: Ring, angle: float, dot: Dot, lever_word: str) -> Label:
    kind = f"{dot.kind_word} · {lever_word}" if dot.lever else dot.kind_word
    shade = "m-name m-past" if dot.closed else "m-name"
    off = (HALO if dot.lever else DOT) + 12
    return label_dot(ring, angle, dot.name, kind, off=off, is_lever=dot.lever, shade=shade)


def window(layout: Layout) -> tuple[int, int, int, int]:
    """The viewBox: the ring and all words, and never so narrow that letters would grow."""
    ring = layout.ring
    boxes = [(-ring.rx - HALO, -ring.ry - HALO, ring.rx + HALO, ring.ry + HALO)]
    boxes += [label.box for label in layout.labels]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    spare = max(0.0, (LEAST_WIDE - 2 * EDGE - (right - left)) / 2)
    x, y = math.floor(left - spare - EDGE), math.floor(min(box[1] for box in boxes) - EDGE)
    far, foot = math.ceil(right + spare + EDGE), math.ceil(max(box[3] for box in boxes) + EDGE)
    return x, y, far - x, foot - y


def _draw(layout: Layout, pen: type_of_pen) -> list[str]:
    """From the ground up: ring, hairlines, stitches, dots, medallions, letters, words."""
    dots = list(zip(layout.dots, layout.labels, strict=False))
    lenses = zip(layout.medals, layout.labels[len(layout.dots) :], strict=True)
    return [
        *_draw_ring(layout.ring, pen),
        *(_draw_tether(dot, spot, label, pen) for (dot, spot), label in dots if label.has_moved),
        *(_draw_thread(thread, pen) for thread in layout.threads),
        *(_draw_dot(dot, spot, pen) for (dot, spot), _ in dots),
        *(_draw_medal(lens, spot, pen) for lens, spot in layout.medals),
        *(_draw_pill(thread, pill, pen) for thread, pill in zip(layout.threads, layout.pills, strict=True)),
        *(_draw_label(label, pen) for _, label in dots),
        *(_draw_label(label, pen, lens) for (lens, _), label in lenses),
    ]


def _draw_ring(ring: Ring, pen: type_of_pen) -> list[str]:
    rx, ry = short(ring.rx), short(ring.ry)
    drawn = [f'<ellipse{pen("m-hoop", "")} cx="0" cy="0" rx="{rx}" ry="{ry}"/>']
    for lens, middle in MIDDLES.items():
        begin, end = (_xy(ring.spot(middle + half)) for half in (-ARC / 2, ARC / 2))
        drawn.append(f'<path{pen("m-arc", lens)} d="M{begin}A{rx} {ry} 0 0 1 {end}"/>')
    return drawn


def _draw_tether(dot: Dot, spot: type_of_spot, label: Label, pen: type_of_pen) -> str:
    x, y = label.foot
    far = math.dist(spot, label.foot) or 1.0
    part = ((HALO if dot.lever else DOT) + 3) / far
    begin = spot[0] + (x - spot[0]) * part, spot[1] + (y - spot[1]) * part
    return f'<path{pen("m-tether", "")} d="M{_xy(begin)}L{_xy((x, y))}"/>'


def _draw_thread(thread: Thread, pen: type_of_pen) -> str:
    stitch = thread.stitch
    key = " m-key" if stitch.key else ""
    classes = f"m-edge {WEIGHTS[abs(stitch.strength)]}{CERTAIN[stitch.sure]}{key}"
    line = f'<path{pen(classes, "")} d="{_path(thread.line)}"/>'
    return f"<g{_group(thread, pen)}>{line}{_draw_head(thread, pen)}</g>"


def _draw_head(thread: Thread, pen: type_of_pen) -> str:
    """An arrowhead where it strengthens, a bar where it dampens."""
    (x, y), (ux, uy), size = thread.tip, thread.way, thread.size
    if not thread.strengthens:
        ends = [_xy((x + side * uy * BAR, y - side * ux * BAR)) for side in (-1, 1)]
        return f'<path{pen("m-bar m-key" if thread.stitch.key else "m-bar", "")} d="M{ends[0]}L{ends[1]}"/>'
    back, half = (x - ux * size, y - uy * size), size * 0.5
    left, right = (_xy((back[0] + side * uy * half, back[1] - side * ux * half)) for side in (-1, 1))
    kind = "m-head m-head-key" if thread.stitch.key else "m-head"
    return f'<path{pen(kind, "")} d="M{_xy((x, y))}L{left}L{right}Z"/>'


def _draw_dot(dot: Dot, spot: type_of_spot, pen: type_of_pen) -> str:
    at = f'cx="{short(spot[0])}" cy="{short(spot[1])}"'
    kind = f"{KINDS[dot.kind]} m-closed" if dot.closed else KINDS[dot.kind]
    known = f'data-dot="{spoken(dot.id)}" data-lens="{dot.lens}"'
    drawn = f'<circle{pen(kind, dot.lens)} {known} {at} r="{DOT}"/>'
    if dot.lever:
        drawn += f'<circle{pen("m-halo", "")} {at} r="17"/>'
        drawn += f'<circle{pen("m-halo", "")} {at} r="{HALO:.0f}" stroke-dasharray="2 5"/>'
    return drawn


def _draw_medal(lens: str, spot: type_of_spot, pen: type_of_pen) -> str:
    x, y = spot
    return (
        f'<circle{pen("m-medal", lens)} cx="{short(x)}" cy="{short(y)}" r="{MEDAL:.0f}"/>'
        f'<g{pen("m-sign", lens)} transform="translate({short(x - 13)} {short(y - 13)}) scale(1.083)">'
        f"{SIGNS[lens]}</g>"
    )


def _draw_pill(thread: Thread, pill: Pill, pen: type_of_pen) -> str:
    kind = "m-disc m-key" if thread.stitch.key else "m-disc"
    x, y = short(pill.x - pill.wide / 2), short(pill.y - HIGH / 2)
    return (
        f'<g{_group(thread, pen)}><rect{pen(kind, "")} x="{x}" y="{y}" '
        f'width="{short(pill.wide)}" height="{HIGH:.0f}" rx="{HIGH / 2:.0f}"/>'
        f'<text{pen("m-letter", "")} x="{short(pill.x)}" y="{short(pill.y + 4.6)}">{pill.text}</text></g>'
    )


def _draw_label(label: Label, pen: type_of_pen, lens: str = "") -> str:
    place = f'x="{short(label.x)}" text-anchor="{ANCHORS[label.side]}"'
    lines = (
        f'<text{pen(line.kind, lens)} {place} y="{short(label.top + line.base)}">{spoken(line.text)}</text>'
        for line in label.lines
    )
    return f"<g>{''.join(lines)}</g>"


def _group(thread: Thread, pen: type_of_pen) -> str:
    return pen(f"draad draad-{thread.stitch.letter.lower()}", "")


def _path(line: Curve) -> str:
    return f"M{_xy(line.begin)}C{_xy(line.out)} {_xy(line.into)} {_xy(line.end)}"


def _xy(spot: type_of_spot) -> str:
    return f"{short(spot[0])} {short(spot[1])}"
