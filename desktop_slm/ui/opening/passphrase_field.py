"""A field for a passphrase: hidden as it is written, shown while the eye is pressed down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.icon_button import IconButton


class PassphraseField(QWidget):
    """One line; `submitted` says that Enter was pressed."""

    submitted = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setPlaceholderText(name)
        self._field.setAccessibleName(name)
        self._eye = IconButton(theme, "eye", self.tr("Show what is written"))
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._on_toggled)
        row = spacing.row(theme, self, gap=4)
        row.addWidget(self._field, 1)
        row.addWidget(self._eye)
        self.setFocusProxy(self._field)
        self._field.returnPressed.connect(self.submitted)
        self._field.textChanged.connect(self.changed)

    def text(self) -> str:
        """Returns what is written."""
        return self._field.text()

    def clear(self) -> None:
        """Forgets it."""
        self._field.clear()
        self._eye.setChecked(False)

    def select_all(self) -> None:
        """Lets the next letter replace everything."""
        self._field.selectAll()
        self._field.setFocus()

    def _on_toggled(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self._field.setEchoMode(mode.Normal if shown else mode.Password)
