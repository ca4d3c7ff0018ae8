"""What check boxes and radio buttons share: a mark, and words beside it on all lines they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme

MARK_PX = 18
_GAP_PX = 8
_HEIGHT_PX = 28
_ROOM_PX = 4  # around the words, at their end and, of several lines, above and below
_NARROWEST_PX = 160

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object


class MarkedWords(_Button):
    """Goes before a Qt button among its bases; that class draws its mark in `_paint_mark`."""

    _theme: Theme

    def _set_words(self, theme: Theme, text: str) -> None:
        self._theme = theme
        self.setText(plain_text.label(text))
        self.setAccessibleName(plain_text.one_line(text))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Returns room for mark and words in one line."""
        words = self.fontMetrics().horizontalAdvance(self.accessibleName())
        px = self._theme.px
        return QSize(self._indent() + words + px(_ROOM_PX), px(_HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        """Returns the same height, and the width of a few words."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._theme.px(_NARROWEST_PX)), hint.height())

    def heightForWidth(self, width: int) -> int:
        """Returns the height of all lines."""
        place = self._measured(QRect(0, 0, width - self._indent(), 1 << 16))
        return max(self._theme.px(_HEIGHT_PX), place.height() + 2 * self._theme.px(_ROOM_PX))

    def hitButton(self, pos: object) -> bool:
        """Takes a click anywhere on mark and words."""
        return QAbstractButton.hitButton(self, pos)  # type: ignore[arg-type]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the mark beside the first line of the words, mirrored where the window is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, indent = self._theme.px(MARK_PX), self._indent()
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        room = self.rect().adjusted(
            0 if is_mirrored else indent, 0, -indent if is_mirrored else 0, 0
        )
        first_line = self._measured(room).top() + painter.fontMetrics().height() / 2
        left = self.width() - side if is_mirrored else 0
        self._paint_mark(painter, QRectF(left, round(first_line - side / 2), side, side))
        painter.setPen(self._theme.color("text" if self.isEnabled() else "muted"))
        painter.drawText(room, _wrapping(self), self.accessibleName())

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        raise NotImplementedError

    def _indent(self) -> int:
        return self._theme.px(MARK_PX) + self._theme.px(_GAP_PX)

    def _measured(self, room: QRect) -> QRect:
        return self.fontMetrics().boundingRect(room, _wrapping(self), self.accessibleName())


def _wrapping(button: QAbstractButton) -> int:
    return int(spacing.leading(button).value) | Qt.TextFlag.TextWordWrap.value
