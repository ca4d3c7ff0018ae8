"""Sheets of paper: a text document laid out once for their size, painted on a PDF or a printer.

Documents are built with a cursor alone; no word in them is read as HTML, and nothing is loaded.
Any thread may ask: a text document wants a thread of Qt's, so it is drawn in one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, cast

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QLocale,
    QMarginsF,
    QRectF,
    QSizeF,
    Qt,
    QThread,
)
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from desktop_slm.assistants.exports.exported import APP
from desktop_slm.assistants.exports.inert import one_line
from desktop_slm.ui.paper.look import paper_font

T = TypeVar("T")

# Fills an empty document, given the dots an inch; returns where its headings begin.
Fill = Callable[[QTextDocument, int], Sequence[int]]

MARGINS_MM = QMarginsF(22, 20, 22, 24)
_DPI = 600
_FOOT_PT = 8
_FOOT_MM = 10  # from the text to the foot's line
_MUTED = QColor("#5b6472")


def drawn(function: Callable[[], T]) -> T:
    """Runs a function that draws, in a thread of Qt's, and returns what it returns. Blocks."""
    drawing = _Drawing(function)
    drawing.start()
    drawing.wait()
    if drawing.error is not None:
        raise drawing.error
    return cast(T, drawing.outcome)


class _Drawing(QThread):
    """Runs one function; `outcome` is what it returned or raised."""

    def __init__(self, function: Callable[[], object]) -> None:
        super().__init__()
        self._function = function
        self.outcome: object = None
        self.error: Exception | None = None

    def run(self) -> None:
        """Called by Qt, in the thread."""
        try:
            self.outcome = self._function()
        except Exception as error:  # the edge of a thread: whoever waits for it raises
            self.error = error


def pdf(title: str, fill: Fill, attach: Callable[[QPdfWriter], object] = lambda _: None) -> bytes:
    """Returns a PDF of a document; to be called in `drawn`."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageLayout(page_layout())
    writer.setTitle(one_line(title))
    writer.setCreator(APP)
    attach(writer)
    paint(title, fill, writer)
    del writer
    buffer.close()
    return bytes(content.data())


def page_layout() -> QPageLayout:
    """Returns the paper of this country with our margins."""
    is_letter = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize.PageSizeId.Letter if is_letter else QPageSize.PageSizeId.A4
    portrait = QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(size), portrait, MARGINS_MM, QPageLayout.Unit.Millimeter)


def paint(title: str, fill: Fill, device: QPagedPaintDevice) -> None:
    """Paints all pages on a device whose page layout is set; to be called in `drawn`."""
    painter = QPainter(device)
    text = painter.viewport()
    document = _document(fill, device, QSizeF(text.width(), text.height()))
    pages = document.pageCount()
    for page in range(pages):
        if page:
            device.newPage()
        top = page * text.height()
        painter.save()
        painter.translate(0, -top)
        document.drawContents(painter, QRectF(0, top, text.width(), text.height()))
        painter.restore()
        _paint_foot(painter, one_line(title), f"{page + 1} / {pages}")
    painter.end()


def _document(fill: Fill, device: QPagedPaintDevice, size: QSizeF) -> QTextDocument:
    """Returns the laid out document; no heading is the last line of a page."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(device)
    headings = fill(document, device.logicalDpiY())
    document.setPageSize(size)
    layout = document.documentLayout()
    for position in headings:
        heading = document.findBlock(position)
        bottom = layout.blockBoundingRect(heading).bottom()
        after = layout.blockBoundingRect(heading.next())
        if int(bottom / size.height()) != int((after.top() + 1) / size.height()):
            cursor = QTextCursor(heading)
            apart = heading.blockFormat()
            apart.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.setBlockFormat(apart)
    return document


def _paint_foot(painter: QPainter, title: str, number: str) -> None:
    """Paints title and page number under the text, in the margin."""
    text = painter.viewport()
    font = paper_font(_FOOT_PT)
    painter.setFont(font)
    painter.setPen(_MUTED)
    metrics = QFontMetricsF(font, painter.device())
    high = metrics.height()
    top = text.height() + _FOOT_MM / 25.4 * painter.device().logicalDpiY() - high
    room = QRectF(0, top, text.width(), high)
    title_room = text.width() - metrics.horizontalAdvance(number) * 2
    shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, title_room)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, shown)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine, number)
