"""Opens the person's data when the window starts: examines, unlocks or creates, in the background.

Nothing is created or keyed without a keyring or a person's choice: where there is neither, a
signal says what to ask. Any wish may be repeated after a failure.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_slm.ui.core import Core, Data
from desktop_slm.ui.operations import Job, Lane

if TYPE_CHECKING:
    from desktop_slm.storage.keys.os_keyring import Keyring
    from desktop_slm.ui.data_access import DataAccess, Needed


class DataOpening(QObject):
    """Each wish runs in the storage lane; one of the four signals answers it.

    After `opened` the data is in the core as well.
    """

    opened = Signal(object)  # Data
    place_needed = Signal()  # there is no keyring: a passphrase, a key file, or nothing stored
    passphrase_needed = Signal()
    failed = Signal(object)  # DesktopSlmError

    def __init__(self, core: Core, keyring: Keyring | None = None) -> None:
        """Without a `keyring` the system's own is used."""
        super().__init__(core)
        self._core = core
        core.keyring = keyring

    @property
    def own_key_file(self) -> Path:
        """Where a key file is made when a person asks for one."""
        return self._core.outside.paths.data / "desktop-slm.key"

    def begin(self) -> None:
        """Opens what is there, or makes what a keyring can keep."""
        self._run(lambda access: access.open_or_ask())

    def unlock(self, passphrase: str) -> None:
        """Opens the data that lies under a passphrase."""
        self._run(lambda access: access.unlock(passphrase))

    def unlock_with_code(self, code: str) -> None:
        """Opens the data with its recovery code, wherever its key was kept."""
        self._run(lambda access: access.unlock_with_code(code))

    def restore(self, backup: Path) -> None:
        """Puts a backup in the place of data that cannot be opened, then opens it."""
        self._run(lambda access: access.restore(backup))

    def take(self, data: Data) -> None:
        """Goes on with data that the lock has opened."""
        self._on_outcome(data)

    def unlock_with_file(self, key_file: Path) -> None:
        """Opens the data with a key file, wherever its key was kept before."""
        self._run(lambda access: access.unlock_with_file(key_file))

    def create_under_passphrase(self, passphrase: str) -> None:
        """Makes new data whose key is kept under a passphrase."""
        self._run(lambda access: access.create_under_passphrase(passphrase))

    def create_with_key_file(self) -> None:
        """Makes new data whose key lies in a file that this account alone can read."""
        self._run(lambda access: access.create_with_key_file(self.own_key_file))

    def store_nothing(self) -> None:
        """Works in memory: all is gone when the window closes."""
        self._run(lambda access: access.in_memory())

    @cached_property
    def _access(self) -> DataAccess:
        """The way to the data; made in the storage lane, where importing it holds nobody up."""
        from desktop_slm.ui.data_access import DataAccess

        return DataAccess(self._core.outside.paths, self._core.keys, self._core.keyring)

    def _run(self, wish: Callable[[DataAccess], Data | Needed]) -> None:
        def work(job: Job) -> Data | Needed:
            return wish(self._access)

        self._core.operations.run(
            self,
            work,
            on_success=self._on_outcome,
            on_failure=self.failed.emit,
            lane=Lane.STORAGE,
        )

    def _on_outcome(self, outcome: Data | Needed) -> None:
        from desktop_slm.ui.data_access import Needed

        if isinstance(outcome, Data):
            self._core.set_data(outcome)
            self.opened.emit(outcome)
        elif outcome is Needed.PLACE:
            self.place_needed.emit()
        else:
            self.passphrase_needed.emit()
