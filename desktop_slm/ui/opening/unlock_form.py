"""Asks for the passphrase that the person's data lies under; as often as it takes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.opening.passphrase_field import PassphraseField
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class UnlockForm(QWidget):
    """One field and one button; a wrong try is told in a sentence and may be repeated."""

    passphrase_entered = Signal(str)
    nothing_chosen = Signal()
    code_chosen = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = PassphraseField(theme, self.tr("Passphrase"))
        self._problem = WrappedLabel("", "danger")
        self._problem.hide()
        self._unlock = Button(theme, self.tr("Unlock"), kind="primary")
        self._nothing = Button(theme, self.tr("Store nothing this time"))
        column = spacing.column(theme, self, gap=12)
        column.addWidget(WrappedLabel(self.tr("Unlock your chats and summaries"), "display"))
        column.addWidget(
            WrappedLabel(self.tr("They are stored encrypted under your passphrase."), "muted")
        )
        column.addWidget(self._field)
        column.addWidget(self._problem)
        self._code = Button(theme, self.tr("Recovery code…"))
        box = QWidget()
        buttons = FlowLayout(theme, box, gap=8)
        for button in (self._unlock, self._code, self._nothing):
            buttons.addWidget(button)
        column.addWidget(box)
        column.addSpacing(8)
        column.addWidget(
            WrappedLabel(
                self.tr(
                    "Without the passphrase or the recovery code nobody can open them. If neither "
                    "is at hand, you can work without storing anything: what is locked stays as "
                    "it is."
                ),
                "small",
            )
        )
        self._field.submitted.connect(self._on_entered)
        self._field.changed.connect(self._problem.hide)
        self._unlock.clicked.connect(self._on_entered)
        self._nothing.clicked.connect(self.nothing_chosen)
        self._code.clicked.connect(self.code_chosen)

    def focus_first(self) -> None:
        """Puts the cursor into the field."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Says why the last try did not open anything."""
        self._problem.setText(sentence)
        self._problem.show()
        self._field.select_all()

    def _on_entered(self) -> None:
        self._problem.hide()
        if self._field.text():
            self.passphrase_entered.emit(self._field.text())
        else:
            self.show_problem(self.tr("The passphrase is empty. Enter it to unlock."))
