"""Encounters, sheets and the drafts they grow from."""

from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone

from samenhang.practice.models import OfClient, Practitioner
from samenhang.vault.keys import Owner
from samenhang.vault.models import fresh_id


class Encounter(OfClient):
    """A gesprek: planned, begun, ended."""

    id = models.UUIDField(primary_key=True, default=fresh_id, editable=False)
    coach = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["practice", "planned_at"], name="encounter_planned")]


class Sheet(OfClient):
    """One version of a filled-in tool. Never overwritten: an edit is a new row that supersedes this one."""

    id = models.UUIDField(primary_key=True, default=fresh_id, editable=False)
    lineage = models.UUIDField(default=fresh_id)
    supersedes = models.OneToOneField("self", null=True, on_delete=models.CASCADE, related_name="+")
    tool = models.CharField(max_length=24)
    audience = models.CharField(max_length=20)
    author = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey(Encounter, null=True, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    kept_at = models.DateTimeField(default=timezone.now)
    sealed_private = models.BinaryField(default=bytes)

    class Meta:
        indexes = [models.Index(fields=["client", "tool", "kept_at"], name="sheet_of_client")]

    def _author_key(self) -> Owner:
        client_id: UUID = self.client_id
        return Owner.private(self.practice_id, client_id, self.author_id)

    def seal_private(self, document: Any) -> None:
        """Put in what is the author's alone, under the author's own key."""
        self.sealed_private = self._seal(self._author_key(), document, "private")

    def unseal_private(self) -> Any:
        return self._unseal(self._author_key(), self.sealed_private, "private")


class Draft(OfClient):
    """What is being typed: one per person, client, tool and encounter, sealed like everything else."""

    id = models.UUIDField(primary_key=True, default=fresh_id, editable=False)
    author = models.ForeignKey(Practitioner, on_delete=models.CASCADE, related_name="+")
    encounter = models.ForeignKey(Encounter, null=True, on_delete=models.CASCADE, related_name="+")
    tool = models.CharField(max_length=24)
    base = models.ForeignKey(Sheet, null=True, on_delete=models.CASCADE, related_name="+")
    revision = models.PositiveIntegerField(default=0)
    typed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["author", "client", "tool", "encounter"], name="one_draft"),
            models.UniqueConstraint(
                fields=["author", "client", "tool"],
                condition=models.Q(encounter=None),
                name="one_loose_draft",
            ),
        ]

    @property
    def owner(self) -> Owner:
        """A draft may hold what is the author's alone: all of it is under the author's own key."""
        client_id: UUID = self.client_id
        return Owner.private(self.practice_id, client_id, self.author_id)
