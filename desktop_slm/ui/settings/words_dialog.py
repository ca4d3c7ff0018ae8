"""Asks for the recovery code or the passphrase of a backup from another computer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.opening.passphrase_field import PassphraseField
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.window_dialog import WindowDialog
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 480
_SHARE_OF_WINDOW = 0.9


class WordsDialog(WindowDialog):
    """One field; `problem` says why the words before did not open it."""

    entered = Signal(str)

    def __init__(self, theme: Theme, problem: str = "", *, parent: QWidget) -> None:
        super().__init__(parent)
        title = self.tr("A backup from another computer")
        self.setWindowTitle(plain_text.window_title(title))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = int(parent.width() * _SHARE_OF_WINDOW)
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), room))
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(title, "title"))
        column.addWidget(
            WrappedLabel(
                self.tr(
                    "Enter the recovery code or the passphrase that was in force there. From then "
                    "on its chats and summaries lie under the key of this computer."
                ),
                "muted",
            )
        )
        self.field = PassphraseField(theme, self.tr("Recovery code or passphrase"))
        column.addWidget(self.field)
        if problem:
            column.addWidget(WrappedLabel(problem, "danger"))
        column.addStretch(1)
        buttons = spacing.row(theme, gap=8)
        buttons.addStretch(1)
        cancel = Button(theme, self.tr("Cancel"))
        act = Button(theme, self.tr("Restore"), kind="primary")
        act.setDefault(True)
        cancel.clicked.connect(self.reject)
        act.clicked.connect(self._on_act)
        self.field.submitted.connect(self._on_act)
        buttons.addWidget(cancel)
        buttons.addWidget(act)
        column.addLayout(buttons)
        self.field.setFocus()

    def _on_act(self) -> None:
        words = self.field.text()
        if words and self.isVisible():
            self.accept()
            self.entered.emit(words)
