"""The ways to a person's data, without Qt: each method blocks and runs in the storage lane.

Imported when the first of them is asked for: storage and its libraries take time to load, and the
window is painted before.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from desktop_slm.paths import Paths
from desktop_slm.storage.data_key import DataKey
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys import (
    InKeyFile,
    InKeyring,
    Keys,
    NewPlace,
    StoredData,
    UnderPassphrase,
)
from desktop_slm.storage.os_keyring import Keyring, OsKeyring
from desktop_slm.ui.core import Data


class Needed(Enum):
    """What only a person can give."""

    PLACE = "place"  # for the key of new data: there is no keyring
    PASSPHRASE = "passphrase"


class DataAccess:
    """Finds the key and opens the database of one data folder."""

    def __init__(self, paths: Paths, keyring: Keyring | None) -> None:
        """Without a `keyring` the system's own is used."""
        self._paths = paths
        self._keys = Keys(paths.database, paths.key_record, keyring or OsKeyring())

    def open_or_ask(self) -> Data | Needed:
        """Opens what is there, or makes what a keyring can keep."""
        case = self._keys.examine()
        if isinstance(case, StoredData):
            return Needed.PASSPHRASE if case.needs_passphrase else self._open(self._keys.unlock())
        return self._create(InKeyring(case.keyrings[0])) if case.keyrings else Needed.PLACE

    def unlock(self, passphrase: str) -> Data:
        """Opens the data that lies under a passphrase."""
        return self._open(self._keys.unlock(passphrase=passphrase))

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
            database = Database.open(self._paths.database, key)
        try:
            data = Data.of(database)
            data.conversations.mark_interrupted()
            data.summaries.mark_interrupted()
        except BaseException:
            database.close()
            raise
        return data
