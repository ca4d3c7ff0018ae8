"""Marks words in the texts of messages, without laying anything out again.

Where a text matches is looked up in its document, so it holds for prose, code and tables alike.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from desktop_slm.ui.widgets.safe_text import SafeText
from desktop_slm.ui.widgets.text_formats import JOINED

if TYPE_CHECKING:
    from desktop_slm.ui.theme import Theme
    from desktop_slm.ui.widgets.message_body import MessageBody

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A match in one of a message's texts, in the positions of its document."""

    text: SafeText
    start: int
    end: int

    def rect(self) -> QRect:
        """Returns where its first line stands, in the text's own coordinates."""
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self.start)
        return self.text.cursorRect(cursor)


class Marks:
    """What is marked in all messages that exist as widgets; one pattern at a time."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._pattern = re.compile(r"(?!)")
        self._known: WeakKeyDictionary[SafeText, tuple[int, list[Span]]] = WeakKeyDictionary()
        self._shown: WeakKeyDictionary[SafeText, object] = WeakKeyDictionary()
        theme.changed.connect(self._shown.clear)

    def set_pattern(self, pattern: re.Pattern[str]) -> None:
        """Looks for something else from now on; `pattern` is for folded text."""
        self._pattern = pattern
        self._known.clear()
        self._shown.clear()

    def places(self, body: MessageBody) -> list[Place]:
        """Returns the matches in what is laid out of a message, in reading order."""
        return [Place(text, *span) for text in body.texts() for span in self._spans(text)]

    def show(self, body: MessageBody, current: Place | None) -> None:
        """Marks the matches in a message; `current` differently."""
        for text in body.texts():
            spans = self._spans(text)
            chosen = (current.start, current.end) if current and current.text is text else None
            look = (text.document().revision(), chosen)
            if self._shown.get(text) != look:
                self._shown[text] = look
                text.setExtraSelections([self._mark(text, span, span == chosen) for span in spans])

    def clear(self, bodies: Iterable[MessageBody]) -> None:
        """Marks nothing in these messages any more."""
        for text in (text for body in bodies for text in body.texts()):
            if text.extraSelections():
                text.setExtraSelections([])
        self._shown.clear()

    def _spans(self, text: SafeText) -> list[Span]:
        revision = text.document().revision()
        known = self._known.get(text)
        if known is None or known[0] != revision:
            known = revision, spans_in(text.document(), self._pattern)
            self._known[text] = known
        return known[1]

    def _mark(self, text: SafeText, span: Span, is_current: bool) -> SafeText.ExtraSelection:
        ground, ink = ("accent", "on_accent") if is_current else ("marked", "on_marked")
        look = QTextCharFormat()
        look.setBackground(self._theme.color(ground))
        look.setForeground(self._theme.color(ink))
        cursor = QTextCursor(text.document())
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        made = SafeText.ExtraSelection()
        made.cursor = cursor
        made.format = look
        return made


def spans_in(document: QTextDocument, pattern: re.Pattern[str]) -> list[Span]:
    """Returns where the pattern matches in a document, as positions in it."""
    from desktop_slm.storage.finding.search_text import marks

    parts: list[str] = []
    offsets: list[int] = []
    positions: list[int] = []
    length = 0
    block = document.begin()
    while block.isValid():
        # What was cut for display alone is one line to whoever reads it.
        joined = block.blockFormat().property(JOINED)
        lead = ("" if not parts or joined == 2 else " ") if joined or not parts else "\n"
        offsets.append(length + len(lead))
        positions.append(block.position())
        parts.append(lead + block.text())
        length += len(parts[-1])
        block = block.next()
    whole = "".join(parts)

    def position(offset: int) -> int:
        at = max(bisect_right(offsets, offset) - 1, 0)
        inside = whole[offsets[at] : offset]
        # Qt counts UTF-16: letters past the first plane count twice.
        return positions[at] + len(inside) + sum(letter > "\uffff" for letter in inside)

    return [(position(start), position(end)) for start, end in marks(whole, pattern)]
