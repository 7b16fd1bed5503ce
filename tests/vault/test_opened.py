"""What was opened is opened once; what changed, was moved or was forgotten is opened again, or not at all."""

from collections.abc import Iterator

import pytest

from samenhang.experiments.models import MicroAction as ActionRow
from samenhang.experiments.queries import actions_of, dossier_of
from samenhang.experiments.services import propose
from samenhang.method.micro_action import MicroAction
from samenhang.practice.access import of
from samenhang.practice.models import Client
from samenhang.vault import keys, opened
from samenhang.vault.models import WrappedKey
from samenhang.vault.sealed import Tampered
from tests.conftest import Person

ID = "11111111-1111-4111-8111-111111111111"


@pytest.fixture(autouse=True)
def nothing_open() -> Iterator[None]:
    opened.forget()
    yield
    opened.forget()


@pytest.fixture
def with_action(noor: Person, emma: Client) -> Iterator[Client]:
    with noor.scope.entered():
        propose(emma, [MicroAction(ID, "Wandelen")], by=noor.scope.person)
        yield emma


def test_what_did_not_change_is_the_very_same(with_action: Client) -> None:
    assert dossier_of(with_action) is dossier_of(with_action)
    assert dossier_of(with_action, with_action.pk) is not dossier_of(with_action)
    assert actions_of(with_action)[0] is actions_of(with_action)[0]


def test_what_came_is_seen_at_once(with_action: Client, noor: Person) -> None:
    before = dossier_of(with_action)
    with noor.scope.entered():
        propose(with_action, [MicroAction(ID[:-1] + "2", "Lezen")], by=noor.scope.person)
    now = dossier_of(with_action)
    assert [action.behaviour for action in now.candidates] == ["Wandelen", "Lezen"]
    assert now.candidates[0] is before.candidates[0], "the first is not opened again"


def test_one_changed_byte_is_noticed_though_it_was_open(with_action: Client) -> None:
    dossier_of(with_action)
    row = of(with_action, ActionRow).get()
    blob = bytearray(row.sealed)
    blob[-1] ^= 1
    of(with_action, ActionRow).update(sealed=bytes(blob))
    with pytest.raises(Tampered):
        dossier_of(with_action)


def test_without_its_key_nothing_is_given_from_memory(with_action: Client) -> None:
    dossier_of(with_action)
    WrappedKey.objects.filter(subject=with_action.pk).delete()
    keys.forget(with_action.pk)
    assert not opened._kept
    with pytest.raises(keys.NoKey):
        dossier_of(with_action)


def test_a_key_that_closed_takes_what_it_opened_along(
    with_action: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "KEPT_OPEN", 0.0)
    keys.forget()
    assert dossier_of(with_action) is not dossier_of(with_action)


def test_memory_has_a_bound(with_action: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "MOST", 100)
    for number in range(9):
        opened.opened(with_action.owner, str(number), [(b"x" * 40, 1)], object)
    assert ([name for _, name in opened._kept], opened._weight) == (["7", "8"], [96])
    opened.opened(with_action.owner, "large", [memoryview(b"x" * 400)], object)
    assert len(opened._kept) == 1
