"""The messages that wait for an answer to end, over the box: edit, remove, send now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.chat.writing.pending import Held, Pending
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_slm.ui.theme import Theme


class PendingBar(QFrame):
    """Shows what waits in the shown chat; hidden while nothing does."""

    edit_requested = Signal(int)  # a message's number
    remove_requested = Signal(int)
    send_requested = Signal(int)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("Messages that wait"))
        self._head = WrappedLabel(role="small")
        self._rows = QWidget()
        self._lines = spacing.column(theme, self._rows, gap=2)
        column = spacing.column(theme, self, gap=4, margins=(12, 6, 6, 6))
        column.addWidget(self._head)
        column.addWidget(self._rows)
        self.hide()

    def show_pending(self, waiting: Sequence[Pending], held: Held) -> None:
        """Shows what waits, and why it does not go by itself where that is so."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for pending in waiting:
            self._lines.addWidget(self._row(pending))
        self._head.setText(self._words(held))
        self.setAccessibleDescription(self._head.text())
        self.setVisible(bool(waiting))

    def _words(self, held: Held) -> str:
        return {
            Held.NOT: self.tr("Waiting: sent when the answer is done."),
            Held.STOPPED: self.tr("Not sent: you stopped the answer before it."),
            Held.FAILED: self.tr("Not sent: the answer before it could not be finished."),
            Held.NO_ROOM: self.tr("Not sent: it needs more room than the model has."),
            Held.CLOSED: self.tr("Not sent: the chat was closed before its turn."),
        }[held]

    def _row(self, pending: Pending) -> QWidget:
        box = QWidget()
        row = spacing.row(self._theme, box, gap=4)
        row.addWidget(IconLabel(self._theme, "clock", "muted", size=14))
        words = ElidedLabel(plain_text.one_line(pending.text) or self.tr("Attached files"))
        words.setContentsMargins(4, 0, 4, 0)
        row.addWidget(words, 1)
        if pending.attachments:
            row.addWidget(PlainLabel(self._attached(len(pending.attachments)), "small"))
        edit = IconButton(self._theme, "pencil", self.tr("Edit the message that waits"))
        remove = IconButton(self._theme, "x", self.tr("Remove the message that waits"))
        send = Button(self._theme, self.tr("Send now"), kind="small")
        edit.clicked.connect(lambda: self.edit_requested.emit(pending.number))
        remove.clicked.connect(lambda: self.remove_requested.emit(pending.number))
        send.clicked.connect(lambda: self.send_requested.emit(pending.number))
        for each in (send, edit, remove):
            row.addWidget(each)
        return box

    def _attached(self, count: int) -> str:
        if count == 1:
            return self.tr("1 attachment")
        return self.tr("{count} attachments").format(count=count)
