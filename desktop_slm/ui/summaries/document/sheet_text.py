"""The text of one sheet: headings, paragraphs and lists as plain text, one passage marked in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.evidence import Place
from desktop_slm.documents.document import BlockKind
from desktop_slm.ui import plain_text
from desktop_slm.ui.summaries.document.sheets import Piece, Sheet
from desktop_slm.ui.theme import LINE_HEIGHT, TEXT_PX, Theme
from desktop_slm.ui.widgets.safe_text import SafeText
from desktop_slm.ui.widgets.text_formats import begins_right_to_left

_HEADING_PX = {1: 19, 2: 17, 3: 15}
_GAP_PX = 10
_HEADING_GAP_PX = 18
_TIGHT_GAP_PX = 3
_INDENT_PX = 16
_TIGHT = (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.CODE)
_MUTED = (BlockKind.REPEATED, BlockKind.FOOTNOTE, BlockKind.CAPTION)
_LINE = "\u2028"

Mark = tuple[int, int]


class SheetText(SafeText):
    """Shows a sheet; places are characters of the page's text. The column around it scrolls."""

    place_selected = Signal(object)  # Place, or None where nothing is selected any more

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        flags = self.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.selectionChanged.connect(self._on_selection_changed)
        self._sheet = Sheet(0, "", ())
        self._starts: list[int] = []  # where each piece begins in Qt's document
        self._mark: Mark | None = None
        self._found: tuple[Mark, ...] = ()
        self._zoom = 1.0

    def show_sheet(self, sheet: Sheet, zoom: float) -> None:
        """Writes the sheet's pieces; `zoom` is on top of the window's."""
        self._sheet, self._zoom, self._starts = sheet, zoom, []
        document = self.document()
        document.clear()
        document.setDefaultFont(self._theme.font(TEXT_PX * zoom))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        before: Piece | None = None
        for piece in sheet.pieces:
            self._write(cursor, piece, before)
            before = piece
        self._mark_uncertain(cursor)
        cursor.endEditBlock()
        self.rest_caret()
        self.set_mark(self._mark)

    def set_mark(self, mark: Mark | None) -> None:
        """Marks a stretch of the page, as far as it is on this sheet, or nothing."""
        self._mark = mark
        selection = SafeText.ExtraSelection()
        ends = self._ends()
        if ends is None:
            self.setExtraSelections([])
            return
        selection.cursor = self._cursor(*ends)
        made = QTextCharFormat()
        made.setForeground(self._theme.color("on_marked"))
        selection.format = made
        self.setExtraSelections([selection])
        self.viewport().update()

    def set_found(self, found: Sequence[Mark]) -> None:
        """Outlines what a search has found on this page, as far as it is on this sheet."""
        self._found = tuple(found)
        self.viewport().update()

    def marked_text(self) -> str:
        """Returns the words that are marked here."""
        ends = self._ends()
        return self._cursor(*ends).selectedText() if ends else ""

    def place_top(self, start: int) -> float:
        """Returns how far down a place of the page stands, in a text that was laid out."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position(start))
        return float(self.cursorRect(cursor).top())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the marked passage under its words, with an outline for those who see no colour."""
        if self._found:
            self._paint_found(event.rect())
        ends = self._ends()
        if ends is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(self._theme.color("marked"))
            painter.setPen(QPen(self._theme.color("warning"), self._theme.hairline()))
            painter.drawPath(self._outline(*ends))
            painter.end()
        super().paintEvent(event)

    def _paint_found(self, room: QRect) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("control_line"), self._theme.hairline()))
        for mark in self._found:
            ends = self._ends_of(mark)
            if ends is not None and mark != self._mark:
                shape = self._outline(*ends)
                if shape.boundingRect().intersects(QRectF(room)):
                    painter.drawPath(shape)
        painter.end()

    def selected_place(self) -> Place | None:
        """Returns the stretch of the page that is selected, if any."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or not self._sheet.pieces:
            return None
        start, end = (self._offset(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        return Place(self._sheet.page, start, end) if start < end else None

    def put_caret(self, height: float) -> None:
        """Takes the keyboard, with the caret at the line at this height."""
        self.setTextCursor(self.cursorForPosition(QPoint(0, max(round(height), 0))))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves the keys that move and leave to the column; with Shift they select here."""
        moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
        is_selecting = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        others = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape, Qt.Key.Key_Space)
        zooms = (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Equal)
        if event.key() in (*others, *zooms) or (event.key() in moves and not is_selecting):
            event.ignore()
        else:
            super().keyPressEvent(event)

    # Writing

    def _write(self, cursor: QTextCursor, piece: Piece, before: Piece | None) -> None:
        words = self._words(piece.start, piece.end)
        block, letters = self._block_format(piece, before, words), self._char_format(piece)
        if before is None:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(letters)
        else:
            cursor.insertBlock(block, letters)
        self._starts.append(cursor.position())
        cursor.insertText(words, letters)

    def _words(self, start: int, end: int) -> str:
        """Returns words as they are shown; line ends stay inside their piece."""
        return plain_text.clean(self._sheet.text[start:end]).replace("\n", _LINE)

    def _block_format(self, piece: Piece, before: Piece | None, words: str) -> QTextBlockFormat:
        made = QTextBlockFormat()
        is_rtl = piece.kind is not BlockKind.CODE and begins_right_to_left(words)
        direction = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        made.setLayoutDirection(direction)
        made.setTopMargin(self._px(_gap(piece, before)))
        if piece.kind is BlockKind.LIST_ITEM:
            indent = self._px(_INDENT_PX) * max(piece.level, 1)
            (made.setRightMargin if is_rtl else made.setLeftMargin)(indent)
        made.setLineHeight(
            self._px(self._size(piece) * LINE_HEIGHT),
            QTextBlockFormat.LineHeightTypes.MinimumHeight.value,
        )
        return made

    def _char_format(self, piece: Piece) -> QTextCharFormat:
        made = QTextCharFormat()
        if piece.kind is BlockKind.CODE:
            fixed = self._theme.fixed_font(13 * self._zoom)
            made.setFontFamilies(fixed.families())
            made.setFontFixedPitch(True)
        made.setProperty(QTextFormat.Property.FontPixelSize, self._px(self._size(piece)))
        if piece.kind is BlockKind.HEADING:
            made.setFontWeight(QFont.Weight.DemiBold)
        made.setForeground(self._theme.color("muted" if piece.kind in _MUTED else "text"))
        return made

    def _size(self, piece: Piece) -> float:
        if piece.kind is BlockKind.HEADING:
            return _HEADING_PX.get(piece.level, TEXT_PX)
        if piece.kind is BlockKind.CODE:
            return 13
        return 12 if piece.kind in _MUTED else TEXT_PX

    def _px(self, size: float) -> int:
        return self._theme.px(size * self._zoom)

    def _mark_uncertain(self, cursor: QTextCursor) -> None:
        """Puts dots under the words that were recognised with doubt."""
        if self._sheet.recognized is None or not self._sheet.pieces:
            return
        dotted = QTextCharFormat()
        dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        dotted.setUnderlineColor(self._theme.color("warning"))
        last = self._sheet.pieces[-1].end
        for start, end in self._sheet.recognized.uncertain:
            if self._sheet.start <= start and end <= last:
                cursor.setPosition(self._position(start))
                cursor.setPosition(self._position(end), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(dotted)

    def _on_selection_changed(self) -> None:
        self.place_selected.emit(self.selected_place())

    # Places

    def _offset(self, position: int) -> int:
        """Returns the character of the page at Qt's count: the inverse of `_position`."""
        piece, at = self._sheet.pieces[0], 0
        for other, start in zip(self._sheet.pieces, self._starts, strict=True):
            if start > position:
                break
            piece, at = other, start
        low, high = piece.start, piece.end
        while low < high:  # cleaning takes letters out, so the place is searched for
            middle = (low + high) // 2
            words = self._words(piece.start, middle)
            if at + len(words.encode("utf-16-le")) // 2 < position:
                low = middle + 1
            else:
                high = middle
        return low

    def _ends(self) -> tuple[int, int] | None:
        """Returns from and to of what is marked, in Qt's count; None where nothing is."""
        return self._ends_of(self._mark) if self._mark else None

    def _ends_of(self, mark: Mark) -> tuple[int, int] | None:
        if not self._sheet.pieces:
            return None
        first = max(mark[0], self._sheet.start)
        last = min(mark[1], self._sheet.pieces[-1].end)
        return (self._position(first), self._position(last)) if first < last else None

    def _position(self, start: int) -> int:
        """Returns Qt's count (UTF-16, of cleaned text) for a character of the page."""
        position = 0
        for number, (piece, at) in enumerate(zip(self._sheet.pieces, self._starts, strict=True)):
            if piece.start > start and number:
                break
            words = self._words(piece.start, max(piece.start, min(start, piece.end)))
            position = at + len(words.encode("utf-16-le")) // 2
        return position

    def _cursor(self, first: int, last: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _outline(self, first: int, last: int) -> QPainterPath:
        """Returns the shape around the marked words, line by line."""
        path = QPainterPath()
        block = self.document().findBlock(first)
        while block.isValid() and block.position() < last:
            layout = block.layout()
            corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                begin = max(first - block.position(), line.textStart())
                end = min(last - block.position(), line.textStart() + line.textLength())
                if begin < end:
                    left, right = line.cursorToX(begin), line.cursorToX(end)
                    x0, x1 = _xs(left, right)
                    box = QRectF(x0, line.y(), x1 - x0, line.height()).translated(corner)
                    path = path.united(_box(box.adjusted(-1, 0, 1, 0)))
            block = block.next()
        return path


def _gap(piece: Piece, before: Piece | None) -> float:
    if before is None or piece.goes_on:
        return 0
    if piece.kind is BlockKind.HEADING:
        return _HEADING_GAP_PX
    return _TIGHT_GAP_PX if piece.kind is before.kind and piece.kind in _TIGHT else _GAP_PX


def _xs(left: object, right: object) -> tuple[float, float]:
    """Returns the two edges in order; PySide gives (x, position)."""
    ends = [each[0] if isinstance(each, tuple) else each for each in (left, right)]
    return min(ends), max(ends)  # type: ignore[type-var,return-value]


def _box(place: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(place, 2, 2)
    return path
