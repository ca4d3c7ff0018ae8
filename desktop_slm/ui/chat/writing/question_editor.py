"""A message being written anew in its own place: the person's own, or a model's answer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.chat.message_edit import MessageEdit
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.card import Card
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


@dataclass(frozen=True, slots=True)
class EditorWords:
    """What is read out for the box, what happens with the words, and the verb on the button."""

    name: str
    hint: str
    action: str


class QuestionEditor(Card):
    """A box with Send and Cancel; the words stay in it until its owner takes it away."""

    submitted = Signal(str)
    cancelled = Signal()
    height_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        send_key: str,
        words: EditorWords | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`words` are those of a question where they are not given."""
        super().__init__(theme, kind="input", margins=(12, 10, 10, 10), parent=parent)
        words = words or EditorWords(
            self.tr("Your message, to be changed"),
            self.tr("This is answered anew from here on; what was there before is kept."),
            self.tr("Send"),
        )
        self.setObjectName("question editor")
        self.setProperty("ringRadius", 12)
        self.edit = MessageEdit(theme)
        self.edit.setProperty("ringAround", self.objectName())
        self.edit.setAccessibleName(words.name)
        self.edit.set_sends_with_ctrl(send_key == "ctrl+enter")
        self.edit.setPlainText(text)
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        self._hint = WrappedLabel(words.hint, "small")
        self._send = Button(theme, words.action, kind="primary")
        cancel = Button(theme, self.tr("Cancel"))
        row = spacing.row(theme, gap=8)
        row.addWidget(self._hint, 1)
        row.addWidget(cancel)
        row.addWidget(self._send)
        self.column.addWidget(self.edit)
        self.column.addLayout(row)
        cancel.clicked.connect(self.cancelled)
        self._send.clicked.connect(self._on_send)
        self.edit.stop_requested.connect(self.cancelled)
        self.edit.send_requested.connect(self._on_send)
        self.edit.textChanged.connect(self._on_text_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes another height where the words need other lines at this width."""
        super().resizeEvent(event)
        before = self.edit.height()
        self.column.activate()
        if event.size().width() != event.oldSize().width() or self.edit.height() != before:
            self.height_changed.emit()

    def _on_send(self) -> None:
        if self.edit.toPlainText().strip():
            self.submitted.emit(self.edit.toPlainText())

    def _on_text_changed(self) -> None:
        self._send.setEnabled(bool(self.edit.toPlainText().strip()))
        self.height_changed.emit()
