"""Emma's map and diary in the small: three factors that are measured, one that is not."""

from datetime import UTC, date, datetime, timedelta
from random import Random

from samenhang.method.diary import Better, CheckIn, DiaryItem, Kind, Slot, type_of_answer
from samenhang.method.dossier import Dossier, KeptSheet, fold
from samenhang.method.influence_map import Change, Influence, InfluenceMap, Placed, Strength
from samenhang.method.intake_scan import Cell
from samenhang.method.lens import Lens
from samenhang.method.micro_action import DayState, MicroAction, State, Step

FIRST = date(2026, 3, 2)
LATE = Placed("late", Lens.BIO, Cell.BOTTLENECK, "Late mail", Change.WELL)
SLEEP = Placed("sleep", Lens.BIO, Cell.BOTTLENECK, "Onrustige slaap", Change.SOME)
CALM = Placed("calm", Lens.PSYCHO, Cell.STRENGTH, "Rustig ademen")
VAGUE = Placed("vague", Lens.SOCIAL, Cell.BOTTLENECK, "Vage taken", Change.NOT)
MAP = InfluenceMap(
    (LATE, SLEEP, CALM, VAGUE),
    (
        Influence("vague", "late", Strength.CLEARLY),
        Influence("late", "sleep", Strength.STRONGLY),
        Influence("calm", "sleep", Strength.LESS),
    ),
)
ITEMS = (
    DiaryItem("i-late", "Hoeveel mails na negen uur?", Kind.COUNT, Better.LOWER, Slot.EVENING, "late"),
    DiaryItem("i-sleep", "Hoe goed sliep je?", Kind.SCALE, Better.HIGHER, Slot.NIGHT, "sleep"),
    DiaryItem("i-calm", "Hoe rustig was je?", Kind.SCALE, Better.HIGHER, Slot.DAY, "calm"),
)
ACTION = MicroAction(
    "act", "Scherm weg", life=(Step(State.CHOSEN, datetime(2026, 3, 12, 9, tzinfo=UTC), "noor"),)
)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def answered(number: int, **answers: type_of_answer) -> CheckIn:
    at = datetime(2026, 3, 2, 21, tzinfo=UTC) + timedelta(days=number)
    done = {"act": DayState.DONE} if number > 10 and number % 2 else {}
    return CheckIn(f"c{number}", day(number), at, {f"i-{key}": value for key, value in answers.items()}, done)


def lived(days: int, seed: int = 1) -> list[CheckIn]:
    """Late mail of one evening makes the next night worse; calm comes and goes by itself."""
    chance, before, found = Random(seed), 1.0, []
    for number in range(days):
        late = chance.choice((0, 1, 2, 3, 4))
        sleep = max(0, min(10, round(8 - 1.4 * before + chance.gauss(0, 0.7))))
        found.append(answered(number, late=late, sleep=sleep, calm=chance.randint(2, 8)))
        before = late
    return found


def dossier(days: int = 0, shape: InfluenceMap = MAP) -> Dossier:
    moment = datetime(2026, 3, 1, 9, tzinfo=UTC)
    sheet = KeptSheet("s1", "l1", "influence_map", moment, moment.date(), shape)
    return fold((sheet,), (ACTION,), ITEMS, lived(days), ())
