"""Where a question is typed: the field, how much is read for it, and the button that asks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from desktop_slm.assistants.asking.question import Approach, Question
from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.combo_box import ComboBox

_LONGEST = 2000  # characters: a question leaves room for what is read
_AS_NEEDED = ""


class QuestionBox(QFrame):
    """Enter asks. While something is under way, Stop stands in the place of Ask."""

    asked = Signal(object)  # Question
    stop_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setMaxLength(_LONGEST)
        self.field.setAccessibleName(self.tr("Question"))
        self.field.setPlaceholderText(self.tr("Ask about these documents"))
        self.field.returnPressed.connect(self._on_asked)
        self.field.textChanged.connect(lambda _text: self._show_state())
        self.approach = ComboBox(
            theme,
            self.tr("What is read for the question"),
            (
                (_AS_NEEDED, self.tr("Read what it needs")),
                (Approach.WHOLE.value, self.tr("Read everything")),
                (Approach.PASSAGES.value, self.tr("Best passages only")),
            ),
        )
        self.ask = Button(theme, self.tr("Ask"), kind="primary", icon="arrow-up")
        self.ask.clicked.connect(self._on_asked)
        self.stop = Button(theme, self.tr("Stop"), icon="stop")
        self.stop.clicked.connect(self.stop_requested)
        self._is_busy = self._is_stopping = False
        column = spacing.column(theme, self, gap=8, margins=(20, 12, 20, 12))
        column.addWidget(self.field)
        row = spacing.row(theme, gap=8)
        row.addWidget(self.approach)
        row.addStretch(1)
        row.addWidget(self.stop)
        row.addWidget(self.ask)
        column.addLayout(row)
        self._show_state()

    def show_busy(self, is_busy: bool, *, is_stopping: bool = False) -> None:
        """Shows whether something is under way."""
        self._is_busy, self._is_stopping = is_busy, is_stopping
        self._show_state()

    def set_single(self, is_single: bool) -> None:
        """Speaks of one document, or of several."""
        self.field.setPlaceholderText(
            self.tr("Ask about this document")
            if is_single
            else self.tr("Ask about these documents")
        )

    def focus_field(self) -> None:
        """Puts the cursor where one types."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self) -> None:
        self.ask.setVisible(not self._is_busy)
        self.ask.setEnabled(any(map(str.isalnum, self.field.text())))
        self.stop.setVisible(self._is_busy)
        self.stop.setEnabled(not self._is_stopping)
        self.stop.setText(self.tr("Stopping…") if self._is_stopping else self.tr("Stop"))

    def _on_asked(self) -> None:
        if self._is_busy or not self.ask.isEnabled():
            return
        chosen = self.approach.choice()
        question = Question(self.field.text().strip(), Approach(chosen) if chosen else None)
        self.field.clear()
        self.asked.emit(question)
