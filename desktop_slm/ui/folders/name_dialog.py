"""Asks what a new folder shall be called."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.window_dialog import WindowDialog
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 420
_SHARE_OF_WINDOW = 0.9
MOST_NAME = 120


class FolderNameDialog(WindowDialog):
    """One field; an empty one makes nothing."""

    named = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New folder"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), int(parent.width() * _SHARE_OF_WINDOW)))
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(self.tr("New folder"), "title"))
        self.field = QLineEdit()
        self.field.setMaxLength(MOST_NAME)
        self.field.setAccessibleName(self.tr("Name of the folder"))
        self.field.setPlaceholderText(self.tr("A matter, a patient, a course"))
        column.addWidget(self.field)
        more = self.tr(
            "A folder holds chats and summaries that belong together. It can be exported, kept for "
            "some days only, or erased as one."
        )
        column.addWidget(WrappedLabel(more, "small"))
        column.addStretch(1)
        buttons = spacing.row(theme, gap=8)
        buttons.addStretch(1)
        cancel = Button(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.make = Button(theme, self.tr("Make folder"), kind="primary")
        self.make.setDefault(True)
        self.make.setEnabled(False)
        self.make.clicked.connect(self._on_done)
        self.field.textChanged.connect(lambda typed: self.make.setEnabled(bool(typed.strip())))
        buttons.addWidget(cancel)
        buttons.addWidget(self.make)
        column.addLayout(buttons)
        self.field.setFocus()

    def _on_done(self) -> None:
        name = plain_text.one_line(self.field.text()).strip()
        if name:
            self.accept()
            self.named.emit(name)
