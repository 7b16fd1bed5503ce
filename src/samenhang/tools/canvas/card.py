"""What the corridor shows of this room."""

from samenhang.method.canvas import Canvas
from samenhang.method.sheet import Audience
from samenhang.tools.tool import Card

CARD = Card(
    slug="canvas",
    path="sessiecanvas",
    title="Sessiecanvas",
    minutes=20,
    question="Eén vraag, één hefboom, één stap.",
    sign="line5",
    shape=Canvas,
    audience=Audience.SHARED,
    foot="Eén vraag, één hefboom, één stap. De rest mag wachten.",
)
