"""Two windows on one sheet, drafts, versions: whatever happens, nothing typed is lost."""

from datetime import date
from typing import Any

import pytest
from django.test import Client as Browser
from django.urls import reverse

from samenhang.dossier.models import Draft, Sheet
from samenhang.dossier.queries import current_sheets, newest_sheet, shape_of, versions
from samenhang.experiments.queries import actions_of, dossier_of
from samenhang.method.canvas import Canvas
from samenhang.practice.access import of
from samenhang.practice.models import Client
from samenhang.tools.catalog import ROOMS
from tests.conftest import Person
from tests.everywhere.forms import fields_of

CANVAS = "sessiecanvas"


class Window:
    """One open form: the marks it was opened with, and what is typed in it."""

    def __init__(self, browser: Browser, address: str, base: str = "") -> None:
        self.browser, self.address = browser, f"{address}?blad={base}" if base else address
        page = browser.get(self.address)
        assert page.status_code == 200
        self.fields = fields_of(page.content.decode(), "data-autosave")

    def type(self, **typed: str) -> None:
        self.fields |= {name: [text] for name, text in typed.items()}

    def autosave(self) -> Any:
        address, _, query = self.address.partition("?")
        answer = self.browser.post(f"{address}concept/?{query}", self.fields)
        if answer.status_code == 200:
            self.fields |= {"revision": [str(answer.context["revision"])]}
        return answer

    def keep(self) -> Any:
        answer = self.browser.post(self.address, self.fields)
        if answer.status_code == 409:
            self.fields = fields_of(answer.content.decode(), "data-autosave")
        return answer


@pytest.fixture
def browser(noor: Person) -> Browser:
    return noor.browser()


@pytest.fixture
def address(emma: Client) -> str:
    return reverse("tools:fill", args=[emma.pk, CANVAS])


def asked(client: Client, person: Person) -> list[str]:
    """The question of every version of the newest sheet, oldest first."""
    found = newest_sheet(client, "canvas")
    assert found
    shapes = [shape_of(each, person.scope.person) for each in versions(client, found)[::-1]]
    return [shape.question for shape in shapes if isinstance(shape, Canvas)]


def test_the_second_window_sees_the_newer_version_and_loses_nothing(
    browser: Browser, address: str, noor: Person, emma: Client
) -> None:
    first = Window(browser, address)
    first.type(question="Van gisteren")
    first.keep()
    base = str(current_sheets(emma)[0].pk)
    one, two = Window(browser, address, base), Window(browser, address, base)
    one.type(question="Uit het ene venster", notes="Enkel voor mij")
    two.type(question="Uit het andere venster", hypothesis="<b>&amp; meer</b>")
    assert one.keep().status_code == 302
    refused = two.keep()
    page = refused.content.decode()
    assert refused.status_code == 409
    assert "Er is intussen een nieuwere versie" in page
    assert str(current_sheets(emma)[0].pk) in page, "with the way to read it"
    assert two.fields["question"] == ["Uit het andere venster"]
    assert two.fields["hypothesis"] == ["<b>&amp; meer</b>"]
    assert two.keep().status_code == 302
    assert asked(emma, noor) == ["Van gisteren", "Uit het ene venster", "Uit het andere venster"]


def test_two_fresh_windows_lose_nothing_either(
    browser: Browser, address: str, noor: Person, emma: Client
) -> None:
    one, two = Window(browser, address), Window(browser, address)
    one.type(question="Eerst")
    two.type(question="Daarna")
    assert (one.keep().status_code, two.keep().status_code, two.keep().status_code) == (302, 409, 302)
    said = {shape.question for each in of(emma, Sheet) if isinstance(shape := shape_of(each), Canvas)}
    assert said == {"Eerst", "Daarna"}


def test_keeping_twice_by_a_double_tap_is_once(browser: Browser, address: str, emma: Client) -> None:
    window = Window(browser, address)
    window.type(question="Eén keer", intervention="Het scherm weg")
    answers = [window.keep(), window.keep()]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert of(emma, Sheet).count() == 1


@pytest.mark.parametrize("tool", ["intakescan", "behoeftemeter"])
def test_a_double_tap_proposes_once(tool: str, browser: Browser, emma: Client) -> None:
    window = Window(browser, reverse("tools:fill", args=[emma.pk, tool]))
    window.type(bio_action="Wandelen", autonomy_action="Wandelen", autonomy="3")
    assert [window.keep().status_code, window.keep().status_code] == [302, 302]
    assert [action.behaviour for action in actions_of(emma)] == ["Wandelen"]


def test_going_back_and_typing_on_loses_nothing(browser: Browser, address: str, emma: Client) -> None:
    """The browser shows the old form again: its words are other words, and are not thrown away."""
    window = Window(browser, address)
    window.type(question="Eerst")
    window.keep()
    window.type(question="Eerst, en toch iets meer")
    refused = window.keep()
    assert refused.status_code == 409
    assert window.fields["question"] == ["Eerst, en toch iets meer"]
    assert window.keep().status_code == 302
    said = {shape.question for each in of(emma, Sheet) if isinstance(shape := shape_of(each), Canvas)}
    assert said == {"Eerst", "Eerst, en toch iets meer"}


def test_going_back_and_changing_only_the_plan_changes_the_one_action(
    browser: Browser, address: str, noor: Person, emma: Client
) -> None:
    """Until when an action runs stands in the action, not on the sheet: it is a change all the same."""
    window = Window(browser, address)
    window.type(question="Eerst", intervention="Het scherm weg", new_item="Hoe laat?")
    window.type(reading="fields", until="2026-12-31")
    window.keep()
    assert window.keep().status_code == 302, "a double tap says the same"
    window.type(until="2027-01-31")
    refused = window.keep()
    assert (refused.status_code, window.fields["until"]) == (409, ["2027-01-31"])
    assert window.keep().status_code == 302
    (action,) = actions_of(emma)
    assert (action.behaviour, action.until) == ("Het scherm weg", date(2027, 1, 31))
    assert asked(emma, noor) == ["Eerst", "Eerst"], "two versions of one sheet"


def test_going_back_and_changing_how_a_question_is_answered_is_not_lost(
    browser: Browser, address: str, emma: Client
) -> None:
    window = Window(browser, address)
    window.type(question="Eerst", new_item="Hoe laat?", new_kind="scale")
    window.keep()
    assert window.keep().status_code == 302
    window.type(new_kind="time")
    assert (window.keep().status_code, window.fields["new_kind"]) == (409, ["time"])


def test_going_back_in_a_scan_keeps_its_factors_one(browser: Browser, emma: Client) -> None:
    window = Window(browser, reverse("tools:fill", args=[emma.pk, "intakescan"]))
    window.type(bio_strength="Wandelt graag", bio_action="Wandelen")
    window.keep()
    window.type(bio_strength="Wandelt elke dag")
    assert [window.keep().status_code, window.keep().status_code] == [409, 302]
    assert [factor.text for factor in dossier_of(emma).factors] == ["Wandelt elke dag"]
    assert [action.behaviour for action in actions_of(emma)] == ["Wandelen"]


def test_a_draft_stands_when_the_page_is_opened_again(browser: Browser, address: str, emma: Client) -> None:
    window = Window(browser, address)
    window.type(question="Half getyp", reading="fields", minutes="geen getal", notes="🙂 <script>")
    assert window.autosave().status_code == 200
    assert of(emma, Sheet).count() == 0
    again = Window(browser, address)
    for name in ("question", "minutes", "notes"):
        assert again.fields[name] == window.fields[name]


def test_keeping_takes_the_draft_away(browser: Browser, address: str, emma: Client) -> None:
    window = Window(browser, address)
    window.type(question="Af")
    window.autosave()
    window.keep()
    assert of(emma, Draft).count() == 0
    assert Window(browser, address).fields["question"] == [""]


def test_a_draft_that_went_on_in_another_window_is_told(browser: Browser, address: str) -> None:
    one, two = Window(browser, address), Window(browser, address)
    one.type(question="Ik begon")
    assert one.autosave().status_code == 200
    two.type(question="Ik ging verder")
    told = two.autosave()
    assert told.status_code == 409
    assert "ging verder in een ander venster" in told.content.decode()
    assert address in told.content.decode()
    assert Window(browser, address).fields["question"] == ["Ik begon"]


def test_one_window_may_go_on_typing(browser: Browser, address: str) -> None:
    window = Window(browser, address)
    for text in ("e", "ee", "een"):
        window.type(question=text)
        assert window.autosave().status_code == 200
    assert Window(browser, address).fields["question"] == ["een"]


def test_a_draft_is_for_who_typed_it(
    browser: Browser, address: str, noor: Person, joke: Person, emma: Client
) -> None:
    window = Window(browser, address)
    window.type(question="Van Noor", notes="van haar alleen")
    window.autosave()
    emma.coach = joke.practitioner
    emma.save()
    assert Window(joke.browser(), address).fields["notes"] == [""]


def test_a_longer_draft_than_fits_is_kept_and_told_at_keeping(browser: Browser, address: str) -> None:
    window = Window(browser, address)
    window.type(question="w" * 5001)
    assert window.autosave().status_code == 200
    refused = window.keep()
    assert refused.status_code == 422
    assert "Dit vak houdt 5000 tekens, hier staan er 5001." in refused.content.decode()
    assert fields_of(refused.content.decode(), "data-autosave")["question"] == ["w" * 5001]


def test_versions_are_compared_and_put_back(
    browser: Browser, address: str, noor: Person, emma: Client
) -> None:
    window = Window(browser, address)
    window.type(question="Zo was het", notes="zacht")
    window.keep()
    old = current_sheets(emma)[0]
    edit = Window(browser, address, str(old.pk))
    edit.type(question="Zo werd het")
    edit.keep()
    new = current_sheets(emma)[0]
    beside = browser.get(reverse("tools:compare", args=[emma.pk, new.pk, old.pk])).content.decode()
    assert "Zo was het" in beside
    assert "Zo werd het" in beside
    assert "zacht" not in beside, "what did not change is not in the way"
    back = browser.post(reverse("tools:put_back", args=[emma.pk, old.pk]))
    assert back.status_code == 302
    assert asked(emma, noor) == ["Zo was het", "Zo werd het", "Zo was het"]
    assert shape_of(current_sheets(emma)[0], noor.scope.person) == shape_of(old, noor.scope.person)


def test_putting_the_newest_back_changes_nothing(browser: Browser, address: str, emma: Client) -> None:
    Window(browser, address).keep()
    newest = current_sheets(emma)[0]
    assert browser.post(reverse("tools:put_back", args=[emma.pk, newest.pk])).status_code == 302
    assert of(emma, Sheet).count() == 1


def test_two_sheets_are_not_two_versions(browser: Browser, address: str, emma: Client) -> None:
    first = Window(browser, address)
    first.keep()
    second = Window(browser, address)
    second.keep()
    one, two = current_sheets(emma)
    answer = browser.get(reverse("tools:compare", args=[emma.pk, one.pk, two.pk]))
    assert (one.lineage != two.lineage, answer.status_code) == (True, 404)


@pytest.mark.parametrize("document", [{"version": 99}, {"version": "twee"}, {}, {"version": 0}])
@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.card.slug)
def test_a_sheet_of_a_newer_program_is_said_to_be_one(
    room: Any, document: Any, browser: Browser, emma: Client, noor: Person
) -> None:
    here = reverse("tools:fill", args=[emma.pk, room.card.path])
    Window(browser, here).keep()
    sheet = of(emma, Sheet).get()
    sheet.seal(document | {"question": "raad mij niet"})
    sheet.save()
    page = browser.get(reverse("tools:sheet", args=[emma.pk, sheet.pk]))
    assert page.status_code == 200
    assert "Dit blad is van een nieuwere versie" in page.content.decode()
    assert "raad mij niet" not in page.content.decode()
    assert browser.get(reverse("tools:paper", args=[emma.pk, sheet.pk])).status_code == 404
    for name in ("client", "dossier", "diary", "actions"):
        assert browser.get(reverse(f"desk:{name}", args=[emma.pk])).status_code == 200
    assert browser.post(reverse("tools:put_back", args=[emma.pk, sheet.pk])).status_code == 302
    assert of(emma, Sheet).count() == 1


def test_a_tool_of_a_newer_program_is_said_to_be_one(browser: Browser, address: str, emma: Client) -> None:
    Window(browser, address).keep()
    sheet = of(emma, Sheet).get()
    sheet.tool = "tool_van_morgen"
    sheet.save()
    page = browser.get(reverse("tools:sheet", args=[emma.pk, sheet.pk]))
    assert "Dit blad is van een nieuwere versie" in page.content.decode()
    assert browser.get(reverse("desk:dossier", args=[emma.pk])).status_code == 200


def test_editing_a_sheet_of_a_newer_program_does_not_cover_it(
    browser: Browser, address: str, emma: Client
) -> None:
    """A form over a sheet that cannot be read would begin empty and become the newest: that loses it."""
    Window(browser, address).keep()
    sheet = of(emma, Sheet).get()
    sheet.seal({"version": 99})
    sheet.save()
    page = browser.get(address, {"blad": str(sheet.pk)})
    assert "Dit blad is van een nieuwere versie" in page.content.decode()
    posted = browser.post(f"{address}?blad={sheet.pk}", {"base": str(sheet.pk), "seen": str(sheet.pk)})
    assert posted.status_code in {404, 409}
    assert of(emma, Sheet).count() == 1


@pytest.mark.parametrize(
    "bad", ["", "x", "' OR 1=1", "../..", "None", "8a6e0804-2bd0-4672-b79d-d97027f9071a", "0" * 5000]
)
def test_a_base_that_is_none_opens_nothing(bad: str, browser: Browser, address: str) -> None:
    assert browser.get(address, {"blad": bad}).status_code in {200, 404}
    assert browser.post(address, {"base": bad, "born": bad, "seen": bad}).status_code in {302, 404}


def test_a_draft_that_comes_in_just_after_its_form_was_kept_stands_in_nobodys_way(
    noor: Person, emma: Client
) -> None:
    here = reverse("tools:fill", args=[emma.pk, "sessiecanvas"])
    typed = {"question": "Zo begon het.", "tab": "t", "seen": "", "born": "", "revision": "0"}
    assert noor.browser().post(here, typed).status_code == 302
    assert noor.browser().post(f"{here}concept/", typed).status_code == 200
    sheet = current_sheets(emma)[0]
    fields = fields_of(noor.browser().get(here, {"blad": str(sheet.pk)}).content.decode(), "data-autosave")
    assert noor.browser().post(f"{here}?blad={sheet.pk}", fields).status_code == 302
