"""Whatever is typed at the desk: one Dutch sentence at its field, and what was typed still stands there."""

from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client as Browser
from django.urls import reverse

from samenhang.dossier.models import Encounter, Sheet
from samenhang.experiments import services as experiments
from samenhang.experiments.models import DiaryItem as ItemRow
from samenhang.experiments.models import MicroAction as ActionRow
from samenhang.experiments.queries import actions_of, items_of
from samenhang.method.diary import MOST_ITEMS, DiaryItem
from samenhang.method.micro_action import MicroAction
from samenhang.practice.access import of
from samenhang.practice.models import Client
from samenhang.practice.queries import card_of
from tests.conftest import Person
from tests.everywhere.forms import fields_of

LONG = "w" * 5001
NOBODY = "8a6e0804-2bd0-4672-b79d-d97027f9071a"
HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "quotes": "\"'><b>x</b>&amp;&#39;",
    "template": "{{ request.user }}{% load look %}{# stil #}{% url 'x' %}",
    "typst": '#read("/etc/passwd") #import "x" $ a $ `b` // c /* d */ @e <f> = g',
    "sql": "'; DROP TABLE samenhang_client; --",
    "nul": "voor\x00na",
    "signs": "🙂👩‍👧 مرحبا \u202eachter 漢字",
    "lines": "een\ntwee\n\n  drie",
    "bars": "a|b|c|d",
    "numbers": "1e999",
    "path": "../../../../etc/passwd",
}
ROOM_FIELDS = {
    "intakescan": ("bio_strength", "psycho_bottleneck_more", "social_action"),
    "behoeftemeter": ("note", "autonomy_action"),
    "veiligheidsladder": ("one_rung", "own_1", "situation", "observation", "helped"),
    "sessiecanvas": ("question", "hypothesis", "intervention", "anchor", "observation", "follow_up", "notes"),
}
EACH_FIELD = [(tool, name) for tool, names in ROOM_FIELDS.items() for name in names]


@pytest.fixture
def browser(noor: Person) -> Browser:
    return noor.browser()


def mends(answer: Any) -> list[str]:
    """The sentences at the fields of a page."""
    page = answer.content.decode()
    parts = page.split('class="mend"')[1:]
    return [unescape(part.split(">", 1)[1].split("<", 1)[0]) for part in parts]


def stands(answer: Any) -> dict[str, list[str]]:
    page = answer.content.decode()
    return fields_of(page, "data-autosave" if "data-autosave" in page else "novalidate")


@pytest.mark.parametrize(("tool", "name"), EACH_FIELD)
def test_one_sign_too_many_is_refused_at_its_field(
    tool: str, name: str, browser: Browser, emma: Client
) -> None:
    here = reverse("tools:fill", args=[emma.pk, tool])
    answer = browser.post(here, {name: LONG})
    assert (answer.status_code, of(emma, Sheet).count()) == (422, 0)
    assert mends(answer) == ["Dit vak houdt 5000 tekens, hier staan er 5001. Kort in of splits op."]
    assert stands(answer)[name] == [LONG]
    assert browser.post(here, {name: LONG[1:]}).status_code == 302


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("tool", ROOM_FIELDS)
def test_hostile_words_are_kept_as_words(tool: str, text: str, browser: Browser, emma: Client) -> None:
    """Kept whole, shown as text, printed as text; nothing of it is run anywhere."""
    here = reverse("tools:fill", args=[emma.pk, tool])
    answer = browser.post(here, dict.fromkeys(ROOM_FIELDS[tool], text))
    assert answer.status_code == 302
    page = browser.get(answer["Location"])
    whole = page.content.decode()
    assert "<script>alert" not in whole
    assert "<img src=x" not in whole
    assert text in unescape(whole) or "\n" in text
    assert browser.get(answer["Location"] + "a4/").content.startswith(b"%PDF")
    for name in ("client", "dossier", "actions"):
        again = browser.get(reverse(f"desk:{name}", args=[emma.pk]))
        assert again.status_code == 200
        assert "<script>alert" not in again.content.decode()


BAD_CANVAS: dict[str, tuple[dict[str, Any], str]] = {
    "times": ({"times": "straks"}, "Schrijf een uur als 22.15, of laat het open."),
    "hour": ({"times": "25.00"}, "Schrijf een uur als 22.15, of laat het open."),
    "half": ({"times": "22.15, ooit"}, "Schrijf een uur als 22.15, of laat het open."),
    "minutes": ({"minutes": "veel"}, "Schrijf een aantal minuten tot 600, of laat het open."),
    "minutes none": ({"minutes": "0"}, "Schrijf een aantal minuten tot 600, of laat het open."),
    "minutes many": ({"minutes": "9" * 30}, "Schrijf een aantal minuten tot 600, of laat het open."),
    "minutes long": ({"minutes": "9" * 5000}, "Schrijf een aantal minuten tot 600, of laat het open."),
    "until": ({"until": "31/12/2026"}, "Schrijf een datum als 2026-12-31, of laat het open."),
    "until none": ({"until": "2026-02-30"}, "Schrijf een datum als 2026-12-31, of laat het open."),
    "watched": (
        {"watched": ["a", "b"], "new_item": "en nog een?"},
        "Kies hoogstens twee dagboekvragen: dat houdt de check-in kort.",
    ),
}


@pytest.mark.parametrize(("typed", "sentence"), BAD_CANVAS.values(), ids=BAD_CANVAS)
def test_a_plan_that_cannot_be_read_is_refused(
    typed: dict[str, Any], sentence: str, browser: Browser, emma: Client
) -> None:
    answer = browser.post(
        reverse("tools:fill", args=[emma.pk, "sessiecanvas"]), {"intervention": "Het scherm weg", **typed}
    )
    assert (answer.status_code, of(emma, Sheet).count(), actions_of(emma)) == (422, 0, [])
    assert mends(answer) == [sentence]
    for name in typed.keys() - {"watched"}:
        assert stands(answer)[name] == [typed[name]]


BAD_CHOICES: list[tuple[str, dict[str, Any], str]] = [
    *(
        ("behoeftemeter", {"autonomy": bad}, "Kies een getal van 0 tot 10, of laat het open.")
        for bad in ("11", "-1", "4.5", "vier", "٤", "1e1", "9" * 5000)
    ),
    *(
        ("veiligheidsladder", {"rung": bad}, "Kies een trede van 0 tot 10, of laat het open.")
        for bad in ("11", "-1", "x")
    ),
    ("veiligheidsladder", {"regulation": "A3"}, "Kies een van de vier, of laat het open."),
]


@pytest.mark.parametrize(("tool", "typed", "sentence"), BAD_CHOICES, ids=lambda value: str(value)[:20])
def test_a_choice_that_is_none_is_refused(
    tool: str, typed: dict[str, Any], sentence: str, browser: Browser, emma: Client
) -> None:
    answer = browser.post(reverse("tools:fill", args=[emma.pk, tool]), typed)
    assert (answer.status_code, mends(answer), of(emma, Sheet).count()) == (422, [sentence], 0)


MADE_UP: list[tuple[str, dict[str, Any]]] = [
    ("intakescan", {"bio_strength": "x", "bio_strength_id": "geen id"}),
    ("intakescan", {"bio_action": "x", "bio_action_id": "geen id"}),
    ("intakescan", {"bio_action": "x", "bio_action_id": LONG}),
    ("intakescan", {"later": ["bio|strength|x|y", "|||", "x", "bio|strength|" + LONG]}),
    ("behoeftemeter", {"autonomy_action": "x", "autonomy_action_id": "geen id"}),
    ("veiligheidsladder", {"kept": ["x", "|||", "a|2026-99-99|x|y", "|||" + LONG]}),
    ("veiligheidsladder", {"offer": ["x", ""]}),
    ("sessiecanvas", {"intervention": "x", "action": "geen id"}),
    ("sessiecanvas", {"intervention": "x", "action": NOBODY}),
    ("sessiecanvas", {"intervention": "x", "take": "geen id"}),
    ("sessiecanvas", {"lever": "x", "days": ["9", "x"], "relation": "x", "watched": ["x"]}),
    ("sessiecanvas", {"new_item": "x", "new_kind": "x", "new_better": "x", "new_slot": "x"}),
    ("sessiecanvas", {"later": ["x|y", "|", LONG], "away": ["x"], "was_later": ["z|z"]}),
]


@pytest.mark.parametrize(("tool", "typed"), MADE_UP, ids=lambda value: str(value)[:40])
def test_what_no_form_sends_breaks_nothing(
    tool: str, typed: dict[str, Any], browser: Browser, emma: Client
) -> None:
    answer = browser.post(reverse("tools:fill", args=[emma.pk, tool]), typed)
    assert answer.status_code in {302, 404, 422}
    for name in ("client", "dossier", "actions", "diary"):
        assert browser.get(reverse(f"desk:{name}", args=[emma.pk])).status_code == 200


def test_an_action_of_another_client_is_not_taken_over(browser: Browser, noor: Person, emma: Client) -> None:
    from samenhang.practice import services
    from samenhang.practice.cards import ClientCard

    with noor.scope.entered():
        tess = services.take_on(noor.scope, ClientCard("Tess"))
        hers = experiments.choose(tess, MicroAction(str(uuid4()), "van Tess"), by=noor.scope.person)
    answer = browser.post(
        reverse("tools:fill", args=[emma.pk, "sessiecanvas"]), {"intervention": "van Emma", "action": hers.id}
    )
    assert answer.status_code in {302, 404, 409, 422}
    assert [action.behaviour for action in actions_of(tess)] == ["van Tess"]


BAD_CLIENTS: dict[str, tuple[dict[str, str], list[str]]] = {
    "nobody": ({"first_name": ""}, ["Dit vak heeft iets nodig."]),
    "blank": ({"first_name": "   "}, ["Dit vak heeft iets nodig."]),
    "long": ({"first_name": "w" * 121}, ["Hier passen 120 tekens; dit zijn er 121."]),
    "born": ({"first_name": "E", "birth_date": "14 maart"}, ["Schrijf de datum als 1997-03-14."]),
    "born later": (
        {"first_name": "E", "birth_date": "2999-01-01"},
        ["Deze geboortedatum ligt in de toekomst of heel ver terug."],
    ),
    "born long ago": (
        {"first_name": "E", "birth_date": "0001-01-01"},
        ["Deze geboortedatum ligt in de toekomst of heel ver terug."],
    ),
    "mail": (
        {"first_name": "E", "email": "emma"},
        ["Dit lijkt geen e-mailadres. Staat er een @ en een punt in?"],
    ),
    "phone": ({"first_name": "E", "phone": "0" * 41}, ["Hier passen 40 tekens; dit zijn er 41."]),
    "all": (
        {"first_name": "", "last_name": "w" * 121, "birth_date": "x", "email": "x", "phone": "0" * 41},
        [
            "Dit vak heeft iets nodig.",
            "Hier passen 120 tekens; dit zijn er 121.",
            "Schrijf de datum als 1997-03-14.",
            "Dit lijkt geen e-mailadres. Staat er een @ en een punt in?",
            "Hier passen 40 tekens; dit zijn er 41.",
        ],
    ),
}


@pytest.mark.parametrize(("typed", "sentences"), BAD_CLIENTS.values(), ids=BAD_CLIENTS)
def test_a_client_that_cannot_be_kept(typed: dict[str, str], sentences: list[str], browser: Browser) -> None:
    answer = browser.post(reverse("desk:new_client"), typed)
    assert (answer.status_code, mends(answer)) == (422, sentences)
    assert all(stands(answer)[name] == [value] for name, value in typed.items())


@pytest.mark.parametrize("text", [*HOSTILE.values(), "e" * 300 + "@example.org", "a\x00@b.be"])
def test_no_name_breaks_a_page(text: str, browser: Browser, emma: Client) -> None:
    here = reverse("desk:edit_client", args=[emma.pk])
    answer = browser.post(here, {"first_name": text[:120], "last_name": text[:120], "email": text})
    assert answer.status_code in {302, 422}
    sentences = mends(answer)
    assert all(
        sentence[-1] in ".?" and not sentence.startswith(("Enter", "Ensure")) for sentence in sentences
    )
    kept = browser.post(here, {"first_name": text[:120].replace("\x00", "") or "E"})
    assert kept.status_code == 302
    for address in (reverse("desk:today"), reverse("desk:clients"), reverse("desk:client", args=[emma.pk])):
        page = browser.get(address)
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()


def test_a_long_name_is_kept_whole(browser: Browser, emma: Client) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff-" * 3
    browser.post(reverse("desk:edit_client", args=[emma.pk]), {"first_name": name, "last_name": "d" * 120})
    emma.refresh_from_db()
    assert (card_of(emma).first_name, card_of(emma).last_name) == (name, "d" * 120)


BAD_MEETINGS: dict[str, tuple[dict[str, str], list[str]]] = {
    "nothing": ({"place": ""}, ["Dit vak heeft iets nodig."] * 2),
    "day": ({"day": "morgen", "hour": "10:00"}, ["Schrijf de dag als 2026-12-31."]),
    "no such day": ({"day": "2026-02-30", "hour": "10:00"}, ["Schrijf de dag als 2026-12-31."]),
    "hour": ({"day": "2026-12-01", "hour": "25:00"}, ["Schrijf het uur als 14:30."]),
    "place": (
        {"day": "2026-12-01", "hour": "10:00", "place": "w" * 81},
        ["Hier passen 80 tekens; dit zijn er 81."],
    ),
}


@pytest.mark.parametrize(("typed", "sentences"), BAD_MEETINGS.values(), ids=BAD_MEETINGS)
def test_a_gesprek_that_cannot_be_planned(
    typed: dict[str, str], sentences: list[str], browser: Browser, emma: Client
) -> None:
    answer = browser.post(reverse("desk:encounters", args=[emma.pk]), typed)
    assert (answer.status_code, mends(answer), of(emma, Encounter).count()) == (422, sentences, 0)
    assert all(stands(answer)[name] == [value] for name, value in typed.items())


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1899-12-31", "2026-03-29"])
def test_no_day_breaks_the_house(day: str, browser: Browser, emma: Client) -> None:
    """Far days, and the hour that does not exist on the spring night: planned or refused, never broken."""
    answer = browser.post(reverse("desk:encounters", args=[emma.pk]), {"day": day, "hour": "02:30"})
    assert answer.status_code in {302, 422}
    for address in (
        reverse("desk:encounters", args=[emma.pk]),
        reverse("desk:client", args=[emma.pk]),
        reverse("desk:today"),
    ):
        assert browser.get(address).status_code == 200


@pytest.mark.parametrize("day", ["2026-02-30", "x", "0001-01-01", "9999-12-31", "-1", "2026-11-22T10:00"])
def test_a_day_of_the_diary_that_is_none_is_404(day: str, browser: Browser, emma: Client) -> None:
    assert browser.get(f"/clienten/{emma.pk}/dagboek/{day}/").status_code == 404


BAD_ITEMS: dict[str, dict[str, str]] = {
    "nothing": {"text": ""},
    "long": {"text": "w" * 141},
    "kind": {"kind": "x"},
    "better": {"better": ""},
    "slot": {"slot": "nooit"},
    "factor": {"factor": NOBODY},
    "low": {"low": "w" * 41},
}


@pytest.mark.parametrize("typed", BAD_ITEMS.values(), ids=BAD_ITEMS)
def test_a_question_that_cannot_be_asked(typed: dict[str, str], browser: Browser, emma: Client) -> None:
    good = {"text": "Hoe was het?", "kind": "scale", "better": "higher", "slot": "day"}
    answer = browser.post(reverse("desk:ask", args=[emma.pk]), good | typed)
    (sentence,) = mends(answer)
    assert (answer.status_code, of(emma, ItemRow).count()) == (422, 0)
    assert sentence.endswith(".")
    assert "beschikbare keuze" not in sentence, "Django's own sentence is not ours"


def test_six_questions_are_the_most(browser: Browser, noor: Person, emma: Client) -> None:
    with noor.scope.entered():
        for number in range(MOST_ITEMS):
            experiments.ask(emma, DiaryItem(str(uuid4()), f"Vraag {number}?"))
    good = {"text": "De zevende?", "kind": "scale", "better": "higher", "slot": "day"}
    answer = browser.post(reverse("desk:ask", args=[emma.pk]), good)
    assert mends(answer) == ["Er staan al zes vragen in de check-in. Sluit er eerst een."]
    assert stands(answer)["text"] == ["De zevende?"]
    on_canvas = browser.post(
        reverse("tools:fill", args=[emma.pk, "sessiecanvas"]), {"new_item": "De zevende?"}
    )
    assert mends(on_canvas) == ["Er staan al 6 vragen in de check-in. Sluit er eerst een."]
    assert len(items_of(emma)) == MOST_ITEMS
    browser.post(reverse("desk:close_item", args=[emma.pk, items_of(emma)[0].id]))
    assert browser.post(reverse("desk:ask", args=[emma.pk]), good).status_code == 302


def test_a_second_action_asks_for_a_reason(browser: Browser, noor: Person, emma: Client) -> None:
    with noor.scope.entered():
        experiments.choose(emma, MicroAction(str(uuid4()), "De eerste"), by=noor.scope.person)
        experiments.propose(emma, [MicroAction(str(uuid4()), "De tweede")], by=noor.scope.person)
    second = next(action for action in actions_of(emma) if action.behaviour == "De tweede")
    here = reverse("desk:action", args=[emma.pk, second.id])
    for reason in ({}, {"reason": ""}, {"reason": "  \n "}):
        answer = browser.post(here, {"choose": "1", **reason})
        assert answer.status_code == 409
        assert "De eerste" in answer.content.decode()
    assert browser.post(here, {"choose": "1", "reason": " Omdat het klein is. "}).status_code == 302
    second = next(action for action in actions_of(emma) if action.behaviour == "De tweede")
    assert second.override == "Omdat het klein is."
    assert "Omdat het klein is." in browser.get(reverse("desk:client", args=[emma.pk])).content.decode()


def test_a_second_action_on_the_canvas_asks_for_a_reason(
    browser: Browser, noor: Person, emma: Client
) -> None:
    with noor.scope.entered():
        experiments.choose(emma, MicroAction(str(uuid4()), "De eerste"), by=noor.scope.person)
    here, typed = reverse("tools:fill", args=[emma.pk, "sessiecanvas"]), {"intervention": "De tweede"}
    answer = browser.post(here, typed)
    assert (answer.status_code, len(mends(answer))) == (422, 1)
    assert mends(answer)[0].startswith("Er loopt al een micro-actie: ‘De eerste’.")
    assert stands(answer)["intervention"] == ["De tweede"]
    assert browser.post(here, typed | {"reason": "Ze raken elkaar niet."}).status_code == 302
    assert [action.override for action in actions_of(emma)] == ["", "Ze raken elkaar niet."]


@pytest.mark.parametrize("reason", [LONG[1:], *HOSTILE.values()])
def test_a_reason_is_kept_whole(reason: str, browser: Browser, noor: Person, emma: Client) -> None:
    with noor.scope.entered():
        action = experiments.choose(emma, MicroAction(str(uuid4()), "De eerste"), by=noor.scope.person)
    here = reverse("desk:action", args=[emma.pk, action.id])
    answer = browser.post(here, {"way": f"{action.id}|keep", "reason": reason})
    kept = actions_of(emma)[0].life[-1].reason
    assert (answer.status_code, kept) == (302, reason.strip())


@pytest.mark.parametrize(
    "posted",
    [{}, {"way": ""}, {"way": "x|y"}, {"way": "|keep"}, {"choose": ""}, {"stop": "x"}, {"way": "a" * 5000}],
)
def test_a_choice_about_an_action_that_is_none(
    posted: dict[str, str], browser: Browser, emma: Client
) -> None:
    browser.post(reverse("tools:fill", args=[emma.pk, "intakescan"]), {"bio_action": "Wandelen"})
    here = reverse("desk:action", args=[emma.pk, actions_of(emma)[0].id])
    assert browser.post(here, posted).status_code in {302, 409, 422}
    assert browser.get(here).status_code == 200
    assert of(emma, ActionRow).count() == 1


@pytest.mark.parametrize("purposes", [["x"], ["record", "record"], [""], ["diary", "onzin"]])
def test_a_consent_to_something_unknown_is_none(purposes: list[str], browser: Browser, emma: Client) -> None:
    here = reverse("desk:consent", args=[emma.pk])
    assert browser.post(here, {"purpose": purposes}).status_code == 302
    assert browser.get(here).status_code == 200
