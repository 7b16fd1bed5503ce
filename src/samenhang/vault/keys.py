"""Three keys deep: root, practice, client (or person). Only wrapped keys touch the database.

The root key lives in a file of its own, readable by its owner alone, never in the database and never
in a backup. Whoever has the database without it has noise.
"""

import hmac
import os
import secrets
import stat
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import monotonic
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from samenhang.environment import WrongConfiguration
from samenhang.vault.models import Tombstone, WrappedKey
from samenhang.vault.sealed import Tampered, seal_bytes, unseal_bytes

KEY_BYTES = 32
KEPT_OPEN = 300.0
_CACHED = 4096
_LONGEST_FILE = 1024


class NoKey(Exception):
    """A key that is not there: the root key file is absent or wrong, or the subject was erased."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class NoRootKey(NoKey, WrongConfiguration):
    """A root key file that is absent, loose, broken, or of other data; it stops a start."""


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

    def __hash__(self) -> int:
        """Keys are looked up a dozen times for one page."""
        return hash(self.subject.int)

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


@dataclass(frozen=True)
class _Opened:
    """A key open in this process, and until when: what was erased elsewhere is forgotten here too."""

    raw: bytes
    cipher: AESGCM
    until: float


_root: dict[Path, bytes] = {}
_open: dict[Owner, _Opened] = {}
_lock = Lock()
_listeners: list[Callable[[], None]] = []


def make_root_key(path: Path) -> bytes:
    """Make the root key file, readable by its owner alone; an existing one is never overwritten."""
    key = secrets.token_bytes(KEY_BYTES)
    keep_root_key(path, key)
    return key


def keep_root_key(path: Path, key: bytes) -> None:
    """Put a root key in its file; the file and its name are on the disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key.hex().encode())
        file.flush()
        os.fsync(file.fileno())
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def root_key() -> bytes:
    """Give the root key; raise NoRootKey when its file is absent, loose, unreadable, or not a key."""
    path = Path(settings.ROOT_KEY_FILE)
    found = _root.get(path)
    if found is None:
        found = _root[path] = _read_root(path)
    return found


def _read_root(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            text = file.read(_LONGEST_FILE)
    except FileNotFoundError:
        raise NoRootKey("Het sleutelbestand is er niet. Zet het terug met het herstelblad.") from None
    except OSError:
        raise NoRootKey("Het sleutelbestand kan niet gelezen worden.") from None
    if mode & loose_bits(path):
        raise NoRootKey("Het sleutelbestand is leesbaar voor anderen. Zet de rechten op 0600.")
    try:
        key = bytes.fromhex(text.decode("ascii").strip())
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise NoRootKey("Het sleutelbestand bevat geen sleutel van Samenhang.")
    return key


def loose_bits(path: Path) -> int:
    """The rights nobody else may have; systemd shows its access list for the service as group-read."""
    credentials = os.environ.get("CREDENTIALS_DIRECTORY")
    granted = credentials and Path(credentials).resolve() == path.resolve().parent
    return 0o037 if granted else 0o077


def derived(secret: bytes, purpose: str) -> bytes:
    """A key for one purpose, from another: HMAC-SHA256 as in the expand step of RFC 5869."""
    return hmac.digest(secret, purpose.encode() + b"\x01", sha256)


def make_key(owner: Owner) -> None:
    """Make and keep a wrapped key for a new practice, client or person; who was erased gets none again.

    One subject, one key, ever: another process that still has the old one open seals nothing with it.
    """
    if Tombstone.objects.filter(subject=owner.subject).exists():
        raise NoKey(f"{owner.kind} {owner.subject} is gewist; geef een nieuw nummer.")
    forget(owner.subject)
    key = secrets.token_bytes(KEY_BYTES)
    wrapped = seal_bytes(_above(owner), key, owner.label)
    WrappedKey(subject=owner.subject, kind=owner.kind, practice=owner.practice, wrapped=wrapped).save(
        force_insert=True
    )


def raw_key(owner: Owner) -> bytes:
    """Give the key itself, for deriving others; raise NoKey when it was erased."""
    return _opened(owner).raw


def cipher(owner: Owner) -> AESGCM:
    """Give the cipher of an owner, kept open in this process for a while."""
    return _opened(owner).cipher


def _opened(owner: Owner) -> _Opened:
    found = _open.get(owner)
    if found is None or found.until <= monotonic():
        raw = _unwrapped(owner) if owner.person is None else _private(owner, owner.person)
        found = _Opened(raw, AESGCM(raw), monotonic() + KEPT_OPEN)
        with _lock:
            if len(_open) >= _CACHED:
                _open.clear()
            _open[owner] = found
    return found


def _unwrapped(owner: Owner) -> bytes:
    row = WrappedKey.objects.filter(subject=owner.subject, kind=owner.kind).first()
    if row is None:
        raise NoKey(f"Er is geen sleutel meer voor {owner.kind} {owner.subject}.")
    try:
        return unseal_bytes(_above(owner), bytes(row.wrapped), owner.label)
    except Tampered:
        if owner.kind != "practice":
            raise
        raise NoRootKey(
            "Het sleutelbestand hoort niet bij deze gegevens. Zet de juiste sleutel terug."
        ) from None


def _private(owner: Owner, person: UUID) -> bytes:
    client = raw_key(Owner.of_client(owner.practice, owner.subject))
    return hmac.digest(client, raw_key(Owner.of_person(owner.practice, person)), sha256)


def _above(owner: Owner) -> AESGCM:
    if owner.kind == "practice":
        return AESGCM(derived(root_key(), "wrap"))
    return AESGCM(derived(raw_key(Owner.of_practice(owner.practice)), "wrap"))


def forget(subject: UUID | None = None) -> None:
    """Drop open keys from memory: of one client, person or whole practice, or all."""
    with _lock:
        for owner in [o for o in _open if subject in (None, o.subject, o.person, o.practice)]:
            del _open[owner]
        if subject is None:
            _root.clear()
    for forget_too in _listeners:
        forget_too()


def when_forgotten(forget_too: Callable[[], None]) -> None:
    """Have what was opened with a key dropped from memory with it."""
    _listeners.append(forget_too)
