"""Shows plain text that can be read and copied, over its window: details, licenses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.plain_box import PlainBox
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 560
_SHARE_OF_WINDOW = 0.9


class TextDialog(QDialog):
    """A title, the text, Copy and Close; Esc and Enter close it."""

    def __init__(self, theme: Theme, title: str, text: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(plain_text.window_title(title))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = int(parent.width() * _SHARE_OF_WINDOW)
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), room))
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(title, "title"))
        box = PlainBox(theme, self.tr("Details"))
        box.show_text(text)
        column.addWidget(box)
        column.addStretch(1)
        copy = Button(theme, self.tr("Copy"), icon="copy")
        copy.clicked.connect(box.copy_all)
        close = Button(theme, self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        self._buttons = spacing.row(theme, gap=8)
        self._buttons.addStretch(1)
        self._buttons.addWidget(copy)
        self._buttons.addWidget(close)
        column.addLayout(self._buttons)
        close.setFocus()

    def add_button(self, button: QPushButton) -> None:
        """Puts one more button at the left, away from those that every such dialog has."""
        self._buttons.insertWidget(0, button)
