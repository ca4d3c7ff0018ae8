"""`key.json`: the small clear file that says where the database's key is kept, never the key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from desktop_slm.errors import DatabaseNewer
from desktop_slm.storage.data_key import ID_BYTES, KEY_BYTES
from desktop_slm.storage.passphrase import Scrypt, WrappedKey
from desktop_slm.storage.private_files import write_private

FORMAT = 1


class KeyPlace(Enum):
    """Where a key can be kept."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"
    KEY_FILE = "key file"


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """What the file says. `check` proves the right key; `place` decides which field is filled."""

    database_id: bytes
    check: bytes
    place: KeyPlace
    keyring: str = ""
    key_file: str = ""
    wrapped: WrappedKey | None = None


def load(path: Path) -> KeyRecord | None:
    """Returns the record, or None where it is not there or not whole.

    Raises DatabaseNewer for the format of a later version.
    """
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if int(stored["format"]) > FORMAT:
            raise DatabaseNewer(found=stored["format"], known=FORMAT)
        return _parse(stored)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save(path: Path, record: KeyRecord) -> None:
    """Replaces the file in one step."""
    text = json.dumps(_compose(record), indent=1) + "\n"
    write_private(path, text.encode("ascii"))


def _compose(record: KeyRecord) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "format": FORMAT,
        "database": record.database_id.hex(),
        "check": record.check.hex(),
        "place": record.place.value,
    }
    if record.place is KeyPlace.KEYRING:
        fields["keyring"] = record.keyring
    if record.place is KeyPlace.KEY_FILE:
        fields["key_file"] = record.key_file
    if record.wrapped is not None:
        cost = record.wrapped.cost
        fields["scrypt"] = {"n": cost.n, "r": cost.r, "p": cost.p}
        for name in ("salt", "wrapped", "seal"):
            fields[name] = getattr(record.wrapped, name).hex()
    return fields


def _parse(stored: Mapping[str, Any]) -> KeyRecord:
    place = KeyPlace(stored["place"])
    return KeyRecord(
        database_id=_bytes(stored, "database", ID_BYTES),
        check=_bytes(stored, "check", ID_BYTES),
        place=place,
        keyring=_text(stored, "keyring") if place is KeyPlace.KEYRING else "",
        key_file=_text(stored, "key_file") if place is KeyPlace.KEY_FILE else "",
        wrapped=_parse_wrapped(stored) if place is KeyPlace.PASSPHRASE else None,
    )


def _parse_wrapped(stored: Mapping[str, Any]) -> WrappedKey:
    cost = Scrypt(**{name: int(stored["scrypt"][name]) for name in ("n", "r", "p")})
    if not cost.is_reasonable():
        raise ValueError("scrypt")
    return WrappedKey(
        cost,
        salt=_bytes(stored, "salt", 16),
        wrapped=_bytes(stored, "wrapped", KEY_BYTES),
        seal=_bytes(stored, "seal", KEY_BYTES),
    )


def _bytes(stored: Mapping[str, Any], name: str, size: int) -> bytes:
    value = bytes.fromhex(stored[name])
    if len(value) != size:
        raise ValueError(name)
    return value


def _text(stored: Mapping[str, Any], name: str) -> str:
    value = stored[name]
    if not isinstance(value, str) or not value:
        raise ValueError(name)
    return value
