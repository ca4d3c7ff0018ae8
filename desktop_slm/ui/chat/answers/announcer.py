"""Has streamed text read out by sentence: word by word a screen reader would never come to rest."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import plain_text

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)*_]*\s+|[。！？]|\n+")


class Announcer:
    """Collects what streams in and says each sentence once it is whole."""

    def __init__(self, say: Callable[[str], object]) -> None:
        self._say = say
        self._rest = ""

    def add(self, text: str) -> None:
        """Takes new text."""
        self._rest += text
        while (end := _SENTENCE_END.search(self._rest)) is not None:
            self._speak(self._rest[: end.end()])
            self._rest = self._rest[end.end() :]

    def finish(self) -> None:
        """Says what is left."""
        self._speak(self._rest)
        self._rest = ""

    def _speak(self, sentence: str) -> None:
        if words := plain_text.one_line(sentence):
            self._say(words)


def announce(widget: QWidget, words: str) -> None:
    """Has words read out where somebody listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
