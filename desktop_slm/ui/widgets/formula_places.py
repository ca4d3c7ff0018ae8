"""The formulas of one text: puts them in, and in place of their source once they are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from desktop_slm.typesetting.drawing import Drawing, Formula
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.formula_object import (
    IS_DISPLAY,
    JOINER,
    KIND,
    LATEX,
    OBJECT,
    SOURCE,
    FormulaObject,
    stands_on_the_line,
)


@dataclass(frozen=True, slots=True)
class _Pending:
    """A source that stands in the text until its formula is drawn; edits move it along."""

    place: QTextCursor
    formula: Formula
    made: QTextCharFormat
    around: QTextCharFormat


class FormulaPlaces(QObject):
    """Writes formulas into a document and ends with it; `changed` says that sizes are others."""

    changed = Signal()
    used = Signal()  # there is a formula, for the first time

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        self._document = document
        self._pending: list[_Pending] = []
        self._is_ready = False

    def insert(
        self, cursor: QTextCursor, formula: Formula, source: str, around: QTextCharFormat
    ) -> None:
        """Writes a formula at a cursor; until it is drawn, as its source."""
        typeset = self._theme.typeset
        if typeset is None:
            cursor.insertText(source, around)
            return
        self._prepare()
        drawing = typeset.drawing(formula)
        made = _format(formula, source, around)
        if drawing is not None:
            self._write(cursor, drawing, made, around)
            return
        begin = cursor.position()
        cursor.insertText(source.replace("\n", "\u2028"), around)
        if not typeset.is_known(formula):
            place = QTextCursor(self._document)
            place.setPosition(begin)
            place.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
            place.setKeepPositionOnInsert(True)
            self._pending.append(_Pending(place, formula, made, around))

    def forget(self) -> None:
        """Lets go of every place: the document is written anew."""
        self._pending.clear()

    def _prepare(self) -> None:
        if self._is_ready:
            return
        self._is_ready = True
        self._document.documentLayout().registerHandler(KIND, _object_of(self._theme))
        self.used.emit()
        typeset = self._theme.typeset
        assert typeset is not None
        typeset.drawn.connect(self._on_drawn)

    def _on_drawn(self) -> None:
        typeset = self._theme.typeset
        if typeset is None or not self._pending:
            return
        waiting, is_changed = [], False
        for each in self._pending:
            if not each.place.hasSelection():
                continue  # it stood in a tail that was written again
            if not typeset.is_known(each.formula):
                waiting.append(each)
            elif (drawing := typeset.drawing(each.formula)) is not None:
                self._replace(each, drawing)
                is_changed = True
        self._pending = waiting
        if is_changed:
            self.changed.emit()

    def _write(
        self,
        cursor: QTextCursor,
        drawing: Drawing,
        made: QTextCharFormat,
        around: QTextCharFormat,
    ) -> None:
        if stands_on_the_line(drawing, around, self._document):
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignNormal)
        cursor.insertText(OBJECT, made)
        # A line of nothing but a formula would be as low as that: a letter without width lends its.
        cursor.insertText(JOINER, around)

    def _replace(self, pending: _Pending, drawing: Drawing) -> None:
        """Puts the formula inside its source and takes the source away around it.

        Whoever remembers the place behind the source still has it behind the formula then.
        """
        begin, end = pending.place.selectionStart(), pending.place.selectionEnd()
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.setPosition(begin + 1)
        self._write(cursor, drawing, pending.made, pending.around)
        for first, last in ((begin + 3, end + 2), (begin, begin + 1)):
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        cursor.endEditBlock()


def _object_of(theme: Theme) -> FormulaObject:
    """Returns the one painter of formulas of a theme."""
    found = theme.findChild(FormulaObject)
    return found if isinstance(found, FormulaObject) else FormulaObject(theme)


def _format(formula: Formula, source: str, around: QTextCharFormat) -> QTextCharFormat:
    made = QTextCharFormat(around)
    made.setObjectType(KIND)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    made.setProperty(SOURCE, source)
    made.setProperty(LATEX, formula.latex)
    made.setProperty(IS_DISPLAY, formula.is_display)
    return made
