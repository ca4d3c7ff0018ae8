"""The one class that shows text of models and documents; nothing in that text can load anything.

Its document is written through `DocumentWriter` only. Three lines of defence stand behind that:
every resource is answered with a 1x1 picture or no bytes (an empty answer would make Qt open the
name itself), `setSource` does nothing, and the methods that read HTML or Markdown are closed.
It is as high as its text; the page around it scrolls.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets import copied_text, markdown
from desktop_slm.ui.widgets.block_marks import paint_marks
from desktop_slm.ui.widgets.document_writer import DocumentWriter
from desktop_slm.ui.widgets.formula_places import FormulaPlaces
from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.ui.widgets.text_formats import TextFormats

if TYPE_CHECKING:
    from desktop_slm.ui.widgets.formula_labels import FormulaLabels


class SafeText(QTextBrowser):
    """Read-only text that can be selected, copied and clicked in; never loads, never navigates."""

    link_requested = Signal(str)
    copy_requested = Signal()
    select_all_requested = Signal()
    resized = Signal()  # it takes another height than when it was last laid out
    menu_opened = Signal(object)  # Menu, before it is shown: whoever owns the text may add to it

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_marks = False
        self._is_streaming = False
        self.formula_labels: FormulaLabels | None = None  # once there is a formula
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("ringHidden", True)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.formulas = FormulaPlaces(theme, self.document())
        self.formulas.changed.connect(self.resized)
        self.formulas.used.connect(self._on_formulas_used)
        self.copy_requested.connect(self.copy)
        self.select_all_requested.connect(self.selectAll)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.highlighted.connect(self._on_link_hovered)

    # Writing

    def writer(
        self, formats: TextFormats, cursor: QTextCursor, *, is_empty: bool
    ) -> DocumentWriter:
        """Returns a writer at the cursor, with this widget's fonts."""
        if self.document().defaultFont() != formats.font:
            self.document().setDefaultFont(formats.font)
        self._has_marks = True
        return DocumentWriter(cursor, formats, is_empty=is_empty)

    def show_plain(self, text: str) -> None:
        """Shows text as it is."""
        self.document().clear()
        cursor = QTextCursor(self.document())
        self.writer(TextFormats(self._theme), cursor, is_empty=True).write_plain(text)
        self.rest_caret()

    def set_streaming(self, streaming: bool) -> None:
        """Shows or hides the mark behind the last letter that says more is coming."""
        if streaming != self._is_streaming:
            self._is_streaming = streaming
            self.viewport().update()

    # Size

    def lay_out(self, width: int) -> int:
        """Lays the text out for a width and returns its height."""
        self.wrap_at(width)
        return ceil(self.document().size().height())

    def wrap_at(self, width: int) -> None:
        """Breaks lines at a width; Qt would lay everything out again for the same width, too."""
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)

    def natural_width(self) -> int:
        """Returns the width of the longest line, were there room for it."""
        self.wrap_at(1 << 20)
        return int(self.document().idealWidth()) + 1

    # Copying: plain text, never HTML

    def createMimeDataFromSelection(self) -> QMimeData:
        """Returns the selection as plain text and nothing else."""
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def whole_text(self) -> str:
        """Returns everything, with list marks, as plain text."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        return copied_text.selected(cursor)

    def selected_text(self) -> str:
        """Returns what is selected, with list marks, as plain text."""
        return copied_text.selected(self.textCursor())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers copying; a link's address can be copied, too."""
        target = markdown.safe_target(self.anchorAt(event.pos()))
        menu = Menu(self._theme, parent=self)
        copy = menu.add(self.tr("Copy"), self.copy_requested.emit, icon="copy")
        copy.setEnabled(self.textCursor().hasSelection())
        if target:
            menu.add(self.tr("Copy link address"), lambda: _copy(target))
        menu.add(self.tr("Select all"), self.select_all_requested.emit)
        self.menu_opened.emit(menu)
        menu.popup_and_forget(event.globalPos())

    def belongs_to(self, copy: Callable[[], None], select_all: Callable[[], None]) -> None:
        """Lets the owner of several texts copy and select for all of them."""
        self.copy_requested.disconnect()
        self.select_all_requested.disconnect()
        self.copy_requested.connect(copy)
        self.select_all_requested.connect(select_all)

    def clear_selection(self) -> None:
        """Selects nothing, without a word to anyone."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.blockSignals(True)
        self.setTextCursor(cursor)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lets whoever owns this text copy and select, be it a part of something larger."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all_requested.emit()
        else:
            super().keyPressEvent(event)

    # Nothing loads, nothing navigates

    def loadResource(self, kind: int, _name: QUrl | str) -> object:
        """Answers every request with nothing of interest; called by Qt."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return _nothing()
        return QByteArray()

    def doSetSource(self, name: QUrl | str, kind: object = None) -> None:
        """Goes nowhere."""

    def setHtml(self, text: str) -> None:
        """Shows the text itself: HTML is never read here."""
        self.show_plain(text)

    setMarkdown = setText = setPlainText = insertHtml = append = setHtml  # noqa: N815

    def rest_caret(self) -> None:
        """Puts the caret to the start after writing: text that comes would push it along."""
        cursor = self.textCursor()
        if cursor.position() != 0 and not cursor.hasSelection():
            cursor.setPosition(0)
            self.setTextCursor(cursor)

    def _on_formulas_used(self) -> None:
        from desktop_slm.ui.widgets.formula_labels import FormulaLabels

        self.formula_labels = FormulaLabels(self)

    def _on_anchor_clicked(self, url: QUrl) -> None:
        target = markdown.safe_target(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if target:
            self.link_requested.emit(target)

    def _on_link_hovered(self, url: QUrl) -> None:
        target = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        plain_text.set_tooltip(self, markdown.safe_target(target))

    # Painting and scrolling

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws bars and rules under the text, and the mark of a stream behind it."""
        if self._has_marks:
            painter = QPainter(self.viewport())
            paint_marks(painter, self.document(), event.rect(), self._theme)
            painter.end()
        super().paintEvent(event)
        if self._is_streaming:
            self._paint_stream_mark()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the page."""
        event.ignore()

    def _paint_stream_mark(self) -> None:
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        place = self.cursorRect(end)
        high = round(self._theme.font().pixelSize() * 1.15)
        top = place.center().y() - high // 2
        painter = QPainter(self.viewport())
        width = self._theme.px(4)
        painter.fillRect(place.left() + 1, top, width, high, self._theme.color("text"))
        painter.end()


def _nothing() -> QImage:
    picture = QImage(1, 1, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
