"""Who: practices, the people who work there, their clients, consents, devices and one-time links."""

from typing import Any, ClassVar
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

from samenhang.vault.keys import Owner
from samenhang.vault.models import fresh_id
from samenhang.vault.scope import Scoped, ScopedManager
from samenhang.vault.sealed import SealedRecord


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None) -> "Account":
        account = self.model(email=self.normalize_email(email).lower())
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """How a person signs in. The e-mail address stands in clear; it is not health data."""

    id = models.UUIDField(primary_key=True, default=fresh_id, editable=False)
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now)

    objects: ClassVar[AccountManager] = AccountManager()
    USERNAME_FIELD = "email"


class RetentionProfile(models.TextChoices):
    """How long what is kept, by what the practice is."""

    COACH = "coach", "Coach"
    CARE_BE = "care_be", "Zorgverlener in België"
    CARE_NL = "care_nl", "Zorgverlener in Nederland"


class Practice(SealedRecord):
    """A practice: its name and its own texts are sealed under its own key."""

    id = models.UUIDField(primary_key=True, default=fresh_id, editable=False)
    country = models.CharField(max_length=2, choices=[("BE", "België"), ("NL", "Nederland")])
    retention = models.CharField(
        max_length=8, choices=RetentionProfile.choices, default=RetentionProfile.COACH
    )
    zone = models.CharField(max_length=40, default="Europe/Brussels")
    started_at = models.DateTimeField(default=timezone.now)
    recovery_checked_at = models.DateTimeField(null=True)

    objects: Any = ScopedManager()

    @property
    def owner(self) -> Owner:
        return Owner.of_practice(self.pk)


class Role(models.TextChoices):
    OWNER = "owner", "praktijkhouder"
    COACH = "coach", "coach"
    SUBSTITUTE = "substitute", "vervanger"
    SECRETARY = "secretary", "secretariaat"
    PEER = "peer", "intervisiegenoot"


class Practitioner(Scoped, SealedRecord):
    """Someone who works in a practice. The name is sealed under the practice's key."""

    id = models.UUIDField(primary_key=True, default=fresh_id, editable=False)
    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="practitioner")
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True)

    @property
    def owner(self) -> Owner:
        return Owner.of_practice(self.practice_id)

    @property
    def own_key(self) -> Owner:
        """Whose key seals what is this person's alone."""
        return Owner.of_person(self.practice_id, self.pk)


class PracticeRole(Scoped):
    """That someone holds a role: since when, given by whom, until when."""

    practitioner = models.ForeignKey(Practitioner, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=10, choices=Role.choices)
    given_at = models.DateTimeField(default=timezone.now)
    given_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practitioner", "role"],
                condition=models.Q(ended_at=None),
                name="one_open_role",
            )
        ]


class Client(Scoped, SealedRecord):
    """A client: who it is stands sealed under the client's own key, and so does the summary for lists."""

    id = models.UUIDField(primary_key=True, default=fresh_id, editable=False)
    coach = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    came_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True)
    summary = models.BinaryField(default=bytes)

    @property
    def owner(self) -> Owner:
        return Owner.of_client(self.practice_id, self.pk)

    def seal_summary(self, document: Any) -> None:
        self.summary = self._seal(self.owner, document, "summary")

    def unseal_summary(self) -> Any:
        return self._unseal(self.owner, self.summary, "summary") if self.summary else {}


class OfClient(Scoped, SealedRecord):
    """A row about one client, sealed under that client's key."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    @property
    def owner(self) -> Owner:
        client_id: UUID = self.client_id
        return Owner.of_client(self.practice_id, client_id)


class Substitution(Scoped):
    """That a colleague stands in for a coach, from one day to another, and that clients were told."""

    coach = models.ForeignKey(Practitioner, on_delete=models.CASCADE, related_name="+")
    substitute = models.ForeignKey(Practitioner, on_delete=models.CASCADE, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    arranged_at = models.DateTimeField(default=timezone.now)
    clients_told_at = models.DateTimeField(null=True)


class Purpose(models.TextChoices):
    """What a client can agree to, each apart from the others."""

    RECORD = "record", "een dossier bijhouden"
    DIARY = "diary", "een dagboek via de telefoon"
    ANALYSIS = "analysis", "het dagboek laten doorrekenen"
    PEER_REVIEW = "peer_review", "onherkenbaar bespreken in intervisie"
    REFERRAL = "referral", "een brief bij doorverwijzing"


class Consent(OfClient):
    """One answer to one purpose in one wording. Withdrawing is as easy as giving."""

    id = models.UUIDField(primary_key=True, default=fresh_id, editable=False)
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    wording = models.PositiveSmallIntegerField()
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "purpose"],
                condition=models.Q(withdrawn_at=None),
                name="one_open_consent",
            )
        ]


class Device(OfClient):
    """A phone that may submit check-ins for one client. Only a hash of its token is kept."""

    id = models.UUIDField(primary_key=True, default=fresh_id, editable=False)
    token_hash = models.BinaryField(unique=True, max_length=32)
    joined_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True)


class OneTimeLink(Scoped):
    """A link that works once and not for long: to sign in (demo), to join as a colleague, for a phone."""

    class Kind(models.TextChoices):
        SIGN_IN = "sign_in"
        INVITE = "invite"
        PHONE = "phone"

    id = models.UUIDField(primary_key=True, default=fresh_id, editable=False)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    subject = models.UUIDField()
    role = models.CharField(max_length=10, choices=Role.choices, blank=True)
    token_hash = models.BinaryField(unique=True, max_length=32)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
