"""What the corridor shows of this room."""

from samenhang.method.intake_scan import MINUTES, QUESTIONS, IntakeScan
from samenhang.method.sheet import Audience
from samenhang.tools.tool import Card

CARD = Card(
    slug="intake_scan",
    path="intakescan",
    title="Intakescan",
    minutes=MINUTES,
    question="Eén van elk, door drie lenzen.",
    sign="cols",
    shape=IntakeScan,
    audience=Audience.SHARED,
    foot="Per lens één sterkte, één knelpunt, één stap. De rest mag wachten.",
    prompts={f"{lens}.{cell}": asked for (lens, cell), asked in QUESTIONS.items()},
)
