"""Three keys deep: root, practice, client (or person). Only wrapped keys touch the database.

The root key lives in a file of its own, readable by its owner alone, never in the database and never
in a backup. Whoever has the database without it has noise.
"""

import hmac
import os
import secrets
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from samenhang.vault.models import WrappedKey
from samenhang.vault.sealed import seal_bytes, unseal_bytes

KEY_BYTES = 32
_CACHED = 4096


class NoKey(Exception):
    """A key that is not there: the root key file is absent or wrong, or the subject was erased."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True)
class Owner:
    """Whose key: a practice, a client of it, a person who works there, or a person about a client.

    What one person alone may read about a client is sealed under both keys at once, so that it is gone
    when the client is erased, also from backups that still hold the person's key.
    """

    kind: str
    practice: UUID
    subject: UUID
    person: UUID | None = None

    @classmethod
    def of_practice(cls, practice: UUID) -> "Owner":
        return cls("practice", practice, practice)

    @classmethod
    def of_client(cls, practice: UUID, client: UUID) -> "Owner":
        return cls("client", practice, client)

    @classmethod
    def of_person(cls, practice: UUID, person: UUID) -> "Owner":
        return cls("person", practice, person)

    @classmethod
    def private(cls, practice: UUID, client: UUID, person: UUID) -> "Owner":
        return cls("private", practice, client, person)

    @property
    def label(self) -> bytes:
        return f"key|{self.kind}|{self.practice}|{self.subject}".encode()


_root: dict[Path, bytes] = {}
_open: dict[Owner, AESGCM] = {}
_raw: dict[Owner, bytes] = {}
_lock = Lock()


def make_root_key(path: Path) -> bytes:
    """Make the root key file, readable by its owner alone; an existing one is never overwritten."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = secrets.token_bytes(KEY_BYTES)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key.hex().encode())
        file.flush()
        os.fsync(file.fileno())
    return key


def root_key() -> bytes:
    """Give the root key; raise NoKey when its file is absent, unreadable by design, or not a key."""
    path = Path(settings.ROOT_KEY_FILE)
    if path not in _root:
        _root[path] = _read_root(path)
    return _root[path]


def _read_root(path: Path) -> bytes:
    try:
        text = path.read_text("ascii").strip()
        loose = stat.S_IMODE(path.stat().st_mode) & 0o077
    except FileNotFoundError:
        raise NoKey("Het sleutelbestand is er niet. Zet het terug met het herstelblad.") from None
    except (OSError, UnicodeDecodeError):
        raise NoKey("Het sleutelbestand kan niet gelezen worden.") from None
    if loose:
        raise NoKey("Het sleutelbestand is leesbaar voor anderen. Zet de rechten op 0600.")
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise NoKey("Het sleutelbestand bevat geen sleutel van Samenhang.")
    return key


def derived(secret: bytes, purpose: str) -> bytes:
    """A key for one purpose, from another: HMAC-SHA256 as in the expand step of RFC 5869."""
    return hmac.digest(secret, purpose.encode() + b"\x01", sha256)


def make_key(owner: Owner) -> None:
    """Make and keep a wrapped key for a new practice, client or person."""
    key = secrets.token_bytes(KEY_BYTES)
    wrapped = seal_bytes(_above(owner), key, owner.label)
    WrappedKey(subject=owner.subject, kind=owner.kind, practice=owner.practice, wrapped=wrapped).save(
        force_insert=True
    )


def raw_key(owner: Owner) -> bytes:
    """Give the key itself, for deriving others; raise NoKey when it was erased."""
    if owner.person is not None:
        client = raw_key(Owner.of_client(owner.practice, owner.subject))
        return hmac.digest(client, raw_key(Owner.of_person(owner.practice, owner.person)), sha256)
    if owner not in _raw:
        row = WrappedKey.objects.filter(subject=owner.subject, kind=owner.kind).first()
        if row is None:
            raise NoKey(f"Er is geen sleutel meer voor {owner.kind} {owner.subject}.")
        key = unseal_bytes(_above(owner), bytes(row.wrapped), owner.label)
        with _lock:
            if len(_raw) >= _CACHED:
                _raw.clear()
            _raw[owner] = key
    return _raw[owner]


def cipher(owner: Owner) -> AESGCM:
    """Give the cipher of an owner, kept open in this process."""
    found = _open.get(owner)
    if found is None:
        found = AESGCM(raw_key(owner))
        with _lock:
            if len(_open) >= _CACHED:
                _open.clear()
            _open[owner] = found
    return found


def _above(owner: Owner) -> AESGCM:
    if owner.kind == "practice":
        return AESGCM(derived(root_key(), "wrap"))
    return AESGCM(derived(raw_key(Owner.of_practice(owner.practice)), "wrap"))


def forget(subject: UUID | None = None) -> None:
    """Drop open keys from memory: of one subject after an erasure, or all."""
    with _lock:
        for owner in [o for o in {*_open, *_raw} if subject in (None, o.subject, o.person)]:
            _open.pop(owner, None)
            _raw.pop(owner, None)
        if subject is None:
            _root.clear()
