"""Says what a person just did to a sentence, with the button that takes it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.banner import Banner


class UndoBanner(Banner):
    """For what the mouse does in one go; what keys do, the same keys take back."""

    undo_requested = Signal()
    shown = Signal(bool)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, is_one_line=True, parent=parent)

    def say_removed(self) -> None:
        """Says that a sentence is gone."""
        self._say(self.tr("The sentence was removed."))

    def say_moved(self) -> None:
        """Says that a sentence stands elsewhere."""
        self._say(self.tr("The sentence was moved."))

    def showEvent(self, event: QShowEvent) -> None:
        """Tells that it takes room."""
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tells that there is room again."""
        super().hideEvent(event)
        self.shown.emit(False)

    def _say(self, words: str) -> None:
        self.show_message(words, actions=((self.tr("Undo"), self.undo_requested.emit),))
