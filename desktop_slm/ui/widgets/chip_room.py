"""Rooms for chips inside a text: letters of the document that are as wide as the chip over them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from desktop_slm.ui.widgets.formula_object import OBJECT, SOURCE

KIND = QTextFormat.ObjectTypes.UserObject.value + 7
_WIDTH = QTextFormat.Property.UserProperty.value + 70
_HEIGHT = _WIDTH + 1


class ChipRoom(QPyTextObject):
    """Qt asks it for the size of a room; the chip over it draws itself."""

    def intrinsicSize(  # noqa: N802 - Qt's name
        self,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,
    ) -> QSizeF:
        """Returns the size that the room was made with."""
        return QSizeF(float(format.property(_WIDTH) or 0), float(format.property(_HEIGHT) or 0))

    def drawObject(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,
    ) -> None:
        """Draws nothing."""


def insert(cursor: QTextCursor, width: int, height: int, source: str) -> None:
    """Puts a room in at a cursor; `source` stands for it where the text is copied."""
    made = QTextCharFormat(cursor.charFormat())
    made.setObjectType(KIND)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    made.setProperty(_WIDTH, width)
    made.setProperty(_HEIGHT, height)
    made.setProperty(SOURCE, source)
    around = QTextCharFormat(cursor.charFormat())
    cursor.insertText(OBJECT, made)
    cursor.setCharFormat(around)
