"""Between the browser and the map: identities, threads, bad input, and what goes on in a next version."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from samenhang.method.diary import DiaryItem
from samenhang.method.dossier import Dossier, fold
from samenhang.method.influence_map import Change, Influence, InfluenceMap, Placed, Strength, Told
from samenhang.method.intake_scan import Cell, Earlier, Fate, IntakeScan
from samenhang.method.lens import Lens
from samenhang.tools.influence_map import form
from samenhang.tools.tool import Follows, Typed
from tests.method.test_dossier import day, kept

A, B, C, NEW = (f"0000000{n}-0000-4000-8000-000000000000" for n in range(4))
LATE = Placed(A, Lens.BIO, Cell.BOTTLENECK, "Late mail")
SLEEP = Placed(B, Lens.BIO, Cell.BOTTLENECK, "Onrustige slaap")
VAGUE = Placed(C, Lens.SOCIAL, Cell.BOTTLENECK, "Vage taken")
DRAWN = InfluenceMap((LATE, SLEEP, VAGUE), (Influence(A, B, Strength.STRONGLY, words="Ik lig te mailen."),))
ITEMS = (DiaryItem("i1", "Hoe sliep je?"), DiaryItem("i2", "Hoeveel mails?"))
KNOWN = fold((kept(0, DRAWN),), items=ITEMS)


def typed(shape: InfluenceMap = DRAWN, **more: str | list[str]) -> Typed:
    """What the browser sends for a map, with some fields changed: `source_1`, `name_A`."""
    names = {"A": A, "B": B, "C": C, "NEW": NEW}
    given = {
        _named(name, names): value if isinstance(value, list) else [value] for name, value in more.items()
    }
    return Typed(form.fields(shape, KNOWN) | given)


def _named(name: str, names: Mapping[str, str]) -> str:
    field, _, which = name.rpartition("_")
    return f"{field}_{names[which]}" if which in names else name


def shape_of(**more: Any) -> InfluenceMap:
    return form.settled(form.shape(typed(**more), KNOWN), day(5))


def test_what_was_kept_comes_back_the_same() -> None:
    assert shape_of() == DRAWN


def test_a_thread_is_added_in_its_own_row() -> None:
    more = {"thread": ["0", "1"], "source_1": C, "target_1": A, "strength_1": "-1", "told_1": "coach"}
    assert shape_of(**more).influences[1] == Influence(C, A, Strength.WEAKLY_LESS, Told.COACH)


def test_a_row_that_was_left_alone_is_nothing() -> None:
    assert shape_of(thread=["0", "1"], strength_1="2", told_1="client") == DRAWN
    assert form.problems(typed(thread=["0", "1"], strength_1="2"), KNOWN) == {}


def test_a_thread_that_may_go_goes() -> None:
    assert shape_of(strength_0="0").influences == ()
    assert form.problems(typed(strength_0="0", source_0=""), KNOWN) == {}


def test_a_new_factor_has_its_identity_from_the_first_keystroke() -> None:
    more = {"factor": [A, B, C, NEW], "name_NEW": "Geldzorgen", "lens_NEW": "social", "cell_NEW": "strength"}
    assert shape_of(**more).factors[-1] == Placed(NEW, Lens.SOCIAL, Cell.STRENGTH, "Geldzorgen")


def test_an_empty_place_and_a_made_up_identity_are_no_factors() -> None:
    more = {"factor": [A, B, C, NEW, "x; drop"], "lens_NEW": "social"}
    assert shape_of(**more, **{"name_x; drop": "Iets", "lens_x; drop": "bio"}) == DRAWN


def test_a_lens_that_is_none_is_no_factor() -> None:
    assert shape_of(lens_A="maan").factors == (SLEEP, VAGUE, LATE)  # as the earlier version had it


def test_what_is_asked_of_a_factor() -> None:
    found = shape_of(name_A="Mail na negen", change_A="well", item_A="i2", cell_A="strength").factors[0]
    assert found == replace(
        LATE,
        text="Mail na negen",
        change=Change.WELL,
        item="i2",
        measured="Hoeveel mails?",
        cell=Cell.STRENGTH,
    )
    assert shape_of(item_A="van iemand anders").factors[0] == LATE


def test_merging_takes_the_threads_along_and_closing_lets_them_go() -> None:
    merged = shape_of(fate_B=f"into:{C}")
    assert merged.factors[1] == replace(SLEEP, fate=Fate.CLOSE, into=C)
    assert [(one.source, one.target) for one in merged.influences] == [(A, C)]
    assert shape_of(fate_B="close").influences == ()
    assert shape_of(fate_B=f"into:{B}") == DRAWN


def test_what_an_earlier_version_closed_stays_closed() -> None:
    gone = replace(SLEEP, fate=Fate.CLOSE)
    known = fold((kept(0, InfluenceMap((LATE, gone, VAGUE))),))
    fields = form.fields(InfluenceMap((LATE, gone, VAGUE)), known)
    assert fields["factor"] == [A, C]
    assert form.shape(Typed(fields), known).factors == (LATE, VAGUE, gone)


def test_a_factor_found_since_stands_in_the_form_of_a_map_that_goes_on() -> None:
    later = fold((kept(0, InfluenceMap((LATE,))), kept(1, InfluenceMap((LATE, VAGUE)), "l0")), items=ITEMS)
    assert form.fields(later.map or InfluenceMap(), later)["factor"] == [A, C]
    assert form.begin(Dossier()) == InfluenceMap()


PROBLEMS: tuple[tuple[Mapping[str, Any], Mapping[str, str]], ...] = (
    ({"source_0": ""}, {"thread_0": "Kies waar de draad begint en waar hij heen gaat."}),
    ({"source_0": B}, {"thread_0": "Een factor kan niet naar zichzelf wijzen. Kies een andere."}),
    (
        {"thread": ["0", "1"], "source_1": A, "target_1": B, "strength_1": "1"},
        {"thread_1": "Deze draad staat er al. Pas die aan, of haal er een weg."},
    ),
    ({"name_A": "x" * 121}, {f"name_{A}": "Een factor heeft hoogstens 120 tekens. Zeg het korter."}),
    (
        {"fate_A": f"into:{B}", "fate_B": "close"},
        {f"fate_{A}": "Waar deze bij hoort, blijft zelf niet staan. Kies een factor die blijft."},
    ),
    (
        {"item_A": "i1", "item_B": "i1"},
        {f"item_{B}": "Deze vraag meet al een andere factor. Kies er een andere, of geen."},
    ),
    (
        {"words_0": "x" * 5001},
        {"words_0": "Dit vak houdt 5000 tekens, hier staan er 5001. Kort in of splits op."},
    ),
)


def test_every_mistake_is_said_at_its_field() -> None:
    assert [form.problems(typed(**more), KNOWN) for more, _ in PROBLEMS] == [said for _, said in PROBLEMS]
    assert form.problems(typed(), KNOWN) == {}


def test_there_is_an_end_to_a_map() -> None:
    ids = [f"{n:08x}-0000-4000-8000-000000000000" for n in range(41)]
    many = (
        {f"name_{one}": ["Iets"] for one in ids} | {f"lens_{one}": ["bio"] for one in ids} | {"factor": ids}
    )
    pairs = [(a, b) for a in ids[:9] for b in ids[:9] if a != b][:61]
    rows = {"thread": [str(n) for n in range(61)]}
    for n, (source, target) in enumerate(pairs):
        rows |= {f"source_{n}": [source], f"target_{n}": [target], f"strength_{n}": ["1"]}
    assert form.problems(Typed(many | rows), Dossier()) == {
        "factor": "Een kaart houdt 40 factoren, hier staan er 41. Voeg er samen.",
        "thread": "Een kaart houdt 60 draden, hier staan er 61.",
    }


def test_one_place_earlier_on_the_ring_stays_within_its_lens() -> None:
    moved = form.stepped(typed(earlier=B))
    assert (moved.all("factor"), moved.is_on("arranged")) == ([B, A, C], True)
    for nowhere in (A, C, "x"):
        same = form.stepped(typed(earlier=nowhere))
        assert (same.all("factor"), same.is_on("arranged")) == ([A, B, C], False)
    assert "earlier" not in moved.values


def test_the_form_offers_two_empty_threads_and_a_place_in_each_lens() -> None:
    offered = form.offers(typed(), KNOWN)
    assert [(thread["n"], thread["is_new"]) for thread in offered["threads"]] == [
        ("0", False),
        ("1", True),
        ("2", True),
    ]
    assert offered["threads"][0]["tie"].letter == "A"
    assert [(lens, [row["name"] for row in rows]) for lens, rows, _ in offered["lenses"]] == [
        (Lens.BIO, ["Late mail", "Onrustige slaap"]),
        (Lens.PSYCHO, []),
        (Lens.SOCIAL, ["Vage taken"]),
    ]
    assert form.offers(Typed(), Dossier())["threads"] == []


def test_the_hint_is_an_empty_lens_first_then_where_the_map_would_push() -> None:
    assert form.hint(typed(strength_0="0"), KNOWN) == ""
    assert form.hint(typed(), KNOWN) == "Bij Psycho loopt nog geen enkele draad. Speelt daar iets mee?"
    more = {"thread": ["0", "1"], "source_1": C, "target_1": A, "strength_1": "2", "lens_B": "psycho"}
    assert form.hint(typed(**more), KNOWN) == (
        "Zoals de kaart er nu staat: ‘Vage taken’ raakt twee van de twee andere knelpunten, "
        "ook in Bio en Psycho (alleen de kaart)."
    )
    nothing = more | {"change_A": "not", "change_B": "not", "change_C": "not"}
    assert form.hint(typed(**nothing), KNOWN) == ""


def test_the_picture_follows_what_is_typed() -> None:
    assert form.picture(Typed(), Dossier()) == ""
    assert form.picture(typed(), KNOWN).startswith("<svg")
    assert form.picture(typed(strength_0="-3"), KNOWN) != form.picture(typed(), KNOWN)


def test_a_factor_says_which_question_measures_it_and_which_no_longer_do() -> None:
    assert form.follows(shape_of(item_A="i2"), Typed()) == Follows(measures=((A, "i2"), (B, ""), (C, "")))


def test_what_the_diary_shows_stands_ready_as_one_more_thread() -> None:
    ready = form.pointed(typed(), {"van": C, "naar": A, "hoe": "-2"})
    assert form.shape(ready, KNOWN).influences[1:] == (Influence(C, A, Strength.LESS, Told.DIARY),)
    for nowhere in ({}, {"van": C}, {"van": C, "naar": NEW}):
        assert form.pointed(typed(), nowhere) == typed()


def known_with(shape: InfluenceMap, *items: DiaryItem) -> Dossier:
    return fold((kept(0, shape),), items=items)


def test_what_is_closed_lets_go_of_its_question() -> None:
    gone = replace(LATE, item="i2", measured="Hoeveel mails?", fate=Fate.CLOSE)
    follows = form.follows(InfluenceMap((gone, replace(SLEEP, item="i2"))), Typed())
    assert follows.measures == ((A, ""), (B, "i2"))


def test_what_is_merged_brings_its_question_along_unless_there_is_one() -> None:
    merged = shape_of(item_A="i2", fate_A=f"into:{C}").factors
    assert [(one.id, one.item) for one in merged] == [(A, ""), (B, ""), (C, "i2")]
    both = shape_of(item_A="i2", fate_A=f"into:{C}", item_C="i1").factors
    assert [(one.id, one.item) for one in both] == [(A, ""), (B, ""), (C, "i1")]


def test_a_question_that_is_asked_no_more_still_measures_its_factor() -> None:
    over = DiaryItem("i9", "Vroeger?", factor=A, closed=day(1))
    known = known_with(replace(DRAWN, factors=(replace(LATE, item="i9"), SLEEP, VAGUE)), over, *ITEMS)
    fields = Typed(form.fields(known.map or InfluenceMap(), known))
    (row, *_) = form.offers(fields, known)["lenses"][0][1]
    assert (row["item"], row["items"][0]) == ("i9", ("i9", "Vroeger? (niet meer gevraagd)"))
    assert form.shape(fields, known).factors[0].item == "i9"


def test_a_factor_without_a_name_is_refused_and_not_dropped() -> None:
    said = "Een factor heeft een naam. Mag hij weg? Kies ‘gaat niet meer op’."
    assert form.problems(typed(name_A=""), KNOWN) == {f"name_{A}": said}
    assert [row["id"] for row in form.offers(typed(name_A=""), KNOWN)["lenses"][0][1]] == [A, B]


def test_what_a_form_never_spoke_of_stays() -> None:
    fields = typed(factor=[A, B])
    assert [one.id for one in form.shape(fields, KNOWN).factors] == [A, B, C]


def test_what_was_closed_elsewhere_while_the_form_stood_open_stays_closed() -> None:
    gone = IntakeScan(earlier=(Earlier(A, Lens.BIO, Cell.BOTTLENECK, "Late mail", Fate.CLOSE),))
    known = fold((kept(0, DRAWN), kept(1, gone)), items=ITEMS)
    assert form.shape(typed(), known).factors[0] == replace(LATE, fate=Fate.CLOSE)


def test_many_rows_are_no_trouble_for_one_more_thread() -> None:
    full = typed(thread=[str(n) for n in range(70)])
    assert form.pointed(full, {"van": C, "naar": A}).all("thread")[-1] == "70"
