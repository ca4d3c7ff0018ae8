"""Opens the person's data when the window starts: examines, unlocks or creates, in the background.

Nothing is created or keyed without a keyring or a person's choice: where there is neither, a
signal says what to ask. Any wish may be repeated after a failure.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_slm.storage.data_key import DataKey
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys import (
    InKeyFile,
    InKeyring,
    Keys,
    NewData,
    NewPlace,
    StoredData,
    UnderPassphrase,
)
from desktop_slm.storage.os_keyring import Keyring
from desktop_slm.ui.core import Core, Data
from desktop_slm.ui.operations import Job, Lane

_Outcome = Data | NewData | StoredData


class DataOpening(QObject):
    """Finds the key and opens the database; each wish runs in the storage lane.

    After `opened` the data is in the core as well. One of the four signals answers every wish.
    """

    opened = Signal(object)  # Data
    place_needed = Signal()  # there is no keyring: a passphrase, a key file, or nothing stored
    passphrase_needed = Signal()
    failed = Signal(object)  # DesktopSlmError

    def __init__(self, core: Core, keyring: Keyring) -> None:
        super().__init__(core)
        self._core = core
        self._paths = core.outside.paths
        self._keys = Keys(self._paths.database, self._paths.key_record, keyring)

    @property
    def own_key_file(self) -> Path:
        """Where a key file is made when a person asks for one."""
        return self._paths.data / "desktop-slm.key"

    def begin(self) -> None:
        """Opens what is there, or makes what a keyring can keep."""
        self._run(self._open_or_ask)

    def unlock(self, passphrase: str) -> None:
        """Opens the data that lies under a passphrase."""
        self._run(lambda: self._open(self._keys.unlock(passphrase=passphrase)))

    def unlock_with_file(self, key_file: Path) -> None:
        """Opens the data with a key file, wherever its key was kept before."""
        self._run(lambda: self._open(self._keys.unlock(key_file=key_file)))

    def create_under_passphrase(self, passphrase: str) -> None:
        """Makes new data whose key is kept under a passphrase."""
        self._run(lambda: self._create(UnderPassphrase(passphrase)))

    def create_with_key_file(self) -> None:
        """Makes new data whose key lies in a file that this account alone can read."""
        self._run(lambda: self._create(InKeyFile(self.own_key_file)))

    def store_nothing(self) -> None:
        """Works in memory: all is gone when the window closes."""
        self._run(lambda: Data.of(Database.in_memory()))

    def _open_or_ask(self) -> _Outcome:
        case = self._keys.examine()
        if isinstance(case, StoredData):
            return case if case.needs_passphrase else self._open(self._keys.unlock())
        return self._create(InKeyring(case.keyrings[0])) if case.keyrings else case

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

    def _run(self, open_data: Callable[[], _Outcome]) -> None:
        def work(job: Job) -> _Outcome:
            return open_data()

        self._core.operations.run(
            self,
            work,
            on_success=self._on_outcome,
            on_failure=self.failed.emit,
            lane=Lane.STORAGE,
        )

    def _on_outcome(self, outcome: _Outcome) -> None:
        if isinstance(outcome, Data):
            self._core.set_data(outcome)
            self.opened.emit(outcome)
        elif isinstance(outcome, NewData):
            self.place_needed.emit()
        else:
            self.passphrase_needed.emit()
