"""A label of one line that shows plain text, whatever the text looks like."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop_slm.ui import plain_text


class PlainLabel(QLabel):
    """Words of ours or of strangers; `role` names a rule of the style sheet.

    Roles: display, title, strong, strong-small, muted, small, section, accent, good, warning,
    danger. Text that may need several lines is a `WrappedLabel`, a name of any length an
    `ElidedLabel`.
    """

    def __init__(self, text: str = "", role: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        super().setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Shows the text without what nobody should see."""
        super().setText(plain_text.clean(text))

    def setTextFormat(self, _format: Qt.TextFormat) -> None:
        """Stays with plain text."""

    def set_role(self, role: str) -> None:
        """Takes another rule of the style sheet."""
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)
