"""A label of as many lines as its plain text needs, with the design's line height."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_slm.ui.theme import LINE_HEIGHT
from desktop_slm.ui.widgets.plain_label import PlainLabel

_NATURAL_CHARACTERS = 48  # how wide it would like to be
_LINE_BREAK = "\u2028"


class WrappedLabel(PlainLabel):
    """Sentences in a page; QLabel alone would set the lines too close."""

    def __init__(self, text: str = "", role: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Says that it grows where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Returns the height of all lines."""
        return self._laid_out(width).lineCount() * self._line_height()

    def sizeHint(self) -> QSize:
        """Returns the text's own width up to a usual line's, and the height at that width."""
        metrics = self.fontMetrics()
        longest = max(metrics.horizontalAdvance(line) for line in self.text().split("\n"))
        width = min(longest + 1, metrics.averageCharWidth() * _NATURAL_CHARACTERS)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Returns one line of a few letters: one long word must not hold the window open."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, self._line_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the lines, each in the middle of its height."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        layout = self._laid_out(self.width())
        height = self._line_height()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            line.draw(painter, QPointF(0, number * height + (height - line.height()) / 2))

    def event(self, event: QEvent) -> bool:
        """Measures again when the font is another one."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        return super().event(event)

    def _laid_out(self, width: int) -> QTextLayout:
        """Returns the lines for a width; each is at the origin, `paintEvent` stacks them."""
        layout = QTextLayout(self.text().replace("\n", _LINE_BREAK), self.font())
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
        layout.endLayout()
        return layout

    def _line_height(self) -> int:
        return round(self.fontInfo().pixelSize() * LINE_HEIGHT)
