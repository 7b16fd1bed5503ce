"""Gathers the tables of every floor for Django; the one exception to the floors."""

from samenhang.dossier.models import Draft, Encounter, Sheet
from samenhang.experiments.models import CheckIn, DiaryItem, MicroAction, Pause
from samenhang.practice.models import (
    Account,
    Client,
    Consent,
    Device,
    OneTimeLink,
    Practice,
    PracticeRole,
    Practitioner,
    Substitution,
)
from samenhang.vault.models import AuditLine, Tombstone, WrappedKey

__all__ = [
    "Account",
    "AuditLine",
    "CheckIn",
    "Client",
    "Consent",
    "Device",
    "DiaryItem",
    "Draft",
    "Encounter",
    "MicroAction",
    "OneTimeLink",
    "Pause",
    "Practice",
    "PracticeRole",
    "Practitioner",
    "Sheet",
    "Substitution",
    "Tombstone",
    "WrappedKey",
]
