"""One record, one sealed blob: version(1) | nonce(12) | AES-256-GCM ciphertext and tag.

The additional data names the place of a blob (model, practice, client, id, schema, field), so one that
is moved to another row, client or practice does not open. AES-GCM as in NIST SP 800-38D, with random
96-bit nonces: one client's key seals far fewer than the 2^32 messages that bound allows.
"""

import json
import os
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import models

if TYPE_CHECKING:
    from samenhang.vault.keys import Owner

FORMAT = b"\x01"
_NONCE = 12
_SMALLEST = 1 + _NONCE + 16


class Tampered(Exception):
    """A blob that does not open where it stands: changed, moved, or of an unknown format."""


def seal_bytes(cipher: AESGCM, plain: bytes, place: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return FORMAT + nonce + cipher.encrypt(nonce, plain, place)


def unseal_bytes(cipher: AESGCM, blob: bytes, place: bytes) -> bytes:
    """Open a blob; raise Tampered when it was changed, moved or is of an unknown format."""
    if len(blob) < _SMALLEST or blob[:1] != FORMAT:
        raise Tampered
    try:
        return cipher.decrypt(blob[1 : 1 + _NONCE], blob[1 + _NONCE :], place)
    except InvalidTag:
        raise Tampered from None


def encode(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def place_of(model: str, owner: "Owner", pk: object, field: str = "sealed", schema: int = 1) -> bytes:
    """The additional data of a record's blob."""
    client = owner.subject if owner.kind in ("client", "private") else "-"
    return f"{model}|{owner.practice}|{client}|{pk}|{schema}|{field}".encode()


class SealedRecord(models.Model):
    """A row whose content is one sealed document. Each kind says whose key seals it."""

    SCHEMA = 1
    sealed = models.BinaryField()

    class Meta:
        abstract = True

    @property
    def owner(self) -> "Owner":
        raise NotImplementedError

    def seal(self, document: Any) -> None:
        """Put a document in, sealed for this very row; saving is the caller's."""
        self.sealed = self._seal(self.owner, document, "sealed")

    def unseal(self) -> Any:
        """Take the document out; raise Tampered or NoKey."""
        return self._unseal(self.owner, self.sealed, "sealed")

    def _seal(self, owner: "Owner", document: Any, field: str) -> bytes:
        return seal_bytes(_cipher(owner), encode(document), self._place(owner, field))

    def _unseal(self, owner: "Owner", blob: bytes | memoryview, field: str) -> Any:
        return json.loads(unseal_bytes(_cipher(owner), bytes(blob), self._place(owner, field)))

    def _place(self, owner: "Owner", field: str) -> bytes:
        return place_of(self._meta.model_name or "", owner, self.pk, field, self.SCHEMA)


def _cipher(owner: "Owner") -> AESGCM:
    from samenhang.vault.keys import cipher

    return cipher(owner)
