"""Short secrets that belong to the house itself (TOTP secrets), and the hashes of one-time tokens."""

import base64
import secrets
from hashlib import sha256

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from samenhang.vault.keys import derived, root_key
from samenhang.vault.sealed import seal_bytes, unseal_bytes

TOKEN_BYTES = 16
_PLACE = b"secret"


def seal_secret(text: str) -> str:
    """Seal a short text under a key derived from the root key."""
    cipher = AESGCM(derived(root_key(), "secret"))
    return base64.urlsafe_b64encode(seal_bytes(cipher, text.encode(), _PLACE)).decode()


def unseal_secret(sealed: str) -> str:
    """Open a short text; raise Tampered or NoKey."""
    cipher = AESGCM(derived(root_key(), "secret"))
    return unseal_bytes(cipher, base64.urlsafe_b64decode(sealed), _PLACE).decode()


def new_token() -> str:
    """A token of 128 random bits, fit for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> bytes:
    """What is kept of a token: it has 128 bits, so a plain hash is enough."""
    return sha256(token.encode()).digest()
