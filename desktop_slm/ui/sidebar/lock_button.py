"""The button that locks the app; there while something is stored that a lock can close."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.core import Core
from desktop_slm.ui.widgets.icon_button import IconButton


class LockButton(IconButton):
    """Asks for the lock; what that needs is the business of `lock.locking`."""

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        words = QCoreApplication.translate("LockButton", "Lock the app")
        super().__init__(core.theme, "lock", words, shortcut="Ctrl+L", token="text", parent=parent)
        self._core = core
        self._is_compact = False
        self.hide()
        self.clicked.connect(core.lock_requested)
        core.data_opened.connect(self._show)

    def set_compact(self, compact: bool) -> None:
        """Hides it where the rail beside it has one, too."""
        self._is_compact = compact
        self._show()

    def _show(self, _data: object = None) -> None:
        data = self._core.data
        is_stored = data is not None and data.database.is_stored
        self.setVisible(is_stored and not self._is_compact)
