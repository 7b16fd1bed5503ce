"""What lives between sessions: micro-actions, the diary, check-ins, pauses."""

from django.db import models
from django.utils import timezone

from samenhang.practice.models import Client, OfClient, Practice
from samenhang.vault.keys import Owner
from samenhang.vault.models import fresh_id
from samenhang.vault.sealed import place_of


class MicroAction(OfClient):
    """One micro-action with its whole life, in one sealed document."""

    id = models.UUIDField(primary_key=True, default=fresh_id, editable=False)
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)


class DiaryItem(OfClient):
    """One question of the diary."""

    id = models.UUIDField(primary_key=True, default=fresh_id, editable=False)
    position = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)


class CheckIn(OfClient):
    """One filled-in diary day. `id` was made where it was filled in; the database keeps it single.

    Rows are found by client, and by client and id: an index more would be written at every check-in.
    """

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="+", db_index=False)
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+", db_index=False)
    row = models.BigAutoField(primary_key=True)
    id = models.UUIDField()
    day = models.DateField()
    at = models.DateTimeField()
    received_at = models.DateTimeField(default=timezone.now)
    channel = models.CharField(max_length=8)
    flag = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["client", "id"], name="one_check_in")]
        indexes = [models.Index(fields=["client", "day"], name="check_in_day")]

    def _place(self, owner: Owner, field: str) -> bytes:
        """Named by the id it was born with: the row number comes later."""
        return place_of("checkin", owner, self.id, field, self.SCHEMA)


class Experiment(OfClient):
    """What was agreed to find out, locked, in one sealed document; with what was decided at its end."""

    id = models.UUIDField(primary_key=True, default=fresh_id, editable=False)
    made_at = models.DateTimeField(default=timezone.now)


class Pause(OfClient):
    """A time in which nothing is asked."""

    id = models.UUIDField(primary_key=True, default=fresh_id, editable=False)
    began = models.DateField()
    ended = models.DateField(null=True)
