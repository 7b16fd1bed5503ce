"""A reason for a second micro-action, or what one taught: kept whole or refused at its field, never cut."""

from django.urls import reverse

from samenhang.experiments import services
from samenhang.experiments.queries import actions_of
from samenhang.method.micro_action import MicroAction, State
from samenhang.practice.models import Client
from tests.conftest import Person
from tests.desk.test_look_back import LONG, SENTENCE, running

__all__ = ["running"]


def test_a_reason_at_the_action_itself(noor: Person, emma: Client, running: list[MicroAction]) -> None:
    browser = noor.browser()
    with noor.scope.entered():
        services.propose(emma, [fourth := MicroAction(services.new_id(), "Vierde")], by=noor.scope.person)
    for action, asked in ((running[0], {"way": f"{running[0].id}|keep"}), (fourth, {"choose": "1"})):
        here = reverse("desk:action", args=[emma.pk, action.id])
        answer = browser.post(here, asked | {"reason": LONG})
        page = answer.content.decode()
        assert (answer.status_code, page.count(SENTENCE), page.count(LONG)) == (422, 1, 1)
        assert browser.post(here, asked | {"reason": LONG[:-1]}).status_code == 302
    states = {action.behaviour: action.state for action in actions_of(emma)}
    assert (states["Scherm weg"], states["Vierde"]) == (State.LEARNED, State.CHOSEN)


def test_a_reason_on_the_canvas(noor: Person, emma: Client, running: list[MicroAction]) -> None:
    here = reverse("tools:fill", args=[emma.pk, "sessiecanvas"])
    typed = {"intervention": "Nog één", "reason": LONG, "seen": "", "born": "", "tab": "t"}
    answer = noor.browser().post(here, typed)
    assert (answer.status_code, answer.content.decode().count(SENTENCE)) == (422, 1)
    assert LONG in answer.content.decode()
    assert noor.browser().post(here, typed | {"reason": LONG[:-1]}).status_code == 302
