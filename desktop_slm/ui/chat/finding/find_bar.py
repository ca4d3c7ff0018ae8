"""The bar of Ctrl+F in a chat: the words, how many there are, and the way from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.search_field import SearchField

_FIELD_PX = 320
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _FindField(SearchField):
    """Leaves Esc to the bar, which it closes; any other search field is emptied by it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Passes Esc on."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Asks for what is typed and for the next or previous match; shows what it is told."""

    words_changed = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _FindField(theme, self.tr("Find in this chat"))
        self.field.setMaximumWidth(theme.px(_FIELD_PX))
        self.count = PlainLabel("", "small")
        previous = IconButton(theme, "chevron-up", self.tr("Match before"), shortcut="Shift+F3")
        following = IconButton(theme, "chevron-down", self.tr("Next match"), shortcut="F3")
        close = IconButton(theme, "x", self.tr("Close the search"), shortcut="Esc")
        self._steps = previous, following
        line = QFrame()
        line.setProperty("separator", True)
        line.setFixedHeight(theme.hairline())
        column = spacing.column(theme, self, gap=0)
        row = spacing.row(theme, gap=8, margins=(20, 6, 20, 6))
        row.addWidget(self.field, 1)
        for widget in (self.count, previous, following):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        column.addWidget(line)
        self.field.textChanged.connect(self.words_changed)
        previous.clicked.connect(self.previous_requested)
        following.clicked.connect(self.next_requested)
        close.clicked.connect(self.closed)

    def open(self) -> None:
        """Shows itself with the cursor in the field, and all of its words selected."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, at: int, count: int) -> None:
        """Shows "3 of 12"; `at` counts from 1, and is 0 while none was gone to."""
        for button in self._steps:
            button.setEnabled(count > 0)
        if not self.field.text().strip():
            words = ""
        elif not count:
            words = self.tr("Not in this chat")
        elif not at:
            words = self.tr("{count} found").format(count=count)
        else:
            words = self.tr("{at} of {count}").format(at=at, count=count)
        self.count.setText(words)
        self.field.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Goes on with Enter, back with Shift+Enter, and closes with Esc."""
        if event.key() in _ENTER and self.field.hasFocus():
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous_requested if is_back else self.next_requested).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
