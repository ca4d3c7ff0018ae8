"""One window after the other in one process: a lock or a restored backup ends one, and another
begins.

Nothing of a locked window stays: its core, its database and its children end as they do when the
program is closed, and its widgets go with all that they show.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop_slm import logs
from desktop_slm.errors import StorageError
from desktop_slm.ui import defects
from desktop_slm.ui.end_signals import EndSignals
from desktop_slm.ui.ending import Ending, EndKind
from desktop_slm.ui.garbage import GarbageCollector

if TYPE_CHECKING:
    from desktop_slm.storage.keys.os_keyring import Keyring
    from desktop_slm.ui.core import Core, Data, Outside
    from desktop_slm.ui.instance_server import Call, InstanceServer
    from desktop_slm.ui.lock.window import LockWindow
    from desktop_slm.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Start:
    """What a window begins with; `curtain` stands in its place until it is there."""

    files: tuple[str, ...] = ()
    after: Ending | None = None
    opened: Data | None = None
    error: StorageError | None = None
    curtain: LockWindow | None = None


@dataclass(frozen=True, slots=True)
class Making:
    """How a window is made, over data that is open already if some is, and how it is ended."""

    build: Callable[[Data | None], tuple[Core, MainWindow]]
    take_down: Callable[[Core], None]


class WindowRounds:
    """Runs until the person closes the program; `current` is the window or the lock shown now."""

    def __init__(
        self,
        application: QApplication,
        outside: Outside,
        making: Making,
        keyring: Keyring | None = None,
    ) -> None:
        """`keyring` is a seam for tests; without it the system's own is used."""
        self._application = application
        self._outside = outside
        self._making = making
        self._keyring = keyring
        self._is_waiting = False
        self._server: InstanceServer | None = None
        self._curtain: LockWindow | None = None
        self.current: MainWindow | LockWindow | None = None
        self.core: Core | None = None

    def run(self, files: Sequence[str] = ()) -> int:
        """Returns the exit status."""
        signals = EndSignals(self._close, self._application)
        # Qt would post a wish to quit at the end of each window, and the next one would get it.
        self._application.setQuitOnLastWindowClosed(False)
        self._application.lastWindowClosed.connect(self._leave)
        start: Start | None = Start(tuple(files))
        status = 0
        while start is not None:
            status, ending = self._run_window(start)
            start = self._following(ending)
            gc.unfreeze()
            gc.collect()  # what the window showed goes now, and not at the program's end
        self._application.lastWindowClosed.disconnect(self._leave)
        self._application.setQuitOnLastWindowClosed(True)
        signals.close()
        if self._server is not None:
            self._server.close()
        return status

    def _run_window(self, start: Start) -> tuple[int, Ending]:
        """Runs one window to its end; returns the exit status, and why it ended."""
        core, window = self._making.build(start.opened)
        self.core, self.current = core, window
        window.about_to_end.connect(self._on_about_to_end)
        window.ended.connect(self._leave)
        window.painted.connect(self._listen)
        window.show()
        if start.curtain is not None:
            _put_away(start.curtain)
        # What can wait until there is a window does; see `app` for the collector.
        gc.freeze()
        GarbageCollector(core)
        if not logging.getLogger(logs.ROOT).handlers:
            logs.start(self._outside.paths.logs)
        defects.install(core.report)
        window.open_files(start.files)
        if start.error is not None:
            core.report(start.error)
        elif start.after is not None:
            window.resume(start.after)
        status = self._exec()
        self._making.take_down(core)
        for each in (window, core, core.theme):
            each.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.core = self.current = None
        return status, window.ending

    def _exec(self) -> int:
        """Waits for what happens."""
        self._is_waiting = True
        status = self._application.exec()
        self._is_waiting = False
        return status

    def _listen(self) -> None:
        """Hears later starts of the program, from the first window on."""
        if self._server is None:
            from desktop_slm.ui.instance_server import InstanceServer

            self._server = InstanceServer(self._outside.paths.data, self._application)
            self._server.called.connect(self._on_called)

    def _on_called(self, call: Call) -> None:
        if self.current is not None:
            self.current.on_called(call)

    def _close(self) -> None:
        if self.current is not None:
            self.current.close()

    def _leave(self) -> None:
        if self._is_waiting:  # else it would be the next wait that ends
            self._application.exit(0)

    def _on_about_to_end(self, ending: Ending) -> None:
        """Puts the lock before the window that is about to go, so that nothing shows between."""
        core, window = self.core, self.current
        if ending.kind is not EndKind.LOCKED or core is None or window is None:
            return
        from desktop_slm.ui.lock.window import LockWindow
        from desktop_slm.ui.operations import Operations
        from desktop_slm.ui.theme import Theme

        chosen = core.settings
        theme = Theme(self._application, scheme=chosen.theme, zoom_percent=chosen.zoom_percent)
        place = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
        self._curtain = LockWindow(theme, Operations(theme), place)
        self._curtain.show()
        self._curtain.repaint()

    def _following(self, ending: Ending) -> Start | None:
        """Does what a window was ended for; returns what the next begins with, if one comes."""
        try:
            if ending.kind is EndKind.LOCKED:
                return self._wait_for_passphrase(ending)
            if ending.kind is EndKind.RESTORING:
                return self._restore(ending)
            if ending.kind is EndKind.ERASING:
                self._erase()
        except StorageError as error:
            return Start(error=error)
        return None

    def _wait_for_passphrase(self, ending: Ending) -> Start | None:
        """Shows the lock until the passphrase fits; None where it was closed instead."""
        from desktop_slm.storage.keys.keys import Keys
        from desktop_slm.storage.keys.os_keyring import OsKeyring
        from desktop_slm.ui.data_access import DataAccess

        curtain, paths = self._curtain, self._outside.paths
        assert curtain is not None
        self._curtain, self.current = None, curtain
        keys = Keys(paths.database, paths.key_record, self._keyring or OsKeyring())
        opened: list[Data] = []
        curtain.unlocked.connect(opened.append)
        curtain.unlocked.connect(self._leave)
        curtain.enable(DataAccess(paths, keys, self._keyring).unlock_locked)
        self._exec()
        if not opened:
            _put_away(curtain)
            return None
        return Start(curtain.waiting.take(), ending, opened[0], curtain=curtain)

    def _restore(self, ending: Ending) -> Start:
        from desktop_slm.storage.backups.restoring import put_in_place
        from desktop_slm.ui.core import now

        assert ending.ready is not None
        put_in_place(ending.ready, self._outside.paths.database, now())
        return Start(after=ending)

    def _erase(self) -> None:
        from desktop_slm.storage.erasure.erasing import erase_everything
        from desktop_slm.storage.keys.os_keyring import OsKeyring

        for handler in logging.getLogger(logs.ROOT).handlers:
            handler.close()  # Windows deletes no open file
        erase_everything(self._outside.paths, self._keyring or OsKeyring())


def _put_away(curtain: LockWindow) -> None:
    curtain.close()
    curtain.operations.shut_down()
    for each in (curtain, curtain.theme):
        each.deleteLater()
