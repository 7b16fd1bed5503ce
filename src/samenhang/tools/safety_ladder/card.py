"""What the corridor shows of this room."""

from samenhang.method.safety_ladder import AUDIENCE, SafetyLadder
from samenhang.tools.tool import Card

CARD = Card(
    slug="safety_ladder",
    path="veiligheidsladder",
    title="Veiligheidsladder",
    minutes=4,
    question="Wat maakt dit gesprek één trede veiliger?",
    sign="safe",
    shape=SafetyLadder,
    audience=AUDIENCE,
    foot="Wat je afspreekt, geldt tot je het samen verandert.",
)
