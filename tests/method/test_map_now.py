"""The map goes on with what scans and the diary say; factors keep their identity through all of it."""

from dataclasses import replace
from datetime import timedelta

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
    assert map_now(fold((kept(0, SCAN),))) == InfluenceMap((VAGUE,))
    assert map_now(Dossier()) == InfluenceMap()


def test_a_factor_that_a_scan_found_since_joins() -> None:
    known = fold((kept(0, DRAWN), kept(1, SCAN)))
    assert map_now(known) == InfluenceMap((LATE, SLEEP, VAGUE), DRAWN.influences)


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
    renamed = InfluenceMap((replace(LATE, text="Mails na negen"), SLEEP))
    known = fold((kept(0, DRAWN, "l1"), kept(3, renamed, "l1")))
    assert known.factors == (
        Factor("f1", Lens.BIO, Cell.BOTTLENECK, "Mails na negen", day(0)),
        Factor("f2", Lens.BIO, Cell.BOTTLENECK, "Onrustige slaap", day(0)),
    )
    assert (known.map_day, known.map) == (day(3), renamed)


def test_a_version_speaks_of_what_it_changed_and_undoes_nothing_else() -> None:
    """A form that stood open, an old scan with a typing slip mended, a version that was put back."""
    renamed = Earlier("f1", Lens.BIO, Cell.BOTTLENECK, "Mails na negen uur", Fate.RENAME)
    gone = Earlier("f2", Lens.BIO, Cell.BOTTLENECK, "Onrustige slaap", Fate.CLOSE)
    said_since = kept(1, IntakeScan(earlier=(renamed, gone)))
    stale = kept(2, InfluenceMap((LATE, SLEEP, VAGUE), DRAWN.influences), "l0")
    known = fold((kept(0, DRAWN), said_since, stale))
    assert [(f.text, f.closed is None) for f in known.factors] == [
        ("Mails na negen uur", True),
        ("Onrustige slaap", False),
        ("Vage taken", True),
    ]
    put_back = fold((kept(0, DRAWN), said_since, stale, kept(3, DRAWN, "l0")))
    assert put_back.factors == known.factors


def test_an_old_scan_that_is_mended_says_only_what_was_mended() -> None:
    vague = Column(bottleneck=Finding("Vage taken", "f3"))
    first = IntakeScan(bio=Column(bottleneck=Finding("Laat mail", "f1")), social=vague)
    mended = replace(first, bio=Column(bottleneck=Finding("Late mail", "f1")))
    named = InfluenceMap((replace(VAGUE, text="Niemand beslist"),))
    known = fold((kept(0, first), kept(4, named), kept(5, mended, "l0")))
    assert [f.text for f in known.factors] == ["Late mail", "Niemand beslist"]


def test_what_a_scan_alone_had_brought_and_takes_back_was_a_slip() -> None:
    first = IntakeScan(bio=Column(bottleneck=Finding("Late mail", "f1")))
    assert fold((kept(0, first), kept(1, IntakeScan(), "l0"))).factors == ()
    drawn = fold((kept(0, first), kept(1, DRAWN), kept(2, IntakeScan(), "l0")))
    assert [f.id for f in drawn.factors] == ["f1", "f2"]
    other = fold((kept(0, DRAWN), kept(1, first), kept(2, IntakeScan(), "l1")))
    assert [f.id for f in other.factors] == ["f1", "f2"]


def test_a_map_that_forgets_a_factor_does_not_lose_it() -> None:
    known = fold((kept(0, DRAWN), kept(1, InfluenceMap((LATE,)), "l0")))
    assert [f.id for f in open_factors(known)] == ["f1", "f2"]
    assert [one.id for one in map_now(known).factors] == ["f1", "f2"]


def test_of_two_questions_after_a_merge_its_own_measures() -> None:
    merged = InfluenceMap((replace(LATE, fate=Fate.CLOSE, into="f2"), SLEEP))
    came_along, own = DiaryItem("i0", "Mails?", factor="f1"), ITEM
    assert measures(fold((kept(0, merged),), items=(came_along, own))) == {"f2": own}


def test_a_closed_factor_that_comes_back_is_open_again() -> None:
    gone = InfluenceMap((replace(LATE, fate=Fate.CLOSE),))
    again = IntakeScan(bio=Column(bottleneck=Finding("Toch weer late mail", "f1")))
    known = fold((kept(0, DRAWN), kept(1, gone), kept(2, gone, "l9"), kept(3, again)))
    assert {f.text for f in open_factors(known)} == {"Onrustige slaap", "Toch weer late mail"}
    before = fold((kept(0, DRAWN), kept(1, gone), kept(2, gone, "l9")))
    assert next(f.closed for f in before.factors if f.id == "f1") == day(0) + timedelta(days=1)
