"""Asks for the name under which a model is shown; its file keeps its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_slm.models.library import MOST_NAME
from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.window_dialog import WindowDialog
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 420
_SHARE_OF_WINDOW = 0.9


class RenameDialog(WindowDialog):
    """One field; an empty one gives the model its file's name again."""

    named = Signal(str)

    def __init__(self, theme: Theme, name: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rename a model"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), int(parent.width() * _SHARE_OF_WINDOW)))
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(self.tr("Rename “{model}”").format(model=name), "title"))
        self.field = QLineEdit()
        self.field.setMaxLength(MOST_NAME)
        self.field.setText(plain_text.one_line(name))
        self.field.setAccessibleName(self.tr("Name of the model"))
        self.field.selectAll()
        column.addWidget(self.field)
        more = self.tr(
            "The file keeps its name. Leave this empty to show the model under its file's name."
        )
        column.addWidget(WrappedLabel(more, "small"))
        column.addStretch(1)
        buttons = spacing.row(theme, gap=8)
        buttons.addStretch(1)
        cancel = Button(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        rename = Button(theme, self.tr("Rename"), kind="primary")
        rename.setDefault(True)
        rename.clicked.connect(self._on_done)
        buttons.addWidget(cancel)
        buttons.addWidget(rename)
        column.addLayout(buttons)
        self.field.setFocus()

    def _on_done(self) -> None:
        name = self.field.text()
        self.accept()
        self.named.emit(name)
