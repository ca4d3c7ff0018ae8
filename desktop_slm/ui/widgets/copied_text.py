"""Turns a selection in a document back into plain text: list marks, line ends, joined pieces."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from desktop_slm.ui.widgets.formula_object import JOINER, OBJECT, SOURCE
from desktop_slm.ui.widgets.text_formats import CELL, JOINED, MARKER, TIGHT

_LINE_SEPARATOR = "\u2028"


def selected(cursor: QTextCursor) -> str:
    """Returns the selected text; blocks that were cut for display are whole again."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(first)
    parts: list[str] = []
    while block.isValid() and block.position() <= last:
        if parts:
            parts.append(_separator(block))
        parts.append(_part(block, first, last))
        block = block.next()
    return "".join(parts).replace(_LINE_SEPARATOR, "\n")


def _separator(block: QTextBlock) -> str:
    joined = block.blockFormat().property(JOINED)
    if joined:
        return " " if joined == 1 else ""
    column = block.blockFormat().property(CELL)
    if column:
        return "\n" if column == 1 else "\t"
    return "\n" if block.blockFormat().property(TIGHT) else "\n\n"


def _part(block: QTextBlock, first: int, last: int) -> str:
    cursor = QTextCursor(block)
    cursor.setPosition(max(first, block.position()))
    end = min(last, block.position() + block.length() - 1)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    text = cursor.selectedText()
    if OBJECT in text:
        text = _with_sources(cursor.document(), cursor.selectionStart(), text)
    marker = block.blockFormat().property(MARKER)
    if marker and first <= block.position():
        text = f"{marker} {_after_marker(text)}"
    return text


def _with_sources(document: QTextDocument, start: int, text: str) -> str:
    """Returns the text with what was written in place of each formula."""
    parts, place, at = [], QTextCursor(document), start
    for letter in text:
        at += 2 if letter > "\uffff" else 1  # as Qt counts
        if letter == OBJECT:
            place.setPosition(at)
            source = str(place.charFormat().property(SOURCE) or OBJECT)
            parts.append(source)
        elif letter != JOINER:
            parts.append(letter)
    return "".join(parts)


def _after_marker(text: str) -> str:
    at = min((at for at in (text.find("\t"), text.find("\u2002")) if at >= 0), default=-1)
    return text[at + 1 :]
