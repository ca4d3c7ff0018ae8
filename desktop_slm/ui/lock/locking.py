"""Decides when the window is locked: on demand, after a time without input, with the session.

A lock needs a passphrase: the keyring alone would open for whoever sits at the computer. Where none
is set, a wish to lock asks for one; what comes by itself does nothing then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_slm import policy
from desktop_slm.settings import Settings
from desktop_slm.ui.core import Core
from desktop_slm.ui.ending import Ending, EndKind

if TYPE_CHECKING:
    from desktop_slm.ui.lock.idle import IdleWatch

_AFTER_START_MS = 2_000  # what watches is not part of the start


class Locking(QObject):
    """Made with its window, which it ends with a wish to be locked."""

    def __init__(self, core: Core, window: QWidget) -> None:
        super().__init__(window)
        self._core = core
        self._window = window
        self._watch: IdleWatch | None = None
        core.lock_requested.connect(self._on_requested)
        core.settings_changed.connect(self._on_settings_changed)
        QTimer.singleShot(_AFTER_START_MS, self, self._begin)

    def _begin(self) -> None:
        from desktop_slm.ui.lock.idle import IdleWatch
        from desktop_slm.ui.lock.session_watch import SessionWatch

        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self._watch = IdleWatch(application, self)
        self._watch.idle.connect(self._lock_if_possible)
        self._watch.slept.connect(self._on_session_locked)
        self._session = SessionWatch(self)
        self._session.locked.connect(self._on_session_locked)
        self._on_settings_changed(self._core.settings)

    def _on_settings_changed(self, settings: Settings) -> None:
        if self._watch is not None:
            self._watch.set_limit(settings.lock_after_min)

    def _on_session_locked(self) -> None:
        if self._core.settings.lock_with_session:
            self._lock_if_possible()

    def _lock_if_possible(self) -> None:
        # Where an organisation wants a lock and there is no passphrase, the window closes.
        is_set = bool(policy.current().lock_after_min)
        self._with_passphrase(lambda: self._core.end_requested.emit(Ending()) if is_set else None)

    def _on_requested(self) -> None:
        self._with_passphrase(self._ask_for_passphrase)

    def _with_passphrase(self, without: object) -> None:
        """Locks where a passphrase is set; calls `without` where none is."""
        data = self._core.data
        if data is None or not data.database.is_stored:
            return
        assert callable(without)
        self._core.operations.run(
            self,
            lambda job: has_passphrase(self._core),
            on_success=lambda is_set: self._lock() if is_set else without(),
            on_failure=self._core.report,
        )

    def _ask_for_passphrase(self) -> None:
        from desktop_slm.ui.opening.passphrase_dialog import PassphraseDialog, Wish

        dialog = PassphraseDialog(self._core, Wish.SET_TO_LOCK, parent=self._window)
        dialog.changed.connect(self._lock)
        dialog.open()

    def _lock(self) -> None:
        self._core.end_requested.emit(Ending(EndKind.LOCKED))


def has_passphrase(core: Core) -> bool:
    """Whether a passphrase is set. Blocks."""
    from desktop_slm.storage.keys.keys import StoredData

    case = core.keys.examine()
    return isinstance(case, StoredData) and case.has_passphrase
