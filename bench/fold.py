"""CPU time of the fold, median of five: 300 sheets read from JSON and folded, and three years of check-ins.

Run: .venv/bin/python bench/fold.py
"""

import gc
import json
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from samenhang.method.canvas import Canvas, Intervention, Later, Watched
from samenhang.method.catalog import SHAPES
from samenhang.method.diary import CheckIn, DiaryItem, Kind, Slot
from samenhang.method.dossier import KeptSheet, fold
from samenhang.method.finding import Finding
from samenhang.method.intake_scan import Column, IntakeScan
from samenhang.method.lens import Lens
from samenhang.method.lever import Lever
from samenhang.method.micro_action import DayState, MicroAction, State, turn
from samenhang.method.needs_meter import NeedsMeter, Reading
from samenhang.method.safety_ladder import Agreement, SafetyLadder
from samenhang.method.sheet import Shape, type_of_json

ROUNDS = 5
SHEETS = 300
DAYS = 1095
FIRST = date(2024, 1, 1)


def moment(day: int, hour: int = 21) -> datetime:
    return datetime(FIRST.year, FIRST.month, FIRST.day, hour, tzinfo=UTC) + timedelta(days=day)


def shape(number: int) -> Shape:
    """A filled sheet; the four tools take turns."""
    kind = number % 4
    if kind == 0:
        return Canvas(
            question=f"Hoe zeg ik nee? {number}",
            lever=Lever.BIO,
            hypothesis="Slaap stuurt het piekeren.",
            intervention=Intervention("Laptop dicht om 22.15", f"a{number}", "elke dag", "na het eten"),
            observation="Minuten tot slapen",
            watched=(Watched("Minuten tot slapen", "i1"), Watched("Piekeren", "i2")),
            follow_up="Eén bladzijde lezen",
            later=(Later("Meer bewegen", f"l{number}"),),
            notes="Volgende keer eerst vragen hoe vrijdag ging.",
        )
    if kind == 1:
        return IntakeScan(*(column(f"{lens}{number // 40}") for lens in Lens))
    if kind == 2:
        need = Reading(number % 11, action=Finding("Eén keer zelf kiezen", f"n{number}"))
        return NeedsMeter(need, need, need, "Vrijdag viel tegen")
    return SafetyLadder(6, "Eerst de agenda", (Agreement("Een pauzeknop", f"g{number}", FIRST),))


def column(key: str) -> Column:
    return Column(
        Finding("Wandelt graag", f"s{key}"),
        Finding("Slaapt laat in", f"b{key}"),
        Finding("Buiten", f"a{key}"),
    )


def document(made: Shape) -> tuple[str, type_of_json, type_of_json | None]:
    """A sheet as it was kept: the shared part, and the coach's own part where there is one."""
    own = json.loads(json.dumps(made.to_json(private=True))) if made.has_private else None
    return made.slug, json.loads(json.dumps(made.to_json())), own


def read(slug: str, shared: type_of_json, own: type_of_json | None) -> Shape:
    made = SHAPES[slug].from_json(shared)
    return made.with_private(own) if own else made


def kept(number: int, read: Callable[[], Shape]) -> KeptSheet:
    made = read()
    return KeptSheet(
        f"k{number}",
        f"l{number}",
        made.slug,
        moment(number),
        FIRST + timedelta(days=number),
        made,
    )


def check_in(day: int, items: tuple[DiaryItem, ...]) -> CheckIn:
    answers = {item.id: "23:40" if item.kind is Kind.TIME else (day * 7 + 3) % 11 for item in items}
    return CheckIn(
        f"c{day}", FIRST + timedelta(days=day), moment(day), answers, {"a1": DayState.DONE}, "goed gegaan"
    )


def milliseconds(work: Callable[[], object]) -> float:
    work()
    spent = []
    for _ in range(ROUNDS):
        gc.collect()
        began = time.process_time_ns()
        work()
        spent.append((time.process_time_ns() - began) / 1e6)
    return statistics.median(spent)


def main() -> None:
    documents = [document(shape(number)) for number in range(SHEETS)]
    sheets = [kept(n, lambda n=n: shape(n)) for n in range(SHEETS)]
    kinds = (Kind.SCALE, Kind.SCALE, Kind.MINUTES, Kind.COUNT, Kind.SCALE, Kind.TIME)
    items = tuple(DiaryItem(f"i{n}", f"Vraag {n}", kind, slot=Slot.NIGHT) for n, kind in enumerate(kinds))
    days = [check_in(day, items) for day in range(DAYS)]
    action = turn(MicroAction("a1", "Laptop dicht"), State.CHOSEN, at=moment(0), by="noor")

    def read_and_fold() -> object:
        return fold(
            kept(n, lambda slug=slug, doc=doc, own=own: read(slug, doc, own))
            for n, (slug, doc, own) in enumerate(documents)
        )

    print(f"{SHEETS} sheets, folded:                 {milliseconds(lambda: fold(sheets)):6.2f} ms CPU")
    print(f"{SHEETS} sheets, read and folded:        {milliseconds(read_and_fold):6.2f} ms CPU")
    print(
        f"{DAYS} check-ins of {len(items)} items, folded: "
        f"{milliseconds(lambda: fold((), (action,), items, days)):6.2f} ms CPU"
    )


if __name__ == "__main__":
    main()
