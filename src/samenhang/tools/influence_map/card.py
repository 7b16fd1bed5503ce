"""What the corridor shows of this room."""

from samenhang.coherence.drawing import draw_map_on_paper
from samenhang.method.influence_map import InfluenceMap
from samenhang.method.sheet import Audience
from samenhang.tools.tool import Card

CARD = Card(
    slug="influence_map",
    path="samenhangkaart",
    title="Samenhangkaart",
    minutes=10,
    question="Wat versterkt of dempt wat?",
    sign="turn",
    shape=InfluenceMap,
    audience=Audience.SHARED,
    foot="De kaart is een vermoeden. Wat jullie daarna testen, leert of het klopt.",
    goes_on=True,
    figure=draw_map_on_paper,
)
