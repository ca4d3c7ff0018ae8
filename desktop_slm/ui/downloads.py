"""The window's side of downloads and searches: asks in the background, tells on the Qt thread.

Made by the core when it is first asked for. Nothing here asks the person; see `ui/network.py`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_slm.models.access import Access
from desktop_slm.models.connections import ConnectionLog
from desktop_slm.models.download_list import DownloadList, State
from desktop_slm.models.downloading import Downloader
from desktop_slm.models.downloads import Download, Downloads
from desktop_slm.models.fetching import FetchChildren
from desktop_slm.models.order import PATIENCE, Patience
from desktop_slm.models.remote import Hub
from desktop_slm.models.wanted import Wanted

if TYPE_CHECKING:
    from desktop_slm.paths import Paths
    from desktop_slm.settings import Settings
    from desktop_slm.storage.access_token import AccessToken
    from desktop_slm.storage.keys.os_keyring import Keyring
    from desktop_slm.ui.operations import Operations
    from desktop_slm.workers.process import Spawner


@dataclass(frozen=True, slots=True)
class Parts:
    """What the queue works with; without a keyring it is the system's own."""

    paths: Paths
    connections: ConnectionLog
    spawner: Spawner
    operations: Operations
    settings: Callable[[], Settings]
    keyring: Keyring | None = None
    patience: Patience = PATIENCE


class DownloadQueue(QObject):
    """The queue as the window sees it; `entries` is what was told last."""

    changed = Signal(object)  # tuple[Download, ...]
    model_arrived = Signal(object)  # InstalledModel
    failed = Signal(object)  # DesktopSlmError: the queue itself, not one download
    _told = Signal(object)

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._lock = threading.Lock()
        self._downloads: Downloads | None = None
        self._token: AccessToken | None = None
        self.entries: tuple[Download, ...] = ()
        self.fetching = FetchChildren(parts.spawner, parts.connections)
        self.access = Access(
            lambda: self.token().read(), lambda: self._parts.settings().token_mirror
        )
        self.hub = Hub(self.fetching, self.access)
        # Told on whatever thread something changed.
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether a download runs or waits for its turn."""
        return any(each.state in (State.RUNNING, State.WAITING) for each in self.entries)

    def load(self) -> None:
        """Reads what was asked for before the app was closed; `changed` follows."""
        self._run(lambda queue: None)

    def add(self, wanted: Wanted) -> None:
        """Queues a model."""
        self._run(lambda queue: queue.add(wanted))

    def pause(self, key: str) -> None:
        """Stops a download; what has come is kept."""
        self._run(lambda queue: queue.pause(key))

    def resume(self, key: str) -> None:
        """Goes on with a download, or tries it again."""
        self._run(lambda queue: queue.resume(key))

    def cancel(self, key: str) -> None:
        """Takes a download away, and what has come of it."""
        self._run(lambda queue: queue.cancel(key))

    def take_limit(self) -> None:
        """Takes the limit of the settings for what is coming in, too."""
        self._run(lambda queue: None)

    def token(self) -> AccessToken:
        """Returns where the access token is kept. Importing it blocks: not on the Qt thread."""
        from desktop_slm.storage.access_token import AccessToken
        from desktop_slm.storage.keys.os_keyring import OsKeyring

        with self._lock:
            if self._token is None:
                self._token = AccessToken(self._parts.keyring or OsKeyring())
            return self._token

    def close(self) -> None:
        """Ends what is coming in, keeping what has come; waits for it."""
        with self._lock:
            downloads = self._downloads
        if downloads is not None:
            downloads.close()

    def _run(self, act: Callable[[Downloads], object]) -> None:
        self._parts.operations.run(
            self,
            lambda job: act(self._queue()),
            on_success=lambda result: None,
            on_failure=self.failed.emit,
        )

    def _queue(self) -> Downloads:
        """Returns the queue, made at the first call. Blocks."""
        with self._lock:
            if self._downloads is None:
                self._downloads = self._made()
                self._told.emit(self._downloads.all())
            self._downloads.limit(self._parts.settings().download_limit_kb_per_s * 1000)
            return self._downloads

    def _made(self) -> Downloads:
        paths, patience = self._parts.paths, self._parts.patience
        downloader = Downloader(paths, self.fetching, self.access, _now, patience)
        return Downloads(downloader, DownloadList(paths.downloads, _now), self._told.emit)

    def _on_told(self, entries: tuple[Download, ...]) -> None:
        before = {entry.key: entry.state for entry in self.entries}
        self.entries = entries
        self.changed.emit(entries)
        for entry in entries:
            if entry.state is State.DONE and before.get(entry.key) is not State.DONE:
                self.model_arrived.emit(entry.model)
                self.cancel(entry.key)  # off the list: it is among the models now


def _now() -> datetime:
    return datetime.now(UTC)
