"""A quiet line until there is a recovery code: without one a lost keyring loses everything."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.core import Core
from desktop_slm.ui.widgets.button import Button


class CodeLine(Button):
    """Shown only while data is stored that no recovery code opens."""

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        words = QCoreApplication.translate("CodeLine", "Save your recovery code")
        super().__init__(core.theme, words, kind="row", icon="key", parent=parent)
        self._core = core
        self._asks = False
        self.is_needed = False
        self.hide()
        core.data_opened.connect(self._look)
        core.keeping_changed.connect(self._look)
        self.clicked.connect(self._on_clicked)

    def _look(self, _data: object = None) -> None:
        data = self._core.data
        if data is None or not data.database.is_stored:
            return
        core = self._core
        core.operations.run(
            self,
            lambda job: core.keys.examine(),
            on_success=self._on_examined,
            on_failure=lambda error: None,  # what opens the data tells what is wrong with it
        )

    def _on_examined(self, case: object) -> None:
        from desktop_slm.storage.keys.keys import StoredData

        self.is_needed = isinstance(case, StoredData) and not case.has_code
        self._asks = isinstance(case, StoredData) and case.has_passphrase
        self.setVisible(self.is_needed)

    def _on_clicked(self) -> None:
        from desktop_slm.ui.opening.recovery_dialog import RecoveryDialog

        RecoveryDialog(self._core, asks=self._asks, parent=self.window()).open()
