"""The key to one database, for as short a time in memory as Python allows."""

from __future__ import annotations

import hashlib
import hmac
import secrets

KEY_BYTES = 32
ID_BYTES = 16


class DataKey:
    """The 32 secret bytes and the id of the database they open; leaving a `with` wipes them.

    Copies that Python's strings and SQLite make cannot be wiped: this keeps the key from lying
    about for the whole life of the process, and promises no more.
    """

    def __init__(self, secret: bytearray, database_id: bytes, *, is_verified: bool) -> None:
        self.secret = secret
        self.database_id = database_id
        self.is_verified = is_verified

    @classmethod
    def new(cls) -> DataKey:
        """Draws a key and an id for a new database."""
        secret = bytearray(secrets.token_bytes(KEY_BYTES))
        return cls(secret, secrets.token_bytes(ID_BYTES), is_verified=True)

    def __enter__(self) -> DataKey:
        return self

    def __exit__(self, *_ended: object) -> None:
        self.wipe()

    def wipe(self) -> None:
        """Overwrites the secret bytes."""
        self.secret[:] = bytes(len(self.secret))

    def as_hex(self) -> str:
        """The form that keyrings and key files hold: 64 hexadecimal characters."""
        return self.secret.hex()

    def as_hex_with_id(self) -> str:
        """The form that SQLite takes: the key, then the salt that a new file is to begin with."""
        return self.secret.hex() + self.database_id.hex()

    def check_value(self) -> bytes:
        """Bytes that prove the key without telling it: for the clear record beside the file."""
        message = b"desktop-slm key check 1" + self.database_id
        return hmac.digest(self.secret, message, hashlib.sha256)[:ID_BYTES]


def parse_hex(text: str) -> bytearray | None:
    """Returns the key in 64 hexadecimal characters, or None where it is anything else."""
    text = text.strip()
    try:
        return bytearray.fromhex(text) if len(text) == 2 * KEY_BYTES else None
    except ValueError:
        return None
