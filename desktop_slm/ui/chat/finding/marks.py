"""Marks words in the texts of messages, without laying anything out again.

Where a text matches is looked up in its document, so it holds for prose, code and tables alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from desktop_slm.ui.widgets.formula_object import GROUND
from desktop_slm.ui.widgets.read_text import ReadText, formula_sources
from desktop_slm.ui.widgets.safe_text import SafeText

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
                text.setExtraSelections(
                    [
                        self._mark(text, part, is_current=span == chosen)
                        for span in spans
                        for part in _parts(text, span)
                    ]
                )

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

    def _mark(self, text: SafeText, part: _Part, *, is_current: bool) -> SafeText.ExtraSelection:
        ground, ink = ("accent", "on_accent") if is_current else ("marked", "on_marked")
        look = QTextCharFormat()
        if part.is_formula:
            look.setProperty(GROUND, self._theme.color(ground))
        else:
            look.setBackground(self._theme.color(ground))
        look.setForeground(self._theme.color(ink))
        cursor = QTextCursor(text.document())
        cursor.setPosition(part.start)
        cursor.setPosition(part.end, QTextCursor.MoveMode.KeepAnchor)
        made = SafeText.ExtraSelection()
        made.cursor = cursor
        made.format = look
        return made


class _Part(NamedTuple):
    """A stretch of a match: a drawn formula, or text between them."""

    start: int
    end: int
    is_formula: bool = False


def _parts(text: SafeText, span: Span) -> Iterator[_Part]:
    start, end = span
    if text.formula_labels is not None:
        for position, _source in formula_sources(text.document()):
            if start <= position < end:
                yield from (_Part(start, position),) if start < position else ()
                yield _Part(position, position + 1, is_formula=True)
                start = position + 1
    if start < end:
        yield _Part(start, end)


def spans_in(document: QTextDocument, pattern: re.Pattern[str]) -> list[Span]:
    """Returns where the pattern matches in a document, as positions in it.

    What was cut for display alone is one line to whoever reads it, and a formula is its source.
    """
    from desktop_slm.storage.finding.search_text import marks

    read = ReadText(document, joined=True)
    return [(read.start(start), read.end(end)) for start, end in marks(read.text, pattern)]
