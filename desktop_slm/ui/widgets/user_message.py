"""What a person wrote, in a bubble at the end of the line: plain text, as wide as it needs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.message_body import MessageBody

_PADDING_PX = (14, 8, 11)  # beside, above, below: a line's letters stand at its bottom
_WIDEST_SHARE = 0.85
_LONG_CHARACTERS = 2000  # takes all the width there is without being measured


class UserMessage(QWidget):
    """Takes the whole width; the bubble in it stands at the right, mirrored at the left."""

    height_changed = Signal()

    def __init__(self, theme: Theme, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._frame = QFrame(self)
        self._frame.setProperty("card", "bubble")
        self.body = MessageBody(theme, parent=self._frame)
        self.body.set_plain(text)
        self.body.height_changed.connect(self._on_height_changed)
        self.setAccessibleName(self.tr("You wrote"))
        theme.changed.connect(self._place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the bubble anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def _place(self) -> None:
        beside, above, _ = (self._theme.px(each) for each in _PADDING_PX)
        most = max(round(self.width() * _WIDEST_SHARE) - 2 * beside, 1)
        most = min(most, self._theme.prose_width())
        is_short = len(self.body.source()) < _LONG_CHARACTERS
        width = min(self.body.natural_width(), most) if is_short else most
        self.body.move(beside, above)
        self.body.resize(width, self.body.height())
        self.body.lay_out()
        self._on_height_changed()

    def _on_height_changed(self) -> None:
        beside, above, below = (self._theme.px(each) for each in _PADDING_PX)
        width = self.body.width() + 2 * beside
        height = self.body.height() + above + below
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._frame.setGeometry(0 if is_mirrored else self.width() - width, 0, width, height)
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.height_changed.emit()
