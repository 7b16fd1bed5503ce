"""Emma Claes, 29. She does not exist: her six weeks were written for this program, to try it on."""

from collections.abc import Iterator
from datetime import date
from random import Random

from samenhang.demo import emma_diary as evenings
from samenhang.demo.calendar import Calendar
from samenhang.demo.emma_actions import WHY_VALUES, tried
from samenhang.demo.emma_map import maps
from samenhang.demo.emma_sheets import sheets
from samenhang.demo.emma_words import notes
from samenhang.demo.story import Agreed, Asked, Meeting, Names, Story, Tested, Told
from samenhang.experiments.recording import Filled
from samenhang.method.diary import Better, DiaryItem, Kind, Slot
from samenhang.practice.cards import ClientCard

AGE = 29
HELD = ((42, 58), (28, 55), (21, 62), (14, 49))  # days ago, minutes
HOUR = "10:00"
_ENDS = {"worry": ("niet", "heel veel"), "energy": ("leeg", "volop")}


def emma(calendar: Calendar, seed: int) -> Story:
    """Her whole trajectory: two weeks before, four weeks of trying, and gesprek 5 today at ten."""
    names = Names(f"{seed} Emma")
    return Story(
        card=ClientCard("Emma", "Claes", _born(calendar.today), "emma@example.org", fictional=True),
        came=calendar.at(HELD[0][0], "09:40"),
        meetings=(
            *(Meeting(calendar.at(ago, HOUR), minutes=minutes) for ago, minutes in HELD),
            Meeting(calendar.at(0, HOUR)),
            Meeting(calendar.at(-14, HOUR)),
        ),
        sheets=tuple(sorted((*sheets(calendar, names), *maps(calendar, names)), key=lambda kept: kept.at)),
        questions=tuple(Asked(calendar.at(HELD[0][0], "10:50"), item) for item in items(calendar, names)),
        tests=(Tested(calendar.at(21, "10:56"), tried(calendar, names).values, WHY_VALUES),),
        agreed=(Agreed(calendar.at(28, "10:54"), names("anchor"), names("awake"), 10, 27),),
        told=(Told(calendar.at(39, "12:40"), names("own half hour"), worked=True),),
        diary=tuple(diary(calendar, names, Random(f"{seed} Emma's evenings"))),
        consents=("record", "diary", "analysis", "peer_review"),
    )


def _born(today: date) -> date:
    birthday = date(today.year - AGE, 3, 14)
    return birthday if (today.month, today.day) >= (3, 14) else birthday.replace(year=today.year - AGE - 1)


def items(calendar: Calendar, names: Names) -> Iterator[DiaryItem]:
    """Six questions, half a minute; each measures one factor of her scans."""
    opened = calendar.day(HELD[0][0])

    def ask(name: str, text: str, kind: Kind, slot: Slot, better: Better = Better.LOWER) -> DiaryItem:
        low, high = _ENDS.get(name, ("", ""))
        return DiaryItem(names(name), text, kind, better, slot, names(f"factor {name}"), low, high, opened)

    yield ask("awake", "Hoeveel minuten tot je sliep?", Kind.MINUTES, Slot.NIGHT)
    yield ask("worry", "Hoeveel piekerde je in bed?", Kind.SCALE, Slot.NIGHT)
    yield ask("headache", "Had je vandaag hoofdpijn?", Kind.YES_NO, Slot.DAY)
    yield ask("energy", "Hoeveel energie had je?", Kind.SCALE, Slot.DAY, Better.HIGHER)
    yield ask("handed", "Hoe vaak schoof iemand werk naar jou door?", Kind.COUNT, Slot.DAY)
    yield ask("screen", "Hoe laat ging het scherm weg?", Kind.TIME, Slot.EVENING)


def diary(calendar: Calendar, names: Names, random: Random) -> Iterator[Filled]:
    written = notes(calendar)
    for evening, answers, (ago, clock) in evenings.told(calendar, random):
        states = {**({"anchor": evening.anchor} if evening.anchor else {}), **evening.others}
        yield Filled(
            id=names.uuid(f"check-in {evening.ago}"),
            day=calendar.day(evening.ago),
            at=calendar.at(ago, clock),
            answers={names(item): answer for item, answer in answers.items()},
            actions={names(action): state.value for action, state in states.items()},
            note=written.get(evening.ago, ""),
        )
