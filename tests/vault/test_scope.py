"""No row without a scope."""

import re
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import models

import samenhang
from samenhang.dossier.models import Sheet
from samenhang.practice.models import Account, Client, Practice, Practitioner, Tally
from samenhang.vault.models import AuditLine, Tombstone, WrappedKey
from samenhang.vault.scope import Unscoped, _practice, rows, unscoped, within
from tests.conftest import Person

SOURCE = Path(samenhang.__file__).parent
MOST_WAYS_AROUND = 10
OF_THE_HOUSE = {Account, AuditLine, Tally, Tombstone, WrappedKey}


def own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_app_config("samenhang").get_models() if model not in OF_THE_HOUSE]


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model.__name__)
@pytest.mark.parametrize(
    "ask",
    [
        lambda m: m.objects.all(),
        lambda m: m.objects.filter(pk=1),
        lambda m: m.objects.get(pk=1),
        lambda m: m.objects.create(),
        lambda m: m.objects.count(),
        lambda m: m.objects.none(),
        lambda m: m.objects.raw("SELECT 1"),
        lambda m: m.objects.bulk_create([]),
        lambda m: m._default_manager.all(),
    ],
)
def test_every_default_manager_refuses(model: type[models.Model], ask: object) -> None:
    with pytest.raises(Unscoped):
        ask(model)


def test_no_model_of_ours_can_be_reached_through_another_unscoped(noor: Person, emma: Client) -> None:
    """Whatever relation points back at one of our rows: it refuses as well."""
    reached = []
    for model in apps.get_app_config("samenhang").get_models():
        for relation in model._meta.related_objects:
            name = relation.get_accessor_name()
            if name and relation.one_to_many and relation.related_model in own_models():
                with pytest.raises(Unscoped):
                    getattr(model(pk=uuid4()), name).all()
                reached.append(name)
    backwards = {
        (m.__name__, r.get_accessor_name())
        for m in apps.get_app_config("samenhang").get_models()
        for r in m._meta.related_objects
        if r.get_accessor_name() and r.related_model in own_models() and r.one_to_one
    }
    assert backwards <= {("Account", "practitioner")}


def test_a_related_manager_of_a_scoped_row_refuses() -> None:
    """The class that a reverse relation would get is the default manager's: it refuses too."""
    from django.db.models.fields.related_descriptors import create_reverse_many_to_one_manager

    relation = Sheet._meta.get_field("client").remote_field
    manager = create_reverse_many_to_one_manager(Sheet._default_manager.__class__, relation)
    with pytest.raises(Unscoped):
        manager(Client(pk=uuid4())).all()


def test_rows_are_those_of_one_practice(noor: Person, bram: Person) -> None:
    with within(noor.scope.practice):
        assert [p.pk for p in rows(Practitioner, noor.scope.practice)] == [noor.scope.person]


def test_within_nests_and_restores_also_when_it_breaks(db: None) -> None:
    one, two = uuid4(), uuid4()
    with within(one):
        with pytest.raises(KeyError), within(two):
            assert _practice.get() == two
            raise KeyError
        assert _practice.get() == one
        with unscoped("even over de muur"):
            assert _practice.get() == "*"
            with within(str(two)):
                assert _practice.get() == two
            assert _practice.get() == "*"
        assert _practice.get() == one
    assert _practice.get() == ""


@pytest.mark.parametrize("wrong", ["*", "", "alles", "' OR 1=1"])
def test_within_takes_a_practice_and_no_way_around(wrong: str) -> None:
    with pytest.raises(ValueError, match="UUID"), within(wrong):
        pass


def test_unscoped_sees_every_practice(practice: Practice, elsewhere: Practice) -> None:
    with unscoped("een toets") as every:
        assert set(every(Practice).values_list("pk", flat=True)) == {practice.pk, elsewhere.pk}


@pytest.mark.parametrize("reason", ["", "  "])
def test_unscoped_asks_for_a_reason(reason: str) -> None:
    with pytest.raises(Unscoped), unscoped(reason):
        pass


def test_ways_around_are_few_and_each_says_why() -> None:
    """Found by their name alone; each with a reason of its own, in words."""
    reasons = [
        reason
        for path in sorted(SOURCE.rglob("*.py"))
        for reason in re.findall(r'\bunscoped\(\s*(?:reason=)?(?:"([^"]*)")?', _calls(path))
    ]
    assert len(reasons) <= MOST_WAYS_AROUND
    assert all(len(reason.split()) > 3 for reason in reasons)
    known = {reason for reason in reasons if reasons.count(reason) > 1}
    assert known == set()


def _calls(path: Path) -> str:
    text = path.read_text()
    return "" if path.name == "scope.py" and path.parent.name == "vault" else text


def test_the_plain_manager_is_used_by_few() -> None:
    """`_base_manager` goes around the scope too: for the vault, and for a row by its own id."""
    users = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if "_base_manager" in path.read_text() and path.parent.name != "vault"
    }
    assert users <= {"experiments/recording.py", "practice/queries.py", "practice/services.py"}


def test_an_id_of_another_practice_is_no_row_here(noor: Person, bram: Person) -> None:
    person: UUID = bram.scope.person
    with within(noor.scope.practice):
        assert not rows(Practitioner, noor.scope.practice).filter(pk=person).exists()


def test_the_whole_house_is_for_who_keeps_it() -> None:
    users = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if "vault.house" in path.read_text() and path.name != "house.py"
    }
    assert users <= {
        "cli/doctor.py",
        "cli/doctor_data.py",
        "cli/keeping.py",
        "vault/backup.py",
        "vault/rebuild.py",
        "vault/restore.py",
    }
