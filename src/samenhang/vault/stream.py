"""A file that is compressed and sealed as it is written: in chunks, in order, with an end of its own.

Header: magic | kind | salt(16) | check(8). Then chunks: length(4) | AES-256-GCM ciphertext and tag. The nonce
is the number of the chunk and whether it is the last, the additional data the header: a chunk that is
changed, moved, left out or added does not open, and neither does a file that was cut (the STREAM
construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
"""

import hmac
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from samenhang.vault.keys import derived, root_key

MAGIC = b"samenhang-backup\x01"
_SALT, _CHECK, _LENGTH = 16, 8, 4
_CHUNK = 1 << 18
_TAG = 16
_LONGEST_LINE = 1 << 26


class BrokenBackup(Exception):
    """A back-up that cannot be used; its text is the one sentence to print."""


_OTHER = "De back-up hoort bij een andere sleutel of is beschadigd; er is niets veranderd."
_CUT = "De back-up is onvolledig of beschadigd; er is niets veranderd."


def _key_and_check(kind: bytes, salt: bytes) -> tuple[AESGCM, bytes]:
    secret = derived(root_key(), f"backup|{kind.decode('latin-1')}|{salt.hex()}")
    return AESGCM(derived(secret, "seal")), derived(secret, "check")[:_CHECK]


def write_lines(path: Path, kind: bytes, lines: Iterable[bytes]) -> None:
    """Write lines to a new file of one kind; on the disk when this returns."""
    salt = os.urandom(_SALT)
    cipher, check = _key_and_check(kind, salt)
    header = MAGIC + kind + salt + check
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(header)
        chunks = _chunks(_compressed(lines))
        number, chunk = 0, next(chunks)
        for following in chunks:
            _write(file, cipher.encrypt(_nonce(number), chunk, header))
            number, chunk = number + 1, following
        _write(file, cipher.encrypt(_nonce(number, last=True), chunk, header))
        file.flush()
        os.fsync(file.fileno())


def _write(file: IO[bytes], sealed: bytes) -> None:
    file.write(len(sealed).to_bytes(_LENGTH) + sealed)


def _nonce(number: int, *, last: bool = False) -> bytes:
    return number.to_bytes(11) + bytes([last])


def _compressed(lines: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(1)
    for line in lines:
        yield packer.compress(line + b"\n")
    yield packer.flush()


def _chunks(parts: Iterable[bytes]) -> Iterator[bytes]:
    held = bytearray()
    for part in parts:
        held += part
        while len(held) > _CHUNK:
            yield bytes(held[:_CHUNK])
            del held[:_CHUNK]
    yield bytes(held)


def read_lines(path: Path, kind: bytes) -> Iterator[bytes]:
    """Read the lines back; raise BrokenBackup, at the latest at the end, when anything is not as written."""
    try:
        with path.open("rb") as file:
            yield from _lines(_opened(file, kind))
    except OSError:
        raise BrokenBackup(f"‘{path.name}’ kan niet gelezen worden.") from None


def _opened(file: IO[bytes], kind: bytes) -> Iterator[bytes]:
    header = file.read(len(MAGIC) + len(kind) + _SALT + _CHECK)
    if not header.startswith(MAGIC):
        raise BrokenBackup("Dit is geen back-up van Samenhang.")
    if header[len(MAGIC) : len(MAGIC) + len(kind)] != kind:
        raise BrokenBackup("Geef eerst het bestand .data en daarna het bestand .keys.")
    cipher, check = _key_and_check(kind, header[-_CHECK - _SALT : -_CHECK])
    if not hmac.compare_digest(check, header[-_CHECK:]):
        raise BrokenBackup(
            "De back-up hoort bij een andere sleutel, of is beschadigd; er is niets veranderd."
        )
    number, sealed = 0, _next(file)
    while sealed:
        following = _next(file)
        try:
            yield cipher.decrypt(_nonce(number, last=not following), sealed, header)
        except InvalidTag:
            raise BrokenBackup(_CUT) from None
        number, sealed = number + 1, following
    if not number:
        raise BrokenBackup(_CUT)


def _next(file: IO[bytes]) -> bytes:
    """The next sealed chunk; nothing at the end of the file."""
    length = file.read(_LENGTH)
    size = int.from_bytes(length)
    if length and not (len(length) == _LENGTH and _TAG <= size <= _CHUNK + _TAG):
        raise BrokenBackup(_CUT)
    sealed = file.read(size)
    if len(sealed) != size:
        raise BrokenBackup(_CUT)
    return sealed


def _lines(parts: Iterable[bytes]) -> Iterator[bytes]:
    unpacker, held = zlib.decompressobj(), b""
    for part in parts:
        *lines, held = (held + unpacker.decompress(part)).split(b"\n")
        if len(held) > _LONGEST_LINE:
            raise BrokenBackup(_CUT)
        yield from lines
    if held or not unpacker.eof:
        raise BrokenBackup(_CUT)
