"""Looking back on several micro-actions: one at a time, nothing typed is lost, and no reason is cut."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from samenhang.desk.deciding import DRAFT, field_of
from samenhang.dossier import services as dossier
from samenhang.dossier.models import Draft, Encounter
from samenhang.experiments import services
from samenhang.experiments.queries import actions_of, dossier_of
from samenhang.method.micro_action import MicroAction, Outcome, State
from samenhang.practice.access import of
from samenhang.practice.models import Client
from samenhang.tools.tool import Typed, too_long
from tests.conftest import Person
from tests.everywhere.forms import fields_of

LONG = "w" * 5001
SENTENCE = too_long(Typed({"x": [LONG]}), ("x",))["x"]


@pytest.fixture
def running(noor: Person, emma: Client) -> list[MicroAction]:
    """Three actions under test beside each other."""
    with noor.scope.entered():
        return [
            services.choose(
                emma,
                MicroAction(services.new_id(), behaviour),
                by=noor.scope.person,
                reason="raakt iets anders",
            )
            for behaviour in ("Scherm weg", "Wandelen", "Eén mail minder")
        ]


@pytest.fixture
def met(noor: Person, emma: Client) -> Encounter:
    with noor.scope.entered():
        return dossier.plan_encounter(emma, timezone.now())


def at(name: str, emma: Client, met: Encounter) -> str:
    return reverse(f"desk:{name}", args=[emma.pk, met.pk])


def typed_on(page: Any, running: list[MicroAction]) -> list[str]:
    fields = fields_of(page.content.decode(), "data-autosave")
    return [fields[field_of(action.id)][0] for action in running if field_of(action.id) in fields]


def test_one_is_open_at_a_time(
    noor: Person, emma: Client, met: Encounter, running: list[MicroAction]
) -> None:
    page = noor.browser().get(at("look_back", emma, met)).content.decode()
    assert page.count('<details class="fold" name="terugblik"') == 3
    assert page.count('name="terugblik" open>') == 1
    assert page.index('name="terugblik" open>') < page.index("Scherm weg") < page.index("Wandelen")


def test_deciding_one_keeps_what_was_typed_about_the_others(
    noor: Person, emma: Client, met: Encounter, running: list[MicroAction]
) -> None:
    browser, here = noor.browser(), at("look_back", emma, met)
    words = {field_of(action.id): f"over {action.behaviour}\r\nen meer" for action in running}
    assert browser.post(here, words | {"way": f"{running[1].id}|keep"}).url == here
    learned = next(a for a in actions_of(emma) if a.state is State.LEARNED)
    assert (learned.id, learned.outcome) == (running[1].id, Outcome.KEEP)
    assert learned.life[-1].reason == "over Wandelen\nen meer"
    kept = [text.replace("\r\n", "\n") for text in typed_on(browser.get(here), running)]
    assert kept == ["over Scherm weg\nen meer", "over Eén mail minder\nen meer"]


def test_what_is_typed_is_kept_also_for_the_next_gesprek(
    noor: Person, emma: Client, met: Encounter, running: list[MicroAction]
) -> None:
    browser, words = noor.browser(), {field_of(running[0].id): "nog niet zeker"}
    assert browser.post(at("look_back_draft", emma, met), words).status_code == 200
    with noor.scope.entered():
        following = dossier.plan_encounter(emma, timezone.now())
    assert typed_on(browser.get(at("look_back", emma, following)), running) == ["nog niet zeker", "", ""]
    assert browser.post(at("look_back", emma, following), words | {"way": ""}).status_code == 302
    assert [action.state for action in actions_of(emma)] == [State.CHOSEN] * 3
    assert typed_on(browser.get(at("look_back", emma, met)), running) == ["nog niet zeker", "", ""]
    browser.post(at("look_back_draft", emma, met), {field_of(running[0].id): ""})
    assert not of(emma, Draft).filter(tool=DRAFT).exists(), "nothing stays of what was taken back"


def test_a_reason_that_is_too_long_is_refused_whole_at_its_field(
    noor: Person, emma: Client, met: Encounter, running: list[MicroAction]
) -> None:
    browser, here = noor.browser(), at("look_back", emma, met)
    words = {field_of(running[2].id): LONG, field_of(running[0].id): "kort", "way": f"{running[2].id}|let_go"}
    answer = browser.post(here, words)
    page = answer.content.decode()
    assert (answer.status_code, page.count(SENTENCE), page.count('class="mend"')) == (422, 1, 1)
    assert typed_on(answer, running) == ["kort", "", LONG]
    assert page.index("Wandelen") < page.index('name="terugblik" open>') < page.index(LONG)
    assert [action.state for action in actions_of(emma)] == [State.CHOSEN] * 3
    assert browser.post(here, words | {field_of(running[2].id): LONG[:-1]}).status_code == 302
    assert [len(a.life[-1].reason) for a in dossier_of(emma).learned] == [5000]
