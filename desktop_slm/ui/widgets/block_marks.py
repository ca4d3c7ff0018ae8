"""Draws what stands beside blocks of text: the bar of a quote and horizontal rules."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.text_formats import QUOTES, RULE

_QUOTE_STEP_PX = 16
_BAR_PX = 3


def paint_marks(painter: QPainter, document: QTextDocument, area: QRect, theme: Theme) -> None:
    """Draws the marks of the blocks in `area`."""
    layout = document.documentLayout()
    at = layout.hitTest(QPointF(0, area.top()), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(at, 0))
    while block.isValid():
        place = layout.blockBoundingRect(block)
        if place.top() > area.bottom():
            return
        _paint_block(painter, block, place, theme)
        block = block.next()


def _paint_block(painter: QPainter, block: QTextBlock, place: QRectF, theme: Theme) -> None:
    made = block.blockFormat()
    quotes = made.property(QUOTES) or 0
    is_rtl = made.layoutDirection() is Qt.LayoutDirection.RightToLeft
    full_width = block.document().textWidth()
    top = place.top() - made.topMargin() if _goes_on(block) else place.top()
    lines = block.layout()
    last = lines.lineAt(lines.lineCount() - 1)
    bottom = lines.position().y() + last.y() + last.height() if last.isValid() else place.bottom()
    for level in range(quotes):
        x = theme.px(_QUOTE_STEP_PX) * level
        bar = theme.px(_BAR_PX)
        left = full_width - x - bar if is_rtl else x
        painter.fillRect(QRectF(left, top, bar, bottom - top), theme.color("control_line"))
    if made.property(RULE):
        line = QRectF(0, place.center().y(), full_width, theme.hairline())
        painter.fillRect(line, theme.color("line"))


def _goes_on(block: QTextBlock) -> bool:
    """Whether the quote above goes on here, so that the bar bridges the gap."""
    above = block.previous()
    return above.isValid() and bool(above.blockFormat().property(QUOTES))
