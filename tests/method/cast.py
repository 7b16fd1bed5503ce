"""Emma and Noor in the shapes of the method: every field filled, so that nothing is left untried."""

from datetime import UTC, date, datetime

from samenhang.method.canvas import Canvas, Intervention, Later, Place, Watched
from samenhang.method.diary import Better, DiaryItem, Kind, Slot
from samenhang.method.experiment import Design, Ended, Experiment
from samenhang.method.finding import Finding
from samenhang.method.influence_map import Change, Influence, InfluenceMap, Placed, Strength, Told
from samenhang.method.intake_scan import Cell, Column, Earlier, Fate, IntakeScan, Parked
from samenhang.method.lens import Lens
from samenhang.method.lever import Lever
from samenhang.method.micro_action import (
    DayState,
    MicroAction,
    Outcome,
    Relation,
    State,
    Step,
    Tried,
    Weekday,
)
from samenhang.method.need import Need
from samenhang.method.needs_meter import NeedsMeter, Reading
from samenhang.method.pause import Pause
from samenhang.method.rhythm import DayPart, Rhythm
from samenhang.method.safety_ladder import Agreement, Offer, Regulation, SafetyLadder, Sighting
from samenhang.method.sheet import Document
from samenhang.method.summary import Asked, Day, Learning, Mark, Summary

NOOR = "noor"
EMMA = "emma"


def at(day: int, hour: int = 20, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


SCAN = IntakeScan(
    bio=Column(
        Finding("Fietst elke dag naar het werk", "f1"),
        Finding("Slaapt onregelmatig door late mail", "f2"),
        Finding("Vanavond om 22.15 het scherm uit", "a1"),
    ),
    psycho=Column(
        Finding("Zorgvuldig", "f3"),
        Finding("Goed is pas goed als het perfect is", "f4"),
        Finding("Eén mail versturen zonder nalezen", "a2"),
    ),
    social=Column(
        Finding("Een zus die luistert", "f5"),
        Finding("Taken zijn onduidelijk verdeeld", "f6"),
        Finding("Morgen vragen wie het verslag maakt", "a3"),
    ),
    earlier=(
        Earlier("f0", Lens.BIO, Cell.BOTTLENECK, "Hoofdpijn rond elf uur", Fate.RENAME),
        Earlier("f7", Lens.SOCIAL, Cell.STRENGTH, "Koor op donderdag", Fate.CLOSE),
    ),
    later=(Parked(Lens.BIO, Cell.STRENGTH, "Kookt graag", "p1", put_away=True),),
)
METER = NeedsMeter(
    autonomy=Reading(3, thwarted=True, action=Finding("Eén keer nee zeggen", "a4")),
    competence=Reading(6),
    relatedness=Reading(7),
    note="Vrijdag was zwaar",
)
LADDER = SafetyLadder(
    rung=6,
    one_rung="Eerst weten waar we naartoe gaan",
    agreements=(Agreement(Offer.AGENDA.label, "g1", date(2026, 3, 2), Offer.AGENDA),),
    sighting=Sighting(
        Regulation.PLEASING, "Toen we het over haar collega hadden", "Lachte, zei snel ja", "Even wachten"
    ),
)
CANVAS = Canvas(
    question="Hoe slaap ik weer in?",
    lever=Lever.BIO,
    hypothesis="Late mail houdt je wakker",
    place=Place("Slaapt onregelmatig door late mail", "f2"),
    intervention=Intervention(
        "Scherm uit", "a1", "elke werkdag om 22.15", "na het tandenpoetsen", "10 minuten", "Lader beneden"
    ),
    observation="Minuten tot je slaapt",
    watched=(Watched("Hoelang duurde inslapen?", "i1"),),
    follow_up="Dan één bladzijde lezen",
    later=(Later("Nee leren zeggen", "l1", put_away=True),),
    notes="Let op het tempo",
)
MAP = InfluenceMap(
    factors=(
        Placed(
            "f2",
            Lens.BIO,
            Cell.BOTTLENECK,
            "Slaapt onregelmatig door late mail",
            Change.WELL,
            "i1",
            "Hoelang duurde inslapen?",
        ),
        Placed("f4", Lens.PSYCHO, Cell.BOTTLENECK, "Goed is pas goed als het perfect is", Change.SOME),
        Placed("f6", Lens.SOCIAL, Cell.BOTTLENECK, "Taken zijn onduidelijk verdeeld", Change.NOT),
        Placed("f8", Lens.SOCIAL, Cell.BOTTLENECK, "Wie doet wat?", fate=Fate.CLOSE, into="f6"),
    ),
    influences=(
        Influence("f4", "f2", Strength.STRONGLY, Told.CLIENT, "Late mails maken slapen moeilijker"),
        Influence("f6", "f4", Strength.WEAKLY, Told.COACH),
    ),
    arranged=True,
)
ACTION = MicroAction(
    "a1",
    "Scherm uit",
    lens=Lens.BIO,
    need=Need.AUTONOMY,
    rhythm=Rhythm.WEEKLY,
    n=2,
    days=(Weekday.MO, Weekday.WE),
    times=("22:15",),
    day_part=DayPart.EVENING,
    relation=Relation.AFTER,
    anchor="het tandenpoetsen",
    duration_s=90,
    start=date(2026, 3, 2),
    until=date(2026, 3, 29),
    first_step="Lader beneden leggen",
    plan_b="Eén bladzijde lezen",
    tried=Tried(worked=True, at=at(4), by=EMMA),
    life=(
        Step(State.PROPOSED, at(2), NOOR),
        Step(State.CHOSEN, at(5), NOOR, "Emma slaapt te slecht om te wachten"),
        Step(State.LEARNED, at(29), NOOR, outcome=Outcome.KEEP),
    ),
)
ITEM = DiaryItem(
    "i1",
    "Hoelang duurde inslapen?",
    Kind.MINUTES,
    Better.LOWER,
    Slot.NIGHT,
    factor="f2",
    low="meteen",
    high="uren",
    opened=date(2026, 3, 2),
    closed=date(2026, 3, 30),
)
PAUSE = Pause("z1", date(2026, 3, 10), EMMA, date(2026, 3, 12))
EXPERIMENT = Experiment(
    id="e1",
    action="a1",
    behaviour="Scherm uit",
    item="i1",
    question="Hoelang duurde inslapen?",
    kind=Kind.MINUTES,
    better=Better.LOWER,
    smallest_change=10,
    design=Design.DRAWN_DAYS,
    start=date(2026, 3, 2),
    begins=date(2026, 3, 2),
    until=date(2026, 3, 15),
    locked_at=at(1),
    by=NOOR,
    engine="ar1-grid/1",
    on_days=(date(2026, 3, 3), date(2026, 3, 4)),
    window=(date(2026, 3, 2), date(2026, 3, 8)),
    lag=1,
    replaces="e0",
    ended=Ended(Outcome.KEEP, at(16), NOOR, "Het slaapt beter"),
)
SUMMARY = Summary(
    question=CANVAS.question,
    action="Scherm uit",
    action_when="ma, wo om 22.15, elke 2 weken",
    under_test=1,
    test_began=date(2026, 3, 5),
    candidates=3,
    items=2,
    agreements=(Offer.AGENDA.label,),
    days=(Day(date(2026, 3, 6), at(6), (Mark("a1", DayState.PLAN_B),)),),
    pause=PAUSE,
    asked=(Asked("i1", Kind.MINUTES), Asked("i2", Kind.YES_NO)),
    actions=("a1", "a2"),
    learning=(Learning(date(2026, 3, 16), "Hoelang duurde inslapen?"),),
)
EVERYTHING: tuple[Document, ...] = (
    SCAN,
    METER,
    LADDER,
    MAP,
    CANVAS,
    ACTION,
    ITEM,
    PAUSE,
    EXPERIMENT,
    SUMMARY,
)
