"""The other clients: small stories, so that a working day is alive. All of them fictional too."""

from dataclasses import replace

from samenhang.demo.calendar import Calendar
from samenhang.demo.plain_diary import Habit, plain_diary
from samenhang.demo.story import Asked, Kept, Meeting, Names, Story, Tested
from samenhang.method.canvas import Canvas, Intervention, Later
from samenhang.method.diary import Better, DiaryItem, Kind, Slot
from samenhang.method.lever import Lever
from samenhang.method.micro_action import DayState, MicroAction, Relation, Weekday, hangs_on, lasts, when
from samenhang.method.rhythm import Rhythm
from samenhang.method.safety_ladder import Agreement, Offer, SafetyLadder
from samenhang.practice.cards import ClientCard

WORKDAYS = tuple(Weekday)[:5]
LOWER, HIGHER = Better.LOWER, Better.HIGHER


def joris(calendar: Calendar, seed: int, *, started: bool = False) -> Story:
    """Comes for the first time today; in the large demo it is his second time."""
    names = Names(f"{seed} Joris")
    story = Story(
        card=ClientCard("Joris", "Wouters", email="joris@example.org", fictional=True),
        came=calendar.at(calendar.workday(5), "16:20"),
        meetings=(Meeting(calendar.at(0, "13:30"), "online"),),
        consents=("record", "diary"),
    )
    if not started:
        return story
    lunch = MicroAction(
        names("lunch"),
        "Tien minuten eten, weg van mijn bureau",
        rhythm=Rhythm.WEEKLY,
        days=WORKDAYS,
        times=("12:30",),
        duration_s=600,
        first_step="De laptop dicht",
        plan_b="Een boterham op de trap telt ook.",
    )
    items = (
        DiaryItem(names("rested"), "Hoe uitgerust werd je wakker?", Kind.SCALE, HIGHER, Slot.MORNING),
        DiaryItem(names("lunched"), "Heb je rustig gegeten?", Kind.YES_NO, HIGHER, Slot.DAY),
    )
    return replace(
        story,
        came=calendar.at(10, "16:20"),
        meetings=(Meeting(calendar.at(7, "13:30"), "online", 50), *story.meetings),
        questions=tuple(Asked(calendar.at(7, "14:10"), item) for item in items),
        tests=(Tested(calendar.at(7, "14:15"), lunch),),
        diary=tuple(
            plain_diary(
                calendar, names, Habit(7, 1, items, lunch, {3: DayState.PLAN_B, 5: DayState.NOT_DONE})
            )
        ),
    )


def hanne(calendar: Calendar, seed: int) -> Story:
    """Gesprek 3 today: first the agenda, and doubting is fine."""
    names = Names(f"{seed} Hanne")
    walk = MicroAction(
        names("walk"),
        "Een blok om lopen",
        rhythm=Rhythm.WEEKLY,
        days=WORKDAYS,
        relation=Relation.BEFORE,
        anchor="ik de kinderen ophaal",
        duration_s=420,
        first_step="Platte schoenen in de gang",
        plan_b="In de auto blijven zitten tot het liedje uit is.",
    )
    items = (
        DiaryItem(names("tense"), "Hoe gespannen kwam je thuis?", Kind.SCALE, LOWER, Slot.DAY),
        DiaryItem(names("own"), "Hoeveel minuten had je voor jezelf?", Kind.MINUTES, HIGHER, Slot.EVENING),
    )
    canvas = Canvas(
        question="Hoe kom ik thuis zonder het werk mee naar binnen te nemen?",
        lever=Lever.SOCIAL,
        hypothesis="Tussen de laatste vergadering en de schoolpoort zit geen minuut: twee rollen botsen.",
        intervention=Intervention(
            walk.behaviour, walk.id, when(walk), hangs_on(walk), lasts(walk), walk.first_step
        ),
        observation="Hoe gespannen ze thuiskomt.",
        follow_up=walk.plan_b,
        later=(Later("Met haar broer praten over de zorg voor moeder", names("brother")),),
    )
    return Story(
        card=ClientCard("Hanne", "De Smet", email="hanne@example.org", fictional=True),
        came=calendar.at(30, "11:00"),
        meetings=(
            Meeting(calendar.at(28, "16:00"), minutes=57),
            Meeting(calendar.at(14, "16:00"), minutes=54),
            Meeting(calendar.at(0, "16:00")),
        ),
        sheets=(
            Kept(calendar.at(28, "16:15"), _agreed(calendar, names), 1),
            Kept(calendar.at(14, "16:45"), canvas, 2, walk),
        ),
        questions=tuple(Asked(calendar.at(28, "16:40"), item) for item in items),
        diary=tuple(
            plain_diary(
                calendar,
                names,
                Habit(28, 2, items, walk, {4: DayState.PLAN_B, 9: DayState.NOT_DONE}, began=14),
            )
        ),
    )


def _agreed(calendar: Calendar, names: Names) -> SafetyLadder:
    since = calendar.day(28)
    return SafetyLadder(
        rung=5,
        one_rung="Dat ik mag zeggen dat ik het nog niet weet.",
        agreements=(
            Agreement("Eerst de agenda", names("agenda"), since, Offer.AGENDA),
            Agreement("Twijfelen mag", names("doubt"), since, Offer.DOUBT),
        ),
    )


def yusuf(calendar: Calendar, seed: int) -> Story:
    """Filled in almost every day, and nothing since four days."""
    names = Names(f"{seed} Yusuf")
    stop = MicroAction(
        names("stop"),
        "Mijn werktelefoon in de lade leggen",
        rhythm=Rhythm.DAILY,
        times=("19:30",),
        duration_s=60,
        first_step="De lade openzetten",
        plan_b="Het geluid uit, scherm naar beneden.",
    )
    items = (
        DiaryItem(names("calm"), "Hoe rustig was je avond?", Kind.SCALE, HIGHER, Slot.EVENING),
        DiaryItem(names("calls"), "Hoe vaak nam je nog op?", Kind.COUNT, LOWER, Slot.EVENING),
    )
    return Story(
        card=ClientCard("Yusuf", "Aydin", email="yusuf@example.org", fictional=True),
        came=calendar.at(26, "15:00"),
        meetings=(Meeting(calendar.at(21, "11:30"), minutes=52), Meeting(calendar.at(-2, "11:30"))),
        questions=tuple(Asked(calendar.at(21, "12:05"), item) for item in items),
        tests=(Tested(calendar.at(21, "12:10"), stop),),
        diary=tuple(
            plain_diary(
                calendar,
                names,
                Habit(21, 4, items, stop, {8: DayState.PLAN_B, 13: DayState.NOT_DONE}, skips=(16,)),
            )
        ),
    )


def nadia(calendar: Calendar, seed: int) -> Story:
    """Took plan B on five of the last six evenings: perhaps the hour does not fit her family."""
    names = Names(f"{seed} Nadia")
    tea = MicroAction(
        names("tea"),
        "Tien minuten thee, zonder iets ernaast",
        rhythm=Rhythm.DAILY,
        times=("20:00",),
        duration_s=600,
        first_step="Water opzetten",
        plan_b="Eén slok bij het raam, dan ben ik er even.",
    )
    items = (
        DiaryItem(names("full"), "Hoe vol zat je hoofd?", Kind.SCALE, LOWER, Slot.EVENING),
        DiaryItem(names("bed"), "Hoe laat ging het licht uit?", Kind.TIME, LOWER, Slot.EVENING),
    )
    often = dict.fromkeys((1, 2, 4, 5, 6), DayState.PLAN_B)
    return Story(
        card=ClientCard("Nadia", "Benali", email="nadia@example.org", fictional=True),
        came=calendar.at(19, "09:30"),
        meetings=(Meeting(calendar.at(14, "09:00"), minutes=56), Meeting(calendar.at(-3, "09:00"))),
        questions=tuple(Asked(calendar.at(14, "09:40"), item) for item in items),
        tests=(Tested(calendar.at(14, "09:45"), tea),),
        diary=tuple(plain_diary(calendar, names, Habit(14, 1, items, tea, often, skips=(10,)))),
    )
