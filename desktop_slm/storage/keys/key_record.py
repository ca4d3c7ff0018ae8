"""`key.json`: the small clear file that says where the database's key is kept, never the key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from desktop_slm.errors import DatabaseNewer
from desktop_slm.storage.keys.data_key import ID_BYTES, KEY_BYTES
from desktop_slm.storage.keys.passphrase import Scrypt, WrappedKey
from desktop_slm.storage.private_files import write_private

FORMAT = 1


class KeyPlace(Enum):
    """Where a key can be kept."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"
    KEY_FILE = "key file"


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """What the file says. `check` proves the right key; `place` is where it is looked for first.

    `wrapped` is the key under a passphrase: what opens the data where that is its place, and else
    what unlocks a locked window. `recovery` is the key under the recovery code. `leaving` names a
    keyring, or a file beside the data, from which the key still has to be taken out.
    """

    database_id: bytes
    check: bytes
    place: KeyPlace
    keyring: str = ""
    key_file: str = ""
    wrapped: WrappedKey | None = None
    recovery: WrappedKey | None = None
    leaving: str = ""


def load(path: Path) -> KeyRecord | None:
    """Returns the record, or None where it is not there or not whole.

    Raises DatabaseNewer for the format of a later version.
    """
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def parse(text: str) -> KeyRecord | None:
    """Returns the record in this text, as `load` does."""
    try:
        stored = json.loads(text)
        if int(stored["format"]) > FORMAT:
            raise DatabaseNewer(found=stored["format"], known=FORMAT)
        return _parse(stored)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def save(path: Path, record: KeyRecord) -> None:
    """Replaces the file in one step."""
    write_private(path, compose(record).encode("ascii"))


def compose(record: KeyRecord) -> str:
    """Returns the text of the file."""
    return json.dumps(_compose(record), indent=1) + "\n"


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
        fields |= _compose_wrapped(record.wrapped)
    if record.leaving:
        fields["leaving"] = record.leaving
    if record.recovery is not None:
        fields["recovery"] = _compose_wrapped(record.recovery)
    return fields


def _compose_wrapped(wrapped: WrappedKey) -> dict[str, Any]:
    cost = wrapped.cost
    return {
        "scrypt": {"n": cost.n, "r": cost.r, "p": cost.p},
        **{name: getattr(wrapped, name).hex() for name in ("salt", "wrapped", "seal")},
    }


def _parse(stored: Mapping[str, Any]) -> KeyRecord:
    place = KeyPlace(stored["place"])
    is_wrapped = place is KeyPlace.PASSPHRASE or "wrapped" in stored
    return KeyRecord(
        database_id=_bytes(stored, "database", ID_BYTES),
        check=_bytes(stored, "check", ID_BYTES),
        place=place,
        keyring=_text(stored, "keyring") if place is KeyPlace.KEYRING else "",
        key_file=_text(stored, "key_file") if place is KeyPlace.KEY_FILE else "",
        wrapped=_parse_wrapped(stored) if is_wrapped else None,
        recovery=_parse_wrapped(stored["recovery"]) if "recovery" in stored else None,
        leaving=_text(stored, "leaving") if "leaving" in stored else "",
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
