"""The shown chat's title; a click or F2 turns it into a field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.elided_label import ElidedLabel

_MOST_CHARACTERS = 120


class ChatTitle(QWidget):
    """Shows and changes a name; an empty one is not taken, Esc keeps the old one."""

    renamed = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._can_rename = False
        self._is_open = False
        self._label = _Title(theme)
        self._label.activated.connect(self.begin_rename)
        self._field = QLineEdit()
        self._field.setMaxLength(_MOST_CHARACTERS)
        self._field.setAccessibleName(self.tr("Title of this chat"))
        self._field.returnPressed.connect(self._on_done)
        self._field.installEventFilter(self)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self._label)
        self._layout.addWidget(self._field)

    def show_title(self, title: str, *, can_rename: bool) -> None:
        """Shows a title; a field that is open stays so."""
        self._can_rename = can_rename
        self._label.setText(title)
        self._label.set_enabled(can_rename)

    def title(self) -> str:
        """Returns what is shown."""
        return self._label.text()

    def begin_rename(self) -> None:
        """Opens the field with the whole title selected."""
        if self._can_rename:
            self._is_open = True
            self._field.setText(self._label.text())
            self._layout.setCurrentWidget(self._field)
            self._field.selectAll()
            self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ends the renaming with Esc, and where the focus goes elsewhere."""
        if watched is self._field:
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                if event.type() is QEvent.Type.KeyPress:
                    self._close()
                return True
            if event.type() is QEvent.Type.FocusOut and self._is_open:
                self._on_done()
        return super().eventFilter(watched, event)

    def _on_done(self) -> None:
        if not self._is_open:
            return
        title = plain_text.one_line(self._field.text())
        is_new = bool(title) and title != self._label.text()
        self._close()
        if is_new:
            self._label.setText(title)
            self.renamed.emit(title)

    def _close(self) -> None:
        self._is_open = False  # first: hiding the field takes its focus, which would end it again
        had_focus = self._field.hasFocus()
        self._layout.setCurrentWidget(self._label)
        if had_focus:
            self._label.setFocus()


class _Title(ElidedLabel):
    """A label that can be pressed."""

    activated = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(role="title")
        self._theme = theme

    def set_enabled(self, enabled: bool) -> None:
        """Takes the focus and the pointer where it can be renamed."""
        policy = Qt.FocusPolicy.TabFocus if enabled else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        shape = Qt.CursorShape.IBeamCursor if enabled else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        words = self.tr("Press to rename (F2)") if enabled else ""
        self.setAccessibleDescription(words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Begins renaming."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begins renaming as a button would."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
        else:
            super().keyPressEvent(event)
