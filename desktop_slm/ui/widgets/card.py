"""A framed box of the page's ground: corners 8 px, a line around, no shadow."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme


class Card(QFrame):
    """A column in a frame; `kind` is "true" (a card), "bubble", "code", "input" or "attachment"."""

    def __init__(
        self,
        theme: Theme,
        *,
        kind: str = "true",
        gap: int = 8,
        margins: spacing.Margins = (16, 16, 16, 16),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", kind)
        self.setProperty("selected", "false")
        self.column: QVBoxLayout = spacing.column(theme, self, gap=gap, margins=margins)

    def set_selected(self, selected: bool) -> None:
        """Draws the frame twice as strong, in the accent colour."""
        self.set_state("selected", selected)

    def set_state(self, name: str, value: bool) -> None:
        """Sets a property that the style sheet knows."""
        word = "true" if value else "false"
        if self.property(name) != word:
            self.setProperty(name, word)
            self.style().unpolish(self)
            self.style().polish(self)
