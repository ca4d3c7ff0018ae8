"""The line over the document in which one searches: words, which match of how many, on and back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.search_field import SearchField


class SearchBar(QWidget):
    """Asks and shows; what is found is somebody else's. Esc closes it."""

    words_changed = Signal(str)
    step_requested = Signal(int)  # 1 or -1
    closed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(theme, self.tr("Find in the document"))
        self.field.textChanged.connect(self.words_changed)
        self.field.installEventFilter(self)
        self.count = PlainLabel(role="small")
        self.before = IconButton(theme, "chevron-up", self.tr("Match before"), shortcut="Shift+F3")
        self.before.clicked.connect(lambda: self.step_requested.emit(-1))
        self.after = IconButton(theme, "chevron-down", self.tr("Next match"), shortcut="F3")
        self.after.clicked.connect(lambda: self.step_requested.emit(1))
        self._close = IconButton(theme, "x", self.tr("Close the search"), shortcut="Esc")
        self._close.clicked.connect(self.closed)
        row = spacing.row(theme, self, gap=4, margins=(12, 4, 12, 8))
        row.addWidget(self.field, 1)
        for part in (self.count, self.before, self.after, self._close):
            row.addWidget(part)
        self.hide()

    def show_count(self, current: int, total: int, *, is_searching: bool, where: str) -> None:
        """Says which match is shown, from 1, of how many; `where` is read out with it."""
        if not self.field.text().strip():
            said = ""
        elif not total:
            said = self.tr("Searching …") if is_searching else self.tr("Not found")
        else:
            words = self.tr("{0} of {1} …") if is_searching else self.tr("{0} of {1}")
            said = words.format(current, total)
        self.before.setEnabled(total > 0)
        self.after.setEnabled(total > 0)
        if said != self.count.text():
            self.count.setText(said)
            if said and not is_searching:
                spoken = f"{said}, {where}" if where else said
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, spoken))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter and the arrows go on and back, Esc closes at once."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        enter = 1 - 2 * is_back
        steps = {
            Qt.Key.Key_Return: enter,
            Qt.Key.Key_Enter: enter,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
        }
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in steps:
            self.step_requested.emit(steps[key])
        else:
            return False
        return True
