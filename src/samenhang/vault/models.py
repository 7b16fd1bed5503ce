"""The tables of the vault: wrapped keys, tombstones, the audit chain."""

import uuid

from django.db import models


class WrappedKey(models.Model):
    """A key, sealed under the key above it: practice under root, client and person under practice."""

    KINDS = [("practice", "practice"), ("client", "client"), ("person", "person")]

    subject = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=8, choices=KINDS)
    practice = models.UUIDField(db_index=True)
    wrapped = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)


class Tombstone(models.Model):
    """That someone was erased, and when; replayed after every restore."""

    subject = models.UUIDField(primary_key=True)
    practice = models.UUIDField()
    erased_at = models.DateTimeField()


class AuditLine(models.Model):
    """One read or write: who, when, on what. No content; each line carries the MAC of the one before."""

    id = models.BigAutoField(primary_key=True)
    practice = models.UUIDField()
    seq = models.BigIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=64)
    on_behalf_of = models.CharField(max_length=64, blank=True)
    role = models.CharField(max_length=16)
    action = models.CharField(max_length=48)
    object_id = models.CharField(max_length=64)
    subject = models.UUIDField(null=True)
    digest = models.BinaryField()
    previous = models.BinaryField()
    mac = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "seq"], name="audit_seq")]
        indexes = [models.Index(fields=["subject", "id"], name="audit_subject")]


def fresh_id() -> uuid.UUID:
    """A random id: it says nothing about whom or when."""
    return uuid.uuid4()
