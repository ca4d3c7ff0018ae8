"""Where sentences stand in laid out text: see `assistants.sentence_letters`."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextDocument

from desktop_slm.assistants import sentence_letters
from desktop_slm.ui.widgets.read_text import ReadText


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document, in Qt's positions; `end` is behind the mark that ends it."""

    start: int
    end: int


class Letters:
    """The letters of one document, looked through from front to back; a formula is its source."""

    def __init__(self, document: QTextDocument) -> None:
        self._read = ReadText(document)
        self._letters = sentence_letters.Letters(self._read.text)

    def find(self, sentence: str) -> Place | None:
        """Returns where a sentence stands, behind the one found before it; None if it does not."""
        found = self._letters.find(sentence)
        if found is None:
            return None
        return Place(self._read.start(found.start), self._read.end(found.end))
