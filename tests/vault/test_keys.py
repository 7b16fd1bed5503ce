"""The keys: where they live, what refuses, what is gone when it is gone."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from samenhang.environment import WrongConfiguration
from samenhang.practice.models import Client, Practice
from samenhang.practice.queries import practice_card
from samenhang.vault import keys
from samenhang.vault.keys import NoKey, NoRootKey, Owner
from samenhang.vault.models import Tombstone, WrappedKey
from samenhang.vault.scope import within
from samenhang.vault.sealed import Tampered
from tests.conftest import Person


@pytest.fixture
def key_file(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    path = tmp_path / "elders" / "root.key"
    settings.ROOT_KEY_FILE = path
    keys.forget()
    yield path
    keys.forget()


def said(path: Path) -> str:
    with pytest.raises(NoRootKey) as refused:
        keys.root_key()
    assert isinstance(refused.value, WrongConfiguration)
    sentence = str(refused.value)
    assert str(path) not in sentence
    return sentence


def test_a_root_key_is_made_once_and_read_back(key_file: Path) -> None:
    made = keys.make_root_key(key_file)
    assert keys.root_key() == made
    assert (key_file.stat().st_mode & 0o777, key_file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    with pytest.raises(FileExistsError):
        keys.make_root_key(key_file)
    keys.forget()
    assert keys.root_key() == made


def test_an_absent_key_file_is_one_sentence(key_file: Path) -> None:
    assert said(key_file) == "Het sleutelbestand is er niet. Zet het terug met het herstelblad."


@pytest.mark.parametrize("rights", [0o640, 0o604, 0o660, 0o606, 0o644, 0o610])
def test_a_loose_key_file_is_refused(key_file: Path, rights: int) -> None:
    keys.make_root_key(key_file)
    key_file.chmod(rights)
    assert said(key_file) == "Het sleutelbestand is leesbaar voor anderen. Zet de rechten op 0600."


def test_a_credential_of_systemd_may_show_its_access_list(
    key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = keys.make_root_key(key_file)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(key_file.parent))
    key_file.chmod(0o440)
    assert keys.root_key() == made
    keys.forget()
    key_file.chmod(0o444)
    assert "leesbaar voor anderen" in said(key_file)


@pytest.mark.parametrize("content", [b"", b"zomaar iets", b"ab" * 31, b"ab" * 33, b"\xff\xfe", b"a" * 9999])
def test_a_file_that_holds_no_key_is_refused(key_file: Path, content: bytes) -> None:
    key_file.parent.mkdir()
    key_file.write_bytes(content)
    key_file.chmod(0o600)
    assert said(key_file) == "Het sleutelbestand bevat geen sleutel van Samenhang."


def test_a_directory_where_the_key_should_be_is_refused(key_file: Path) -> None:
    key_file.mkdir(parents=True)
    assert said(key_file) == "Het sleutelbestand kan niet gelezen worden."


def test_the_key_of_other_data_is_one_sentence(practice: Practice, key_file: Path) -> None:
    keys.make_root_key(key_file)
    with within(practice.pk), pytest.raises(NoRootKey, match="hoort niet bij deze gegevens"):
        practice_card(practice.pk)


def test_a_wrapped_key_put_in_anothers_place_does_not_open(noor: Person, emma: Client) -> None:
    """Someone who can write in the database gives one subject the key of another."""
    with noor.scope.entered():
        theirs = WrappedKey.objects.get(subject=noor.scope.person).wrapped
        WrappedKey.objects.filter(subject=emma.pk).update(wrapped=theirs)
        keys.forget()
        with pytest.raises(Tampered):
            emma.unseal()


def test_an_erased_key_opens_nothing(noor: Person, emma: Client) -> None:
    with noor.scope.entered():
        emma.unseal()
        WrappedKey.objects.filter(subject=emma.pk).delete()
        keys.forget(emma.pk)
        with pytest.raises(NoKey, match="geen sleutel meer"):
            emma.unseal()


def test_another_process_forgets_an_erased_key_by_itself(
    noor: Person, emma: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with noor.scope.entered():
        emma.unseal()
        WrappedKey.objects.filter(subject=emma.pk).delete()
        assert emma.unseal()["first_name"] == "Emma"
        later = keys.monotonic() + keys.KEPT_OPEN
        monkeypatch.setattr(keys, "monotonic", lambda: later)
        with pytest.raises(NoKey):
            emma.unseal()


def test_who_was_erased_gets_no_second_key(noor: Person, emma: Client) -> None:
    """Else a process that still holds the first one open would seal what nobody can read back."""
    with noor.scope.entered():
        WrappedKey.objects.filter(subject=emma.pk).delete()
        Tombstone(subject=emma.pk, practice=emma.practice_id, erased_at=timezone.now()).save()
        with pytest.raises(NoKey, match="is gewist"):
            keys.make_key(emma.owner)


def test_a_key_made_again_is_not_the_one_remembered(practice: Practice) -> None:
    """As when the first try was rolled back."""
    owner = Owner.of_client(practice.pk, uuid4())
    with within(practice.pk):
        keys.make_key(owner)
        first = keys.raw_key(owner)
        WrappedKey.objects.filter(subject=owner.subject).delete()
        keys.make_key(owner)
        assert keys.raw_key(owner) != first


def test_a_private_key_needs_client_and_person(noor: Person, joke: Person, emma: Client) -> None:
    practice = emma.practice_id
    with noor.scope.entered():
        made = {
            keys.raw_key(owner)
            for owner in (
                Owner.of_practice(practice),
                Owner.of_client(practice, emma.pk),
                Owner.of_person(practice, noor.scope.person),
                Owner.private(practice, emma.pk, noor.scope.person),
                Owner.private(practice, emma.pk, joke.scope.person),
            )
        }
    assert len(made) == 5
    keys.forget(noor.scope.person)
    assert not [o for o in keys._open if noor.scope.person in (o.subject, o.person)]
    keys.forget(practice)
    assert not keys._open


def test_the_store_of_open_keys_does_not_grow_for_ever(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_CACHED", 3)
    with within(practice.pk):
        for _ in range(8):
            owner = Owner.of_client(practice.pk, uuid4())
            keys.make_key(owner)
            keys.cipher(owner)
            assert len(keys._open) <= 3
