"""Says why the person's data could not be opened, what was kept, and what can be done now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_slm.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    DesktopSlmError,
    KeyDoesNotFit,
    KeyFileExposed,
    KeyMissing,
    KeyringUnavailable,
)
from desktop_slm.ui import spacing, wording
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

# Where another copy of the key helps.
_KEY_ERRORS = (KeyMissing, KeyDoesNotFit, KeyFileExposed, KeyringUnavailable)

# Where the data itself is not there, or not whole.
_DATA_ERRORS = (DatabaseDamaged, DatabaseMissing)


class FailureForm(QWidget):
    """The error's sentence and the ways on."""

    retry_requested = Signal()
    key_file_chosen = Signal(str)
    nothing_chosen = Signal()
    code_chosen = Signal()
    restore_chosen = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = ""
        self._sentence = WrappedLabel("")
        column = spacing.column(theme, self, gap=12)
        column.addWidget(IconLabel(theme, "triangle-alert", "danger", size=32))
        column.addWidget(
            WrappedLabel(self.tr("Your chats and summaries could not be opened"), "display")
        )
        column.addWidget(self._sentence)
        self._retry = Button(theme, self.tr("Try again"), kind="primary")
        self._code = Button(theme, self.tr("Open with your recovery code…"))
        self._restore = Button(theme, self.tr("Restore a backup…"))
        self._key_file = Button(theme, self.tr("Open with a key file…"))
        self._nothing = Button(theme, self.tr("Store nothing this time"))
        copy = Button(theme, self.tr("Copy details"))
        box = QWidget()
        flow = FlowLayout(theme, box, gap=8)
        buttons = (self._retry, self._code, self._restore, self._key_file, self._nothing, copy)
        for button in buttons:
            flow.addWidget(button)
        column.addWidget(box)
        column.addWidget(
            WrappedLabel(
                self.tr(
                    "Until then you can work without storing anything: what you make is gone when "
                    "you close the window, and what is stored stays as it is."
                ),
                "small",
            )
        )
        self._retry.clicked.connect(self.retry_requested)
        self._code.clicked.connect(self.code_chosen)
        self._restore.clicked.connect(self.restore_chosen)
        self._key_file.clicked.connect(self._on_key_file)
        self._nothing.clicked.connect(self.nothing_chosen)
        copy.clicked.connect(self._on_copy)

    def show_error(self, error: DesktopSlmError) -> None:
        """Shows what happened."""
        sentence = wording.sentence(error)
        self._details = f"{sentence}\n\n{wording.details(error)}"
        self._sentence.setText(sentence)
        self._key_file.setVisible(isinstance(error, _KEY_ERRORS))
        self._code.setVisible(isinstance(error, _KEY_ERRORS))
        self._restore.setVisible(isinstance(error, _DATA_ERRORS))

    def focus_first(self) -> None:
        """Puts the focus on the first button."""
        self._retry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_key_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the key file"))
        if path:
            self.key_file_chosen.emit(path)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
