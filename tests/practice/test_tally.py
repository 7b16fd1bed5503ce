"""The rate limits stand in the database: hashed, expiring, over processes."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from samenhang.practice.models import Tally
from samenhang.practice.tally import count_try, forget_tries

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_what_is_kept_comes_back_until_it_expires() -> None:
    cache.set("login:noor@example.org", [1.5, 2.5], 60)
    assert cache.get("login:noor@example.org") == [1.5, 2.5]
    assert "noor" not in Tally.objects.get().key
    Tally.objects.update(expires_at=timezone.now())
    assert cache.get("login:noor@example.org", "gone") == "gone"


def test_of_two_that_add_one_succeeds_until_it_expires() -> None:
    assert [cache.add("lock", True, 10), cache.add("lock", True, 10)] == [True, False]
    Tally.objects.update(expires_at=timezone.now())
    assert cache.add("lock", True, 10)
    assert Tally.objects.count() == 1


def test_what_is_kept_can_be_renewed_deleted_and_cleared() -> None:
    cache.set("a", 1, None)
    cache.set("a", 2, 60)
    assert cache.touch("a", 600)
    assert not cache.touch("b", 600)
    assert cache.get("a") == 2
    assert [cache.delete("a"), cache.delete("a")] == [True, False]
    cache.set("c", 1)
    cache.clear()
    assert not Tally.objects.exists()


def test_tries_are_counted_before_they_are_judged() -> None:
    assert [count_try("door", 2, MINUTE) for _ in range(4)] == [True, True, False, False]
    assert count_try("another door", 2, MINUTE)
    forget_tries("door")
    assert count_try("door", 2, MINUTE)


def test_old_tries_no_longer_count() -> None:
    count_try("door", 1, MINUTE)
    row = Tally.objects.get()
    row.value = [at - 61 for at in row.value]
    row.save()
    assert count_try("door", 1, MINUTE)
