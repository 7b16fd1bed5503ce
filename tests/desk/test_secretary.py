"""An plans for everyone: she sees names and hours, and nothing that tells more."""

from dataclasses import replace

from django.urls import reverse
from django.utils import timezone

from samenhang.dossier.queries import appointments, encounters
from samenhang.dossier.services import plan_encounter
from samenhang.practice import services
from samenhang.practice.cards import ClientCard
from samenhang.practice.models import Client, Role
from tests.conftest import Person


def test_the_secretary_plans_names_and_hours_and_never_a_place(
    an: Person, noor: Person, emma: Client
) -> None:
    """A place can say something of a client: who reads no dossier neither reads nor writes it."""
    with noor.scope.entered():
        plan_encounter(emma, timezone.now(), place="Afdeling 3")
    here, today = reverse("desk:encounters", args=[emma.pk]), reverse("desk:today")
    planned = {"day": "2026-12-24", "hour": "10:00", "place": "Bij haar thuis"}
    assert an.browser().post(here, planned).status_code == 302
    for page in (here, today):
        said = an.browser().get(page).content.decode()
        assert "Emma Claes" in said
        assert [word for word in ("Afdeling 3", "Bij haar thuis", "Plaats") if word in said] == []
    assert [each.unseal()["place"] for each in encounters(emma)] == ["Afdeling 3", ""]
    assert "Afdeling 3" in noor.browser().get(today).content.decode()


def test_a_coach_who_is_secretary_too_reads_the_place_of_her_own_clients_only(
    joke: Person, noor: Person, emma: Client
) -> None:
    with noor.scope.entered():
        plan_encounter(emma, timezone.now(), place="Afdeling 3")
    both = replace(joke.scope, roles=joke.scope.roles | {Role.SECRETARY})
    with both.entered():
        tess = services.take_on(both, ClientCard("Tess", "Maes"))
        plan_encounter(tess, timezone.now(), place="Online")
        assert [each.place for each in appointments(both, timezone.localdate())] == ["", "Online"]
