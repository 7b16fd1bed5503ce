"""What the corridor shows of this room."""

from samenhang.method.needs_meter import NeedsMeter
from samenhang.method.sheet import Audience
from samenhang.tools.tool import Card

CARD = Card(
    slug="needs_meter",
    path="behoeftemeter",
    title="Behoeftemeter",
    minutes=3,
    question="Hoe gevoed was elke behoefte de voorbije week?",
    sign="need",
    shape=NeedsMeter,
    audience=Audience.SHARED,
    foot="Een beeld van één week, om samen over te praten.",
)
