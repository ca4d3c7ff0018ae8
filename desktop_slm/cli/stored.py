"""What the verbs about backups work with: the data that is there, opened and never made anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop_slm.cli.parser import Arguments
from desktop_slm.cli.session import unlock
from desktop_slm.errors import DataInUse, NothingStored, PassphraseNeeded
from desktop_slm.paths import Paths
from desktop_slm.storage.backups.backups import Backup
from desktop_slm.storage.database import Database
from desktop_slm.storage.instance import WindowInstance
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.keys.keys import Keys, NewData
from desktop_slm.storage.keys.os_keyring import OsKeyring


def keys_of(found: Paths) -> Keys:
    """Returns what finds the key of this folder's data."""
    return Keys(found.database, found.key_record, OsKeyring())


def unlock_stored(found: Paths, arguments: Arguments) -> DataKey:
    """Returns the key of the data that is there. Raises NothingStored and PassphraseNeeded."""
    keys = keys_of(found)
    case = keys.examine()
    if isinstance(case, NewData):
        raise NothingStored(path=found.data)
    key = unlock(keys, case, Path(arguments.key_file) if arguments.key_file else None)
    if key is None:
        raise PassphraseNeeded
    return key


def open_stored(found: Paths, arguments: Arguments) -> Database:
    """Opens the data that is there."""
    with unlock_stored(found, arguments) as key:
        return Database.open(found.database, key)


def refuse_window(found: Paths) -> None:
    """Raises DataInUse while a window is open on this folder."""
    if WindowInstance(found.data).is_taken():
        raise DataInUse


def described(backup: Backup) -> dict[str, Any]:
    """Returns a backup as a JSON value."""
    return {
        "file": str(backup.path),
        "kind": backup.kind.value,
        "made": backup.made.isoformat(),
        "size_bytes": backup.size_bytes,
    }
