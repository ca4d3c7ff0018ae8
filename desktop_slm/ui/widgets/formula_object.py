"""Paints formulas inside text: one letter of the document each, as sharp as the letters around."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from desktop_slm.typesetting.drawing import UNITS, Drawing, Formula, Outline
from desktop_slm.ui.theme import Theme

KIND = QTextFormat.ObjectTypes.UserObject.value + 1
_USER = QTextFormat.Property.UserProperty.value
SOURCE = _USER + 20  # the formula as it was written, with its delimiters
LATEX = _USER + 21
IS_DISPLAY = _USER + 22
GROUND = _USER + 23  # what is marked of formulas: Qt would lay a background over them, half clear
OBJECT = "\ufffc"  # the letter of the document that stands for a formula
JOINER = "\u2060"  # follows it

_LARGER = 1.08  # the formulas' letters are smaller than those of the text
_ROOM_PX = 2


class FormulaObject(QPyTextObject):
    """Qt asks it for the size of a formula and has it painted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme

    def intrinsicSize(  # noqa: N802 - Qt's name
        self,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,
    ) -> QSizeF:
        """Returns the room over the baseline, or evenly above and below the line's middle."""
        made = format.toCharFormat()
        drawing = self._drawing(made)
        if drawing is None:
            return QSizeF(0, 0)
        scale = self._scale(drawing, doc, made)
        if made.verticalAlignment() is QTextCharFormat.VerticalAlignment.AlignNormal:
            return QSizeF(drawing.width * scale, drawing.ascent * scale)
        middle = _middle(made, doc)
        half = max(drawing.ascent * scale - middle, drawing.descent * scale + middle)
        return QSizeF(drawing.width * scale, 2 * half + self._theme.px(_ROOM_PX))

    def drawObject(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,
    ) -> None:
        """Paints a formula in the colour of its text."""
        made = format.toCharFormat()
        drawing = self._drawing(made)
        if drawing is None:
            return
        scale = self._scale(drawing, doc, made)
        painter.save()
        ground = made.property(GROUND)
        if isinstance(ground, QColor):
            painter.fillRect(rect, ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if made.verticalAlignment() is QTextCharFormat.VerticalAlignment.AlignNormal:
            painter.translate(rect.left(), QRectF(rect).bottom())
        else:
            painter.translate(rect.left(), QRectF(rect).center().y() + _middle(made, doc))
        painter.scale(scale, scale)
        painter.translate(-drawing.left, 0)
        brush = made.foreground()
        is_set = brush.style() is not Qt.BrushStyle.NoBrush
        _paint(painter, drawing, brush if is_set else QBrush(self._theme.color("text")))
        painter.restore()

    def _drawing(self, made: QTextCharFormat) -> Drawing | None:
        typeset = self._theme.typeset
        return typeset.drawing(formula_of(made)) if typeset is not None else None

    def _scale(self, drawing: Drawing, doc: QTextDocument, made: QTextCharFormat) -> float:
        """Returns the scale for the text around it; what is too wide for its line is made fit."""
        scale = _pixels(made, doc) / UNITS * _LARGER
        room = doc.textWidth()
        return min(scale, room / drawing.width) if room > 0 else scale


def stands_on_the_line(drawing: Drawing, made: QTextCharFormat, doc: QTextDocument) -> bool:
    """Whether a formula reaches no lower than the letters around it.

    Qt gives what is inside a line room above the baseline, or as much under its middle as over it.
    """
    font = doc.defaultFont()
    font.setPixelSize(round(_pixels(made, doc)))
    scale = font.pixelSize() / UNITS * _LARGER
    return drawing.descent * scale <= QFontMetricsF(font).descent() + 1


def formula_of(made: QTextFormat) -> Formula:
    """Returns the formula that a format stands for."""
    return Formula(str(made.property(LATEX) or ""), bool(made.property(IS_DISPLAY)))


def _pixels(made: QTextCharFormat, doc: QTextDocument) -> float:
    own = made.property(QTextFormat.Property.FontPixelSize.value)
    # A font that is set in points has no size in pixels of its own.
    return float(own or QFontInfo(doc.defaultFont()).pixelSize())


def _middle(made: QTextCharFormat, doc: QTextDocument) -> float:
    """Returns how far over the baseline Qt centres what is aligned in the middle."""
    font = doc.defaultFont()
    font.setPixelSize(round(_pixels(made, doc)))
    return QFontMetricsF(font).xHeight() / 4


def _paint(painter: QPainter, drawing: Drawing, brush: QBrush) -> None:
    for outline in drawing.outlines:
        if outline.stroke:
            painter.strokePath(_path(outline), QPen(brush, outline.stroke))
        else:
            painter.fillPath(_path(outline), brush)


@lru_cache(maxsize=2000)
def _path(outline: Outline) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    numbers, at = outline.numbers, 0
    for step in outline.steps:
        if step == "Z":
            path.closeSubpath()
            continue
        count = {"M": 2, "L": 2, "Q": 4, "C": 6}[step]
        points = numbers[at : at + count]
        at += count
        if step == "M":
            path.moveTo(*points)
        elif step == "L":
            path.lineTo(*points)
        elif step == "Q":
            path.quadTo(*points)
        else:
            path.cubicTo(*points)
    return path
