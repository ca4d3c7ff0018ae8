"""A small pill that leads to a place, such as "p. 14": a button with its own focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import SMALL_PX, Theme

_HEIGHT_PX = 24  # what the pointer can hit; the pill in it is 20
_PILL_INSET_PX = 2
_PADDING_PX = 6
_RADIUS_PX = 6


class Chip(QAbstractButton):
    """Evidence behind a sentence; `name` is the whole sentence a screen reader says."""

    def __init__(
        self, theme: Theme, text: str, name: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(plain_text.one_line(text))
        self.setAccessibleName(plain_text.one_line(name or text))
        if name:
            plain_text.set_tooltip(self, name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ringRadius", _RADIUS_PX)
        self.setProperty("ringInset", _PILL_INSET_PX)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        """Returns room for the whole text."""
        # Not this widget's metrics: on a change of zoom whoever places it may hear of it first.
        width = QFontMetrics(self._theme.font(SMALL_PX)).horizontalAdvance(self.text())
        px = self._theme.px
        return QSize(max(width + 2 * px(_PADDING_PX), px(_HEIGHT_PX)), px(_HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        """Returns the least: the text may be elided in the middle."""
        return QSize(min(self.sizeHint().width(), self._theme.px(72)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter works as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Shows that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Goes back to rest."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the pill; under the pointer its words are underlined."""
        inset = self._theme.px(_PILL_INSET_PX)
        pill = self.rect().adjusted(0, inset, 0, -inset)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("soft_accent"))
        radius = self._theme.px(_RADIUS_PX)
        painter.drawRoundedRect(QRectF(pill), radius, radius)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(self._theme.color("accent"))
        padding = self._theme.px(_PADDING_PX)
        room = pill.adjusted(padding, 0, -padding, 0)
        text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, room.width() + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(SMALL_PX))
        self.updateGeometry()
        self.update()
