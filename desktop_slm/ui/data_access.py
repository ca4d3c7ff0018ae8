"""The ways to a person's data, without Qt: each method blocks and runs in the storage lane.

Imported when the first of them is asked for: storage and its libraries take time to load, and the
window is painted before.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from desktop_slm.paths import Paths
from desktop_slm.storage.backups import restoring
from desktop_slm.storage.database import Database
from desktop_slm.storage.erasure import erasing
from desktop_slm.storage.erasure.retention import erase_old
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.keys.keys import (
    InKeyFile,
    InKeyring,
    Keys,
    NewPlace,
    StoredData,
    UnderPassphrase,
)
from desktop_slm.storage.keys.os_keyring import Keyring, OsKeyring
from desktop_slm.ui.core import Data, now


class Needed(Enum):
    """What only a person can give."""

    PLACE = "place"  # for the key of new data: there is no keyring
    PASSPHRASE = "passphrase"


class DataAccess:
    """Finds the key and opens the database of one data folder."""

    def __init__(self, paths: Paths, keys: Keys, keyring: Keyring | None = None) -> None:
        """Without a `keyring` the system's own is used."""
        self._paths = paths
        self._keys = keys
        self._keyring = keyring
        self._to_restore: Path | None = None

    def open_or_ask(self) -> Data | Needed:
        """Opens what is there, or makes what a keyring can keep."""
        if erasing.was_begun(self._paths):
            erasing.erase_everything(self._paths, self._keyring or OsKeyring())
        case = self._keys.examine()
        if isinstance(case, StoredData):
            return Needed.PASSPHRASE if case.needs_passphrase else self._open(self._keys.unlock())
        return self._create(InKeyring(case.keyrings[0])) if case.keyrings else Needed.PLACE

    def unlock(self, passphrase: str) -> Data:
        """Opens the data that lies under a passphrase."""
        return self._open(self._keys.unlock(passphrase=passphrase))

    def unlock_with_code(self, code: str) -> Data:
        """Opens the data with its recovery code."""
        return self._open(self._keys.unlock(code=code))

    def unlock_locked(self, words: str) -> Data:
        """Opens what the window was locked over: with the passphrase or the recovery code alone."""
        return self._open(self._keys.confirm(words))

    def restore(self, backup: Path) -> Data | Needed:
        """Puts a backup in the place of data that cannot be opened; that is kept aside.

        Where a passphrase is needed for it, it is done once that was given.
        """
        self._to_restore = backup
        return self.open_or_ask()

    def unlock_with_file(self, key_file: Path) -> Data:
        """Opens the data with a key file, wherever its key was kept before."""
        return self._open(self._keys.unlock(key_file=key_file))

    def create_under_passphrase(self, passphrase: str) -> Data:
        """Makes new data whose key is kept under a passphrase."""
        return self._create(UnderPassphrase(passphrase))

    def create_with_key_file(self, key_file: Path) -> Data:
        """Makes new data whose key lies in a file that this account alone can read."""
        return self._create(InKeyFile(key_file))

    def in_memory(self) -> Data:
        """Returns data that is gone when the window closes."""
        return Data.of(Database.in_memory())

    def _create(self, place: NewPlace) -> Data:
        return self._open(self._keys.create(place))

    def _open(self, key: DataKey) -> Data:
        with key:
            if self._to_restore is not None:
                self._restore(self._to_restore, key)
            database = Database.open(self._paths.database, key)
        try:
            self._keys.finish_leaving()
            data = Data.of(database)
            data.conversations.mark_interrupted()
            data.summaries.mark_interrupted()
            erase_old(database, now)
        except BaseException:
            database.close()
            raise
        return data

    def _restore(self, backup: Path, key: DataKey) -> None:
        database = self._paths.database
        self._to_restore = None  # a failure is told, and may be followed by another choice
        restoring.put_in_place(restoring.prepare_with_key(backup, database, key), database, now())
