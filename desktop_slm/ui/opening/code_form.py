"""Asks for the recovery code, where the keyring is lost or the passphrase forgotten."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class CodeForm(QWidget):
    """One field, shown as it is written; a wrong try is told and may be repeated."""

    code_entered = Signal(str)
    back_chosen = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit()
        self._field.setFont(theme.fixed_font())
        self._field.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self._field.setAccessibleName(self.tr("Recovery code"))
        self._problem = WrappedLabel("", "danger")
        self._problem.hide()
        unlock = Button(theme, self.tr("Unlock"), kind="primary")
        back = Button(theme, self.tr("Back"))
        column = spacing.column(theme, self, gap=12)
        column.addWidget(WrappedLabel(self.tr("Open with your recovery code"), "display"))
        column.addWidget(
            WrappedLabel(
                self.tr(
                    "It is the code of 28 letters and digits that you printed or saved. Capitals, "
                    "spaces and hyphens do not matter."
                ),
                "muted",
            )
        )
        column.addWidget(self._field)
        column.addWidget(self._problem)
        box = QWidget()
        buttons = FlowLayout(theme, box, gap=8)
        buttons.addWidget(unlock)
        buttons.addWidget(back)
        column.addWidget(box)
        self._field.returnPressed.connect(self._on_entered)
        self._field.textChanged.connect(self._problem.hide)
        unlock.clicked.connect(self._on_entered)
        back.clicked.connect(self.back_chosen)

    def focus_first(self) -> None:
        """Puts the cursor into the field."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Says why the last try did not open anything."""
        self._problem.setText(sentence)
        self._problem.show()
        self.focus_first()

    def _on_entered(self) -> None:
        if self._field.text().strip():
            self.code_entered.emit(self._field.text())
        else:
            self.show_problem(self.tr("Enter the code."))
