import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from samenhang.look.hoop.drawing import draw, draw_for_paper
from samenhang.look.hoop.pen import DYES, EDGE, HAIRLINE, INK, INK_2, ON_PAPER, THREAD
from samenhang.look.hoop.shapes import Dot, Hoop, Stitch
from tests.look.colours import linear
from tests.look.hoop.cast import LONG, TITLED, WORDS, by_chance, emma
from tests.look.render import HOUSE

CSS = (HOUSE / "static/samenhang.css").read_text()
SPRITE = (HOUSE / "look/sprite.html").read_text()
SMALL = Hoop(
    (
        Dot("a", "bio", "Slaap & rust", "strength", "sterkte"),
        Dot("b", "social", "Werk", "bottleneck", "knelpunt", lever=True),
    ),
    (Stitch("A", "a", "b", -2, "early", key=True),),
)
SPIRAL = "M12.5 11.5a2.25 2.25 0 0 1 4.5 0a4.5 4.5 0 0 1-9 0a6.75 6.75 0 0 1 13.5 0a9 9 0 0 1-18 0"
DRAWN = f"""\
<svg viewBox="-390 -277 761 533" role="img" aria-labelledby="map-t map-d">\
<title id="map-t">De kaart van Emma</title><desc id="map-d">Tien factoren.</desc>
<ellipse class="m-hoop" cx="0" cy="0" rx="246" ry="214"/>
<path class="m-arc psy" d="M-203.9 -119.7A246 214 0 0 1 203.9 -119.7"/>
<path class="m-arc soc" d="M221.1 -93.8A246 214 0 0 1 17.2 213.5"/>
<path class="m-arc bio" d="M-17.2 213.5A246 214 0 0 1 -221.1 -93.8"/>
<g class="draad draad-a">\
<path class="m-edge m-w2 m-unknown m-key" d="M-231.4 11.6C-116.6 45 4.9 98.4 105.6 164.6"/>\
<path class="m-bar m-key" d="M101.7 170.5L109.4 158.7"/></g>
<circle class="m-strength bio" data-dot="a" data-lens="bio" cx="-245.9" cy="7.5" r="9.5"/>
<circle class="m-bottle soc" data-dot="b" data-lens="social" cx="130.4" cy="181.5" r="9.5"/>\
<circle class="m-halo" cx="130.4" cy="181.5" r="17"/>\
<circle class="m-halo" cx="130.4" cy="181.5" r="23" stroke-dasharray="2 5"/>
<circle class="m-medal psy" cx="0" cy="-214" r="19"/>\
<g class="m-sign psy" transform="translate(-13 -227) scale(1.083)"><path d="{SPIRAL}"/></g>
<circle class="m-medal soc" cx="245.9" cy="7.5" r="19"/>\
<g class="m-sign soc" transform="translate(232.9 -5.5) scale(1.083)">\
<circle cx="8.4" cy="12" r="5.9"/><circle cx="15.6" cy="12" r="5.9"/></g>
<circle class="m-medal bio" cx="-130.4" cy="181.5" r="19"/>\
<g class="m-sign bio" transform="translate(-143.4 168.5) scale(1.083)">\
<path d="M1.5 12c2-6 5-6 7 0s5 6 7 0 5-6 7 0"/></g>
<g class="draad draad-a"><rect class="m-disc m-key" x="-76.2" y="64.8" width="37.1" height="22" rx="11"/>\
<text class="m-letter" x="-57.6" y="80.4">A −</text></g>
<g><text class="m-name" x="-267.3" text-anchor="end" y="4.4">Slaap &amp; rust</text>\
<text class="m-kind" x="-267.3" text-anchor="end" y="23.4">sterkte</text></g>
<g><text class="m-name" x="161.9" text-anchor="start" y="223.2">Werk</text>\
<text class="m-lever" x="161.9" text-anchor="start" y="242.2">knelpunt · hefboom</text></g>
<g><text class="m-lens psy" x="0" text-anchor="middle" y="-250">Psycho</text></g>
<g><text class="m-lens soc" x="275.8" text-anchor="start" y="15.5">Sociaal</text></g>
<g><text class="m-lens bio" x="-157.9" text-anchor="end" y="224">Bio</text></g>
</svg>"""


def texts(svg: str) -> list[str]:
    return [each.text or "" for each in _all(svg) if each.tag.endswith("text")]


def _all(svg: str) -> list[ET.Element]:
    return list(ET.fromstring(svg).iter())  # noqa: S314  our own drawing


def test_a_small_map_as_a_whole() -> None:
    assert draw(SMALL, **TITLED) == DRAWN


def test_the_signs_are_those_of_the_house() -> None:
    symbols = dict(re.findall(r'<symbol id="(\w+)"[^>]*>(.*?)</symbol>', SPRITE))
    drawn = re.findall(r'<g class="m-sign (\w+)"[^>]*>(.*?)</g>', draw(emma(), **TITLED))
    assert drawn == [(ink, symbols[ink]) for ink in ("psy", "soc", "bio")]


@pytest.mark.parametrize("seed", range(30))
def test_every_class_is_in_the_stylesheet_and_nothing_has_a_style_of_its_own(seed: int) -> None:
    svg = draw(by_chance(seed, 15, 40), **TITLED)
    known = set(re.findall(r"\.(-?[a-z][\w-]*)", CSS))
    assert {name for value in re.findall(r'class="([^"]*)"', svg) for name in value.split()} - known == set()
    assert re.findall(r"style|<script|fill=|stroke=|font-", svg) == []


def test_what_someone_typed_stays_text() -> None:
    nasty = Dot("x", "bio", "<script>\"&'\x00\x1b", "neutral", "<b>")
    svg = draw(Hoop((nasty,), ()), **TITLED | {"title": "<i>", "description": "&amp;"})
    assert texts(svg) == ["<script>\"&'", "<b>", "Psycho", "Sociaal", "Bio"]
    assert '<title id="map-t">&lt;i&gt;</title><desc id="map-d">&amp;amp;</desc>' in svg


def test_two_maps_on_a_page_keep_their_own_ids() -> None:
    svg = draw(SMALL, **TITLED, prefix="then")
    assert re.findall(r' id="([^"]*)"', svg) == ["then-t", "then-d"]
    assert 'aria-labelledby="then-t then-d"' in svg


def test_an_empty_lens_keeps_its_arc_its_medal_and_its_word() -> None:
    svg = draw(Hoop((), ()), **TITLED)
    assert [svg.count(each) for each in ("m-arc", "m-medal", "m-sign", "m-edge", "m-name")] == [3, 3, 3, 0, 0]
    assert texts(svg) == ["Psycho", "Sociaal", "Bio"]


def test_every_dot_and_every_stitch_is_drawn() -> None:
    svg = draw(by_chance(3, 40, 40), **TITLED)
    assert len(re.findall(r'class="m-(?:strength|bottle|neutral)', svg)) == 40
    letters = re.findall(r'class="draad draad-([a-z]+)"', svg)
    assert letters[:40] == letters[40:]
    assert (letters[0], letters[39], len(letters)) == ("a", "an", 80)


def test_a_large_map_says_so() -> None:
    assert draw(by_chance(3, 40, 40), **TITLED).startswith('<svg class="m-wide" ')


def test_a_closed_factor_is_drawn_as_past() -> None:
    closed = replace(SMALL.dots[0], closed=True)
    svg = draw(Hoop((closed,), ()), **TITLED)
    assert '<circle class="m-strength m-closed bio"' in svg
    assert '<text class="m-name m-past"' in svg


def test_paper_needs_no_stylesheet() -> None:
    svg = draw_for_paper(emma(), **TITLED)
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" width="')
    assert re.findall(r"class=|style|var\(|currentcolor|−", svg) == []
    lever = '<text font-family="Noto Sans" font-size="14.5" font-weight="700" fill="#9a2f34"'
    assert lever in svg
    assert {each.get("fill") for each in _all(svg) if each.tag.endswith("text")} == {
        INK,
        INK_2,
        THREAD,
        *DYES.values(),
    }


def test_paper_knows_every_class_of_the_screen() -> None:
    drawn = {
        name
        for seed in range(20)
        for value in re.findall(r'class="([^"]*)"', draw(by_chance(seed, 15, 20), **TITLED))
        for name in value.split()
    }
    assert {name for name in drawn if name.startswith("m-")} == set(ON_PAPER)


def test_paper_shows_what_it_can() -> None:
    shown = " ".join(texts(draw_for_paper(by_chance(5, 12, 12, names=LONG), **TITLED)))
    assert "👩" not in shown
    assert "▯" in shown


def test_the_inks_of_paper_are_those_of_the_print_shop() -> None:
    told = (HOUSE / "look/paper/ink.typ").read_text()
    dyed = {
        name: _hex(tuple(map(float, values)))
        for name, *values in re.findall(r"([\w-]+)(?: =|:) dye\(([\d.]+), ([\d.]+), ([\d.]+)\)", told)
    }
    assert [dyed[name] for name in ("ink", "ink-2", "edge", "hairline", "thread")] == [
        INK,
        INK_2,
        EDGE,
        HAIRLINE,
        THREAD,
    ]
    assert [dyed[name] for name in ("bio", "psy", "soc")] == [DYES[lens] for lens in WORDS]


def _hex(colour: tuple[float, float, float]) -> str:
    curved = (12.92 * x if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055 for x in linear(colour))
    return "#" + "".join(f"{round(255 * min(1, max(0, part))):02x}" for part in curved)
