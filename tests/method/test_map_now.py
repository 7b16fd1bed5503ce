"""The map goes on with what scans and the diary say; factors keep their identity through all of it."""

from dataclasses import replace
from datetime import date, timedelta

from samenhang.method.diary import DiaryItem
from samenhang.method.dossier import Dossier, fold, open_factors
from samenhang.method.factors import Factor
from samenhang.method.finding import Finding
from samenhang.method.influence_map import Influence, InfluenceMap, Placed
from samenhang.method.intake_scan import Cell, Column, Earlier, Fate, IntakeScan
from samenhang.method.lens import Lens
from samenhang.method.map_now import map_now, measures
from tests.method.test_dossier import day, kept

LATE = Placed("f1", Lens.BIO, Cell.BOTTLENECK, "Late mail")
SLEEP = Placed("f2", Lens.BIO, Cell.BOTTLENECK, "Onrustige slaap")
VAGUE = Placed("f3", Lens.SOCIAL, Cell.BOTTLENECK, "Vage taken")
DRAWN = InfluenceMap((LATE, SLEEP), (Influence("f1", "f2"),))
SCAN = IntakeScan(social=Column(bottleneck=Finding("Vage taken", "f3")))
ITEM = DiaryItem("i1", "Hoe sliep je?", factor="f2")


def test_without_a_map_the_factors_of_the_scans_stand_ready() -> None:
    assert map_now(fold((kept(0, SCAN),))) == InfluenceMap((replace(VAGUE, since=day(0)),))
    assert map_now(Dossier()) == InfluenceMap()


def test_a_factor_that_a_scan_found_since_joins() -> None:
    known = fold((kept(0, DRAWN), kept(1, SCAN)))
    assert map_now(known) == InfluenceMap((LATE, SLEEP, replace(VAGUE, since=day(1))), DRAWN.influences)


def test_what_a_scan_renamed_or_closed_since_is_so_on_the_map() -> None:
    renamed = Earlier("f1", Lens.BIO, Cell.BOTTLENECK, "Mails na negen uur", Fate.RENAME)
    gone = Earlier("f2", Lens.BIO, Cell.BOTTLENECK, "Onrustige slaap", Fate.CLOSE)
    known = fold((kept(0, DRAWN), kept(1, IntakeScan(earlier=(renamed, gone)))))
    assert map_now(known) == InfluenceMap((replace(LATE, text="Mails na negen uur"),))


def test_what_was_merged_stays_merged_and_its_threads_stay() -> None:
    merged = InfluenceMap((LATE, replace(SLEEP, fate=Fate.CLOSE, into="f3"), VAGUE), DRAWN.influences)
    known = fold((kept(0, merged),), items=(ITEM,))
    asked = replace(VAGUE, item="i1", measured="Hoe sliep je?")
    assert map_now(known) == InfluenceMap((LATE, asked), (Influence("f1", "f3"),))
    assert measures(known) == {"f3": ITEM}
    assert [(f.id, f.closed, f.into) for f in known.factors] == [
        ("f1", None, ""),
        ("f2", day(0), "f3"),
        ("f3", None, ""),
    ]


def test_a_question_that_is_still_asked_measures_before_one_that_is_not() -> None:
    over = replace(ITEM, closed=day(3))
    again = DiaryItem("i2", "Sliep je goed?", factor="f2")
    third = DiaryItem("i3", "En nu?", factor="f2")
    loose = DiaryItem("i4", "Los van de kaart")
    assert measures(fold((), items=(over, again, third, loose))) == {"f2": again}
    assert measures(fold((), items=(over,))) == {"f2": over}


def test_a_factor_of_the_map_keeps_its_first_day() -> None:
    first = date(2026, 1, 5)
    known = fold((kept(0, DRAWN, "l1"), kept(3, InfluenceMap((replace(LATE, since=first), SLEEP)), "l1")))
    assert known.factors == (
        Factor("f1", Lens.BIO, Cell.BOTTLENECK, "Late mail", first),
        Factor("f2", Lens.BIO, Cell.BOTTLENECK, "Onrustige slaap", day(3)),
    )
    assert (known.map_day, known.map) == (day(3), InfluenceMap((replace(LATE, since=first), SLEEP)))


def test_a_closed_factor_that_comes_back_is_open_again() -> None:
    gone = InfluenceMap((replace(LATE, fate=Fate.CLOSE),))
    again = IntakeScan(bio=Column(bottleneck=Finding("Toch weer late mail", "f1")))
    known = fold((kept(0, DRAWN), kept(1, gone), kept(2, gone, "l9"), kept(3, again)))
    assert {f.text for f in open_factors(known)} == {"Onrustige slaap", "Toch weer late mail"}
    before = fold((kept(0, DRAWN), kept(1, gone), kept(2, gone, "l9")))
    assert next(f.closed for f in before.factors if f.id == "f1") == day(0) + timedelta(days=1)
