"""A random key kept under a passphrase, so that a new passphrase means one small file only.

scrypt (RFC 7914) makes 64 bytes of passphrase and salt: 32 hide the key by XOR, which is a one-time
pad because every wrapping draws a new salt; 32 seal all that is written, so that a wrong
passphrase is known before the database is touched.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass, replace

from desktop_slm.errors import EmptyPassphrase, WrongKey
from desktop_slm.storage.keys.data_key import KEY_BYTES

_SALT_BYTES = 16
_MOST_MEMORY_BYTES = 1 << 30  # a record that asks for more is not one of ours


@dataclass(frozen=True, slots=True)
class Scrypt:
    """The cost of one try: the defaults take 128 MB and 0.4 s on a 2020 laptop (OWASP, 2023)."""

    n: int = 1 << 17
    r: int = 8
    p: int = 1

    @property
    def memory_bytes(self) -> int:
        """What scrypt needs, with room for OpenSSL's own count."""
        return 128 * self.r * (self.n + self.p + 2)

    def is_reasonable(self) -> bool:
        """Whether these are numbers that this app could have written."""
        is_power = self.n > 1 and self.n & (self.n - 1) == 0
        in_range = 1 <= self.r <= 64 and 1 <= self.p <= 16
        return is_power and in_range and self.memory_bytes <= _MOST_MEMORY_BYTES


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """The key under a passphrase, as the clear record holds it."""

    cost: Scrypt
    salt: bytes
    wrapped: bytes
    seal: bytes


def wrap(secret: bytearray, passphrase: str, context: bytes, cost: Scrypt) -> WrappedKey:
    """Puts the key under the passphrase; `context` is sealed with it. Takes about 0.4 s."""
    unsealed = WrappedKey(cost, secrets.token_bytes(_SALT_BYTES), b"", b"")
    pad = _stretch(passphrase, unsealed)
    unsealed = replace(unsealed, wrapped=bytes(_xor(secret, pad)))
    return replace(unsealed, seal=_seal(unsealed, pad, context))


def unwrap(wrapped: WrappedKey, passphrase: str, context: bytes) -> bytearray:
    """Returns the key. Raises WrongKey where passphrase, context or record is another one."""
    pad = _stretch(passphrase, wrapped)
    if not hmac.compare_digest(_seal(wrapped, pad, context), wrapped.seal):
        raise WrongKey
    return _xor(wrapped.wrapped, pad)


def _stretch(passphrase: str, wrapped: WrappedKey) -> bytes:
    if not passphrase:
        raise EmptyPassphrase
    # Keyboards and systems write é in one character or two: NFC makes them one (RFC 8265).
    text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    cost = wrapped.cost
    return hashlib.scrypt(
        text,
        salt=wrapped.salt,
        n=cost.n,
        r=cost.r,
        p=cost.p,
        maxmem=cost.memory_bytes + (1 << 20),
        dklen=2 * KEY_BYTES,
    )


def _seal(wrapped: WrappedKey, pad: bytes, context: bytes) -> bytes:
    cost = wrapped.cost
    numbers = f"desktop-slm key 1 {cost.n} {cost.r} {cost.p} {len(context)} ".encode()
    message = numbers + context + wrapped.salt + wrapped.wrapped
    return hmac.digest(pad[KEY_BYTES:], message, hashlib.sha256)


def _xor(data: bytes | bytearray, pad: bytes) -> bytearray:
    return bytearray(a ^ b for a, b in zip(data, pad[:KEY_BYTES], strict=True))
