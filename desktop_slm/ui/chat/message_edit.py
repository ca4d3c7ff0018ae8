"""The box that a message is typed into: plain text, growing with its lines, never slow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from desktop_slm.ui.theme import Theme

LONG_PASTE_CHARACTERS = 10_000
_MOST_LINES = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class MessageEdit(QPlainTextEdit):
    """Tells what keys, pastes and drops ask for; the composer decides."""

    send_requested = Signal()
    stop_requested = Signal()
    edit_last_requested = Signal()
    files_offered = Signal(object)
    long_text_pasted = Signal(str)
    picture_pasted = Signal(object)  # QImage
    focus_changed = Signal(bool)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_composing = False
        self._sends_with_ctrl = False
        # Whoever wants keys before the box does; says whether it used one.
        self.key_taker: Callable[[QKeyEvent], bool] | None = None
        self.keeps_tab = False  # for that one, instead of going to the next control
        self.setProperty("kind", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit_height)
        theme.changed.connect(self._fit_height)
        self._fit_height()

    def set_sends_with_ctrl(self, sends_with_ctrl: bool) -> None:
        """Chooses between Ctrl+Enter and plain Enter for sending."""
        self._sends_with_ctrl = sends_with_ctrl

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sends, breaks the line, stops or goes back; everything else is typing."""
        taken = self.key_taker is not None and not self._is_composing and self.key_taker(event)
        if taken:
            return
        if event.key() in _ENTER:
            self._on_enter(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.stop_requested.emit()
        elif event.key() == Qt.Key.Key_Up and self._is_empty():
            self.edit_last_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Goes to the next control with Tab, unless somebody wants that key."""
        return False if self.keeps_tab else super().focusNextPrevChild(next_one)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remembers whether a word is still being composed: its Enter is not ours."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells the frame."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells the frame; what was being composed is settled."""
        super().focusOutEvent(event)
        self._is_composing = False
        self.focus_changed.emit(False)

    def _on_enter(self, event: QKeyEvent) -> None:
        if self._is_composing:
            return
        held = event.modifiers() & _MODIFIERS
        wanted = (
            Qt.KeyboardModifier.ControlModifier
            if self._sends_with_ctrl
            else Qt.KeyboardModifier.NoModifier
        )
        if held == wanted:
            if not event.isAutoRepeat():
                self.send_requested.emit()
        elif held in (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier):
            self.insertPlainText("\n")
            self.ensureCursorVisible()

    def _is_empty(self) -> bool:
        return self.document().characterCount() <= 1 and not self._is_composing

    # Pasting, dropping, copying

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Takes files and text."""
        return source.hasUrls() or source.hasText() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Offers files; text goes in as it is, a very long one aside."""
        from desktop_slm.ui.dropped_files import files_in

        files = files_in(source)
        if files:
            self.files_offered.emit(files)
            return
        text = source.text()
        picture = QImage(source.imageData()) if source.hasImage() and not text else QImage()
        if not picture.isNull():
            self.picture_pasted.emit(picture)
        elif len(text) > LONG_PASTE_CHARACTERS:
            self.long_text_pasted.emit(text)
        else:
            self.insertPlainText(text)
            self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Returns the selection as plain text and nothing else."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    # Size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Counts the lines again at the new width."""
        super().resizeEvent(event)
        self._fit_height()

    def sizeHint(self) -> QSize:
        """Returns the height in force."""
        return QSize(self._theme.px(240), self.height())

    def _fit_height(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = min(max(round(self.document().size().height()), 1), _MOST_LINES)
        height = lines * line + self._theme.px(4)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if lines == _MOST_LINES:
            policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
