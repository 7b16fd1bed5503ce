"""A story goes in by the doors that everyone's data goes through, and reads back whole."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from samenhang.demo.calendar import Calendar
from samenhang.demo.cast import LARGE, SEED, SMALL
from samenhang.demo.emma import emma
from samenhang.demo.house import furnish
from samenhang.demo.loading import Unbelievable, tell
from samenhang.demo.others import hanne, nadia, yusuf
from samenhang.demo.story import Story
from samenhang.demo.welcome import in_three_lines, welcome
from samenhang.dossier.queries import encounters
from samenhang.experiments.queries import check_ins_of, dossier_of
from samenhang.method.need import Need
from samenhang.method.summary import Summary, notices
from samenhang.practice.models import Client, OneTimeLink
from samenhang.practice.queries import standing_consents
from samenhang.practice.services import open_link
from samenhang.vault import audit
from samenhang.vault.scope import unscoped
from tests.conftest import Person

pytestmark = pytest.mark.django_db


def calendar() -> Calendar:
    return Calendar(timezone.localdate(), ZoneInfo("Europe/Brussels"))


def test_emma_reads_back_as_she_was_told(noor: Person) -> None:
    client = tell(noor.scope, emma(calendar(), SEED))
    dossier = dossier_of(client, noor.scope.person)
    assert [(action.behaviour, bool(action.override)) for action in dossier.under_test] == [
        ("Scherm weg, tien minuten lezen", False),
        ("Eén minuut zuchtend ademen", True),
        ("Het kaartje ‘zorgvuldig genoeg’ naast mijn werk leggen", True),
        ("Ilse vragen om een weeklijst met wat eerst mag", True),
    ]
    assert [action.behaviour for action in dossier.candidates] == [
        "Morgen een half uur in mijn agenda zetten dat van mij is"
    ]
    assert [agreement.text for agreement in dossier.agreements] == [
        "Eerst de agenda, op papier",
        "Twijfelen mag, ook halverwege",
        "Na elk stuk vat jij samen",
    ]
    assert [point.score for point in dossier.needs[Need.AUTONOMY]] == [3, 3, 4, 4, 5, 6]
    assert [goal.text for goal in dossier.later] == [
        "Weer gaan lopen met de groep op zondag",
        "Vaker mijn zus Sara bellen",
    ]
    assert len(dossier.days) == 35
    assert sum(check_in.late for check_in in check_ins_of(client)) == 3
    assert set(standing_consents(client)) == {"record", "diary", "analysis", "peer_review"}


def test_four_gesprekken_were_held_and_the_fifth_is_today(noor: Person) -> None:
    client = tell(noor.scope, emma(calendar(), SEED))
    planned = encounters(client)
    held = [one for one in planned if one.ended_at]
    assert (len(held), len(planned)) == (4, 6)
    assert timezone.localtime(planned[4].planned_at).strftime("%H:%M") == "10:00"
    assert timezone.localdate(planned[4].planned_at) == timezone.localdate()


def test_the_audit_chain_holds_after_the_whole_story(noor: Person) -> None:
    tell(noor.scope, emma(calendar(), SEED))
    assert audit.verify(noor.scope.practice) == []


def test_who_asks_for_a_look(noor: Person) -> None:
    today = timezone.localdate()
    told = {
        story.card.first_name: notices(
            Summary.from_json(_again(tell(noor.scope, story)).unseal_summary()), today
        )
        for story in (hanne(calendar(), SEED), yusuf(calendar(), SEED), nadia(calendar(), SEED))
    }
    assert {name: [notice.look for notice in found] for name, found in told.items()} == {
        "Hanne": [],
        "Yusuf": ["diary"],
        "Nadia": ["action"],
    }


def _again(client: Client) -> Client:
    return Client._base_manager.get(pk=client.pk)


def test_a_story_that_the_services_refuse_is_a_mistake_in_the_story(noor: Person) -> None:
    story = hanne(calendar(), SEED)
    with pytest.raises(Unbelievable):
        tell(noor.scope, Story(story.card, story.came, diary=story.diary))


@pytest.mark.django_db
def test_the_large_demo_has_everyone_in_their_place() -> None:
    furnish(LARGE, 7)
    guests = welcome("http://localhost:8000")
    assert [practice["name"] for practice in guests["practices"]] == ["Praktijk De Linde", "Praktijk Elders"]
    linde, elders = (practice["id"] for practice in guests["practices"])
    assert [(p["name"], p["role"], p["practice"]) for p in guests["people"]] == [
        ("Noor", "coach", linde),
        ("Joke", "coach", linde),
        ("Sam", "owner", linde),
        ("An", "secretary", linde),
        ("Lies", "peer", linde),
        ("Vera", "substitute", linde),
        ("Bram", "coach", elders),
    ]
    assert {(c["name"], c["coach"]) for c in guests["clients"]} == {
        ("Emma", "Noor"),
        ("Joris", "Noor"),
        ("Hanne", "Joke"),
        ("Yusuf", "Bram"),
    }
    for client in guests["clients"]:
        assert len(client["items"]) >= 2
        assert "chosen" in {action["state"] for action in client["actions"]}


def test_new_links_at_each_start_and_the_old_ones_are_worth_nothing() -> None:
    furnish(SMALL, SEED)
    first, second = welcome("http://localhost:8000"), welcome("http://localhost:8000")
    tokens = [guests["people"][0]["sign_in"].rstrip("/").rpartition("/")[2] for guests in (first, second)]
    kind = OneTimeLink.Kind.SIGN_IN
    assert open_link(kind, tokens[0]) is None
    assert open_link(kind, tokens[1]) is not None
    assert [client["name"] for client in second["clients"]] == ["Emma", "Hanne", "Yusuf", "Nadia", "Joris"]
    assert len(in_three_lines(second).splitlines()) == 3


def test_vera_stands_in_and_the_clients_were_told() -> None:
    from samenhang.practice.models import Substitution

    furnish(LARGE, 7)
    with unscoped("de proef kijkt naar alle vervangingen") as every:
        (arranged,) = every(Substitution).all()
    assert arranged.clients_told_at
    assert arranged.ends_on - arranged.starts_on == timedelta(days=14)
