"""How a drawing is inked: with the classes of the stylesheet on a screen, with plain attributes on paper."""

from collections.abc import Callable
from html import escape
from typing import Final

INKS: Final = {"bio": "bio", "psycho": "psy", "social": "soc"}  # the classes and signs of the look

# The inks of the print shop (look/paper/ink.typ) as sRGB; "lens" is the dye of the lens that is drawn.
INK, INK_2, EDGE, HAIRLINE, THREAD = "#1a1512", "#49403b", "#7d7368", "#c2bdb5", "#9a2f34"
DYES: Final = {"bio": "#1d705b", "psycho": "#273a7b", "social": "#825a10"}
WHITE, LENS = "#ffffff", "lens"
VOICE, TOOL = "Libertinus Serif", "Noto Sans"
LINE: Final = {"fill": "none", "stroke": INK_2}
ON_PAPER: Final[dict[str, dict[str, str]]] = {
    "m-hoop": {"fill": "none", "stroke": HAIRLINE, "stroke-width": "1"},
    "m-arc": {"fill": "none", "stroke": LENS, "stroke-width": "5", "stroke-linecap": "round"},
    "m-tether": {"fill": "none", "stroke": EDGE, "stroke-width": "1"},
    "m-medal": {"fill": WHITE, "stroke": LENS, "stroke-width": "1.5"},
    "m-sign": {"fill": "none", "stroke": LENS, "stroke-width": "1.9", "stroke-linecap": "round"},
    "m-strength": {"fill": LENS, "stroke": WHITE, "stroke-width": "3"},
    "m-bottle": {"fill": WHITE, "stroke": LENS, "stroke-width": "3"},
    "m-neutral": {"fill": WHITE, "stroke": LENS, "stroke-width": "2", "stroke-dasharray": "2.5 2.5"},
    "m-closed": {"fill": WHITE, "stroke": EDGE, "stroke-width": "1.5"},
    "m-halo": {"fill": "none", "stroke": THREAD, "stroke-width": "2.5"},
    "m-edge": LINE,
    "m-w1": {"stroke-width": "1.25"},
    "m-w2": {"stroke-width": "2.5"},
    "m-w3": {"stroke-width": "4.25"},
    "m-maybe": {"stroke-dasharray": "8 5"},
    "m-unknown": {
        "stroke": EDGE,
        "stroke-width": "2.25",
        "stroke-dasharray": "0.5 6",
        "stroke-linecap": "round",
    },
    "m-key": {"stroke": THREAD},
    "m-head": {"fill": INK_2},
    "m-head-key": {"fill": THREAD},
    "m-bar": {"fill": "none", "stroke": INK_2, "stroke-width": "4", "stroke-linecap": "round"},
    "m-disc": {"fill": WHITE, "stroke": INK_2, "stroke-width": "1.25"},
    "m-letter": {
        "font-family": TOOL,
        "font-size": "13",
        "font-weight": "700",
        "fill": INK,
        "text-anchor": "middle",
    },
    "m-name": {"font-family": VOICE, "font-size": "18", "fill": INK},
    "m-past": {"fill": INK_2},
    "m-kind": {"font-family": TOOL, "font-size": "14", "fill": INK_2},
    "m-lever": {"font-family": TOOL, "font-size": "14.5", "font-weight": "700", "fill": THREAD},
    "m-lens": {"font-family": VOICE, "font-size": "23", "fill": LENS},
}

type_of_pen = Callable[[str, str], str]


def on_screen(classes: str, lens: str = "") -> str:
    """The attributes of something drawn: its classes; a lens gives the colour."""
    return f' class="{classes} {INKS[lens]}"' if lens else f' class="{classes}"'


def on_paper(classes: str, lens: str = "") -> str:
    """The same without a stylesheet: what its classes mean, the later over the earlier."""
    meant: dict[str, str] = {}
    for name in classes.split():
        meant |= ON_PAPER.get(name, {})
    dyed = ((name, DYES[lens] if value == LENS else value) for name, value in meant.items())
    return "".join(f' {name}="{value}"' for name, value in dyed)


def short(value: float) -> str:
    """A number with one decimal at most."""
    text = f"{value:.1f}"
    return "0" if text == "-0.0" else text.removesuffix(".0")


def spoken(text: str) -> str:
    return escape(text, quote=True)
