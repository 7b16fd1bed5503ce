"""The door to a client: the own coach, who stands in, and nobody else."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from samenhang.experiments.models import CheckIn
from samenhang.practice import services
from samenhang.practice.models import Client, Practitioner
from samenhang.practice.queries import card_of
from samenhang.vault.scope import Unscoped, unscoped
from tests.conftest import Person


def test_her_own_coach_sees_emma(noor: Person, emma: Client) -> None:
    with noor.scope.entered():
        found = noor.scope.client_or_404(emma.pk)
        assert card_of(found).name == "Emma Claes"


@pytest.mark.parametrize("name", ["joke", "sam", "an", "lies", "bram"])
def test_nobody_else_sees_emma(name: str, emma: Client, request: pytest.FixtureRequest) -> None:
    other: Person = request.getfixturevalue(name)
    with other.scope.entered(), pytest.raises(Http404):
        other.scope.client_or_404(emma.pk)


def test_who_stands_in_sees_emma_for_as_long_as_it_lasts(noor: Person, joke: Person, emma: Client) -> None:
    today = timezone.localdate()
    with noor.scope.entered():
        services.arrange_substitute(
            noor.scope, noor.scope.person, joke.scope.person, today, today + timedelta(days=7)
        )
    with joke.scope.entered():
        assert joke.scope.client_or_404(emma.pk).pk == emma.pk


def test_who_stood_in_sees_emma_no_more(noor: Person, joke: Person, emma: Client) -> None:
    today = timezone.localdate()
    with noor.scope.entered():
        services.arrange_substitute(
            noor.scope,
            noor.scope.person,
            joke.scope.person,
            today - timedelta(days=7),
            today - timedelta(days=1),
        )
    with joke.scope.entered(), pytest.raises(Http404):
        joke.scope.client_or_404(emma.pk)


def test_a_query_without_a_scope_is_refused(emma: Client) -> None:
    with pytest.raises(Unscoped):
        Client.objects.all()


def test_the_way_around_asks_for_a_reason() -> None:
    with pytest.raises(Unscoped), unscoped(""):
        pass


def test_rows_about_a_client_come_by_the_client_alone(noor: Person, emma: Client) -> None:
    """A scope hands out no check-ins of a whole practice: that would go past the door."""
    for model in (CheckIn, Client):
        with noor.scope.entered(), pytest.raises(TypeError, match="hoort bij een cliënt"):
            noor.scope.rows(model)
    with noor.scope.entered():
        assert list(noor.scope.rows(Practitioner)) == [noor.practitioner]


def test_a_phone_alone_has_a_client_of_its_own(noor: Person) -> None:
    with pytest.raises(Http404):
        noor.scope.own_client()
