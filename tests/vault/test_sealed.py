"""A sealed blob opens where it was put, as it was put, and nowhere else."""

import random
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.utils import timezone

from samenhang.dossier.models import Draft, Encounter, Sheet
from samenhang.experiments.models import CheckIn
from samenhang.practice import services
from samenhang.practice.cards import ClientCard
from samenhang.practice.models import Client
from samenhang.vault.keys import Owner, cipher
from samenhang.vault.sealed import SealedRecord, Tampered, place_of, seal_bytes, unseal_bytes
from samenhang.vault.secret import seal_secret, unseal_secret
from tests.conftest import Person

WORDS = {"note": "Emma sliep slecht", "answers": {"a": 7}}


@pytest.fixture
def sheet(noor: Person, emma: Client) -> Sheet:
    made = Sheet(practice_id=emma.practice_id, client=emma, author_id=noor.scope.person)
    with noor.scope.entered():
        made.seal(WORDS)
        made.seal_private({"notes": "alleen van Noor"})
    return made


def test_what_was_sealed_opens(noor: Person, sheet: Sheet) -> None:
    with noor.scope.entered():
        assert sheet.unseal() == WORDS
        assert sheet.unseal_private() == {"notes": "alleen van Noor"}
        assert b"Emma" not in sheet.sealed


def test_a_thousand_changed_blobs_are_all_noticed(noor: Person, sheet: Sheet) -> None:
    """Every byte at least once, then bits, cuts, additions and splices drawn at random."""
    whole, chance = bytes(sheet.sealed), random.Random(20261122)
    kinds: list[Callable[[], bytes]] = [
        lambda: flipped(whole, chance.randrange(len(whole)), 1 << chance.randrange(8)),
        lambda: whole[: chance.randrange(len(whole))],
        lambda: whole + chance.randbytes(1 + chance.randrange(9)),
        lambda: whole[:13] + chance.randbytes(len(whole) - 13),
        lambda: chance.randbytes(12) + whole[12:],
        lambda: whole[chance.randrange(1, len(whole)) :],
    ]
    tampered = [flipped(whole, place, 0xFF) for place in range(len(whole))]
    tampered += [chance.choice(kinds)() for _ in range(1000 - len(tampered))]
    assert len(tampered) == 1000
    noticed = 0
    with noor.scope.entered():
        for blob in tampered:
            sheet.sealed = blob
            with pytest.raises(Tampered):
                sheet.unseal()
            noticed += 1
    assert noticed == 1000


def flipped(blob: bytes, place: int, bits: int) -> bytes:
    return blob[:place] + bytes([blob[place] ^ bits]) + blob[place + 1 :]


@pytest.mark.parametrize("version", [0, 2, 255])
def test_an_unknown_version_is_refused_even_when_well_sealed(
    noor: Person, sheet: Sheet, version: int
) -> None:
    with noor.scope.entered():
        sheet.sealed = bytes([version]) + bytes(sheet.sealed)[1:]
        with pytest.raises(Tampered):
            sheet.unseal()


def test_a_blob_moved_elsewhere_does_not_open(noor: Person, bram: Person, sheet: Sheet, emma: Client) -> None:
    """To another row, client, practice, field, kind or schema, by who may write in the database."""
    with noor.scope.entered():
        lotte = services.take_on(noor.scope, ClientCard("Lotte"))
    with bram.scope.entered():
        lars = services.take_on(bram.scope, ClientCard("Lars"))
    author = noor.scope.person
    blob = bytes(sheet.sealed)
    here = emma.practice_id
    moved: list[SealedRecord] = [
        Sheet(practice_id=here, client=emma, author_id=author, sealed=blob),
        Sheet(pk=sheet.pk, practice_id=here, client=lotte, author_id=author, sealed=blob),
        Sheet(pk=sheet.pk, practice_id=lars.practice_id, client=lars, author_id=author, sealed=blob),
        Draft(pk=sheet.pk, practice_id=here, client=emma, author_id=author, sealed=blob),
        Encounter(pk=sheet.pk, practice_id=here, client=emma, coach_id=author, sealed=blob),
        Client(pk=emma.pk, practice_id=here, sealed=bytes(emma.summary)),
    ]
    for row in moved:
        who = noor if row.owner.practice == here else bram
        with who.scope.entered(), pytest.raises(Tampered):
            row.unseal()
    with noor.scope.entered():
        sheet.sealed_private = blob
        with pytest.raises(Tampered):
            sheet.unseal_private()
        sheet.sealed, sheet.SCHEMA = blob, 2
        with pytest.raises(Tampered):
            sheet.unseal()


def test_every_part_of_a_place_matters() -> None:
    practice, client, pk = uuid4(), uuid4(), uuid4()
    owners = [
        Owner.of_client(practice, client),
        Owner.of_client(practice, uuid4()),
        Owner.of_client(uuid4(), client),
        Owner.of_practice(practice),
    ]
    places = {place_of("sheet", owner, pk) for owner in owners}
    places |= {
        place_of("draft", owners[0], pk),
        place_of("sheet", owners[0], uuid4()),
        place_of("sheet", owners[0], pk, "private"),
        place_of("sheet", owners[0], pk, "sealed", 2),
    }
    assert len(places) == 8


def test_the_same_words_never_look_the_same(noor: Person, emma: Client) -> None:
    with noor.scope.entered():
        key = cipher(emma.owner)
        assert len({seal_bytes(key, b"piekeren", b"plaats") for _ in range(500)}) == 500


def test_a_row_without_a_number_has_no_place_yet(noor: Person, emma: Client) -> None:
    """Else every new row would share one place, and their blobs could change places."""
    row = Encounter(pk=None, practice_id=emma.practice_id, client=emma)
    with noor.scope.entered(), pytest.raises(ValueError, match="nog geen nummer"):
        row.seal(WORDS)


def test_a_check_in_is_bound_to_the_id_it_was_born_with(noor: Person, emma: Client) -> None:
    row = CheckIn(id=uuid4(), practice_id=emma.practice_id, client=emma, at=timezone.now())
    with noor.scope.entered():
        row.seal(WORDS)
        assert row.unseal() == WORDS
        row.id = uuid4()
        with pytest.raises(Tampered):
            row.unseal()


def test_an_empty_blob_does_not_open(noor: Person, emma: Client) -> None:
    with noor.scope.entered(), pytest.raises(Tampered):
        unseal_bytes(cipher(emma.owner), b"", b"")


def test_a_summary_that_was_never_written_is_empty(noor: Person, emma: Client) -> None:
    with noor.scope.entered():
        emma.summary = b""
        assert emma.unseal_summary() == {}


def test_a_secret_of_the_house_opens_as_it_was() -> None:
    sealed = seal_secret("JBSWY3DPEHPK3PXP")
    assert unseal_secret(sealed) == "JBSWY3DPEHPK3PXP"
    for wrong in (sealed[:-4], "B" + sealed[1:], "niet goed", "é", "", sealed + "!"):
        with pytest.raises(Tampered):
            unseal_secret(wrong)
