"""What the browser itself measures, with its fonts and the real stylesheet: nothing stands on anything."""

import shutil
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from samenhang.look.hoop.drawing import draw
from samenhang.look.hoop.shapes import Hoop
from tests.look.browser import chromium, serve
from tests.look.hoop.cast import LONG, NAMES, TITLED, by_chance, emma
from tests.look.render import HOUSE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGE = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Kaart</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="samenhang.css">'
    '<link rel="stylesheet" href="voice.css"></head><body><main class="page">{}</main></body></html>'
)
MEASURE = """(served) => {
  const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width
    && a.y < b.y + b.height && b.y < a.y + a.height;
  const near = (b, c) => Math.hypot(Math.max(b.x - c.x, c.x - b.x - b.width, 0),
    Math.max(b.y - c.y, c.y - b.y - b.height, 0)) < c.r;
  const circle = (e) => ({ x: e.cx.baseVal.value, y: e.cy.baseVal.value, r: e.r.baseVal.value });
  const pairs = (all, hit) =>
    all.reduce((n, a, i) => n + all.slice(i + 1).filter((b) => hit(a, b)).length, 0);
  const cross = (some, others, hit) =>
    some.reduce((n, a) => n + others.filter((b) => hit(a, b)).length, 0);
  return [...document.querySelectorAll(".hoop > svg")].map((svg, at) => {
    const all = (what) => [...svg.querySelectorAll(what)];
    const labels = all(":scope > g:not([class])").map((g) => g.getBBox());
    const pills = all(".m-disc").map((e) => e.getBBox());
    const dots = all(".m-strength, .m-bottle, .m-neutral").map(circle);
    const discs = [...dots, ...all(".m-medal, .m-halo").map(circle)];
    const view = svg.viewBox.baseVal;
    const lines = all(".m-edge").map((path) => {
      const long = path.getTotalLength();
      return Array.from({ length: 90 }, (_, i) => path.getPointAtLength(long * i / 89));
    });
    const over = lines.map((line, n) => dots.filter((c, d) => !served[at][n].includes(d)
      && line.some((p) => Math.hypot(p.x - c.x, p.y - c.y) < c.r + 2)).length);
    const found = {
      "label label": pairs(labels, meet),
      "pill pill": pairs(pills, meet),
      "pill label": cross(pills, labels, meet),
      "label dot": cross(labels, discs, near),
      "pill dot": cross(pills, discs, near),
      "line label": cross(lines.flat(), labels, (p, b) => meet({ x: p.x, y: p.y, width: 0, height: 0 }, b)),
      "line dot": over.reduce((a, b) => a + b, 0),
      "outside": [...labels, ...pills].filter((b) => b.x < view.x || b.y < view.y
        || b.x + b.width > view.x + view.width || b.y + b.height > view.y + view.height).length,
      "letter wider": all(".m-letter").filter((t, n) => t.getBBox().width > pills[n].width - 8).length,
    };
    return Object.fromEntries(Object.entries(found).filter(([, n]) => n));
  });
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Any:
    made = tmp_path_factory.mktemp("maps")
    shutil.copy(HOUSE / "static/samenhang.css", made)
    return made


@pytest.fixture(scope="module")
def opened(folder: Any) -> Iterator[tuple[str, Any]]:
    with serve(folder) as base, chromium() as browser:
        yield base, browser


def served(hoop: Hoop) -> list[list[int]]:
    """Of each stitch the places of its dots, both in the order in which they are drawn."""
    places = {
        dot.id: at
        for at, dot in enumerate(sorted(hoop.dots, key=lambda dot: (dot.name.casefold(), dot.name, dot.id)))
    }
    return [[places[each.source], places[each.target]] for each in hoop.stitches]


def measure(folder: Any, opened: tuple[str, Any], hoops: list[Hoop], voice: str = "") -> list[dict[str, int]]:
    base, browser = opened
    (folder / "voice.css").write_text(f":root {{ --voice: {voice}; }}" if voice else "", "utf-8")
    maps = (draw(hoop, **TITLED, prefix=f"m{at}") for at, hoop in enumerate(hoops))
    body = "".join(f'<div class="hoop" tabindex="0">{svg}</div>' for svg in maps)
    (folder / "maps.html").write_text(PAGE.format(body), "utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{base}maps.html")
    found: list[dict[str, int]] = page.evaluate(MEASURE, [served(hoop) for hoop in hoops])
    page.close()
    assert said == []
    return found


def test_forty_maps_by_chance_can_be_read(folder: Any, opened: tuple[str, Any]) -> None:
    hoops = []
    for seed in range(40):
        chance = Random(1000 + seed)
        hoops.append(by_chance(seed, chance.randint(6, 15), chance.randint(4, 18)))
    assert measure(folder, opened, [emma(), *hoops]) == [{}] * 41


def test_in_the_widest_face_too(folder: Any, opened: tuple[str, Any]) -> None:
    """Where there is no Palatino, as on Android, the voice is Noto Serif."""
    hoops = [by_chance(seed, 15, 18) for seed in range(20)]
    assert measure(folder, opened, hoops, '"Noto Serif"') == [{}] * 20


def test_long_names_and_full_maps_can_be_read(folder: Any, opened: tuple[str, Any]) -> None:
    names = (*NAMES, *LONG * 3)
    hoops = [by_chance(seed, 12, 12, names=names) for seed in range(10)]
    full = [by_chance(seed, dots, 40) for seed in range(3) for dots in (30, 40)]
    assert measure(folder, opened, [*hoops, *full, Hoop((), ())]) == [{}] * 17


def test_a_sentence_dims_the_other_stitches(folder: Any, opened: tuple[str, Any]) -> None:
    base, browser = opened
    ties = "".join(f'<li id="zin-{letter}">Zin</li>' for letter in ("a", "j", "an"))
    hoop = by_chance(1, 15, 40)
    (folder / "dim.html").write_text(
        PAGE.format(
            f'<div class="spread spread-map"><ol class="ties">{ties}</ol>'
            f'<div class="hoop" tabindex="0">{draw(hoop, **TITLED)}</div></div>'
        ),
        "utf-8",
    )
    page = browser.new_context(reduced_motion="reduce").new_page()
    for letter in ("a", "j", "an"):
        page.goto(f"{base}dim.html#zin-{letter}")
        bright = page.evaluate(
            "[...document.querySelectorAll('.draad')]"
            ".filter((e) => getComputedStyle(e).opacity === '1').map((e) => e.getAttribute('class'))"
        )
        assert bright == [f"draad draad-{letter}"] * 2
    page.close()
