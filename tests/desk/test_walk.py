"""Noor's work with Emma, page by page, as forms without any script."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samenhang.dossier import services as dossier
from samenhang.dossier.queries import current_sheets, encounters, shape_of
from samenhang.experiments.queries import actions_of, dossier_of, items_of
from samenhang.method.canvas import Canvas
from samenhang.practice.models import Client
from tests.conftest import Person

SCAN = {
    f"{lens}_{cell}": f"{lens} {cell} van Emma"
    for lens in ("bio", "psycho", "social")
    for cell in ("strength", "bottleneck", "action")
}
CANVAS = {
    "question": "Hoe start ik rustiger?",
    "lever": "bio",
    "hypothesis": "De spanning staat al hoog voor de eerste mail.",
    "intervention": "Vijf minuten adempauze",
    "days": ["0", "2", "4"],
    "relation": "before",
    "anchor": "ik mijn laptop open",
    "minutes": "5",
    "observation": "Om elf uur: hoe gespannen",
    "new_item": "Hoe gespannen was je om elf uur?",
    "new_kind": "scale",
    "new_better": "lower",
    "new_slot": "day",
    "follow_up": "Drie rustige uitademingen. Telt ook.",
    "notes": "Zelf rustig blijven.",
}


def fill(noor: Person, emma: Client, tool: str, typed: dict[str, object], **extra: object) -> object:
    url = reverse("tools:fill", args=[emma.pk, tool])
    return noor.browser().post(url, {**typed, "seen": "", "born": "", "tab": "t", **extra})


def test_a_scan_becomes_factors_and_candidates(noor: Person, emma: Client) -> None:
    answer = fill(noor, emma, "intakescan", SCAN)
    assert answer.status_code == 302, answer.content.decode()
    known = dossier_of(emma)
    assert {f.text for f in known.factors} == {text for name, text in SCAN.items() if "action" not in name}
    assert {a.behaviour for a in known.candidates} == {
        text for name, text in SCAN.items() if "action" in name
    }


def test_a_canvas_sets_up_the_action_and_the_question(noor: Person, emma: Client) -> None:
    answer = fill(noor, emma, "sessiecanvas", CANVAS)
    assert answer.status_code == 302, answer.content.decode()
    known = dossier_of(emma, noor.scope.person)
    assert known.question == CANVAS["question"]
    assert [a.behaviour for a in known.under_test] == ["Vijf minuten adempauze"]
    assert known.under_test[0].plan_b == CANVAS["follow_up"]
    assert [i.text for i in items_of(emma)] == [CANVAS["new_item"]]


def test_every_page_of_emma_answers(noor: Person, emma: Client) -> None:
    fill(noor, emma, "intakescan", SCAN)
    fill(noor, emma, "sessiecanvas", CANVAS)
    with noor.scope.entered():
        met = dossier.plan_encounter(emma, timezone.now() + timedelta(hours=1), place="online")
    browser = noor.browser()
    pages = ["desk:client", "desk:dossier", "desk:edit_client", "desk:consent", "desk:devices"]
    pages += ["desk:encounters", "desk:diary", "desk:actions", "desk:ask"]
    for name in pages:
        assert browser.get(reverse(name, args=[emma.pk])).status_code == 200, name
    for name in ("desk:arrive", "desk:look_back", "desk:close"):
        assert browser.get(reverse(name, args=[emma.pk, met.pk])).status_code == 200, name
    for tool in ("intakescan", "behoeftemeter", "veiligheidsladder", "sessiecanvas"):
        assert browser.get(reverse("tools:fill", args=[emma.pk, tool])).status_code == 200, tool
        assert browser.get(reverse("tools:fill_in", args=[emma.pk, met.pk, tool])).status_code == 200, tool
    for sheet in current_sheets(emma):
        assert browser.get(reverse("tools:sheet", args=[emma.pk, sheet.pk])).status_code == 200
        paper = browser.get(reverse("tools:paper", args=[emma.pk, sheet.pk]))
        assert paper.content.startswith(b"%PDF")
    for name in (
        "desk:today",
        "desk:clients",
        "desk:new_client",
        "practice:home",
        "phone:help",
        "phone:breathe",
    ):
        assert browser.get(reverse(name)).status_code == 200, name
    action = actions_of(emma)[0]
    assert browser.get(reverse("desk:action", args=[emma.pk, action.id])).status_code == 200
    assert browser.get(reverse("desk:fill_day", args=[emma.pk, "vandaag"])).status_code == 200


@pytest.mark.parametrize("tool", ["intakescan", "behoeftemeter", "veiligheidsladder", "sessiecanvas"])
def test_an_empty_form_is_kept_as_it_is(tool: str, noor: Person, emma: Client) -> None:
    assert fill(noor, emma, tool, {}).status_code == 302


def test_rounding_off_says_what_is_missing_of_the_next_gesprek(noor: Person, emma: Client) -> None:
    with noor.scope.entered():
        met = dossier.plan_encounter(emma, timezone.now())
    here = reverse("desk:close", args=[emma.pk, met.pk])
    for typed in ({"hour": "10:00"}, {"place": "Online"}):
        answer = noor.browser().post(here, typed)
        assert (answer.status_code, next(iter(typed.values())) in answer.content.decode()) == (422, True)
    assert noor.browser().post(here, {"day": "", "hour": " ", "place": ""}).status_code == 302
    assert [each.ended_at is not None for each in encounters(emma)] == [True]


def test_a_gesprek_planned_by_a_double_tap_is_one(noor: Person, emma: Client) -> None:
    here, typed = reverse("desk:encounters", args=[emma.pk]), {"day": "2026-12-24", "hour": "10:00"}
    for place in ("Online", "Online", "", "Buiten"):
        assert noor.browser().post(here, typed | {"place": place}).status_code == 302
    (planned,) = encounters(emma)
    assert planned.unseal()["place"] == "Buiten"
    noor.browser().post(reverse("desk:cancel", args=[emma.pk, planned.pk]))
    noor.browser().post(here, typed)
    assert [each.unseal()["place"] for each in encounters(emma)] == [""]


def test_looking_back_stays_until_every_action_is_decided(noor: Person, emma: Client) -> None:
    fill(noor, emma, "sessiecanvas", CANVAS)
    second = {**CANVAS, "intervention": "Wandelen na het eten", "new_item": "", "reason": "raakt iets anders"}
    seen = str(current_sheets(emma)[0].pk)
    assert fill(noor, emma, "sessiecanvas", second, seen=seen).status_code == 302
    with noor.scope.entered():
        met = dossier.plan_encounter(emma, timezone.now())
    first, other = dossier_of(emma).under_test
    address = reverse("desk:look_back", args=[emma.pk, met.pk])
    assert noor.browser().post(address, {"way": f"{first.id}|keep"}).url == address
    assert noor.browser().post(address, {"way": f"{other.id}|let_go"}).url != address
    assert [a.outcome.label for a in dossier_of(emma).learned if a.outcome] == ["houden", "loslaten"]


def test_a_question_that_is_already_asked_is_not_asked_twice(noor: Person, emma: Client) -> None:
    asked = {name: value for name, value in CANVAS.items() if name != "intervention"}
    assert fill(noor, emma, "sessiecanvas", asked).status_code == 302
    first = str(current_sheets(emma)[0].pk)
    again = asked | {"question": "En nu?"}
    assert fill(noor, emma, "sessiecanvas", again, seen=first).status_code == 302
    [item] = items_of(emma)
    newest = max(current_sheets(emma), key=lambda sheet: sheet.kept_at)
    kept = shape_of(newest)
    assert isinstance(kept, Canvas)
    assert [watched.item for watched in kept.watched] == [item.id]
