"""The fold of sheets and actions: from what was kept to what a screen shows."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from samenhang.method.canvas import Canvas, Later
from samenhang.method.catalog import SHAPES
from samenhang.method.diary import DiaryItem
from samenhang.method.dossier import (
    Dossier,
    Factor,
    KeptSheet,
    NeedPoint,
    fold,
    open_factors,
    to_look_back_on,
)
from samenhang.method.finding import Finding
from samenhang.method.intake_scan import Cell, Column, Earlier, Fate, IntakeScan, Parked
from samenhang.method.lens import Lens
from samenhang.method.lever import Lever
from samenhang.method.micro_action import MicroAction, State, Step
from samenhang.method.need import Need
from samenhang.method.needs_meter import NeedsMeter, Reading
from samenhang.method.pause import Pause
from samenhang.method.safety_ladder import Agreement, Regulation, SafetyLadder, Sighting
from samenhang.method.sheet import Shape
from tests.method.cast import ACTION, CANVAS, ITEM, LADDER, METER, NOOR, PAUSE, SCAN, at
from tests.method.strategies import QUICK, anything, check_ins

FIRST = date(2024, 2, 26)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def kept(number: int, shape: Shape | None, lineage: str = "", tool: str = "canvas") -> KeptSheet:
    moment = datetime(2024, 2, 26, 10, tzinfo=UTC) + timedelta(days=number)
    slug = shape.slug if shape else tool
    return KeptSheet(f"s{number}", lineage or f"l{number}", slug, moment, day(number), shape)


def bio(strength: str = "", identity: str = "", **rest: object) -> IntakeScan:
    return IntakeScan(bio=Column(strength=Finding(strength, identity)), **rest)  # type: ignore[arg-type]


def strength(identity: str, text: str, since: int, closed: int | None = None) -> Factor:
    return Factor(
        identity, Lens.BIO, Cell.STRENGTH, text, day(since), None if closed is None else day(closed)
    )


def test_a_new_client_is_an_empty_dossier() -> None:
    empty = fold(())
    assert empty == Dossier(needs=dict.fromkeys(Need, ()))
    assert (empty.last_day, empty.unreadable) == (None, 0)
    assert Dossier().needs == Dossier().days == {}


def test_one_of_everything() -> None:
    sheets = [kept(n, shape) for n, shape in enumerate((SCAN, METER, LADDER, CANVAS))]
    candidate = MicroAction("a2", "Adem-reset")
    assert fold(sheets, (ACTION, candidate), (ITEM,), (), (PAUSE,)) == Dossier(
        question="Hoe slaap ik weer in?",
        question_day=day(3),
        lever=Lever.BIO,
        hypothesis="Late mail houdt je wakker",
        place="f2",
        observation="Minuten tot je slaapt",
        follow_up="Dan één bladzijde lezen",
        factors=(
            Factor("f0", Lens.BIO, Cell.BOTTLENECK, "Hoofdpijn rond elf uur", FIRST),
            Factor("f7", Lens.SOCIAL, Cell.STRENGTH, "Koor op donderdag", FIRST, FIRST),
            Factor("f1", Lens.BIO, Cell.STRENGTH, "Fietst elke dag naar het werk", FIRST),
            Factor("f2", Lens.BIO, Cell.BOTTLENECK, "Slaapt onregelmatig door late mail", FIRST),
            Factor("f3", Lens.PSYCHO, Cell.STRENGTH, "Zorgvuldig", FIRST),
            Factor("f4", Lens.PSYCHO, Cell.BOTTLENECK, "Goed is pas goed als het perfect is", FIRST),
            Factor("f5", Lens.SOCIAL, Cell.STRENGTH, "Een zus die luistert", FIRST),
            Factor("f6", Lens.SOCIAL, Cell.BOTTLENECK, "Taken zijn onduidelijk verdeeld", FIRST),
        ),
        agreements=LADDER.agreements,
        agreed_on=day(2),
        sightings=((day(2), LADDER.sighting),),
        needs={
            Need.AUTONOMY: (NeedPoint(day(1), 3, thwarted=True),),
            Need.COMPETENCE: (NeedPoint(day(1), 6, thwarted=False),),
            Need.RELATEDNESS: (NeedPoint(day(1), 7, thwarted=False),),
        },
        candidates=(candidate,),
        learned=(ACTION,),
        series=fold((), items=(ITEM,)).series,
        pauses=(PAUSE,),
    )


def test_only_the_newest_version_of_a_lineage_speaks() -> None:
    versions = [kept(0, Canvas(question="Eerst?"), "l1"), kept(1, Canvas(question="Daarna?"), "l1")]
    folded = fold(versions[::-1])
    assert (folded.question, folded.question_day) == ("Daarna?", day(1))


def test_a_tie_in_time_is_settled_the_same_way_in_any_order() -> None:
    one = kept(0, Canvas(question="Een?"), "l1")
    two = replace(one, id="s9", shape=Canvas(question="Twee?"))
    assert fold((one, two)).question == fold((two, one)).question == "Twee?"
    other = replace(two, lineage="l2")
    assert fold((one, other)).question == fold((other, one)).question == "Twee?"


def test_the_day_of_the_conversation_counts_before_the_moment_of_keeping() -> None:
    late = replace(kept(5, Canvas(question="Kwam later binnen?")), day=day(0))
    assert fold((late, kept(1, Canvas(question="Van het laatste gesprek?")))).question == (
        "Van het laatste gesprek?"
    )


def test_a_canvas_without_question_leaves_the_one_before_whole() -> None:
    empty = Canvas(lever=Lever.SAFETY, hypothesis="Nog geen vraag", later=(Later("Sporten", "l9"),))
    folded = fold((kept(0, CANVAS), kept(1, empty)))
    assert (folded.question, folded.lever, folded.hypothesis) == (
        CANVAS.question,
        CANVAS.lever,
        CANVAS.hypothesis,
    )
    assert folded.later == (Later("Sporten", "l9"),)
    assert fold((kept(1, empty),)).question_day is None


def test_a_sheet_of_a_newer_program_is_shown_as_such() -> None:
    newer = kept(2, None, tool="influence_map")
    folded = fold((newer, kept(0, CANVAS)))
    assert (folded.unread, folded.unreadable, folded.question) == ((newer,), 1, CANVAS.question)


def test_an_older_version_does_not_speak_for_a_newer_one_that_cannot_be_read() -> None:
    newer = kept(1, None, "l1")
    folded = fold((kept(0, CANVAS, "l1"), newer))
    assert (folded.unread, folded.question) == ((newer,), "")
    assert fold((newer, kept(2, CANVAS, "l1"))).unread == ()


def test_a_factor_is_renamed_and_keeps_its_first_day() -> None:
    in_the_cell = fold((kept(0, bio("Fietst", "f1")), kept(1, bio("Fietst elke dag", "f1"))))
    assert in_the_cell.factors == (strength("f1", "Fietst elke dag", since=0),)
    looked_back = bio("Zwemt", "f2", earlier=(Earlier("f1", Lens.BIO, Cell.STRENGTH, "Loopt", Fate.RENAME),))
    assert fold((kept(0, bio("Fietst", "f1")), kept(1, looked_back))).factors == (
        strength("f1", "Loopt", since=0),
        strength("f2", "Zwemt", since=1),
    )


def test_a_factor_is_closed_on_its_day_and_may_open_again() -> None:
    close = IntakeScan(earlier=(Earlier("f1", Lens.BIO, Cell.STRENGTH, "Fietst", Fate.CLOSE),))
    sheets = [kept(0, bio("Fietst", "f1")), kept(3, close)]
    closed = fold(sheets)
    assert closed.factors == (strength("f1", "Fietst", since=0, closed=3),)
    assert (open_factors(closed), to_look_back_on(closed)) == ((), ())
    again = fold([*sheets, kept(4, bio("Fietst weer", "f1"))])
    assert again.factors == open_factors(again) == (strength("f1", "Fietst weer", since=0),)


def test_closing_wins_of_a_cell_of_the_same_scan() -> None:
    both = bio("Fietst", "f1", earlier=(Earlier("f1", Lens.BIO, Cell.STRENGTH, "Fietst", Fate.CLOSE),))
    assert fold((kept(0, both),)).factors == (strength("f1", "Fietst", since=0, closed=0),)


def test_a_factor_without_words_is_none() -> None:
    wordless = (
        Earlier("f9", Lens.BIO, Cell.STRENGTH, "", Fate.RENAME),
        Earlier("", Lens.BIO, Cell.STRENGTH, "Zonder naam"),
    )
    assert fold((kept(0, bio("", "f1")), kept(1, bio("Fietst", "", earlier=wordless)))).factors == ()


def test_closing_without_repeating_the_words_closes() -> None:
    close = IntakeScan(earlier=(Earlier("f1", Lens.BIO, Cell.STRENGTH, "", Fate.CLOSE),))
    assert fold((kept(0, bio("Fietst", "f1")), kept(3, close))).factors == (
        strength("f1", "Fietst", since=0, closed=3),
    )


def test_a_next_scan_shows_the_open_factors_to_look_back_on() -> None:
    folded = fold((kept(0, SCAN),))
    assert to_look_back_on(folded) == tuple(
        Earlier(f.id, f.lens, f.cell, f.text, Fate.KEEP) for f in folded.factors if f.id != "f7"
    )
    next_scan = IntakeScan(earlier=to_look_back_on(folded))
    assert fold((kept(0, SCAN), kept(1, next_scan))).factors == folded.factors


def test_what_waits_stays_until_it_is_put_away() -> None:
    sport, choir = Later("Sporten", "l1"), Later("Koor", "l2")
    sheets = [kept(0, Canvas(later=(sport, choir))), kept(1, Canvas(later=(Later("Zwemmen", "l1"),)))]
    assert fold(sheets).later == (Later("Zwemmen", "l1"), choir)
    away = kept(2, Canvas(later=(replace(choir, put_away=True),)))
    assert fold([*sheets, away]).later == (Later("Zwemmen", "l1"),)


def test_what_waits_without_an_identity_is_not_lost() -> None:
    goals = (Later("Sporten"), Later("Koor"))
    assert fold((kept(0, Canvas(later=goals)), kept(1, Canvas(later=goals)))).later == goals
    away = kept(2, Canvas(later=(Later("Koor", put_away=True),)))
    assert fold((kept(0, Canvas(later=goals)), away)).later == (Later("Sporten"),)


def test_what_was_parked_on_an_earlier_scan_is_not_lost() -> None:
    cooks = Parked(Lens.BIO, Cell.STRENGTH, "Kookt graag", "p1")
    sings = Parked(Lens.SOCIAL, Cell.STRENGTH, "Zingt", "p2")
    sheets = [kept(0, IntakeScan(later=(cooks, sings))), kept(1, IntakeScan())]
    assert fold(sheets).parked == (cooks, sings)
    away = kept(2, IntakeScan(later=(replace(cooks, put_away=True),)))
    assert fold([*sheets, away]).parked == (sings,)


def test_agreements_stand_until_the_next_ladder_and_sightings_all_remain() -> None:
    seen = Sighting(Regulation.AVOIDING, "Bij de planning")
    first = SafetyLadder(agreements=(Agreement("Pauze mag", "g1", day(0)),), sighting=seen)
    folded = fold((kept(0, first), kept(1, CANVAS)))
    assert (folded.agreements, folded.agreed_on) == (first.agreements, day(0))
    second = SafetyLadder(agreements=(*first.agreements, Agreement("Eerst de agenda", "g2", day(2))))
    folded = fold((kept(0, first), kept(2, second)))
    assert (folded.agreements, folded.agreed_on) == (second.agreements, day(2))
    assert folded.sightings == ((day(0), seen),)


def test_needs_over_time_leave_out_what_was_not_scored() -> None:
    sheets = (kept(7, NeedsMeter(Reading(5), Reading(0, thwarted=True))), kept(0, NeedsMeter(Reading(3))))
    assert fold(sheets).needs == {
        Need.AUTONOMY: (NeedPoint(day(0), 3, thwarted=False), NeedPoint(day(7), 5, thwarted=False)),
        Need.COMPETENCE: (NeedPoint(day(7), 0, thwarted=True),),
        Need.RELATEDNESS: (),
    }


def living(identity: str, *states: State, first: int = 1) -> MicroAction:
    steps = (Step(state, at(first + n), NOOR) for n, state in enumerate(states))
    return MicroAction(identity, "Iets", life=tuple(steps))


def test_actions_by_state_oldest_first_in_any_order() -> None:
    bare, fresh = MicroAction("z", "Zonder leven"), living("y", State.PROPOSED)
    older = living("b", State.PROPOSED, State.CHOSEN)
    newer = living("a", State.PROPOSED, State.CHOSEN, first=2)
    learned = living("d", State.CHOSEN, State.LEARNED, first=5)
    stopped = living("c", State.PROPOSED, State.STOPPED, first=6)
    actions = (stopped, newer, fresh, learned, older, bare)
    for order in (actions, actions[::-1]):
        folded = fold((), order)
        assert folded.under_test == (older, newer)
        assert folded.candidates == (bare, fresh)
        assert folded.learned == (learned, stopped)


KEPT = st.lists(
    st.tuples(
        st.none() | st.sampled_from(list(SHAPES.values())).flatmap(anything),
        st.sampled_from(["l1", "l2", "l3"]),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=5,
)


@QUICK
@given(KEPT, st.lists(anything(MicroAction), max_size=3, unique_by=lambda a: a.id), check_ins(), st.randoms())
def test_the_order_in_which_things_come_is_nothing(made, actions, said, chance) -> None:
    sheets = [
        replace(kept(at_day, shape, lineage), id=f"s{n}", day=day(on_day))
        for n, (shape, lineage, at_day, on_day) in enumerate(made)
    ]
    pauses = [Pause("z1", day(1), NOOR, day(2)), Pause("z2", day(1), NOOR), PAUSE]
    items = (ITEM, DiaryItem("i", "Energie?"))
    straight = fold(sheets, actions, items, said, pauses)
    for each in (sheets, actions, said, pauses):
        chance.shuffle(each)
    assert fold(iter(sheets), iter(actions), iter(items), iter(said), iter(pauses)) == straight
