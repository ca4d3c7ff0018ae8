"""Offers the recovery code once, at the end of the first page, when there is data to recover."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.core import Core


class RecoveryOffer(QObject):
    """Lives with the widget that dialogs stand over; a code that is there is not asked about."""

    def __init__(self, core: Core, over: QWidget) -> None:
        super().__init__(over)
        self._core = core
        self._over = over

    def make(self) -> None:
        """Makes the offer now, or as soon as the data is open."""
        if self._core.data is None:
            self._core.data_opened.connect(self._look)
        else:
            self._look()

    def _look(self, _data: object = None) -> None:
        data, core = self._core.data, self._core
        if data is None or not data.database.is_stored:
            self.deleteLater()
            return
        core.operations.run(
            self,
            lambda job: core.keys.examine(),
            on_success=self._on_examined,
            on_failure=lambda error: None,  # what opens the data tells what is wrong with it
        )

    def _on_examined(self, case: object) -> None:
        from desktop_slm.storage.keys.keys import StoredData
        from desktop_slm.ui.opening.recovery_dialog import RecoveryDialog

        over = self._over.window()
        # Who chose just now where the key is kept was shown a code with that choice: a second one
        # would take the first out of force.
        is_shown = any(dialog.isVisible() for dialog in over.findChildren(RecoveryDialog))
        if isinstance(case, StoredData) and not case.has_code and not is_shown:
            RecoveryDialog(self._core, asks=case.has_passphrase, parent=over).open()
        self.deleteLater()
